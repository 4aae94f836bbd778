/**
 * How the workbook remembers the plan being written, or the last one written: rows of the hidden table `_journal`.
 * Row 0 is the header; the others hold the lines as JSON, shortened and cut into texts that a cell can hold: every reading of the
 * workbook carries them.
 */
import { checksum } from '../domain/review/checksum.ts';
import { textCell, type Cell } from '../domain/review/cell.ts';
import { packLine, unpackLine, type PackedLine, type PlanKind, type PlanLine } from '../domain/review/plan.ts';
import type { Instant } from '../domain/calendar/plainDate.ts';
import { PLAN_PART, planTable } from '../tables/memoryTables.ts';
import type { BookRow } from './book.ts';
import { restored, shortened } from './shortText.ts';

export type PlanState = 'open' | 'done' | 'abandoned';

export interface PlanHeader {
  readonly id: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly at: Instant;
  readonly parts: number;
  readonly check: string;
  /** Places in the list of lines that were sent back: they were never written, nor are they undone. */
  readonly refused: readonly number[];
}

/** `lines` reads them when asked: there may be tens of thousands, and most callers want the header only. */
export interface RecordedPlan {
  readonly header: PlanHeader;
  readonly lines: () => readonly PlanLine[];
}

function partsOf(content: string): string[] {
  const count = Math.ceil(content.length / PLAN_PART);
  return Array.from({ length: count }, (_, at) => content.slice(at * PLAN_PART, (at + 1) * PLAN_PART));
}

function rowKey(plan: string, part: number): string {
  return `${plan}/${part}`.toUpperCase();
}

function headerText(header: PlanHeader): string {
  return JSON.stringify(header);
}

function addRow(plan: string, part: number, content: string): PlanLine {
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
): { header: PlanHeader; lines: PlanLine[] } {
  const content = shortened(JSON.stringify(lines.map(packLine)));
  const parts = partsOf(content);
  const header: PlanHeader = {
    id,
    kind,
    state: 'open',
    at,
    parts: parts.length,
    check: checksum(content),
    refused: [],
  };
  return {
    header,
    lines: [...parts.map((part, index) => addRow(id, index + 1, part)), addRow(id, 0, headerText(header))],
  };
}

/** What moves the header of a plan from one state to another. */
export function headerChange(before: PlanHeader, after: PlanHeader): PlanLine {
  return {
    operation: 'set',
    table: planTable.name,
    key: rowKey(before.id, 0),
    column: 'content',
    before: textCell(headerText(before)),
    after: textCell(headerText(after)),
    reason: 'memory',
  };
}

function isOf(row: BookRow, plan: string): boolean {
  return row.key.startsWith(`${plan.toUpperCase()}/`);
}

export function rowsOfPlan(rows: readonly BookRow[], plan: string): BookRow[] {
  return rows.filter((row) => isOf(row, plan));
}

export function rowsOfOtherPlans(rows: readonly BookRow[], plan: string): BookRow[] {
  return rows.filter((row) => row.key !== '' && !isOf(row, plan));
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

function headerOf(row: BookRow): PlanHeader | undefined {
  if (!row.key.endsWith('/0')) return undefined;
  try {
    return JSON.parse(textOf(row.cells['content'])) as PlanHeader;
  } catch {
    return undefined;
  }
}

export type RecordedState =
  | { readonly state: 'none' }
  /** The rows do not match their check value: the plan can be neither resumed nor undone. */
  | { readonly state: 'damaged' }
  | { readonly state: 'recorded'; readonly plan: RecordedPlan };

/** The plan that the rows remember: the open one if there is one, else the latest that was done. */
export function recordedPlan(rows: readonly BookRow[]): RecordedState {
  const headers = rows.map(headerOf).filter((each) => each !== undefined && each.state !== 'abandoned') as PlanHeader[];
  const header = headers.find((each) => each.state === 'open') ?? headers.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!header) return { state: 'none' };
  const byKey = new Map(rows.map((row) => [row.key, textOf(row.cells['content'])]));
  let content = '';
  for (let part = 1; part <= header.parts; part += 1) content += byKey.get(rowKey(header.id, part)) ?? '';
  if (checksum(content) !== header.check) return { state: 'damaged' };
  const lines = () => (JSON.parse(restored(content)) as PackedLine[]).map(unpackLine);
  return { state: 'recorded', plan: { header, lines } };
}
