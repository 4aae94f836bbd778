/** Everything that the service knows of an account, page by page, from one snapshot. */
import type { Employee } from '../domain/people/employee.ts';
import type { HalfDayAbsence } from '../domain/absences/halfDay.ts';
import type { Instant, PlainMonth } from '../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Service, ServiceError, ServiceResult, Slice } from '../contracts/service.ts';
import type { FlowOptions } from './ports.ts';

export interface Mirror {
  readonly snapshot: number;
  readonly asOf: Instant;
  readonly employees: readonly Employee[];
  readonly halfDays: readonly HalfDayAbsence[];
}

export type MirrorError = ServiceError | { readonly code: 'cancelled' } | { readonly code: 'restless' };

interface Page<T> {
  readonly snapshot: number;
  readonly asOf: Instant;
  readonly total: number;
  readonly items: readonly T[];
}

const EMPLOYEES_A_PAGE = 1000;
const ABSENCES_A_PAGE = 5000;
const ATTEMPTS = 3;

type Pages<T> = Result<{ readonly snapshot: number; readonly asOf: Instant; readonly items: T[] }, MirrorError>;

async function allPages<T>(
  read: (slice: Slice) => ServiceResult<Page<T>>,
  limit: number,
  options: FlowOptions,
): Promise<Pages<T>> {
  const items: T[] = [];
  let snapshot: number | undefined;
  for (;;) {
    if (options.signal?.aborted) return fail({ code: 'cancelled' });
    const page = await read({ offset: items.length, limit });
    if (!page.ok) return page;
    if (snapshot !== undefined && page.value.snapshot !== snapshot) return fail({ code: 'restless' });
    snapshot = page.value.snapshot;
    items.push(...page.value.items);
    options.onProgress?.({ step: 'read', done: items.length, total: page.value.total });
    if (items.length >= page.value.total || page.value.items.length === 0)
      return ok({ snapshot, asOf: page.value.asOf, items });
  }
}

async function readOnce(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions,
): Promise<Result<Mirror, MirrorError>> {
  const people = await allPages((slice) => service.employees(connectionId, slice), EMPLOYEES_A_PAGE, options);
  if (!people.ok) return people;
  const { snapshot, asOf, items: employees } = people.value;
  const halfDays: HalfDayAbsence[] = [];
  for (const month of months) {
    const part = await allPages((slice) => service.absences(connectionId, month, slice), ABSENCES_A_PAGE, options);
    if (!part.ok) return part;
    if (part.value.snapshot !== snapshot) return fail({ code: 'restless' });
    for (const each of part.value.items) halfDays.push(each);
  }
  return ok({ snapshot, asOf, employees, halfDays });
}

/** The mirror of an account and the absences of `months`, all of one snapshot: when a run ends meanwhile, it is read again. */
export async function readMirror(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions = {},
): Promise<Result<Mirror, MirrorError>> {
  for (let attempt = 1; ; attempt += 1) {
    const mirror = await readOnce(service, connectionId, months, options);
    if (mirror.ok || mirror.error.code !== 'restless' || attempt === ATTEMPTS) return mirror;
  }
}
