/** Sentences of « Pourquoi ? »: the person of the row that is selected in a sheet. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { ofMonth } from '../words.ts';

export const whyAction = 'Pourquoi ?';
export const selectFirst =
  'Choisissez dans une feuille la ligne d’une personne (« Titres-restaurant », « Salariés », « Absences », « Registre TR »…), puis cliquez sur Pourquoi ?';
export const nobodyNamed =
  'Cette ligne ne dit pas de quelle personne il s’agit : complétez « Identifiant Lucca », ou un matricule porté par une seule personne, puis cliquez de nouveau sur Pourquoi ?';

export function nothingToExplain(month: PlainMonth): string {
  return `La commande ${ofMonth(month)} ne compte rien pour cette personne : aucun réglementaire à commander ne la concerne. Voyez « Bénéficiaires TR » et son établissement dans « Salariés ».`;
}
export function frozenMonth(month: PlainMonth): string {
  return `La commande ${ofMonth(month)} est déjà validée : ce qu’elle a donné et retiré est figé, jour par jour, dans « Registre TR ». Pour la recalculer, annulez-la d’abord dans « Commandes ».`;
}
export function notReadYet(month: PlainMonth): string {
  return `La commande ${ofMonth(month)} n’a pas encore été calculée : choisissez ce mois, puis cliquez sur Calculer.`;
}
export function numberMoved(shown: number, now: number): string {
  return `La feuille dit ${shown}, le calcul d’aujourd’hui donne ${now} : Lucca ou vos feuilles ont changé depuis. Cliquez sur Calculer pour la mettre à jour.`;
}
