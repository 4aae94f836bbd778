/** From the mirror to the sheets and back, through Microsoft's client and the fake Excel. */
import { createHost, type Host } from '../../addin/workbench/host/index.ts';
import { browserClock } from '../../addin/taskpane/browserPorts.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import { spansOf } from '../../shared/domain/absences/spans.ts';
import { wallClock } from '../../shared/domain/calendar/plainDate.ts';
import type { TheirsRow } from '../../shared/domain/review/review.ts';
import { applyPlan, planLines, undoLastPlan, type ApplyReport } from '../../shared/flows/apply.ts';
import type { Book, BookSnapshot } from '../../shared/flows/book.ts';
import { rowsOf } from '../../shared/flows/bookState.ts';
import { prepareReview, type Review } from '../../shared/flows/prepareReview.ts';
import type { Mirror } from '../../shared/flows/readMirror.ts';
import { absenceRow } from '../../shared/tables/absenceRows.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeeRow } from '../../shared/tables/employeeRows.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { tables } from '../../shared/tables/tables.ts';
import { joinClient } from '../support/excelRealm.ts';
import { MONTH } from './month.ts';
import { valueOf, type Served } from './mirrorSteps.ts';
import { gridsOf, plainDiff, plainRead, plainWrite, type Grid } from './plainForms.ts';
import type { Recorder } from './recorder.ts';

interface Bench extends Served {
  readonly recorder: Recorder;
  readonly host: Host;
  readonly book: Book;
}

/** Reviews, writes, reads back, reviews again and undoes. Throws when a step does not do what it must: a fast wrong answer is no measure. */
export async function workbookSteps(recorder: Recorder, served: Served): Promise<{ lines: number }> {
  const host = createHost();
  const bench: Bench = { ...served, recorder, host, book: officeBook({ watchdogMs: 600_000 }) };
  joinClient(host);
  const empty = valueOf('read', await bench.book.read(tables));
  const first = await review(bench, 'review, empty workbook', empty);
  const lines = planLines(first, new Map());
  recorder.watch(host);
  const report = await written(bench, 'write the plan', () =>
    applyPlan({ book: bench.book, clock: browserClock }, lines),
  );
  const grids = await besideArrays(bench);
  const full = valueOf('read', await recorder.step('read the workbook', () => bench.book.read(tables)));
  await recorder.plain('load values', () => plainRead(grids));
  recorder.watch(undefined);
  const second = await review(bench, 'review, nothing changed', full);
  require(first.entries.length === report.added && second.entries.length === 0, 'the second review is not empty');
  recorder.watch(host);
  const undone = await written(bench, 'undo', () => undoLastPlan({ book: bench.book, clock: browserClock }));
  require(undone.deleted === report.added, 'the undo is not whole');
  await host.drain();
  return { lines: lines.length };
}

function require(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise);
}

async function review(bench: Bench, name: string, snapshot: BookSnapshot): Promise<Review> {
  const { recorder, service, connection, mirror } = bench;
  const book: Book = { ...bench.book, read: async () => ({ ok: true, value: snapshot }) };
  const prepared = await recorder.step(name, () =>
    prepareReview({ service, book, clock: browserClock }, { connection, months: [MONTH] }),
  );
  const theirs = rowsOfMirror(mirror);
  await recorder.plain('a Map by key', () => theirs.map(([table, rows]) => plainDiff(rowsOf(snapshot, table), rows)));
  return valueOf(name, prepared);
}

function rowsOfMirror({ asOf, employees, halfDays }: Mirror): [string, TheirsRow[]][] {
  const { date } = wallClock(asOf, 'Europe/Paris');
  const owners = new Map(employees.map((each) => [each.id, each]));
  return [
    [employeesTable.name, employees.map((each) => employeeRow(each, date))],
    [absencesTable.name, spansOf(halfDays).map((span) => absenceRow(span, owners.get(span.employeeId)))],
  ];
}

async function written(
  { recorder }: Bench,
  name: string,
  write: () => ReturnType<typeof applyPlan>,
): Promise<ApplyReport> {
  const report = valueOf(name, await recorder.step(name, write));
  require(report.refused.length === 0, `${name}: lines were refused`);
  return report;
}

/** The same cells in arrays, in a workbook of their own. */
async function besideArrays({ recorder, host }: Bench): Promise<Grid[]> {
  const grids = gridsOf(host);
  const other = createHost();
  joinClient(other);
  recorder.watch(other);
  await recorder.plain('the same cells in arrays', () => plainWrite(grids));
  await other.drain();
  joinClient(host);
  recorder.watch(host);
  return grids;
}
