/** The life of an export of hours: prepared with its month, then confirmed, abandoned or cancelled. */
import type { WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import type { ExportReport } from '../../shared/flows/worktime/heldExports.ts';
import { leftOutTexts } from '../../shared/flows/worktime/leftOut.ts';
import { prepareExport } from '../../shared/flows/worktime/prepareExport.ts';
import { abandonExport, cancelExport, confirmExport } from '../../shared/flows/worktime/timeExports.ts';
import { releaseReceipt } from '../../shared/flows/receipts.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { outcome, type Outcome } from './outcome.ts';
import { required, type Values } from './options.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';
import { openWorkbook, requireWritable } from './workbook.ts';
import { exportOutcome } from './worktimeOutcome.ts';

/** What it hands over without: said when it is prepared, and when its month is closed. */
function leftOutLines({ leftOut }: Pick<ExportReport, 'leftOut'>): string[] {
  return leftOut ? leftOutTexts(leftOut).map((sentence) => `  ${sentence}`) : [];
}

/** Prepares the export of a computation, and answers how it ended; refused, what was computed stays. */
export async function prepared(work: Work, computation: WorktimeComputation): Promise<Outcome> {
  const report = await prepareExport(portsOf(work), computation, writeOptions(work.terminal));
  if (!report.ok) return exportOutcome(report.error, '');
  work.reports.push(report.value);
  const { number } = report.value;
  const lines = [say.exportPrepared(number), ...leftOutLines(report.value)];
  return outcome('done', lines, { code: 'exported', export: number });
}

/** Confirms an export that payroll has taken. The service is asked whether another copy of the workbook did. */
export async function confirmTime(terminal: Terminal, values: Values): Promise<Outcome> {
  const number = required(values, 'confirm');
  return onAccount(terminal, values, undefined, async (work, connection) => {
    const { force = false } = values;
    const receipts = { service: work.service, connectionId: connection.id, force, unguarded: force };
    const report = await confirmExport(portsOf(work), number, { ...writeOptions(terminal), receipts });
    if (!report.ok) return exportOutcome(report.error, number);
    const { receipt, number: own } = report.value;
    work.reports.push(report.value);
    work.unsaved.push(() => releaseReceipt(receipts, receipt));
    const lines = [
      say.exportConfirmed(own),
      ...leftOutLines(report.value),
      ...(receipt === null ? [say.unguarded] : []),
    ];
    return saved(work, outcome('done', lines, { code: 'confirmed', export: own }));
  });
}

const ends = {
  abandon: [abandonExport, say.exportAbandoned],
  cancel: [cancelExport, say.exportCancelled],
} as const;

/** Ends an export. Lucca is not asked. */
export async function endTime(terminal: Terminal, values: Values, action: keyof typeof ends): Promise<Outcome> {
  const [end, sentence] = ends[action];
  const asked = required(values, action);
  const book = await openWorkbook(values);
  requireWritable(book);
  const ports = { book, clock: terminal.clock };
  const report = await end(ports, asked, writeOptions(terminal));
  if (!report.ok) return exportOutcome(report.error, asked);
  const { number } = report.value;
  const done = outcome('done', [sentence(number)], { code: 'moved', export: number });
  return saved({ book, values, reports: [report.value], unsaved: [] }, done);
}
