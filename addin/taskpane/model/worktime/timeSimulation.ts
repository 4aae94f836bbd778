/** What is asked of « Simuler » for working time, and both sides as the screen shows them. Pure. */
import type { Finding } from '../../../../shared/domain/finding.ts';
import { cents, type Cents } from '../../../../shared/domain/money/money.ts';
import { readyMadeSets } from '../../../../shared/domain/worktime/readyMade.ts';
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import {
  costOf,
  type TimeGap,
  type TimeSimulation,
  type TriedSet,
} from '../../../../shared/flows/worktime/simulateTimes.ts';
import { luccaIdOf } from '../../../../shared/flows/worktime/worktimeBook.ts';
import type { BookRow } from '../../../../shared/flows/book.ts';
import { typedHundredths } from '../typedHundredths.ts';
import type { TimeBoard, TimeSimulationAsked } from './timeState.ts';

export interface TriedChoice {
  readonly key: string;
  readonly name: string;
  readonly isReady: boolean;
  readonly tried: TriedSet;
}

/** Sets of « Règles de temps », then the ready-made ones. */
export function triedChoices({ sets }: Pick<TimeBoard, 'sets'>): TriedChoice[] {
  return [
    ...sets.map((name) => ({ key: `set ${name}`, name, isReady: false, tried: { name } })),
    ...readyMadeSets.map((ready) => ({ key: `ready ${ready.key}`, name: ready.name, isReady: true, tried: { ready } })),
  ];
}

/** The question as it opens: the first set that no regulation of the month takes already, for all of them. */
export function askedFirst(board: TimeBoard): TimeSimulationAsked {
  const inUse = new Set(board.regulations.map(({ set }) => set));
  const choices = triedChoices(board);
  const other = choices.find(({ name, isReady }) => !isReady && !inUse.has(name));
  const first = other ?? choices.find(({ isReady }) => isReady);
  return { tried: first?.key ?? '', regulation: '', rate: '' };
}

export function choiceOf(board: TimeBoard, { tried }: TimeSimulationAsked): TriedChoice | undefined {
  return triedChoices(board).find(({ key }) => key === tried);
}

/** Cents of an hour; null where none is asked, undefined where what was typed is no amount. */
export function hourlyOf({ rate }: Pick<TimeSimulationAsked, 'rate'>): Cents | null | undefined {
  if (rate.trim() === '') return null;
  const typed = typedHundredths(rate);
  return typed === undefined || typed === 0 ? undefined : cents(typed);
}

/** Minutes, or cents, on both sides. */
export interface Sides {
  readonly held: number;
  readonly tried: number;
}

/** `cost`: null where no rate was given. */
export interface GapLine {
  readonly code: string;
  readonly name: string;
  readonly minutes: Sides;
  readonly cost: Sides | null;
}

export interface GapPersonLine {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly gaps: readonly GapLine[];
}

/** Somebody whom a side cannot count, and why. */
export interface LeftLine {
  readonly employeeId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
}

export interface TimeSimulationView {
  readonly accounts: readonly GapLine[];
  /** What everybody costs; null where no rate was given. */
  readonly cost: Sides | null;
  /** The largest difference first. */
  readonly people: readonly GapPersonLine[];
  readonly left: readonly LeftLine[];
}

export const gapOf = ({ held, tried }: Sides): number => tried - held;

const isGap = ({ minutes }: GapLine) => gapOf(minutes) !== 0;
const nameOf = (row: BookRow) => [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim();

function gapLine({ account, held, tried }: TimeGap, hourly: Cents | null): GapLine {
  const costs = hourly === null ? null : [held, tried].map((minutes) => costOf(minutes, account, hourly));
  const cost = costs && { held: costs[0] ?? 0, tried: costs[1] ?? 0 };
  return { code: account.code, name: account.name, minutes: { held, tried }, cost };
}

const total = (sides: readonly Sides[]): Sides => ({
  held: sides.reduce((sum, { held }) => sum + held, 0),
  tried: sides.reduce((sum, { tried }) => sum + tried, 0),
});

/** Costs are rounded once for each person and account; totals add them up. */
export function simulationView(simulation: TimeSimulation, hourly: Cents | null): TimeSimulationView {
  const people = simulation.people.map(({ row, employeeId, gaps }): GapPersonLine => {
    const lines = gaps.map((gap) => gapLine(gap, hourly));
    return { employeeId, name: nameOf(row), employeeNumber: textOf(row, 'employeeNumber'), gaps: lines };
  });
  const all = people.flatMap(({ gaps }) => gaps);
  const costs = (code: string | null) =>
    all.filter((each) => code === null || each.code === code).flatMap(({ cost }) => cost ?? []);
  const size = ({ gaps }: GapPersonLine) => gaps.reduce((sum, { minutes }) => sum + Math.abs(gapOf(minutes)), 0);
  return {
    accounts: simulation.accounts.map((gap) => {
      const cost = hourly === null ? null : total(costs(gap.account.code));
      return { ...gapLine(gap, null), cost };
    }),
    cost: hourly === null ? null : total(costs(null)),
    people: people.filter(({ gaps }) => gaps.some(isGap)).sort((a, b) => size(b) - size(a)),
    left: simulation.left.map((row) => {
      const employeeId = luccaIdOf(row);
      const own = simulation.findings.filter(({ subject, severity }) => subject === employeeId && severity === 'error');
      return { employeeId, name: nameOf(row), findings: own };
    }),
  };
}
