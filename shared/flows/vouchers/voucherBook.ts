/** What the workbook says of titres-restaurant, read beside what Lucca has: regulations and their state, exceptions, closed orders. */
import { firstDay, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { canonical, displayed, textCell } from '../../domain/review/cell.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Meal } from '../../domain/vouchers/facts.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { adjustmentsTable } from '../../tables/vouchers/adjustmentsTable.ts';
import { beneficiariesTable } from '../../tables/vouchers/beneficiariesTable.ts';
import { establishmentsTable } from '../../tables/vouchers/establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../tables/vouchers/impactsTables.ts';
import { mealsTable } from '../../tables/vouchers/mealsTable.ts';
import { planningsTable } from '../../tables/vouchers/planningsTable.ts';
import { readAdjustments, type OrderAdjustment } from '../../tables/vouchers/readAdjustments.ts';
import { readBeneficiaries, type Beneficiaries } from '../../tables/vouchers/readBeneficiaries.ts';
import {
  establishmentNamed,
  readEstablishments,
  type Establishment,
} from '../../tables/vouchers/readEstablishments.ts';
import { readImpacts } from '../../tables/vouchers/readImpacts.ts';
import { readMeals } from '../../tables/vouchers/readMeals.ts';
import { readPlannings, type TypedPlanning } from '../../tables/vouchers/readPlannings.ts';
import { readRegister, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { readRegulations, type TypedRegulation } from '../../tables/vouchers/readRegulations.ts';
import { regulationState, type RegulationState, type UsedAccount } from '../../tables/vouchers/regulationState.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { VoucherMirror } from '../readVoucherFacts.ts';

export interface VoucherBook {
  readonly people: readonly BookRow[];
  readonly establishments: readonly Establishment[];
  readonly regulations: readonly TypedRegulation[];
  readonly states: readonly RegulationState[];
  readonly beneficiaries: Beneficiaries;
  readonly meals: ReadonlyMap<string, readonly Meal[]>;
  readonly adjustments: readonly OrderAdjustment[];
  readonly plannings: readonly TypedPlanning[];
  readonly register: VoucherRegister;
  /** By identifier: leave accounts and expense natures, as Lucca calls them. */
  readonly names: { readonly accounts: ReadonlyMap<string, string>; readonly natures: ReadonlyMap<string, string> };
  readonly findings: readonly Finding[];
}

/** The text of a cell of a row; '' where there is none. */
export function textOf(row: BookRow, key: string): string {
  return displayed(row.cells[key] ?? textCell(''));
}

function fieldsOf(snapshot: BookSnapshot, people: readonly BookRow[]): string[] {
  const state = snapshot[employeesTable.name];
  const letters = state?.state === 'found' ? state.letters : {};
  const ours = employeesTable.columns.filter(({ key }) => key in letters).map(({ heading }) => heading);
  return [...new Set([...ours, ...people.flatMap(({ others }) => others.map(({ heading }) => heading))])];
}

/** Last day on which each account was used, by establishment of the person. */
function usesOf(mirror: VoucherMirror, book: Pick<VoucherBook, 'establishments' | 'people'>) {
  const establishments = new Map(
    book.people.map((row) => [row.key, establishmentNamed(book.establishments, textOf(row, 'establishment'))?.id]),
  );
  const last = new Map<string, Map<string, PlainDate>>();
  for (const { accountId, employeeId, date } of mirror.halfDays) {
    const establishment = establishments.get(employeeId);
    if (establishment === undefined) continue;
    const uses = last.get(accountId) ?? new Map<string, PlainDate>();
    last.set(accountId, uses);
    if (date > (uses.get(establishment) ?? '')) uses.set(establishment, date);
  }
  return (id: string) => [...(last.get(id) ?? [])].map(([establishment, day]) => ({ establishment, last: day }));
}

function accountsOf(mirror: VoucherMirror, book: Pick<VoucherBook, 'establishments' | 'people'>): UsedAccount[] {
  const uses = usesOf(mirror, book);
  return mirror.accounts.map(({ id, name, establishments }) => ({
    id,
    name,
    attachedTo: establishments.flatMap((each) => establishmentNamed(book.establishments, each)?.id ?? []),
    uses: uses(id),
  }));
}

/** Lucca attaches natures to nobody: every one in use counts everywhere. */
function naturesOf(mirror: VoucherMirror, establishments: readonly Establishment[]): UsedAccount[] {
  const attachedTo = establishments.map(({ id }) => id);
  return mirror.natures
    .filter(({ isRestaurant, isEnabled }) => isRestaurant && isEnabled)
    .map(({ id, name }) => ({ id, name, attachedTo, uses: [] }));
}

function namesOf(known: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(known.map(({ id, name }) => [id, name]));
}

/** A regulation that was ordered with and is not in its sheet any more would leave its people without their last absences. */
function goneRegulations(regulations: readonly TypedRegulation[], { closed }: VoucherRegister): Finding[] {
  const names = new Set(regulations.map(({ name }) => name));
  const gone = [...new Set(closed.map(({ regulation }) => regulation.key))].filter((key) => !names.has(key));
  return gone.map((regulation) => ({ code: 'voucherRegulationGone', severity: 'error', facts: { regulation } }));
}

function orderedIssuers({ orders }: VoucherRegister): ReadonlyMap<string, string> {
  return new Map(orders.filter(({ state }) => state !== 'cancelled').map((each) => [each.regulation, each.issuer]));
}

/** Reads everything for the order of `month`. What is wrong is told, at its cell; the rest is answered all the same. */
export function voucherBook(snapshot: BookSnapshot, mirror: VoucherMirror, month: PlainMonth): VoucherBook {
  const state = (table: TableDeclaration) => snapshot[table.name];
  const people = rowsOf(snapshot, employeesTable.name).filter(({ key }) => key !== '');
  const known = people.map((row) => ({
    id: canonical('identifier', row.cells['luccaId'] ?? textCell(row.key)),
    employeeNumber: textOf(row, 'employeeNumber'),
    establishment: textOf(row, 'establishment'),
  }));
  const register = readRegister(snapshot);
  const establishments = readEstablishments(state(establishmentsTable));
  const regulations = readRegulations(state(regulationsTable), {
    establishments: establishments.value,
    ordered: orderedIssuers(register),
    on: firstDay(month),
  });
  const names = regulations.value.map(({ name }) => name);
  const beside = { people, establishments: establishments.value };
  const [accounts, natures] = [accountsOf(mirror, beside), naturesOf(mirror, establishments.value)];
  const accountRows = readImpacts(absenceImpactsTable, state(absenceImpactsTable), names, accounts);
  const natureRows = readImpacts(expenseImpactsTable, state(expenseImpactsTable), names, natures);
  const beneficiaries = readBeneficiaries(state(beneficiariesTable), {
    people: known,
    establishments: establishments.value,
    regulations: regulations.value,
    fields: fieldsOf(snapshot, people),
  });
  const meals = readMeals(state(mealsTable), known, natures);
  const adjustments = readAdjustments(state(adjustmentsTable), known);
  const plannings = readPlannings(state(planningsTable), known, establishments.value);
  const decided = {
    accounts: { known: accounts, rows: accountRows.value },
    natures: { known: natures, rows: natureRows.value },
  };
  const states = regulations.value.map((typed) =>
    regulationState(typed, { month, findings: regulations.findings, ...decided }),
  );
  const readings = [
    establishments,
    regulations,
    accountRows,
    natureRows,
    beneficiaries,
    meals,
    plannings,
    adjustments,
    register,
  ];
  return {
    people,
    establishments: establishments.value,
    regulations: regulations.value,
    states,
    beneficiaries: beneficiaries.value,
    meals: meals.value,
    adjustments: adjustments.value,
    plannings: plannings.value,
    register,
    names: { accounts: namesOf(mirror.accounts), natures: namesOf(mirror.natures) },
    findings: [...readings.flatMap(({ findings }) => findings), ...goneRegulations(regulations.value, register)],
  };
}
