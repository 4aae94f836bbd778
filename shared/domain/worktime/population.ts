/** Whose time a « réglementaire de temps » counts. */
import type { PlainDate } from '../calendar/plainDate.ts';

/** What a person is, to be in a population or not: as « Salariés » and Lucca's schedule say it, folded by the caller. */
export interface Attributes {
  readonly employeeId: string;
  readonly establishment: string;
  readonly workCycle: string;
  readonly contractKind: string;
}

/** Each list that is not empty must hold the person's; an empty one asks nothing. */
export interface Population {
  readonly people: readonly string[];
  readonly establishments: readonly string[];
  readonly workCycles: readonly string[];
  readonly contractKinds: readonly string[];
}

/** `month`: how weeks fall into months of pay. */
export interface TimeRegulation {
  readonly name: string;
  readonly ruleSet: string;
  readonly month: 'completeWeeks' | 'civil';
  /** False: days only (forfait-jours), no hour is counted. */
  readonly countsHours: boolean;
  readonly population: Population;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

function holds(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

function isOf({ people, establishments, workCycles, contractKinds }: Population, person: Attributes): boolean {
  return (
    holds(people, person.employeeId) &&
    holds(establishments, person.establishment) &&
    holds(workCycles, person.workCycle) &&
    holds(contractKinds, person.contractKind)
  );
}

export type Assigned =
  | { readonly kind: 'one'; readonly regulation: TimeRegulation }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly names: readonly string[] };

/** The regulation of a person on a date: exactly one, or why nothing is computed for that person. */
export function regulationOn(regulations: readonly TimeRegulation[], person: Attributes, date: PlainDate): Assigned {
  const found = regulations.filter(
    ({ from, to, population }) => from <= date && (to === null || date <= to) && isOf(population, person),
  );
  const [regulation, ...others] = found;
  if (!regulation) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', regulation } : { kind: 'several', names: found.map(({ name }) => name) };
}
