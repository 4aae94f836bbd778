/** Words of the calendar of absences, on paper and in the pane. */
import type { CalendarCategory, CalendarEntry } from '../../../domain/absences/calendar/entry.ts';
import type { AbsenceTotal, CategoryTotal } from '../../../domain/absences/calendar/totals.ts';
import { absenceCategories, stoppageKinds } from '../../../domain/absences/treatment.ts';
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName, ofMonth } from '../words.ts';
import { hours } from '../worktime/hours.ts';

const SPACE = '\u00a0';

/** Two letters at most for each category, none twice: colour is never alone. */
export const absenceLetters: Readonly<Record<CalendarCategory, string>> = {
  paidLeave: 'CP',
  rtt: 'RT',
  rest: 'RE',
  paidAbsence: 'AR',
  unpaidLeave: 'SS',
  remoteWork: 'TT',
  sickChild: 'EM',
  partialActivity: 'AP',
  parentalLeave: 'PA',
  movingHouse: 'DM',
  bereavement: 'DC',
  marriage: 'MA',
  birth: 'NA',
  therapeuticPartTime: 'TP',
  stoppage: 'A',
  outside: 'HP',
  other: 'AU',
  unbound: '?',
};
export const holidayLetter = 'F';
export const holidayName = 'jour férié';

const besides = { stoppage: 'arrêt', outside: 'hors paie', other: 'autre absence', unbound: 'compte à rattacher' };

/** « congés payés », « arrêt », « autre absence ». */
export function categoryName(category: CalendarCategory): string {
  return category in absenceCategories
    ? absenceCategories[category as keyof typeof absenceCategories].name
    : besides[category as keyof typeof besides];
}

/** « congés payés », « arrêt (maladie) » where its kind is told. */
export function entryName({ category, kind }: Pick<CalendarEntry, 'category' | 'kind'>): string {
  return kind ? `${categoryName(category)} (${stoppageKinds[kind].name})` : categoryName(category);
}

/** Half-days as days: 1 → « 0,5 j », 4 → « 2 j ». */
export function days(halfDays: number): string {
  return `${String(halfDays / 2).replace('.', ',')}${SPACE}j`;
}

/** « 2 j », « 3 h 30 », « 2 j et 3 h 30 ». */
export function amount({ halfDays, minutes }: AbsenceTotal): string {
  const parts = [...(halfDays > 0 ? [days(halfDays)] : []), ...(minutes > 0 ? [hours(minutes)] : [])];
  return parts.length === 0 ? days(0) : parts.join(' et ');
}

export const people = (count: number) => counted(count, 'personne', 'personnes');
export const noTeam = 'Sans équipe';

/** Absences of people whom payroll does not have. */
export function leftOutText(count: number, halfDays: number): string {
  const absences = counted(halfDays, 'demi-journée', 'demi-journées');
  const who = counted(count, 'personne absente de', 'personnes absentes de');
  return `${absences} de ${who} «${SPACE}Salariés${SPACE}» ne figurent pas ici.`;
}

/** `names`: establishments whose calendar of public holidays nobody typed. */
export function unplacedText(names: readonly string[]): string {
  return `Jours fériés communs à toute la France seulement pour ${names.join(', ')}${SPACE}: la feuille «${SPACE}Établissements${SPACE}» ne dit pas leur calendrier.`;
}

/* On paper */
export const calendarTitle = 'Calendrier des absences';
export const documentTitle = (month: PlainMonth) => `Calendrier des absences ${ofMonth(month)}`;
export const printedMonth = monthName;
export const printedOn = (on: PlainDate) => `Édité le ${frenchDate(on)}`;
export const pageText = (page: number, pages: number) => `Page ${page} / ${pages}`;
export const totalHeading = 'Total';
export const categoryTotalsTitle = 'Totaux par catégorie';
export const categoryHeadings = ['Catégorie', 'Personnes', 'Jours', 'Heures'] as const;
export const barHeading = 'En jours';
export const teamTotalsTitle = 'Totaux par équipe';
export const teamHeadings = ['Équipe', 'Personnes', 'Jours', 'Heures'] as const;
export const wholeTotal = 'Ensemble';
export const discretionNote =
  'Un arrêt est imprimé sans sa nature ; les autres motifs de santé, ce qui est hors paie et les comptes ne le sont pas.';

/** No category holds as many hours as days: what is nought is left blank. */
export const daysOrBlank = (halfDays: number) => (halfDays === 0 ? '' : days(halfDays));
export const hoursOrBlank = (minutes: number) => (minutes === 0 ? '' : hours(minutes));

/** After what each letter stands for. */
export const paperHint = `${holidayLetter}${SPACE}: ${holidayName}    matin en haut, après-midi en bas    h${SPACE}:${SPACE}en${SPACE}heures`;
/** « congés payés 12 j ; RTT 3 j » */
export function categoryAmounts(totals: readonly CategoryTotal[]): string {
  return totals.map((each) => `${categoryName(each.category)} ${amount(each)}`).join(`${SPACE}; `);
}
export const teamTotal = (total: string) => `Total de l’équipe${SPACE}: ${total}. `;
