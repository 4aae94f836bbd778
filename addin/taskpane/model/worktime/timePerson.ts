/** Why an account of a person holds what it holds: its movements, the rule of each, and the presence that it is made of. */
import type { PlainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { clockText, type Clock } from '../../../../shared/domain/calendar/wallTime.ts';
import type { Part } from '../../../../shared/domain/worktime/movement.ts';
import type { AccountLine } from '../../../../shared/flows/worktime/accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import { movementLines, type MovementLine } from '../../../../shared/flows/worktime/resultRows.ts';
import { clockOn, setOn } from '../../../../shared/flows/worktime/setOfDate.ts';
import { ruleText } from '../../../../shared/messages/fr/worktime/rules.ts';

/** Presence of a movement. `from` and `to`: as the wall shows them; null where only the date is known. */
export interface ChainPart {
  readonly date: PlainDate;
  readonly minutes: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** One movement. `ruleSentence`: what its rule says; '' for a correction, or a rule that is no longer there. */
export interface ChainLine {
  readonly date: PlainDate;
  readonly minutes: number;
  readonly rule: string;
  readonly ruleSentence: string;
  readonly cause: string;
  readonly parts: readonly ChainPart[];
}

export interface AccountChain {
  readonly line: AccountLine;
  readonly movements: readonly ChainLine[];
}

function partOf({ date, minutes, interval }: Part, clock: Clock): ChainPart {
  if (!interval) return { date, minutes, from: null, to: null };
  return { date, minutes, from: clockText(interval.from, date, clock), to: clockText(interval.to, date, clock) };
}

function chainLine(person: PersonWorktime, computation: WorktimeComputation, line: MovementLine): ChainLine {
  const set = setOn(person, computation, line.date);
  const rule = set?.rules.find(({ code }) => code === line.rule);
  const clock = clockOn(person, set);
  return {
    date: line.date,
    minutes: line.minutes,
    rule: line.rule,
    ruleSentence: rule ? ruleText(rule) : '',
    cause: line.cause,
    parts: line.parts.map((part) => partOf(part, clock)),
  };
}

/** Every account of a person, each with the movements that make it, in the order in which they were posted. */
export function accountChains(person: PersonWorktime, computation: WorktimeComputation): AccountChain[] {
  const movements = movementLines(person, computation);
  return person.accounts.map((line): AccountChain => {
    const own = movements.filter(({ account }) => account === line.account.account.code);
    return { line, movements: own.map((each) => chainLine(person, computation, each)) };
  });
}
