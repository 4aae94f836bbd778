/** `passerelle match`: who is who between Lucca and payroll. */
import { counted } from '../words.ts';

export const acceptSure = '« sure »';
export function listRead(file: string, people: number): string {
  return `${file} : ${counted(people, 'salarié', 'salariés')}.`;
}
export const noHeadings =
  'Aucune ligne de titres (Matricule, Nom, Prénom…) n’est reconnue dans ce fichier : rien n’en est importé. Ajoutez-lui des titres, ou donnez-le dans le volet d’Excel, où chaque colonne se relie à la main.';
export const columnsTitle = 'Colonnes lues :';
export function columnRead(heading: string, field: string): string {
  return `  ${heading} → ${field}`;
}
export function columnsIgnored(headings: readonly string[]): string {
  return `Colonnes non importées : ${headings.join(', ')}.`;
}
export function counts(
  all: Readonly<Record<'linked' | 'match' | 'toConfirm' | 'conflict' | 'luccaOnly' | 'payrollOnly' | 'second', number>>,
): string[] {
  return [
    `${counted(all.linked, 'personne rattachée', 'personnes rattachées')}, ${all.match} à rattacher par des clés sûres, ${all.toConfirm} à confirmer, ${counted(all.conflict, 'conflit', 'conflits')}.`,
    `${all.luccaOnly} seulement dans Lucca, ${all.payrollOnly} seulement dans la paie${all.second === 0 ? '' : `, ${counted(all.second, 'deuxième dossier', 'deuxièmes dossiers')}`}.`,
  ];
}
export const toSeeTitle = 'À voir dans le volet (Salariés, « Rapprocher avec la paie ») :';
export function personLine(name: string, reason: string): string {
  return `  ${name} : ${reason}`;
}
/** A row of payroll that somebody may be. */
export function candidateLine(line: string, keys: string, differences: string): string {
  const differing = differences === '' ? '' : `. Différent : ${differences}`;
  return `    ligne ${line}${keys === '' ? '' : ` (${keys})`}${differing}`;
}
export const secondTitle = 'Deuxièmes dossiers d’une même personne :';
export function secondLine(line: string, name: string, first: string): string {
  return `  ligne ${line} : ${name}, dont le dossier est la ligne ${first}`;
}
export function notLinked(line: string): string {
  return `La ligne ${line} de « Liste de la paie » n’est rattachée à personne : rien à délier.`;
}
export function unlinked(name: string, line: string): string {
  return `${name} : délié de la ligne ${line}. Le rapprochement ne la proposera plus pour cette ligne.`;
}
export const unlinkUndone = 'Pour revenir en arrière : passerelle undo.';
export const unlinkAlone = '--unlink s’emploie sans --accept.';
export const noList =
  'La feuille « Liste de la paie » est vide : donnez la liste de votre logiciel de paie avec --list.';
export const notApplied = 'Rien n’est rattaché. Pour rattacher ceux dont les clés sont sûres : --accept sure.';
export function applied(links: number): string {
  return `${counted(links, 'personne rattachée', 'personnes rattachées')}.`;
}
export const nothingToApply = 'Aucun rattachement à écrire.';
export const doNext = 'Ensuite : passerelle pull, pour ce que Lucca sait de plus et ce qui diffère.';
