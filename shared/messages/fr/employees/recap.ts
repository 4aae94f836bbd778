/** Sentences of « Récapitulatif du mois » : the pane, the sheets, the files, the command line. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { RecapKind } from '../../../tables/recap/recapTables.ts';
import { counted, monthName, ofMonth } from '../words.ts';

export const recapTitle = 'Récapitulatif du mois';

/* What is compared */
export const sinceClose = (since: PlainMonth) => `Comparé à la clôture ${ofMonth(since)}.`;
/** `since`: the close from which it is told, whose copy is not kept any more; null without a close before. */
export const fromLog = (since: PlainMonth | null) =>
  since === null
    ? 'Sans clôture précédente : d’après ce que Passerelle a vu changer dans Lucca pendant le mois, sans ce que la paie a saisi.'
    : `La copie de la clôture ${ofMonth(since)} n’est pas gardée : d’après ce que Passerelle a vu changer dans Lucca depuis cette clôture, sans ce que la paie a saisi.`;
export const knownFrom = (date: string) => `Lucca est lu depuis le ${date} : ce qui a changé avant n’est pas connu.`;
export const arrivalsOfLog =
  'Arrivées : les contrats qui commencent dans le mois, d’après Lucca, que la personne vienne ou non d’y être créée.';
export const proposeClose = 'Clôturez ce mois : le suivant sera comparé à votre classeur.';
export const closedOn = (by: string, at: string) =>
  ['Mois clos', by === '' ? '' : `depuis ${by}`, at === '' ? '' : `le ${at}`].filter((part) => part !== '').join(' ');
export const stillOpen = 'Mois ouvert : d’après le classeur d’aujourd’hui.';
export const pastOpen = 'Un mois suivant est clos : celui-ci ne peut plus l’être.';
export const pastClosed = 'Un mois suivant est clos : celui-ci ne peut plus être rouvert.';

/* What stands in a line */
export const contractStartField = 'Début de contrat';
export const contractEndField = 'Fin de contrat';
export const noDate = 'date inconnue';
export const copyField = 'Copie de clôture';
export const unreadCopy = 'illisible';
export const copyOf = (month: PlainMonth) => `Copie de clôture ${ofMonth(month)}`;
export const missingCopies = (rows: number) => counted(rows, 'ligne effacée', 'lignes effacées');
export const missingCopy = 'effacée : qui y était passe pour créé ou retiré';
export const changeText = (field: string, before: string, after: string) => `${field} : ${before} → ${after}`;
export const dateText = (field: string, date: string) => `${field} : ${date}`;
export const emptyText = '(vide)';
/** True after a close as without one: what is compared is said above. */
export const sectionNames: Readonly<Record<RecapKind, string>> = {
  changed: 'Informations modifiées',
  arrival: 'Arrivées du mois',
  other: 'Salariés créés qui arrivent avant ou après',
  returned: 'Revenus dans Lucca',
  leaver: 'Sorties du mois',
  gone: 'Disparus de Lucca',
  removed: 'Lignes retirées du classeur',
  unread: 'Non comparés',
};
export const sectionHints: Readonly<Record<RecapKind, string>> = {
  changed: 'La dernière valeur seulement ; une valeur tapée dans le classeur est dite « paie ».',
  arrival: 'Contrat, temps de travail et rémunération restent à saisir dans la paie.',
  other: 'Nouveaux dans Lucca, mais pas pour ce mois.',
  returned: 'Absents de Lucca auparavant : vérifiez leur contrat dans la paie.',
  leaver: 'Mettez fin au contrat dans la paie.',
  gone: 'Mettez fin au contrat dans la paie, ou vérifiez les droits de la clé.',
  removed: 'Leur ligne n’est plus dans « Salariés ».',
  unread: 'Leur copie de clôture est illisible ou effacée : ce qui a changé pour eux n’est pas connu.',
};

/* Pane */
export const changedTab = (count: number) => `Modifiés (${count})`;
export const comingTab = (count: number) => `Arrivées (${count})`;
export const leavingTab = (count: number) => `Départs (${count})`;
export const changesLabel = 'Informations modifiées, par salarié';
export const comingLabel = 'Arrivées, salariés créés, revenus dans Lucca';
export const leavingLabel = 'Sorties, absents de Lucca, lignes retirées';
export const unreadTab = (count: number) => `Non comparés (${count})`;
export const unreadLabel = 'Salariés dont la copie de clôture est illisible';
export const nothingHere = 'Rien dans cette liste.';
export const nothingSeen = 'Passerelle n’a rien vu changer dans Lucca.';
export const nothingAtAll = 'Rien n’a changé depuis la dernière clôture.';
export const originText = { lucca: 'Lucca', payroll: 'paie' } as const;
export const writeSheets = 'Écrire les feuilles';
export const sheetsWritten = 'Les feuilles « Récapitulatif » et « RIB modifiés » sont écrites.';
export const sheetsSame = 'Les feuilles « Récapitulatif » et « RIB modifiés » disent déjà cela.';
export const revealAction = 'Afficher les valeurs personnelles';
export const revealSecrets = 'Afficher aussi NIR et IBAN';
export const hideAction = 'Masquer';

