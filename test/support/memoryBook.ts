/** A workbook of plain arrays: the shortest thing that keeps the promises of `Book`. Used where Excel does not matter. */
import type { Book, BookRow, BookSnapshot, TableChange, TableState } from '../../shared/flows/book.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import { rowKey, type ChartedTable, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { Settlement } from '../../shared/tables/settle.ts';
import { cellsToWrite, type EntryRow } from '../../shared/tables/tableBody.ts';
import { requireWritable } from '../../shared/tables/writable.ts';
import { fail, ok } from '../../shared/domain/result.ts';

/** `formulas`: what the person typed in columns of ours; the cell holds what it shows. */
export interface StoredRow {
  cells: Record<string, Cell>;
  others: BookRow['others'];
  formulas?: readonly string[];
}

export class MemoryBook implements Book {
  readonly tables = new Map<string, StoredRow[]>();
  readonly captions = new Map<string, string>();
  /** Columns of ours that the person deleted from the sheet, by table name. */
  readonly removedColumns = new Map<string, readonly string[]>();
  /** Number of lines written before the host refuses: a fault at a chosen place. */
  linesBeforeFault = Number.POSITIVE_INFINITY;
  /** Charts that stand beside their table, by name. */
  readonly charts = new Set<string>();
  shown: unknown[] = [];
  /** Table and row, from 0, on which the person is. */
  selection: { readonly table: TableDeclaration; readonly row: number; readonly column?: string } | undefined;

  rows(table: TableDeclaration): StoredRow[] {
    return this.tables.get(table.name) ?? [];
  }

  /** Every table, to be put back by `restore`. */
  copy() {
    return structuredClone({ tables: this.tables, captions: this.captions });
  }

  restore(copy: ReturnType<MemoryBook['copy']>): void {
    const { tables, captions } = structuredClone(copy);
    for (const [held, from] of [
      [this.tables, tables],
      [this.captions, captions],
    ] as const) {
      held.clear();
      for (const [name, value] of from) (held as Map<string, unknown>).set(name, value);
    }
  }

  read(tables: readonly TableDeclaration[]) {
    const entries = tables.map((table): [string, TableState] => [table.name, this.state(table)]);
    return Promise.resolve(ok(Object.fromEntries(entries) as BookSnapshot));
  }

  private columnsOf(table: TableDeclaration): string[] {
    const removed = this.removedColumns.get(table.name) ?? [];
    return table.columns.map(({ key }) => key).filter((key) => !removed.includes(key));
  }

  private bookRow(table: TableDeclaration, row: StoredRow, index: number): BookRow {
    return {
      key: rowKey(table, row.cells),
      index,
      cells: Object.fromEntries(this.columnsOf(table).map((key) => [key, row.cells[key] ?? blank])),
      formulas: row.formulas ?? [],
      others: row.others,
    };
  }

  private state(table: TableDeclaration): TableState {
    const stored = this.tables.get(table.name);
    if (!stored) return { state: 'absent' };
    const rows = stored.map((row, index) => this.bookRow(table, row, index));
    const letters = Object.fromEntries(this.columnsOf(table).map((key) => [key, 'A']));
    return { state: 'found', sheet: table.title, address: 'A3', letters, firstRow: 4, rows };
  }

  write(changes: readonly TableChange[]) {
    requireWritable(changes.flatMap(({ lines }) => lines));
    const report = { written: 0, already: 0, refused: [] as PlanLine[] };
    for (const change of changes) {
      const isWhole = this.writeTable(change, report);
      if (!isWhole) return Promise.resolve(fail({ code: 'hostRefused' as const, facts: {} }));
      if (change.caption !== undefined) this.captions.set(change.table.name, change.caption);
    }
    return Promise.resolve(ok(report));
  }

  /** False when the fault came before the last line: those before it are written. */
  private writeTable(
    { table, lines }: TableChange,
    report: { written: number; already: number; refused: PlanLine[] },
  ): boolean {
    const stored = this.rows(table);
    const ours = new Set(this.columnsOf(table));
    const rows = stored.map((row, index) => this.bookRow(table, row, index));
    const beside = new Set(rows.flatMap(({ others }) => others.map(({ heading }) => heading)));
    const body = new Settlement({ declaration: table, columns: { ours, beside }, rows });
    const written = lines.slice(0, Math.max(0, this.linesBeforeFault));
    this.linesBeforeFault -= lines.length;
    for (const line of written) {
      const settling = body.take(line);
      if (settling === 'refused') report.refused.push(line);
      else report[settling === 'todo' ? 'written' : 'already'] += 1;
    }
    const after = body.entries.flatMap(({ row }) => (row ? [this.stored(stored, row)] : []));
    this.tables.set(table.name, after);
    return written.length === lines.length;
  }

  private stored(before: readonly StoredRow[], row: EntryRow): StoredRow {
    const held = row.held && before[row.held.index];
    const cells = cellsToWrite(row);
    if (!held) return { cells: { ...cells }, others: row.kept };
    return {
      cells: { ...held.cells, ...cells },
      others: [...held.others, ...row.kept],
      formulas: (held.formulas ?? []).filter((key) => !(key in cells)),
    };
  }

  show(place: unknown) {
    this.shown.push(place);
    return Promise.resolve(ok(undefined));
  }

  chart({ name, chart }: ChartedTable, wish: 'draw' | 'keep') {
    const isThere = this.charts.has(chart.name);
    if (!this.tables.has(name) || (!isThere && wish === 'keep')) return Promise.resolve(ok('absent' as const));
    this.charts.add(chart.name);
    return Promise.resolve(ok(isThere ? ('kept' as const) : ('drawn' as const)));
  }

  selected(tables: readonly TableDeclaration[]) {
    const { selection } = this;
    const stored = selection && tables.includes(selection.table) && this.rows(selection.table)[selection.row];
    if (!selection || !stored) return Promise.resolve(ok(undefined));
    const { table, row, ...rest } = selection;
    return Promise.resolve(ok({ table: table.name, row: this.bookRow(table, stored, row), ...rest }));
  }
}
