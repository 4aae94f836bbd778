/** `recap`: what changed since the last close of « Salariés », in the sheets and as files; `--close` closes the month after it, `--reopen` opens it again. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '../../shared/contracts/schemas.ts';
import { wallClock } from '../../shared/domain/calendar/plainDate.ts';
import type { Sensitivity } from '../../shared/domain/people/employeeFields.ts';
import { closeEmployees, waitingDifferences, type CloseReport } from '../../shared/flows/recap/closeEmployees.ts';
import { readRecap, type MonthRecap } from '../../shared/flows/recap/readRecap.ts';
import { bankReport, recapReport } from '../../shared/flows/recap/recapReports.ts';
import { reopenEmployees } from '../../shared/flows/recap/reopenEmployees.ts';
import { writeRecap } from '../../shared/flows/recap/writeRecap.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import * as cli from '../../shared/messages/fr/employees/recapCli.ts';
import { bankFile, recapFile, reportFormats, type ReportFormat } from '../reports/recapFiles.ts';
import { tableXlsx } from '../xlsx/tableXlsx.ts';
import { pulled } from './account.ts';
import { writeNew } from './newFile.ts';
import { monthOf, type Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { closeOutcome, recapErrorOutcome, recapFacts, recapText, reopenOutcome } from './recapOutcome.ts';
import { applyOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

const PARIS = 'Europe/Paris';

interface Asked {
  readonly folder: string | undefined;
  readonly format: ReportFormat;
  readonly upTo: Sensitivity;
}

function formatOf({ kind = 'pdf', files }: Values): ReportFormat {
  const format = reportFormats.find((each) => each === kind);
  if (!format) throw new Stop('usage', words.wrongOption('--kind', cli.aFormat), { code: 'usage' });
  if (files === undefined && kind !== 'pdf')
    throw new Stop('usage', words.optionNeeds('--kind', '--files'), { code: 'usage' });
  return format;
}

async function askedIn(values: Values): Promise<Asked> {
  const { files: folder } = values;
  const format = formatOf(values);
  if (values.again && !values.close)
    throw new Stop('usage', words.optionNeeds('--again', '--close'), { code: 'usage' });
  const beside = values.reopen
    ? (['close', 'files', 'reveal'] as const).find((name) => values[name] !== undefined)
    : undefined;
  if (beside) throw new Stop('usage', words.optionsApart('--reopen', `--${beside}`), { code: 'usage' });
  if (folder !== undefined) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw new Stop('workbook', words.noFolder(folder), { code: 'noFolder' });
  }
  return { folder, format, upTo: values.reveal ? 'secret' : 'open' };
}

/** The recap, and the accounts, beside each other in a folder; answers their names. */
async function filesOf(work: Work, recap: MonthRecap, { folder, format, upTo }: Asked): Promise<string[]> {
  if (folder === undefined) return [];
  const { date } = wallClock(work.terminal.clock.now(), PARIS);
  const isMasked = upTo !== 'secret';
  const made = [
    [
      say.recapFileName(recap.month, isMasked, format),
      await recapFile(recapReport(recap, upTo, date), format, tableXlsx),
    ],
    [say.bankFileName(recap.month, isMasked, format), await bankFile(bankReport(recap, upTo, date), format, tableXlsx)],
  ] as const;
  for (const [name, bytes] of made) await writeNew(join(folder, name), bytes);
  return made.map(([name]) => name);
}

/** Closes the month; what still waits is told with it. */
async function closed(work: Work, connection: Connection): Promise<{ report: CloseReport; waiting: string[] }> {
  const request = { connection, month: work.month };
  const waiting = await waitingDifferences(portsOf(work), request);
  const options = { ...writeOptions(work.terminal), again: work.values.again ?? false };
  const report = await closeEmployees(portsOf(work), request, options);
  if (!report.ok) throw stopAt(closeOutcome(report.error));
  work.reports.push(report.value);
  const told = waiting ? [say.waitingText(waiting)].filter((line) => line !== '') : [];
  return { report: report.value, waiting: told };
}

async function recapped(work: Work, connection: Connection, asked: Asked): Promise<Outcome> {
  const { terminal, service, month } = work;
  const read = connection.mirror ? connection : await pulled(terminal, service, connection, [month]);
  const recap = await readRecap(portsOf(work), { connection: read, month }, writeOptions(terminal));
  if (!recap.ok) return recapErrorOutcome(recap.error);
  const written = await writeRecap(portsOf(work), recap.value, asked.upTo, writeOptions(terminal));
  if (!written.ok) return applyOutcome(written.error);
  work.reports.push(written.value);
  const files = await filesOf(work, recap.value, asked);
  const close = work.values.close ? await closed(work, read) : undefined;
  const closing = close ? [say.monthClosed(month, close.report.people), ...close.waiting] : [];
  const facts = { ...recapFacts(recap.value), files, closed: close !== undefined || recap.value.closed !== null };
  const { isWell, lines } = recapText(recap.value);
  return outcome(isWell ? 'done' : 'attention', [...lines, ...files.map(cli.fileMade), ...closing], facts);
}

/** The last closed month opened again, and nothing else. */
async function reopened(work: Work, connection: Connection): Promise<Outcome> {
  const { month } = work;
  const report = await reopenEmployees(portsOf(work), { connection, month }, writeOptions(work.terminal));
  if (!report.ok) return reopenOutcome(report.error);
  work.reports.push(report.value);
  return outcome('done', [say.monthReopened(month)], { code: 'reopened', month });
}

export async function recap(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = await askedIn(values);
  return onAccount(terminal, values, monthOf(values), async (work, connection) =>
    saved(work, await (values.reopen ? reopened(work, connection) : recapped(work, connection, asked))),
  );
}
