/** What the lists of stoppages are brought up to date from, with an import. */
import { payrollTargets } from '../../../domain/absences/targets/targets.ts';
import type { StoppageKind } from '../../../domain/absences/treatment.ts';
import type { Cell } from '../../../domain/review/cell.ts';
import type { StoppageContext } from '../stoppages/stoppageContext.ts';
import type { OpenedTransfer } from './readTransfer.ts';
import type { TransferReading } from './transferReading.ts';

const none: ReadonlySet<StoppageKind> = new Set();

/** @param at when the sheets are written, as they tell it. */
export function stoppageContextOf(
  { start, period, register, facts }: OpenedTransfer,
  { context, fates, isRead }: TransferReading,
  at: Cell,
): StoppageContext {
  return {
    fates,
    kindOf: ({ accountId, date }) => {
      const bound = context.boundTo(accountId, date);
      return bound.state === 'bound' && bound.treatment.is === 'stoppage' ? bound.treatment.kind : undefined;
    },
    planning: facts.planning,
    isRead,
    start: start.from,
    upTo: period.to,
    closed: register.closed,
    protectedKinds: start.target === null ? none : payrollTargets[start.target].protectedKinds,
    isKnown: (employeeId) => context.contractsOf(employeeId) !== undefined,
    at,
  };
}
