/** Breaks, the rest between two days, and that of a week: read where clock times are known. */
import { addDays, type PlainDate } from '../../calendar/plainDate.ts';
import { dateAt, startOf, type Clock } from '../../calendar/wallTime.ts';
import { dailyRest, shortestBreak, weeklyRest, workBeforeBreak } from '../../legal/workingTime.ts';
import { allWorked, type DayTime } from '../dayTime.ts';
import { intersection, minutesIn, type Interval } from '../intervals.ts';
import { mondayOf, weeksIn } from '../weeks.ts';
import { limitOn, passed, shiftsOf, weeksOf, type Control, type Shift } from './control.ts';

function allPresence(days: readonly DayTime[]): readonly (Interval & { readonly date: DayTime['date'] })[] {
  return days
    .flatMap((day) => allWorked(day).presence.map((each) => ({ ...each, date: day.date })))
    .sort((a, b) => a.from - b.from);
}

/** Work without a break as long as the law wants, told once for each stretch. */
export const breakControl: Control = (input) => {
  const findings = [];
  let [worked, end, isTold] = [0, -Infinity, false];
  for (const { from, to, date } of allPresence(input.days)) {
    const limit = limitOn('breakMissing', workBeforeBreak, date, input);
    const shortest = limitOn('breakTooShort', shortestBreak, date, input);
    if (limit === undefined || shortest === undefined) continue;
    if (from - end >= shortest) [worked, isTold] = [0, false];
    worked += to - from;
    end = to;
    if (worked <= limit || isTold || date < input.from) continue;
    isTold = true;
    const span = { from: date, to: date };
    findings.push(passed({ code: 'breakMissing', span, measured: worked, limit, law: workBeforeBreak }, input));
  }
  return findings;
};

/** The end of each day of work and the start of the next: shifts belong to the date they start on. */
function dayEnds(shifts: readonly Shift[]): readonly Shift[] {
  const byDate = new Map<string, Shift>();
  for (const shift of shifts) {
    const known = byDate.get(shift.date);
    byDate.set(shift.date, known ? { ...known, to: Math.max(known.to, shift.to) } : shift);
  }
  return [...byDate.values()];
}

export const dailyRestControl: Control = (input) => {
  const ends = dayEnds(shiftsOf(input.days));
  return ends.slice(1).flatMap((day, at) => {
    const before = ends[at];
    const limit = limitOn('dailyRestShort', dailyRest, day.date, input);
    if (!before || limit === undefined || day.date < input.from) return [];
    const measured = Math.max(0, day.from - before.to);
    if (measured >= limit) return [];
    const span = { from: before.date, to: day.date };
    return [passed({ code: 'dailyRestShort', span, measured, limit, law: dailyRest }, input)];
  });
};

/** What each week that a rest touches has of it, by its Monday: the whole in the week of its middle, what lies inside in the others. */
function sharesOf(rest: Interval, clock: Clock): readonly (readonly [PlainDate, number])[] {
  const middle = mondayOf(dateAt((rest.from + rest.to) / 2, clock));
  return weeksIn({ from: dateAt(rest.from, clock), to: dateAt(rest.to, clock) }).map(({ from, to }) => {
    if (from === middle) return [from, rest.to - rest.from];
    return [
      from,
      minutesIn(intersection([rest], [{ from: startOf(from, clock), to: startOf(addDays(to, 1), clock) }])),
    ];
  });
}

/**
 * The longest rest between two shifts that each week has, by its Monday. A rest from Saturday to Monday is whole of one week, not of two; one of many
 * days is enough for every week that holds enough of it.
 */
function longestRests(shifts: readonly Shift[], clock: Clock): ReadonlyMap<PlainDate, number> {
  const longest = new Map<PlainDate, number>();
  for (const [at, shift] of shifts.entries()) {
    const before = shifts[at - 1];
    if (!before || shift.from <= before.to) continue;
    for (const [monday, minutes] of sharesOf({ from: before.to, to: shift.from }, clock))
      longest.set(monday, Math.max(longest.get(monday) ?? 0, minutes));
  }
  return longest;
}

/** The longest rest of each week that has shifts before and after it: one that has no end is never short. */
export function weeklyRestControl(clock: Clock): Control {
  return (input) => {
    const shifts = shiftsOf(input.days);
    const longest = longestRests(shifts, clock);
    const [first, last] = [shifts[0]?.date, shifts.at(-1)?.date];
    return weeksOf(input.days).flatMap(({ span, days }) => {
      const limit = limitOn('weeklyRestShort', weeklyRest, span.from, input);
      const isBounded = first !== undefined && last !== undefined && first < span.from && last > span.to;
      const isWorked = days.some((day) => allWorked(day).presence.length > 0);
      if (limit === undefined || span.to < input.from || !isWorked || !isBounded) return [];
      const measured = longest.get(span.from) ?? 0;
      if (measured >= limit) return [];
      return [passed({ code: 'weeklyRestShort', span, measured, limit, law: weeklyRest }, input)];
    });
  };
}
