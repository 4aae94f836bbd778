/** The sheets where regulations are decided, read beside what surrounds them: people, establishments, accounts, orders already made. */
import { firstDay, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { canonical, displayed, textCell } from '../../domain/review/cell.ts';
import type { Finding } from '../../domain/finding.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { beneficiariesTable } from '../../tables/vouchers/beneficiariesTable.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../tables/vouchers/impactsTables.ts';
import type { KnownPerson } from '../../tables/knownPeople.ts';
import { currentIds } from '../../tables/people/currentIds.ts';
import { readBeneficiaries, type Beneficiaries } from '../../tables/vouchers/readBeneficiaries.ts';
import { establishmentNamed, readEstablishments, type Establishment } from '../../tables/readEstablishments.ts';
import { readImpacts } from '../../tables/vouchers/readImpacts.ts';
import type { VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { readRegulations, type TypedRegulation } from '../../tables/vouchers/readRegulations.ts';
import { regulationState, type RegulationState, type UsedAccount } from '../../tables/vouchers/regulationState.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import type { Reading } from '../../tables/typedRow.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { ownPeople } from '../ownPeople.ts';
import type { VoucherFacts } from './voucherFacts.ts';
import { restaurantNatures } from './restaurantNatures.ts';

/** The text of a cell of a row; '' where there is none. */
export function textOf(row: BookRow, key: string): string {
  return displayed(row.cells[key] ?? textCell(''));
}

/** What regulations are read beside, and does not change with them. */
export interface RegulationFrame {
  /** Rows of « Salariés » that say who they are. */
  readonly people: readonly BookRow[];
  readonly known: readonly KnownPerson[];
  /** Headings of « Salariés ». */
  readonly fields: readonly string[];
  readonly establishments: Reading<readonly Establishment[]>;
  readonly accounts: readonly UsedAccount[];
  readonly natures: readonly UsedAccount[];
  /** Issuer that each regulation was ordered from. */
  readonly ordered: ReadonlyMap<string, string>;
  /** Of « Salariés ». */
  readonly findings: readonly Finding[];
}

/** What the sheets of regulations say, what is wrong with them, and whether each can be ordered with. */
export interface RegulationReadings {
  readonly regulations: Reading<readonly TypedRegulation[]>;
  readonly beneficiaries: Reading<Beneficiaries>;
  readonly states: readonly RegulationState[];
  /** Of the four sheets. */
  readonly findings: readonly Finding[];
}

/** Headings of « Salariés », ours and those that the person added. */
export function fieldsOf(snapshot: BookSnapshot, people: readonly BookRow[]): string[] {
  const state = snapshot[employeesTable.name];
  const letters = state?.state === 'found' ? state.letters : {};
  const ours = employeesTable.columns.filter(({ key }) => key in letters).map(({ heading }) => heading);
  return [...new Set([...ours, ...people.flatMap(({ others }) => others.map(({ heading }) => heading))])];
}

type Beside = Pick<RegulationFrame, 'people'> & { readonly establishments: readonly Establishment[] };

/** Last day on which each account was used, by establishment of the person. */
function usesOf(lucca: VoucherFacts, { people, establishments }: Beside) {
  const ownOf = new Map(
    people.map((row) => [row.key, establishmentNamed(establishments, textOf(row, 'establishment'))?.id]),
  );
  const last = new Map<string, Map<string, PlainDate>>();
  for (const { accountId, employeeId, date } of lucca.halfDays) {
    const establishment = ownOf.get(employeeId);
    if (establishment === undefined) continue;
    const uses = last.get(accountId) ?? new Map<string, PlainDate>();
    last.set(accountId, uses);
    if (date > (uses.get(establishment) ?? '')) uses.set(establishment, date);
  }
  return (id: string) => [...(last.get(id) ?? [])].map(([establishment, day]) => ({ establishment, last: day }));
}

function accountsOf(lucca: VoucherFacts, beside: Beside): UsedAccount[] {
  const uses = usesOf(lucca, beside);
  const listed = new Set(lucca.accounts.map(({ id }) => id));
  const used = new Set(lucca.halfDays.map(({ accountId }) => accountId));
  // An account that Lucca uses and does not list must be decided too: its absences would take nothing without a word.
  const unlisted = [...used].filter((id) => !listed.has(id)).map((id) => ({ id, name: id, establishments: [] }));
  return [...lucca.accounts, ...unlisted].map(({ id, name, establishments }) => ({
    id,
    name,
    attachedTo: establishments.flatMap((each) => establishmentNamed(beside.establishments, each)?.id ?? []),
    uses: uses(id),
  }));
}

/** Lucca attaches natures to nobody: every one in use counts everywhere. */
function naturesOf(lucca: VoucherFacts, establishments: readonly Establishment[]): UsedAccount[] {
  const attachedTo = establishments.map(({ id }) => id);
  return restaurantNatures(lucca.natures, lucca.meals).map(({ id, name }) => ({ id, name, attachedTo, uses: [] }));
}

function orderedIssuers({ orders }: VoucherRegister): ReadonlyMap<string, string> {
  return new Map(orders.filter(({ state }) => state !== 'cancelled').map((each) => [each.regulation, each.issuer]));
}

/** Reads what regulations stand beside. */
export function regulationFrame(
  snapshot: BookSnapshot,
  lucca: VoucherFacts,
  register: VoucherRegister,
): RegulationFrame {
  const { value: people, findings } = ownPeople(snapshot);
  const establishments = readEstablishments(snapshot[establishmentsTable.name]);
  const ids = currentIds(snapshot);
  return {
    people,
    findings,
    known: people.map((row) => {
      const id = canonical('identifier', row.cells['luccaId'] ?? textCell(row.key));
      const [employeeNumber, establishment] = [textOf(row, 'employeeNumber'), textOf(row, 'establishment')];
      return { id, employeeNumber, establishment, formerIds: ids.formerOf(id) };
    }),
    fields: fieldsOf(snapshot, people),
    establishments,
    accounts: accountsOf(lucca, { people, establishments: establishments.value }),
    natures: naturesOf(lucca, establishments.value),
    ordered: orderedIssuers(register),
  };
}

/** Reads regulations, impacts and exceptions for the order of `month`. What is wrong is told, at its cell. */
export function readTypedRegulations(
  snapshot: BookSnapshot,
  frame: RegulationFrame,
  month: PlainMonth,
): RegulationReadings {
  const { accounts, natures } = frame;
  const state = (table: TableDeclaration) => snapshot[table.name];
  const establishments = frame.establishments.value;
  const beside = { establishments, ordered: frame.ordered, on: firstDay(month) };
  const regulations = readRegulations(state(regulationsTable), beside);
  const names = regulations.value.map(({ name }) => name);
  const accountRows = readImpacts(absenceImpactsTable, state(absenceImpactsTable), names, accounts);
  const natureRows = readImpacts(expenseImpactsTable, state(expenseImpactsTable), names, natures);
  const beneficiaries = readBeneficiaries(state(beneficiariesTable), {
    people: frame.known,
    establishments,
    regulations: regulations.value,
    fields: frame.fields,
  });
  const decided = {
    accounts: { known: accounts, rows: accountRows.value },
    natures: { known: natures, rows: natureRows.value },
  };
  const states = regulations.value.map((typed) =>
    regulationState(typed, { month, findings: regulations.findings, ...decided }),
  );
  const findings = [regulations, accountRows, natureRows, beneficiaries].flatMap((each) => each.findings);
  return { regulations, beneficiaries, states, findings };
}
