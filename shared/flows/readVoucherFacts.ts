/** Everything that titres-restaurant are computed from, of one snapshot of an account. */
import type { ContractSpan, ExpenseNature, LeaveAccount, MealOfEmployee } from '../contracts/voucherSchemas.ts';
import type { Service } from '../contracts/service.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../domain/calendar/plannedMonth.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { untilSteady, type MirrorError } from './mirrorPages.ts';
import { OfSnapshot, PLANNED_MONTHS_A_PAGE, ROWS_A_PAGE } from './ofSnapshot.ts';
import type { FlowOptions } from './ports.ts';
import { readMirrorOnce, type Mirror } from './readMirror.ts';

/**
 * Planned days stay in their short form, one row per person and month: `plannedByDate` makes days of one person's rows.
 * What a run never read, or may not read, is an empty list: the connection says which months were read and which rights are missing.
 */
export interface VoucherMirror extends Mirror {
  readonly contracts: readonly ContractSpan[];
  readonly planning: readonly PlannedMonth[];
  readonly meals: readonly MealOfEmployee[];
  readonly accounts: readonly LeaveAccount[];
  readonly natures: readonly ExpenseNature[];
}

async function readOnce(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions,
): Promise<Result<VoucherMirror, MirrorError>> {
  const mirror = await readMirrorOnce(service, connectionId, months, options);
  if (!mirror.ok) return mirror;
  const lists = new OfSnapshot(mirror.value.snapshot, options);
  const contracts = await lists.whole((slice) => service.contracts(connectionId, slice), ROWS_A_PAGE);
  const planning = await lists.ofMonths<PlannedMonth>(
    months,
    (month) => (slice) => service.planning(connectionId, month, slice),
    PLANNED_MONTHS_A_PAGE,
  );
  const meals = await lists.ofMonths<MealOfEmployee>(
    months,
    (month) => (slice) => service.meals(connectionId, month, slice),
    ROWS_A_PAGE,
  );
  const accounts = await lists.whole(() => service.leaveAccounts(connectionId), ROWS_A_PAGE);
  const natures = await lists.whole(() => service.expenseNatures(connectionId), ROWS_A_PAGE);
  if (lists.error) return fail(lists.error);
  return ok({ ...mirror.value, contracts, planning, meals, accounts, natures });
}

/** People, contracts, planned days, absences and meals of `months`, leave accounts and expense natures: read again when a run ends meanwhile. */
export function readVoucherFacts(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions = {},
): Promise<Result<VoucherMirror, MirrorError>> {
  return untilSteady(() => readOnce(service, connectionId, months, options));
}
