/** « Rapprocher avec la paie » in the pane. */
import { counted } from '../words.ts';

export const matchingAction = 'Rapprocher avec la paie';
export const listIntro =
  'Donnez la liste des salariés que votre logiciel de paie a déjà : un export PayFit, Silae ou autre, en .csv ou .xlsx. Rien n’est créé en double : chacun est d’abord rapproché de Lucca.';
export const pasteHint = 'Ou collez vos lignes dans la feuille « Liste de la paie », puis lisez-la ici.';
export const prepareSheet = 'Préparer la feuille';
export const seeSheet = 'Voir la feuille';
export const readSheet = 'Lire la feuille';
export const sheetPrepared = 'La feuille « Liste de la paie » est prête : collez vos lignes sous les titres.';
export const sheetEmpty = 'La feuille « Liste de la paie » n’a encore aucune ligne.';
export const chooseFile = 'Choisir ou déposer un fichier';
export const otherFile = 'Importer un autre fichier';
export const fileLabel = 'Fichier de la paie';
export const ignoredColumn = 'Non importée';
export const columnsTitle = 'Colonnes du fichier';

export function fileSummary(name: string, people: number, sheet: string | null): string {
  const where = sheet === null ? '' : `, feuille « ${sheet} »`;
  return `${name}${where} : ${counted(people, 'salarié', 'salariés')}.`;
}
export function columnLabel(heading: string): string {
  return heading === '' ? 'Colonne sans titre' : heading;
}
export function samples(values: readonly string[]): string {
  return `Début : ${values.join(' · ')}`;
}
export function importAction(people: number): string {
  return people < 2 ? `Importer ${people} salarié` : `Importer ${people} salariés`;
}

export const filterLabel = 'Montrer';
export const filterNames = {
  toConfirm: (count: number) => `À confirmer (${count})`,
  conflict: (count: number) => `Conflits (${count})`,
  match: (count: number) => `À rattacher, clés sûres (${count})`,
  linked: (count: number) => `Rattachés (${count})`,
  luccaOnly: (count: number) => `Seulement dans Lucca (${count})`,
  payrollOnly: (count: number) => `Seulement dans la paie (${count})`,
  second: (count: number) => `Deuxièmes dossiers (${count})`,
} as const;
export const emptyTexts = {
  toConfirm: 'Personne à confirmer.',
  conflict: 'Aucun conflit.',
  match: 'Personne à rattacher.',
  linked: 'Personne n’est encore rattaché.',
  luccaOnly: 'Tous ceux de Lucca sont dans la paie.',
  payrollOnly: 'Tous ceux de la paie sont dans Lucca.',
  second: 'Personne n’a deux dossiers dans la paie.',
} as const;
export const linesLabel = 'Personnes';
export const keysHint =
  '↑ ↓ : parcourir · Entrée : c’est la même personne · Suppr : ce n’est pas elle · Échap : retour';
export const candidateLabel = 'Ligne de la paie';
export const noneChosen = 'Aucune choisie';
export const chooseFirst = 'Aucune ligne ne s’impose : choisissez-en une pour répondre.';
export function candidateName(line: string, name: string, keys: string): string {
  return [line, name, keys].filter((each) => each !== '').join(' · ');
}
export const fieldHeading = 'Information';
export const luccaHeading = 'Lucca';
export const payrollHeading = 'Paie';
export function agreesOn(keys: string): string {
  return keys === '' ? 'Aucune clé en commun.' : `En commun : ${keys}.`;
}
export function sharedOn(keys: string): string {
  return `En commun, mais partagé avec d’autres : ${keys}.`;
}
export function differsOn(fields: string): string {
  return `Différent : ${fields}.`;
}
export const samePerson = 'C’est la même personne';
export const notHer = 'Ce n’est pas elle';
export const noneOfThem = 'Aucune de ces lignes';
export const showLine = 'Voir la ligne';
export const unlinkAction = 'Délier';
export function unlinkQuestion(name: string, line: string): string {
  return `Délier ${name} de la ligne ${line} ?`;
}
export const unlinkMeans =
  'Sa réponse sera « ce n’est pas elle » : le rapprochement ne la proposera plus pour cette ligne. Rien n’est écrit avant « Appliquer les rattachements », qui s’annule. Sa ligne de « Salariés », si elle en a une, reste : relisez-la.';
export const goneInPayroll =
  'Dans la paie et pas dans Lucca. Si la personne est partie, mettez fin à son contrat dans la paie.';
export const createdLater = 'Personne dans la paie : la revue proposera de créer sa ligne.';
export function answeredText(name: string, left: number): string {
  return `${name} : répondu. ${left === 0 ? 'Plus rien à confirmer.' : `Encore ${left}.`}`;
}
export function unlinkedText(name: string): string {
  return `${name} : délié, à appliquer.`;
}
export function toWrite(links: number, answers: number, unlinked: number): string {
  const said = answers === 0 ? '' : ` dont ${counted(answers, 'réponse', 'réponses')} de votre part`;
  const undone = unlinked === 0 ? '' : ` ${counted(unlinked, 'lien', 'liens')} à défaire.`;
  return `${counted(links, 'rattachement', 'rattachements')} à écrire${said}.${undone}`;
}
export const forgetAnswers = 'Oublier mes réponses';
export const applyAction = 'Appliquer les rattachements';
export const toReviewAction = 'Passer à la revue';
export const mayBeThere = 'Peut-être déjà dans la liste de la paie.';
export function entryCandidate(line: string, keys: string): string {
  return keys === '' ? `Ligne ${line}` : `Ligne ${line} : ${keys}`;
}
