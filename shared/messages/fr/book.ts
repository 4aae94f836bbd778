/** Why the workbook could not be read or written, and what to do: one sentence for the pane, the command line and the mail. */
import type { BookError } from '../../flows/book.ts';

function where(facts: BookError['facts']): string {
  return facts['sheet'] ? ` « ${facts['sheet']} »` : '';
}

function notWorkbook(file: string): string {
  return `Le fichier ${file} ne peut pas être lu comme un classeur Excel (.xlsx). Vérifiez le chemin et le format.`;
}

function openElsewhere(file: string): string {
  return (
    `Le fichier ${file} est ouvert dans Excel ou LibreOffice. Fermez-le, puis recommencez. ` +
    `S'il n'est ouvert nulle part, supprimez le petit fichier resté à côté : « ~$${file} » ou « .~lock.${file}# ».`
  );
}

const unreadable: Readonly<Record<string, (file: string) => string>> = {
  missing: (file) =>
    `Le fichier ${file} n'existe pas. Vérifiez le chemin ; « passerelle pull » crée le classeur et le remplit.`,
  EISDIR: (file) => `« ${file} » est un dossier : donnez le nom d'un fichier .xlsx.`,
  EACCES: (file) => `Vous n'avez pas le droit de lire le fichier ${file}. Vérifiez ses droits d'accès.`,
  encrypted: (file) =>
    `Le fichier ${file} est protégé par un mot de passe, ou dans l'ancien format .xls. Enregistrez-le en .xlsx sans mot de passe.`,
  tooLarge: (file) => `Le fichier ${file} est trop volumineux pour être lu sans risque. Allégez-le, puis recommencez.`,
};

const sentences: Readonly<Record<BookError['code'], (facts: BookError['facts']) => string>> = {
  cancelled: () => "L'écriture a été arrêtée à votre demande.",
  readOnly: () =>
    'Le classeur ne peut pas être enregistré à cet endroit. Enregistrez-en une copie modifiable, puis recommencez.',
  protectedSheet: (facts) =>
    `La feuille${where(facts)} est protégée. Ôtez la protection (Révision, Ôter la protection), puis recommencez.`,
  cellEdit: () => 'Une cellule est en cours de saisie. Validez-la avec Entrée, puis recommencez.',
  tableBroken: (facts) =>
    `Le tableau « ${facts['table'] ?? ''} » de la feuille${where(facts)} a perdu la colonne ${facts['headings'] ?? ''}. Rétablissez son titre, puis recommencez.`,
  tableAmbiguous: (facts) =>
    `Deux tableaux ressemblent à « ${facts['table'] ?? ''} » (feuilles ${facts['sheets'] ?? ''}). Supprimez ou renommez les titres de celui qui n'est pas le bon.`,
  tableGone: (facts) =>
    `Le tableau « ${facts['table'] ?? ''} » a disparu pendant l'écriture. Recommencez : il sera recréé.`,
  noRoom: (facts) =>
    `Des cellules remplies sous le tableau${where(facts)} empêchent d'ajouter des lignes (${facts['range'] ?? ''}). Déplacez-les, puis recommencez.`,
  hostTimeout: () =>
    'Excel ne répond plus. Fermez toute boîte de dialogue ouverte et validez la cellule en cours, puis recommencez.',
  fileLocked: (facts) =>
    facts['reason'] === 'changed'
      ? `Le fichier ${facts['file'] ?? ''} a été modifié pendant l'opération : rien n'y a été écrit. Recommencez.`
      : openElsewhere(facts['file'] ?? ''),
  fileUnreadable: (facts) =>
    unreadable[facts['reason'] ?? '']?.(facts['file'] ?? '') ?? notWorkbook(facts['file'] ?? ''),
  hostRefused: (facts) =>
    facts['reason'] === 'moving'
      ? "Quelqu'un d'autre modifie le classeur en même temps. Attendez qu'il ait fini, puis recommencez."
      : "Excel a refusé l'écriture. Recommencez ; si cela se répète, enregistrez le classeur et rouvrez-le.",
};

/** The sentence of an error of the workbook. */
export function bookErrorText({ code, facts }: BookError): string {
  return sentences[code](facts);
}
