/** Why the workbook could not be read or written, and what to do: one sentence for the pane, the command line and the mail. */
import type { BookError } from '../../flows/book.ts';

function where(facts: BookError['facts']): string {
  return facts['sheet'] ? ` « ${facts['sheet']} »` : '';
}

const sentences: Readonly<Record<BookError['code'], (facts: BookError['facts']) => string>> = {
  cancelled: () => "L'écriture a été arrêtée à votre demande.",
  readOnly: () => 'Le classeur est en lecture seule. Enregistrez-en une copie modifiable, puis recommencez.',
  protectedSheet: (facts) =>
    `La feuille${where(facts)} est protégée. Ôtez la protection (Révision, Ôter la protection), puis recommencez.`,
  cellEdit: () => 'Une cellule est en cours de saisie. Validez-la avec Entrée, puis recommencez.',
  tableBroken: (facts) =>
    `Le tableau « ${facts['table'] ?? ''} » de la feuille${where(facts)} a perdu la colonne ${facts['headings'] ?? ''}. Rétablissez son titre, puis recommencez.`,
  tableAmbiguous: (facts) =>
    `Deux tableaux ressemblent à « ${facts['table'] ?? ''} » (feuilles ${facts['sheets'] ?? ''}). Supprimez ou renommez les titres de celui qui n'est pas le bon.`,
  tableGone: (facts) =>
    `Le tableau « ${facts['table'] ?? ''} » a disparu pendant l'écriture. Recommencez : il sera recréé.`,
  noRoom: (facts) =>
    `Des cellules remplies sous le tableau${where(facts)} empêchent d'ajouter des lignes (${facts['range'] ?? ''}). Déplacez-les, puis recommencez.`,
  hostTimeout: () =>
    'Excel ne répond plus. Fermez toute boîte de dialogue ouverte et validez la cellule en cours, puis recommencez.',
  fileLocked: () => 'Le fichier est ouvert dans Excel. Fermez-le, puis recommencez.',
  fileUnreadable: () =>
    'Le fichier ne peut pas être lu comme un classeur Excel (.xlsx). Vérifiez le chemin et le format.',
  hostRefused: () =>
    "Excel a refusé l'écriture. Recommencez ; si cela se répète, enregistrez le classeur et rouvrez-le.",
};

/** The sentence of an error of the workbook. */
export function bookErrorText({ code, facts }: BookError): string {
  return sentences[code](facts);
}
