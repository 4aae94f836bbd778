import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { parseLiteral, sortableDate } from './literals.ts';
import { accessorOf, type Accessor, type Kind, type Resource, type Scalar } from './resource.ts';

export type Predicate<T> = (row: T) => boolean;
type Test = (value: Scalar) => boolean;

const invalid = (): Refusal => new Refusal(400, 'Query parameter is invalid');

/** Turns `leavePeriod.ownerId=5,6` or `date=between,2026-10-01,2026-10-31` into a test of rows; 400 when it makes no sense. */
export function parseFilter<T>(resource: Resource<T>, key: string, text: string, view: View): Predicate<T> {
  const accessor = accessorOf(resource, key.split('.'), view);
  const test = parseTest(accessor.kind, text, view.company.today);
  return (row) => test(comparable(accessor, row, view));
}

function comparable<T>(accessor: Accessor<T>, row: T, view: View): Scalar {
  const value = accessor.read(row, view);
  return accessor.kind === 'date' && typeof value === 'string' ? sortableDate(value) : value;
}

function parseTest(kind: Kind, text: string, today: string): Test {
  const [first = '', ...rest] = text.split(',');
  const operator = OPERATORS[first.toLowerCase()];
  if (operator === undefined)
    return among(
      [first, ...rest].map((raw) => parseLiteral(kind, raw, today)),
      kind,
    );
  if (!operator.kinds.includes(kind) || rest.length === 0) throw invalid();
  return operator.test(rest, (raw) => parseLiteral(kind, raw, today), kind);
}

interface Operator {
  readonly kinds: readonly Kind[];
  test(raws: readonly string[], literal: (raw: string) => Scalar, kind: Kind): Test;
}

const ANY: readonly Kind[] = ['number', 'text', 'date', 'boolean'];
const ORDERED: readonly Kind[] = ['number', 'date'];

const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: { kinds: ANY, test: (raws, literal, kind) => among(raws.map(literal), kind) },
  notequal: { kinds: ANY, test: (raws, literal, kind) => not(among(raws.map(literal), kind)) },
  like: { kinds: ['text'], test: (raws) => onText(raws, (value, part) => value.includes(part)) },
  starts: { kinds: ['text'], test: (raws) => onText(raws, (value, part) => value.startsWith(part)) },
  since: { kinds: ['date'], test: (raws, literal) => compared(raws, literal, (order) => order >= 0) },
  until: { kinds: ['date'], test: (raws, literal) => compared(raws, literal, (order) => order <= 0) },
  between: { kinds: ['date'], test: (raws, literal) => between(raws, literal) },
  greaterthan: { kinds: ORDERED, test: (raws, literal) => compared(raws, literal, (order) => order > 0) },
  greaterthanorequal: { kinds: ORDERED, test: (raws, literal) => compared(raws, literal, (order) => order >= 0) },
  lessthan: { kinds: ORDERED, test: (raws, literal) => compared(raws, literal, (order) => order < 0) },
  lessthanorequal: { kinds: ORDERED, test: (raws, literal) => compared(raws, literal, (order) => order <= 0) },
};

function not(test: Test): Test {
  return (value) => !test(value);
}

/** One of the values; text is compared without regard to case, as the account's database does. */
function among(values: readonly Scalar[], kind: Kind): Test {
  if (kind !== 'text') return setTest(new Set(values));
  const fold = (value: Scalar): Scalar => (typeof value === 'string' ? value.toLowerCase() : value);
  const test = setTest(new Set(values.map(fold)));
  return (value) => test(fold(value));
}

function setTest(values: ReadonlySet<Scalar>): Test {
  return (value) => values.has(value);
}

function onText(raws: readonly string[], matches: (value: string, part: string) => boolean): Test {
  const part = raws.join(',').toLowerCase();
  return (value) => typeof value === 'string' && matches(value.toLowerCase(), part);
}

function compared(raws: readonly string[], literal: (raw: string) => Scalar, keep: (order: number) => boolean): Test {
  const bound = raws.length === 1 ? literal(raws[0] ?? '') : null;
  if (bound === null) throw invalid();
  return (value) => value !== null && keep(value < bound ? -1 : value > bound ? 1 : 0);
}

/** Both ends in; a last day given without a time runs to its end. */
function between(raws: readonly string[], literal: (raw: string) => Scalar): Test {
  const [from = '', to = ''] = raws;
  const first = literal(from);
  const last = literal(to.length === 10 ? `${to}T23:59:59.9999999` : to);
  if (raws.length !== 2 || first === null || last === null) throw invalid();
  return (value) => value !== null && value >= first && value <= last;
}
