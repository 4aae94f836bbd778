import { Refusal } from '../refusal.ts';

type Scalar = string | number | boolean | null;
type Row = Readonly<Record<string, unknown>>;

/** A v4 list: full objects, `page` and `limit`, a few declared filters (id lists, booleans) and `search`. */
export interface FlatList {
  readonly maximum: number;
  /** Query word → the property it tests. */
  readonly filters: readonly string[];
  readonly searchable?: boolean;
}

interface FlatAnswer {
  readonly items: readonly Row[];
  readonly count?: number;
  readonly prev?: string | null;
  readonly next?: string | null;
}

const COMMON = ['page', 'limit', 'fields.root', 'sort'];
const DEFAULT_LIMIT = 10;

/** Answers a v4 list request; `fields.root=count,prev,next` adds the total and the neighbouring pages. Bad words are a 400. */
export function runFlatQuery(list: FlatList, rows: readonly Row[], query: URLSearchParams, self: string): FlatAnswer {
  refuseUnknown(list, query);
  const page = countOf(query, 'page', 1, 1, Number.MAX_SAFE_INTEGER);
  const limit = countOf(query, 'limit', DEFAULT_LIMIT, 0, list.maximum);
  const matching = sorted(
    rows.filter((row) => matches(list, row, query)),
    query.get('sort'),
  );
  const start = (page - 1) * limit;
  const root = (query.get('fields.root') ?? '').toLowerCase().split(',');
  const link = (target: number, exists: boolean): string | null => (exists ? pageLink(self, query, target) : null);
  return {
    items: matching.slice(start, start + limit),
    ...(root.includes('count') ? { count: matching.length } : {}),
    ...(root.includes('prev') ? { prev: link(page - 1, page > 1) } : {}),
    ...(root.includes('next') ? { next: link(page + 1, limit > 0 && start + limit < matching.length) } : {}),
  };
}

function refuseUnknown(list: FlatList, query: URLSearchParams): void {
  const known = [...COMMON, ...list.filters, ...(list.searchable === true ? ['search'] : [])].map((word) =>
    word.toLowerCase(),
  );
  const unknown = [...query.keys()].find((word) => !known.includes(word.toLowerCase()));
  if (unknown !== undefined) throw new Refusal(400, 'Query parameter is invalid');
}

function countOf(query: URLSearchParams, word: string, byDefault: number, least: number, most: number): number {
  const raw = query.get(word);
  if (raw === null) return byDefault;
  const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new Refusal(400, `${word} should be between ${String(least)} and ${String(most)}`);
  return value;
}

function matches(list: FlatList, row: Row, query: URLSearchParams): boolean {
  const search = query.get('search')?.toLowerCase();
  if (search !== undefined && !String(row.name).toLowerCase().includes(search)) return false;
  return list.filters.every((word) => {
    const raw = query.get(word);
    return raw === null || raw.toLowerCase().split(',').includes(String(row[word]).toLowerCase());
  });
}

/** `sort=+name,-createdAt`; a bare name is ascending, and so is a `+` that a form decoder turned into a space. */
function sorted(rows: readonly Row[], sort: string | null): readonly Row[] {
  const keys = (sort ?? 'id')
    .split(',')
    .map((part) => ({ name: part.replace(/^[+\- ]/, ''), sign: part.startsWith('-') ? -1 : 1 }));
  const known = (name: string): string | undefined =>
    Object.keys(rows[0] ?? {}).find((key) => key.toLowerCase() === name.toLowerCase());
  const properties = keys.map(({ name, sign }) => ({ property: known(name), sign }));
  if (rows.length > 0 && properties.some(({ property }) => property === undefined))
    throw new Refusal(400, 'sort is invalid');
  return [...rows].sort((a, b) =>
    properties.reduce(
      (order, { property = '', sign }) => order || sign * compare(a[property] as Scalar, b[property] as Scalar),
      0,
    ),
  );
}

function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function pageLink(self: string, query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query);
  next.set('page', String(page));
  return `${self}?${next.toString()}`;
}
