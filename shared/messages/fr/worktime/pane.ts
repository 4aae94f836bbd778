/** Sentences of working time in the task pane: its home, and what stops a computation. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';

/* Home */
export const timeTitle = 'Temps de travail';
export const monthLabel = 'Mois de paie';
export const firstRefresh =
  'Le temps de travail se calcule pour les personnes de « Salariés » : cliquez d’abord sur Actualiser, puis Appliquer.';
export const noRegulation =
  'Aucun réglementaire n’est saisi dans « Réglementaires de temps ». Copiez un jeu prêt à l’emploi : il crée le premier, ses comptes et ses règles.';
export function missingSheets(titles: readonly string[]): string {
  return titles.length === 1
    ? `La feuille « ${titles[0] ?? ''} » n’est pas dans le classeur.`
    : `Ces feuilles ne sont pas dans le classeur : ${titles.join(', ')}.`;
}
export const prepareAction = 'Préparer les feuilles';
export const checkAction = 'Vérifier les feuilles';
export function sheetsCreated(titles: readonly string[]): string {
  const made = titles.length === 1 ? 'La feuille est prête' : 'Les feuilles sont prêtes';
  return `${made} : ${titles.join(', ')}. Copiez un jeu prêt à l’emploi ou saisissez vos règles, puis cliquez sur Calculer.`;
}
export function rowsBrought(rows: number): string {
  return `${counted(rows, 'ligne vient', 'lignes viennent')} de Lucca.`;
}
export const sheetsUpToDate = 'Les feuilles sont à jour.';
export const regulationsLabel = 'Réglementaires';
export const stateNames = { valid: 'valide', invalid: 'non valide', other: 'hors de ce mois' } as const;
export function setOf(name: string): string {
  return name === '' ? 'Aucun jeu de règles' : `Jeu de règles « ${name} »`;
}
export const calculateAction = 'Calculer';
export const readAgainAction = 'Relire Lucca, puis calculer';
export const setsAction = 'Copier un jeu prêt à l’emploi…';
export const exportsAction = 'Exports';
export const undoAction = 'Annuler la dernière écriture';
export const undone = 'La dernière écriture est annulée : les feuilles de temps sont comme avant.';

/* What stopped */
export const noneValid =
  'Aucun réglementaire ne permet de calculer : voyez ce qui est signalé ci-dessous, puis recalculez.';
export const unsound =
  'Ce que les exports précédents ont transmis n’est plus sûr : rien n’est calculé tant que ce qui est signalé ci-dessous n’est pas rétabli.';
export function stillUnread(months: readonly PlainMonth[], rights: readonly string[]): string {
  const why = rights.length === 0 ? '' : ` Droits absents de la clé : ${rights.join(', ')}.`;
  return `Lucca n’a pas donné les temps de ${months.map(monthName).join(', ')}.${why} Vérifiez les droits de la clé API, puis recalculez.`;
}
export function written(lines: number): string {
  return lines === 0
    ? 'C’est calculé : les feuilles de résultats étaient déjà à jour.'
    : 'C’est calculé et écrit : « Soldes de temps » par compte, « Mouvements de temps » ligne à ligne, « Compteurs » par semaine, « Contrôles ».';
}
export function leftOut(rows: number): string {
  return `${counted(rows, 'ligne n’a', 'lignes n’ont')} pas tenu dans les feuilles : supprimez-y les mois dont vous n’avez plus besoin, puis recalculez.`;
}
