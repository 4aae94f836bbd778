/** Who was gone from Lucca and made to leave in payroll: what « Mouvements du mois » told of it, and who came back since. */
import { firstDay, monthOf, parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { MovementPerson } from '../../../domain/people/month/movements.ts';
import { movementStates } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { LoggedChange } from './monthReading.ts';
import { isOf } from './movementRows.ts';

/** One person in one month. `made`: the row that told them gone, ticked in payroll. `isBack`: they came back; `staysBack`: and did not go again. */
interface Passage {
  readonly made: BookRow | undefined;
  readonly isBack: boolean;
  readonly staysBack: boolean;
}

/** The departure that stands in payroll after all passages, oldest first. */
function standing(passages: readonly Passage[]): BookRow | undefined {
  return passages.reduce<BookRow | undefined>((before, { made, isBack, staysBack }) => {
    if (before) return isBack ? made : before;
    return staysBack ? undefined : made;
  }, undefined);
}

const isDone = (row: BookRow) => textOf(row, 'done') === 'oui';
const isMade = (row: BookRow) => isOf(row, 'gone') && isDone(row) && textOf(row, 'state') !== movementStates.stale;
const isReturn = ({ kind }: LoggedChange) => kind === 'returned' || kind === 'arrived';

/** What is known of one person: their rows of « Mouvements du mois », of any month, and what the log has of them. */
export interface Traces {
  readonly rows: readonly BookRow[];
  readonly log: readonly LoggedChange[];
}

function monthsOf({ rows, log }: Traces): PlainMonth[] {
  const told = rows.flatMap((row) => parsePlainMonth(textOf(row, 'month')) ?? []);
  return [...new Set([...told, ...log.filter(isReturn).map(({ on }) => monthOf(on))])].sort();
}

/** True for somebody gone from Lucca whom payroll made to leave already, and who was not seen again since. */
export function isMadeToLeave(traces: Traces, month: PlainMonth): boolean {
  const passages = monthsOf(traces)
    .filter((each) => each <= month)
    .map((each): Passage => {
      const rows = traces.rows.filter((row) => textOf(row, 'month') === each);
      const passing = traces.log.filter((one) => monthOf(one.on) === each && (isReturn(one) || one.kind === 'gone'));
      // What was told in the month itself goes with what it tells, but for what was done of it.
      const isToldBack = rows.some((row) => isOf(row, 'returned') && (each < month || isDone(row)));
      const last = passing.at(-1);
      return {
        made: each < month ? rows.find(isMade) : undefined,
        isBack: isToldBack || passing.some(isReturn),
        staysBack: last !== undefined && isReturn(last),
      };
    });
  return standing(passages) !== undefined;
}

/** Somebody whom Lucca has again, though payroll made them leave in an earlier month, until it says that this was undone. */
export function returnOf(traces: Traces, month: PlainMonth): MovementPerson['returned'] {
  const passages = monthsOf(traces)
    .filter((each) => each < month)
    .map((each): Passage => {
      const rows = traces.rows.filter((row) => textOf(row, 'month') === each);
      const isBack = rows.some((row) => isOf(row, 'returned') && isDone(row));
      return { made: rows.find(isMade), isBack, staysBack: false };
    });
  const made = standing(passages);
  if (!made) return undefined;
  const back = traces.log.filter((each) => isReturn(each) && monthOf(each.on) <= month).at(-1);
  return { date: back?.on ?? firstDay(month), before: textOf(made, 'before') };
}
