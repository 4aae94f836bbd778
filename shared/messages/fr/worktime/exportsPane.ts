/** Sentences of the exports of hours in the task pane. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';
import { decimalHours } from './hours.ts';
import { takenAdvice as orderTakenAdvice } from '../vouchers/receipts.ts';

export const exportsTitle = 'Exports d’heures';
export const noExports = 'Aucun export n’a encore été préparé dans ce classeur : calculez un mois, puis préparez-le.';
export const prepareAction = 'Préparer l’export';
export function prepared(number: string): string {
  return `L’export ${number} est préparé dans « Lignes d’export ». Mettez « non » aux lignes que la paie refuse, puis confirmez.`;
}
export function confirmed(number: string): string {
  return `L’export ${number} est confirmé : ses lignes sont dans « Registre de temps » et le mois est clos.`;
}
export function abandoned(number: string): string {
  return `L’export ${number} est abandonné : le mois reste ouvert.`;
}
export function cancelled(number: string): string {
  return `L’export ${number} est annulé. Recalculez le mois pour le refaire.`;
}
export const takenAdvice = orderTakenAdvice.replace(
  'votre commande remplacera la sienne',
  'votre export remplacera le sien',
);
export const refusals = {
  closed:
    'Ce mois est déjà clos : ce qui a changé depuis est repris dans l’export du mois suivant. Pour le refaire, annulez d’abord son export dans « Exports ».',
  skipped: 'Un autre mois est à clore d’abord : confirmez ou abandonnez son export dans « Exports ».',
  moved: 'Le registre a changé depuis ce calcul : recalculez, puis préparez l’export.',
  unknown: 'Cet export n’est plus dans cet état. La liste vient d’être relue.',
  edited:
    'Des lignes de cet export ont été modifiées, supprimées ou ajoutées dans « Lignes d’export » : recalculez, puis préparez-le de nouveau.',
  notLast: 'Un mois suivant s’appuie sur cet export : annulez d’abord le plus récent.',
  account:
    'Des heures à transmettre sont sur un compte dont une cellule ne se lit pas : corrigez-la dans « Comptes de temps », recalculez, puis préparez l’export.',
  empty: 'Ce mois n’a aucune heure à transmettre.',
  silent:
    'Le service ne répond pas : nul ne sait si une autre copie du classeur a déjà confirmé ce mois. Rien n’est écrit. Relancez le service, puis recommencez. Pour vous en passer, recommencez tout de suite : assurez-vous alors qu’aucune autre copie ne l’a fait.',
} as const;

/* A card */
export function exportName(number: string, month: PlainMonth): string {
  return `${number} · ${monthName(month)}`;
}
export function exportSummary(lines: number, refused: number): string {
  const whole = counted(lines, 'ligne', 'lignes');
  return refused === 0 ? whole : `${whole}, dont ${counted(refused, 'refusée', 'refusées')}`;
}
export const totalsCaption = 'Ce qu’il transmet';
export const totalsHeadings = ['Compte', 'Vers', 'Lignes', 'Heures'] as const;
export const linesAction = 'Voir les lignes';
export const confirmAction = 'Confirmer';
export function confirmQuestion(number: string): string {
  return `La paie a-t-elle pris l’export ${number} ?`;
}
export function confirmMeans(taken: number, refused: number): string {
  const left =
    refused === 0
      ? ''
      : ` ${counted(refused, 'ligne refusée sera proposée', 'lignes refusées seront proposées')} de nouveau le mois suivant.`;
  return `${counted(taken, 'ligne entre', 'lignes entrent')} dans « Registre de temps », avec les règles d’aujourd’hui, et le mois est clos : ce qui changera ensuite sera repris dans l’export suivant.${left}`;
}
export const abandonAction = 'Abandonner';
export function abandonQuestion(number: string): string {
  return `Abandonner l’export ${number} ?`;
}
export const abandonMeans =
  'Ses lignes sont retirées de « Lignes d’export » et le mois reste ouvert. Si la paie a déjà pris ses fichiers, confirmez-le plutôt.';
export const cancelAction = 'Annuler l’export';
export function cancelQuestion(number: string): string {
  return `Annuler l’export ${number} ?`;
}
export const cancelMeans =
  'Ce qu’il a transmis ne comptera plus ; ses lignes restent dans le registre. Le mois pourra être calculé et exporté de nouveau. Rien n’est repris dans la paie : prévenez-la si elle l’a importé.';

/* Files */
export const fileKinds = { paie: 'Variables de paie', repos: 'Repos à créditer dans Lucca' } as const;
export function fileSize(lines: number, people: number, hours: string): string {
  return `${counted(lines, 'ligne', 'lignes')}, ${counted(people, 'personne', 'personnes')}, ${decimalHours(hours)}`;
}
