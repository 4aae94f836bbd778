/**
 * A plan is data: what will be written in the workbook, line by line. The same plan is shown, applied, journalled, undone and tested.
 */
import { packCell, unpackCell, type Cell, type PackedCell } from './cell.ts';

/** The cells of one row, by column key. Columns left out are blank. */
export type RowCells = Readonly<Record<string, Cell>>;

/** What a person had beside our columns in a row that goes: given back by the inverse. */
export interface KeptCell {
  readonly heading: string;
  readonly cell: Cell;
  readonly formula?: string;
}

interface LineBase {
  /** Excel name of the table. */
  readonly table: string;
  /** Canonical value of the key column. */
  readonly key: string;
  /** Why the line is there: a code of `shared/messages`. */
  readonly reason: PlanReason;
}

export type PlanReason =
  | 'arrival'
  | 'change'
  | 'echo'
  | 'conflict'
  | 'departure'
  | 'absence'
  | 'cancelled'
  | 'memory'
  | 'decision'
  | 'result'
  | 'undo';

export interface AddLine extends LineBase {
  readonly operation: 'add';
  readonly after: RowCells;
  /** 0-based place in the body; at the end when absent. Set by the inverse of a deletion. */
  readonly at?: number;
  readonly kept?: readonly KeptCell[];
}

export interface SetLine extends LineBase {
  readonly operation: 'set';
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
  /** Of a line that fills the key of a row that has none: where it stands, from 0 in the body. */
  readonly at?: number;
  /** Confirmed with the other cells of its row that say so: none begins to be written without the others. Not journalled. */
  readonly together?: true;
}

export interface DeleteLine extends LineBase {
  readonly operation: 'delete';
  readonly before: RowCells;
  readonly at?: number;
  readonly kept?: readonly KeptCell[];
}

export type PlanLine = AddLine | SetLine | DeleteLine;

/**
 * `vouchers`, `worktime`, `recap`, `movements`, `control`, `payrollCheck`: a computation. `peopleClose`: the people of a month frozen; `peopleReopen`: their copy taken away. `fields`: where fields are read. `voucherOrder`, `timeExport`, `absenceTransfer`: a step in the life of an order, of an
 * export or of an import of absences, taken back by cancelling it, never undone.
 */
export const planKinds = [
  'refresh',
  'vouchers',
  'voucherOrder',
  'worktime',
  'timeExport',
  'recap',
  'movements',
  'control',
  'payrollCheck',
  'peopleClose',
  'peopleReopen',
  'payrollList',
  'matching',
  'fields',
  'absenceAccounts',
  'stoppages',
  'absenceTransfer',
  'undo',
] as const;
export type PlanKind = (typeof planKinds)[number];

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function inverseLine(line: PlanLine): PlanLine {
  const { table, key } = line;
  const same = { table, key, reason: 'undo' as const };
  switch (line.operation) {
    case 'set':
      return {
        ...same,
        operation: 'set',
        column: line.column,
        before: line.after,
        after: line.before,
        ...optional('at', line.at),
      };
    case 'add':
      // Nothing was beside the row when it came, or what the line put there: what a person typed since is not deleted with it.
      return {
        ...same,
        operation: 'delete',
        before: line.after,
        kept: line.kept ?? [],
        ...optional('at', line.at),
      };
    case 'delete':
      return {
        ...same,
        operation: 'add',
        after: line.before,
        ...optional('at', line.at),
        ...optional('kept', line.kept),
      };
  }
}

/**
 * The lines that take `lines` back, last first. `inverse([set 3 → 4])` → `[set 4 → 3]`.
 * Deleted rows come back in ascending order of place, so that each finds its own again.
 */
export function inverse(lines: readonly PlanLine[]): PlanLine[] {
  const reversed = lines.map(inverseLine).reverse();
  const returning = reversed.filter((line): line is AddLine => line.operation === 'add');
  const others = reversed.filter((line) => line.operation !== 'add');
  return [...others, ...returning.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0)];
}

type PackedRow = Readonly<Record<string, PackedCell>>;
type PackedKept = readonly [heading: string, cell: PackedCell, formula?: string];

function packRow(row: RowCells): PackedRow {
  const entries = Object.entries(row).map(([key, cell]): [string, PackedCell] => [key, packCell(cell)]);
  return Object.fromEntries(entries.filter(([, packed]) => packed !== null));
}

function unpackRow(packed: PackedRow): RowCells {
  return Object.fromEntries(Object.entries(packed).map(([key, cell]) => [key, unpackCell(cell)]));
}

/** A plan line in the short form of the journal, ready for JSON. */
export interface PackedLine {
  readonly o: 'a' | 's' | 'd';
  readonly t: string;
  readonly k: string;
  readonly r: PlanReason;
  readonly c?: string;
  readonly b?: PackedCell | PackedRow;
  readonly a?: PackedCell | PackedRow;
  readonly i?: number;
  readonly x?: readonly PackedKept[];
}

function packKept(kept: readonly KeptCell[] | undefined): readonly PackedKept[] | undefined {
  return kept?.map(({ heading, cell, formula }) =>
    formula === undefined ? [heading, packCell(cell)] : [heading, packCell(cell), formula],
  );
}

function unpackKept(packed: readonly PackedKept[] | undefined): readonly KeptCell[] | undefined {
  return packed?.map(([heading, cell, formula]) => ({
    heading,
    cell: unpackCell(cell),
    ...optional('formula', formula),
  }));
}

export function packLine(line: PlanLine): PackedLine {
  const same = { t: line.table, k: line.key, r: line.reason };
  if (line.operation === 'set')
    return {
      o: 's',
      ...same,
      c: line.column,
      b: packCell(line.before),
      a: packCell(line.after),
      ...optional('i', line.at),
    };
  const place = { ...optional('i', line.at), ...optional('x', packKept(line.kept)) };
  return line.operation === 'add'
    ? { o: 'a', ...same, a: packRow(line.after), ...place }
    : { o: 'd', ...same, b: packRow(line.before), ...place };
}

/** Inverse of {@link packLine}. What it did not write may throw: the journal is only read after its check value held. */
export function unpackLine(packed: PackedLine): PlanLine {
  const same = { table: packed.t, key: packed.k, reason: packed.r };
  const place = { ...optional('at', packed.i), ...optional('kept', unpackKept(packed.x)) };
  switch (packed.o) {
    case 's':
      return {
        ...same,
        operation: 'set',
        column: packed.c ?? '',
        before: unpackCell(packed.b),
        after: unpackCell(packed.a),
        ...optional('at', packed.i),
      };
    case 'a':
      return { ...same, operation: 'add', after: unpackRow(packed.a as PackedRow), ...place };
    case 'd':
      return { ...same, operation: 'delete', before: unpackRow(packed.b as PackedRow), ...place };
  }
}
