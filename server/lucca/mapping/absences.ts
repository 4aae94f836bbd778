/** From Lucca's half-day rows to `HalfDayAbsence`. */
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import { accountIdOf, type Leave } from '../resources/leaves.ts';

/**
 * Approved and still standing. A leave whose cancellation is asked for is still approved; a pending one is not yet.
 * An older form writes « not cancelled » as an empty text.
 */
export function stands(leave: Leave): boolean {
  return leave.isActive && leave.leavePeriod.isConfirmed && (leave.cancellationDate ?? '') === '';
}

/** The half-days that stand, in the order given. An account without a name anywhere goes by its number. */
export function toAbsences(leaves: readonly Leave[], accountNames: ReadonlyMap<string, string>): HalfDayAbsence[] {
  return leaves.filter(stands).map((leave) => {
    const accountId = accountIdOf(leave) ?? '';
    return {
      id: leave.id,
      employeeId: leave.leavePeriod.ownerId,
      leaveId: leave.leavePeriod.id,
      accountId,
      accountName: leave.leaveAccount?.name ?? accountNames.get(accountId) ?? accountId,
      date: leave.date,
      half: leave.isAM ? 'am' : 'pm',
      minutes: leave.value,
      requestedOn: leave.creationDate ?? null,
      approvedOn: leave.leavePeriod.confirmationDate ?? null,
    };
  });
}
