/** Both sides of a simulation of working time, as the screen shows them. Pure. */
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { Cents } from '../../../../shared/domain/money/money.ts';
import { costOf, isPremiumMissing } from '../../../../shared/domain/worktime/paidMinutes.ts';
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import type { LeftPerson, PersonGap, TimeSimulation } from '../../../../shared/flows/worktime/simulateTimes.ts';
import { luccaIdOf } from '../../../../shared/flows/worktime/worktimeBook.ts';
import type { BookRow } from '../../../../shared/flows/book.ts';
import * as text from '../../../../shared/messages/fr/worktime/simulation.ts';

/** Minutes, or cents, on both sides. */
export interface Sides {
  readonly held: number;
  readonly tried: number;
}

/** `cost`: null where no rate was given, where hours go to rest, or where only a premium that nobody typed is due (`isUnrated`). */
export interface GapLine {
  readonly code: string;
  readonly name: string;
  readonly minutes: Sides;
  readonly cost: Sides | null;
  readonly isUnrated: boolean;
  readonly isRest: boolean;
}

export interface GapPersonLine {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly gaps: readonly GapLine[];
}

/** Somebody whom the rules of today cannot count, and why. */
export interface LeftLine {
  readonly employeeId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** What the tried set cannot count, told once for everybody. `rules`: those that say so. */
export interface LeftGroup {
  readonly finding: Finding;
  readonly rules: readonly string[];
  readonly names: readonly string[];
}

export interface TimeSimulationView {
  readonly accounts: readonly GapLine[];
  /** What everybody costs; null where no rate was given. */
  readonly cost: Sides | null;
  /** The largest difference first. */
  readonly people: readonly GapPersonLine[];
  /** How many people both sides count, and how many one of them does not. */
  readonly compared: number;
  readonly leftCount: number;
  readonly left: readonly LeftLine[];
  readonly leftByTried: readonly LeftGroup[];
}

export const gapOf = ({ held, tried }: Sides): number => tried - held;

const isGap = ({ minutes }: GapLine) => gapOf(minutes) !== 0;
const nameOf = (row: BookRow) => [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim();

function gapLine({ account, held, tried, paid }: PersonGap, hourly: Cents | null): GapLine {
  const sides = [paid.held, paid.tried];
  const isRest = sides.every((each) => each === null);
  const line = { code: account.code, name: account.name, minutes: { held, tried }, isRest };
  if (hourly === null || isRest) return { ...line, cost: null, isUnrated: false };
  const [mine = 0, theirs = 0] = sides.map((each) => (each ? costOf(each, account, hourly) : 0));
  const isUnrated = sides.some((each) => each !== null && isPremiumMissing(each, account));
  const cost = isUnrated && mine === 0 && theirs === 0 ? null : { held: mine, tried: theirs };
  return { ...line, cost, isUnrated };
}

const total = (sides: readonly Sides[]): Sides => ({
  held: sides.reduce((sum, { held }) => sum + held, 0),
  tried: sides.reduce((sum, { tried }) => sum + tried, 0),
});

function leftLines(left: readonly LeftPerson[]): LeftLine[] {
  const own = left.filter(({ held, tried }) => held.length > 0 || tried.length === 0);
  return own.map(({ row, held }) => ({ employeeId: luccaIdOf(row), name: nameOf(row), findings: held }));
}

/** Rules on contracts of the other kind make one group, whatever their number; any other finding one for all of whom it says the same. */
function leftGroups(left: readonly LeftPerson[]): LeftGroup[] {
  const groups = new Map<string, { finding: Finding; rules: Set<string>; people: Map<string, string> }>();
  for (const { row, tried } of left.filter(({ held }) => held.length === 0)) {
    for (const finding of tried) {
      const { code, facts } = finding;
      const key = code in text.otherContract ? code : JSON.stringify([code, facts]);
      const group = groups.get(key) ?? { finding, rules: new Set(), people: new Map() };
      group.rules.add(String(facts['rule'] ?? ''));
      group.people.set(luccaIdOf(row), nameOf(row));
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ finding, rules, people }) => ({
    finding,
    rules: [...rules],
    names: [...people.values()],
  }));
}

/** Costs are rounded once for each person and account; totals add them up. */
export function simulationView(simulation: TimeSimulation, hourly: Cents | null): TimeSimulationView {
  const people = simulation.people.map(({ row, employeeId, gaps }): GapPersonLine => {
    const lines = gaps.map((gap) => gapLine(gap, hourly));
    return { employeeId, name: nameOf(row), employeeNumber: textOf(row, 'employeeNumber'), gaps: lines };
  });
  const all = people.flatMap(({ gaps }) => gaps);
  const size = ({ gaps }: GapPersonLine) => gaps.reduce((sum, { minutes }) => sum + Math.abs(gapOf(minutes)), 0);
  const { left, compared } = simulation;
  return {
    accounts: simulation.accounts.map(({ account: { code, name }, held, tried }): GapLine => {
      const own = all.filter((each) => each.code === code);
      const costs = own.flatMap(({ cost }) => cost ?? []);
      return {
        code,
        name,
        minutes: { held, tried },
        cost: costs.length === 0 ? null : total(costs),
        isUnrated: own.some((each) => each.isUnrated),
        isRest: own.every((each) => each.isRest),
      };
    }),
    cost: hourly === null ? null : total(all.flatMap(({ cost }) => cost ?? [])),
    people: people.filter(({ gaps }) => gaps.some(isGap)).sort((a, b) => size(b) - size(a)),
    compared,
    leftCount: left.length,
    left: leftLines(left),
    leftByTried: leftGroups(left),
  };
}
