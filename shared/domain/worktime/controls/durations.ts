/** Longest day, week and average, and most days of a week. */
import { longestAverage, longestDay, longestWeek, mostDays } from '../../legal/workingTime.ts';
import { allWorked } from '../dayTime.ts';
import { limitOn, passed, weeksOf, workedMinutes, type Control, type ControlInput, type Week } from './control.ts';

const TWELVE = 12;

export const dayControl: Control = (input) =>
  input.days.flatMap((day) => {
    if (day.date < input.from) return [];
    const limit = limitOn('dayTooLong', longestDay, day.date, input);
    const measured = workedMinutes([day]);
    if (limit === undefined || measured <= limit) return [];
    return [
      passed({ code: 'dayTooLong', span: { from: day.date, to: day.date }, measured, limit, law: longestDay }, input),
    ];
  });

function controlled({ from }: ControlInput, { span }: Week): boolean {
  return span.to >= from;
}

export const weekControl: Control = (input) =>
  weeksOf(input.days)
    .filter((week) => controlled(input, week))
    .flatMap(({ span, days }) => {
      const limit = limitOn('weekTooLong', longestWeek, span.from, input);
      const measured = workedMinutes(days);
      if (limit === undefined || measured <= limit) return [];
      return [passed({ code: 'weekTooLong', span, measured, limit, law: longestWeek }, input)];
    });

/** Weeks in a row that end with each one; fewer than twelve are no average yet. */
export function dozens(weeks: readonly Week[]): readonly (readonly Week[])[] {
  return weeks.map((_, at) => weeks.slice(at - TWELVE + 1, at + 1)).filter(({ length }) => length === TWELVE);
}

export const averageControl: Control = (input) =>
  dozens(weeksOf(input.days)).flatMap((weeks) => {
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last || !controlled(input, last)) return [];
    const span = { from: first.span.from, to: last.span.to };
    const limit = limitOn('averageTooLong', longestAverage, span.to, input);
    const sum = weeks.reduce((total, { days }) => total + workedMinutes(days), 0);
    if (limit === undefined || sum <= limit * TWELVE) return [];
    const measured = Math.round(sum / TWELVE);
    return [passed({ code: 'averageTooLong', span, measured, limit, law: longestAverage }, input)];
  });

export const daysControl: Control = (input) =>
  weeksOf(input.days)
    .filter((week) => controlled(input, week))
    .flatMap(({ span, days }) => {
      const limit = limitOn('tooManyDays', mostDays, span.from, input);
      const measured = days.map(allWorked).filter(({ presence, untimed }) => presence.length > 0 || untimed > 0).length;
      if (limit === undefined || measured <= limit) return [];
      return [passed({ code: 'tooManyDays', span, measured, limit, law: mostDays }, input)];
    });
