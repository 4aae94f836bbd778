import { Refusal } from '../api/refusal.ts';
import { accountIdOf } from '../company/leaves.ts';
import { addDays } from '../company/days.ts';
import { addPeriod, type HalfDay } from '../company/leavePeriods.ts';
import type { Company, LeavePeriod, Person } from '../company/model.ts';
import { createWorkedHalves } from '../company/workedHalves.ts';
import { frenchDay, fullName, type Done, type Journal } from './journal.ts';

export interface NewLeave {
  readonly personId?: number | undefined;
  /** First day looked at; the next free worked half-days are taken. */
  readonly from?: string | undefined;
  readonly halves?: number | undefined;
  readonly accountId?: number | undefined;
  readonly pending?: boolean | undefined;
  /** A period number lower than all others. */
  readonly before?: boolean | undefined;
}

/** A leave is taken, approved at once unless `pending`: one day of paid leave in the reference month by default. */
export function addLeave(journal: Journal, asked: NewLeave): Done {
  const { company } = journal;
  const person = journal.person(asked.personId);
  const from = asked.from ?? `${company.referenceMonth}-01`;
  const accountId = asked.accountId ?? accountIdOf('paid', from);
  const account = company.accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw new Refusal(404, 'Aucun compte d’absence de ce numéro dans le compte fictif.');
  const halves = freeHalves(company, person, from).slice(0, asked.halves ?? 2);
  const period = addPeriod(company, person, halves, {
    accountId,
    createdAt: journal.time(),
    confirmedAt: asked.pending === true ? null : journal.time(),
    value: account.unit === 'hours' ? '3.5' : null,
    ...(asked.before === true ? { id: company.nextIds.earlierPeriod-- } : {}),
  });
  return recordLeave(journal, 'addLeave', period, `Absence « ${account.name} » ajoutée`);
}

function freeHalves(company: Company, person: Person, from: string): HalfDay[] {
  const taken = new Set<string>();
  for (const period of company.periods.values()) {
    if (period.ownerId === person.id)
      for (const row of period.rows) if (row.cancelledAt === null) taken.add(`${row.date}${String(row.isAM)}`);
  }
  const { halves } = createWorkedHalves(company.referenceMonth, company.establishments)(person);
  const free = halves.filter(({ date, isAM }) => date >= from && !taken.has(`${date}${String(isAM)}`));
  if (free.length === 0) throw new Refusal(409, 'Cette personne n’a plus de demi-journée libre dans le compte fictif.');
  return free;
}

const isLive = (period: LeavePeriod): boolean => period.rows.every((row) => row.cancelledAt === null);

const touches = (period: LeavePeriod, month: string): boolean => period.rows.some((row) => row.date.startsWith(month));

/** A leave waiting for approval is approved. */
export function approveLeave(journal: Journal, periodId?: number): Done {
  const period = journal.period(periodId, (candidate) => candidate.confirmedAt === null && isLive(candidate));
  period.confirmedAt = journal.time();
  return recordLeave(journal, 'approveLeave', period, 'Congé approuvé');
}

/** An approved leave of the reference month is cancelled: its rows stay, inactive. */
export function cancelLeave(journal: Journal, periodId?: number): Done {
  const period = journal.period(periodId, approvedIn(journal.company.referenceMonth));
  cancelRows(journal, period);
  return recordLeave(journal, 'cancelLeave', period, 'Congé annulé');
}

function approvedIn(month: string): (period: LeavePeriod) => boolean {
  return (period) => period.confirmedAt !== null && isLive(period) && touches(period, month);
}

function cancelRows(journal: Journal, period: LeavePeriod): void {
  const cancelledAt = journal.time();
  for (const row of period.rows) Object.assign(row, { cancelledAt, cancelledBy: row.period.ownerId });
}

/** A leave is moved later by some days: cancelled where it was, taken again on the next free half-days. */
export function moveLeave(journal: Journal, periodId?: number, days = 7): Done {
  const { company } = journal;
  const period = journal.period(periodId, approvedIn(company.referenceMonth));
  const [first] = period.rows;
  const owner = company.people.get(period.ownerId);
  if (first === undefined || owner === undefined)
    throw new Refusal(404, 'Aucun congé qui convienne dans le compte fictif.');
  const halves = freeHalves(company, owner, addDays(first.date, days)).slice(0, period.rows.length);
  cancelRows(journal, period);
  const { accountId, value, comment } = first;
  const moved = addPeriod(company, owner, halves, {
    accountId,
    value,
    comment,
    createdAt: journal.time(),
    confirmedAt: journal.time(),
  });
  return recordLeave(journal, 'moveLeave', moved, 'Congé déplacé');
}

function recordLeave(journal: Journal, kind: string, period: LeavePeriod, what: string): Done {
  const owner = journal.company.people.get(period.ownerId);
  const first = period.rows[0]?.date ?? '';
  const last = period.rows.at(-1)?.date ?? '';
  const span = first === last ? `le ${frenchDay(first)}` : `du ${frenchDay(first)} au ${frenchDay(last)}`;
  const who = owner === undefined ? '' : ` pour ${fullName(owner)}`;
  return journal.record({ kind, personId: period.ownerId, periodId: period.id, label: `${what}${who}, ${span}.` });
}
