/**
 * How the workbook remembers the plan being written, or the last one written: rows of the hidden table `_journal`.
 * Row 0 is the header; the others hold the lines and the filters as JSON, shortened and cut into texts that a cell can hold: every
 * reading of the workbook carries them.
 */
import { checksum } from '../domain/review/checksum.ts';
import { textCell, type Cell } from '../domain/review/cell.ts';
import {
  packLine,
  planKinds,
  unpackLine,
  type PackedLine,
  type PlanKind,
  type PlanLine,
} from '../domain/review/plan.ts';
import type { Instant } from '../domain/calendar/plainDate.ts';
import { PLAN_PART, planTable } from '../tables/memoryTables.ts';
import type { BookRow } from './book.ts';
import { standing, type BareHeader, type PlanHeader } from './planHistory.ts';
import { restored, shortened } from './shortText.ts';

/** Filters by table when the plan was begun, as `Book.read` told them: writing lifts them. */
export type Filters = Readonly<Record<string, string>>;

interface Content {
  readonly filters: Filters;
  readonly lines: readonly PackedLine[];
}

/** `lines` reads them when asked: there may be tens of thousands, and most callers want the header only. */
export interface RecordedPlan {
  readonly header: PlanHeader;
  readonly lines: () => readonly PlanLine[];
  readonly filters: () => Filters;
}

function partsOf(content: string): string[] {
  const count = Math.ceil(content.length / PLAN_PART);
  return Array.from({ length: count }, (_, at) => content.slice(at * PLAN_PART, (at + 1) * PLAN_PART));
}

/** Part 0 is the header, 1 and following the lines, R1 and following the places of the lines sent back when the header cannot hold them. */
type Part = number | `R${number}`;

function rowKey(plan: string, part: Part): string {
  return `${plan}/${part}`.toUpperCase();
}

/** The header as its cell holds it. */
interface StoredHeader extends BareHeader {
  readonly refused: readonly number[] | { readonly parts: number; readonly check: string };
}

function isStoredHeader(value: unknown): value is StoredHeader {
  const header = value as Partial<StoredHeader> | null;
  return (
    typeof header?.id === 'string' &&
    typeof header.at === 'string' &&
    typeof header.parts === 'number' &&
    typeof header.check === 'string' &&
    typeof header.refused === 'object' &&
    ['open', 'done', 'abandoned'].includes(header.state ?? '') &&
    planKinds.some((kind) => kind === header.kind)
  );
}

/** The text of the header, and the rows that hold what it has no room for. */
function storedHeader(header: PlanHeader): { readonly text: string; readonly rows: readonly PlanLine[] } {
  const text = JSON.stringify(header satisfies StoredHeader);
  if (text.length <= PLAN_PART) return { text, rows: [] };
  const content = shortened(JSON.stringify(header.refused));
  const parts = partsOf(content);
  const refused = { parts: parts.length, check: checksum(content) };
  return {
    text: JSON.stringify({ ...header, refused } satisfies StoredHeader),
    rows: parts.map((part, index) => addRow(header.id, `R${index + 1}`, part)),
  };
}

function addRow(plan: string, part: Part, content: string): PlanLine {
  const key = rowKey(plan, part);
  const after = { key: textCell(key), plan: textCell(plan), content: textCell(content) };
  return { operation: 'add', table: planTable.name, key, after, reason: 'memory' };
}

/** What opens a plan: its lines first, the header last, so that a plan without a header was never begun. */
export function openingLines(
  id: string,
  kind: PlanKind,
  at: Instant,
  lines: readonly PlanLine[],
  { filters = {}, undoes }: { readonly filters?: Filters; readonly undoes?: string } = {},
): { header: PlanHeader; lines: PlanLine[] } {
  const content = shortened(JSON.stringify({ filters, lines: lines.map(packLine) } satisfies Content));
  const parts = partsOf(content);
  const header: PlanHeader = {
    id,
    kind,
    state: 'open',
    at,
    parts: parts.length,
    check: checksum(content),
    refused: [],
    ...(undoes === undefined ? {} : { undoes }),
  };
  return {
    header,
    lines: [...parts.map((part, index) => addRow(id, index + 1, part)), addRow(id, 0, storedHeader(header).text)],
  };
}

