/**
 * The scalars of Lucca's rows, read without trust: undefined (not given) proves nothing, null (given, and empty) does. A form we do not
 * know is as if it was not given, save in what a person's row of the workbook comes from: there it is {@link unreadable}, and told.
 * Nothing here ever makes a `Date`.
 */
import { z } from 'zod';
import { parseFrenchDate, parsePlainDate, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { valueAt } from '../caseless.ts';

/** Lucca's way of writing « no end ». */
const NO_END = '9999-12-31';

/** Text without blanks around it; an empty text is null. */
export function tidy(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** The civil date at the head of `2014-09-01`, `2014-09-01T00:00:00` or `…T10:20:06.583Z`, as written there: no zone is applied. */
export function dateAtHead(text: string): PlainDate | undefined {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? parsePlainDate(text.slice(0, 10)) : undefined;
}

/** A date as a French person writes it, where nobody can take its day for its month: `31/12/1980`, not `03/04/1980`. */
function plainFrenchDate(text: string): PlainDate | undefined {
  const date = parseFrenchDate(text);
  const [month, day] = [Number(date?.slice(5, 7)), Number(date?.slice(8, 10))];
  return day > 12 || day === month ? date : undefined;
}

/** A civil date as one of Lucca's own fields may write it. */
function nativeDate(text: string): PlainDate | undefined {
  return dateAtHead(text) ?? plainFrenchDate(text);
}

/** An id, number or text, as text. */
export const idSchema = z.union([z.int(), z.string().min(1)]).transform(String);

export const looseId = idSchema.nullish().catch(undefined);

export const looseText = z
  .union([z.string(), z.number()])
  .transform((value) => tidy(String(value)))
  .nullish()
  .catch(undefined);

function isNoDate(text: string): boolean {
  return text.trim() === '' || text.startsWith(NO_END);
}

/** A civil date; an empty text and the far end of time are null. */
export const looseDate = z
  .string()
  .transform((text) => (isNoDate(text) ? null : nativeDate(text)))
  .nullish()
  .catch(undefined);

/** A civil date that must be there. */
export const dateSchema = z.string().transform((text, context) => {
  const date = nativeDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** Something stands there that cannot be read as what the field holds. */
export const unreadable: unique symbol = Symbol('unreadable');
export type Unreadable = typeof unreadable;

/** What was read of a field; undefined when nothing was given or nothing can be read. */
export function whenRead<T>(answer: T | Unreadable): T | undefined {
  return answer === unreadable ? undefined : answer;
}

/** `schema`, null or not given; {@link unreadable} for anything else. */
export function told<T extends z.ZodType>(schema: T) {
  return schema.nullish().or(z.unknown().transform((): Unreadable => unreadable));
}

export const toldText = told(z.union([z.string(), z.number()]).transform((value) => tidy(String(value))));

/** The `name` of an object; one without is not an empty name. */
function nameIn(raw: unknown): unknown {
  const name = valueAt(raw, 'name');
  return name === undefined ? raw : name;
}

/** A text, or an object with a `name`. */
export const toldName = told(z.preprocess(nameIn, z.string().transform(tidy).nullable()));

/** A civil date; an empty text and the far end of time are null. */
export const toldDate = told(
  z.string().transform((text) => (isNoDate(text) ? null : (nativeDate(text) ?? unreadable))),
);
