/** Every control. A new one is a file beside these, and a line here. */
import type { Clock } from '../../calendar/wallTime.ts';
import type { Finding } from '../../finding.ts';
import type { Control, ControlInput } from './control.ts';
import { averageControl, dayControl, daysControl, weekControl } from './durations.ts';
import { nightControl } from './nights.ts';
import { additionalHours, reachesLegalWeek, revisedContract } from './partTime.ts';
import { breakControl, dailyRestControl, weeklyRestControl } from './rests.ts';

/** Durations of a day and of weeks, and the legal week, which part time is under: forfait-jours have no limit of them (art. L3121-62). */
const ofHours: ReadonlySet<Control> = new Set([
  dayControl,
  weekControl,
  averageControl,
  reachesLegalWeek,
  additionalHours,
  revisedContract,
]);

/** What passes a limit, for one person. A limit is passed when it is exceeded: 10 h a day is allowed, a minute more is not. */
export function controlled(input: ControlInput, clock: Clock): readonly Finding[] {
  const controls = [
    dayControl,
    weekControl,
    averageControl,
    daysControl,
    breakControl,
    dailyRestControl,
    weeklyRestControl(clock),
    nightControl(clock),
    reachesLegalWeek,
    additionalHours,
    revisedContract,
  ];
  const inHours = { ...input, days: input.days.filter(({ date }) => input.countsHours(date)) };
  return controls.flatMap((control) => control(ofHours.has(control) ? inHours : input));
}
