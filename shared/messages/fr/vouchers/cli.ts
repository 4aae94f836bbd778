/** What `passerelle vouchers` says. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { euros } from '../euros.ts';
import { counted, monthName } from '../words.ts';

export const monthTitle = (month: PlainMonth) => `Titres-restaurant, ${monthName(month)}`;

/** `amount` in cents, null when none can be given. */
export function regulationLine(name: string, people: number, vouchers: number, amount: number | null): string {
  const size = `${counted(people, 'personne', 'personnes')}, ${counted(vouchers, 'titre', 'titres')}`;
  return `  ${name} : ${size}, ${amount === null ? 'montant inconnu' : euros(amount)}`;
}
export const incompletePeople = (people: number) =>
  `${counted(people, 'personne incomplète', 'personnes incomplètes')} : rien n'est commandé pour ${people === 1 ? 'elle' : 'elles'}.`;

export const fillFirst =
  'Remplissez « Réglementaires TR » et décidez les impacts (déduit, ne déduit pas), puis relancez « passerelle vouchers ».';
export const noValidRegulation = (month: PlainMonth) =>
  `Aucun réglementaire valide à commander pour ${monthName(month)}.`;
export const noEmployees =
  '« Salariés » est vide : « passerelle pull » le remplit, puis relancez « passerelle vouchers ».';
export const noEmployeesInInput = '« Salariés » est vide dans le document : il n’y a personne pour qui commander.';
export const monthsLacking = (months: readonly PlainMonth[]) =>
  `La commande regarde des mois que le document n'a pas : ${months.map(monthName).join(', ')}. Ajoutez-les à lucca.months, avec leurs absences, leurs jours travaillés et leurs repas. Rien n'a été calculé.`;
export const alreadyOrdered = (month: PlainMonth, orders: readonly string[]) =>
  `Déjà commandé pour ${monthName(month)} : ${orders.join(', ')}. « --cancel » annule une commande.`;
export const orderName = (number: string, regulation: string) => `${number} (${regulation})`;

export const unknownRegulation = (name: string, names: readonly string[]) =>
  `Il n'y a pas de réglementaire « ${name} » dans « Réglementaires TR »${names.length === 0 ? '' : ` : ${names.join(', ')}`}.`;
export const cannotValidate = (name: string) =>
  `Le réglementaire « ${name} » ne peut pas être validé pour ce mois : corrigez d'abord ce qui suit.`;
export const validated = (number: string, name: string) => `Commande ${number} validée : ${name}.`;
export const markedOrdered = (number: string) => `Commande ${number} marquée « commandée ».`;
export const cancelled = (number: string) => `Commande ${number} annulée : son mois peut être validé de nouveau.`;

export const orderRefused = {
  ordered: 'Ce mois vient d’être commandé pour ce réglementaire : rien n’a été validé.',
  moved: 'Une autre commande a été écrite entre-temps : rien n’a été validé. Relancez la commande.',
  notLast: 'Une commande d’un mois suivant s’appuie sur celle-ci : annulez d’abord la plus récente.',
  skipped: 'La commande du mois précédent n’est pas validée : validez-la d’abord.',
  incomplete: 'Rien à valider : personne n’a de calcul complet, ou le montant d’un titre n’est pas connu.',
} as const;
export const unknownOrder = (number: string) =>
  `Il n'y a pas de commande ${number} dans cet état. « Commandes TR » les montre.`;

export const planningNotRead = (months: readonly PlainMonth[], rights: readonly string[]) =>
  `Les jours travaillés n'ont pas pu être lus dans Lucca (${months.map(monthName).join(', ')})${rights.length === 0 ? '.' : `. Il manque à la clé : ${rights.join(', ')}.`}`;

/** What `--kind` takes. */
export const fileKinds = {
  order: 'commande',
  packs: 'carnets',
  payroll: 'paie',
  variables: 'variables',
  remuneration: 'remuneration',
  attendance: 'emargement',
} as const;
export const aFileKind = '« paie », « variables », « remuneration », « commande », « carnets » ou « emargement »';
export const fileWritten = (name: string, people: number, vouchers: number) =>
  `Fichier écrit : ${name} (${counted(people, 'ligne', 'lignes')}, ${counted(vouchers, 'titre', 'titres')}).`;
