/** What rules posted in a month, stacked by account: by establishment, or week after week. */
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { Movement } from '../../../../shared/domain/worktime/movement.ts';
import { mondayOf } from '../../../../shared/domain/worktime/weeks.ts';

export type ChartBy = 'establishment' | 'week';

export interface ChartPart {
  readonly code: string;
  /** Place of the account among those of the chart: its colour and its pattern. */
  readonly series: number;
  readonly minutes: number;
}

/** `name`: an establishment, '' for none, or the Monday of a week. */
export interface ChartBar {
  readonly name: string;
  readonly parts: readonly ChartPart[];
  readonly minutes: number;
}

export interface TimeChart {
  readonly accounts: readonly { readonly code: string; readonly name: string }[];
  readonly bars: readonly ChartBar[];
}

const french = new Intl.Collator('fr');

function barName(by: ChartBy, { held }: PersonWorktime, { date }: Movement): string {
  return by === 'week' ? mondayOf(date) : textOf(held.row, 'establishment');
}

/** What rules took off more than they posted is drawn as nothing. */
export function timeChart({ people, book }: Pick<WorktimeComputation, 'people' | 'book'>, by: ChartBy): TimeChart {
  const sums = new Map<string, Map<string, number>>();
  for (const person of people)
    for (const movement of person.outcome.movements) {
      const name = barName(by, person, movement);
      const own = sums.get(name) ?? new Map<string, number>();
      own.set(movement.account, (own.get(movement.account) ?? 0) + movement.minutes);
      sums.set(name, own);
    }
  const posted = (code: string) => [...sums.values()].some((own) => (own.get(code) ?? 0) > 0);
  const accounts = book.accounts
    .filter(({ account, isVisible }) => isVisible && posted(account.code))
    .map(({ account: { code, name } }) => ({ code, name }));
  const bars = [...sums].map(([name, own]): ChartBar => {
    const parts = accounts
      .map(({ code }, series) => ({ code, series, minutes: Math.max(0, own.get(code) ?? 0) }))
      .filter(({ minutes }) => minutes > 0);
    return { name, parts, minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
  return {
    accounts,
    bars: bars.filter(({ parts }) => parts.length > 0).sort((a, b) => french.compare(a.name, b.name)),
  };
}
