/** Words printed on the sheet of working time that people sign. */
import { frenchDate, addDays, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { PrintedDay, PrintedTimeSheet, PrintedWeek } from '../../../contracts/timeSheetSchemas.ts';
import { dayName } from '../vouchers/days.ts';
import { counted, grouped, monthName, ofMonth } from '../words.ts';
import { hours } from './hours.ts';
import { dayLabel } from './weekPane.ts';

export { hundredthsText } from './resultPane.ts';

export const sheetTitle = 'Relevé de temps de travail';
/** « Relevés de temps de travail d’octobre 2026 » */
export const documentTitle = (month: PlainMonth) => `Relevés de temps de travail ${ofMonth(month)}`;
export const monthText = monthName;
export const printedOn = (on: PlainDate) => `Édité le ${frenchDate(on)}`;
export const pageText = (page: number, pages: number) => `Page ${page} / ${pages}`;

export function identity({ employeeNumber, establishment }: PrintedTimeSheet): string {
  return [employeeNumber === '' ? '' : `Matricule ${employeeNumber}`, establishment]
    .filter((part) => part !== '')
    .join(' · ');
}
export function regulationText({ regulations }: PrintedTimeSheet): string {
  return `${regulations.length > 1 ? 'Réglementaires' : 'Réglementaire'} : ${regulations.join(', puis ')}`;
}

export const stateTexts = {
  computed: '',
  incomplete: 'Tout n’a pas pu être compté : il manque une information pour une partie du mois.',
  refused: 'Les heures de ce mois n’ont pas pu être comptées avec ce réglementaire.',
} as const;

/* Weeks */
/** « Semaine du 28 septembre au 4 octobre », « Semaine du 5 au 11 octobre ». */
export function weekTitle(from: PlainDate): string {
  const to = addDays(from, 6);
  const [first, last] = [dayName(from), dayName(to)];
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return `Semaine du ${isOneMonth ? (first.split(' ')[0] ?? '') : first} au ${last}`;
}
export const waitsText = 'En attente d’approbation : rien n’en est compté';
export const weekTotal = ({ counters }: PrintedWeek) => `Présence : ${figure(counters.presence)}`;
/** « lun. 5 », « sam. 10 – dim. 11 » */
export function daysLabel(dates: readonly PlainDate[]): string {
  return dates
    .filter((_, at) => at === 0 || at === dates.length - 1)
    .map(dayLabel)
    .join(' – ');
}
export function presenceText({ presence, untimed }: PrintedDay): string {
  const spans = presence.map(({ from, to }) => `${from} – ${to}`);
  return [...spans, ...(untimed === 0 ? [] : [`${hours(untimed)} sans horaire`])].join(', ');
}
export const dayHours = ({ minutes }: PrintedDay) => (minutes === 0 ? '' : hours(minutes));

const halves = { am: ' le matin', pm: ' l’après-midi' } as const;
const noteTexts = {
  holiday: 'jour férié',
  firstOfMay: '1er mai',
  solidarity: 'journée de solidarité',
  weeklyRest: 'repos hebdomadaire',
} as const;

function absenceText(absences: PrintedDay['absences']): string[] {
  const [first] = absences;
  if (!first) return [];
  const minutes = absences.reduce<number | null>(
    (sum, each) => (sum === null || each.minutes === null ? null : sum + each.minutes),
    0,
  );
  const when = absences.length > 1 ? '' : halves[first.half];
  return [`absence${when}${minutes === null || minutes === 0 ? '' : ` (${hours(minutes)})`}`];
}

/** « absence le matin (3 h 30) », « jour férié »; what an absence was is never printed. */
export function remarkText({ isUnderContract, absences, notes }: PrintedDay): string {
  if (!isUnderContract) return 'hors contrat';
  return [...notes.map((each) => noteTexts[each]), ...absenceText(absences)].join(', ');
}

/* Counters */
export const countersTitle = 'Compteurs par semaine';
export const counterHeadings = ['Semaine du', 'Présence', 'Effectif', 'Rémunéré', 'Contractuel', 'Théorique'] as const;
/** What the schedule does not say is never nought. */
export const figure = (minutes: number | null) => (minutes === null ? 'inconnu' : hours(minutes));

/* Accounts */
export const accountsTitle = 'Comptes';
export const accountHeadings = [
  'Compte',
  'Avant',
  'Règles',
  'Corrections',
  'Régularisations',
  'Solde',
  'À transmettre',
] as const;
export const noAccount = 'Aucun compte n’a reçu d’heures ce mois-ci.';
export const accountText = (code: string, name: string) => (name === '' || name === code ? code : `${code} · ${name}`);
export const nothing = '–';
export const accountsNote = 'Soldes en heures et minutes ; « À transmettre » en heures et centièmes.';

/* Controls */
export const controlsTitle = 'Contrôles';
export const noControl = 'Aucune limite dépassée.';
export const controlText = (sentence: string, article: string) =>
  article === '' ? sentence : `${sentence} ${article}.`;

/* Place to sign */
export const signatures = ['Le salarié', 'Le responsable'] as const;
export const signHint = 'Date et signature';

/* In the pane */
export const printAction = 'Imprimer';
export const printSeveral = (people: number) => `Imprimer les fiches (${grouped(people)})`;
export function tooManySheets(asked: number, most: number): string {
  return `${counted(asked, 'relevé est demandé', 'relevés sont demandés')}, un document en tient ${most} au plus : imprimez-les en plusieurs fois.`;
}
