/** A workbook of plain arrays: the shortest thing that keeps the promises of `Book`. Used where Excel does not matter. */
import type { Book, BookRow, BookSnapshot, TableChange, TableState, WriteReport } from '../../shared/flows/book.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { blank, canonical, sameValue, type Cell } from '../../shared/domain/review/cell.ts';
import { column, keyColumn, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { fail, ok } from '../../shared/domain/result.ts';

interface StoredRow {
  cells: Record<string, Cell>;
  others: BookRow['others'];
}

export class MemoryBook implements Book {
  readonly tables = new Map<string, StoredRow[]>();
  readonly captions = new Map<string, string>();
  /** Number of lines written before the host refuses: a fault at a chosen place. */
  linesBeforeFault = Number.POSITIVE_INFINITY;
  shown: unknown[] = [];

  rows(table: TableDeclaration): StoredRow[] {
    return this.tables.get(table.name) ?? [];
  }

  read(tables: readonly TableDeclaration[]) {
    const entries = tables.map((table): [string, TableState] => [table.name, this.state(table)]);
    return Promise.resolve(ok(Object.fromEntries(entries) as BookSnapshot));
  }

  private state(table: TableDeclaration): TableState {
    const stored = this.tables.get(table.name);
    if (!stored) return { state: 'absent' };
    const kind = keyColumn(table).kind;
    const rows = stored.map(({ cells, others }, index): BookRow => ({
      key: canonical(kind, cells[table.key] ?? blank),
      index,
      cells: Object.fromEntries(table.columns.map(({ key }) => [key, cells[key] ?? blank])),
      formulas: [],
      others,
    }));
    return { state: 'found', sheet: table.title, address: 'A3', letters: {}, firstRow: 4, rows };
  }

  write(changes: readonly TableChange[]) {
    const report = { written: 0, already: 0, refused: [] as PlanLine[] };
    for (const { table, lines, caption } of changes) {
      const rows = this.tables.get(table.name) ?? [];
      this.tables.set(table.name, rows);
      for (const line of lines) {
        if (this.linesBeforeFault-- <= 0) return Promise.resolve(fail({ code: 'hostRefused' as const, facts: {} }));
        this.line(table, rows, line, report);
      }
      if (caption !== undefined) this.captions.set(table.name, caption);
    }
    return Promise.resolve(ok(report as WriteReport));
  }

  private line(
    table: TableDeclaration,
    rows: StoredRow[],
    line: PlanLine,
    report: { written: number; already: number; refused: PlanLine[] },
  ) {
    const kind = keyColumn(table).kind;
    const index = rows.findIndex((row) => canonical(kind, row.cells[table.key] ?? blank) === line.key);
    const row = rows[index];
    const holds = (cells: Readonly<Record<string, Cell>>) =>
      row !== undefined &&
      table.columns.every(({ key, kind: of }) => sameValue(of, row.cells[key] ?? blank, cells[key] ?? blank));
    const outcome = (done: boolean, sound: boolean, act: () => void) => {
      if (done) report.already += 1;
      else if (!sound) report.refused.push(line);
      else {
        act();
        report.written += 1;
      }
    };
    if (line.operation === 'add') {
      outcome(holds(line.after), !row, () =>
        rows.splice(line.at ?? rows.length, 0, { cells: { ...line.after }, others: line.kept ?? [] }),
      );
    } else if (line.operation === 'delete') {
      outcome(!row, holds(line.before), () => rows.splice(index, 1));
    } else {
      const of = column(table, line.column).kind;
      const now = row?.cells[line.column] ?? blank;
      outcome(
        row !== undefined && sameValue(of, now, line.after),
        row !== undefined && sameValue(of, now, line.before),
        () => {
          if (row) row.cells[line.column] = line.after;
        },
      );
    }
  }

  show(place: unknown) {
    this.shown.push(place);
    return Promise.resolve(ok(undefined));
  }
}
