/** Choices that outlive a review: what was ignored, as rows of the decisions table. */
import { canonical, LONGEST_TEXT, textCell, type Cell, type ValueKind } from './cell.ts';
import { checksum } from './checksum.ts';
import type { DeleteLine, PlanLine, RowCells } from './plan.ts';
import {
  itemId,
  itemPlace,
  type Decision,
  type ItemChange,
  type ItemPlace,
  type Remembered,
  type ReviewColumn,
  type ReviewItem,
} from './review.ts';

/** Canonical text of a cell, as a hidden cell can hold it: capitals may be longer than what was typed. */
export function memoryText(kind: ValueKind, cell: Cell): string {
  const text = canonical(kind, cell);
  return text.length > LONGEST_TEXT ? checksum(text).toUpperCase() : text;
}

/**
 * Canonical text as it is compared: « 06 12 34 56 78 » and « +33612345678 » are one phone. What is remembered keeps its own spelling, so that
 * a normal form may change without a memory that disagrees with everything.
 */
export function comparedText({ normal }: Pick<ReviewColumn, 'normal'>, text: string): string {
  return normal?.(text) ?? text;
}

function row(id: string, fingerprint: string): RowCells {
  return { key: textCell(id), value: textCell(fingerprint) };
}

/** The rows of the decisions table that record « ignoré », and those that forget it. */
export function decisionLines(
  table: string,
  id: string,
  fingerprint: string,
  remembered: Remembered,
): { readonly accept: readonly PlanLine[]; readonly ignore: readonly PlanLine[] } {
  const same = { table, key: canonical('text', textCell(id)), reason: 'decision' as const };
  const known = remembered.get(id);
  if (known === undefined) return { accept: [], ignore: [{ ...same, operation: 'add', after: row(id, fingerprint) }] };
  const update: PlanLine = {
    ...same,
    operation: 'set',
    column: 'value',
    before: textCell(known),
    after: textCell(fingerprint),
  };
  return { accept: [forgetting(table, id, known)], ignore: known === fingerprint ? [] : [update] };
}

/** The row of the decisions table that says « ignoré » of an item, taken away. */
export function forgetting(table: string, id: string, known: string): DeleteLine {
  return {
    table,
    key: canonical('text', textCell(id)),
    reason: 'decision',
    operation: 'delete',
    before: row(id, known),
  };
}

/** Under which ids an item is remembered: the cells that changed one by one, anything else by itself. */
function rememberedIds({ id, table, key, kind, changes }: ReviewItem): string[] {
  return kind === 'changed' ? [id, ...changes.map(({ column }) => itemId(table, key, column))] : [id];
}

/**
 * What forgets the decisions about `table` that `isOver`: Lucca and the workbook were compared there and agree again. Were they kept, the
 * same change coming back months later would be ignored without a word.
 */
export function forgottenLines(
  table: string,
  decisionsTable: string,
  remembered: Remembered,
  items: readonly ReviewItem[],
  isOver: (place: ItemPlace) => boolean,
): PlanLine[] {
  if (remembered.size === 0) return [];
  const open = new Set(items.flatMap(rememberedIds));
  return [...remembered].flatMap(([id, known]): PlanLine[] => {
    const place = itemPlace(id);
    const isKept = place?.table !== table || open.has(id) || !isOver(place);
    return isKept ? [] : [forgetting(decisionsTable, id, known)];
  });
}

/** Characters of a fingerprint above which its check value stands for it: a cell holds 32,767. */
const LONG = 1_000;

/** What identifies the change that is proposed: the values that Lucca would write. */
export function fingerprint(
  kind: ReviewItem['kind'],
  columns: readonly ReviewColumn[],
  changes: readonly ItemChange[],
): string {
  if (kind === 'removed' || kind === 'gone') return kind;
  const kinds = new Map(columns.map((each) => [each.key, each.kind]));
  const values = changes.map(({ column, after }) => `${column}=${canonical(kinds.get(column) ?? 'text', after)}`);
  const text = [...(kind === 'added' ? [kind] : []), ...values].join('|');
  return text.length > LONG ? checksum(text) : text;
}

/** What is proposed for an item: nothing by itself where a person `mustLook`, « ignorer » where the same was ignored before. */
export function proposed(kind: ReviewItem['kind'], mustLook: boolean, remembered: boolean): Decision {
  if (remembered || kind === 'deletedHere') return 'ignore';
  return mustLook || kind === 'conflict' ? 'undecided' : 'accept';
}
