import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

export const separatorLabels = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre' } as const;
export const encodingLabels = { utf8Bom: 'UTF-8 avec marque', utf8: 'UTF-8', windows1252: 'Windows-1252' } as const;
export const lineEndLabels = { crlf: 'Windows', lf: 'Unix' } as const;
export const decimalLabels = { ',': 'virgule', '.': 'point' } as const;
export const unitLabels = { euros: 'euros', cents: 'centimes' } as const;
export const accentLabels = { kept: 'gardés', removed: 'retirés' } as const;
export const letterLabels = { kept: 'gardées', upper: 'capitales' } as const;

/** Before the heading of a column of « Salariés », in « Champ ». */
export const COLUMN_SOURCE = 'Salariés : ';

const list = (labels: Readonly<Record<string, string>>) => ({ choices: Object.values(labels) });
const yesNo = { choices: ['oui', 'non'] };

/** « Modèles de commande TR »: one row per column of each model. What holds for the whole file stands on one of its rows. */
export const ordersTemplatesTable: TableDeclaration = {
  name: 'Passerelle_TR_Modeles_Commande',
  title: 'Modèles de commande TR',
  description:
    "Une ligne par colonne du fichier d'un émetteur, dans l'ordre du fichier. Les réglages de tout le fichier se lisent sur une de ses lignes.",
  visibility: 'visible',
  key: 'template',
  alsoKey: ['position'],
  keyMayBeBlank: true,
  columns: [
    column('template', 'Modèle', 'text', 20, 'Nom du modèle, par exemple Edenred Lyon.', { required: true }),
    column('position', 'Position', 'integer', 10, 'Rang de la colonne dans le fichier, à partir de 1.', {
      required: true,
    }),
    column('heading', 'Colonne', 'text', 26, "Titre de la colonne, tel que dans le modèle de l'émetteur."),
    column(
      'field',
      'Champ',
      'text',
      24,
      'Ce que la colonne contient : Matricule, Nom, Nombre de titres… « Salariés : Service » prend votre colonne « Service » de « Salariés ». Vide : la colonne est gardée, sans valeur.',
      { required: true },
    ),
    column('constant', 'Valeur fixe', 'text', 16, 'La même valeur sur toutes les lignes, à la place d’un champ.'),
    column('mandatory', 'Obligatoire', 'boolean', 11, 'oui : une cellule vide est une erreur.', yesNo),
    column('accents', 'Accents', 'choice', 10, 'gardés (par défaut) ou retirés.', list(accentLabels)),
    column('letters', 'Lettres', 'choice', 10, 'gardées (par défaut) ou capitales.', list(letterLabels)),
    column('maxLength', 'Longueur', 'integer', 10, 'Nombre de caractères au plus. Vide : sans limite.'),
    column('zeros', 'Zéros à gauche', 'integer', 10, 'Largeur à remplir de zéros : 6 écrit 42 comme 000042.'),
    column('unit', 'Unité', 'choice', 10, 'Montants en euros (par défaut) ou en centimes.', list(unitLabels)),
    column('date', 'Forme de date', 'text', 14, 'JJ/MM/AAAA par défaut. Par exemple AAAAMMJJ.'),
    column('words', 'Mots', 'text', 14, 'Les deux mots du champ : MR;MME pour la civilité, C;P pour le support, O;N.'),
    column(
      'separator',
      'Séparateur',
      'choice',
      14,
      'De tout le fichier. point-virgule par défaut.',
      list(separatorLabels),
    ),
    column(
      'encoding',
      'Encodage',
      'choice',
      16,
      'De tout le fichier. UTF-8 avec marque par défaut.',
      list(encodingLabels),
    ),
    column('lineEnd', 'Fin de ligne', 'choice', 11, 'De tout le fichier. Windows par défaut.', list(lineEndLabels)),
    column('decimal', 'Décimale', 'choice', 10, 'De tout le fichier. virgule par défaut.', list(decimalLabels)),
    column('header', 'Ligne de titres', 'boolean', 10, 'De tout le fichier. oui par défaut.', yesNo),
    column(
      'transliterate',
      'Remplacer les caractères absents',
      'boolean',
      16,
      "De tout le fichier. oui : Łukasz s'écrit Lukasz quand l'encodage n'a pas le Ł. non par défaut : c'est une erreur.",
      yesNo,
    ),
  ],
};
