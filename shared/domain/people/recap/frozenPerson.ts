/** A person of « Salariés » as they stood one day: what a close keeps, and what a recap compares. */
import { instant, type Instant, type PlainMonth } from '../../calendar/plainDate.ts';
import { displayed, packCell, textCell, unpackCell, type Cell, type PackedCell } from '../../review/cell.ts';
import { checksum } from '../../review/checksum.ts';
import type { RowCells } from '../../review/plan.ts';

/** What Lucca says of a field and payroll never took: it waits, or payroll refused it. */
export interface AskedValue {
  readonly value: Cell;
  readonly state: 'waiting' | 'ignored';
}

/** `id`: Lucca's identifier, canonical. */
export interface FrozenPerson {
  readonly id: string;
  /** By field of the catalogue. A field missing from it stood in no column: it proves nothing. */
  readonly cells: RowCells;
  /** Fields whose value payroll typed: it is not the one last accepted from Lucca. */
  readonly own: ReadonlySet<string>;
  /** No longer in Lucca. */
  readonly isGone: boolean;
  /** Of the bank account, by field; kept by a close. Absent where nobody looked, or where nothing was asked. */
  readonly asked?: Readonly<Record<string, AskedValue>>;
  /** Their contract ends, and another one of Lucca goes on without a break (`goesOn.ts`). */
  readonly goesOn?: true;
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
  readonly f?: 1;
  readonly b?: Readonly<Record<string, readonly [value: PackedCell, state: 'w' | 'i']>>;
  readonly t?: string;
  readonly n?: number;
}

type PackedAsked = NonNullable<PackedPerson['b']>;

function packAsked(asked: NonNullable<FrozenPerson['asked']>): PackedAsked {
  const entries = Object.entries(asked).map(([key, { value, state }]): [string, PackedAsked[string]] => [
    key,
    [packCell(value), state === 'waiting' ? 'w' : 'i'],
  ]);
  return Object.fromEntries(entries);
}

function unpackAsked(packed: PackedAsked): NonNullable<FrozenPerson['asked']> {
  const entries = Object.entries(packed).map(([key, [value, state]]): [string, AskedValue] => [
    key,
    { value: unpackCell(value), state: state === 'w' ? 'waiting' : 'ignored' },
  ]);
  return Object.fromEntries(entries);
}

/** The copy that a packed person belongs to: of which month, when it is made, how many people it holds. */
export interface CopyHead {
  readonly month: PlainMonth;
  readonly at: Instant;
  readonly count: number;
}

const checkOf = (month: string, id: string, json: string) => checksum(JSON.stringify([month, id, json]));

/**
 * One text that a cell can hold, after a check value over it, its month and its person:
 * `3f0c… {"v":{"lastName":"MARTIN","contractEnd":null},"o":["city"],"t":"2026-10-26T19:10:00.000Z","n":12}`.
 */
export function packPerson(
  { id, cells, own, isGone, asked = {}, goesOn }: FrozenPerson,
  { month, at, count }: CopyHead,
): string {
  const values = Object.entries(cells).map(([key, cell]): [string, PackedCell] => [key, packCell(cell)]);
  const packed: PackedPerson = {
    v: Object.fromEntries(values),
    ...(own.size > 0 ? { o: [...own] } : {}),
    ...(isGone ? { g: 1 } : {}),
    ...(goesOn ? { f: 1 } : {}),
    ...(Object.keys(asked).length > 0 ? { b: packAsked(asked) } : {}),
    ...{ t: at, n: count },
  };
  const json = JSON.stringify(packed);
  return `${checkOf(month, id, json)} ${json}`;
}

/** A person of a copy, and what their row says of the copy. A copy made before rows were checked says less. */
export interface KeptPerson {
  readonly person: FrozenPerson;
  readonly at: Instant | null;
  readonly count: number | null;
}

function isPacked(value: unknown): value is PackedPerson {
  const { v, o } = (value ?? {}) as Partial<PackedPerson>;
  return typeof v === 'object' && (o === undefined || Array.isArray(o));
}

/** The packed text, undefined when its check value does not hold. Copies made before there was one begin with the text itself. */
function checked(month: string, id: string, text: string): string | undefined {
  if (text.startsWith('{')) return text;
  const space = text.indexOf(' ');
  const json = text.slice(space + 1);
  return text.slice(0, Math.max(0, space)) === checkOf(month, id, json) ? json : undefined;
}

/** Inverse of {@link packPerson}; undefined for a row that a person spoilt: its text, its month or its identifier. */
export function unpackPerson(month: string, id: string, text: string): KeptPerson | undefined {
  try {
    const packed: unknown = JSON.parse(checked(month, id, text) ?? '');
    if (!isPacked(packed)) return undefined;
    const cells = Object.entries(packed.v).map(([key, cell]): [string, Cell] => [key, unpackCell(cell)]);
    const person: FrozenPerson = {
      ...{ id, cells: Object.fromEntries(cells), own: new Set(packed.o), isGone: packed.g === 1 },
      ...(packed.f ? { goesOn: true } : {}),
      ...(packed.b ? { asked: unpackAsked(packed.b) } : {}),
    };
    return { person, at: packed.t === undefined ? null : instant(packed.t), count: packed.n ?? null };
  } catch {
    return undefined;
  }
}

/** What a cell of a person says, as a French reader sees it; '' when there is none. */
export function told({ cells }: Pick<FrozenPerson, 'cells'>, field: string): string {
  const cell = cells[field];
  return cell ? displayed(cell) : '';
}
