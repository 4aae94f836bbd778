import type { Company, LeavePeriod, LeaveRow, Person } from './model.ts';

export interface HalfDay {
  readonly date: string;
  readonly isAM: boolean;
}

export interface PeriodFacts {
  readonly accountId: number;
  readonly createdAt: string;
  readonly confirmedAt: string | null;
  readonly requested?: boolean;
  /** Hours of each half-day, for an account in hours. */
  readonly value?: string | null;
  readonly cancelledAt?: string | null;
  readonly cancellationAskedAt?: string | null;
  readonly comment?: string | null;
  /** Given only to slip a row before the others; otherwise the next number. */
  readonly id?: number;
}

/** Adds one leave period with a row per half-day. */
export function addPeriod(
  company: Company,
  owner: Person,
  halves: readonly HalfDay[],
  facts: PeriodFacts,
): LeavePeriod {
  const id = facts.id ?? company.nextIds.period++;
  const period: LeavePeriod = {
    id,
    ownerId: owner.id,
    requested: facts.requested ?? true,
    createdAt: facts.createdAt,
    confirmedAt: facts.confirmedAt,
    cancellationAskedAt: facts.cancellationAskedAt ?? null,
    rows: [],
  };
  const cancelledAt = facts.cancelledAt ?? null;
  for (const { date, isAM } of halves) {
    period.rows.push({
      period,
      date,
      isAM,
      accountId: facts.accountId,
      value: facts.value ?? null,
      cancelledAt,
      cancelledBy: cancelledAt === null ? null : owner.id,
      comment: facts.comment ?? null,
    });
  }
  company.periods.set(id, period);
  return period;
}

/** The id Lucca gives a half-day: `{period}-{yyyyMMdd}-{AM|PM}`. Written when asked for, since rows count in hundreds of thousands. */
export function rowIdOf({ period, date, isAM }: LeaveRow): string {
  return `${String(period.id)}-${date.replaceAll('-', '')}-${isAM ? 'AM' : 'PM'}`;
}

/** The approved half-days of some people, by person and date. `isCounted`: which rows take the half. */
export function halvesOnLeave(
  { periods }: Company,
  ids: ReadonlySet<number>,
  isCounted: (row: LeaveRow) => boolean = () => true,
): Map<string, Set<'am' | 'pm'>> {
  const halves = new Map<string, Set<'am' | 'pm'>>();
  const note = (row: LeaveRow): void => {
    const { period, date, isAM, cancelledAt } = row;
    if (cancelledAt !== null || period.confirmedAt === null || !isCounted(row)) return;
    const key = `${String(period.ownerId)}/${date}`;
    halves.set(key, (halves.get(key) ?? new Set()).add(isAM ? 'am' : 'pm'));
  };
  for (const { ownerId, rows } of periods.values()) if (ids.has(ownerId)) rows.forEach(note);
  return halves;
}
