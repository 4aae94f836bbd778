/** A file of payroll brought into « Liste de la paie »: read again, it updates its rows and repeats none. */
import type { Finding } from '../../domain/finding.ts';
import { blank, canonical, isBlank, isExactly, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, type Result } from '../../domain/result.ts';
import { column } from '../../tables/declaration.ts';
import { listFields, payrollListTable as table } from '../../tables/people/payrollListTable.ts';
import type { GivenPerson } from '../../tables/people/readPayrollFile.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { FlowOptions } from '../ports.ts';

export interface ListImport {
  readonly lines: readonly PlanLine[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows of the sheet that the file does not speak of: kept. */
  readonly kept: number;
  readonly findings: readonly Finding[];
}

const LINE_DIGITS = 4;

function text(cells: RowCells, key: string): string {
  return canonical(column(table, key).kind, cells[key] ?? blank);
}

/** What a file of payroll is found again by: its identifier, else establishment and matricule, else all that it says. */
function identityOf(cells: RowCells): string {
  const id = text(cells, 'payrollId');
  if (id !== '') return JSON.stringify(['id', id]);
  const number = text(cells, 'employeeNumber');
  if (number !== '') return JSON.stringify(['number', text(cells, 'establishment'), number]);
  return JSON.stringify(listFields.map((key) => text(cells, key)));
}

function rowsByIdentity(rows: readonly BookRow[]): ReadonlyMap<string, readonly BookRow[]> {
  const index = new Map<string, BookRow[]>();
  for (const row of rows) {
    const identity = identityOf(row.cells);
    const held = index.get(identity);
    if (held) held.push(row);
    else index.set(identity, [row]);
  }
  return index;
}

/** A blank of the file takes nothing away: the column may be one that payroll does not export. */
function changes(row: BookRow, cells: RowCells): PlanLine[] {
  return Object.entries(cells).flatMap(([key, after]): PlanLine[] => {
    const before = row.cells[key];
    if (before === undefined || isBlank(after) || isExactly(before, after)) return [];
    return [{ table: table.name, key: row.key, reason: 'change', operation: 'set', column: key, before, after }];
  });
}

function numberAfter(rows: readonly BookRow[]): () => string {
  let last = Math.max(0, ...rows.map(({ key }) => Number(/^P(\d+)$/.exec(key)?.[1] ?? 0)));
  return () => {
    last += 1;
    return `P${String(last).padStart(LINE_DIGITS, '0')}`;
  };
}

function addition(line: string, cells: RowCells): PlanLine {
  const filled = Object.entries(cells).filter(([, cell]: readonly [string, Cell]) => !isBlank(cell));
  const after = { line: textCell(line), ...Object.fromEntries(filled) };
  return { table: table.name, key: line, reason: 'arrival', operation: 'add', after };
}

/** What bringing `people` would write. Rows that cannot be told apart are left, and told. */
export function listImport(snapshot: BookSnapshot, people: readonly GivenPerson[]): ListImport {
  const rows = rowsOf(snapshot, table.name);
  const held = rowsByIdentity(rows);
  const next = numberAfter(rows);
  const [lines, findings, seen]: [PlanLine[], Finding[], Set<string>] = [[], [], new Set()];
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const { at, cells } of people) {
    const identity = identityOf(cells);
    const [row, other] = held.get(identity) ?? [];
    const isAgain = row !== undefined && seen.has(identity);
    seen.add(identity);
    if (!row || (isAgain && !other)) {
      lines.push(addition(next(), cells));
      counts.added += 1;
    } else if (other || row.key === '')
      findings.push({ code: 'list.sameRows', severity: 'warning', facts: { sheet: '', at: String(at) } });
    else {
      const changed = changes(row, cells);
      lines.push(...changed);
      counts[changed.length > 0 ? 'updated' : 'unchanged'] += 1;
    }
  }
  const kept = rows.filter((row) => !seen.has(identityOf(row.cells))).length;
  return { lines, ...counts, kept, findings };
}

/** Reads the workbook and says what bringing `people` would write. */
export async function prepareListImport(
  ports: ApplyPorts,
  people: readonly GivenPerson[],
): Promise<Result<ListImport, ApplyError>> {
  const snapshot = await ports.book.read([table]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const state = snapshot.value[table.name];
  if (state?.state === 'broken' || state?.state === 'ambiguous') {
    const code = state.state === 'broken' ? ('tableBroken' as const) : ('tableAmbiguous' as const);
    const facts = { table: table.title, sheet: state.state === 'broken' ? state.sheet : '' };
    return fail({ code: 'book', open: false, error: { code, facts } });
  }
  return { ok: true, value: listImport(snapshot.value, people) };
}

/** Writes it, as one plan that can be undone. */
export async function writeListImport(
  ports: ApplyPorts,
  { lines }: ListImport,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  return applyPlan(ports, lines, options, 'payrollList');
}
