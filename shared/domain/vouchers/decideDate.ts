/** What an order changes about one date of one person: the difference between what should be recorded and what is. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { Recorded } from './ledger.ts';
import type { VoucherLine } from './outcome.ts';
import { mayTake, type DateView, type Reach } from './personDates.ts';
import { entitles } from './voucherDay.ts';

export interface DateDecision {
  /** Lines inside the windows of the order. */
  readonly regular: readonly VoucherLine[];
  /** Lines that correct closed orders. */
  readonly corrections: readonly VoucherLine[];
  /** What should be corrected too, in orders too old to be. */
  readonly late: readonly VoucherLine[];
}

type Draft = Omit<VoucherLine, 'date' | 'correction'>;

/** Gathers the lines of one date. */
class Lines implements DateDecision {
  readonly regular: VoucherLine[] = [];
  readonly corrections: VoucherLine[] = [];
  readonly late: VoucherLine[] = [];

  constructor(
    private readonly date: PlainDate,
    private readonly correctable: ReadonlySet<PlainMonth>,
  ) {}

  add(line: Draft): void {
    this.regular.push({ ...line, date: this.date, correction: null });
  }

  /** True when the correction is made. Information is no correction of anything. */
  correct(line: Draft, month: PlainMonth): boolean {
    const isMade = this.correctable.has(month);
    (isMade ? this.corrections : this.late).push({ ...line, date: this.date, correction: month });
    return isMade;
  }
}

function one(difference: number): 1 | -1 {
  return difference > 0 ? 1 : -1;
}

/** The given fact. Answers whether the date gives a voucher once the order is made. */
function decideGiven(view: DateView, recorded: Recorded, lines: Lines): boolean {
  const { days, reason } = view;
  const isGiven = recorded.given > 0;
  if (days.at === 'open') {
    if (isGiven) lines.add({ fact: 'given', change: 0, reason: 'alreadyGiven', taking: null });
    else lines.add({ fact: 'given', change: entitles(reason) ? 1 : 0, reason, taking: null });
    return isGiven || entitles(reason);
  }
  if (days.at !== 'closed' || reason === 'unknownPlanning') return isGiven;
  const difference = (entitles(reason) ? 1 : 0) - recorded.given;
  if (difference === 0) return isGiven;
  const isMade = lines.correct({ fact: 'given', change: one(difference), reason, taking: null }, days.month);
  return isMade ? difference > 0 : isGiven;
}

function causeReach(view: DateView): Reach {
  return view.taking?.by === 'meal' ? view.mealReach : view.absenceReach;
}

/** A date that should be taken and is not. */
function take(view: DateView, lines: Lines): void {
  if (!view.taking) return;
  const line: Draft = { fact: view.taking.by, change: -1, reason: 'taken', taking: view.taking };
  const reach = causeReach(view);
  if (reach.at === 'closed') lines.correct(line, reach.month);
  else lines.add(line);
}

/** Says why what stands on a date of an open window takes nothing. */
function explain(view: DateView, isTaken: boolean, lines: Lines): void {
  const reach = causeReach(view);
  if (!view.taking || reach.at !== 'open') return;
  lines.add({
    fact: view.taking.by,
    change: 0,
    reason: isTaken ? 'alreadyTaken' : 'notEntitled',
    taking: view.taking,
  });
}

function decideTaken(view: DateView, recorded: Recorded, gives: boolean, lines: Lines): void {
  const isReached = 'settings' in view.absenceReach || 'settings' in view.mealReach;
  if (!isReached || view.reason === 'unknownPlanning') return;
  const isPossible = mayTake(view) && (gives || view.days.at === 'later' || view.days.at === 'before');
  const isTaken = recorded.taken > 0;
  if (isPossible && view.taking && !isTaken) take(view, lines);
  else if (isTaken && !(isPossible && view.taking)) giveBack(recorded, lines);
  else explain(view, isTaken, lines);
}

function giveBack({ takenIn, by }: Recorded, lines: Lines): void {
  if (takenIn) lines.correct({ fact: by, change: 1, reason: 'noLonger', taking: null }, takenIn);
}

/** Outside the benefit nothing is due: what was recorded is taken back. */
function decideOutside(recorded: Recorded, lines: Lines): void {
  const { given, givenIn, taken } = recorded;
  if (given > 0 && givenIn)
    lines.correct({ fact: 'given', change: -1, reason: 'outsideBenefit', taking: null }, givenIn);
  if (taken > 0) giveBack(recorded, lines);
}

/**
 * The lines of one date. `view`: what stands there today, undefined outside the benefit; `correctable`: the closed orders that may still be
 * corrected. Each fact is recorded at most once: deciding again after recording gives no line with a change.
 */
export function decideDate(
  date: PlainDate,
  view: DateView | undefined,
  recorded: Recorded,
  correctable: ReadonlySet<PlainMonth>,
): DateDecision {
  const lines = new Lines(date, correctable);
  if (!view) decideOutside(recorded, lines);
  else decideTaken(view, recorded, decideGiven(view, recorded, lines), lines);
  return lines;
}
