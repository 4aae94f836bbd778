/** The dates of a stoppage as one cell tells them, and as they are read back: what payroll typed is kept so. */
import type { HalfDate } from '../../domain/absences/halfDay.ts';
import type { StoppageDates } from '../../domain/absences/stoppageDates.ts';
import type { StoppageKind } from '../../domain/absences/treatment.ts';
import { frenchDate, parseFrenchDate } from '../../domain/calendar/plainDate.ts';
import { halfLabels } from '../absencesTable.ts';
import { kindLabels } from './treatmentLabels.ts';

const DAY = String.raw`(\d{2}/\d{2}/\d{4})`;
const ONE_DAY = new RegExp(`^le ${DAY}(?: (${halfLabels.am}|${halfLabels.pm}))?, (.+)$`, 'u');
const SPAN = new RegExp(`^du ${DAY}( ${halfLabels.pm})? au ${DAY}( ${halfLabels.am})?, (.+)$`, 'u');

/** `07/09/2026`, or `07/09`. */
type DateText = (half: HalfDate) => string;

function spanText({ from, to }: Pick<StoppageDates, 'from' | 'to'>, dateText: DateText): string {
  if (from.date === to.date) return `le ${dateText(from)}${from.half === to.half ? ` ${halfLabels[from.half]}` : ''}`;
  const begins = `du ${dateText(from)}${from.half === 'pm' ? ` ${halfLabels.pm}` : ''}`;
  return `${begins} au ${dateText(to)}${to.half === 'am' ? ` ${halfLabels.am}` : ''}`;
}

/** `du 07/09/2026 au 09/09/2026`, `du 07/09/2026 après-midi au 09/09/2026 matin`, `le 07/09/2026 matin`. */
export function datesText(dates: Pick<StoppageDates, 'from' | 'to'>): string {
  return spanText(dates, ({ date }) => frenchDate(date));
}

/** The same, without a year that every one of `beside` shares: `du 07/09 au 09/09`. */
export function shortDatesText(
  dates: Pick<StoppageDates, 'from' | 'to'>,
  beside: readonly Pick<StoppageDates, 'from' | 'to'>[],
): string {
  const years = new Set([dates, ...beside].flatMap(({ from, to }) => [from.date.slice(0, 4), to.date.slice(0, 4)]));
  return years.size > 1 ? datesText(dates) : spanText(dates, ({ date }) => frenchDate(date).slice(0, 5));
}

/** `du 07/09/2026 au 09/09/2026, maladie`. */
export function stoppageText(dates: StoppageDates): string {
  return `${datesText(dates)}, ${kindLabels[dates.kind]}`;
}

function kindOf(label: string): StoppageKind | undefined {
  return (Object.keys(kindLabels) as StoppageKind[]).find((kind) => kindLabels[kind] === label);
}

/** The inverse of {@link stoppageText}; undefined for a text that it did not write. */
export function stoppageIn(text: string): StoppageDates | undefined {
  const [, day = '', half, dayKind = ''] = ONE_DAY.exec(text) ?? [];
  const [, first = '', afternoon, last = '', morning, spanKind = ''] = SPAN.exec(text) ?? [];
  const [from, to] = [parseFrenchDate(day || first), parseFrenchDate(day || last)];
  const kind = kindOf(dayKind || spanKind);
  if (!from || !to || !kind || from > to) return undefined;
  const isMorning = half === halfLabels.am || morning !== undefined;
  const isAfternoon = half === halfLabels.pm || afternoon !== undefined;
  return {
    kind,
    from: { date: from, half: isAfternoon ? 'pm' : 'am' },
    to: { date: to, half: isMorning ? 'am' : 'pm' },
  };
}
