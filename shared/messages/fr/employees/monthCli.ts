/** What `passerelle movements`, `passerelle control` and `passerelle check-payroll` say. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';

export const movementsTitle = (month: PlainMonth) => `Mouvements du mois, ${monthName(month)}`;
export const controlTitle = (month: PlainMonth) => `Contrôle, ${monthName(month)}`;
export const checkTitle = (month: PlainMonth) => `Pointage de la paie, ${monthName(month)}`;

export const noMovement = 'Aucun mouvement ce mois-ci.';
export interface MovementCounts {
  readonly entries: number;
  readonly exits: number;
  readonly future: number;
  readonly changes: number;
  readonly stale: number;
}
export function movementCounts({ entries, exits, future, changes, stale }: MovementCounts): string {
  const parts = [
    counted(entries, 'entrée', 'entrées'),
    counted(exits, 'sortie', 'sorties'),
    ...(future === 0 ? [] : [counted(future, 'sortie à venir', 'sorties à venir')]),
    counted(changes, 'changement', 'changements'),
    ...(stale === 0 ? [] : [counted(stale, 'ligne n’est plus dans Lucca', 'lignes ne sont plus dans Lucca')]),
  ];
  return `${parts.join(', ')}.`;
}
export const toldLate = 'appris en retard';
export const withState = (words: string, state: string) => `${words}, ${state}`;
export const leftToDo = (count: number) =>
  count === 0
    ? 'Tout est fait dans la paie.'
    : `${counted(count, 'mouvement reste', 'mouvements restent')} à faire dans la paie : « Mouvements du mois » les montre.`;
export const rowLine = (who: string, what: string) => `  ${who} : ${what}`;
export const movementWords = (kind: string, date: string, sides: string) =>
  sides === '' ? `${kind}, ${date}` : `${kind}, ${date}, ${sides}`;

export const noGap = 'Aucun écart à montrer.';
export const nothingCompared = 'Rien n’a été comparé.';
export const gapCount = (count: number) =>
  `${counted(count, 'ligne', 'lignes')} à regarder, le plus grand écart d’abord : « Contrôle » les montre.`;

export function checkCounts(equal: number, different: number): string {
  return `${counted(equal, 'chiffre égal', 'chiffres égaux')}, ${counted(different, 'à expliquer ou expliqué', 'à expliquer ou expliqués')}.`;
}
export const unexplained = (count: number) =>
  count === 0
    ? 'Rien à expliquer : le pointage est complet.'
    : `${counted(count, 'ligne reste', 'lignes restent')} à expliquer dans « Pointage de la paie » avant de clôturer.`;
export const noJournal = (month: PlainMonth) =>
  `« Journal de paie » n’a aucune ligne pour ${monthName(month)} : collez-y le journal, ou donnez son fichier avec --file.`;
export const journalUnreadable = (file: string) => `Le fichier ${file} ne peut pas être lu.`;
export const journalNotTable = (file: string) => `Le fichier ${file} n’est ni un texte (CSV) ni un classeur .xlsx.`;
function journalUntitled(columns: readonly string[]): string {
  return `Aucune ligne de titres n’est reconnue dans ce fichier. Ses colonnes : ${columns.join(', ')}. Reliez-les avec --columns, par exemple --columns "Matricule=Colonne A;Code=Colonne B;Quantité=Colonne C"`;
}
/** `lacks`: what was not recognised among the headings. */
export function journalUnmapped(journal: {
  readonly headings: readonly string[];
  readonly lacks: 'keys' | 'figures';
  readonly isUntitled?: true;
}): string {
  if (journal.isUntitled) return journalUntitled(journal.headings);
  const titles = `Ses titres : ${journal.headings.join(', ')}.`;
  return journal.lacks === 'keys'
    ? `Ce fichier n’a pas de colonne reconnue comme « Matricule » et « Code ». ${titles} Reliez-les avec --columns, par exemple --columns "Matricule=Mat. paie;Code=Rub."`
    : `Ce fichier n’a pas de colonne de chiffres reconnue : « Quantité », « Montant » ou une part. ${titles} Reliez-en une avec --columns, par exemple --columns "Quantité=Nb titres"`;
}
export const aColumnChoice =
  'des couples « Colonne=Titre du fichier » séparés par des points-virgules, avec les colonnes de « Journal de paie »';
export const journalRead = (file: string, rows: number) =>
  `Journal lu : ${file} (${counted(rows, 'ligne', 'lignes')}).`;
