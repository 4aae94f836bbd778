/** A set that closed months were counted with and that was changed since: told where it is named, for whoever edits it. */
import { firstDay, addMonths } from '../../domain/calendar/plainDate.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import type { TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { foldedName, type TypedTimeRegulation } from '../../tables/worktime/readTimeRegulations.ts';

/** The last closed month that a regulation of this name counted, and the rules it had then. */
function lastUse({ closed }: TimeRegister, name: string) {
  for (const { month, settings } of [...closed].reverse()) {
    const used = [...settings].find(([regulation]) => foldedName(regulation.name) === foldedName(name));
    if (used) return { month, rules: used[1].rules };
  }
  return undefined;
}

/** Tells at each regulation that its rules are no longer those of its last closed month: from when the new ones count. */
export function sayChangedSets(
  regulations: readonly TypedTimeRegulation[],
  sets: ReadonlyMap<TimeRegulation, RuleSet | null>,
  register: TimeRegister,
): void {
  for (const { regulation, row } of regulations) {
    const [set, last] = [sets.get(regulation), lastUse(register, regulation.name)];
    if (!set || !last || JSON.stringify(set.rules) === JSON.stringify(last.rules)) continue;
    const date = firstDay(addMonths(last.month, 1));
    row.say('set', 'timeSetChanged', { set: regulation.ruleSet, date }, 'info');
  }
}
