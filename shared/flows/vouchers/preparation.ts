/** What Lucca brings to the sheets of titres-restaurant, as lines, and the workbook as lines make it. Pure. */
import type { PlainDate, PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, type Cell } from '../../domain/review/cell.ts';
import type { AddLine, PlanLine, SetLine } from '../../domain/review/plan.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { layoutOf } from '../../tables/appearance.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { letters } from '../../tables/letters.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import { stateLines } from '../../tables/vouchers/stateLines.ts';
import type { BookRow, BookSnapshot, FoundTable, TableState } from '../book.ts';
import type { VoucherMirror } from '../readVoucherFacts.ts';
import { establishmentLines, impactLines } from './luccaRows.ts';
import { restaurantNatures } from './restaurantNatures.ts';
import { voucherBook, type VoucherBook } from './voucherBook.ts';

/** The last date of each identifier. */
function lastOf<T extends { readonly date: PlainDate }>(rows: readonly T[], id: (row: T) => string) {
  const last = new Map<string, PlainDate>();
  for (const row of rows) if (row.date > (last.get(id(row)) ?? '')) last.set(id(row), row.date);
  return last;
}

/** Establishments, leave accounts and restaurant natures that have no row yet, and « Dernière utilisation » of those that have one. */
export function broughtLines(snapshot: BookSnapshot, mirror: VoucherMirror): PlanLine[] {
  const { accounts, natures, halfDays, meals, contracts } = mirror;
  const restaurants = restaurantNatures(natures, meals);
  const absenceUses = lastOf(halfDays, ({ accountId }) => accountId);
  const mealUses = lastOf(meals, ({ natureId }) => natureId);
  const of = ({ name }: TableDeclaration, lines: (table: FoundTable) => PlanLine[]) => {
    const table = snapshot[name];
    return table?.state === 'found' ? lines(table) : [];
  };
  return [
    ...of(establishmentsTable, (table) => establishmentLines(table, contracts)),
    ...of(absenceImpactsTable, (table) => impactLines(absenceImpactsTable, table, accounts, absenceUses)),
    ...of(expenseImpactsTable, (table) => impactLines(expenseImpactsTable, table, restaurants, mealUses)),
  ];
}

/** A table as it stands once it was made, before anybody typed in it. */
export function emptyTable(table: TableDeclaration): FoundTable {
  const { headerRow } = layoutOf(table);
  const columns = table.columns.map(({ key }, index): [string, string] => [key, letters(index + 1)]);
  const address = `A${headerRow}:${letters(columns.length)}${headerRow}`;
  return {
    state: 'found',
    sheet: table.title,
    address,
    letters: Object.fromEntries(columns),
    firstRow: headerRow + 1,
    rows: [],
  };
}

function setCells(lines: readonly PlanLine[]): ReadonlyMap<string, Readonly<Record<string, Cell>>> {
  const cells = new Map<string, Record<string, Cell>>();
  for (const line of lines)
    if (line.operation === 'set') cells.set(line.key, { ...cells.get(line.key), [line.column]: line.after });
  return cells;
}

function withOwn(table: FoundTable, lines: readonly PlanLine[]): FoundTable {
  const sets = setCells(lines);
  const held = table.rows.map((row) => {
    const cells = row.key === '' ? undefined : sets.get(row.key);
    return cells ? { ...row, cells: { ...row.cells, ...cells } } : row;
  });
  const end = Math.max(-1, ...table.rows.map(({ index }) => index)) + 1;
  const empty = Object.fromEntries(Object.keys(table.letters).map((key) => [key, blank]));
  const added = lines.filter((line): line is AddLine => line.operation === 'add');
  const rows = added.map(({ key, after }, at): BookRow => {
    return { key, index: end + at, cells: { ...empty, ...after }, formulas: [], others: [] };
  });
  return { ...table, rows: [...held, ...rows] };
}

/** The workbook as it will stand once the rows and cells of `lines` are written: new rows at the end of their table. */
export function withLines(snapshot: BookSnapshot, lines: readonly PlanLine[]): BookSnapshot {
  const states = Object.entries(snapshot).map(([name, table]): [string, TableState] => {
    const own = lines.filter((line) => line.table === name);
    return [name, table.state !== 'found' || own.length === 0 ? table : withOwn(table, own)];
  });
  return Object.fromEntries(states);
}

const placeOf = ({ table, key }: Pick<PlanLine, 'table' | 'key'>) => JSON.stringify([table, key]);

/** The same lines, what is set in a row that they add being added with it. */
export function folded(lines: readonly PlanLine[]): PlanLine[] {
  const arriving = new Set(lines.flatMap((line) => (line.operation === 'add' ? [placeOf(line)] : [])));
  const isOfArrival = (line: PlanLine): line is SetLine => line.operation === 'set' && arriving.has(placeOf(line));
  const cells = new Map<string, Record<string, Cell>>();
  for (const line of lines.filter(isOfArrival))
    cells.set(placeOf(line), { ...cells.get(placeOf(line)), [line.column]: line.after });
  return lines
    .filter((line) => !isOfArrival(line))
    .map((line) =>
      line.operation === 'add' ? { ...line, after: { ...line.after, ...cells.get(placeOf(line)) } } : line,
    );
}

/** A key that two rows bear is nobody's: their lines would be sent back, each time. */
export function writable(snapshot: BookSnapshot, lines: readonly PlanLine[]): PlanLine[] {
  const counts = new Map<string, number>();
  for (const [table, state] of Object.entries(snapshot)) {
    for (const { key } of state.state === 'found' ? state.rows : [])
      counts.set(placeOf({ table, key }), (counts.get(placeOf({ table, key })) ?? 0) + 1);
  }
  return lines.filter((line) => (counts.get(placeOf(line)) ?? 0) < 2);
}

/** « État » and « À corriger » of every regulation, as `book` was read. */
export function bookStateLines(
  snapshot: BookSnapshot,
  { regulations, states }: Pick<VoucherBook, 'regulations' | 'states'>,
): PlanLine[] {
  const table = snapshot[regulationsTable.name];
  return table?.state === 'found' ? stateLines(table, regulations, states, findingText) : [];
}

/** The same, as the order of `month` needs them. */
export function regulationLines(snapshot: BookSnapshot, mirror: VoucherMirror, month: PlainMonth): PlanLine[] {
  const table = snapshot[regulationsTable.name];
  if (table?.state !== 'found' || table.rows.length === 0) return [];
  return bookStateLines(snapshot, voucherBook(snapshot, mirror, month));
}
