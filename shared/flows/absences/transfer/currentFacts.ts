/** What Lucca shows of absences and contracts, under the identifier that each person has now: Lucca may have had them created again. */
import type { ContractSpan } from '../../../contracts/voucherSchemas.ts';
import type { HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { OpenedTransfer } from './readTransfer.ts';

export interface CurrentFacts {
  /** Those whom Lucca lists, under whichever identifier. */
  readonly listed: ReadonlySet<string>;
  readonly contracts: readonly ContractSpan[];
  readonly halfDays: readonly HalfDayAbsence[];
  /** Lucca had them created again: it may not show what stood under the former identifier any more. */
  readonly isCreatedAgain: (employeeId: string) => boolean;
  /** Half-days that Lucca shows under a former identifier and under the present one: they count once. */
  readonly isDouble: (halfDay: HalfDayAbsence) => boolean;
}

const placeOf = ({ employeeId, date, half, accountId }: HalfDayAbsence) => `${employeeId} ${date} ${half} ${accountId}`;

export function currentFacts({ snapshot, facts }: Pick<OpenedTransfer, 'snapshot' | 'facts'>): CurrentFacts {
  const { of, formerOf } = currentIds(snapshot);
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
    isCreatedAgain: (employeeId) => formerOf(employeeId).length > 0,
    isDouble: (halfDay) => doubles.has(halfDay),
  };
}
