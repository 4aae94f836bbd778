/**
 * The scalars of Lucca's rows, read without trust. An optional field of a form we do not know is as if it was not given:
 * undefined (not given) proves nothing, null (given, and empty) does. Nothing here ever makes a `Date`.
 */
import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { isRecord, valueAt } from '../caseless.ts';

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

/** An id, number or text, as text. */
export const idSchema = z.union([z.int(), z.string().min(1)]).transform(String);

export const looseId = idSchema.nullish().catch(undefined);

export const looseText = z
  .union([z.string(), z.number()])
  .transform((value) => tidy(String(value)))
  .nullish()
  .catch(undefined);

/** A text, or an object with a `name`. */
export const looseName = z
  .preprocess((raw) => (isRecord(raw) ? valueAt(raw, 'name') : raw), z.string().transform(tidy).nullable())
  .optional()
  .catch(undefined);

/** A civil date; an empty text and the far end of time are null. */
export const looseDate = z
  .string()
  .transform((text) => (text.trim() === '' || text.startsWith(NO_END) ? null : dateAtHead(text)))
  .nullish()
  .catch(undefined);

/** A civil date that must be there. */
export const dateSchema = z.string().transform((text, context) => {
  const date = dateAtHead(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});
