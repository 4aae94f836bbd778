/** « Pointage de la paie »: the journal of payroll against what was handed over for the month, figure by figure, in whole hundredths. */

/** What a line may say: a number (of vouchers, of hours), the amount handed over, the shares. Hundredths, cents. */
export const checkedMeasures = ['quantity', 'amount', 'employee', 'employer'] as const;
export type CheckedMeasure = (typeof checkedMeasures)[number];
export type CheckedFigures = Readonly<Partial<Record<CheckedMeasure, number>>>;

/** Who a line is about: a matricule names one person of an establishment. `place`: as payroll files write it. */
export interface PaidPerson {
  readonly place: string;
  readonly employeeNumber: string;
}

/**
 * What was handed over under one payroll code. `needed`: the measure that the journal must hold; the others are compared where it does.
 * `instead`: measures that say the same where the journal says all of them: the column of a share, for an amount that is that share.
 */
export interface HandedLine extends PaidPerson {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly figures: CheckedFigures;
  readonly needed: CheckedMeasure;
  readonly instead?: readonly CheckedMeasure[];
}

/** One line of the journal, its person found. */
export interface JournalLine extends PaidPerson {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly figures: CheckedFigures;
}

/** `missingThere`: handed over, and not in payroll. `missingHere`: in payroll under one of our codes, and never handed over. */
export type CheckedState = 'equal' | 'different' | 'missingThere' | 'missingHere';

export interface CheckedLine extends PaidPerson {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly measure: CheckedMeasure;
  /** Null where a side says nothing. */
  readonly expected: number | null;
  readonly found: number | null;
  /** Found less expected, what a side does not say being nought. */
  readonly gap: number;
  readonly state: CheckedState;
  /** Lines of the journal that were added up. */
  readonly lines: number;
}

interface Side {
  readonly first: JournalLine;
  readonly figures: Partial<Record<CheckedMeasure, number>>;
  lines: number;
}

const keyOf = ({ place, employeeNumber, code }: JournalLine) => JSON.stringify([place, employeeNumber, code]);

/** Lines of one person and code added up: a journal has one for each month of origin. */
function summed(lines: readonly JournalLine[]): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const line of lines) {
    const side = sides.get(keyOf(line)) ?? { first: line, figures: {}, lines: 0 };
    side.lines += 1;
    for (const measure of checkedMeasures) {
      const figure = line.figures[measure];
      if (figure !== undefined) side.figures[measure] = (side.figures[measure] ?? 0) + figure;
    }
    sides.set(keyOf(line), side);
  }
  return sides;
}

function stateOf(there: Side | undefined, here: Side | undefined, gap: number): CheckedState {
  if (!there) return 'missingThere';
  if (!here) return 'missingHere';
  return gap === 0 ? 'equal' : 'different';
}

type Need = Pick<HandedLine, 'needed' | 'instead'>;

/** The measures to compare of one code: the needed one, and those that both sides say; all that the journal says of what was never handed over. */
function measuresOf(here: Side | undefined, there: Side | undefined, need: Need | undefined): CheckedMeasure[] {
  if (!here) return checkedMeasures.filter((each) => there?.figures[each] !== undefined);
  const both = checkedMeasures.filter((each) => here.figures[each] !== undefined && there?.figures[each] !== undefined);
  const instead = need?.instead ?? [];
  const isSaid = instead.length > 0 && instead.every((each) => both.includes(each));
  return checkedMeasures.filter((each) => (each === need?.needed && !isSaid) || both.includes(each));
}

function linesOf(here: Side | undefined, there: Side | undefined, need: Need | undefined): CheckedLine[] {
  const { place, employeeNumber, code } = (here ?? there)?.first ?? { place: '', employeeNumber: '', code: '' };
  const name = here?.first.name || there?.first.name || '';
  const label = here?.first.label || there?.first.label || '';
  return measuresOf(here, there, need).map((measure) => {
    const [expected = null, found = null] = [here?.figures[measure], there?.figures[measure]];
    const gap = (found ?? 0) - (expected ?? 0);
    const state = found === null && here && there ? 'different' : stateOf(there, here, gap);
    return { place, employeeNumber, name, code, label, measure, expected, found, gap, state, lines: there?.lines ?? 0 };
  });
}

const worst: Readonly<Record<CheckedState, number>> = { different: 0, missingThere: 1, missingHere: 2, equal: 3 };

function compareLines(a: CheckedLine, b: CheckedLine): number {
  const of = (each: CheckedLine) =>
    JSON.stringify([each.place, each.name, each.employeeNumber, each.code, checkedMeasures.indexOf(each.measure)]);
  return (
    worst[a.state] - worst[b.state] || Math.abs(b.gap) - Math.abs(a.gap) || (of(a) < of(b) ? -1 : Number(of(a) > of(b)))
  );
}

/**
 * Every figure of both sides, those that differ first. A line handed over of nought asks for nothing in payroll. 17 vouchers handed over, 16 in
 * payroll → `{measure: 'quantity', expected: 1700, found: 1600, gap: -100, state: 'different'}`. What was handed over against itself is all equal.
 */
export function payrollCheckOf(handed: readonly HandedLine[], journal: readonly JournalLine[]): CheckedLine[] {
  const needs = new Map(handed.map((line) => [keyOf(line), line]));
  const [here, there] = [summed(handed), summed(journal)];
  const isIdle = (side: Side | undefined) => !side || Object.values(side.figures).every((figure) => figure === 0);
  const keys = [...new Set([...here.keys(), ...there.keys()])];
  const lines = keys.flatMap((key) => {
    const [ours, theirs] = [here.get(key), there.get(key)];
    if ((!ours || !theirs) && isIdle(ours) && isIdle(theirs)) return [];
    return linesOf(ours, theirs, needs.get(key));
  });
  return lines.sort(compareLines);
}
