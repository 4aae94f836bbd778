/** Who is a night worker, and the limits of one. */
import { addDays, type PlainDate } from '../../calendar/plainDate.ts';
import { startOf, type Clock } from '../../calendar/wallTime.ts';
import { valueOn } from '../../legal/datedValue.ts';
import {
  longestNightAverage,
  longestNightDay,
  nightOfWorker,
  nightsOfWorker,
  nightYearOfWorker,
} from '../../legal/workingTime.ts';
import { allWorked, type DayTime } from '../dayTime.ts';
import { intersection, minutesIn } from '../intervals.ts';
import type { DateSpan } from '../person.ts';
import { isIn } from '../weeks.ts';
import { limitOn, passed, weeksOf, workedMinutes, type Control, type ControlInput, type Week } from './control.ts';
import { dozens } from './durations.ts';

const HOUR = 60;
/** 21:00 to 6:00 where no agreement says otherwise (art. L3122-20). */
const NIGHT = { from: 21 * HOUR, to: 6 * HOUR };

/** Minutes of night in a day: before six in the morning and from nine in the evening. */
export function nightMinutes(day: DayTime, clock: Clock): number {
  const { date } = day;
  const [start, end] = [startOf(date, clock), startOf(addDays(date, 1), clock)];
  const ranges = [
    { from: start, to: start + NIGHT.to },
    { from: end - (24 * HOUR - NIGHT.from), to: end },
  ];
  return minutesIn(intersection(allWorked(day).presence, ranges));
}

/** At least twice a week, three hours of night (L3122-5), in every week worked of the span; or 270 hours in its twelve months (L3122-23). */
export function isNightWorker(days: readonly DayTime[], clock: Clock, on: PlainDate): boolean {
  const least = valueOn(nightOfWorker, on)?.value;
  const times = valueOn(nightsOfWorker, on)?.value;
  const year = valueOn(nightYearOfWorker, on)?.value;
  if (least === undefined || times === undefined || year === undefined) return false;
  const nights = days.map((day) => nightMinutes(day, clock));
  if (nights.reduce((sum, each) => sum + each, 0) >= year) return true;
  const worked = weeksOf(days).filter((week) => week.days.some((day) => allWorked(day).presence.length > 0));
  const isRegular = (week: Week) => week.days.filter((day) => nightMinutes(day, clock) >= least).length >= times;
  return worked.length > 0 && worked.every(isRegular);
}

/** Longest day and longest average week of a night worker: nothing is told of anybody else. */
export function nightControl(clock: Clock): Control {
  return (input) => {
    const last = input.days.at(-1)?.date;
    if (last === undefined || !isNightWorker(input.days, clock, last)) return [];
    return [...longDays(input), ...longAverages(input)];
  };
}

function longDays(input: ControlInput) {
  return input.days.flatMap((day) => {
    const limit = limitOn('nightDayTooLong', longestNightDay, day.date, input);
    const measured = workedMinutes([day]);
    if (day.date < input.from || limit === undefined || measured <= limit) return [];
    const span: DateSpan = { from: day.date, to: day.date };
    return [passed({ code: 'nightDayTooLong', span, measured, limit, law: longestNightDay }, input)];
  });
}

function longAverages(input: ControlInput) {
  return dozens(weeksOf(input.days)).flatMap((weeks) => {
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last || !input.days.some(({ date }) => date >= input.from && isIn(date, last.span))) return [];
    const span = { from: first.span.from, to: last.span.to };
    const limit = limitOn('nightAverageTooLong', longestNightAverage, span.to, input);
    const sum = weeks.reduce((total, { days }) => total + workedMinutes(days), 0);
    if (limit === undefined || sum <= limit * weeks.length) return [];
    const measured = Math.round(sum / weeks.length);
    return [passed({ code: 'nightAverageTooLong', span, measured, limit, law: longestNightAverage }, input)];
  });
}
