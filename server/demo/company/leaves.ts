import { ACCOUNT, paidLeaveAccountId, paidLeaveYear } from './accounts.ts';
import { addDays, stamp } from './days.ts';
import { addPeriod, type HalfDay, type PeriodFacts } from './leavePeriods.ts';
import type { Company, Person } from './model.ts';
import { forkRandom, type Random } from './prng.ts';
import { createWorkedHalves } from './workedHalves.ts';

interface Habit {
  readonly account: 'paid' | keyof typeof ACCOUNT;
  /** How often a person takes it in a month. */
  readonly chance: number;
  readonly halves: readonly [number, number];
  readonly wholeDays: boolean;
}

const HABITS: readonly Habit[] = [
  { account: 'paid', chance: 0.34, halves: [4, 10], wholeDays: true },
  { account: 'rtt', chance: 0.25, halves: [1, 2], wholeDays: false },
  { account: 'sickness', chance: 0.05, halves: [4, 12], wholeDays: true },
  { account: 'sickChild', chance: 0.03, halves: [1, 2], wholeDays: false },
  { account: 'training', chance: 0.05, halves: [2, 6], wholeDays: true },
  { account: 'recoveryHours', chance: 0.08, halves: [1, 1], wholeDays: false },
  { account: 'unpaid', chance: 0.02, halves: [2, 6], wholeDays: true },
  { account: 'compensatoryRest', chance: 0.03, halves: [1, 2], wholeDays: false },
  { account: 'bereavement', chance: 0.005, halves: [2, 6], wholeDays: true },
  { account: 'moving', chance: 0.005, halves: [2, 2], wholeDays: true },
];

const HR_ENTERED: readonly Habit['account'][] = ['sickness', 'workAccident', 'maternity', 'therapeutic'];

/** Fills the account with half-day rows over four months, about four by person and month; never two live rows on one half-day. */
export function addLeaves(company: Company): void {
  const planningOf = createWorkedHalves(company.referenceMonth, company.establishments);
  const told = liveHalves(company);
  for (const person of company.people.values()) {
    const { halves, months } = planningOf(person);
    const taken = new Uint8Array(halves.length);
    const rows = told.get(person.id);
    if (rows !== undefined)
      halves.forEach((half, index) => (taken[index] = rows.some((row) => isSame(row, half)) ? 1 : 0));
    const diary: Diary = { company, person, halves, taken, random: forkRandom(company.seed, 1_000_000 + person.id) };
    for (const month of months) addHabits(diary, month);
  }
}

/** One person's four months while they fill up: `taken` says which of the worked halves are gone. */
interface Diary {
  readonly company: Company;
  readonly person: Person;
  readonly halves: readonly HalfDay[];
  readonly taken: Uint8Array;
  readonly random: Random;
}

const isSame = (one: HalfDay, other: HalfDay): boolean => one.date === other.date && one.isAM === other.isAM;

/** The half-days already taken, by person, so that habits keep clear of the stories written before them. */
function liveHalves(company: Company): Map<number, HalfDay[]> {
  const byOwner = new Map<number, HalfDay[]>();
  for (const { ownerId, rows } of company.periods.values()) {
    const live = rows.filter((row) => row.cancelledAt === null);
    byOwner.set(ownerId, [...(byOwner.get(ownerId) ?? []), ...live]);
  }
  return byOwner;
}

function addHabits(diary: Diary, month: readonly [number, number]): void {
  if (month[1] < month[0]) return;
  for (const habit of HABITS) if (diary.random.chance(habit.chance)) take(diary, month, habit);
  if (diary.person.id % 4 === 0) for (let day = 0; day < 3; day += 1) take(diary, month, REMOTE_DAY);
}

const REMOTE_DAY: Habit = { account: 'remoteWork', chance: 1, halves: [2, 2], wholeDays: true };

function take(
  { company, person, halves, taken, random }: Diary,
  [from, to]: readonly [number, number],
  habit: Habit,
): void {
  let first = random.between(from, to);
  while (habit.wholeDays && first > from && halves[first]?.isAM === false) first -= 1;
  const drawn = random.between(...habit.halves);
  const end = first + (habit.wholeDays ? drawn + (drawn % 2) : drawn);
  const start = halves[first];
  if (start === undefined || taken.subarray(first, end).includes(1)) return;
  if (HR_ENTERED.includes(habit.account) && start.date > company.today) return;
  const facts = factsOf(company, start, habit, random);
  if (facts.cancelledAt == null) taken.fill(1, first, end);
  addPeriod(company, person, halves.slice(first, end), facts);
}

function factsOf(company: Company, first: HalfDay, habit: Habit, random: Random): PeriodFacts {
  const requested = !HR_ENTERED.includes(habit.account);
  const asked = addDays(first.date, requested ? -random.between(5, 40) : random.between(0, 2));
  const created = asked < company.today ? asked : addDays(company.today, -random.between(1, 6));
  const createdAt = stamp(created, random.between(480, 1_100), random.between(0, 7));
  const answered = addDays(created, 1);
  const pending = requested && first.date > addDays(company.today, -10) && random.chance(0.2);
  const confirmedAt = pending ? null : stamp(answered < company.today ? answered : company.today, 615);
  const cancelled = random.chance(0.04) && answered <= `${company.referenceMonth}-02`;
  return {
    accountId: accountIdOf(habit.account, first.date),
    createdAt,
    confirmedAt,
    requested,
    value: habit.account === 'recoveryHours' ? random.pick(['3.5', '2,25', '1', '3,5', '1.75']) : null,
    cancelledAt: cancelled
      ? stamp(`${company.referenceMonth}-${String(random.between(3, 24)).padStart(2, '0')}`, 700)
      : null,
    comment: random.chance(0.05) ? random.pick(['Vacances en famille', '=RDV()', 'À confirmer']) : null,
  };
}

/** The account id of a habit at a date: paid leave is taken from the account of its year. */
export function accountIdOf(account: Habit['account'], date: string): number {
  return account === 'paid' ? paidLeaveAccountId(paidLeaveYear(date.slice(0, 7))) : ACCOUNT[account];
}
