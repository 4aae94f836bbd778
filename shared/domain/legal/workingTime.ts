/** What the law says of working time in hours, dated. Read in docs/rules/worktime.md what each row rests on. */
import { plainDate } from '../calendar/plainDate.ts';
import type { DatedValue } from './datedValue.ts';

const checkedOn = plainDate('2026-11-21');

function article(id: string): string {
  return `https://www.legifrance.gouv.fr/search/code?query=${id}`;
}

/** Minutes of a civil week from which hours are overtime: the 36th begins after 35 h. */
export const legalWeek: readonly DatedValue<number>[] = [
  {
    from: plainDate('2002-01-01'),
    value: 2_100,
    source: { title: 'Durée légale du travail (C. trav., art. L3121-27)', url: article('L3121-27') },
    checkedOn,
  },
];

/** Minutes of the « journée de solidarité » of full time, which no premium pays; in proportion for part time. */
export const solidarityDay: readonly DatedValue<number>[] = [
  {
    from: plainDate('2008-04-17'),
    value: 420,
    source: { title: 'Journée de solidarité (C. trav., art. L3133-8)', url: article('L3133-8') },
    checkedOn,
  },
];
