/** A model of order saved in « Modèles de commande TR », by a plan like everything that is written. */
import { blank, canonical, displayed, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { OrderTemplate } from '../../domain/vouchers/files/template.ts';
import { keyColumns, rowKey } from '../../tables/declaration.ts';
import { ordersTemplatesTable as table } from '../../tables/vouchers/ordersTemplatesTable.ts';
import { ordersTemplateRows } from '../../tables/vouchers/ordersTemplatesTableRows.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { FlowOptions } from '../ports.ts';

const keys: ReadonlySet<string> = new Set(keyColumns(table).map(({ key }) => key));

function folded(name: string): string {
  return canonical('text', textCell(name));
}

function isOf(row: BookRow, name: string): boolean {
  return folded(displayed(row.cells[table.key] ?? blank)) === folded(name);
}

function isSame(a: Cell, b: Cell): boolean {
  return displayed(a) === displayed(b);
}

/** What changes in the row of a column of the model that is there already. */
function setLines(row: BookRow, after: RowCells): PlanLine[] {
  const columns = table.columns.map(({ key }) => key).filter((key) => !keys.has(key) && row.cells[key] !== undefined);
  return columns.flatMap((column): PlanLine[] => {
    const [old, fresh] = [row.cells[column] ?? blank, after[column] ?? blank];
    if (isSame(old, fresh)) return [];
    const line = { table: table.name, key: row.key, column, reason: 'change' as const };
    return [{ ...line, operation: 'set', before: old, after: fresh }];
  });
}

/** Lines that leave exactly `template` under its name: its columns are set, added, and those that it has no more are deleted. */
function templateLines(held: readonly BookRow[], template: OrderTemplate): PlanLine[] {
  const before = new Map(held.filter((row) => isOf(row, template.name)).map((row) => [row.key, row]));
  const rows = ordersTemplateRows(template).map((cells) => ({ key: rowKey(table, cells), cells }));
  const kept = new Set(rows.map(({ key }) => key));
  const written = rows.flatMap(({ key, cells }): PlanLine[] => {
    const row = before.get(key);
    if (row) return setLines(row, cells);
    return [{ operation: 'add', table: table.name, key, after: cells, reason: 'change' }];
  });
  const gone = [...before.values()].filter(({ key }) => !kept.has(key));
  return [
    ...written,
    ...gone.map(({ key, cells, index, others }): PlanLine => {
      const place = { table: table.name, key, at: index };
      return { operation: 'delete', ...place, before: cells, kept: others, reason: 'change' };
    }),
  ];
}

/** Saves `template`, in the place of the one that bears its name. Undone like a computation. Saving twice writes nothing. */
export async function saveTemplate(
  ports: ApplyPorts,
  template: OrderTemplate,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const snapshot = await ports.book.read([table]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const lines = templateLines(rowsOf(snapshot.value, table.name), template);
  if (lines.length === 0) return ok({ added: 0, changed: 0, deleted: 0, refused: [] });
  return applyPlan(ports, lines, options, 'vouchers');
}
