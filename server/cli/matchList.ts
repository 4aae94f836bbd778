/** `match --list`: the list of payroll read from a file, and brought in « Liste de la paie ». */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isUntitled } from '../../shared/domain/people/payrollList/headless.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  fromSheet,
  givenSheets,
  givenText,
  isWorkbook,
  listFieldHeading,
  otherSheets,
  type FileProblem,
  type GivenFile,
} from '../../shared/flows/people/payrollFile.ts';
import { numberListRows, prepareListImport, writeListImport } from '../../shared/flows/people/payrollList.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as documents from '../../shared/messages/fr/documents.ts';
import * as say from '../../shared/messages/fr/employees/matchingCli.ts';
import * as file from '../../shared/messages/fr/employees/payrollFile.ts';
import { readPayrollFile } from '../../shared/tables/people/readPayrollFile.ts';
import { readSheets } from '../xlsx/readSheets.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { Stop, type Outcome } from './outcome.ts';
import { applyOutcome, stopAt } from './sentences.ts';
import { portsOf, writeOptions, type Work } from './work.ts';

const problems: Readonly<Record<FileProblem, string>> = {
  tooLarge: file.fileTooLarge,
  notText: file.notText,
  noHeadings: file.noHeadings,
};

function refused(line: string, code: string): Stop {
  return new Stop('workbook', line, { code });
}

function fileIn(bytes: Uint8Array): Result<GivenFile, FileProblem> {
  if (!isWorkbook(bytes)) return givenText(bytes);
  const sheets = readSheets(bytes);
  if (typeof sheets === 'string') throw refused(file.workbookUnreadable(sheets), 'workbookUnreadable');
  return givenSheets(sheets);
}

/** The sheet that `--sheet` names, instead of the one that was taken for the list. */
function ofSheet(given: GivenFile, sheet: string | undefined): GivenFile {
  if (sheet === undefined) return given;
  const sheets = given.sheets.flatMap(({ grid }) => grid.sheet ?? []);
  const chosen = fromSheet(given, sheet);
  if (!chosen) throw new Stop('usage', file.noSuchSheet(sheet, sheets), { code: 'sheet', sheets });
  return chosen;
}

async function listAt(path: string, sheet: string | undefined): Promise<GivenFile> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw refused(words.isFolder(path, '.csv'), 'isFolder');
  const bytes = await readFile(path).catch(() => {
    throw refused(documents.notAFile(basename(path)), 'missing');
  });
  const given = fileIn(bytes);
  if (!given.ok) throw refused(problems[given.error], given.error);
  const read = ofSheet(given.value, sheet);
  if (isUntitled(read.grid)) throw refused(say.noHeadings, 'noHeadings');
  return read;
}

/** The lines and facts of a part of the command. */
interface Told {
  readonly lines: readonly string[];
  readonly facts: Outcome['facts'];
}

function columnsTold({ mapping }: GivenFile): string[] {
  const bound = mapping.columns.flatMap(({ heading, field }) =>
    field === null ? [] : [say.columnRead(heading, listFieldHeading(field))],
  );
  const others = mapping.columns.flatMap(({ heading, field }) => (field === null && heading !== '' ? [heading] : []));
  return [say.columnsTitle, ...bound, ...(others.length > 0 ? [say.columnsIgnored(others)] : [])];
}

/** Rows pasted without a number are given one: they could not be linked. */
async function numbered(work: Work): Promise<Told> {
  const written = await numberListRows(portsOf(work), writeOptions(work.terminal));
  if (!written.ok) throw stopAt(applyOutcome(written.error));
  const { numbered: rows, report } = written.value;
  if (!report) return { lines: [], facts: {} };
  work.reports.push(report);
  return { lines: [file.numberedRows(rows)], facts: { numbered: rows } };
}

/** `--list`: its people in « Liste de la paie ». */
export async function brought(work: Work): Promise<Told> {
  const { list: path, sheet: wanted } = work.values;
  if (path === undefined) return numbered(work);
  const given = await listAt(path, wanted);
  const { people, findings: ofFile } = readPayrollFile(given.grid, given.mapping);
  const prepared = await prepareListImport(portsOf(work), people);
  if (!prepared.ok) throw stopAt(applyOutcome(prepared.error));
  const { added, updated, unchanged, kept, numbered: pasted, lines, findings: ofList } = prepared.value;
  if (lines.length > 0) {
    const written = await writeListImport(portsOf(work), prepared.value, writeOptions(work.terminal));
    if (!written.ok) throw stopAt(applyOutcome(written.error));
    work.reports.push(written.value);
  }
  const findings = inOrder([...ofFile, ...ofList]);
  const cut = given.isCut ? [file.cutShort] : [];
  const { sheet } = given.grid;
  const others = otherSheets(given);
  const said = [
    say.listRead(basename(path), people.length),
    ...(sheet === null ? [] : [file.sheetRead(sheet, others)]),
    ...columnsTold(given),
    file.imported(added, updated, unchanged, kept),
    ...(pasted === 0 ? [] : [file.numberedRows(pasted)]),
  ];
  const counts = { people: people.length, added, updated, unchanged, kept, numbered: pasted };
  const read = sheet === null ? {} : { sheet, otherSheets: others };
  const facts = { list: { ...counts, ...read, findings: findings.map(reportedFinding) } };
  return { lines: [...said, ...cut, ...findingLines(findings)], facts };
}
