/** What the customer's own fields say of a person, through the bindings. */
import { parseFrenchDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { EmployeeValue } from '../../../shared/domain/people/employee.ts';
import { isRecord, valueAt } from '../caseless.ts';
import { dateAtHead, tidy, unreadable } from '../resources/loose.ts';
import type { User } from '../resources/users.ts';
import type { Binding } from './bindings.ts';
import type { Answer, Given } from './given.ts';

const YES = new Set(['true', 'oui', '1']);
const NO = new Set(['false', 'non', '0']);

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

function integerOf(text: string): number | undefined {
  return /^[+-]?\d{1,9}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** `text` as a value of the field's kind; undefined when it is not one: half a number is no number. */
function converted(kind: Binding['kind'], text: string): EmployeeValue | undefined {
  if (kind === 'date') return dateAtHead(text) ?? parseFrenchDate(text);
  if (kind === 'integer') return integerOf(text);
  return kind === 'boolean' ? booleanOf(text) : text;
}

/** Half a number, a word where a date is expected, several values for one cell: {@link unreadable}. */
function scalarOf(binding: Binding, value: unknown): Answer {
  if (value === null) return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return unreadable;
  const text = tidy(String(value));
  if (text === null) return null;
  // A list holds ids: the number of an entry we cannot name must not pass for a value.
  if (binding.entries.size > 0) {
    const name = binding.entries.get(text);
    return name == null ? unreadable : (converted(binding.kind, name) ?? unreadable);
  }
  if (typeof value === 'boolean' && binding.kind !== 'boolean') return unreadable;
  return converted(binding.kind, text) ?? unreadable;
}

/** `{id, value}`, or an array of them for a field of several values: one is a value, several have no place in one cell. */
function heldValue(held: unknown): unknown {
  if (Array.isArray(held)) return held.length === 0 ? null : held.length === 1 ? heldValue(held[0]) : undefined;
  return isRecord(held) ? valueAt(held, 'value') : held;
}

/** What stands at `code`, or at `e_parent.e_child` for a sub-field; undefined where nothing does. */
function heldAt(file: unknown, code: string): { readonly value: unknown } | undefined {
  const [top = '', ...others] = code.split('.');
  const held = valueAt(file, top);
  if (held === undefined) return undefined;
  const value = heldValue(held);
  return others.length === 0 || value === undefined ? { value } : heldAt(value, others.join('.'));
}

function* codesIn(held: unknown, before: string): Generator<string> {
  if (!isRecord(held)) return;
  for (const [own, each] of Object.entries(held)) {
    const code = `${before}${own.toLowerCase()}`;
    yield code;
    yield* codesIn(heldValue(each), `${code}.`);
  }
}

/** Codes that at least one person's file holds: those the key can read. An unfilled field is left out of a file by Lucca. */
export function codesHeld(users: readonly User[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { extendedData } of users) for (const code of codesIn(extendedData, '')) codes.add(code);
  return codes;
}

/**
 * The bound values of a person. A field that the file does not hold is empty (null) when `readable` says that others hold it,
 * and not given otherwise; nothing is given when the file itself was not.
 */
export function boundValues(user: User, bindings: readonly Binding[], readable: ReadonlySet<string>): Given {
  const file = user.extendedData;
  if (file == null) return {};
  return Object.fromEntries(
    bindings.map((binding) => {
      const held = heldAt(file, binding.code);
      if (held) return [binding.key, scalarOf(binding, held.value)];
      return [binding.key, readable.has(binding.code.toLowerCase()) ? null : undefined];
    }),
  );
}
