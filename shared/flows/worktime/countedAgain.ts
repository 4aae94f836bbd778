/** A closed month of one person, counted again under the settings it was closed with. */
import type { Finding } from '../../domain/finding.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { Regulated } from '../../domain/worktime/regulated.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import type { ClosedTime } from '../../tables/worktime/readTimeRegister.ts';
import { foldedName } from '../../tables/worktime/readTimeRegulations.ts';
import type { LateTime } from './accountLines.ts';
import { personMonth, type Frame } from './personMonth.ts';
import type { HeldTime } from './personTimes.ts';
import type { WorktimeBook } from './worktimeBook.ts';

type Sets = ReadonlyMap<TimeRegulation, RuleSet | null>;

/** `isOfToday`: the settings of then could not count this person, and those of today can. `result`: of those of today where neither can, which says why. */
export interface CountedAgain {
  readonly result: Regulated | Finding;
  readonly isOfToday: boolean;
}

/** Whom the regulations of today are for, each with the rules that it had then; those of today where it had none that could be computed with. */
function repaired({ sets }: WorktimeBook, { settings }: ClosedTime): Sets {
  const then = [...settings];
  const rulesThen = ({ name, from }: TimeRegulation) =>
    then.find(([each]) => foldedName(each.name) === foldedName(name) && each.from === from)?.[1];
  return new Map([...sets].map(([regulation, set]) => [regulation, rulesThen(regulation) ?? set] as const));
}

export function isCounted(result: Regulated | Finding): result is Regulated {
  return !('code' in result) && result.outcome.state !== 'refused';
}

/** Of the settings of then, those of today with the rules of then, and those of today: the first that can count the person. */
export function countedAgain(
  frame: Frame,
  held: HeldTime,
  closed: ClosedTime,
  late: readonly LateTime[],
): CountedAgain {
  const count = (sets: Sets) => personMonth(frame, { held, month: closed.month, sets, late }).result;
  const { book } = frame.reading;
  const then = count(closed.settings);
  if (isCounted(then)) return { result: then, isOfToday: false };
  const mended = count(repaired(book, closed));
  const today = isCounted(mended) ? mended : count(book.sets);
  return { result: today, isOfToday: isCounted(today) };
}
