/** A set that closed months were counted with and that was changed since: told where it is named, for whoever edits it. */
import { addMonths, firstDay, lastDay } from '../../domain/calendar/plainDate.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { weekOf } from '../../domain/worktime/weeks.ts';
import type { TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { foldedName, type TypedTimeRegulation } from '../../tables/worktime/readTimeRegulations.ts';

/** The last closed month that a regulation of this name counted, and the rules it had then. */
function lastUse({ closed }: TimeRegister, name: string) {
  for (const { month, settings } of [...closed].reverse()) {
    const used = [...settings].find(([regulation]) => foldedName(regulation.name) === foldedName(name));
    if (used) return { month, rules: used[1].rules, way: used[1].month };
  }
  return undefined;
}

/**
 * The days of a closed month whose week closes in the next one are of the one or of the other by the way of counting months: changed between both, what
 * daily rules give on them is lost, or counted twice.
 */
function sayChangedWay(
  { regulation, row }: Pick<TypedTimeRegulation, 'regulation' | 'row'>,
  last: NonNullable<ReturnType<typeof lastUse>>,
): void {
  const to = lastDay(last.month);
  const week = weekOf(to);
  const isHeld = regulation.from <= week.to && (regulation.to === null || week.to <= regulation.to);
  if (regulation.month === last.way || week.to === to || !isHeld) return;
  const facts = { from: week.from, to, lost: regulation.month === 'civil' ? 'yes' : 'no' };
  row.say('month', 'timeMonthChanged', facts, 'warning');
}

/** Tells at each regulation that its rules are no longer those of its last closed month: from when the new ones count. */
export function sayChangedSets(
  regulations: readonly TypedTimeRegulation[],
  sets: ReadonlyMap<TimeRegulation, RuleSet | null>,
  register: TimeRegister,
): void {
  for (const { regulation, row } of regulations) {
    const [set, last] = [sets.get(regulation), lastUse(register, regulation.name)];
    if (last) sayChangedWay({ regulation, row }, last);
    if (!set || !last || JSON.stringify(set.rules) === JSON.stringify(last.rules)) continue;
    const date = firstDay(addMonths(last.month, 1));
    row.say('set', 'timeSetChanged', { set: regulation.ruleSet, date }, 'info');
  }
}
