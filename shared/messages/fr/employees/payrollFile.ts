/** A file of payroll: chosen, read, its columns bound to those of « Liste de la paie ». */
import { counted } from '../words.ts';

const unreadable: Readonly<Record<string, string>> = {
  tooLarge: 'Ce classeur est trop volumineux. Ne gardez que la liste des salariés, ou exportez-la en CSV.',
  encrypted:
    'Ce classeur est protégé par un mot de passe, ou au format .xls d’avant 2007. Enregistrez-le sans mot de passe au format .xlsx, ou en CSV.',
  notZip: 'Ce fichier n’est pas un classeur .xlsx. Enregistrez-le au format .xlsx ou CSV.',
  notWorkbook: 'Ce fichier n’est pas un classeur .xlsx. Enregistrez-le au format .xlsx ou CSV.',
};

export function workbookUnreadable(reason: string): string {
  return unreadable[reason] ?? unreadable['notWorkbook'] ?? '';
}

export const fileTooLarge = 'Ce fichier est trop volumineux : 8 Mo au plus. Ne gardez que la liste des salariés.';
export const notText = 'Ce fichier n’est ni un texte (CSV) ni un classeur .xlsx.';
export const noHeadings = 'Aucune ligne de titres (Matricule, Nom, Prénom…) n’a été trouvée dans ce fichier.';
export const cutShort = 'Le fichier est plus long ou plus large que ce qui peut être lu : la fin est laissée de côté.';

/** Which sheet of the workbook is read, and which are not. */
export function sheetRead(sheet: string, others: readonly string[]): string {
  const left = others.length === 0 ? '' : ` Pas lue${others.length > 1 ? 's' : ''} : ${others.join(', ')}.`;
  return `Feuille lue : « ${sheet} ».${left}`;
}
export function sheetsLeft(others: readonly string[]): string {
  return `${others.length > 1 ? 'Feuilles pas lues' : 'Feuille pas lue'} : ${others.join(', ')}.`;
}
export function noSuchSheet(sheet: string, sheets: readonly string[]): string {
  return sheets.length === 0
    ? `Ce fichier n’a pas de feuille : --sheet est pour un classeur .xlsx.`
    : `Aucune feuille « ${sheet} » à lire dans ce fichier. Il a : ${sheets.join(', ')}.`;
}
export const sheetLabel = 'Feuille du fichier';
export const fullNameLabel = 'Nom et prénom';
/** A column of a file without headings: `Colonne B (2e)`. */
export function placedColumn(letters: string, place: number): string {
  return `Colonne ${letters} (${place}${place === 1 ? 're' : 'e'})`;
}
export const nirKeyLabel = 'Clé du NIR';
export function numberedRows(rows: number): string {
  return `${counted(rows, 'ligne collée sans numéro en a reçu un', 'lignes collées sans numéro en ont reçu un')}, dans « Liste de la paie ».`;
}

export function imported(added: number, updated: number, unchanged: number, kept: number): string {
  const parts = [
    ...(added === 0 ? [] : [counted(added, 'dossier ajouté', 'dossiers ajoutés')]),
    ...(updated === 0 ? [] : [counted(updated, 'dossier mis à jour', 'dossiers mis à jour')]),
    ...(unchanged === 0 ? [] : [counted(unchanged, 'dossier inchangé', 'dossiers inchangés')]),
  ];
  const others =
    kept === 0
      ? ''
      : ` ${counted(kept, 'ligne de la liste n’est', 'lignes de la liste ne sont')} pas dans ce fichier : gardées.`;
  return `${parts.join(', ')}.${others}`;
}

/** Sentences that one notice has room for. */
const MOST_TOLD = 3;

/** What was left or put aside while importing: the first sentences, and how many more. */
export function alsoTold(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_TOLD;
  const rest = more > 0 ? [`Et ${counted(more, 'autre ligne', 'autres lignes')} de même.`] : [];
  return [...sentences.slice(0, MOST_TOLD), ...rest];
}
