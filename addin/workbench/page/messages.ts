/** The sentences of the workbench. It belongs to the repository, not to the product: they are not among the product's. */

export const title = 'Passerelle';
export const subtitle = 'environnement d’essai';
export const gridName = 'Classeur (F6 pour passer à la suite)';
export const paneName = 'Volet Passerelle';
export const newBook = 'Nouveau classeur';
export const openBook = 'Ouvrir un .xlsx';
export const saveBook = 'Enregistrer (.xlsx)';
export const demoAccount = 'Compte Lucca fictif';
export const opensInNewTab = 'nouvel onglet';
export const faults = 'Pannes';
export const faultsHint = 'Ce qui arrive dans un vrai Excel, à la demande.';
export const faultsOn = (count: number): string => `${count} en cours`;
export const close = 'Fermer';
export const cancel = 'Annuler';
export const discard = 'Continuer sans enregistrer';
export const save = 'Enregistrer';
export const loseTitle = 'Enregistrer ce classeur ?';
export const loseText = 'Ses modifications ne sont pas enregistrées. Elles seront perdues si vous continuez.';
export const bookName = 'Classeur';
export const bookState = (name: string, isUnsaved: boolean): string =>
  `${name}.xlsx${isUnsaved ? ' — modifications non enregistrées' : ''}`;
export const actions = 'Classeur et outils';
export const cannotStart =
  'Le classeur ne peut pas s’ouvrir dans ce navigateur : il faut un Chrome, un Edge ou un Firefox récent.';

export const fault = {
  protected: 'Feuille active protégée',
  protectedHint: (sheet: string): string => `« ${sheet} » refuse toute écriture.`,
  cellEdit: 'Cellule en cours de saisie',
  cellEditHint: 'Excel attend que la saisie finisse.',
  failAtBlock: 'Échec au bloc',
  failAtBlockHint: 'Excel refuse le n-ième envoi qui écrit, une fois.',
  blockNumber: 'Numéro du bloc',
  slow: 'Excel lent',
  slowHint: 'Une seconde et demie par échange.',
  renamedTable: 'Renommer le tableau de la sélection',
  renamedTableHint: (name: string): string => `« ${name} » prend un autre nom.`,
  noTable: 'Sélectionnez une cellule d’un tableau.',
  otherAuthor: 'Modification d’un autre auteur',
  otherAuthorHint: 'Quelqu’un d’autre change la cellule sélectionnée.',
  otherAuthorText: 'modifié par un autre auteur',
  otherAuthorDone: 'Un autre auteur a modifié la cellule sélectionnée.',
  armed: (n: number): string =>
    n === 1 ? 'Le prochain bloc écrit échouera.' : `Le ${n}ᵉ bloc écrit à partir d’ici échouera.`,
  renamed: (name: string): string => `Le tableau s’appelle maintenant « ${name} ».`,
  arm: 'Armer',
  act: 'Faire',
};

export const strip = {
  name: 'Cellule sélectionnée',
  table: 'Tableau',
  note: 'Note',
  list: 'Liste',
  listHint: 'Choisir une valeur',
  format: 'Format',
  nothing: 'Ni note, ni liste, ni tableau sur cette cellule.',
  onlyExcel: 'Dans Excel seulement : boutons de filtre des en-têtes, liste déroulante dans la cellule, graphiques.',
  charts: (titles: readonly string[]): string =>
    `${titles.length > 1 ? 'Graphiques de cette feuille, dessinés' : 'Graphique de cette feuille, dessiné'} dans Excel : ${titles.map((title) => `« ${title} »`).join(', ')}.`,
  filtered: 'filtré',
};

export const readBook = (name: string): string => `« ${name} » est ouvert.`;
export const savedBook = (name: string): string => `« ${name} » est enregistré dans vos téléchargements.`;
export const cannotRead = (name: string): string =>
  `« ${name} » n’est pas un classeur .xlsx lisible. Le classeur ouvert n’a pas changé.`;
export const notKept = (what: readonly string[]): string =>
  `Cet environnement d’essai ne garde pas : ${what.join(', ')}. Dans Excel, tout est conservé.`;

export const notHere = 'Cette action n’existe pas dans l’environnement d’essai. Elle existe dans Excel.';
export const notAFormula = (text: string): string => `Cette formule n’est pas comprise : ${text}`;
export const notInList = 'La valeur n’est pas dans la liste de cette cellule.';

const REFUSED: Readonly<Record<string, string>> = {
  AccessDenied: 'La feuille est protégée : rien n’y a été changé.',
  InsertDeleteConflict:
    'Cette opération couperait un tableau : sélectionnez des lignes ou des colonnes entières du tableau.',
  FilteredRangeConflict: 'Un tableau filtré empêche cette opération : retirez d’abord le filtre.',
  NonBlankCellOffSheet: 'Des cellules sortiraient de la feuille.',
  ItemAlreadyExists: 'Ce nom est déjà pris.',
  InvalidArgument: 'Excel n’accepte pas cette valeur ou ce nom.',
  InvalidOperation: 'Un classeur garde toujours une feuille visible.',
  MergedRangeConflict: 'Un tableau ne peut pas en recouvrir un autre.',
};

/** Why the workbook refused what a person did, by the code of the refusal. */
export const refused = (code: string): string => REFUSED[code] ?? 'Cette opération n’est pas possible.';
