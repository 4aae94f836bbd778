/** Words of « Calendrier du mois » in the pane. */
import type { CalendarEntry } from '../../../domain/absences/calendar/entry.ts';
import type { CalendarDay } from '../../../domain/absences/calendar/monthCalendar.ts';
import type { Stretch } from '../../../domain/absences/calendar/stretches.ts';
import type { CategoryTotal } from '../../../domain/absences/calendar/totals.ts';
import type { Half } from '../../../domain/absences/halfDay.ts';
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { dayName } from '../vouchers/days.ts';
import { counted, grouped, monthName, ofMonth } from '../words.ts';
import { hours } from '../worktime/hours.ts';
import { amount, categoryAmounts, entryName } from './calendar.ts';

const SPACE = '\u00a0';

export const calendarAction = 'Calendrier du mois';
export const calendarTitle = (month: PlainMonth) => `Absences ${ofMonth(month)}`;
export const monthLabel = 'Mois';
export const teamLabel = 'Équipe';
export const allTeams = (people: number) => `Toutes (${grouped(people)})`;
export const teamOption = (name: string, people: number) => `${name} (${grouped(people)})`;
export const byLabel = 'Regrouper par';
export const byNames = {
  establishment: 'établissement',
  department: 'équipe ou service de «\u00a0Salariés\u00a0»',
} as const;
export const weekLabel = 'Période';
export const wholeMonth = 'Tout le mois';
export const tellLabel = 'Montrer les motifs';
export const tellHint = 'Natures d’arrêt, motifs de santé et comptes, à l’écran seulement';
export const printAction = 'Imprimer';
export const printLabel = 'Imprimer le calendrier, sans motif de santé';

/** « Aucune absence en octobre 2026. » */
export const noAbsence = (month: PlainMonth) => `Aucune absence en ${monthName(month)}.`;
export const nobodyFound = 'Personne d’absent dans cette vue.';
export const notRead = (month: PlainMonth) => `Les absences ${ofMonth(month)} n’ont pas encore été lues dans Lucca.`;
export const readAction = 'Lire Lucca';
export function tooManyPrinted(asked: number, most: number): string {
  return `${counted(asked, 'personne est absente', 'personnes sont absentes')}, un document en tient ${grouped(most)} au plus${SPACE}: choisissez une équipe, puis imprimez.`;
}

export const peopleTab = (count: number) => `Personnes (${grouped(count)})`;
export const totalsTab = 'Totaux';
export const peopleLabel = 'Personnes absentes';
export const legendLabel = 'Légende';
export const stretchesLabel = 'Absences du mois';
export const otherStretches = (count: number) => `et ${counted(count, 'autre absence', 'autres absences')}`;

/** Half-days of accounts that nobody bound. */
export const unboundText = (total: string) => `${total} d’absence sur des comptes que personne n’a rattachés.`;
export const bindAction = 'Rattacher les comptes';

/* Dates */
const number = (date: PlainDate) => dayName(date).split(' ')[0] ?? '';
const halfNames: Readonly<Record<Half, string>> = { am: 'matin', pm: 'après-midi' };

/** « 5 – 11 octobre », « 1er novembre » */
export function weekOption(dates: readonly (PlainDate | null)[]): string {
  const own = dates.filter((date) => date !== null);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return '';
  return first === last ? dayName(first) : `${number(first)} – ${dayName(last)}`;
}

/** « 5 octobre », « 5 octobre matin », « 5 après-midi – 9 octobre » */
export function stretchDates({ from, to }: Stretch): string {
  if (from.date === to.date)
    return from.half === to.half ? `${dayName(from.date)} ${halfNames[from.half]}` : dayName(from.date);
  const first = from.half === 'pm' ? `${number(from.date)} ${halfNames.pm}` : number(from.date);
  const last = to.half === 'am' ? `${dayName(to.date)} ${halfNames.am}` : dayName(to.date);
  return `${first} – ${last}`;
}

/** « 5 – 9 octobre : congés payés, 5 j » */
export function stretchText(stretch: Stretch): string {
  return `${stretchDates(stretch)}${SPACE}: ${entryName(stretch.entry)}, ${amount(stretch)}`;
}

/** « congés payés », « repos (1 h 30) » */
function entryText(entry: CalendarEntry): string {
  return entry.minutes === null ? entryName(entry) : `${entryName(entry)} (${hours(entry.minutes)})`;
}

function halfText(entries: readonly CalendarEntry[], when: string): string[] {
  return entries.map((entry) => `${entryText(entry)}${when}`);
}

/** Both halves are one and the same absence in days. */
export function isWholeDay({ am, pm }: CalendarDay): boolean {
  const [morning, afternoon] = [am[0], pm[0]];
  if (!morning || !afternoon || am.length + pm.length > 2) return false;
  const isSame = entryName(morning) === entryName(afternoon) && morning.account === afternoon.account;
  return isSame && morning.minutes === null && afternoon.minutes === null;
}

/** « 5 octobre : congés payés », « 6 octobre : RTT le matin ; arrêt l’après-midi », « 11 novembre : férié, Armistice de 1918 » */
export function daySentence(day: CalendarDay): string {
  const { date, holiday, am, pm } = day;
  const away = isWholeDay(day) ? halfText(am, '') : [...halfText(am, ' le matin'), ...halfText(pm, ' l’après-midi')];
  const said = [...away, ...(holiday === null ? [] : [`férié, ${holiday}`])];
  return said.length === 0 ? dayName(date) : `${dayName(date)}${SPACE}: ${said.join(`${SPACE}; `)}`;
}

/* Totals */
export const chartTitle = 'Jours par catégorie';
export const chartSentence = (totals: readonly CategoryTotal[]) => `${chartTitle}${SPACE}: ${categoryAmounts(totals)}`;
export const tableTitle = 'Totaux par catégorie';
export const totalsHeadings = ['Catégorie', 'Pers.', 'Jours', 'Heures'] as const;
export const teamsTitle = 'Totaux par équipe';
export const teamsHeadings = ['Équipe', 'Pers.', 'Jours', 'Heures'] as const;
export const personTotal = (total: string) => `${total} au total`;
