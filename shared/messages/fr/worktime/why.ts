/** Sentences of « Pourquoi ? » for working time. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { monthName } from '../words.ts';

export const selectFirst =
  'Choisissez dans une feuille la ligne d’une personne (« Soldes de temps », « Mouvements de temps », « Contrôles », « Salariés »…), puis cliquez sur Pourquoi ?';
export const nobodyNamed =
  'Cette ligne ne dit pas de quelle personne il s’agit : complétez « Identifiant Lucca », ou un matricule porté par une seule personne, puis cliquez de nouveau sur Pourquoi ?';
export function nothingToExplain(month: PlainMonth): string {
  return `Rien n’est compté pour cette personne en ${monthName(month)} : aucun réglementaire de temps valide ne la concerne. Voyez « Réglementaires de temps » et son établissement dans « Salariés ».`;
}
export function notReadYet(month: PlainMonth): string {
  return `Le temps de ${monthName(month)} n’a pas encore été calculé : choisissez ce mois, puis cliquez sur Calculer.`;
}
