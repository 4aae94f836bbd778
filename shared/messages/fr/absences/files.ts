/** What the files of an import of absences say and ask: words in their cells, and sentences by code of finding. */
import type { TransferControl } from '../../../domain/absences/files/transferFile.ts';
import { hourHundredths } from '../../../domain/absences/files/hourHundredths.ts';
import type { RemarkFacts } from '../../../domain/absences/files/transferWords.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { hundredthsText } from '../../../domain/files/figures.ts';
import type { Finding } from '../../../domain/finding.ts';
import { halfLabels } from '../../../tables/absencesTable.ts';
import { decimalHours } from '../worktime/hours.ts';
import { counted, monthName, ofMonth } from '../words.ts';

type Facts = Finding['facts'];

/** « A3 », « A3, matin », « A3, en heures », « A3, début après-midi, fin matin, absence de septembre 2026 ». */
export function remark({ number, begins, ends, isOneHalf, late, isInHours }: RemarkFacts): string {
  const within = isOneHalf
    ? [halfLabels[begins]]
    : [...(begins === 'pm' ? [`début ${halfLabels.pm}`] : []), ...(ends === 'am' ? [`fin ${halfLabels.am}`] : [])];
  const unit = isInHours ? ['en heures'] : [];
  return [number, ...unit, ...within, ...(late ? [`absence ${ofMonth(late)}`] : [])].join(', ');
}

function days(halfDays: number): string {
  const figures = `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? '' : ',5'}`;
  return `${figures} ${halfDays < 4 ? 'jour' : 'jours'}`;
}

/** « 2,5 jours », « 3,50 h », « 2,5 jours et 3,50 h ». */
export function quantity({ halfDays, minutes }: Pick<TransferControl, 'halfDays' | 'minutes'>): string {
  return fileQuantity({ halfDays, hundredths: hourHundredths(minutes) });
}

/** What a file holds, as it writes it. */
export function fileQuantity({ halfDays, hundredths }: Pick<TransferControl, 'halfDays' | 'hundredths'>): string {
  const hours = decimalHours(hundredthsText(hundredths, ','));
  if (hundredths === 0) return days(halfDays);
  return halfDays === 0 ? hours : `${days(halfDays)} et ${hours}`;
}

/** « Import A3 · octobre 2026 · dossier D1 · 2 personnes, 3 lignes, 2,5 jours ». */
export function caption(number: string, month: PlainMonth, dossier: string, control: TransferControl): string {
  const { people, lines } = control;
  const totals = [counted(people, 'personne', 'personnes'), counted(lines, 'ligne', 'lignes'), fileQuantity(control)];
  const parts = [`Import ${number}`, monthName(month), ...(dossier === '' ? [] : [`dossier ${dossier}`])];
  return [...parts, totals.join(', ')].join(' · ');
}

/** Of an import that is abandoned or cancelled. */
export const endedImport = (state: unknown) =>
  `Cet import est ${state === 'cancelled' ? 'annulé' : 'abandonné'} : la paie ne doit pas le prendre. Le contrôle reste lisible.`;

export const noSuchFile = (name: string) =>
  `Cet import n'a pas de fichier ${name} : corrigez ce qui est signalé, puis recommencez.`;

const noDeletion = "Cet import n'a rien à supprimer dans la paie : il n'y a pas de liste à faire.";
const noImport = "Cet import n'a rien à importer : il n'y a pas de fichier à faire.";
const nothing: Readonly<Record<string, string>> = {
  controle: "Cet import n'a aucune ligne : il n'y a rien à contrôler.",
  suppressions: noDeletion,
};

function amounts(facts: Facts, halfDays: string, minutes: string): string {
  return quantity({ halfDays: Number(facts[halfDays] ?? 0), minutes: Number(facts[minutes]) });
}

const oneMatricule =
  "corrigez « Matricule » dans « Salariés » ; si c'est une seule personne, embauchée de nouveau, remplissez plutôt « Numéro de sécurité sociale » et « Date de naissance » sur ses deux lignes. Puis refaites le fichier.";

