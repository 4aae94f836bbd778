/** `match`: a list of payroll brought, everybody compared with Lucca, and sure links written. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { PersonMatch } from '../../shared/domain/people/matching/matchable.ts';
import { displayed } from '../../shared/domain/review/cell.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  givenSheets,
  givenText,
  isWorkbook,
  type FileProblem,
  type GivenFile,
} from '../../shared/flows/people/payrollFile.ts';
import { prepareListImport, writeListImport } from '../../shared/flows/people/payrollList.ts';
import { applyMatching, matchPayroll, type PayrollMatching } from '../../shared/flows/people/matching/matchPayroll.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as documents from '../../shared/messages/fr/documents.ts';
import { keysText, reasonText } from '../../shared/messages/fr/employees/matching.ts';
import * as say from '../../shared/messages/fr/employees/matchingCli.ts';
import * as file from '../../shared/messages/fr/employees/payrollFile.ts';
import { column } from '../../shared/tables/declaration.ts';
import { payrollListTable } from '../../shared/tables/people/payrollListTable.ts';
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

function read(bytes: Uint8Array): Result<GivenFile, FileProblem> {
  if (!isWorkbook(bytes)) return givenText(bytes);
  const sheets = readSheets(bytes);
  if (typeof sheets === 'string') throw refused(file.workbookUnreadable(sheets), 'workbookUnreadable');
  return givenSheets(sheets);
}

async function listAt(path: string): Promise<GivenFile> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw refused(words.isFolder(path, '.csv'), 'isFolder');
  const bytes = await readFile(path).catch(() => {
    throw refused(documents.notAFile(basename(path)), 'missing');
  });
  const given = read(bytes);
  if (!given.ok) throw refused(problems[given.error], given.error);
  return given.value;
}

/** The lines and facts of a part of the command. */
interface Told {
  readonly lines: readonly string[];
  readonly facts: Outcome['facts'];
}

function columnsTold({ mapping }: GivenFile): string[] {
  const bound = mapping.columns.flatMap(({ heading, field }) =>
    field === null ? [] : [say.columnRead(heading, column(payrollListTable, field).heading)],
  );
  const others = mapping.columns.flatMap(({ heading, field }) => (field === null && heading !== '' ? [heading] : []));
  return [say.columnsTitle, ...bound, ...(others.length > 0 ? [say.columnsIgnored(others)] : [])];
}

/** `--list`: its people in « Liste de la paie ». */
async function brought(work: Work, path: string | undefined): Promise<Told> {
  if (path === undefined) return { lines: [], facts: {} };
  const given = await listAt(path);
  const { people, findings: ofFile } = readPayrollFile(given.grid, given.mapping);
  const prepared = await prepareListImport(portsOf(work), people);
  if (!prepared.ok) throw stopAt(applyOutcome(prepared.error));
  const { added, updated, unchanged, kept, lines, findings: ofList } = prepared.value;
  if (lines.length > 0) {
    const written = await writeListImport(portsOf(work), prepared.value, writeOptions(work.terminal));
    if (!written.ok) throw stopAt(applyOutcome(written.error));
    work.reports.push(written.value);
  }
  const findings = inOrder([...ofFile, ...ofList]);
  const cut = given.isCut ? [file.cutShort] : [];
  const said = [
    say.listRead(basename(path), people.length),
    ...columnsTold(given),
    file.imported(added, updated, unchanged, kept),
  ];
  const facts = {
    list: { people: people.length, added, updated, unchanged, kept, findings: findings.map(reportedFinding) },
  };
  return { lines: [...said, ...cut, ...findingLines(findings)], facts };
}

function countsOf({ matching: { people, files } }: PayrollMatching) {
  const of = (state: PersonMatch['state']) => people.filter((each) => each.state === state).length;
  const payrollOnly = files.filter(({ state }) => state === 'onlyInPayroll' || state === 'gone').length;
  const sure = { linked: of('linked'), match: of('match') };
  return { ...sure, toConfirm: of('toConfirm'), conflict: of('conflict'), luccaOnly: of('create'), payrollOnly };
}

function nameOf({ reading }: PayrollMatching, luccaId: string): string {
  const cells = reading.lucca.get(luccaId) ?? {};
  const parts = ['lastName', 'firstName'].map((key) => displayed(cells[key] ?? { blank: true }));
  return parts.filter((each) => each !== '').join(' ') || luccaId;
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

async function matched(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, service, month, values } = work;
  const list = await brought(work, values.list);
  const fresh = await pulled(terminal, service, connection, [month]);
  const compared = await matchPayroll(portsOf(work), fresh, writeOptions(terminal));
  if (!compared.ok) return reviewOutcome(compared.error);
  const { reading, findings } = compared.value;
  if (reading.rows.size === 0)
    return outcome('attention', [...list.lines, say.noList], { ...list.facts, code: 'noList' });
  const lines = [
    ...list.lines,
    ...say.counts(countsOf(compared.value)),
    ...toSee(compared.value),
    ...findingLines(findings),
  ];
  const facts = { ...list.facts, ...factsOf(compared.value) };
  const last = await applied(work, compared.value, values.accept);
  const isDone = asked(compared.value).length === 0 && findings.length === 0;
  return saved(work, outcome(isDone ? 'done' : 'attention', [...lines, ...last], facts));
}

export async function match(terminal: Terminal, values: Values): Promise<Outcome> {
  const { accept } = values;
  if (accept !== undefined && accept !== 'sure')
    throw new Stop('usage', words.wrongOption('--accept', say.acceptSure), { code: 'usage' });
  return onAccount(terminal, values, undefined, matched);
}
