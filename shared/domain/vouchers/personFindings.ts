/** What must be known of one person beside the numbers. */
import type { Finding } from '../finding.ts';
import type { PersonFacts } from './facts.ts';
import type { OrderContext } from './orderContext.ts';
import type { VoucherLine } from './outcome.ts';
import type { DateView } from './personDates.ts';

function datesFinding(
  code: string,
  severity: Finding['severity'],
  subject: string,
  dates: readonly string[],
  more: Finding['facts'] = {},
): Finding[] {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ code, severity, subject, facts: { ...more, count: dates.length, from: first, to: last } }];
}

/** `unsettled`: dates without planning, or with hours of absence that no planned hours can be compared with. `late`: see `DateDecision`. */
export function personFindings(
  { month }: OrderContext,
  { employeeId }: PersonFacts,
  unsettled: readonly DateView[],
  late: readonly VoucherLine[],
): Finding[] {
  const unplanned = unsettled.filter(({ reason }) => reason === 'unknownPlanning').map(({ date }) => date);
  const hours = unsettled.filter(({ lacksHours }) => lacksHours).map(({ date }) => date);
  const number = late.reduce((total, { change }) => total + change, 0);
  return [
    ...datesFinding('voucherPlanningMissing', 'error', employeeId, unplanned, { month }),
    ...datesFinding('voucherAbsenceWithoutHours', 'warning', employeeId, hours, { month }),
    ...datesFinding(
      'voucherBeyondLookBack',
      'warning',
      employeeId,
      late.map(({ date }) => date),
      { month, number },
    ),
  ];
}
