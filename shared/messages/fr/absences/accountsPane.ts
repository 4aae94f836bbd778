/** « Correspondance comptes d'absence » in the pane. */
import { counted, grouped } from '../words.ts';

/** What payroll does with an account, or what keeps it from doing anything. */
export type AccountState = 'open' | 'ambiguous' | 'proposed' | 'transferred' | 'stoppage' | 'outside';

export const accountsTitle = 'Comptes d’absence';
export const readAgain = 'Relire';
export const prepareAction = 'Préparer la feuille';
export const confirmAction = 'Confirmer les propositions';
export const undoAction = 'Annuler la dernière écriture';

export const notPrepared =
  'Dites ce que la paie fait de chaque compte d’absence : d’ici là, ses demi-journées attendent. Préparez d’abord la feuille « Correspondance comptes absence » : chaque compte y a sa ligne, avec une proposition quand son nom parle.';
export const noAccountInLucca =
  'Lucca ne montre aucun compte d’absence. Vérifiez que la clé peut lire Timmi Absences, puis actualisez depuis l’accueil.';

/** `12 demi-journées en attente` */
export function halfDaysWaiting(halfDays: number): string {
  return `${counted(halfDays, 'demi-journée', 'demi-journées')} en attente`;
}

/** `3 comptes à rattacher, 12 demi-journées en attente` */
export function unboundCounted(accounts: number, halfDays: number): string {
  if (accounts === 0) return 'Tous les comptes sont rattachés';
  return `${counted(accounts, 'compte à rattacher', 'comptes à rattacher')}, ${halfDaysWaiting(halfDays)}`;
}

/** On the pane's home. */
export function unboundAtHome(accounts: number, halfDays: number): string {
  return `${counted(accounts, 'compte d’absence à rattacher', 'comptes d’absence à rattacher')}, ${halfDaysWaiting(halfDays)}`;
}

/* The list */
export const searchLabel = 'Chercher un compte, par son nom ou son numéro';
export const searchHint = 'Chercher';
export const filterLabel = 'Afficher';
export const filterNames = {
  all: (count: number) => `Tous (${grouped(count)})`,
  unbound: (count: number) => `À rattacher (${grouped(count)})`,
  proposed: (count: number) => `Proposés (${grouped(count)})`,
  transferred: (count: number) => `Transmis (${grouped(count)})`,
  stoppage: (count: number) => `Arrêts (${grouped(count)})`,
  outside: (count: number) => `Hors paie (${grouped(count)})`,
} as const;

export const stateNames: Readonly<Record<AccountState, string>> = {
  open: 'à choisir',
  ambiguous: 'ambiguë',
  proposed: 'proposée',
  transferred: 'transmise',
  stoppage: 'arrêt, à saisir',
  outside: 'hors paie',
};

export const listLabel = 'Comptes d’absence de Lucca';
export const listKeys = '↑ ↓ pour parcourir, Entrée pour voir la ligne, Échap pour revenir.';
export const noAccount = 'Aucun compte ne répond à cette recherche.';
/** `compte 1226` */
export const accountNumber = (id: string) => `compte ${id}`;

/* What was done */
function written(added: number, changed: number): string {
  return [
    ...(added === 0 ? [] : [counted(added, 'ligne ajoutée', 'lignes ajoutées')]),
    ...(changed === 0 ? [] : [counted(changed, 'cellule mise à jour', 'cellules mises à jour')]),
  ].join(', ');
}

export function prepared(added: number, changed: number): string {
  if (added + changed === 0) return 'La feuille est à jour : rien n’a été écrit.';
  return `La feuille est prête : ${written(added, changed)}. Vos choix n’ont pas été touchés. Relisez-la, puis confirmez les propositions.`;
}

export const confirmQuestion = (rows: number) =>
  rows < 2 ? 'Confirmer la proposition ?' : `Confirmer les ${grouped(rows)} propositions ?`;
export function confirmMeans(accounts: number, left: number): string {
  const bound = counted(accounts, 'compte sera rattaché', 'comptes seront rattachés');
  const rest = left === 0 ? 'Aucun ne restera à choisir.' : `${counted(left, 'restera', 'resteront')} à choisir.`;
  return `${bound} comme la feuille le propose. ${rest}`;
}
export const confirmYes = 'Confirmer';
export function confirmed(rows: number): string {
  return rows === 0 ? 'Rien n’était proposé.' : `${counted(rows, 'proposition confirmée', 'propositions confirmées')}.`;
}

/* One account */
export const choiceGroupNames = {
  transferred: 'Transmis à la paie',
  stoppage: 'Jamais transmis : à saisir en paie',
  outside: 'La paie n’en fait rien',
} as const;
export const choiceLabel = 'En paie';
export const noneChosen = 'Choisissez…';
export const scopeLabel = 'Vaut pour';
export function everyYear(pattern: string, count: number): string {
  return `tous les comptes « ${pattern} » (${grouped(count)} aujourd’hui)`;
}
export const thisOnly = 'ce compte seulement';
export const bindAction = 'Rattacher';
export const changeAction = 'Changer';
export const byOwnRow = 'Ce compte a sa ligne dans la feuille.';
export const byPattern = (pattern: string) => `La ligne « ${pattern} » de la feuille parle pour lui.`;
export const noRowYet = 'Aucune ligne de la feuille ne parle de lui : votre choix l’ajoute.';
export const choiceSettles = 'Un choix pour ce compte, ou pour ceux de toutes les années, tranche.';

/** `name`: of the account, or the pattern of those of every year. */
export function bindingWritten(name: string, treatment: string, left: string): string {
  return `« ${name} » est rattaché : ${treatment}. ${left}.`;
}
export const alreadyBound = (name: string) => `« ${name} » était déjà rattaché ainsi : rien n’a été écrit.`;
export const accountGone = 'Lucca n’a plus ce compte : rien n’a été écrit.';
export const rowUnusable =
  'Rien n’a été écrit : dans la feuille « Correspondance comptes absence », la ligne de ce compte est sans nom ou écrite deux fois. Corrigez-la, puis choisissez de nouveau.';
