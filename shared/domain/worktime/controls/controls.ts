/** Every control. A new one is a file beside these, and a line here. */
import type { Clock } from '../../calendar/wallTime.ts';
import type { Finding } from '../../finding.ts';
import type { ControlInput } from './control.ts';
import { averageControl, dayControl, daysControl, weekControl } from './durations.ts';
import { nightControl } from './nights.ts';
import { additionalHours, reachesLegalWeek, revisedContract } from './partTime.ts';
import { breakControl, dailyRestControl, weeklyRestControl } from './rests.ts';

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
  return controls.flatMap((control) => control(input));
}
