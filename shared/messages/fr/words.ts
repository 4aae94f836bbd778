/** Words that agree with a number, and names of months. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const NARROW_SPACE = '\u202f';

/** `monthName('2026-10')` → `octobre 2026`. */
export function monthName(month: PlainMonth): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** `ofMonth('2026-10')` → `d’octobre 2026`. */
export function ofMonth(month: PlainMonth): string {
  const name = monthName(month);
  return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
}

/** `12 345` with the French thin space. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}

/** `counted(1, 'ajout', 'ajouts')` → `1 ajout`; zero takes the singular, as in French. */
export function counted(number: number, one: string, many: string): string {
  return `${grouped(number)} ${number < 2 ? one : many}`;
}
