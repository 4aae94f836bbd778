import { parseFields, type FieldTree } from './fieldTree.ts';
import { Refusal } from '../refusal.ts';
import type { Permission, View } from '../view.ts';

export type Scalar = string | number | boolean | null;
export type Kind = 'number' | 'text' | 'date' | 'boolean';

/** How a filter or an order reads one scalar of a row. */
export interface Accessor<T> {
  readonly kind: Kind;
  read(row: T, view: View): Scalar;
}

/** One property of a resource: how it is written in an answer, and how a filter reaches it (or what lies below it). */
export interface Property<T> {
  readonly needs?: Permission;
  project(row: T, tree: FieldTree, view: View): unknown;
  access?(path: readonly string[], view: View): Accessor<T>;
}

/** A v3 resource: its properties under the casing the server writes, and the fields given when none are asked. */
export interface Resource<T> {
  readonly name: string;
  readonly defaults: string;
  readonly properties: Readonly<Record<string, Property<T>>>;
}

type Read<T, R> = (row: T, view: View) => R;

function scalar<T>(kind: Kind, read: Read<T, Scalar>): Property<T> {
  const access = (path: readonly string[]): Accessor<T> => {
    if (path.length > 0) throw new Refusal(400, 'Query parameter is invalid');
    return { kind, read };
  };
  return { project: (row, _tree, view) => read(row, view), access };
}

export const number = <T>(read: Read<T, number | null>): Property<T> => scalar('number', read);
export const text = <T>(read: Read<T, string | null>): Property<T> => scalar('text', read);
export const flag = <T>(read: Read<T, boolean | null>): Property<T> => scalar('boolean', read);
/** `yyyy-MM-dd` read from the row is written `yyyy-MM-ddT00:00:00`; a timestamp is written as it is. */
export const date = <T>(read: Read<T, string | null>): Property<T> =>
  scalar('date', (row, view) => atMidnight(read(row, view)));

function atMidnight(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value;
}

/** A ready JSON value; asking names below it keeps only those (`extendedData[e_nir]`). It cannot be filtered on. */
export const json = <T>(read: Read<T, unknown>): Property<T> => ({
  project: (row, tree, view) => {
    const value = read(row, view);
    if (tree.size === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => tree.has(name.toLowerCase())));
  },
});

/** One related row of another resource. */
export const ref = <T, U>(resource: Resource<U>, read: Read<T, U | null>): Property<T> => ({
  project: (row, tree, view) => {
    const related = read(row, view);
    return related === null ? null : project(resource, related, tree, view);
  },
  access: (path, view) => {
    const below = accessorOf(resource, path, view);
    return {
      kind: below.kind,
      read: (row, asked) => {
        const related = read(row, asked);
        return related === null ? null : below.read(related, asked);
      },
    };
  },
});

/** Related rows of another resource. They cannot be filtered on. */
export const list = <T, U>(resource: Resource<U>, read: Read<T, readonly U[]>): Property<T> => ({
  project: (row, tree, view) => read(row, view).map((related) => project(resource, related, tree, view)),
});

export const restricted = <T>(needs: Permission, property: Property<T>): Property<T> => ({ ...property, needs });

interface Named<T> {
  readonly name: string;
  readonly property: Property<T>;
}

const indexes = new WeakMap<object, Map<string, Named<never>>>();

/** Properties by lower-case name, built once per resource. */
function indexOf<T>(resource: Resource<T>): Map<string, Named<T>> {
  const known = indexes.get(resource) as Map<string, Named<T>> | undefined;
  if (known !== undefined) return known;
  const entries = Object.entries(resource.properties).map(
    ([name, property]) => [name.toLowerCase(), { name, property }] as const,
  );
  const index = new Map<string, Named<T>>(entries);
  indexes.set(resource, index);
  return index;
}

const defaultTrees = new WeakMap<object, FieldTree>();

function defaultTree<T>(resource: Resource<T>): FieldTree {
  const tree = defaultTrees.get(resource) ?? parseFields(resource.defaults);
  defaultTrees.set(resource, tree);
  return tree;
}

/** Writes a row with the fields asked, in the server's own casing. A field the key may not read is absent; an unknown one is a 400. */
export function project<T>(resource: Resource<T>, row: T, tree: FieldTree, view: View): Record<string, unknown> {
  const index = indexOf(resource);
  const written: Record<string, unknown> = {};
  for (const [asked, below] of tree.size === 0 ? defaultTree(resource) : tree) {
    const found = index.get(asked);
    if (found === undefined) throw new Refusal(400, `Unknown property ${asked} on ${resource.name}`);
    if (found.property.needs !== undefined && view.denied.has(found.property.needs)) continue;
    written[found.name] = found.property.project(row, below, view);
  }
  return written;
}

/** The scalar at the end of a dotted path, for filters and orders. An unknown, hidden or unfilterable one is a 400. */
export function accessorOf<T>(resource: Resource<T>, path: readonly string[], view: View): Accessor<T> {
  const [first, ...rest] = path;
  const property = first === undefined ? undefined : indexOf(resource).get(first.toLowerCase())?.property;
  const hidden = property?.needs !== undefined && view.denied.has(property.needs);
  if (property?.access === undefined || hidden) throw new Refusal(400, 'Query parameter is invalid');
  return property.access(rest, view);
}
