/** Absences, v3: one row per half-day. */
import { z } from 'zod';
import type { PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { caseless } from '../caseless.ts';
import type { ListOf } from '../list.ts';
import { pathTo } from '../query.ts';
import { dateSchema, idSchema, looseDate, looseId, looseText } from './loose.ts';

/** The documented maximum of one answer. */
const LEAVES_LIMIT = 10_000;

const LEAVE_FIELDS = [
  'id',
  'date',
  'isAM',
  'value',
  'isActive',
  'creationDate',
  'cancellationDate',
  'leaveAccountId',
  'leaveAccount[id,name]',
  'leavePeriod[id,ownerId,isConfirmed,confirmationDate]',
  'collection.count',
].join(',');

/**
 * Minutes in a number of hours written `7`, `3.5`, `2,25` or `03:30:00`, rounded to the minute; undefined when it is none of
 * them. Whole numbers only: 0.29 h is never 17.4 of anything.
 */
export function minutesOf(hours: string): number | undefined {
  const [, clockHours, minutes] = /^(\d{1,3}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(hours) ?? [];
  if (clockHours !== undefined) return Number(clockHours) * 60 + Number(minutes);
  const [, whole, decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,9}))?$/.exec(hours) ?? [];
  if (whole === undefined) return undefined;
  const unit = 10 ** decimals.length;
  return Number(whole) * 60 + Math.floor((Number(decimals) * 60 + unit / 2) / unit);
}

/** Null for an account kept in days. Hours we cannot read are refused: as null they would count for half a day. */
const minutesSchema = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    const text = value == null ? '' : String(value).trim();
    if (text === '') return null;
    const minutes = minutesOf(text);
    if (minutes !== undefined) return minutes;
    context.addIssue({ code: 'custom', message: 'not a number of hours' });
    return z.NEVER;
  });

/** What decides whether and for whom a row counts must be there: a row without it would silently vanish from payroll. */
const leaveSchema = caseless({
  id: idSchema,
  date: dateSchema,
  isAM: z.boolean(),
  value: minutesSchema,
  isActive: z.boolean(),
  creationDate: looseDate,
  cancellationDate: z.string().nullish(),
  leaveAccountId: looseId,
  leaveAccount: caseless({ id: looseId, name: looseText }).nullish().catch(undefined),
  leavePeriod: caseless({ id: idSchema, ownerId: idSchema, isConfirmed: z.boolean(), confirmationDate: looseDate }),
}).refine((row) => accountIdOf(row) !== undefined);
export type Leave = z.infer<typeof leaveSchema>;

export function accountIdOf(leave: {
  readonly leaveAccountId?: string | null | undefined;
  readonly leaveAccount?: { readonly id?: string | null | undefined } | null | undefined;
}): string | undefined {
  return leave.leaveAccountId ?? leave.leaveAccount?.id ?? undefined;
}

/** Whose absences: Lucca wants a filter on owners beside the one on dates, or refuses. */
export interface LeaveFilter {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: 'leavePeriod.owner.legalEntityId' | 'leavePeriod.ownerId';
  readonly ids: readonly string[];
}

export function leavesPath({ from, to, by, ids }: LeaveFilter, offset: number, limit = LEAVES_LIMIT): string {
  return pathTo('/api/v3/leaves', {
    date: `between,${from},${to}`,
    [by]: ids.join(','),
    fields: LEAVE_FIELDS,
    orderBy: 'id,asc',
    paging: `${offset},${limit}`,
  });
}

export function listOfLeaves(filter: LeaveFilter): ListOf<Leave> {
  return {
    call: 'leaves',
    limit: LEAVES_LIMIT,
    row: leaveSchema,
    path: ({ offset }) => leavesPath(filter, offset),
    idOf: (leave) => leave.id,
  };
}
