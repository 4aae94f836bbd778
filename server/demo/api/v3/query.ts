import { shuffled, type Random } from '../../company/prng.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { parseFields, type FieldTree } from './fieldTree.ts';
import { parseFilter, type Predicate } from './filters.ts';
import { ordered } from './ordering.ts';
import { parsePaging } from './paging.ts';
import { project, type Resource } from './resource.ts';

/** What a collection may be asked, and its own rules. */
export interface Collection<T> {
  readonly resource: Resource<T>;
  readonly maximum: number;
  readonly rows: (view: View, words: ReadonlyMap<string, string>) => readonly T[];
  /** Lower-case keys that steer `rows` instead of filtering. */
  readonly switches?: readonly string[];
  /** Each group needs at least one of its keys (lower-case) among the filters. */
  readonly mandatory?: readonly (readonly string[])[];
}

const RESERVED = new Set(
  '_ randomnumber authtoken callback fields groupby httpmethod longtoken metadata notify accept orderby paging template'.split(
    ' ',
  ),
);

interface Answer {
  readonly items?: Record<string, unknown>[];
  readonly count?: number;
}

/**
 * Answers a v3 list request. Without `orderBy` the rows come in an order drawn from `disorder`, another at each request:
 * a client that pages without it loses rows. `collection.count` adds the total; alone, it replaces the items.
 */
export function runQuery<T>(collection: Collection<T>, query: URLSearchParams, view: View, disorder: Random): Answer {
  const words = wordsOf(query);
  const tree = parseFields(words.get('fields') ?? collection.resource.defaults);
  const counted = takeCount(tree);
  const page = parsePaging(words.get('paging'), collection.maximum);
  const matching = filtered(collection, query, view, words);
  const orderBy = words.get('orderby');
  const sorted =
    orderBy === undefined ? shuffled(matching, disorder) : ordered(collection.resource, matching, orderBy, view);
  const count = counted ? { count: matching.length } : {};
  if (counted && tree.size === 0) return count;
  const slice = sorted.slice(page.offset, page.offset + page.limit);
  return { items: slice.map((row) => project(collection.resource, row, tree, view)), ...count };
}

/** The field tree of a request on a single row. */
export function fieldsOf(query: URLSearchParams): FieldTree {
  const fields = wordsOf(query).get('fields');
  return fields === undefined ? new Map<string, FieldTree>() : parseFields(fields);
}

function wordsOf(query: URLSearchParams): ReadonlyMap<string, string> {
  return new Map([...query].map(([key, value]) => [key.toLowerCase(), value]));
}

function takeCount(tree: FieldTree): boolean {
  const counted = tree.get('collection')?.has('count') ?? false;
  tree.delete('collection');
  return counted;
}

function filtered<T>(
  { resource, switches = [], mandatory = [], rows }: Collection<T>,
  query: URLSearchParams,
  view: View,
  words: ReadonlyMap<string, string>,
): readonly T[] {
  const filters = [...query].filter(
    ([key]) => !RESERVED.has(key.toLowerCase()) && !switches.includes(key.toLowerCase()),
  );
  const keys = filters.map(([key]) => key.toLowerCase());
  for (const group of mandatory) {
    if (!group.some((key) => keys.includes(key)))
      throw new Refusal(400, `One of these filters is mandatory: ${group.join(', ')}`);
  }
  const tests: Predicate<T>[] = filters.map(([key, text]) => parseFilter(resource, key, text, view));
  return rows(view, words).filter((row) => tests.every((test) => test(row)));
}
