/** What the workbook says of titres-restaurant, read beside what Lucca has: regulations and their state, exceptions, closed orders. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Meal } from '../../domain/vouchers/facts.ts';
import { adjustmentsTable } from '../../tables/vouchers/adjustmentsTable.ts';
import { mealsTable } from '../../tables/vouchers/mealsTable.ts';
import { planningsTable } from '../../tables/planningsTable.ts';
import { readAdjustments, type OrderAdjustment } from '../../tables/vouchers/readAdjustments.ts';
import type { Beneficiaries } from '../../tables/vouchers/readBeneficiaries.ts';
import type { Establishment } from '../../tables/readEstablishments.ts';
import { readMeals } from '../../tables/vouchers/readMeals.ts';
import { readPlannings, type TypedPlanning } from '../../tables/readPlannings.ts';
import { readRegister, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import type { TypedRegulation } from '../../tables/vouchers/readRegulations.ts';
import type { RegulationState } from '../../tables/vouchers/regulationState.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { readTypedRegulations, regulationFrame } from './regulationReadings.ts';
import type { VoucherFacts } from './voucherFacts.ts';

export { textOf } from './regulationReadings.ts';

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

function namesOf(known: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(known.map(({ id, name }) => [id, name]));
}

/** A regulation that was ordered with and is not in its sheet any more would leave its people without their last absences. */
function goneRegulations(regulations: readonly TypedRegulation[], { closed }: VoucherRegister): Finding[] {
  const names = new Set(regulations.map(({ name }) => name));
  const gone = [...new Set(closed.map(({ regulation }) => regulation.key))].filter((key) => !names.has(key));
  return gone.map((regulation) => ({ code: 'voucherRegulationGone', severity: 'error', facts: { regulation } }));
}

/** Reads everything for the order of `month`. What is wrong is told, at its cell; the rest is answered all the same. */
export function voucherBook(snapshot: BookSnapshot, lucca: VoucherFacts, month: PlainMonth): VoucherBook {
  const register = readRegister(snapshot);
  const frame = regulationFrame(snapshot, lucca, register);
  const { people, known, establishments, natures } = frame;
  const typed = readTypedRegulations(snapshot, frame, month);
  const meals = readMeals(snapshot[mealsTable.name], known, natures);
  const plannings = readPlannings(snapshot[planningsTable.name], known, establishments.value);
  const adjustments = readAdjustments(snapshot[adjustmentsTable.name], known);
  const regulations = typed.regulations.value;
  const readings = [frame, establishments, typed, meals, plannings, adjustments, register];
  return {
    people,
    establishments: establishments.value,
    regulations,
    states: typed.states,
    beneficiaries: typed.beneficiaries.value,
    meals: meals.value,
    adjustments: adjustments.value,
    plannings: plannings.value,
    register,
    names: { accounts: namesOf(lucca.accounts), natures: namesOf(lucca.natures) },
    findings: [...readings.flatMap(({ findings }) => findings), ...goneRegulations(regulations, register)],
  };
}
