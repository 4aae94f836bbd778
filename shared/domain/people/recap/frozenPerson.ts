/** A person of « Salariés » as they stood one day: what a close keeps, and what a recap compares. */
import { instant, type Instant } from '../../calendar/plainDate.ts';
import { displayed, packCell, textCell, unpackCell, type Cell, type PackedCell } from '../../review/cell.ts';
import { checksum } from '../../review/checksum.ts';
import type { RowCells } from '../../review/plan.ts';

/** `id`: Lucca's identifier, canonical. */
export interface FrozenPerson {
  readonly id: string;
  /** By field of the catalogue. A field missing from it stood in no column: it proves nothing. */
  readonly cells: RowCells;
  /** Fields whose value payroll typed: it is not the one last accepted from Lucca. */
  readonly own: ReadonlySet<string>;
  /** No longer in Lucca. */
  readonly isGone: boolean;
}

/** Characters of a text that are kept whole: everybody's fields must fit in one cell. */
const LONGEST_KEPT = 300;
const SHORTENED = 280;

/** A cell as a close keeps it: a text too long to be kept whole ends in its check value, so that it still differs from another one. */
export function keptCell(cell: Cell): Cell {
  if (!('text' in cell) || cell.text.length <= LONGEST_KEPT) return cell;
  return textCell(`${cell.text.slice(0, SHORTENED)}… ${checksum(cell.text)}`);
}

interface PackedPerson {
  readonly v: Readonly<Record<string, PackedCell>>;
  readonly o?: readonly string[];
  readonly g?: 1;
  readonly t?: string;
}

/** One text that a cell can hold: `{"v":{"lastName":"MARTIN","contractEnd":null},"o":["city"]}`. `at`: when the copy is made. */
export function packPerson({ cells, own, isGone }: FrozenPerson, at?: Instant): string {
  const values = Object.entries(cells).map(([key, cell]): [string, PackedCell] => [key, packCell(cell)]);
  const packed: PackedPerson = {
    v: Object.fromEntries(values),
    ...(own.size > 0 ? { o: [...own] } : {}),
    ...(isGone ? { g: 1 } : {}),
    ...(at ? { t: at } : {}),
  };
  return JSON.stringify(packed);
}

function isPacked(value: unknown): value is PackedPerson {
  const { v, o } = (value ?? {}) as Partial<PackedPerson>;
  return typeof v === 'object' && (o === undefined || Array.isArray(o));
}

/** Inverse of {@link packPerson}; undefined for a text that a person spoilt. */
export function unpackPerson(id: string, text: string): FrozenPerson | undefined {
  try {
    const packed: unknown = JSON.parse(text);
    if (!isPacked(packed)) return undefined;
    const cells = Object.entries(packed.v).map(([key, cell]): [string, Cell] => [key, unpackCell(cell)]);
    return { id, cells: Object.fromEntries(cells), own: new Set(packed.o), isGone: packed.g === 1 };
  } catch {
    return undefined;
  }
}

/** When the copy of a packed person was made; undefined for a text that does not say. */
export function packedAt(text: string): Instant | undefined {
  try {
    const { t } = (JSON.parse(text) ?? {}) as Partial<PackedPerson>;
    return typeof t === 'string' ? instant(t) : undefined;
  } catch {
    return undefined;
  }
}

/** What a cell of a person says, as a French reader sees it; '' when there is none. */
export function told({ cells }: Pick<FrozenPerson, 'cells'>, field: string): string {
  const cell = cells[field];
  return cell ? displayed(cell) : '';
}
