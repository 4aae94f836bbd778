/** Sentences of one person's working time in the task pane: accounts, and the chain that made each figure. */
import { frenchDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import { counted } from '../words.ts';
import { hours } from './hours.ts';

export const accountsTitle = 'Comptes';
export const noAccount = 'Aucun compte n’a reçu d’heures ce mois-ci.';
export function accountName(code: string, name: string): string {
  return name === '' || name === code ? code : `${code} · ${name}`;
}
export const figureNames = {
  before: 'Solde avant',
  posted: 'Règles',
  corrected: 'Corrections',
  late: 'Régularisations',
  balance: 'Solde',
} as const;
export const toHandOver = 'À transmettre';
export const keptOnAccount = 'rien : le solde reste sur le compte';
export function movementsOf(count: number): string {
  return count === 0 ? 'Aucun mouvement' : counted(count, 'mouvement', 'mouvements');
}
export function movementHead(date: PlainDate, minutes: number): string {
  return `${frenchDate(date)} : ${minutes > 0 ? '+' : ''}${hours(minutes)}`;
}
export function movementCause(cause: string): string {
  return `${cause}.`;
}
export function ruleLine(code: string, sentence: string): string {
  return sentence === '' ? `Règle ${code}` : `Règle ${code} : ${sentence}`;
}
export function partLine(
  date: PlainDate,
  span: { readonly from: string; readonly to: string } | null,
  minutes: number,
): string {
  const when = span ? `de ${span.from} à ${span.to}` : 'sans horaire';
  return `${frenchDate(date)}, ${when} (${hours(minutes)})`;
}
export const partsLabel = 'Présence retenue';
export function waits(weeks: number, minutes: number): string {
  return `${counted(weeks, 'semaine attend', 'semaines attendent')} (${hours(minutes)}) : une feuille manque ou n’est pas approuvée. Rien n’en est compté.`;
}
export const refused = 'Rien n’est calculé pour cette personne : voyez pourquoi ci-dessous.';

/* Counters */
export const countersCaption = 'Compteurs par semaine, en heures et centièmes';
export const weekHeading = 'Semaine du';
export const counterLabels = {
  presence: 'Présence',
  effective: 'Effectif',
  paid: 'Rémunéré',
  contractual: 'Contrat',
  theoretical: 'Théorique',
} as const;
export const unknownCounter = '?';
