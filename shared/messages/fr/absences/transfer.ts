/** What an import of absences says in the pane and on the command line: its outcomes, what is left aside, and why a step is refused. */
import type { SyncOutcome } from '../../../domain/absences/reconcile.ts';
import type { HalfDayFate } from '../../../domain/absences/wantedHalfDays.ts';
import { addMonths, frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { LaterRefusal, TransferRefusal } from '../../../flows/absences/transfer/heldTransfer.ts';
import { importStates } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { counted, monthName, ofMonth } from '../words.ts';

const lines = (count: number) => counted(count, 'ligne', 'lignes');
const halfDays = (count: number) => counted(count, 'demi-journée', 'demi-journées');

export const toImport = (count: number) => `${lines(count)} à importer`;
export const toDelete = (count: number) => `${lines(count)} à supprimer dans la paie`;
const deleteFirst = (deletions: number, imports: number) =>
  `${lines(deletions)} à supprimer d’abord dans la paie, puis ${imports} à importer`;

/** What there is to do in payroll: `4 lignes à supprimer d’abord dans la paie, puis 2 à importer`. */
export function outcomeText(outcome: SyncOutcome, deletions: number, imports: number): string {
  const texts: Readonly<Record<SyncOutcome, string>> = {
    nothing: 'Rien à faire : la paie dit déjà ce que dit Lucca',
    import: toImport(imports),
    regularise: toDelete(deletions),
    thenImport: deleteFirst(deletions, imports),
  };
  return texts[outcome];
}

/** Of an import whose deletions are all done, and that has nothing else. */
export const toConfirm = 'toutes les suppressions sont faites, il reste à le confirmer';

/** Of the first preparation: from when absences are handed over, and where it is changed. */
export const firstRun = (from: PlainDate) =>
  `Première préparation : les absences sont transmises à partir du ${frenchDate(from)}. Celles d’avant comptent comme déjà en paie. Si ce n’est pas le bon jour, changez « À partir du » dans « Reprise », abandonnez l’import préparé, puis préparez de nouveau.`;

/** Half-days that are in no line, and what they wait for. */
export const leftAside: Readonly<Record<Exclude<HalfDayFate, 'transferred'>, (count: number) => string>> = {
  unbound: (count) => `${halfDays(count)} d’un compte à rattacher`,
  unknownPerson: (count) => `${halfDays(count)} de salariés à relier`,
  stoppage: (count) => `${halfDays(count)} d’arrêt, qui ${count < 2 ? 'ne s’importe' : 'ne s’importent'} pas`,
  noContract: (count) => `${halfDays(count)} hors contrat`,
  later: (count) => `${halfDays(count)} après la période`,
  before: (count) => `${halfDays(count)} d’avant le départ, déjà en paie`,
  outside: (count) => `${halfDays(count)} hors paie`,
};

/** Of the half-days of stoppages: what of « Arrêts à saisir » is still to be done. `toType`: its lines. */
export function stoppagesAside(count: number, toType: number): string {
  const rest = counted(toType, 'arrêt reste', 'arrêts restent');
  const toDo =
    toType === 0 ? 'rien ne reste à saisir dans la paie' : `${rest} à saisir, à corriger ou à retirer dans la paie`;
  return count === 0 ? toDo : `${halfDays(count)} d’arrêt : ${toDo}`;
}

export const refiled = (count: number) =>
  `${halfDays(count)} ${count < 2 ? 'a changé' : 'ont changé'} de compte dans Lucca sous le même code paie : rien à refaire dans la paie.`;

export const kept = (count: number) =>
  `${halfDays(count)} que la paie a et que Lucca ne montre plus ${count < 2 ? 'reste' : 'restent'} en paie : le compte ou le salarié est à relier, ou Lucca ne montre plus le salarié ou son contrat. Vérifiez-${count < 2 ? 'la' : 'les'}.`;

/** Of lines that a close would leave. */
export function leftAtClose(month: PlainMonth, deletions: number, imports: number, waiting = 0): string {
  const some = deletions === 0 ? toImport(imports) : imports === 0 ? toDelete(deletions) : '';
  const lines = some === '' ? deleteFirst(deletions, imports) : some;
  const waits = `${halfDays(waiting)} en attente d’un compte ou d’un salarié à relier`;
  const what = [...(deletions + imports === 0 ? [] : [lines]), ...(waiting === 0 ? [] : [waits])].join(' ; ');
  return `Tout n’est pas transmis : ${what}. Si vous clôturez quand même, ce sera proposé en ${monthName(addMonths(month, 1))}.`;
}

/* Of stoppages, once a month is closed */
export const stoppagesLeft = (count: number) =>
  `${counted(count, 'arrêt n’est pas marqué', 'arrêts ne sont pas marqués')} comme saisi${count < 2 ? '' : 's'} dans la paie.`;
export const supportLeft = (count: number) =>
  `${counted(count, 'changement n’est pas transmis', 'changements ne sont pas transmis')} au support.`;

export const monthClosed = (month: PlainMonth) =>
  `Absences ${ofMonth(month)} closes : ce que Lucca y change désormais sera régularisé en ${monthName(addMonths(month, 1))}.`;
export const monthReopened = (month: PlainMonth) => `Absences ${ofMonth(month)} rouvertes.`;

/** `unknown` is told with the number of the import. */
export const transferRefusals: Readonly<Record<Exclude<TransferRefusal, 'unknown'>, string>> = {
  changed:
    'Lucca a changé depuis que cet import est préparé. S’il est déjà dans la paie, confirmez-le ; sinon abandonnez-le. Puis préparez de nouveau : ce qui a changé sera dans l’import suivant. Une coche changée dans un import plus ancien compte comme un changement.',
  deletionsLeft:
    'Des lignes restent à supprimer dans la paie : l’import est verrouillé jusqu’à ce qu’elles soient toutes cochées.',
  notLast: 'Un import plus récent s’appuie sur celui-ci : abandonnez-le ou annulez-le d’abord.',
  closed: 'Le mois de cet import est clos : rouvrez-le d’abord.',
  preparedLeft: 'Un import est préparé : confirmez-le ou abandonnez-le d’abord.',
  doneLeft:
    'Des lignes cochées dans un import abandonné ou annulé du mois suivant restent faites : décochez-les d’abord, puis rouvrez.',
  nothingClosed: 'Aucun mois d’absences n’est clos : il n’y a rien à rouvrir.',
  silent:
    'Le service ne répond pas : nul ne sait si une autre copie du classeur a déjà confirmé ce mois. Rien n’est écrit. Relancez le service, puis recommencez.',
};
/** Why a later import stands in the way, and what to do of it. */
export function laterRefusal(code: LaterRefusal, { number, state }: Pick<RecordedImport, 'number' | 'state'>): string {
  if (code === 'laterDone')
    return `Des lignes sont cochées dans l’import ${number}, ${importStates[state]}, fait après celui-ci : décochez-les d’abord dans ${number}.`;
  if (state === 'prepared')
    return `L’import ${number}, préparé, a une ligne sur les mêmes demi-journées : abandonnez-le d’abord.`;
  if (state === 'confirmed')
    return `L’import ${number}, plus récent, a une ligne sur les mêmes demi-journées : c’est sur elle que se dit ce que la paie a fait.`;
  return `Une ligne des mêmes demi-journées est cochée dans l’import ${number}, ${importStates[state]} : décochez-la d’abord.`;
}
export const unknownImport = (number: string) =>
  `Il n’y a pas d’import ${number} dans cet état. « Imports d’absences » les montre.`;
