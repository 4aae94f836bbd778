/** Sentences of `passerelle recap`. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { RecapKind } from '../../../tables/recap/recapTables.ts';
import { counted, monthName } from '../words.ts';

export const aFormat = 'pdf, xlsx ou csv';
export const monthText = (month: PlainMonth) => monthName(month);
export const fileMade = (name: string) => `Fichier écrit : ${name}`;
export const bankWaiting = (count: number) =>
  `${counted(count, 'compte bancaire reste', 'comptes bancaires restent')} à confirmer : « passerelle pull » le demande.`;

/** Of a month that is closed. */
export const bankWaited = (count: number) =>
  `${counted(count, 'compte bancaire restait', 'comptes bancaires restaient')} à confirmer à la clôture : la suite est dans « RIB modifiés » du mois suivant.`;

type Counts = Readonly<Record<RecapKind | 'bankAccounts', number>>;

/** One line for each kind of news that there is. `isIncomplete`: none is no proof that nothing changed. */
export function countLines(counts: Counts, isIncomplete: boolean): string[] {
  const lines: readonly (readonly [keyof Counts, string, string])[] = [
    ['changed', 'information modifiée', 'informations modifiées'],
    ['arrival', 'arrivée dans le mois', 'arrivées dans le mois'],
    ['other', 'salarié créé arrive avant ou après', 'salariés créés arrivent avant ou après'],
    ['returned', 'personne revenue dans Lucca', 'personnes revenues dans Lucca'],
    ['leaver', 'sortie dans le mois', 'sorties dans le mois'],
    ['gone', 'personne absente de Lucca', 'personnes absentes de Lucca'],
    ['removed', 'ligne retirée du classeur', 'lignes retirées du classeur'],
    ['unread', 'personne non comparée, copie illisible', 'personnes non comparées, copie illisible'],
    ['bankAccounts', 'compte bancaire nouveau ou modifié', 'comptes bancaires nouveaux ou modifiés'],
  ];
  const told = lines.filter(([key]) => counts[key] > 0);
  if (told.length === 0) return isIncomplete ? [] : ['Rien n’a changé.'];
  return told.map(([key, one, many]) => `  ${counted(counts[key], one, many)}`);
}