export const transferFileSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  transferFileNothing: (facts) => nothing[String(facts['kind'])] ?? noImport,
  transferFileRefused: (facts) =>
    `${counted(Number(facts['lines']), 'ligne refusée n’est', 'lignes refusées ne sont')} dans aucun fichier : ${facts['lines'] === 1 ? 'elle sera proposée' : 'elles seront proposées'} de nouveau.`,
  transferFileLocked: (facts) =>
    `${counted(Number(facts['lines']), 'ligne reste', 'lignes restent')} à supprimer dans la paie : ce fichier attend ${Number(facts['lines']) < 2 ? 'qu’elle soit cochée' : 'qu’elles soient toutes cochées'}. La liste des suppressions et le contrôle se prennent dès maintenant.`,
  transferTypeMissing: (facts) =>
    `Compte « ${facts['account'] ?? ''} » : ${facts['target'] ?? ''} ne sait pas ce que c'est. Remplissez « Type ${facts['target'] ?? ''} » sur sa ligne de « Correspondance comptes absence », puis refaites le fichier.`,
  transferFileEnded: (facts) => endedImport(facts['state']),
  transferHoursByHand: (facts) =>
    `PayFit compte des demi-journées : les heures de « ${facts['account'] ?? ''} » (${counted(Number(facts['lines']), 'ligne', 'lignes')}, ${amounts(facts, '', 'minutes')}) ne sont pas dans le fichier. Elles sont à saisir à la main dans PayFit : le contrôle en donne les dates.`,
  transferMatriculeShared: (facts) =>
    `${facts['person'] ?? ''}, « ${facts['field'] ?? ''} » : la même valeur que ${facts['other'] ?? ''}. Ce fichier ne dit pas l'établissement : l'un recevrait les absences de l'autre. Si ces établissements ont chacun leur paie, remplissez « Dossier de paie » dans « Établissements » : chacun aura son fichier. Sinon, ${oneMatricule}`,
  transferMatriculeTwice: (facts) =>
    `${facts['person'] ?? ''}, « ${facts['field'] ?? ''} » : la même valeur que ${facts['other'] ?? ''}, dans le même établissement. La paie donnerait à l'un les absences de l'autre : ${oneMatricule}`,
  transferMatriculeHomonyms: (facts) =>
    `${facts['person'] ?? ''}, « ${facts['field'] ?? ''} » : la même valeur que ${facts['other'] ?? ''}, dans un autre établissement que le fichier écrit pareil. La paie donnerait à l'un les absences de l'autre. Donnez à chacun des deux son propre « Code » dans « Établissements », puis refaites le fichier.`,
  transferCodeUnits: ({ code, days: inDays, hours }) =>
    inDays === hours
      ? `Code paie « ${code ?? ''} » : « ${hours ?? ''} » y est en jours et en heures. La paie ne saurait pas lire les quantités. Saisissez ces absences à la main dans la paie : le contrôle en donne l'unité.`
      : `Code paie « ${code ?? ''} » : « ${inDays ?? ''} » est en jours et « ${hours ?? ''} » en heures. La paie ne saurait pas lire les quantités. Donnez un autre code à l'un des deux dans « Correspondance comptes absence », puis abandonnez cet import et préparez-le de nouveau.`,
  transferEstablishmentHomonyms: (facts) =>
    `« ${facts['establishment'] ?? ''} » : plusieurs lignes de « Établissements » portent ce nom, et rien ne dit à laquelle vont des absences de cet import. Remplissez « ${facts['field'] ?? ''} » sur chacune, ajoutez la colonne « Identifiant établissement » à « Lignes d'import » si elle n'y est pas, puis abandonnez cet import et préparez-le de nouveau.`,
  transferFileTotals: (facts) =>
    `Les fichiers font ${amounts(facts, 'halfDays', 'minutes')}, et l'import ${amounts(facts, 'wantedHalfDays', 'wantedMinutes')}. Rien n'est donné : préparez l'import de nouveau.`,
};
