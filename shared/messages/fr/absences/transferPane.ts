/** « Préparer la paie » in the task pane: the four outcomes, the life of an import, the close. */
import type { SyncOutcome } from '../../../domain/absences/reconcile.ts';
import { frenchDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { addMonths, firstDay, lastDay } from '../../../domain/calendar/plainDate.ts';
import type { ImportState } from '../../../tables/absences/importsTable.ts';
import { takenAdvice as orderTakenAdvice } from '../vouchers/receipts.ts';
import { counted, grouped, monthName, ofMonth } from '../words.ts';

export const deletions = (count: number) => counted(count, 'absence à supprimer', 'absences à supprimer');
export const imports = (count: number) => counted(count, 'absence à importer', 'absences à importer');

/* The card of the area */
export const prepareTitle = (month: PlainMonth) => `Préparer la paie ${ofMonth(month)}`;
/** Nothing of a period that is its calendar month. */
export function periodText({ month, from, to }: AbsencePeriod): string {
  const isWhole = from === firstDay(month) && to === lastDay(month);
  return isWhole ? '' : `Absences du ${frenchDate(from)} au ${frenchDate(to)}.`;
}
export const prepareAction = 'Préparer';
export const prepareAgainAction = 'Préparer de nouveau';
export const prepareMeans = 'Lucca est relu, puis comparé avec ce que la paie a déjà. Rien n’est transmis sans vous.';
/** `A2 est préparé` */
export const waiting = (number: string) => `L’import ${number} est préparé : il attend d’être confirmé.`;
export const lastConfirmed = (number: string, at: string) =>
  `L’import ${number} est confirmé${at === '' ? '' : ` depuis le ${at}`}.`;
export const openAction = (number: string) => `Reprendre l’import ${number}`;
export const seeAction = (number: string) => `Voir l’import ${number}`;
export const journalAction = (count: number) => `Imports d’absences (${grouped(count)})`;
export const startingPlace = 'Voir « Reprise »';
export const firstMonth = (month: PlainMonth) =>
  `Première préparation dans ce classeur : les absences d’avant le ${frenchDate(firstDay(month))} compteront comme déjà en paie. Pour commencer un autre mois, changez le mois de paie.`;
export const reading = 'Lecture des feuilles…';

/* The outcome */
export const importTitle = (month: PlainMonth) => `Paie ${ofMonth(month)}`;
export const importName = (number: string, month: PlainMonth) => `${number} · ${monthName(month)}`;

export const outcomeNames: Readonly<Record<SyncOutcome, string>> = {
  nothing: 'Rien à faire',
  import: 'À importer',
  regularise: 'À régulariser',
  thenImport: 'Régulariser, puis importer',
};

/** Of an import that payroll took. */
export const doneNames: Readonly<Record<SyncOutcome, string>> = {
  nothing: 'Rien à faire',
  import: 'Importé',
  regularise: 'Régularisé',
  thenImport: 'Régularisé, puis importé',
};

/** `3 absences supprimées, 12 absences importées` */
export function doneCounts(deleted: number, imported: number): string {
  return [
    ...(deleted === 0 ? [] : [counted(deleted, 'absence supprimée', 'absences supprimées')]),
    ...(imported === 0 ? [] : [counted(imported, 'absence importée', 'absences importées')]),
  ].join(', ');
}

/** `3 absences à supprimer, puis 12 absences à importer` */
export function outcomeCounts(toDelete: number, toImport: number): string {
  if (toDelete + toImport === 0) return '';
  if (toDelete === 0) return imports(toImport);
  return toImport === 0 ? deletions(toDelete) : `${deletions(toDelete)}, puis ${imports(toImport)}`;
}

/** What it asks of the person. */
export const outcomeMeans: Readonly<Record<SyncOutcome, string>> = {
  nothing: 'La paie a déjà tout ce que Lucca lui transmet. Vous pouvez clôturer le mois.',
  import: 'Téléchargez le fichier, importez-le dans la paie, puis confirmez ici.',
  regularise: 'Lucca n’a plus ces absences : supprimez-les dans la paie, cochez chacune, puis confirmez.',
  thenImport: 'Supprimez d’abord dans la paie ce que Lucca n’a plus. L’import s’ouvre quand tout est coché.',
};

/** Once it left: an import that is no longer prepared. */
export const stateMeans: Readonly<Record<Exclude<ImportState, 'prepared'>, string>> = {
  confirmed: 'La paie a pris cet import : ses lignes sont dans « Registre des absences ».',
  abandoned: 'Cet import est abandonné : ce qu’il proposait le sera de nouveau.',
  cancelled: 'Cet import est annulé : ce que la paie en avait pris sera proposé de nouveau.',
};

/** Nothing to hand over, but not for everything. */
export const nothingYet =
  'La paie a déjà tout ce qui peut lui être transmis. Le reste attend : voyez ce qui est laissé de côté avant de clôturer.';

/* Two steps */
export const stepTitle = (number: number, title: string) => `${number}. ${title}`;
export const deleteStep = 'Supprimer dans la paie';
export const importStep = 'Importer dans la paie';
export const deletedStep = 'Supprimé dans la paie';
export const importedStep = 'Importé dans la paie';
export const stepDone = (done: number, all: number) =>
  `${grouped(done)} sur ${grouped(all)} ${done < 2 ? 'faite' : 'faites'}`;
export const stepRefused = (refused: number) =>
  refused < 2
    ? '1 absence refusée par la paie : elle sera proposée de nouveau.'
    : `${grouped(refused)} absences refusées par la paie : elles seront proposées de nouveau.`;
export const lockedWhy = (left: number) =>
  `Verrouillé : ${counted(left, 'suppression reste', 'suppressions restent')} à cocher à l’étape 1.`;
export const lockedName = 'verrouillé';
export const confirmLocked = (left: number) =>
  `Cochez d’abord ${left < 2 ? 'la suppression qui reste' : `les ${grouped(left)} suppressions qui restent`}.`;

/* Lines */
export const searchLabel = 'Chercher un nom, un matricule ou une absence';
export const searchHint = 'Nom, matricule ou absence';
export const linesLabel = { delete: 'Absences à supprimer dans la paie', import: 'Absences à importer' } as const;
export const linesKeys = {
  delete: 'Flèches : parcourir. Espace : cocher. Entrée : voir la ligne de la feuille. Échap : retour.',
  import:
    'Flèches : parcourir. Espace : refusée par la paie, ou de nouveau prise. Entrée : voir la ligne de la feuille. Échap : retour.',
} as const;
export const noLine = 'Aucune ligne ne répond à cette recherche.';
export const doneBox = 'Fait dans la paie';
export const refusedBox = 'Refusée par la paie';
export const doneSince = (at: string) => (at === '' ? doneBox : `${doneBox} le ${at}`);
export const notDone = 'à faire dans la paie';
export const toTake = 'à prendre par la paie';
export const takenSince = (at: string) => (at === '' ? 'Prise par la paie' : `Prise par la paie le ${at}`);
/** Of an import that was abandoned or cancelled. */
export const notHanded = 'Non transmise';
export const ticking = 'Écriture…';
/** `corrige septembre 2026, import A1` */
export function corrects(month: PlainMonth | null, run: string): string {
  const parts = [...(month ? [`corrige ${monthName(month)}`] : []), ...(run === '' ? [] : [`transmise par ${run}`])];
  return parts.join(', ');
}
export const tickAllAction = 'Tout cocher…';
export const tickAllQuestion = (count: number) =>
  count < 2
    ? 'L’absence est-elle supprimée dans la paie ?'
    : `Les ${grouped(count)} absences sont-elles supprimées dans la paie ?`;
export const tickAllMeans =
  'Chaque ligne cochée sort de « Registre des absences ». Une coche posée par erreur se retire ligne par ligne.';
export const tickAllYes = 'Tout cocher';
export const tickedAll = (count: number) =>
  count < 2 ? 'La suppression est cochée.' : `Les ${grouped(count)} suppressions sont cochées.`;

/* What is left aside */
export const asideTitle = 'Laissé de côté';
export const asideUnknown = 'Préparez de nouveau pour savoir ce que Lucca a d’autre et pourquoi ce n’est pas transmis.';
export const nothingAside = 'Rien d’autre dans Lucca pour cette période.';
export const toAccounts = 'Rattacher les comptes';
export const toStoppages = 'Voir les arrêts';

/* Its life */
export const prepared = (number: string) => `L’import ${number} est préparé dans « Lignes d’import ».`;
export const preparedNothing = 'Lucca est relu : il n’y a rien à transmettre à la paie.';
export const stopped = 'La préparation a été arrêtée à votre demande. Rien n’a été écrit.';
export const stillUnread = (months: readonly PlainMonth[], rights: readonly string[]) =>
  `Lucca n’a pas donné ${months.map(monthName).join(', ')}. ${rights.length === 0 ? 'Actualisez, puis recommencez.' : `La clé ne peut pas lire : ${rights.join(', ')}.`}`;
export const unsound = 'Rien n’est fait tant que ce qui suit n’est pas corrigé.';
export const confirmAction = 'Confirmer l’import';
export const confirmDeletionsAction = 'Confirmer la régularisation';
export const confirmQuestion = (number: string) => `La paie a-t-elle pris l’import ${number} ?`;
export const confirmDeletionsQuestion = (number: string) => `La régularisation ${number} est-elle faite dans la paie ?`;
export function confirmMeans(taken: number, refused: number): string {
  const left =
    refused === 0
      ? ''
      : ` ${counted(refused, 'ligne refusée sera proposée', 'lignes refusées seront proposées')} de nouveau.`;
  return `${counted(taken, 'absence entre', 'absences entrent')} dans « Registre des absences » : ce que Lucca y changera ensuite sera à régulariser.${left}`;
}
export const confirmDeletionsMeans =
  'Les suppressions cochées sont déjà dans « Registre des absences ». L’import est terminé.';
export const confirmed = (number: string) =>
  `L’import ${number} est confirmé : ses lignes sont dans « Registre des absences ».`;
export const abandonAction = 'Abandonner';
export const abandonQuestion = (number: string) => `Abandonner l’import ${number} ?`;
export const abandonMeans =
  'Rien de ce qui n’est pas fait ne compte : ce sera proposé de nouveau. Les suppressions déjà cochées restent faites. Si la paie a déjà pris ses fichiers, confirmez-le plutôt.';
export const abandoned = (number: string) => `L’import ${number} est abandonné : le mois reste ouvert.`;
export const cancelAction = 'Annuler l’import';
export const cancelQuestion = (number: string) => `Annuler l’import ${number} ?`;
export const cancelMeans =
  'Ce que la paie en a pris ne compte plus et sera proposé de nouveau ; les suppressions cochées restent faites. Rien n’est repris dans la paie : retirez-y ce qu’elle a importé.';
export const cancelled = (number: string) => `L’import ${number} est annulé.`;
export const linesAction = 'Voir les lignes';
export const takenAdvice = orderTakenAdvice.replace(
  'votre commande remplacera la sienne',
  'votre import remplacera le sien',
);
export const insist =
  'Pour vous en passer, recommencez tout de suite : assurez-vous alors qu’aucune autre copie ne l’a fait.';

/* Files */
export const fileKinds = {
  controle: 'Contrôle : toutes les lignes',
  import: 'Import, format général',
  payfit: 'Import pour PayFit',
  silae: 'Import pour Silae',
  suppressions: 'Liste des suppressions',
} as const;
export const encodingLabel = 'Encodage du texte';
export const encodingNames = {
  utf8Bom: 'UTF-8, reconnu par Excel',
  utf8: 'UTF-8',
  windows1252: 'Windows-1252 (anciens logiciels)',
} as const;
export const xlsxAction = 'Télécharger en .xlsx';
export const fileSize = (people: number, lines: number, quantity: string) =>
  `${counted(people, 'personne', 'personnes')}, ${counted(lines, 'ligne', 'lignes')}, ${quantity}`;
export const dossierOf = (dossier: string) => (dossier === '' ? '' : `Dossier de paie ${dossier}`);
export const filesLocked = 'Les fichiers à importer s’ouvrent quand toutes les suppressions sont cochées.';
export const deletionFilesAction = 'Liste à supprimer…';
export const importFilesAction = 'Fichiers à importer…';

/* The close */
export const closeTitle = (month: PlainMonth) => `Clôturer les absences ${ofMonth(month)}`;
export const closeShort = 'Clôturer';
export const closeEntry = (month: PlainMonth) => `Clôturer ${monthName(month)}`;
export const closeAnyway = 'Clôturer quand même';
export const closeMeans = (month: PlainMonth) =>
  `Ce que la paie fait de chaque compte est figé pour ${monthName(month)}. Ce que Lucca y changera ensuite sera régularisé en ${monthName(addMonths(month, 1))}.`;
export const closeNeedsImport = (number: string) =>
  `L’import ${number} est préparé : confirmez-le ou abandonnez-le d’abord.`;
export const reopenAction = (month: PlainMonth) => `Rouvrir ${monthName(month)}`;
export const reopenQuestion = (month: PlainMonth) => `Rouvrir les absences ${ofMonth(month)} ?`;
export const reopenMeans =
  'Le mois redevient ouvert : ses comptes ne sont plus figés et ses imports peuvent être annulés. Refusé dès qu’un mois suivant a un import.';
export const reopenYes = 'Rouvrir';
