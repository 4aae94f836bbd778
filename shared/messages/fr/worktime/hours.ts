/** Durations and dates as the sentences of working time write them. */
import { frenchDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';

/** Between a number and its unit: a line never ends between them. */
const SPACE = '\u00a0';

/** 450 → « 7 h 30 », 480 → « 8 h », 20 → « 20 min », −60 → « −1 h », with no-break spaces. */
export function hours(minutes: number): string {
  const size = Math.abs(minutes);
  const [whole, rest] = [Math.floor(size / 60), size % 60];
  const parts = rest === 0 ? [whole, 'h'] : [whole, 'h', String(rest).padStart(2, '0')];
  const text = (whole === 0 ? [rest, 'min'] : parts).join(SPACE);
  return minutes < 0 ? `−${text}` : text;
}

/** Hours and hundredths as they are written, with their unit: « 7,50 h ». */
export function decimalHours(text: string): string {
  return `${text}${SPACE}h`;
}

/** « le 07/09/2026 », « du 07/09/2026 au 13/09/2026 ». */
export function during(from: PlainDate, to: PlainDate): string {
  return from === to ? `le ${frenchDate(from)}` : `du ${frenchDate(from)} au ${frenchDate(to)}`;
}

/** « le 07/09/2026 à 08:00 », of a wall time. */
export function moment(text: string): string {
  return `le ${frenchDate(text.slice(0, 10) as PlainDate)} à ${text.slice(11)}`;
}
