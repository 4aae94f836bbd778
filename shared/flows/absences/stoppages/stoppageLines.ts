/** « Arrêts à saisir » and « À transmettre au support » brought up to date. Ticks and columns of the person are never written over. */
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { readSupportRows, type SupportRow } from '../../../tables/absences/readSupport.ts';
import { stoppagesTable } from '../../../tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../tables/absences/supportTable.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { replacing } from '../../replacing.ts';
import { writable } from '../../vouchers/preparation.ts';
import { personCells, type PersonCells } from './personCells.ts';
import type { StoppageContext } from './stoppageContext.ts';
import { stoppageReading, type JudgedLine, type StoppageReading } from './stoppageReading.ts';
import { lineCells, newCells } from './stoppageRows.ts';
import { sentAt, sentCells, supportPlace, waitingCells, type SupportPlace } from './supportRows.ts';

interface SettledLine {
  readonly judged: JudgedLine;
  readonly place: SupportPlace;
  /** Undefined where the line goes. */
  readonly cells: RowCells | undefined;
}

/** The sheets as they stand, and what becomes of each line. */
interface Sheets {
  readonly snapshot: BookSnapshot;
  readonly context: StoppageContext;
  readonly reading: StoppageReading;
  readonly person: PersonCells;
  readonly support: readonly SupportRow[];
  readonly lines: ReadonlyMap<string, SettledLine>;
}

function rowsByLine(rows: readonly SupportRow[]): ReadonlyMap<string, readonly SupportRow[]> {
  const groups = new Map<string, SupportRow[]>();
  for (const row of rows) groups.set(row.stoppage, [...(groups.get(row.stoppage) ?? []), row]);
  return groups;
}

function sheetsOf(snapshot: BookSnapshot, context: StoppageContext): Sheets {
  const [reading, person] = [stoppageReading(snapshot, context), personCells(snapshot)];
  const support = readSupportRows(snapshot[supportTable.name]).value;
  const byLine = rowsByLine(support);
  const lines = reading.judged.map((judged): [string, SettledLine] => {
    const place = supportPlace(judged, byLine.get(judged.line.rowKey) ?? []);
    const cells = lineCells(judged, reading, person, sentAt(place, context), context);
    return [judged.line.rowKey, { judged, place, cells }];
  });
  return { snapshot, context, reading, person, support, lines: new Map(lines) };
}

function lineChanges({ snapshot, context, reading, person, lines }: Sheets): PlanLine[] {
  const held = [...lines.values()].flatMap(({ cells }): RowCells[] => (cells ? [cells] : []));
  const added = reading.added.map((stoppage) => newCells(stoppage, reading, person, context));
  const inScope = ({ key }: BookRow) => lines.has(key);
  return replacing(stoppagesTable, rowsOf(snapshot, stoppagesTable.name), [...held, ...added], inScope);
}

/** Rows that no change needs any more: those of a line that is left as it is stay, and those of somebody whom nothing is known of. */
function idleRows({ snapshot, context, reading, support, lines }: Sheets): ReadonlySet<string> {
  const ids = currentIds(snapshot);
  const isIdle = ({ isSent, stoppage, employeeId }: SupportRow) =>
    !isSent && !reading.left.has(stoppage) && (lines.has(stoppage) || context.isKnown(ids.of(employeeId)));
  return new Set(support.filter(isIdle).map(({ rowKey }) => rowKey));
}

function supportChanges(sheets: Sheets): PlanLine[] {
  const { snapshot, context, reading, person, support, lines } = sheets;
  const rows = rowsOf(snapshot, supportTable.name);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const sent = support.filter(({ isSent }) => isSent);
  const last = new Map(sent.map((each) => [each.stoppage, each]));
  const handedOver = sent.flatMap((each): RowCells[] => {
    const row = byKey.get(each.rowKey);
    const judged = lines.get(each.stoppage)?.judged;
    return row ? [sentCells(each, row, judged, last.get(each.stoppage) === each, context)] : [];
  });
  const waiting = [...lines.values()].flatMap(({ judged, place, cells }): RowCells[] => {
    const row = byKey.get(place.waiting?.rowKey ?? '');
    const wanted = place.sent || !cells ? undefined : waitingCells(judged, place, row, cells, reading, person);
    return wanted ? [wanted] : [];
  });
  const idle = idleRows(sheets);
  return replacing(supportTable, rows, [...handedOver, ...waiting], ({ key }) => idle.has(key));
}

/**
 * The lines that bring both sheets up to date; a second call writes nothing. A new stoppage is to be typed; a ticked one that Lucca changed is to be
 * corrected, to be taken away, or for the support of payroll where its kind is protected and a closed month is reached.
 */
export function stoppageLines(snapshot: BookSnapshot, context: StoppageContext): PlanLine[] {
  const sheets = sheetsOf(snapshot, context);
  return writable(snapshot, [...lineChanges(sheets), ...supportChanges(sheets)]);
}
