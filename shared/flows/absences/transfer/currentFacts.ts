/** What Lucca shows of absences and contracts, under the identifier that each person has now: Lucca may have had them created again. */
import type { ContractSpan } from '../../../contracts/voucherSchemas.ts';
import type { HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import type { TransferEntry } from '../../../domain/absences/transferRegister.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { OpenedTransfer, TransferFacts } from './readTransfer.ts';

export interface CurrentFacts {
  /** Those whom Lucca lists, under whichever identifier. */
  readonly listed: ReadonlySet<string>;
  readonly contracts: readonly ContractSpan[];
  readonly halfDays: readonly HalfDayAbsence[];
  /**
   * Whether Lucca answers for what payroll took of somebody: not of a former identifier of which it shows nothing any more, neither the person nor
   * any half-day that payroll holds, under whichever identifier.
   */
  readonly isAnswered: (entry: TransferEntry) => boolean;
  /** Half-days that Lucca shows under a former identifier and under the present one: they count once. */
  readonly isDouble: (halfDay: HalfDayAbsence) => boolean;
}

const datedOf = ({ employeeId, date, half }: Pick<HalfDayAbsence, 'employeeId' | 'date' | 'half'>) =>
  `${employeeId} ${date} ${half}`;
const placeOf = (halfDay: HalfDayAbsence) => `${datedOf(halfDay)} ${halfDay.accountId}`;

/** By the former identifiers under which payroll took something, those that Lucca still speaks of. */
function answered(
  { employees, halfDays: shown }: Pick<TransferFacts, 'employees' | 'halfDays'>,
  halfDays: readonly HalfDayAbsence[],
  held: readonly TransferEntry[],
): CurrentFacts['isAnswered'] {
  const known = new Set([...employees.map(({ id }) => id), ...shown.map(({ employeeId }) => employeeId)]);
  const dates = new Set(halfDays.map(datedOf));
  for (const entry of held) if (entry.formerId !== undefined && dates.has(datedOf(entry))) known.add(entry.formerId);
  return ({ formerId }) => formerId === undefined || known.has(formerId);
}

export function currentFacts({
  snapshot,
  facts,
  register,
}: Pick<OpenedTransfer, 'snapshot' | 'facts' | 'register'>): CurrentFacts {
  const { of } = currentIds(snapshot);
  const underNow = <T extends { readonly employeeId: string }>(rows: readonly T[]) =>
    rows.map((each) => ({ ...each, employeeId: of(each.employeeId) }));
  const halfDays = underNow(facts.halfDays);
  const isFormer = facts.halfDays.map(({ employeeId }, at) => employeeId !== halfDays[at]?.employeeId);
  const present = new Set(halfDays.filter((_, at) => !isFormer[at]).map(placeOf));
  const doubles = new Set(halfDays.filter((each, at) => isFormer[at] && present.has(placeOf(each))));
  return {
    listed: new Set(facts.employees.map(({ id }) => of(id))),
    contracts: underNow(facts.contracts),
    halfDays,
    isAnswered: answered(facts, halfDays, register.held),
    isDouble: (halfDay) => doubles.has(halfDay),
  };
}
