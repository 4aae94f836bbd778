/** « Arrêts à saisir » as it stands. */
import type { StoppageLine } from '../../domain/absences/matchStoppages.ts';
import type { HeldStoppage, StoppageState } from '../../domain/absences/judgeStoppage.ts';
import type { StoppageDates } from '../../domain/absences/stoppageDates.ts';
import type { HalfDate } from '../../domain/absences/halfDay.ts';
import type { TableState } from '../../flows/book.ts';
import { halfLabels } from '../absencesTable.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { stoppageIn } from './stoppageText.ts';
import { stoppagesTable, stoppageStates } from './stoppagesTable.ts';
import { kindLabels } from './treatmentLabels.ts';

/** A row that could be read. `rowKey`: as the workbook finds it. */
export interface StoppageRow extends StoppageLine {
  readonly rowKey: string;
  readonly state: StoppageState | undefined;
  readonly held: HeldStoppage;
  readonly typedAt: string;
  readonly row: TypedRow;
}

export interface StoppageRows {
  readonly rows: readonly StoppageRow[];
  /** Keys of rows that nothing sound can be said of, for a cell was spoilt or two rows share a key: they are left as they are. */
  readonly unread: ReadonlySet<string>;
}

const ends = [
  ['from', 'fromHalf'],
  ['to', 'toHalf'],
] as const;

function endOf(row: TypedRow, [day, part]: (typeof ends)[number]): HalfDate | undefined {
  const [date, half] = [row.date(day), row.choice(part, halfLabels)];
  for (const [key, isRead] of [
    [day, date !== null],
    [part, half !== undefined],
  ] as const)
    if (!isRead && !row.isUnreadable(key)) row.say(key, 'stoppageCellBlank');
  return date && half ? { date, half } : undefined;
}

function datesOf(row: TypedRow): StoppageDates | undefined {
  const kind = row.choice('kind', kindLabels);
  if (!kind && !row.isUnreadable('kind')) row.say('kind', 'stoppageCellBlank');
  const [from, to] = ends.map((end) => endOf(row, end));
  if (from && to && from.date > to.date) row.say('to', 'stoppageDatesReversed');
  return kind && from && to && from.date <= to.date ? { kind, from, to } : undefined;
}

const ticks = new Map<unknown, HeldStoppage['tick']>([
  [true, 'yes'],
  [false, 'no'],
]);

function heldOf(row: TypedRow): HeldStoppage | undefined {
  const shown = datesOf(row);
  const text = row.text('typedAs');
  const typedAs = text === '' ? null : stoppageIn(text);
  if (typedAs === undefined) row.say('typedAs', 'stoppageTypedAsUnread');
  if (!shown || typedAs === undefined || row.isUnreadable('typed')) return undefined;
  const tick = ticks.get(row.value('typed')) ?? 'open';
  const wasTicked = tick === 'open' && row.text('typedAt') !== '';
  return { tick, typedAs, wasTicked, shown, isInLucca: row.value('inLucca') !== false };
}

/** The rows that bear a key. What is spoilt is said at its cell. */
export function readStoppageRows(state: TableState | undefined): Reading<StoppageRows> {
  const { rows, findings } = typedRows(stoppagesTable, state);
  const keyed = rows.map((row) => ({ row, rowKey: row.place('key').key ?? '' })).filter(({ rowKey }) => rowKey !== '');
  const counts = new Map<string, number>();
  for (const { rowKey } of keyed) counts.set(rowKey, (counts.get(rowKey) ?? 0) + 1);
  const unread = new Set<string>();
  const read = keyed.flatMap(({ row, rowKey }): StoppageRow[] => {
    const held = heldOf(row);
    if (!held || counts.get(rowKey) !== 1) {
      unread.add(rowKey);
      return [];
    }
    const [key, employeeId, leaveId] = [row.text('key'), row.text('luccaId'), row.text('leaveId')];
    const own = { state: row.choice('state', stoppageStates), typedAt: row.text('typedAt'), row };
    return [{ key, employeeId, leaveId, dates: held.shown, rowKey, held, ...own }];
  });
  return { value: { rows: read, unread }, findings };
}
