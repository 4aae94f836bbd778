/** A file of payroll brought into « Liste de la paie »: read again, it updates its rows and repeats none. */
import type { Finding } from '../../domain/finding.ts';
import { stableNir } from '../../domain/people/checks/nir.ts';
import { blank, displayed, isBlank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { column } from '../../tables/declaration.ts';
import { stateTable } from '../../tables/memoryTables.ts';
import { payrollListTable as table } from '../../tables/people/payrollListTable.ts';
import type { GivenPerson } from '../../tables/people/readPayrollFile.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { FlowOptions } from '../ports.ts';
import { rowChanges } from './listedChanges.ts';
import { foundRows, type FoundRow } from './listedRows.ts';
import { ListNumbers, numberedRows } from './listNumbers.ts';

export interface ListImport {
  readonly lines: readonly PlanLine[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows of the sheet that the file does not speak of: kept. */
  readonly kept: number;
  /** Rows pasted without a number, which are given one. */
  readonly numbered: number;
  readonly findings: readonly Finding[];
}

function addition(line: string, cells: RowCells): PlanLine {
  const filled = Object.entries(cells).filter(([, cell]: readonly [string, Cell]) => !isBlank(cell));
  const after = { line: textCell(line), ...Object.fromEntries(filled) };
  return { table: table.name, key: line, reason: 'arrival', operation: 'add', after };
}

function told(code: string, at: number, line: string, more: Finding['facts'] = {}): Finding {
  return { code, severity: 'warning', facts: { sheet: '', at: String(at), line, ...more } };
}

type Written = 'added' | 'updated' | 'unchanged';

interface Bringing {
  readonly wrote: Written | null;
  readonly lines: readonly PlanLine[];
  readonly findings: readonly Finding[];
}

/** The NIR that is known on both sides and that the file corrects. */
function isNirChanged(row: BookRow, cells: RowCells): boolean {
  const [held, given] = [row.cells, cells].map((each) => stableNir(displayed(each['nir'] ?? blank)));
  return held !== undefined && given !== undefined && held !== given;
}

/** What is told of a row that the file speaks of. */
function remarks(at: number, row: BookRow, cells: RowCells, spoilt: readonly string[]): Finding[] {
  const headings = spoilt.map((key) => column(table, key).heading).join(', ');
  return [
    ...(isNirChanged(row, cells) ? [told('list.nirChanged', at, row.key)] : []),
    ...(spoilt.length > 0 ? [told('list.spoilt', at, row.key, { headings })] : []),
  ];
}

/** What becomes of one person of the file. A row is never written over with somebody else. */
function bringing({ at, cells }: GivenPerson, found: FoundRow, numbers: ListNumbers): Bringing {
  if (found.state === 'several') return { wrote: null, lines: [], findings: [told('list.sameRows', at, '')] };
  if (found.state === 'found') {
    const { lines, spoilt } = rowChanges(found.row, cells);
    const wrote = lines.length > 0 ? 'updated' : 'unchanged';
    return { wrote, lines, findings: remarks(at, found.row, cells, spoilt) };
  }
  const findings = found.state === 'other' ? [told('list.otherPerson', at, found.row.key)] : [];
  return { wrote: 'added', lines: [addition(numbers.next(), cells)], findings };
}

function spokenOf(found: FoundRow): readonly BookRow[] {
  if (found.state === 'several') return found.rows;
  return found.state === 'found' ? [found.row] : [];
}

/** What bringing `people` would write. Rows that cannot be told apart are left, and somebody else's row too: both are told. */
export function listImport(snapshot: BookSnapshot, people: readonly GivenPerson[]): ListImport {
  const held = rowsOf(snapshot, table.name);
  const numbers = new ListNumbers(snapshot);
  const { rows, lines: numbering } = numberedRows(held, numbers);
  const given = people.map(({ cells }) => cells);
  const found = foundRows(rows, given, (row, cells) => rowChanges(row, cells).lines.length === 0);
  const brought = people.map((person, at) => bringing(person, found[at] ?? { state: 'new' }, numbers));
  const count = (what: Written) => brought.filter(({ wrote }) => wrote === what).length;
  const spoken = new Set(found.flatMap(spokenOf));
  return {
    lines: [...numbering, ...brought.flatMap(({ lines }) => lines), ...numbers.memory()],
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    kept: rows.filter((row) => !spoken.has(row)).length,
    numbered: numbering.length,
    findings: brought.flatMap(({ findings }) => findings),
  };
}

/** Reads the workbook and says what bringing `people` would write. */
export async function prepareListImport(
  ports: ApplyPorts,
  people: readonly GivenPerson[],
): Promise<Result<ListImport, ApplyError>> {
  const snapshot = await ports.book.read([table, stateTable]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const state = snapshot.value[table.name];
  if (state?.state === 'broken' || state?.state === 'ambiguous') {
    const code = state.state === 'broken' ? ('tableBroken' as const) : ('tableAmbiguous' as const);
    const facts = { table: table.title, sheet: state.state === 'broken' ? state.sheet : '' };
    return fail({ code: 'book', open: false, error: { code, facts } });
  }
  return ok(listImport(snapshot.value, people));
}

/** Writes it, as one plan that can be undone. */
export async function writeListImport(
  ports: ApplyPorts,
  { lines }: ListImport,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  return applyPlan(ports, lines, options, 'payrollList');
}

/** Gives a number to the rows that were pasted without one, so that they can be linked. Answers how many; nothing is written for none. */
export async function numberListRows(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<{ readonly numbered: number; readonly report: ApplyReport | null }, ApplyError>> {
  const prepared = await prepareListImport(ports, []);
  if (!prepared.ok) return prepared;
  const { numbered } = prepared.value;
  if (numbered === 0) return ok({ numbered, report: null });
  const written = await writeListImport(ports, prepared.value, options);
  return written.ok ? ok({ numbered, report: written.value }) : written;
}
