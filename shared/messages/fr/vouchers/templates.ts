/** Sentences of the models of order, in the task pane and on the command line. */
import { counted } from '../words.ts';

export const templateTitle = 'Modèle de commande';
export const templateIntro =
  'Donnez un fichier de commande de l’émetteur, ou sa ligne de titres : seuls les titres sont lus, les personnes ne sont pas gardées.';
export const dropHere = 'Déposez ici un fichier CSV ou texte, ou cliquez pour le choisir';
export const fileLabel = 'Fichier de l’émetteur';
export const pasteLabel = 'Ou collez la ligne de titres';
export const readAction = 'Lire les titres';
export const nameLabel = 'Nom du modèle';
export const nameHint = 'Par exemple : Edenred Lyon.';
export const nameMissing = 'Donnez un nom au modèle.';
export const nameTooLong = 'Un nom de modèle a 60 caractères au plus.';
export const replaces = (name: string) => `Le modèle « ${name} » du classeur est remplacé.`;

/** `isGuessed` false: nothing in the file told its encoding. */
export function guessed(columns: number, separator: string, encoding: string, isGuessed: boolean): string {
  const read = `${counted(columns, 'colonne lue', 'colonnes lues')}. Séparateur : ${separator}. Encodage : ${encoding}`;
  return isGuessed ? `${read}.` : `${read}, rien dans le modèle ne disant le sien : vérifiez-le.`;
}

export const columnsTitle = 'Colonnes du fichier';
export const columnName = (position: number, heading: string) =>
  `${position}. ${heading === '' ? '(sans titre)' : heading}`;
export const contentLabel = (position: number, heading: string) => `Contenu de ${columnName(position, heading)}`;
export const emptyContent = 'Vide';
export const columnContent = (heading: string) => `Salariés : ${heading}`;
export const constantContent = 'Valeur fixe…';
export const constantLabel = 'Valeur fixe';
export const rulesLabel = 'Règles';
export const rulesOf = (position: number, heading: string) => `Règles de ${columnName(position, heading)}`;
export const requiredLabel = 'Obligatoire';
export const accentsLabel = 'Sans accents';
export const upperLabel = 'En capitales';
export const maxLengthLabel = 'Longueur au plus';
export const zerosLabel = 'Zéros à gauche jusqu’à';
export const unitLabel = 'Montant en';
export const dateLabel = 'Forme de date';
export const dateWrong = 'Écrivez JJ, MM et AAAA ou AA, une fois chacun.';
export const wordsLabel = 'Les deux mots';
export const wordsHint = (words: string) => `Séparés par un point-virgule ; vide : ${words}.`;
export const wordsWrong = 'Écrivez deux mots séparés par un point-virgule.';
export const lengthWrong = 'De 1 à 250.';

export const layoutTitle = 'Tout le fichier';
export const separatorLabel = 'Séparateur';
export const encodingLabel = 'Encodage';
export const lineEndLabel = 'Fin de ligne';
export const decimalLabel = 'Décimale';
export const headerLabel = 'Écrire la ligne de titres';
export const transliterateLabel = 'Remplacer les caractères absents de l’encodage';

export const previewTitle = 'Aperçu sur les premières personnes';
export const saveAction = 'Enregistrer le modèle';
export const anotherAction = 'Lire un autre fichier';
export const saved = (name: string) => `Le modèle « ${name} » est enregistré dans « Modèles de commande TR ».`;

/** One line of the command line: what a column will hold. `field` null: nothing. */
export const boundColumn = (position: number, heading: string, field: string | null) =>
  `  ${columnName(position, heading)} : ${field ?? 'vide'}`;
export const changeInSheet = 'Changez-le dans cette feuille, ou dans le volet.';
export const modelUnreadable = (file: string) => `Le fichier ${file} n’existe pas ou ne peut pas être lu.`;
