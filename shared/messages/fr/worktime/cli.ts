/** What `passerelle worktime` says. */
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { ExportRefusal } from '../../../flows/worktime/heldExports.ts';
import { counted, monthName } from '../words.ts';
import { decimalHours, during, hours } from './hours.ts';

const people = (count: number) => counted(count, 'personne', 'personnes');
const decimal = (hundredths: number) => (hundredths / 100).toFixed(2).replace('-', '−').replace('.', ',');

export const monthTitle = (month: PlainMonth) => `Temps de travail, ${monthName(month)}`;

/** `ofMonth` and `balance` in minutes; `hundredths` of hours, null for an account that goes nowhere. */
export function accountLine(
  name: string,
  count: number,
  ofMonth: number,
  balance: number,
  hundredths: number | null,
): string {
  const kept = `${hours(ofMonth)} ce mois-ci, solde ${hours(balance)}`;
  return `  ${name} : ${people(count)}, ${kept}${hundredths === null ? '' : `, à exporter ${decimalHours(decimal(hundredths))}`}`;
}
export const accountName = (code: string, name: string) => (name === code ? code : `${code} (${name})`);
export const nothingCounted = '  Rien n’est à compter sur les comptes ce mois-ci.';

export const weeksWait = (count: number) =>
  `${counted(count, 'semaine attend', 'semaines attendent')} une feuille approuvée, et rien n’en est compté :`;
export const waitingWeek = (from: PlainDate, to: PlainDate, count: number, minutes: number) =>
  `  ${during(from, to)} : ${people(count)}, ${hours(minutes)} de temps déclaré`;

export function controlCounts(errors: number, warnings: number, infos: number): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'bloquant', 'bloquants')] : []),
    ...(warnings > 0 ? [`${warnings} à vérifier`] : []),
    ...(infos > 0 ? [`${infos} pour information`] : []),
  ];
  return `Limites dépassées : ${parts.join(', ')}. « Contrôles » les montre.`;
}

export const fillFirst =
  'Remplissez « Réglementaires de temps », « Comptes de temps » et « Règles de temps », ou copiez un jeu prêt à l’emploi avec « --set », puis relancez « passerelle worktime ».';
export const correctFirst = 'Corrigez les points à voir, puis relancez « passerelle worktime ».';
export const noValidRegulation = (month: PlainMonth) =>
  `Aucun réglementaire de temps valide pour compter ${monthName(month)}.`;
export const noEmployees =
  '« Salariés » est vide : « passerelle pull » le remplit, puis relancez « passerelle worktime ».';
export const timeNotRead = (months: readonly PlainMonth[], rights: readonly string[]) =>
  `Le temps déclaré et les jours travaillés n’ont pas pu être lus dans Lucca (${months.map(monthName).join(', ')})${rights.length === 0 ? '.' : `. Il manque à la clé : ${rights.join(', ')}.`}`;
export const leftOut = (rows: number) =>
  `${counted(rows, 'ligne ne tient pas', 'lignes ne tiennent pas')} dans les feuilles de résultats : « --json » les donne toutes.`;

export const unknownSet = (key: string, sets: readonly { readonly key: string; readonly name: string }[]) =>
  [
    `Il n’y a pas de jeu « ${key} » parmi les jeux prêts à l’emploi :`,
    ...sets.map((each) => `  ${each.key} : ${each.name}`),
  ].join('\n');
export const copied = (name: string, into: string) =>
  `Jeu « ${name} » copié dans « ${into} » : il est maintenant à vous.`;
export const alreadyCopied = (into: string) =>
  `Les comptes et les règles de ce jeu sont déjà dans « ${into} » : rien n’a été changé.`;

export const exportPrepared = (number: string) =>
  `Export ${number} préparé : « Lignes d’export » le montre. Une fois pris en paie, « --confirm ${number} » le confirme.`;
export const exportConfirmed = (number: string) => `Export ${number} confirmé : son mois est clos.`;
export const exportAbandoned = (number: string) => `Export ${number} abandonné : son mois est ouvert.`;
export const exportCancelled = (number: string) =>
  `Export ${number} annulé : son mois est de nouveau ouvert, ses lignes restent au registre et ne comptent plus.`;
export const unknownExport = (number: string) =>
  `Il n’y a pas d’export ${number} dans cet état. « Exports de temps » les montre.`;

/** `unknown` is told with its number, `silent` with the option that does without the service. */
export const exportRefused: Readonly<Record<Exclude<ExportRefusal, 'unknown' | 'silent'>, string>> = {
  closed: 'Ce mois est déjà confirmé, ou un mois suivant l’est. « --cancel » annule le dernier export confirmé.',
  skipped:
    'Un autre mois est d’abord à confirmer ou à abandonner : « Exports de temps » et « Périodes » disent lequel.',
  moved: 'Le registre a changé entre-temps : rien n’a été préparé. Relancez la commande.',
  edited:
    'Les lignes de cet export ne sont plus celles qui ont été préparées : rien n’est fait. Préparez-le de nouveau avec « --export ».',
  notLast: 'Un export d’un mois suivant s’appuie sur celui-ci : annulez d’abord le plus récent.',
  account:
    'Des heures à exporter sont sur un compte dont une cellule ne se lit pas : corrigez-la dans « Comptes de temps », puis relancez la commande.',
  empty: 'Rien à exporter pour ce mois.',
};

/** After the sentence of the service that says where and when the other copy confirmed. */
export const takenOption =
  'Continuez dans cette copie-là. Si elle n’existe plus, ajoutez --force : votre export remplacera le sien.';
export const silent =
  'Le service ne répond pas : nul ne sait si une autre copie du classeur a déjà confirmé ce mois. Rien n’est écrit. Relancez le service, puis recommencez. Pour vous en passer, ajoutez --force : assurez-vous alors qu’aucune autre copie ne l’a fait.';
export const unguarded =
  'Le service n’a pas pu vérifier qu’aucune autre copie du classeur n’a confirmé ce mois : assurez-vous-en.';

export const aFileKind = '« paie », « repos » ou « fiches »';
export const sheetsWritten = (name: string, count: number) =>
  `Fichier écrit : ${name} (${counted(count, 'fiche à signer', 'fiches à signer')}).`;
export const nobodyToSign = (month: PlainMonth) =>
  `Personne n’a de temps à compter en ${monthName(month)} : il n’y a pas de fiche à signer.`;
export const fileWritten = (name: string, lines: number, hundredths: number) =>
  `Fichier écrit : ${name} (${counted(lines, 'ligne', 'lignes')}, ${decimalHours(decimal(hundredths))}).`;

export const monthsLacking = (months: readonly PlainMonth[]) =>
  `Le calcul regarde des mois que le document n’a pas : ${months.map(monthName).join(', ')}. Ajoutez-les à lucca.months, avec leur temps déclaré, leurs feuilles, leurs absences et leurs jours travaillés. Rien n’a été calculé.`;
export const noEmployeesInInput = '« Salariés » est vide dans le document : il n’y a personne dont compter le temps.';
export const toFillInInput =
  'Corrigez dans le document « Réglementaires de temps », « Comptes de temps » et « Règles de temps », puis relancez « passerelle worktime --input ».';
