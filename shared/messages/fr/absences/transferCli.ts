/** What `passerelle absences` says. Sentences that it shares with the pane are in `transfer.ts`. */
import type { HalfDate } from '../../../domain/absences/halfDay.ts';
import type { HalfDayFate } from '../../../domain/absences/wantedHalfDays.ts';
import { addMonths, frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { halfLabels } from '../../../tables/absencesTable.ts';
import type { LineDirection } from '../../../tables/absences/importsTable.ts';
import { counted, monthName, ofMonth } from '../words.ts';
import { during } from '../worktime/hours.ts';
import { fateLabels } from './fates.ts';

const lines = (count: number) => counted(count, 'ligne', 'lignes');

/* Where absences stand */
export const title = (month: PlainMonth, from: PlainDate, to: PlainDate) =>
  `Absences ${ofMonth(month)}, ${during(from, to)}.`;
export const otherMonth = (month: PlainMonth) =>
  `La période ouverte est ${monthName(month)} : donnez ce mois, ou aucun. « --close » clôt un mois, « --reopen » rouvre le dernier.`;
export const notBegun = (from: PlainDate) =>
  `Rien n’a encore été préparé : « passerelle absences --prepare » compare la paie et Lucca, à partir du ${frenchDate(from)}.`;
export const notPrepared =
  'Rien n’est préparé pour cette période : « passerelle absences --prepare » compare la paie et Lucca.';
export const preparedAs = (number: string, at: string, outcome: string) =>
  `Import ${number}, préparé le ${at} : ${outcome}.`;
export const confirmedAs = (number: string, at: string, imported: number, deleted: number) =>
  `Import ${number}, confirmé le ${at} : ${counted(imported, 'ligne importée', 'lignes importées')}, ${counted(deleted, 'ligne supprimée', 'lignes supprimées')} dans la paie.`;
export const refusedByPayroll = (count: number) =>
  `  ${counted(count, 'ligne refusée', 'lignes refusées')} par la paie.`;
export const deletionsLeft = (done: number, left: number) =>
  `  Suppressions : ${counted(done, 'faite', 'faites')}, ${left} à faire.`;
export const asideTitle = 'À la dernière préparation :';
export const absencesOf = (fate: HalfDayFate, count: number) =>
  `  ${fateLabels[fate]} : ${counted(count, 'demi-journée', 'demi-journées')}`;
export const stoppagesToType = (count: number) =>
  `${counted(count, 'arrêt est', 'arrêts sont')} à saisir ou à corriger dans la paie : « Arrêts à saisir » ${count < 2 ? 'le' : 'les'} montre.`;
export const stoppagesToHandOver = (count: number) =>
  `${counted(count, 'arrêt est', 'arrêts sont')} à transmettre au support de la paie : « À transmettre au support » ${count < 2 ? 'le' : 'les'} montre.`;
export const closedMonths = (months: readonly PlainMonth[]) =>
  months.length === 0 ? 'Aucun mois n’est clos.' : `Mois clos : ${months.map(monthName).join(', ')}.`;

/* What is prepared */
export const prepared = (number: string, outcome: string) => `Import ${number} : ${outcome}.`;
export const sentence = (text: string) => `${text}.`;
/** Of half-days that all wait for an account or a person. */
export const nothingYet = 'Rien à transmettre pour l’instant : tout ce que Lucca montre attend.';
export const aside = 'Laissé de côté :';
/** What to do about half-days that wait; '' where there is nothing to do. */
export const ways: Readonly<Partial<Record<HalfDayFate, string>>> = {
  unbound: '« passerelle accounts » montre ces comptes',
  stoppage: 'voyez « Arrêts à saisir »',
  unknownPerson: '« passerelle pull » les apporte dans « Salariés »',
};
export const asideLine = (text: string, way: string | undefined) => `  ${text}${way === undefined ? '' : ` : ${way}`}`;
export const laterLine = (text: string, month: PlainMonth) =>
  `  ${text} : ce sera proposé en ${monthName(addMonths(month, 1))}`;
export const deleteNext =
  'Supprimez ces lignes dans la paie, puis cochez-les : « --lines » les montre, « --done all » les coche toutes.';
export const importNext = (number: string) =>
  `« --lines » montre les lignes, « --files ${number} » en fait des fichiers. Une fois dans la paie, « --confirm ${number} » confirme l’import.`;
export const confirmNext = (number: string) => `« --confirm ${number} » confirme l’import.`;
export const closeNext = (month: PlainMonth) => `« --close » clôt ${monthName(month)}.`;
export const notRead = (months: readonly PlainMonth[]) =>
  `Lucca n’a pas pu être lu pour ${months.map(monthName).join(', ')} : rien n’est préparé. Relancez la commande.`;

/* Lines and ticks */
export const linesTitle = (number: string, count: number) => `Import ${number} : ${lines(count)}.`;
const half = ({ date, half: part }: HalfDate) => `${frenchDate(date)} ${halfLabels[part]}`;
/** `le 05/10/2026`, `le 05/10/2026 matin`, `du 05/10/2026 au 06/10/2026`, `du 05/10/2026 après-midi au 06/10/2026 matin` */
export function span(from: HalfDate, to: HalfDate): string {
  const isOneDay = from.date === to.date;
  if (from.half === 'am' && to.half === 'pm')
    return isOneDay ? `le ${frenchDate(from.date)}` : during(from.date, to.date);
  if (isOneDay) return `le ${half(from)}`;
  return `du ${half(from)} au ${half(to)}`;
}
export const lineStates: Readonly<Record<LineDirection, Readonly<Record<'todo' | 'done' | 'refused', string>>>> = {
  delete: { todo: 'à supprimer', done: 'supprimée', refused: 'à supprimer' },
  import: { todo: 'à importer', done: 'importée', refused: 'refusée par la paie' },
};
export const lineText = (state: string, person: string, what: string, when: string, quantity: string) =>
  `  ${state} : ${person}, ${what}, ${when}, ${quantity}`;
export const lineId = (id: string) => `    ${id}`;
export const inMonth = (month: PlainMonth) => `absence ${ofMonth(month)}`;

export const anIdentifier = '« all », ou des identifiants de lignes que « --lines » montre, séparés par des virgules';
export const identifiers = 'des identifiants de lignes que « --lines » montre, séparés par des virgules';
export const severalImports = 'Ces lignes sont de plusieurs imports : donnez celles d’un seul à la fois.';
export const noCurrent = 'Aucun import n’est préparé ni confirmé dans cette période : il n’y a pas de ligne.';
export const noDeletion = 'Il ne reste rien à supprimer dans la paie.';
export const ticked = (count: number) => `${counted(count, 'ligne cochée', 'lignes cochées')}.`;
export const unticked = (count: number) => `${counted(count, 'ligne décochée', 'lignes décochées')}.`;
export const tickedAlready = 'Ces lignes étaient déjà ainsi : rien n’est changé.';
export const locked = (left: number) => `Reste ${lines(left)} à supprimer dans la paie : l’import est verrouillé.`;
export const unlocked = (number: string) =>
  `Toutes les suppressions sont cochées : une fois le reste dans la paie, « --confirm ${number} » confirme l’import.`;

/* Ends of an import */
export const confirmed = (number: string) => `Import ${number} confirmé : ses lignes sont au registre.`;
export const abandoned = (number: string) => `Import ${number} abandonné : les suppressions cochées restent faites.`;
export const cancelled = (number: string) =>
  `Import ${number} annulé : ce qu’il avait importé n’est plus compté en paie. Ses suppressions cochées restent faites : « --undone » les reprend.`;
export const closeAnyway = 'Préparez-le avec « --prepare », ou ajoutez --force pour clôturer quand même.';
export const waitsAfterClose =
  'Attendent encore, d’après la dernière préparation ; une fois reliées, elles seront régularisées :';
export const doneOption = '« --done all » les coche toutes.';
/** After the sentence of the service that says where and when the other copy confirmed. */
export const takenOption =
  'Continuez dans cette copie-là. Si elle n’existe plus, ajoutez --force : votre import remplacera le sien.';
export const silentOption =
  'Pour vous en passer, ajoutez --force : assurez-vous alors qu’aucune autre copie ne l’a fait.';
export const unguarded =
  'Le service n’a pas pu vérifier qu’aucune autre copie du classeur n’a confirmé ce mois : assurez-vous-en.';
export const unasked =
  'Le service n’est pas prévenu : une autre copie du classeur ne pourra confirmer ce mois qu’avec --force. Avec --service ou --data, il l’est.';

/* Files */
export const aFileKind = '« controle », « import », « payfit », « silae » ou « suppressions »';
export const anEncoding = '« utf8 », « utf8Bom » ou « windows1252 »';
export const aFileFormat = '« csv » ou « xlsx »';
export const noSheet = (kind: string) => `Le fichier « ${kind} » ne se fait qu’en CSV : c’est ce que ce logiciel lit.`;
export const noEncoding = (kind: string) =>
  `L'option --encoding ne sert pas au fichier « ${kind} » : il est toujours en UTF-8, que ce logiciel lit. Retirez-la.`;
export const fileWritten = (name: string, count: number, quantity: string) =>
  `Fichier écrit : ${name} (${lines(count)}, ${quantity}).`;
