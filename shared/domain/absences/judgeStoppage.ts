/** What is to be done in payroll of one stoppage, from what payroll holds of it and what Lucca says of it now. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import { changedDates, isSameStoppage, type StoppageDates } from './stoppageDates.ts';
import type { StoppageKind } from './treatment.ts';

/** `toType`: nobody typed it. `typed`: payroll holds it as Lucca says. `toCorrect`, `toRemove`: by the clerk. `support`: by the support of payroll. */
export type StoppageState = 'toType' | 'typed' | 'toCorrect' | 'toRemove' | 'support';

/** A line as somebody left it. */
export interface HeldStoppage {
  /** « oui », « non », or nothing said. */
  readonly tick: 'yes' | 'no' | 'open';
  /** What stood in the line when it was ticked, or when its closed month took it for typed; null where neither happened. */
  readonly typedAs: StoppageDates | null;
  /** It was ticked: what was said of it then stands only as long as the tick. */
  readonly wasTicked: boolean;
  /** What Lucca said last. */
  readonly shown: StoppageDates;
  readonly isInLucca: boolean;
}

export interface ClosedMonth {
  readonly month: PlainMonth;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface JudgeContext {
  readonly closed: readonly ClosedMonth[];
  readonly protectedKinds: ReadonlySet<StoppageKind>;
}

export interface Judgement {
  readonly state: StoppageState;
  /** What payroll holds; null where nothing says that it holds anything. */
  readonly typedAs: StoppageDates | null;
  /** Closed months in which it is to be changed; of a line that is not for support, none. */
  readonly months: readonly PlainMonth[];
}

/** Closed months that a change of a protected kind reaches. */
function protectedMonths(
  before: StoppageDates,
  now: StoppageDates | null,
  { closed, protectedKinds }: JudgeContext,
): PlainMonth[] {
  if (!protectedKinds.has(before.kind)) return [];
  const dates = changedDates(before, now);
  const isReached = ({ from, to }: ClosedMonth) => dates.some((date) => from <= date && date <= to);
  return closed.filter(isReached).map(({ month }) => month);
}

function judgedTyped(typedAs: StoppageDates, now: StoppageDates | null, context: JudgeContext): Judgement {
  if (now && isSameStoppage(typedAs, now)) return { state: 'typed', typedAs, months: [] };
  const months = protectedMonths(typedAs, now, context);
  if (months.length > 0) return { state: 'support', typedAs, months };
  return { state: now ? 'toCorrect' : 'toRemove', typedAs, months };
}

/** What an unticked line may all the same be in payroll: nobody said, and its dates stood in the sheet. « non » and a tick taken off say no. */
function supposed({ tick, wasTicked, typedAs, shown, isInLucca }: HeldStoppage): StoppageDates | null {
  if (tick === 'no' || wasTicked) return null;
  return typedAs ?? (isInLucca ? shown : null);
}

/**
 * What becomes of a held line, `now` being what Lucca says, null where it says nothing any more. Undefined: nothing is left to say of it.
 * Ticked for 7–9 September, 7–11 in Lucca → to correct; to support where September is closed and sickness is protected. Not ticked and gone →
 * undefined, unless it lay in a closed month: payroll may hold it.
 */
export function judgedStoppage(
  held: HeldStoppage,
  now: StoppageDates | null,
  context: JudgeContext,
): Judgement | undefined {
  if (held.tick === 'yes') return judgedTyped(held.typedAs ?? held.shown, now, context);
  const before = supposed(held);
  const isChanged = before && !(now && isSameStoppage(before, now));
  const months = isChanged ? protectedMonths(before, now, context) : [];
  if (months.length > 0) return { state: 'support', typedAs: before, months };
  return now ? { state: 'toType', typedAs: null, months } : undefined;
}
