/** Sentences of the result of a month of working time in the task pane. */
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, grouped, monthName } from '../words.ts';
import { hours } from './hours.ts';

const MINUS = '−';

export function resultTitle(month: PlainMonth): string {
  return `Temps de ${monthName(month)}`.replace(/de ([ao])/, 'd’$1');
}

/** 750 → « 7,50 » */
export function hundredthsText(hundredths: number): string {
  const size = Math.abs(hundredths);
  const text = `${grouped(Math.floor(size / 100))},${String(size % 100).padStart(2, '0')}`;
  return hundredths < 0 ? `${MINUS}${text}` : text;
}
export { hours };

export const totalsTab = 'Totaux';
export function peopleTab(count: number): string {
  return `Personnes (${grouped(count)})`;
}
export function controlsTab(count: number): string {
  return `Contrôles (${grouped(count)})`;
}
export function findingsTab(count: number): string {
  return `Remarques (${grouped(count)})`;
}

/* Totals */
export const totalsCaption = 'Totaux par compte';
export const postedHeading = 'Règles';
export const balanceHeading = 'Solde';
export const exportHeading = 'À transmettre';
export function accountPeople(code: string, people: number): string {
  return `(${code}, ${counted(people, 'personne', 'personnes')})`;
}
export const noAccount = 'Aucun compte n’a reçu d’heures ce mois-ci.';
export const notHandedOver = '–';
export function waitingText(weeks: number, people: number, minutes: number): string {
  const what = `${counted(weeks, 'semaine attend', 'semaines attendent')} (${hours(minutes)}, ${counted(people, 'personne', 'personnes')})`;
  return `${what} : une feuille manque ou n’est pas approuvée dans Lucca. Rien n’en est compté tant qu’elle attend.`;
}
export const nothingWaits = 'Toutes les semaines sont approuvées.';

/* Chart */
export const chartTitle = 'Heures versées par les règles';
export const chartByLabel = 'Grouper par';
export const chartBy = { establishment: 'établissement', week: 'semaine' } as const;
export function weekName(monday: string): string {
  return `Semaine du ${frenchDate(monday as PlainDate)}`;
}
export const noEstablishment = '(sans établissement)';
export function barText(parts: readonly { readonly code: string; readonly minutes: number }[]): string {
  return parts.map(({ code, minutes }) => `${code} ${hours(minutes)}`).join(' · ');
}
export const legendLabel = 'Légende';

/* People */
export const peopleListLabel = 'Comptes par personne';
export const noHours = 'aucune heure';
export function controlsOf(count: number): string {
  return counted(count, 'contrôle', 'contrôles');
}
export function waitingWeeks(count: number): string {
  return counted(count, 'semaine en attente', 'semaines en attente');
}

/* Controls */
export const controlsLabel = 'Contrôles';
export const controlsKeys = '↑ ↓ pour parcourir, Entrée pour la ligne de « Contrôles », Échap pour revenir.';
export const noControl = 'Aucune limite dépassée.';
export const noFinding = 'Rien à signaler.';
