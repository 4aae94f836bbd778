/** What titres-restaurant say of one date: its mark in a calendar, and the sentence that tells why it counts or not. */
import type { Half } from '../../../domain/absences/halfDay.ts';
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { DayReason, Taking, VoucherLine } from '../../../domain/vouchers/outcome.ts';
import { monthName } from '../words.ts';

export const weekdays = [
  ['lun', 'lundi'],
  ['mar', 'mardi'],
  ['mer', 'mercredi'],
  ['jeu', 'jeudi'],
  ['ven', 'vendredi'],
  ['sam', 'samedi'],
  ['dim', 'dimanche'],
] as const;

/** What a date of the calendar shows: one letter and one word each, so that colour is never alone. */
export const dayMarks = {
  given: { letter: 'T', name: 'titre' },
  absence: { letter: 'A', name: 'absence : titre retiré' },
  meal: { letter: 'R', name: 'repas : titre retiré' },
  publicHoliday: { letter: 'F', name: 'jour férié' },
  partialDay: { letter: '½', name: 'journée partielle' },
  notPlanned: { letter: '–', name: 'pas travaillé' },
  alreadyGiven: { letter: 'D', name: 'déjà donné' },
  unknown: { letter: '?', name: 'planning inconnu' },
  outside: { letter: '×', name: 'hors bénéfice' },
  noted: { letter: '·', name: 'noté, sans effet' },
} as const;
export type DayMark = keyof typeof dayMarks;

/** `dayName('2026-10-01')` → `1er octobre`. */
export function dayName(date: PlainDate): string {
  const day = Number(date.slice(8));
  return `${day === 1 ? '1er' : day} ${monthName(date.slice(0, 7) as PlainMonth).slice(0, -5)}`;
}

/** « d’octobre » */
export function ofMonth(month: PlainMonth): string {
  const name = monthName(month).slice(0, -5);
  return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
}

const reasons: Readonly<Record<DayReason, string>> = {
  worked: 'jour travaillé',
  holidayWorked: 'jour férié travaillé',
  notPlanned: 'pas de travail prévu',
  partialDay: 'journée partielle sans repas',
  publicHoliday: 'jour férié',
  outsideBenefit: 'la personne n’a pas droit aux titres ce jour-là',
  alreadyGiven: 'titre déjà donné par une commande précédente',
  unknownPlanning: 'planning inconnu',
};

/** Names by identifier, as Lucca gives them. */
export interface LuccaNames {
  readonly accounts: ReadonlyMap<string, string>;
  readonly natures: ReadonlyMap<string, string>;
}

function uncapitalised(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function halvesText(halves: readonly Half[]): string {
  if (halves.length !== 1) return '';
  return halves[0] === 'am' ? ' le matin' : ' l’après-midi';
}

/** « congés payés le matin », « repas (déjeuner) », « repas offert par Marc Petit »; « absence le matin » where accounts are left out. */
function takingText(taking: Taking, names: LuccaNames): string {
  if (taking.by === 'absence') {
    const accounts = taking.accounts.map((id) => uncapitalised(names.accounts.get(id) ?? `compte ${id}`));
    return `${[...new Set(accounts)].join(' et ') || facts.absence}${halvesText(taking.halves)}`;
  }
  if (taking.host !== null) return `repas offert par ${taking.host}`;
  return `repas remboursé (${uncapitalised(names.natures.get(taking.nature) ?? taking.nature)})`;
}

const facts = { given: 'jour travaillé', absence: 'absence', meal: 'repas' } as const;

function givenText({ change, reason }: VoucherLine): string {
  const why = reasons[reason as DayReason];
  return change === 1 ? `${why}, un titre` : `${why}, pas de titre`;
}

function takenText({ fact, reason, taking, change }: VoucherLine, names: LuccaNames): string {
  const what = taking ? takingText(taking, names) : facts[fact];
  if (change === -1) return `${what}, titre retiré`;
  if (reason === 'alreadyTaken') return `${what}, titre déjà retiré`;
  return `${what}, sans effet : ce jour ne donne pas de titre`;
}

/** Inside the windows of the order: « congés payés le matin, titre retiré ». */
export function lineText(line: VoucherLine, names: LuccaNames): string {
  return line.fact === 'given' ? givenText(line) : takenText(line, names);
}

/** « absence (congés payés) », « repas offert par Marc Petit »; « absence » where accounts are left out. */
function causeName(fact: 'absence' | 'meal', taking: Taking | null, names: LuccaNames): string {
  if (!taking || (taking.by === 'absence' && taking.accounts.length === 0)) return facts[fact];
  const told = takingText(taking, names);
  return taking.by === 'meal' ? told : `${facts.absence} (${told})`;
}

/** « absence (congés payés) enregistrée après la commande de septembre, titre retiré »; `order`: « la commande de septembre ». */
export function correctionCause(
  { fact, change, reason, taking }: VoucherLine,
  names: LuccaNames,
  order: string,
): string {
  if (fact === 'given')
    return change === 1
      ? `${reasons[reason as DayReason]} connu après ${order}, titre ajouté`
      : `${reasons[reason as DayReason]}, su après ${order}, titre repris`;
  const isAbsence = fact === 'absence';
  if (change === -1)
    return `${causeName(fact, taking, names)} ${isAbsence ? 'enregistrée' : 'enregistré'} après ${order}, titre retiré`;
  return `${facts[fact]} ${isAbsence ? 'annulée' : 'annulé'} ou sans effet depuis ${order}, titre rendu`;
}

/** « 8 septembre : absence (congés payés) enregistrée après la commande de septembre, titre retiré » */
export function correctionText(line: VoucherLine & { readonly correction: PlainMonth }, names: LuccaNames): string {
  return `${dayName(line.date)} : ${correctionCause(line, names, `la commande ${ofMonth(line.correction)}`)}`;
}
