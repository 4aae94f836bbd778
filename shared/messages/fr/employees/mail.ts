/** The mail at the end of a run: what Lucca shows, in sentences. A value that is personal or secret never reaches these functions. */
import { frenchDate, parsePlainDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { EmployeeValue } from '../../../domain/people/employee.ts';
import { employeeField } from '../../../domain/people/employeeFields.ts';
import type { FieldNews, LuccaNews, PersonNews } from '../../../domain/review/luccaNews.ts';
import { luccaRightNames } from '../lucca.ts';
import { counted, monthName } from '../words.ts';

const app = 'Passerelle';

/* Subject */
interface NewsCounts {
  readonly changes: number;
  readonly lost: number;
  readonly failed: number;
  readonly incomplete: number;
  readonly account: string;
}

export function subjectOfNews(f: NewsCounts): string {
  const changes =
    f.changes === 0 ? 'aucun changement dans Lucca' : `${counted(f.changes, 'changement', 'changements')} dans Lucca`;
  return `${app} : ${[changes, ...notRead(f.lost), ...failedBefore(f.failed), ...toComplete(f.incomplete)].join(', ')} (${f.account})`;
}

export function subjectOfFirst(f: { people: number; incomplete: number; account: string }): string {
  const people = counted(f.people, 'personne', 'personnes');
  return `${app} : première lecture de Lucca, ${[people, ...toComplete(f.incomplete)].join(', ')} (${f.account})`;
}

function notRead(lost: number): string[] {
  return lost === 0 ? [] : [counted(lost, "champ ou droit n'est plus lu", 'champs ou droits ne sont plus lus')];
}

function failedBefore(readings: number): string[] {
  return readings === 0 ? [] : [counted(readings, 'lecture avait échoué', 'lectures avaient échoué')];
}

function toComplete(files: number): string[] {
  return files === 0 ? [] : [`${counted(files, 'fiche', 'fiches')} à compléter`];
}

export const subjectOfFailure = (account: string) => `${app} : la lecture de Lucca a échoué (${account})`;

export const subjectOfDepartures = (people: number, account: string) =>
  `${app} : ${counted(people, 'personne a disparu', 'personnes ont disparu')} de Lucca, votre accord est nécessaire (${account})`;

export const subjectOfTrial = (account: string) => `${app} : message d'essai (${account})`;

/* What was read */
export const readAt = (date: string, time: string) => `Lucca a été lu le ${date} à ${time}.`;

export const triedAt = (date: string, time: string) =>
  `La lecture de Lucca du ${date} à ${time} a échoué. Les données d'avant sont intactes.`;

export const caughtUp = (evenings: number) =>
  evenings > 1
    ? `${counted(evenings, 'soir', 'soirs')} manqués : une seule lecture les rattrape.`
    : 'La lecture du soir était manquée : celle-ci la rattrape.';

export const triedTimes = (tries: number) => `${counted(tries, 'essai', 'essais')} ce soir, sans succès.`;

export const nothingNew = "Rien n'a changé dans Lucca depuis le dernier message.";

export const firstReading = (people: number, halfDays: number) =>
  `${counted(people, 'personne', 'personnes')} et ${counted(halfDays, "demi-journée d'absence", "demi-journées d'absence")} lues.`;

/* Sections */
export const sections = {
  changed: 'Changements',
  reread: 'Correspondance champs',
  arrivals: 'Arrivées',
  ends: 'Fins de contrat',
  gone: 'Disparus de Lucca',
  incomplete: 'Fiches à compléter dans Lucca',
  unread: 'Non lu dans Lucca',
  failed: 'Ce qui a échoué',
  untold: "Lectures échouées dont le message n'était pas parti",
} as const;

function shown(value: EmployeeValue): string {
  if (value === null || value === '') return '(vide)';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return date === undefined ? String(value).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ') : frenchDate(date);
}

const ways = { filled: 'renseigné', emptied: 'vidé', changed: 'modifié' } as const;

function fieldText({ field, way, values }: FieldNews): string {
  const { heading } = employeeField(field);
  return values === null
    ? `${heading} : ${ways[way]}`
    : `${heading} : ${shown(values.before)} → ${shown(values.after)}`;
}

function absencesText({ absencesAdded, absencesRemoved }: PersonNews): string[] {
  return [
    ...(absencesAdded === 0
      ? []
      : [`absences : ${counted(absencesAdded, 'demi-journée ajoutée', 'demi-journées ajoutées')}`]),
    ...(absencesRemoved === 0
      ? []
      : [`absences : ${counted(absencesRemoved, 'demi-journée retirée', 'demi-journées retirées')}`]),
  ];
}

export const changedLine = (news: PersonNews) =>
  `${news.person} — ${[...news.fields.map(fieldText), ...absencesText(news)].join(' ; ')}`;

export const rereadLine = ({ field, values }: LuccaNews['reread'][number]) =>
  `La correspondance du champ « ${employeeField(field).heading} » a changé : ${counted(values, 'valeur relue', 'valeurs relues')}, à voir dans « Revoir »`;

export function arrivalLine({ person, from, isBack }: LuccaNews['arrivals'][number]): string {
  const start = from === null ? 'début de contrat non connu' : `contrat à partir du ${frenchDate(from)}`;
  return `${person} — ${start}${isBack ? ', de retour dans Lucca' : ''}`;
}

export const endLine = (f: { person: string; on: PlainDate; isReached: boolean }) =>
  f.isReached
    ? `${f.person} — contrat fini le ${frenchDate(f.on)} : terminez-le aussi dans la paie`
    : `${f.person} — contrat à finir le ${frenchDate(f.on)}`;

export const goneLine = (person: string) => `${person} — rien n'est supprimé du classeur : vérifiez dans Lucca`;

export const incompleteLine = (person: string, headings: readonly string[]) => `${person} — ${headings.join(', ')}`;

export const unreadLine = (headings: readonly string[]) => `Droit absent ou champ non relié : ${headings.join(', ')}.`;

export const rightsLine = (rights: readonly string[]) =>
  `Droits à demander à l'administrateur Lucca : ${rights.join(' ; ')}.`;

export const untoldLine = (date: string, time: string, why: string) => `Le ${date} à ${time} : ${why}`;

export const silentLine = (months: readonly PlainMonth[]) =>
  `Lucca n'a rendu aucune absence pour ${months.map(monthName).join(', ')} : ce n'est peut-être pas une annulation, vérifiez le droit « ${luccaRightNames.leaves()} ».`;

export const others = (lines: number) => `et ${counted(lines, 'autre', 'autres')}.`;

/* End */
export const openWorkbook =
  'Ouvrez votre classeur et cliquez sur Revoir : rien n’y est écrit tant que vous ne l’avez pas ouvert.';
export const masked =
  'Les données personnelles ne figurent pas dans ce message : leurs valeurs se lisent dans le classeur.';
export const refreshAgain = 'Ouvrez votre classeur et cliquez sur Actualiser une fois la cause levée.';
export const trialBody =
  'Les messages de Passerelle arrivent bien à cette adresse. Vous en recevrez après la lecture du soir.';
