/** Sentences of the titres-restaurant in the task pane. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { euros } from '../euros.ts';
import { counted, grouped, monthName } from '../words.ts';

/* Home */
export const vouchersTitle = 'Titres-restaurant';
export const monthLabel = 'Mois de la commande';
export const firstRefresh =
  'Les titres-restaurant se calculent pour les personnes de « Salariés » : cliquez d’abord sur Actualiser, puis Appliquer.';
export const noRegulation =
  'Aucun réglementaire n’est saisi dans « Réglementaires TR ». Créez le premier ici, pas à pas, ou saisissez-le dans la feuille.';
export function missingSheets(titles: readonly string[]): string {
  return titles.length === 1
    ? `La feuille « ${titles[0] ?? ''} » n’est pas dans le classeur.`
    : `Ces feuilles ne sont pas dans le classeur : ${titles.join(', ')}.`;
}
export const prepareAction = 'Préparer les feuilles';
export const checkAction = 'Vérifier les feuilles';
export function sheetsCreated(titles: readonly string[]): string {
  const made = titles.length === 1 ? 'La feuille est prête' : 'Les feuilles sont prêtes';
  return `${made} : ${titles.join(', ')}. Remplissez « Réglementaires TR » et décidez les impacts, puis cliquez sur Calculer.`;
}
export function rowsBrought(rows: number): string {
  return `${counted(rows, 'ligne vient', 'lignes viennent')} de Lucca.`;
}
export const sheetsUpToDate = 'Les feuilles sont à jour.';
export const stateNames = { valid: 'valide', invalid: 'non valide' } as const;
export const regulationsLabel = 'Réglementaires';
export const incompleteRegulation =
  'Cette ligne ne vaut pas encore pour ce mois, ou il lui manque une cellule obligatoire.';
export const calculateAction = 'Calculer';
export const readAgainAction = 'Relire Lucca, puis calculer';
export const ordersAction = 'Commandes';
export const undoAction = 'Annuler la dernière écriture';
export const undone = 'La dernière écriture est annulée : les feuilles de titres-restaurant sont comme avant.';

/* What stopped */
export const allOrdered =
  'Tous les réglementaires valides sont déjà commandés pour ce mois. Pour recalculer, annulez d’abord la commande dans « Commandes ».';
export const noneToOrder =
  'Aucun réglementaire ne peut être calculé pour ce mois : voyez ce qui est signalé ci-dessous, puis recalculez.';
export const unsound =
  'Les commandes déjà faites ne sont plus sûres : rien n’est calculé tant que ce qui est signalé ci-dessous n’est pas rétabli.';
export function stillUnread(months: readonly PlainMonth[], rights: readonly string[]): string {
  const why = rights.length === 0 ? '' : ` Droits absents de la clé : ${rights.join(', ')}.`;
  return `Lucca n’a pas donné les jours travaillés de ${months.map(monthName).join(', ')}.${why} Vérifiez les droits de la clé API, puis recalculez.`;
}
export const orderErrors = {
  ordered: 'Ce réglementaire a été commandé entre-temps pour ce mois. Recalculez.',
  moved: 'Le registre a changé depuis ce calcul : recalculez, puis validez.',
  notLast: 'Une commande d’un mois suivant s’appuie sur celle-ci : annulez d’abord la plus récente.',
  unknown: 'Cette commande n’est plus dans cet état. La liste vient d’être relue.',
  skipped: 'La commande du mois précédent n’est pas encore validée : validez-la d’abord.',
  incomplete: 'Rien ne peut être commandé : aucune personne calculée, ou montants inconnus.',
} as const;

/* Result */
export function resultTitle(month: PlainMonth): string {
  return `Titres de ${monthName(month)}`.replace(/de ([aeiouéo])/, 'd’$1');
}
export function written(lines: number): string {
  return lines === 0
    ? 'C’est calculé : la feuille « Titres-restaurant » était déjà à jour.'
    : 'C’est calculé et écrit dans « Titres-restaurant » ; « Totaux TR » l’additionne par établissement, « Détail TR » dit chaque jour qui compte.';
}
export const amountLabel = 'Montant';
export const employerLabel = 'Part patronale';
export const cseLabel = 'Part CSE';
export const employeeLabel = 'Part salariale';
export const reintegratedLabel = 'Soumis à cotisations';
export const amountUnknown = 'montant inconnu';
export function vouchersOf(count: number): string {
  return counted(count, 'titre', 'titres');
}
export function peopleOf(count: number): string {
  return counted(count, 'personne', 'personnes');
}
export function totalSentence(vouchers: number, people: number): string {
  return `${vouchersOf(vouchers)} pour ${peopleOf(people)}`;
}
export const chartTitle = 'Par établissement';
export const noEstablishment = '(sans établissement)';
export function bar(vouchers: number, amount: number | null): string {
  return amount === null ? vouchersOf(vouchers) : `${vouchersOf(vouchers)} · ${euros(amount)}`;
}
export const totalsTab = 'Totaux';
export function peopleTab(count: number): string {
  return `Personnes (${grouped(count)})`;
}
export function findingsTab(count: number): string {
  return `Remarques (${grouped(count)})`;
}
export const noFinding = 'Rien à signaler.';
export const peopleListLabel = 'Titres par personne';
export const attentionNames = {
  incomplete: 'incomplet',
  corrections: 'régularisation',
  carry: 'report',
  settlement: 'solde de tout compte',
  returned: 'titres rendus',
  finding: 'à vérifier',
} as const;

/* One person */
export const notComputed = 'Rien n’est compté pour cette personne :';
export function orderedSentence(vouchers: number): string {
  return vouchers === 0 ? 'Aucun titre à commander' : `${vouchersOf(vouchers)} à commander`;
}
export function carriedOut(number: number): string {
  return `${vouchersOf(Math.abs(number))} à reprendre sur la commande suivante.`;
}
export function settlement(number: number): string {
  return number > 0
    ? `Personne sortie : ${vouchersOf(number)} à rendre avec le solde de tout compte.`
    : `Personne sortie : ${vouchersOf(-number)} à récupérer avec le solde de tout compte.`;
}
export function returned(number: number): string {
  return `${counted(number, 'titre rendu', 'titres rendus')} : la part salariale est remboursée.`;
}
export const daysTitle = 'Jour par jour';
export const correctionsTitle = 'Régularisations des commandes précédentes';
export const complementTitle = 'Règles complémentaires';
export const legendTitle = 'Légende';
