import { readColor } from './assumptions.ts';
import { refuse } from './errors.ts';
import { HostNode } from './nodes.ts';
import type { Session } from './nodes.ts';
import type { RangeRef } from './model/workbook.ts';

/** Reads one argument or refuses it. */
export type Check<V> = (value: unknown) => V;
type Checks<A extends unknown[] | []> = { [I in keyof A]: Check<A[I]> };

export interface Method<T, R> {
  readonly checks: readonly Check<unknown>[];
  readonly writes: boolean;
  run(self: T, args: unknown[], session: Session): R;
}

/** A property: write-only without `get`, read-only without `set`. Setting it is a write unless `quiet`. */
export interface Prop<T> {
  get?(self: T, session: Session): unknown;
  set?(self: T, value: unknown, session: Session): void;
  readonly quiet?: boolean;
}

/** The members of one class of the client the host answers, under their wire names; it refuses any other. */
export interface ClassSpec<T> {
  /** What identifies the object; given back at every instantiation and load. */
  ids?(self: T, session: Session): Readonly<Record<string, unknown>>;
  readonly props?: Readonly<Record<string, Prop<T>>>;
  readonly navs?: Readonly<Record<string, (self: T, session: Session) => HostNode>>;
  /** Methods that answer an object (`null`: a null object). */
  readonly getters?: Readonly<Record<string, Method<T, HostNode | null>>>;
  /** Methods that answer a value or nothing. */
  readonly actions?: Readonly<Record<string, Method<T, unknown>>>;
  items?(self: T): readonly HostNode[];
  item?(self: T, key: unknown): HostNode | undefined;
}

/** The builders of methods for the class behind which a `T` stands. */
export function membersOf<T>() {
  const build =
    (writes: boolean) =>
    <R, A extends unknown[] | []>(checks: Checks<A>, run: (self: T, args: A, session: Session) => R): Method<T, R> => ({
      checks: checks as readonly Check<unknown>[],
      writes,
      run: (self, args, session) => run(self, args as A, session),
    });
  return { reads: build(false), writes: build(true) };
}

const typed =
  <V>(name: string, is: (value: unknown) => value is V): Check<V> =>
  (value) =>
    is(value) ? value : refuse('invalidArgument', `expected ${name}`);

export const integer = typed('a whole number', (value): value is number => Number.isInteger(value));
export const points = typed('a size', (value): value is number => typeof value === 'number' && value >= 0);
export const text = typed('a text', (value): value is string => typeof value === 'string');
export const flag = typed('true or false', (value): value is boolean => typeof value === 'boolean');
/** A colour, as it is read back: `#RRGGBB`. */
export const color: Check<string> = (value) => readColor(text(value)) ?? refuse('invalidArgument', text(value));
export const record = typed(
  'an object',
  (value): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value),
);
export const key = typed('a name or an id', (value): value is string | number =>
  ['string', 'number'].includes(typeof value),
);

/** The omitted arguments of the client arrive as `null`. */
export const optional =
  <V>(check: Check<V>): Check<V | undefined> =>
  (value) =>
    value === null || value === undefined ? undefined : check(value);

export const oneOf = <const W extends readonly string[]>(words: W): Check<W[number]> =>
  typed(words.join(', '), (value): value is W[number] => words.includes(value as string));

export const range: Check<RangeRef> = (value) =>
  value instanceof HostNode && value.kind === 'Range'
    ? (value as HostNode<'Range'>).self
    : refuse('invalidArgument', 'expected a range');

/** An address or a range. */
export const place: Check<string | RangeRef> = (value) => (typeof value === 'string' ? value : range(value));
