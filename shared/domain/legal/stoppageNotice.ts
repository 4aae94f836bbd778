/** What the law says of signalling a work stoppage by the DSN, dated. Read in docs/rules/absences.md what it rests on. */
import { addDays, plainDate, type PlainDate } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { valueOn, type DatedValue } from './datedValue.ts';

/**
 * Days to signal a stoppage from the day on which the employer knows of it, unless the employer is paid the allowances in the employee's place.
 * The order gives five working days; they are counted here as any days, so that the date told is never after the one of the law.
 */
const noticeDays: readonly DatedValue<number>[] = [
  {
    from: plainDate('2013-07-11'),
    value: 5,
    source: {
      title: "Signalement d'un arrêt de travail (CSS, art. R133-14, II ; arrêté du 2 juillet 2013)",
      url: 'https://www.legifrance.gouv.fr/search/code?query=R133-14',
    },
    checkedOn: plainDate('2026-11-23'),
  },
];

/** `date` included: the last day to signal. */
export interface SignalBy {
  readonly date: PlainDate;
  readonly findings: readonly Finding[];
}

/**
 * Until when a stoppage known on `knownOn` is to be signalled; undefined before there was a delay. Known on 08/09/2026 → 13/09/2026.
 * Known after the last check of the delay → `legalValueUnchecked` with it.
 */
export function signalBy(knownOn: PlainDate): SignalBy | undefined {
  const delay = valueOn(noticeDays, knownOn);
  return delay && { date: addDays(knownOn, delay.value), findings: delay.findings };
}
