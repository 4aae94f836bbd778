/** What « Appliquer les rattachements » writes: links and their reasons in « Liste de la paie », rows of « Salariés », what was refused. */
import type { FileMatch, Matching } from '../../../domain/people/matching/matchPeople.ts';
import type { PersonMatch } from '../../../domain/people/matching/matchable.ts';
import { blank, canonical, displayed, isBlank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { keysText, reasonText, secondFileText } from '../../../messages/fr/employees/matching.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { decisionsTable } from '../../../tables/memoryTables.ts';
import { listFields, listStates, payrollListTable as table } from '../../../tables/people/payrollListTable.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { refusalMemory, refusalsOf, type MatchAnswers, type MatchingReading } from './matchingReading.ts';

/** What stands in our columns of a row of the list. */
interface Said {
  readonly luccaId: string;
  readonly state: string;
  readonly keys: string;
  readonly detail: string;
}

function owned(match: PersonMatch, row: BookRow, isSaidNow: boolean): Said {
  const was = displayed(row.cells['state'] ?? blank);
  const isConfirmed = isSaidNow || (match.state === 'linked' && was === listStates.confirmed);
  const [candidate] = match.candidates;
  const held = displayed(row.cells['keys'] ?? blank);
  const keys = keysText((candidate?.keys ?? []).filter((key) => key !== 'link'));
  return {
    luccaId: match.luccaId,
    state: isConfirmed ? listStates.confirmed : listStates.linked,
    // A link remembers what decided when it was made.
    keys: match.state === 'linked' && !isSaidNow && held !== '' ? held : keys,
    detail: match.reason === 'linkDoubtful' ? reasonText(match.reason, candidate) : '',
  };
}

function asked(match: PersonMatch, file: string, link: string): Said {
  const candidate = match.candidates.find(({ id }) => id === file);
  const state = match.state === 'conflict' ? listStates.conflict : listStates.toConfirm;
  const keys = candidate ? [...candidate.keys, ...candidate.shared] : [];
  return { luccaId: link, state, keys: keysText(keys), detail: reasonText(match.reason, candidate) };
}

interface ByFile {
  readonly owners: ReadonlyMap<string, PersonMatch>;
  readonly askers: ReadonlyMap<string, PersonMatch>;
}

/** Conflicts speak louder than what is to be confirmed. */
function byFile({ people }: Matching): ByFile {
  const owners = new Map<string, PersonMatch>();
  const askers = new Map<string, PersonMatch>();
  for (const match of people) {
    if (match.file !== null) owners.set(match.file, match);
    else if (match.state !== 'create')
      for (const { id } of match.candidates) if (askers.get(id)?.state !== 'conflict') askers.set(id, match);
  }
  return { owners, askers };
}

function saidOf(file: FileMatch, row: BookRow, { owners, askers }: ByFile, answers: MatchAnswers): Said {
  const owner = owners.get(file.id);
  const link = displayed(row.cells['luccaId'] ?? blank);
  if (owner) return owned(owner, row, answers.links.get(owner.luccaId) === file.id);
  const asker = askers.get(file.id);
  if (asker) return asked(asker, file.id, asker.reason === 'linkTwice' ? link : '');
  if (file.state === 'second') {
    const first = [...owners].find(([, { luccaId }]) => luccaId === file.luccaId)?.[0] ?? '';
    return { luccaId: '', state: listStates.second, keys: '', detail: secondFileText(first) };
  }
  return { luccaId: file.state === 'gone' ? link : '', state: listStates.gone, keys: '', detail: '' };
}

function setLines(row: BookRow, said: Said): PlanLine[] {
  return (Object.entries(said) as [keyof Said, string][]).flatMap(([key, text]): PlanLine[] => {
    const before = row.cells[key];
    if (before === undefined || canonical('text', before) === canonical('text', textCell(text))) return [];
    const after = textCell(text);
    return [{ table: table.name, key: row.key, reason: 'change', operation: 'set', column: key, before, after }];
  });
}

/** The row that payroll gives « Salariés »: its own values. What Lucca alone has, and where both differ, is the review's to propose. */
function employeeRow(luccaId: string, { cells }: BookRow): PlanLine {
  const filled = listFields
    .filter((key) => key !== 'payrollId')
    .map((key): [string, Cell] => [key, cells[key] ?? blank])
    .filter(([, cell]) => !isBlank(cell));
  const after: RowCells = { luccaId: textCell(luccaId), ...Object.fromEntries(filled) };
  return { table: employeesTable.name, key: luccaId, reason: 'arrival', operation: 'add', after };
}

function refusalLines({ snapshot }: MatchingReading, { refusals }: MatchAnswers): PlanLine[] {
  const held = new Map(rowsOf(snapshot, decisionsTable.name).map((row) => [displayed(row.cells['key'] ?? blank), row]));
  return refusals.flatMap((refusal): PlanLine[] => {
    const { id, value } = refusalMemory(refusal);
    const same = { table: decisionsTable.name, key: canonical('text', textCell(id)), reason: 'decision' as const };
    const row = held.get(id);
    if (!row) return [{ ...same, operation: 'add', after: { key: textCell(id), value: textCell(value) } }];
    const before = row.cells['value'] ?? blank;
    if (displayed(before) === value) return [];
    return [{ ...same, operation: 'set', column: 'value', before, after: textCell(value) }];
  });
}

/** What was refused of a row that the list no longer has is forgotten: whoever stands there next is somebody else. */
function forgottenLines({ snapshot }: MatchingReading): PlanLine[] {
  const listed = new Set(rowsOf(snapshot, table.name).map(({ key }) => key));
  return rowsOf(snapshot, decisionsTable.name).flatMap((row): PlanLine[] => {
    const [refusal] = refusalsOf(row);
    if (!refusal || refusal.file === null || listed.has(refusal.file)) return [];
    const { key, cells, index } = row;
    return [{ table: decisionsTable.name, key, reason: 'decision', operation: 'delete', before: cells, at: index }];
  });
}

/** Lines of a plan; none when everything is written already. */
export function matchingLines(reading: MatchingReading, answers: MatchAnswers, matching: Matching): PlanLine[] {
  const places = byFile(matching);
  const own = new Set(rowsOf(reading.snapshot, employeesTable.name).map(({ key }) => key));
  const rows = matching.files.flatMap((file) => {
    const row = reading.rows.get(file.id);
    return row ? setLines(row, saidOf(file, row, places, answers)) : [];
  });
  const arrivals = matching.people.flatMap(({ luccaId, file }): PlanLine[] => {
    const row = file === null ? undefined : reading.rows.get(file);
    return row && !own.has(luccaId) ? [employeeRow(luccaId, row)] : [];
  });
  return [...arrivals, ...rows, ...refusalLines(reading, answers), ...forgottenLines(reading)];
}
