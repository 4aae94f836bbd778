/** `check-payroll`: the journal of payroll against what was handed over, written in « Pointage de la paie ». Lucca is not read. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { monthOf as monthOfDate, wallClock } from '../../shared/domain/calendar/plainDate.ts';
import { foldedName } from '../../shared/domain/people/mapping/customField.ts';
import {
  journalFields,
  type JournalField,
  type MappedJournal,
} from '../../shared/domain/people/month/journalColumns.ts';
import { isWorkbook, sheetGrids, sheetNamed } from '../../shared/flows/people/payrollFile.ts';
import {
  journalIn,
  journalLines,
  journalText,
  type JournalChoice,
  type JournalFile,
} from '../../shared/flows/people/month/bringJournal.ts';
import {
  computePayrollCheck,
  writePayrollCheck,
  type PayrollCheck,
} from '../../shared/flows/people/month/computePayrollCheck.ts';
import { wrongOption } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/employees/monthCli.ts';
import { noSuchSheet } from '../../shared/messages/fr/employees/payrollFile.ts';
import { column } from '../../shared/tables/declaration.ts';
import { payrollJournalTable } from '../../shared/tables/people/payrollCheckTables.ts';
import { readSheets } from '../xlsx/readSheets.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { monthOutcome } from './monthOutcome.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { saved, writeOptions } from './work.ts';
import { openWorkbook, requireWritable } from './workbook.ts';

/** `Matricule=Mat. paie;Code=Rub.`, with the headings of « Journal de paie ». */
function choiceOf({ columns }: Values): JournalChoice {
  const pairs = (columns ?? '').split(';').filter((each) => each.trim() !== '');
  const choices = pairs.map((pair): [JournalField, string] => {
    const [ours = '', ...theirs] = pair.split('=');
    const field = journalFields.find(
      (each) => foldedName(column(payrollJournalTable, each).heading) === foldedName(ours),
    );
    const heading = theirs.join('=').trim();
    if (!field || heading === '')
      throw new Stop('usage', wrongOption('--columns', say.aColumnChoice), { code: 'usage' });
    return [field, heading];
  });
  return Object.fromEntries(choices);
}

function fileOf(bytes: Uint8Array, name: string): JournalFile {
  const read = isWorkbook(bytes) ? readSheets(bytes) : undefined;
  const grid = read ? undefined : journalText(bytes);
  if (grid) return { grids: [grid] };
  if (!read || typeof read === 'string') throw new Stop('workbook', say.journalNotTable(name), { code: 'journal' });
  return { grids: sheetGrids(read), unread: read.unread };
}

async function journalOf(values: Values): Promise<MappedJournal | undefined> {
  const { file: path, sheet } = values;
  const chosen = choiceOf(values);
  if (path === undefined) return undefined;
  const name = basename(path);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Stop('workbook', say.journalUnreadable(name), { code: 'journal' });
  const file = fileOf(bytes, name);
  const sheets = file.grids.flatMap((grid) => grid.sheet ?? []);
  if (sheet !== undefined && !sheetNamed(file.grids, sheet))
    throw new Stop('usage', noSuchSheet(sheet, sheets), { code: 'sheet', sheets });
  const journal = journalIn({ ...file, ...(sheet === undefined ? {} : { sheet }) }, chosen);
  if (journal.ok) return journal.value;
  throw new Stop('usage', say.journalUnmapped(journal.error), {
    code: 'columns',
    headings: journal.error.headings,
  });
}

function told({ month, lines, rows, unexplained, findings }: PayrollCheck, before: readonly string[]): Outcome {
  const shown = inOrder(findings);
  const different = lines.filter(({ state }) => state !== 'equal').length;
  const isWell = unexplained === 0 && shown.every(({ severity }) => severity === 'info');
  const counts = say.checkCounts(lines.length - different, different);
  const results = lines.length === 0 ? [say.nothingCompared] : [counts, say.unexplained(unexplained)];
  const text = [...before, say.checkTitle(month), ...results, ...findingLines(shown)];
  return outcome(isWell ? 'done' : 'attention', text, {
    code: 'checked',
    month,
    unexplained,
    lines: lines.map(({ name: _, label: __, ...line }, at) => ({
      ...line,
      explained: rows[at]?.['explanation'] !== undefined && !('blank' in rows[at]['explanation']),
    })),
    findings: shown.map(reportedFinding),
  });
}

export async function checkPayroll(terminal: Terminal, values: Values): Promise<Outcome> {
  const month = monthOf(values) ?? monthOfDate(wallClock(terminal.clock.now(), 'Europe/Paris').date);
  const journal = await journalOf(values);
  const book = await openWorkbook(values);
  requireWritable(book);
  const bring = journal
    ? {
        bring: (snapshot: Parameters<typeof journalLines>[0]) =>
          journalLines(snapshot, journal, month, basename(values.file ?? '')),
      }
    : {};
  const options = writeOptions(terminal);
  const check = await computePayrollCheck({ book }, { month, ...bring }, options);
  const work = { book, values, reports: [], unsaved: [] };
  if (!check.ok && check.error.code === 'noJournal') {
    const shown = inOrder(check.error.findings);
    const text = [say.noJournal(month), ...findingLines(shown)];
    return saved(work, outcome('attention', text, { code: 'noJournal', month, findings: shown.map(reportedFinding) }));
  }
  if (!check.ok) return monthOutcome(check.error as Parameters<typeof monthOutcome>[0]);
  const written = await writePayrollCheck({ book, clock: terminal.clock }, check.value, options);
  if (!written.ok) return applyOutcome(written.error);
  const before = journal && values.file ? [say.journalRead(basename(values.file), check.value.kept)] : [];
  return saved({ ...work, reports: [written.value] }, told(check.value, before));
}
