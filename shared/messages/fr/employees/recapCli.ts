/** Sentences of `passerelle recap`. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';

export const aFormat = 'pdf, xlsx ou csv';
export const monthText = (month: PlainMonth) => monthName(month);
export const fileMade = (name: string) => `Fichier écrit : ${name}`;
export const bankWaiting = (count: number) =>
  `${counted(count, 'compte bancaire reste', 'comptes bancaires restent')} à confirmer : « passerelle pull » le demande.`;

type Counts = Readonly<
  Record<'changed' | 'arrival' | 'other' | 'leaver' | 'gone' | 'removed' | 'bankAccounts', number>
>;

/** One line for each kind of news that there is. */
export function countLines(counts: Counts): string[] {
  const lines: readonly (readonly [keyof Counts, string, string])[] = [
    ['changed', 'information modifiée', 'informations modifiées'],
    ['arrival', 'salarié créé arrive dans le mois', 'salariés créés arrivent dans le mois'],
    ['other', 'salarié créé arrive avant ou après', 'salariés créés arrivent avant ou après'],
    ['leaver', 'sortie dans le mois', 'sorties dans le mois'],
    ['gone', 'personne absente de Lucca', 'personnes absentes de Lucca'],
    ['removed', 'ligne retirée du classeur', 'lignes retirées du classeur'],
    ['bankAccounts', 'compte bancaire nouveau ou modifié', 'comptes bancaires nouveaux ou modifiés'],
  ];
  const told = lines.filter(([key]) => counts[key] > 0);
  return told.length === 0
    ? ['Rien n’a changé.']
    : told.map(([key, one, many]) => `  ${counted(counts[key], one, many)}`);
}
