import { Refusal } from '../api/refusal.ts';
import { presenceOf } from '../company/contracts.ts';
import { addDays, stamp } from '../company/days.ts';
import type { Company, ExpenseItem, LeavePeriod, Person } from '../company/model.ts';
import { forkRandom, type Random } from '../company/prng.ts';

/** One change made in the account after it was generated. */
export interface Done {
  readonly kind: string;
  /** The account's own time: one minute after the change before. */
  readonly at: string;
  readonly personId: number;
  readonly periodId?: number;
  readonly itemId?: number;
  /** The French sentence that says what was done. */
  readonly label: string;
}

/** What every change needs: the account's time, a source of choices, and rows by id or by default. */
export interface Journal {
  readonly company: Company;
  readonly history: readonly Done[];
  /** The time of the change being made. */
  time(): string;
  random(): Random;
  /** The person asked for, else one who is present. Throws a 404. */
  person(id: number | undefined): Person;
  /** The period asked for, else one that fits. Throws a 404. */
  period(id: number | undefined, fits: (period: LeavePeriod) => boolean): LeavePeriod;
  /** The line of an expense report asked for, else one that fits. Throws a 404. */
  item(id: number | undefined, fits: (item: ExpenseItem) => boolean): ExpenseItem;
  record(done: Omit<Done, 'at'>): Done;
}

export function createJournal(company: Company): Journal {
  const history: Done[] = [];
  const random = (): Random => forkRandom(company.seed, 9_000_000 + history.length);
  const time = (): string => {
    const minute = 480 + history.length;
    return stamp(addDays(company.today, Math.floor(minute / 1440)), minute % 1440);
  };
  return {
    company,
    history,
    time,
    random,
    person: (id) => {
      const present = (person: Person): boolean => presenceOf(person, company.today) === 'present';
      return found(id, company.people, present, random(), 'Aucune personne de ce numéro dans le compte fictif.');
    },
    period: (id, fits) =>
      found(id, company.periods, fits, random(), 'Aucun congé qui convienne dans le compte fictif.'),
    item: (id, fits) => found(id, company.items, fits, random(), 'Aucun repas qui convienne dans le compte fictif.'),
    record: (done) => {
      const full = { ...done, at: time() };
      history.push(full);
      return full;
    },
  };
}

function found<T>(
  id: number | undefined,
  rows: ReadonlyMap<number, T>,
  fits: (row: T) => boolean,
  random: Random,
  message: string,
): T {
  const candidates = id === undefined ? [...rows.values()].filter(fits) : [];
  const row = id === undefined ? candidates[random.between(0, candidates.length - 1)] : rows.get(id);
  if (row === undefined) throw new Refusal(404, message);
  return row;
}

export function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}

/** `2026-10-05` as a French reader writes it: `05/10/2026`. */
export function frenchDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
