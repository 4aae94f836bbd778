/** Sentences of « Simuler ». */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { VoucherLine } from '../../../domain/vouchers/outcome.ts';
import { euros } from '../euros.ts';
import { grouped } from '../words.ts';
import { correctionCause, lineText, ofMonth, type LuccaNames } from './days.ts';
import { vouchersOf } from './pane.ts';

export const simulateAction = 'Simuler';
export function simulationTitle(month: PlainMonth): string {
  return `Simulation ${ofMonth(month)} ${month.slice(0, 4)}`;
}
export const nothingWritten = 'Rien n’est écrit dans le classeur, ni commandé.';
export const noneValid =
  'Aucun réglementaire n’est valide pour ce mois : complétez-en un avant de simuler. Ce qui manque est dit sous son nom.';

/* La question */
export const kindLabel = 'Comparer le mois';
export const kinds = {
  change: 'avec un réglage changé',
  like: 'avec les réglages d’un autre réglementaire',
  months: 'avec un autre mois',
} as const;
export const regulationLabel = 'Réglementaire';
export const modelLabel = 'Réglé comme';
export const whatLabel = 'Réglage changé';
export const whats = {
  face: 'valeur faciale',
  share: 'part patronale',
  cse: 'part CSE',
  windows: 'périodes',
  partialDays: 'journées partielles',
  hourAbsence: 'absences en heures',
  account: 'impact d’un compte d’absence',
  nature: 'impact d’une nature de frais',
} as const;
export const accountLabel = 'Compte d’absence';
export const natureLabel = 'Nature de frais';
export const monthLabel = 'Autre mois';
export const otherMonthHint = 'Un mois commandé est montré tel qu’il l’a été ; les autres sont calculés.';
export const noOther = 'Il n’y a qu’un réglementaire valide : rien à quoi le comparer.';
export const euroMissing = 'Saisissez un montant en euros, par exemple 9,00.';
export const startDayWrong = 'Saisissez un jour de 1 à 28.';
export const rateMissing = 'Saisissez un taux, par exemple 60.';
export function flips(name: string, now: string, then: string): string {
  return `${name} : « ${now} » aujourd’hui, « ${then} » dans la simulation.`;
}
export const sideNames = {
  partialDays: { deducted: 'déduites', kept: 'conservées' },
  hourAbsence: { full: 'demi-journée entière', any: 'toute absence' },
  impact: { deducts: 'déduit', spares: 'ne déduit pas' },
} as const;

/* Ce qui l'a empêchée */
export const stopped = 'La simulation a été arrêtée à votre demande.';
export const notComputed =
  'Ce réglementaire ne se calcule pas pour ce mois : choisissez un mois à partir de son départ.';

/* Le résultat */
export const again = 'Changer la simulation';
export const [today, simulated] = ['Aujourd’hui', 'Simulé'];
export function changeOf(regulation: string, what: string): string {
  return `« ${regulation} », ${what}.`;
}
export function likeOf(regulation: string, model: string): string {
  return `« ${regulation} », réglé comme « ${model} ».`;
}
export function whatBecomes(what: string, becomes: string): string {
  return `${what} : ${becomes}`;
}
const bases = {
  ordered: 'tel que commandé',
  computed: 'calculé aujourd’hui',
  both: 'commandé en partie, calculé pour le reste',
} as const;
/** « Octobre 2026 : tel que commandé. » */
export function basisOf(month: string, basis: keyof typeof bases): string {
  return `${month.charAt(0).toUpperCase()}${month.slice(1)} : ${bases[basis]}.`;
}
export const alreadyOrdered =
  'Ce mois est déjà commandé : il est simulé comme s’il ne l’était pas. La commande ne change pas.';
export const totalsLabel = 'Totaux';
export const numberLabel = 'Titres';
export const faceLabel = 'Montant';
export const employerLabel = 'Part patronale';
export const employeeLabel = 'Part salariale';
/** `+2`, `−3,60 €`, `=` */
export function signed(amount: number, isEuros: boolean): string {
  if (amount === 0) return '=';
  const size = isEuros ? euros(Math.abs(amount)) : grouped(Math.abs(amount));
  return `${amount < 0 ? '−' : '+'}${size}`;
}
export function becomes(now: string, then: string): string {
  return now === then ? now : `${now} → ${then}`;
}
export const unpriced = 'Des montants manquent : la valeur d’un titre ne peut pas être dite d’un des deux côtés.';
export function onlyGaps(gaps: number): string {
  return `Seulement les écarts (${grouped(gaps)})`;
}
export const listLabel = 'Écarts par personne, du plus grand au plus petit';
export const noGap = 'Aucun écart : les deux donnent la même chose à chacun.';
export const incomplete = 'incomplet';
export function vouchersText(now: number | null, then: number | null): string {
  const of = (count: number | null) => (count === null ? incomplete : grouped(count));
  if (now === then) return now === null ? incomplete : vouchersOf(now);
  return `${of(now)} → ${then === null ? incomplete : vouchersOf(then)}`;
}
export function employerGap(amount: number): string {
  return `part patronale ${signed(amount, true)}`;
}
export function employeeGap(amount: number): string {
  return `part salariale ${signed(amount, true)}`;
}

/* Une personne */
export const backToList = 'Retour à la liste';
export const daysTitle = 'Jours qui changent';
export const noDays = 'Aucun jour ne change : seuls les montants diffèrent.';
export const frozenDays = 'Un mois tel que commandé se lit jour par jour dans « Registre TR ».';
const nothing = 'rien';
/** Of one date and one side: « absence le matin, titre retiré ». */
export function dayText(lines: readonly VoucherLine[], natures: LuccaNames['natures']): string {
  const names: LuccaNames = { accounts: new Map(), natures };
  const counting = lines.filter(({ change }) => change !== 0);
  const told = counting.length > 0 ? counting : lines.slice(0, 1);
  const sentences = told.map((line) =>
    line.correction === null
      ? lineText(line, names)
      : correctionCause(line, names, `la commande ${ofMonth(line.correction)}`),
  );
  return sentences.length === 0 ? nothing : sentences.join(' ; ');
}