/* Close */
export const closeAction = (month: PlainMonth) => `Clore ${monthName(month)}`;
export const closeAgain = (month: PlainMonth) => `Clore de nouveau ${monthName(month)}`;
export const closeQuestion = (month: PlainMonth) => `Clore le mois des salariés ${ofMonth(month)} ?`;
export const closeBody =
  'Une copie de « Salariés » est gardée dans une feuille cachée de ce classeur : le prochain récapitulatif dira ce qui a changé depuis. La clôture s’annule comme une mise à jour.';
export const closeAgainBody = 'La copie de ce mois est remplacée par le classeur d’aujourd’hui.';
export const closeConfirm = 'Clore le mois';
interface WaitingCounts {
  readonly differences: number;
  readonly oneByOne: number;
  readonly automatic: number;
}
/** '' when nothing waits. */
export function waitingText({ differences, oneByOne, automatic }: WaitingCounts): string {
  if (differences + automatic === 0) return '';
  const bank = oneByOne === 0 ? '' : `, dont ${counted(oneByOne, 'RIB ou conflit', 'RIB ou conflits')}`;
  const asked = `${counted(differences, 'différence attend', 'différences attendent')} votre décision dans « Revoir »${bank}`;
  const taken = `${counted(automatic, 'changement sera repris', 'changements seront repris')} sans demander par « Revoir »`;
  const told = [...(differences === 0 ? [] : [asked]), ...(automatic === 0 ? [] : [taken])].join(' ; ');
  return `${told} : ce qui sera écrit après la clôture sera compté dans le mois suivant.`;
}
export const monthClosed = (month: PlainMonth, people: number) =>
  `Le mois des salariés ${ofMonth(month)} est clos : ${counted(people, 'personne gardée', 'personnes gardées')}.`;
export const closeRefusals = {
  nobody: 'Le tableau « Salariés » est vide : il n’y a rien à clore.',
  closed:
    'Ce mois est déjà clos. Pour recopier le classeur d’aujourd’hui : « Clore de nouveau » dans le volet, ou « --again » en ligne de commande.',
  far: 'Ce mois n’a pas commencé : choisissez le mois en cours. Pour le clore malgré tout : « --again » en ligne de commande.',
  notRead: 'Lucca n’a pas encore été lu : actualisez d’abord.',
  pending: 'Une mise à jour est restée en cours : reprenez-la ou annulez-la d’abord.',
} as const;
export const laterClosed = (later: PlainMonth) =>
  `Le mois des salariés ${ofMonth(later)} est clos : un mois plus ancien ne peut être ni clos ni rouvert. Si c’est une erreur, rouvrez d’abord ${monthName(later)}.`;
export const twiceTitle = 'Corrigez d’abord ces lignes en double : la copie doit dire une fois chaque personne.';

/* Reopen */
export const reopenAction = (month: PlainMonth) => `Rouvrir ${monthName(month)}`;
export const reopenQuestion = (month: PlainMonth) => `Rouvrir le mois des salariés ${ofMonth(month)} ?`;
/** `since`: the close before, whose copy the month is compared with again; null when there is none, or when it is not kept. */
export const reopenBody = (month: PlainMonth, since: PlainMonth | null) =>
  `La copie faite à la clôture ${ofMonth(month)} est effacée, et le mois redevient ouvert. Son récapitulatif dira de nouveau ${
    since === null
      ? 'ce que Passerelle a vu changer dans Lucca'
      : `ce qui a changé de la clôture ${ofMonth(since)} à aujourd’hui`
  }. « Salariés » reste tel quel. La réouverture s’annule comme une mise à jour.`;
export const reopenConfirm = 'Rouvrir le mois';
export const monthReopened = (month: PlainMonth) => `Le mois des salariés ${ofMonth(month)} est rouvert.`;
export const notClosed = 'Ce mois n’est pas clos : il n’y a rien à rouvrir.';

/* Files */
export const formatLabel = 'Format';
export const formatNames = { pdf: 'PDF', xlsx: 'Excel (.xlsx)', csv: 'CSV' } as const;
export const revealInFile = 'Afficher les valeurs personnelles, NIR et IBAN compris, dans le fichier';
export const makeFile = 'Télécharger';
export const masked = '••••••';
export const maskedData = 'Données masquées';
export const shownData = 'Données personnelles affichées : à ne pas transmettre par e-mail';
export const madeOn = (date: string) => `Établi le ${date}`;
export const pageOf = (page: number, pages: number) => `Page ${page} / ${pages}`;
export const noLine = 'Rien à signaler.';
export const recapHeadings = [
  'Matricule',
  'Établissement',
  'Salarié',
  'Information',
  'Avant',
  'Maintenant',
  'Origine',
] as const;
export const peopleHeadings = ['Matricule', 'Salarié', 'Établissement'] as const;
export const dateHeading = 'Date';
export const summaryText = (count: number) => counted(count, 'ligne', 'lignes');

/** A file that shows values says so by its name. */
const named = (start: string, month: PlainMonth, isMasked: boolean, ending: string) =>
  `${start}-${month}${isMasked ? '' : '-valeurs'}.${ending}`;
export const recapFileName = (month: PlainMonth, isMasked: boolean, ending: string) =>
  named('recapitulatif-salaries', month, isMasked, ending);
export const bankFileName = (month: PlainMonth, isMasked: boolean, ending: string) =>
  named('rib-modifies', month, isMasked, ending);
export const tooLong = (rows: number, most: number) =>
  `${counted(rows, 'ligne', 'lignes')} : un PDF en tient ${most} au plus. Choisissez Excel ou CSV.`;
