/** Somebody whom Lucca brings, and « Salariés » may have already: what is asked, and what to do. */
import type { Finding } from '../../../domain/finding.ts';
import type { RowDouble } from '../../../domain/people/matching/rowDouble.ts';
import { counted } from '../words.ts';
import { keysText } from './matching.ts';

const who = ({ luccaId, name }: RowDouble) => [name, luccaId].filter((part) => part !== '').join(', ');

/** `Peut être LE GOFF Sophie, 101 (ligne existante, absente de Lucca) : NIR, date de naissance.` */
export function mayBeRow(double: RowDouble): string {
  const where = double.isGone ? 'ligne existante, absente de Lucca' : 'ligne existante, dans Lucca aussi';
  return `Peut être ${who(double)} (${where}) : ${double.keys.length === 0 ? 'même nom et même prénom' : keysText(double.keys)}.`;
}
/** The same in a list, where a row is one reason among others. */
export const mayBeRowShort = (double: RowDouble) => {
  const text = mayBeRow(double).slice(0, -1);
  return text.charAt(0).toLowerCase() + text.slice(1);
};

export const samePerson = 'C’est la même personne';
export const otherPerson = 'C’est quelqu’un d’autre';
/** The row and the arrival are one question. */
export const whatAnswersDo =
  'La même personne : sa ligne prend le nouvel identifiant Lucca et garde vos colonnes ; rien n’est ajouté. Quelqu’un d’autre, ou un nouveau dossier : une ligne est ajoutée.';
/** The row is of somebody whom Lucca still has, or cannot be told from others. */
export const lookFirst =
  'Vérifiez avant d’accepter : si c’est la même personne, corrigez dans Lucca ou dans la ligne existante, puis actualisez. Accepter ajoute une ligne.';
export const askSame =
  '  La même personne ? [o]ui, sa ligne prend le nouvel identifiant Lucca ; [n]on, ajouter une ligne ; [p]asser ; [q] arrêter les questions : ';

export const doubleSentences: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  rowDoubles: (facts) =>
    `${counted(Number(facts['people'] ?? 0), 'personne que Lucca apporte est peut-être', 'personnes que Lucca apporte sont peut-être')} déjà dans « Salariés » sous un autre identifiant (recréée dans Lucca, ou en double). Rien n’est ajouté d’office : répondez.`,
  rowStrangers: (facts) =>
    `${counted(Number(facts['rows'] ?? 0), 'ligne de « Salariés » porte', 'lignes de « Salariés » portent')} l’identifiant Lucca de quelqu’un d’autre, semble-t-il : les noms et le NIR ou la date de naissance diffèrent. Rien n’y est repris d’office : vérifiez l’identifiant.`,
};
