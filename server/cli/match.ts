/** `match`: a list of payroll brought, everybody compared with Lucca, and sure links written. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { PersonMatch } from '../../shared/domain/people/matching/matchable.ts';
import { isUntitled } from '../../shared/domain/people/payrollList/headless.ts';
import type { FileMatch } from '../../shared/domain/people/matching/matchPeople.ts';
import { displayed } from '../../shared/domain/review/cell.ts';
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
import {
  applyMatching,
  matchPayroll,
  unlinkFiles,
  type PayrollMatching,
} from '../../shared/flows/people/matching/matchPayroll.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as documents from '../../shared/messages/fr/documents.ts';
import { keysText, reasonText } from '../../shared/messages/fr/employees/matching.ts';
import * as say from '../../shared/messages/fr/employees/matchingCli.ts';
import * as file from '../../shared/messages/fr/employees/payrollFile.ts';
import { readPayrollFile } from '../../shared/tables/people/readPayrollFile.ts';
import { readSheets } from '../xlsx/readSheets.ts';
import { pulled } from './account.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import { applyOutcome, reviewOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

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
async function brought(work: Work): Promise<Told> {
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

function countsOf({ matching: { people, files } }: PayrollMatching) {
  const of = (state: PersonMatch['state']) => people.filter((each) => each.state === state).length;
  const ofFiles = (...states: readonly FileMatch['state'][]) =>
    files.filter(({ state }) => states.includes(state)).length;
  const payrollOnly = ofFiles('onlyInPayroll', 'gone');
  const sure = { linked: of('linked'), match: of('match') };
  const doubts = { toConfirm: of('toConfirm'), conflict: of('conflict') };
  return { ...sure, ...doubts, luccaOnly: of('create'), payrollOnly, second: ofFiles('second') };
}

function nameOf({ reading }: PayrollMatching, luccaId: string): string {
  const cells = reading.lucca.get(luccaId) ?? {};
  const parts = ['lastName', 'firstName'].map((key) => displayed(cells[key] ?? { blank: true }));
  return parts.filter((each) => each !== '').join(' ') || luccaId;
}

/** Files that are the second of somebody. */
function seconds(compared: PayrollMatching): string[] {
  const { people, files } = compared.matching;
  const lines = files
    .filter(({ state }) => state === 'second')
    .map(({ id, luccaId }) => {
      const first = people.find((person) => person.luccaId === luccaId)?.file ?? '';
      return say.secondLine(id, luccaId === null ? '' : nameOf(compared, luccaId), first);
    });
  return lines.length === 0 ? [] : [say.secondTitle, ...lines];
}

function asked(compared: PayrollMatching): readonly PersonMatch[] {
  return compared.matching.people.filter(({ state }) => state === 'toConfirm' || state === 'conflict');
}

function toSee(compared: PayrollMatching): string[] {
  const lines = asked(compared).map(({ luccaId, candidates, reason }) => {
    const [first] = candidates;
    const keys = first ? keysText([...first.keys, ...first.shared]) : '';
    return say.personLine(nameOf(compared, luccaId), first?.id ?? '', keys, reasonText(reason, first));
  });
  return lines.length === 0 ? [] : [say.toSeeTitle, ...lines];
}

/** For a machine: who, which rows, by which keys; no value of anybody. */
function factsOf(compared: PayrollMatching): Outcome['facts'] {
  const people = asked(compared).map(({ luccaId, state, reason, candidates }) => ({
    luccaId,
    state,
    reason,
    candidates: candidates.map(({ id, keys, shared, differences }) => ({ line: id, keys, shared, differences })),
  }));
  return { counts: countsOf(compared), people, findings: compared.findings.map(reportedFinding) };
}

async function applied(work: Work, compared: PayrollMatching, accept: string | undefined): Promise<string[]> {
  const { match } = countsOf(compared);
  if (accept === undefined) return match > 0 ? [say.notApplied] : [];
  const written = await applyMatching(portsOf(work), compared, writeOptions(work.terminal));
  if (!written.ok && written.error.code === 'nothing') return [say.nothingToApply];
  if (!written.ok) throw stopAt(applyOutcome(written.error));
  work.reports.push(written.value);
  return [say.applied(match), say.doNext];
}

/** `--unlink P0001,P0002`: each must be linked; remembered as « ce n'est pas elle ». */
async function unlinked(work: Work, compared: PayrollMatching, wanted: string): Promise<string[]> {
  const lines = wanted.split(',').map((each) => each.trim().toUpperCase());
  const owners = new Map(
    compared.matching.people.flatMap(({ state, luccaId, file: line }) =>
      state === 'linked' && line !== null ? [[line, luccaId] as const] : [],
    ),
  );
  const [lost] = lines.filter((line) => !owners.has(line));
  if (lost !== undefined) throw new Stop('usage', say.notLinked(lost), { code: 'notLinked', line: lost });
  const written = await unlinkFiles(portsOf(work), compared, new Set(lines), writeOptions(work.terminal));
  if (!written.ok) throw stopAt(applyOutcome(written.error));
  work.reports.push(written.value);
  return [...lines.map((line) => say.unlinked(nameOf(compared, owners.get(line) ?? ''), line)), say.unlinkUndone];
}

async function matched(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, service, month, values } = work;
  const list = await brought(work);
  const fresh = await pulled(terminal, service, connection, [month]);
  const compared = await matchPayroll(portsOf(work), fresh, writeOptions(terminal));
  if (!compared.ok) return reviewOutcome(compared.error);
  const { reading, findings } = compared.value;
  if (values.unlink !== undefined) {
    const said = await unlinked(work, compared.value, values.unlink);
    return saved(work, outcome('done', [...list.lines, ...said], { ...list.facts, code: 'unlinked' }));
  }
  if (reading.rows.size === 0)
    return outcome('attention', [...list.lines, say.noList], { ...list.facts, code: 'noList' });
  const lines = [
    ...list.lines,
    ...say.counts(countsOf(compared.value)),
    ...toSee(compared.value),
    ...seconds(compared.value),
    ...findingLines(findings),
  ];
  const facts = { ...list.facts, ...factsOf(compared.value) };
  const last = await applied(work, compared.value, values.accept);
  const isDone = asked(compared.value).length === 0 && findings.length === 0;
  return saved(work, outcome(isDone ? 'done' : 'attention', [...lines, ...last], facts));
}

export async function match(terminal: Terminal, values: Values): Promise<Outcome> {
  const { accept, unlink } = values;
  if (accept !== undefined && accept !== 'sure')
    throw new Stop('usage', words.wrongOption('--accept', say.acceptSure), { code: 'usage' });
  if (accept !== undefined && unlink !== undefined) throw new Stop('usage', say.unlinkAlone, { code: 'usage' });
  return onAccount(terminal, values, undefined, matched);
}
