/** « Mouvements du mois », « Contrôle » and « Pointage de la paie » in the task pane. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, grouped, monthName } from '../words.ts';

export const movementsAction = 'Mouvements du mois';
export const controlAction = 'Contrôle avec le mois d’avant';
export const checkAction = 'Pointage de la paie';

export const movementsTitle = (month: PlainMonth) => `Mouvements, ${monthName(month)}`;
export const controlTitle = (month: PlainMonth) => `Contrôle, ${monthName(month)}`;
export const checkTitle = (month: PlainMonth) => `Pointage, ${monthName(month)}`;

export const readAgain = 'Relire Lucca';
export const again = 'Recalculer';
export const filterLabel = 'Afficher';
export const everything = (count: number) => `Tout (${grouped(count)})`;
export const filterOf = (name: string, count: number) => `${name} (${grouped(count)})`;
export const stopped = 'Arrêté : rien n’a été écrit.';
export const unsound = 'Le classeur est à corriger d’abord.';

export function movementsWritten(entries: number, exits: number, changes: number): string {
  return `« Mouvements du mois » est à jour : ${counted(entries, 'entrée', 'entrées')}, ${counted(exits, 'sortie', 'sorties')}, ${counted(changes, 'changement', 'changements')}.`;
}
export const movementsIntro =
  'Cochez dans la feuille ce qui est fait dans la paie : vos cases restent à chaque recalcul. Aucune fin de contrat n’est faite pour vous.';
export const noMovement = 'Aucun mouvement ce mois-ci.';
export const movementsLabel = 'Mouvements du mois';
export const sectionNames = { entry: 'Entrées', exit: 'Sorties', change: 'Changements' } as const;
export const leftFilter = 'À faire';
export const doneBadge = 'fait';
export const tasksLeft = (count: number) => counted(count, 'point à saisir', 'points à saisir');

export const controlWritten = (count: number) =>
  `« Contrôle » est à jour : ${counted(count, 'ligne', 'lignes')} à regarder.`;
export const controlIntro = 'Le plus grand écart d’abord. Les seuils se changent dans « Seuils du contrôle ».';
export const noGap = 'Aucun écart à montrer.';
export const controlLabel = 'Écarts avec le mois d’avant';
export const totalsFilter = 'Totaux par établissement';

export const checkNothing = '« Pointage de la paie » : rien à comparer.';
export const checkWritten = (unexplained: number) =>
  unexplained === 0
    ? '« Pointage de la paie » est à jour : rien à expliquer.'
    : `« Pointage de la paie » est à jour : ${counted(unexplained, 'ligne', 'lignes')} à expliquer.`;
export const checkIntro =
  'Collez le journal de paie dans « Journal de paie », ou donnez son fichier. Chaque différence s’explique dans la colonne « Explication » avant de clôturer.';
export const unexplainedStatus = (unexplained: number, lines: number) =>
  `${counted(unexplained, 'ligne', 'lignes')} à expliquer sur ${grouped(lines)}.`;
export const noJournal = (month: PlainMonth) => `« Journal de paie » n’a aucune ligne pour ${monthName(month)}.`;
export const openJournal = 'Aller à « Journal de paie »';
export const dropJournal = 'Déposer ou choisir le journal (CSV, .xlsx)';
export const journalFileLabel = 'Fichier du journal de paie';
export const checkLabel = 'Lignes pointées';
export const toExplain = 'À expliquer';
export const explainedBadge = 'expliqué';
export const noLine = 'Rien à montrer dans cette vue.';
export const figures = (expected: string, found: string) =>
  `transmis ${expected === '' ? '—' : expected}, en paie ${found === '' ? '—' : found}`;

export const bindTitle = 'Colonnes du journal';
export const bindIntro = (file: string) =>
  `${file} : dites quelle colonne remplit « Matricule », « Code » et une colonne de chiffres, au moins.`;
export const bindUntitled =
  'Aucune ligne de titres n’est reconnue : les colonnes sont nommées par leur place, et toutes les lignes sont lues.';
export const unbound = '(aucune)';
export const bindAction = 'Lire et pointer';
