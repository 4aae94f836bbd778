/** Each line of « Arrêts à saisir » beside the stoppage that Lucca has for it, with what is to be done of it; and those that have no line yet. */
import { judgedStoppage, type Judgement } from '../../../domain/absences/judgeStoppage.ts';
import { matchStoppages } from '../../../domain/absences/matchStoppages.ts';
import type { Stoppage, WorkedDays } from '../../../domain/absences/stoppages.ts';
import { textCell } from '../../../domain/review/cell.ts';
import { readStoppageRows, type StoppageRow } from '../../../tables/absences/readStoppages.ts';
import { stoppagesTable } from '../../../tables/absences/stoppagesTable.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { seenStoppages } from './seenStoppages.ts';
import type { StoppageContext } from './stoppageContext.ts';
import { workedDays } from './workedDays.ts';

/** A line, its person under the identifier they have now. */
export interface JudgedLine {
  readonly line: StoppageRow;
  readonly row: BookRow;
  /** Null once Lucca has it no more. */
  readonly stoppage: Stoppage | null;
  /** Undefined: nothing is left to say of it. */
  readonly judgement: Judgement | undefined;
}

export interface StoppageReading {
  readonly judged: readonly JudgedLine[];
  readonly added: readonly Stoppage[];
  /** By their keys. */
  readonly all: ReadonlyMap<string, Stoppage>;
  /** Keys of the lines that are left as they are: their person is gone or unknown, or a cell cannot be read. */
  readonly left: ReadonlySet<string>;
  readonly days: WorkedDays;
}

export const keyOf = (key: string) => rowKey(stoppagesTable, { key: textCell(key) });

export function stoppageReading(snapshot: BookSnapshot, context: StoppageContext): StoppageReading {
  const ids = currentIds(snapshot);
  const days = workedDays(context, ids);
  const { rows, unread } = readStoppageRows(snapshot[stoppagesTable.name]).value;
  const current = rows.map((line) => ({ ...line, employeeId: ids.of(line.employeeId) }));
  const known = current.filter(({ employeeId }) => context.isKnown(employeeId));
  const all = seenStoppages(context, known, ids, days);
  const matched = matchStoppages(known, all);
  const bookRows = new Map(rowsOf(snapshot, stoppagesTable.name).map((row) => [row.key, row]));
  const judged = known.flatMap((line): JudgedLine[] => {
    const [row, stoppage] = [bookRows.get(line.rowKey), matched.get(line) ?? null];
    return row ? [{ line, row, stoppage, judgement: judgedStoppage(line.held, stoppage, context) }] : [];
  });
  const taken = new Set(matched.values());
  const isNew = (stoppage: Stoppage) => !taken.has(stoppage) && !bookRows.has(keyOf(stoppage.key));
  const added = all.filter(isNew).filter(({ from, to }) => to.date >= context.start && from.date <= context.upTo);
  const strangers = current.filter(({ employeeId }) => !context.isKnown(employeeId)).map((line) => line.rowKey);
  const byKey = new Map(all.map((each) => [each.key, each]));
  return { judged, added, all: byKey, left: new Set([...unread, ...strangers]), days };
}