/** What moves the header of a plan from one state to another, the header itself last. */
export function headerChange(before: PlanHeader, after: PlanHeader): PlanLine[] {
  const { text, rows } = storedHeader(after);
  const change: PlanLine = {
    operation: 'set',
    table: planTable.name,
    key: rowKey(before.id, 0),
    column: 'content',
    before: textCell(storedHeader(before).text),
    after: textCell(text),
    reason: 'memory',
  };
  return [...rows, change];
}

function isOf(row: BookRow, plan: string): boolean {
  return row.key.startsWith(`${plan.toUpperCase()}/`);
}

export function rowsOfPlan(rows: readonly BookRow[], plan: string): BookRow[] {
  return rows.filter((row) => isOf(row, plan));
}

/** Those that no plan of `kept` needs. An undo is kept by its header alone: it says what was taken back, and is not taken back itself. */
export function rowsNotNeeded(rows: readonly BookRow[], kept: readonly BareHeader[]): BookRow[] {
  const needs = (row: BookRow, { id, kind }: BareHeader) =>
    isOf(row, id) && (kind !== 'undo' || row.key.endsWith('/0'));
  return rows.filter((row) => row.key !== '' && !kept.some((header) => needs(row, header)));
}

/** What deletes `rows` of the hidden table. */
export function forgetting(rows: readonly BookRow[]): PlanLine[] {
  return rows.map(({ key, cells, index }) => ({
    operation: 'delete',
    table: planTable.name,
    key,
    before: cells,
    at: index,
    reason: 'memory',
  }));
}

function textOf(cell: Cell | undefined): string {
  return cell && 'text' in cell ? cell.text : '';
}

export type RecordedState =
  | { readonly state: 'none' }
  /** The rows do not match their check value: the plan can be neither resumed nor undone. `mayBeOpen`: nor is it known to be whole. */
  | { readonly state: 'damaged'; readonly mayBeOpen: boolean }
  | { readonly state: 'recorded'; readonly plan: RecordedPlan };

function headerIn(text: string): StoredHeader | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return isStoredHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The texts of `parts` put together, or undefined when they are not what was written. */
function contentOf(texts: ReadonlyMap<string, string>, keys: readonly string[], check: string): string | undefined {
  const content = keys.map((key) => texts.get(key) ?? '').join('');
  return checksum(content) === check ? content : undefined;
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function refusedOf({ id, refused }: StoredHeader, texts: ReadonlyMap<string, string>): readonly number[] | undefined {
  if (!('check' in refused)) return refused;
  const keys = numbersTo(refused.parts).map((part) => rowKey(id, `R${part}`));
  const content = contentOf(texts, keys, refused.check);
  return content === undefined ? undefined : (JSON.parse(restored(content)) as number[]);
}

/** Headers of the plans that were begun and not abandoned, in the order in which they were begun; undefined where it cannot be read. */
export function headersIn(rows: readonly BookRow[]): (StoredHeader | undefined)[] {
  return rows
    .filter(({ key }) => key.endsWith('/0'))
    .map(({ cells }) => headerIn(textOf(cells['content'])))
    .filter((header) => header?.state !== 'abandoned');
}

/**
 * The plan that the rows remember: the last one that stands. Rows stand in the order in which plans were begun; the clock of the computer,
 * which may go backwards, is not asked.
 */
export function recordedPlan(rows: readonly BookRow[]): RecordedState {
  const headers = standing(headersIn(rows));
  if (headers.length === 0) return { state: 'none' };
  const header = headers.at(-1);
  if (!header) return { state: 'damaged', mayBeOpen: true };
  const texts = new Map(rows.map((row) => [row.key, textOf(row.cells['content'])]));
  const keys = numbersTo(header.parts).map((part) => rowKey(header.id, part));
  const content = contentOf(texts, keys, header.check);
  const refused = refusedOf(header, texts);
  if (content === undefined || !refused) return { state: 'damaged', mayBeOpen: header.state === 'open' };
  const held = () => JSON.parse(restored(content)) as Content;
  const [lines, filters] = [() => held().lines.map(unpackLine), () => held().filters];
  return { state: 'recorded', plan: { header: { ...header, refused }, lines, filters } };
}

/** An id that no plan of the workbook bears: two may be written within one millisecond, or by a clock set back. */
export function freshId(at: Instant, taken: Iterable<string>): string {
  const known = new Set(Array.from(taken, (key) => key.toUpperCase().split('/')[0]));
  const first = `P${at.replace(/\D/g, '')}`;
  let id = first;
  for (let again = 2; known.has(id); again += 1) id = `${first}-${again}`;
  return id;
}
