/** « Périodes » of titres-restaurant: one row per month and regulation, of which one only is open. */
import { addMonths, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, canonical, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import { windowsOf } from '../../domain/vouchers/windows.ts';
import { periodStates, periodsTable, periodTopics, type PeriodState } from '../../tables/periodsTable.ts';
import type { BookRow } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { replacing } from '../replacing.ts';
import { textOf } from './voucherBook.ts';

/** `by`: where this is done, « le volet Excel ». */
export interface PeriodOptions extends FlowOptions {
  readonly by?: string;
}

/** Where a month of a regulation comes to. `by`: '' when nobody knows; `at`: as a sheet tells it. */
export interface PeriodMove {
  readonly regulation: Pick<VoucherRegulation, 'key' | 'rules'>;
  readonly month: PlainMonth;
  readonly state: PeriodState;
  readonly by: string;
  readonly at: Cell;
}

function cellsOf({ regulation, month, state, by, at }: PeriodMove): RowCells {
  const { from, to } = windowsOf(regulation.rules, month).days;
  return {
    topic: textCell(periodTopics.vouchers),
    scope: textCell(regulation.key),
    month: textCell(month),
    from: { date: from },
    to: { date: to },
    state: textCell(periodStates[state]),
    by: by === '' ? blank : textCell(by),
    at,
  };
}

function folded(text: string): string {
  return canonical('text', textCell(text));
}

function isOf(row: BookRow, { key }: PeriodMove['regulation']): boolean {
  return textOf(row, 'topic') === periodTopics.vouchers && folded(textOf(row, 'scope')) === folded(key);
}

/** Months that were open after `month`: it is to be done first. */
function openAfter(row: BookRow, { regulation, month }: PeriodMove): boolean {
  return isOf(row, regulation) && textOf(row, 'month') > month && textOf(row, 'state') === periodStates.open;
}

/**
 * The lines that write a move. A month that is prepared opens the next one, unless that one stands there already; one that is open again
 * takes the open months after it away.
 */
export function periodLines(held: readonly BookRow[], move: PeriodMove): PlanLine[] {
  const next = addMonths(move.month, 1);
  const isFollowed = held.some((row) => isOf(row, move.regulation) && textOf(row, 'month') >= next);
  const opened: PeriodMove = { ...move, month: next, state: 'open' };
  const moves = move.state === 'open' || isFollowed ? [move] : [move, opened];
  return replacing(periodsTable, held, moves.map(cellsOf), (row) => move.state === 'open' && openAfter(row, move));
}

/**
 * The lines of those of `moves` whose month and regulation have no row yet. A regulation has one open month: another one that stands open,
 * because « Premier mois géré ici » moved since, goes.
 */
export function missingLines(held: readonly BookRow[], moves: readonly PeriodMove[]): PlanLine[] {
  const missing = moves.filter(
    ({ regulation, month }) => !held.some((row) => isOf(row, regulation) && textOf(row, 'month') === month),
  );
  const isStale = (row: BookRow) =>
    textOf(row, 'state') === periodStates.open &&
    moves.some((move) => move.state === 'open' && isOf(row, move.regulation) && textOf(row, 'month') !== move.month);
  return replacing(periodsTable, held, missing.map(cellsOf), isStale);
}
