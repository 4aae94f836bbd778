/** Two ways to order, side by side, person by person and in euros. What is shown of an absence never says which. Pure. */
import type { Finding } from '../../../domain/finding.ts';
import { cents, type Cents } from '../../../domain/money/money.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { amountsOf } from '../../../domain/vouchers/amounts.ts';
import type { VoucherLine, VoucherOutcome } from '../../../domain/vouchers/outcome.ts';
import type { BookRow } from '../../book.ts';
import type { VoucherComputation } from '../computeVouchers.ts';
import { textOf } from '../regulationReadings.ts';

/** What is ordered, in numbers and cents. */
export interface SimulatedOrder {
  readonly ordered: number;
  readonly face: Cents;
  readonly employer: Cents;
  readonly employee: Cents;
}

/** One side of one person. */
export interface SimulatedSide extends SimulatedOrder {
  /** A day of theirs is not known: nothing is counted. */
  readonly isIncomplete: boolean;
  /** No amount can be given: the euros are nought for want of anything better. */
  readonly isUnpriced: boolean;
  /** Day by day, its accounts left out; empty for what an order froze. */
  readonly outcomes: readonly VoucherOutcome[];
}

export interface SimulatedPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly now: SimulatedSide;
  readonly then: SimulatedSide;
}

export interface VoucherSimulation {
  /** Everybody that either side orders for, in the order of « Salariés ». */
  readonly people: readonly SimulatedPerson[];
  readonly totals: { readonly now: SimulatedOrder; readonly then: SimulatedOrder };
  /** What the second side says and the first does not. */
  readonly findings: readonly Finding[];
}

/** Who one side orders for, and what. */
export interface Sided {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly side: SimulatedSide;
}

const nothing: SimulatedOrder = { ordered: 0, face: cents(0), employer: cents(0), employee: cents(0) };
const nobody: SimulatedSide = { ...nothing, isIncomplete: false, isUnpriced: false, outcomes: [] };

function sum(a: SimulatedOrder, b: SimulatedOrder): SimulatedOrder {
  return {
    ordered: a.ordered + b.ordered,
    face: cents(a.face + b.face),
    employer: cents(a.employer + b.employer),
    employee: cents(a.employee + b.employee),
  };
}

function together(a: SimulatedSide, b: SimulatedSide): SimulatedSide {
  return {
    ...sum(a, b),
    isIncomplete: a.isIncomplete || b.isIncomplete,
    isUnpriced: a.isUnpriced || b.isUnpriced,
    outcomes: [...a.outcomes, ...b.outcomes],
  };
}

function withoutAccounts(line: VoucherLine): VoucherLine {
  return line.taking?.by === 'absence' ? { ...line, taking: { ...line.taking, accounts: [] } } : line;
}

/** Name and number as « Salariés » has them. */
export function whoIs(row: BookRow): Omit<Sided, 'side'> {
  return {
    employeeId: canonical('identifier', row.cells['luccaId'] ?? textCell(row.key)),
    name: [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim(),
    employeeNumber: textOf(row, 'employeeNumber'),
  };
}

/** One side of a simulation, from a computation. `only`: the one regulation that is looked at; null: all. */
export function sidesOf({ people, regulations }: VoucherComputation, only: string | null): Sided[] {
  const own = people.filter(({ outcome }) => only === null || outcome.regulation === only);
  return own.map(({ row, outcome }): Sided => {
    const unit = regulations.get(outcome.regulation)?.unit;
    const { ordered } = outcome.count;
    const { face, employer, employee } = unit ? amountsOf(unit, ordered) : nothing;
    const lines = outcome.lines.map(withoutAccounts);
    const side = {
      ...{ ordered, face, employer, employee },
      isIncomplete: outcome.state === 'incomplete',
      isUnpriced: !unit && ordered > 0,
      outcomes: [{ ...outcome, lines }],
    };
    return { ...whoIs(row), side };
  });
}

function byPerson(sides: readonly Sided[]): ReadonlyMap<string, SimulatedSide> {
  const people = new Map<string, SimulatedSide>();
  for (const { employeeId, side } of sides) {
    const before = people.get(employeeId);
    people.set(employeeId, before ? together(before, side) : side);
  }
  return people;
}

function fresh(now: readonly Finding[], then: readonly Finding[]): Finding[] {
  const said = new Set(now.map((each) => JSON.stringify(each)));
  return then.filter((each) => !said.has(JSON.stringify(each)));
}

/** Puts two sides together: whoever one of them knows is there, with nothing on the other. */
export function beside(
  now: readonly Sided[],
  then: readonly Sided[],
  findings: { readonly now: readonly Finding[]; readonly then: readonly Finding[] },
): VoucherSimulation {
  const [before, after] = [byPerson(now), byPerson(then)];
  const who = new Map([...now, ...then].map((each) => [each.employeeId, each]));
  const people = [...who.values()].map(({ employeeId, name, employeeNumber }): SimulatedPerson => ({
    ...{ employeeId, name, employeeNumber },
    now: before.get(employeeId) ?? nobody,
    then: after.get(employeeId) ?? nobody,
  }));
  const total = (side: 'now' | 'then') => people.map((each): SimulatedOrder => each[side]).reduce(sum, nothing);
  return { people, totals: { now: total('now'), then: total('then') }, findings: fresh(findings.now, findings.then) };
}

/** What changes from one side to the other, in number and cents. */
export function gapOf({ now, then }: { readonly now: SimulatedOrder; readonly then: SimulatedOrder }): SimulatedOrder {
  return {
    ordered: then.ordered - now.ordered,
    face: cents(then.face - now.face),
    employer: cents(then.employer - now.employer),
    employee: cents(then.employee - now.employee),
  };
}

const french = new Intl.Collator('fr');

/** True when anything differs: a number, an amount, or whether it is known. */
export function isGap(person: SimulatedPerson): boolean {
  const { ordered, face, employer, employee } = gapOf(person);
  const isKnownOnce = person.now.isIncomplete !== person.then.isIncomplete;
  return isKnownOnce || [ordered, face, employer, employee].some((each) => each !== 0);
}

/** People with the largest difference first: in euros of the whole, in number, in euros of the employer; then by name. */
export function byGap(people: readonly SimulatedPerson[]): SimulatedPerson[] {
  const size = (person: SimulatedPerson) => {
    const { ordered, face, employer } = gapOf(person);
    return [Math.abs(face), Math.abs(ordered), Math.abs(employer)] as const;
  };
  const sized = people.map((person) => ({ person, size: size(person) }));
  sized.sort(
    (a, b) =>
      b.size[0] - a.size[0] ||
      b.size[1] - a.size[1] ||
      b.size[2] - a.size[2] ||
      french.compare(a.person.name, b.person.name),
  );
  return sized.map(({ person }) => person);
}
