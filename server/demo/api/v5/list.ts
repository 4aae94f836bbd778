import { Refusal } from '../refusal.ts';

type Row = Readonly<Record<string, unknown>>;

export interface CursorList {
  readonly type: string;
  readonly path: string;
  readonly filters: readonly string[];
}

const COMMON = ['page', 'limit', 'include', 'sort'];
const DEFAULT_LIMIT = 25;
const MAXIMUM = 100;

/** The rows of a list before they are written: a page without filter writes its own rows only. */
export interface Source {
  readonly size: number;
  write(index: number): Row;
}

/** Answers a v5 list request: opaque cursor, `limit` 25 by default and 100 at most, `links` and `totalCount` only on demand. */
export function runCursorQuery(list: CursorList, source: Source, query: URLSearchParams, origin: string): Row {
  const unknown = [...query.keys()].find((word) => !COMMON.includes(word) && !list.filters.includes(word));
  if (unknown !== undefined) {
    throw new Refusal(400, 'Unknown query parameter', { [unknown]: ['This parameter is not supported.'] });
  }
  const limit = limitOf(query);
  const start = readCursor(query.get('page'));
  const chosen = choose(list, source, query);
  const total = chosen?.length ?? source.size;
  const items = chosen?.slice(start, start + limit) ?? written(source, start, Math.min(start + limit, source.size));
  const include = (query.get('include') ?? '').split(',');
  const link = (offset: number, exists: boolean): Row | null =>
    exists ? { href: pageHref(list, query, offset, origin) } : null;
  const links = { prev: link(Math.max(0, start - limit), start > 0), next: link(start + limit, start + limit < total) };
  return {
    type: list.type,
    url: `${origin}${list.path}`,
    items,
    ...(include.includes('totalCount') ? { totalCount: total } : {}),
    ...(include.includes('links') ? { links } : {}),
    ...(include.includes('embedded') ? { embedded: {} } : {}),
  };
}

/** The rows that pass the filters, sorted; nothing when the request has neither. */
function choose(list: CursorList, source: Source, query: URLSearchParams): readonly Row[] | undefined {
  const filters = list.filters.filter((word) => query.has(word));
  if (filters.length === 0 && !query.has('sort')) return undefined;
  const rows = written(source, 0, source.size);
  return sorted(
    rows.filter((row) => filters.every((word) => matches(row, word, query.get(word)))),
    query.get('sort'),
  );
}

function written(source: Source, from: number, to: number): Row[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => source.write(from + index));
}

function limitOf(query: URLSearchParams): number {
  const raw = query.get('limit') ?? String(DEFAULT_LIMIT);
  const limit = /^\d+$/.test(raw) ? Number(raw) : 0;
  if (limit < 1 || limit > MAXIMUM)
    throw new Refusal(400, 'Invalid limit', { limit: [`Must be between 1 and ${String(MAXIMUM)}.`] });
  return limit;
}

const CURSOR_MARK = 'position:';

function writeCursor(offset: number): string {
  return `!${Buffer.from(`${CURSOR_MARK}${String(offset)}`).toString('base64url')}`;
}

function readCursor(page: string | null): number {
  if (page === null) return 0;
  const text = page.startsWith('!') ? Buffer.from(page.slice(1), 'base64url').toString() : '';
  const offset = text.startsWith(CURSOR_MARK) ? Number(text.slice(CURSOR_MARK.length)) : Number.NaN;
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new Refusal(400, 'Invalid cursor', { page: ['This cursor is unknown.'] });
  return offset;
}

function pageHref(list: CursorList, query: URLSearchParams, offset: number, origin: string): string {
  const next = new URLSearchParams(query);
  next.set('page', writeCursor(offset));
  return `${origin}${list.path}?${next.toString()}`;
}

/** `employee.id=416,417`, `status=active`, `isArchived=false`, `end.date=null`. */
function matches(row: Row, word: string, asked: string | null): boolean {
  return asked === null || asked.split(',').includes(String(valueAt(row, word)));
}

function valueAt(row: Row, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? ((value as Row)[name] ?? null) : null),
      row,
    );
}

function sorted(rows: readonly Row[], sort: string | null): readonly Row[] {
  if (sort === null) return rows;
  const keys = sort
    .split(',')
    .map((part) => ({ path: part.replace(/^[+\- ]/, ''), sign: part.startsWith('-') ? -1 : 1 }));
  return [...rows].sort((a, b) =>
    keys.reduce((order, { path, sign }) => order || sign * compare(valueAt(a, path), valueAt(b, path)), 0),
  );
}

/** Ids are texts that hold numbers: `9` comes before `10`. What is no scalar does not sort. */
function compare(a: unknown, b: unknown): number {
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text(a).localeCompare(text(b), 'en', { numeric: true });
}
