/** What an order changes about one date of one person: the difference between what should be recorded and what is. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { Recorded } from './ledger.ts';
import type { Taking, VoucherLine } from './outcome.ts';
import type { DateView } from './personDates.ts';
import { isWithin, type Reach } from './reach.ts';
import { entitles } from './voucherDay.ts';

type Draft = Pick<VoucherLine, 'fact' | 'change' | 'reason' | 'taking'>;

/** Gathers the lines of one person, date after date. */
export class DecidedLines {
  /** What should be corrected too, in orders too old to be. */
  readonly late: VoucherLine[] = [];
  #date = '' as PlainDate;
  #regular: VoucherLine[] = [];
  #corrections: VoucherLine[] = [];

  /** `correctable`: the closed orders that may still be corrected. */
  constructor(readonly correctable: ReadonlySet<PlainMonth>) {}

  /** Goes to a date. `regular` takes its lines inside the windows of the order, `corrections` those that correct closed orders. */
  on(date: PlainDate, regular: VoucherLine[], corrections: VoucherLine[]): this {
    this.#date = date;
    this.#regular = regular;
    this.#corrections = corrections;
    return this;
  }

  /** The line of the day, which everybody shares. */
  day(line: VoucherLine): void {
    this.#regular.push(line);
  }

  add(draft: Draft): void {
    this.#regular.push({ date: this.#date, ...draft, correction: null });
  }

  /** Corrects the first of `months` that may still be; with none of them the line is late. True when the correction is made. */
  correct(draft: Draft, [month, ...others]: readonly [PlainMonth, ...PlainMonth[]]): boolean {
    const made = [month, ...others].find((each) => this.correctable.has(each));
    const list = made === undefined ? this.late : this.#corrections;
    list.push({ date: this.#date, ...draft, correction: made ?? month });
    return made !== undefined;
  }
}

/** The given fact. Answers whether the date gives a voucher once the order is made. */
function decideGiven({ reach, reason }: DateView, recorded: Recorded, lines: DecidedLines): boolean {
  const { days, isInDays, lines: said } = reach;
  const isGiven = recorded.given > 0;
  if (isGiven && isInDays) lines.day(said.alreadyGiven);
  if (days.at === 'open') {
    if (!isGiven) lines.day(said[reason]);
    return isGiven || entitles(reason);
  }
  if (days.at !== 'closed' || reason === 'unknownPlanning') return isGiven;
  if (entitles(reason) === isGiven) {
    if (!isGiven && isInDays) lines.day(said[reason]);
    return isGiven;
  }
  const isMade = lines.correct({ fact: 'given', change: isGiven ? -1 : 1, reason, taking: null }, [days.month]);
  return isMade ? !isGiven : isGiven;
}

interface Cause {
  readonly taking: Taking;
  readonly reach: Reach;
}

/** What may take the voucher: inside the windows of the order first, then where a closed order may be corrected; an absence before a meal. */
function causeOf({ absence, meal, reach }: DateView, correctable: ReadonlySet<PlainMonth>): Cause | undefined {
  const byAbsence = absence ? { taking: absence, reach: reach.absences } : undefined;
  const byMeal = meal ? { taking: meal, reach: reach.meals } : undefined;
  if (!byAbsence || !byMeal) return byAbsence ?? byMeal;
  const rank = (at: Reach) => (at.at === 'open' ? 0 : isWithin(at, correctable) ? 1 : 2);
  return rank(byMeal.reach) < rank(byAbsence.reach) ? byMeal : byAbsence;
}

/** A date that should be taken and is not. */
function take({ taking, reach }: Cause, lines: DecidedLines): void {
  const line: Draft = { fact: taking.by, change: -1, reason: 'taken', taking };
  if (reach.at === 'closed') lines.correct(line, [reach.month]);
  else lines.add(line);
}

/** Says why what stands in an open window takes nothing. */
function explain({ taking, reach }: Cause, isTaken: boolean, lines: DecidedLines): void {
  if (reach.at === 'open')
    lines.add({ fact: taking.by, change: 0, reason: isTaken ? 'alreadyTaken' : 'notEntitled', taking });
}

/** Whether a voucher of that date may be taken although no order made here gave it: a later one will, or one made elsewhere did. */
export function isGivenOtherwise({ reach: { days }, context }: DateView): boolean {
  return days.at === 'later' || (days.at === 'before' && context.regulation.start.kind === 'elsewhere');
}

function decideTaken(view: DateView, recorded: Recorded, gives: boolean, lines: DecidedLines): void {
  const { absences, meals } = view.reach;
  const isReached = 'settings' in absences || 'settings' in meals;
  if (!isReached || view.reason === 'unknownPlanning') return;
  const isPossible = entitles(view.reason) && (gives || isGivenOtherwise(view));
  const isTaken = recorded.taken > 0;
  const cause = causeOf(view, lines.correctable);
  if (isTaken && !(isPossible && cause)) giveBack(recorded, lines, [absences, meals]);
  else if (cause && isPossible && !isTaken) take(cause, lines);
  else if (cause) explain(cause, isTaken, lines);
}

/** What took the date may have changed since it was recorded: any order that saw it may be the one that is corrected. */
function giveBack({ takenIn, by }: Recorded, lines: DecidedLines, reaches: readonly Reach[] = []): void {
  const months = reaches.flatMap((each) => (each.at === 'closed' ? [each.month] : []));
  if (takenIn) lines.correct({ fact: by, change: 1, reason: 'noLonger', taking: null }, [takenIn, ...months]);
}

/** Outside the benefit nothing is due: what was recorded is taken back. */
function decideOutside(recorded: Recorded, lines: DecidedLines): void {
  const { given, givenIn, taken } = recorded;
  if (given > 0 && givenIn)
    lines.correct({ fact: 'given', change: -1, reason: 'outsideBenefit', taking: null }, [givenIn]);
  if (taken > 0) giveBack(recorded, lines);
}

/**
 * Adds to `lines` those of their date. `view`: what stands there today, undefined outside the benefit. Each fact is recorded at most once:
 * deciding again after recording gives no line with a change.
 */
export function decideDate(view: DateView | undefined, recorded: Recorded, lines: DecidedLines): void {
  if (!view) decideOutside(recorded, lines);
  else decideTaken(view, recorded, decideGiven(view, recorded, lines), lines);
}
