/** Everything that the service knows of an account, page by page, from one snapshot. */
import type { Employee } from '../domain/people/employee.ts';
import type { HalfDayAbsence } from '../domain/absences/halfDay.ts';
import type { Instant, PlainMonth } from '../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Service } from '../contracts/service.ts';
import { allPages, untilSteady, type MirrorError } from './mirrorPages.ts';
import type { FlowOptions } from './ports.ts';

export interface Mirror {
  readonly snapshot: number;
  readonly asOf: Instant;
  readonly employees: readonly Employee[];
  readonly halfDays: readonly HalfDayAbsence[];
}

const EMPLOYEES_A_PAGE = 1000;
const ABSENCES_A_PAGE = 5000;

/** {@link readMirror}, once: `restless` when a run ended meanwhile. */
export async function readMirrorOnce(
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
export function readMirror(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions = {},
): Promise<Result<Mirror, MirrorError>> {
  return untilSteady(() => readMirrorOnce(service, connectionId, months, options));
}
