/** The mail at the end of a preparation of absences that nobody watched, and what the command says of it. Counts only. */
import { outcomeOf } from '../../../domain/absences/reconcile.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { TransferMail } from '../../../contracts/transferMailSchemas.ts';
import { counted, ofMonth } from '../words.ts';
import { outcomeText, toConfirm, transferRefusals } from './transfer.ts';

type Stopped = Extract<TransferMail, { end: 'stopped' }>['why'];

const lines = (count: number) => counted(count, 'ligne', 'lignes');

function shortOutcome(deletions: number, imports: number): string {
  const texts = {
    nothing: 'rien à faire',
    import: `${lines(imports)} à importer`,
    regularise: `${lines(deletions)} à supprimer`,
    thenImport: `${lines(deletions)} à supprimer puis ${imports} à importer`,
  };
  return texts[outcomeOf(imports, deletions)];
}

/* Subject */
export const subjectOfPrepared = (month: PlainMonth, deletions: number, imports: number, account: string) =>
  `Passerelle : absences ${ofMonth(month)}, ${shortOutcome(deletions, imports)} (${account})`;
export const subjectToConfirm = (month: PlainMonth, number: string, account: string) =>
  `Passerelle : absences ${ofMonth(month)}, import ${number} à confirmer (${account})`;
/** Where half-days all wait for an account or a person. */
export const subjectOfWaiting = (month: PlainMonth, halfDays: number, account: string) =>
  `Passerelle : absences ${ofMonth(month)}, ${counted(halfDays, 'demi-journée attend', 'demi-journées attendent')} (${account})`;
export const subjectOfStopped = (why: Stopped, account: string) =>
  `Passerelle : absences, ${why === 'changed' ? 'Lucca a changé depuis l’import préparé' : 'la préparation n’a pas abouti'} (${account})`;

/* Body */
export const preparedImport = (month: PlainMonth, number: string, deletions: number, imports: number) =>
  `Absences ${ofMonth(month)}, import ${number} : ${outcomeText(outcomeOf(imports, deletions), deletions, imports)}.`;
export const leftToConfirm = (month: PlainMonth, number: string) =>
  `Absences ${ofMonth(month)}, import ${number} : ${toConfirm}.`;
export const nothingToDo = (month: PlainMonth) =>
  `Absences ${ofMonth(month)} : rien à faire, la paie dit déjà ce que dit Lucca.`;
export const nothingYet = (month: PlainMonth) =>
  `Absences ${ofMonth(month)} : aucune ligne n’est préparée, des demi-journées attendent.`;
export const asideTitle = 'Laissé de côté';
export const pointsToSee = (count: number) =>
  `${counted(count, 'point est', 'points sont')} à regarder : « Préparer », dans le volet, les montre.`;

/** Why nothing was prepared, and what to do. */
export const stoppedBody: Readonly<Record<Stopped, string>> = {
  changed: transferRefusals.changed,
  service:
    'La préparation des absences n’a pas abouti : Lucca n’a pas pu être lu. Relancez « passerelle absences --prepare », qui dit ce qui manque.',
  workbook:
    'La préparation des absences n’a pas abouti : le classeur n’a pas pu être lu ou enregistré, ou une de ses feuilles est à corriger. Relancez « passerelle absences --prepare », qui nomme la feuille et la cellule.',
  other:
    'La préparation des absences n’a pas abouti : quelque chose est à régler d’abord. Relancez « passerelle absences --prepare », qui dit quoi.',
};

/* End */
export const deleteFirst =
  'Supprimez d’abord dans la paie les lignes à supprimer et cochez-les, dans « Lignes d’import » ; le reste s’importe ensuite.';
export const importThem =
  'Ouvrez le classeur : « Lignes d’import » les montre. Une fois dans la paie, confirmez l’import.';
export const confirmIt = 'Ouvrez le classeur et confirmez l’import.';
export const masked = 'Aucun nom ni aucune absence ne figurent dans ce message : ils se lisent dans le classeur.';

/* Command line */
export const mailSent = (recipients: number) => `Message envoyé à ${counted(recipients, 'adresse', 'adresses')}.`;
export const mailPartlySent = (recipients: number, refused: number) =>
  `Message envoyé à ${counted(recipients, 'adresse', 'adresses')} ; le serveur de courrier en a refusé ${refused}.`;
export const mailNotSent = (why: string) => `Le message n’est pas parti. ${why}`;
export const noRecipient =
  'Aucune adresse n’est enregistrée : « passerelle evening --to » en ajoute, « Lecture du soir et messages » dans le volet aussi.';
