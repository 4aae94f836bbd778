/** A whole list of Lucca, page after page, with proof that no row moved between two pages. */
import type { z } from 'zod';
import { luccaCallNames } from '../../shared/messages/fr/lucca.ts';
import { isRecord } from './caseless.ts';
import { readEnvelope, type Page } from './envelope.ts';
import { LuccaFailure } from './http/failure.ts';
import type { LuccaCall } from './failures.ts';
import type { Session } from './session.ts';

/** Where the next page begins, in the three manners of counting. */
export interface Position {
  /** Rows already read. */
  readonly offset: number;
  /** Pages already read. */
  readonly index: number;
  readonly cursor: string | undefined;
}

export interface ListOf<T> {
  readonly call: LuccaCall;
  /** Rows asked for in one page. */
  readonly limit: number;
  readonly row: z.ZodType<T>;
  /** True when only the server knows where the next page begins (v5). */
  readonly cursored?: boolean;
  /** Path and query of a page: also its name in the page memory, so it holds no secret. */
  path(position: Position): string;
  idOf(row: T): string;
  /** How a page is asked for; by default, with the key. */
  send?(path: string): Promise<unknown>;
  /** Rows read so far, and expected (0: not known). */
  onRows?(done: number, total: number): void;
}

const READINGS = 3;

function keptPage(kept: unknown): Page | undefined {
  return isRecord(kept) && Array.isArray(kept['items']) ? (kept as unknown as Page) : undefined;
}

async function pageAt<T>(session: Session, list: ListOf<T>, path: string, again: boolean): Promise<Page> {
  const kept = again ? undefined : keptPage(session.pages.get(path));
  if (kept) return kept;
  const body = await (list.send?.(path) ?? session.get(list.call, path));
  const page = readEnvelope(body);
  if (!page) throw session.oddReply(list.call);
  session.pages.set(path, page);
  return page;
}

function addRows<T>(list: ListOf<T>, rows: Map<string, T>, page: Page): void {
  for (const item of page.items) {
    const parsed = list.row.safeParse(item);
    if (!parsed.success) throw new LuccaFailure({ code: 'badReply', call: luccaCallNames[list.call]() });
    rows.set(list.idOf(parsed.data), parsed.data);
  }
}

function isLast<T>(list: ListOf<T>, page: Page, offset: number): boolean {
  if (page.items.length === 0) return true;
  if (list.cursored === true) return page.next === undefined;
  return page.count === undefined ? page.items.length < list.limit : offset >= page.count;
}

/** One reading of all pages; undefined when a row was seen twice, one is missing, or the count changed on the way. */
async function readOnce<T>(session: Session, list: ListOf<T>, again: boolean): Promise<T[] | undefined> {
  const rows = new Map<string, T>();
  let position: Position = { offset: 0, index: 0, cursor: undefined };
  let count: number | undefined;
  while (true) {
    const page = await pageAt(session, list, list.path(position), again);
    if (position.index > 0 && page.count !== count) return undefined;
    count = page.count;
    addRows(list, rows, page);
    // A server that gives fewer rows than asked goes on from where it stopped.
    position = { offset: position.offset + page.items.length, index: position.index + 1, cursor: page.next };
    if (rows.size !== position.offset) return undefined;
    list.onRows?.(rows.size, count ?? 0);
    if (isLast(list, page, position.offset)) break;
  }
  return count === undefined || count === rows.size ? [...rows.values()] : undefined;
}

/**
 * Every row of the list, each once. Pages kept by an earlier attempt are not asked again; when rows moved between pages
 * everything is read afresh, twice at most. Throws a `LuccaFailure`, `unstable` when the list never held still.
 */
export async function readList<T>(session: Session, list: ListOf<T>): Promise<T[]> {
  for (let reading = 1; reading <= READINGS; reading += 1) {
    const rows = await readOnce(session, list, reading > 1);
    if (rows) return rows;
  }
  throw new LuccaFailure({ code: 'unstable', call: luccaCallNames[list.call]() });
}
