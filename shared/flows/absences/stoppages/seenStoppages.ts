/** The stoppages that Lucca shows, what was not read being taken as the sheet says it. */
import { halvesOf } from '../../../domain/absences/stoppageDates.ts';
import {
  stoppagesOf,
  type Stoppage,
  type StoppageHalfDay,
  type WorkedDays,
} from '../../../domain/absences/stoppages.ts';
import type { HalfDate } from '../../../domain/absences/halfDay.ts';
import type { StoppageRow } from '../../../tables/absences/readStoppages.ts';
import type { CurrentIds } from '../../../tables/people/currentIds.ts';
import type { StoppageContext } from './stoppageContext.ts';

const placeOf = (employeeId: string, { date, half }: HalfDate) => `${employeeId} ${date} ${half}`;

function shown({ fates, kindOf, isKnown }: StoppageContext, { of }: CurrentIds): StoppageHalfDay[] {
  return fates.flatMap(({ halfDay, fate }): StoppageHalfDay[] => {
    const employeeId = of(halfDay.employeeId);
    const kind = fate === 'stoppage' && isKnown(employeeId) ? kindOf(halfDay) : undefined;
    return kind ? [{ halfDay: { ...halfDay, employeeId }, kind }] : [];
  });
}

/** Half-days of which Lucca proves nothing: of a month that was not read, or on an account that nobody bound. */
function kept({ fates, isRead }: StoppageContext, rows: readonly StoppageRow[], { of }: CurrentIds): StoppageHalfDay[] {
  const waiting = new Set(
    fates.filter(({ fate }) => fate === 'unbound').map(({ halfDay }) => placeOf(of(halfDay.employeeId), halfDay)),
  );
  return rows.flatMap(({ leaveId, held, row, employeeId }): StoppageHalfDay[] => {
    const unproved = held.isInLucca ? halvesOf(held.shown) : [];
    const known = { requestedOn: null, approvedOn: row.date('knownOn'), minutes: null };
    return unproved
      .filter((half) => !isRead(half.date) || waiting.has(placeOf(employeeId, half)))
      .map(({ date, half }) => ({
        halfDay: { id: '', employeeId, leaveId, accountId: '', accountName: '', date, half, ...known },
        kind: held.shown.kind,
      }));
  });
}

/** @param rows of people who are known, each under the identifier it has now. */
export function seenStoppages(
  context: StoppageContext,
  rows: readonly StoppageRow[],
  ids: CurrentIds,
  days: WorkedDays,
): Stoppage[] {
  return stoppagesOf([...shown(context, ids), ...kept(context, rows, ids)], days);
}
