/** Durations and times of day as people type them. */
import type { TypedRow } from '../typedRow.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}

/**
 * A time of day as `'08:30'`: `8:30`, `08h30`, `8 h` and `08:30:00` too, and the part of a day that Excel makes of a time, 0.354166….
 * Undefined for anything else.
 */
export function timeOfDay(typed: string): string | undefined {
  const match = /^(\d{1,2})\s*(?:[:hH]\s*([0-5]\d)?)(?::00)?$/.exec(typed.trim());
  if (match) {
    const minutes = Number(match[1]) * HOUR + Number(match[2] ?? 0);
    return minutes < DAY ? clockText(minutes) : undefined;
  }
  const part = /^0?[.,]\d+$|^0$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : NaN;
  const minutes = Math.round(part * DAY);
  return minutes >= 0 && minutes < DAY ? clockText(minutes) : undefined;
}

/** Hours and hundredths as whole minutes; null for a blank cell: 7,5 → 450. */
export function minutesIn(row: TypedRow, key: string): number | null {
  const hours = row.number(key);
  return hours === null ? null : Math.round(hours * HOUR);
}
