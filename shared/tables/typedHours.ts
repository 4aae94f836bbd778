/** Durations as people type them in a column of hours, and the traps of a cell where Excel makes a part of a day of « 7:30 ». */
import type { Cell } from '../domain/review/cell.ts';

/** `hours`: in hundredths where minutes were typed. `isDoubtful`: it may be a part of a day: 6:00 is the 0.25 of a day, and 0.25 h a quarter of an hour. */
export type TypedHours =
  { readonly hours: number; readonly isDoubtful: boolean } | { readonly problem: 'cellNotHours' | 'cellHoursOdd' };

const HOUR = 60;
const DAY = 24;
const HUNDRED = 100;
/** Minutes that three decimals of an hour leave aside. */
const NEAR = 0.031;

const SPACES = /[\s\u00a0\u202f]/gu;
const NUMBER = /^([+-]?\d+(?:\.\d+)?)(?:h|heures?)?$/;
/** 7:30, 7h30, 7h, 7:30:00, 45min. */
const CLOCK = /^([+-]?)(\d{1,4})(?:h|:)([0-5]\d)?(?::00)?$/;
const MINUTES = /^([+-]?)(\d{1,5})min$/;

function minutesIn(plain: string): number | undefined {
  const clock = CLOCK.exec(plain);
  const alone = clock ? null : MINUTES.exec(plain);
  const [, sign, ...figures] = clock ?? alone ?? [];
  if (sign === undefined) return undefined;
  const [first, second] = figures.map((each) => Number((each as string | undefined) ?? 0));
  const size = clock ? (first ?? 0) * HOUR + (second ?? 0) : (first ?? 0);
  return sign === '-' ? -size : size;
}

/** A part of a day that the column may hold is rarely a round number of hundredths of an hour: 7:30 is 0.3125. Beyond, hours are meant: 35/9. */
function ofNumber(hours: number, most: number): TypedHours {
  const [size, minutes] = [Math.abs(hours), Math.abs(hours) * HOUR];
  if (size * DAY > most) return { hours, isDoubtful: false };
  const isRound = Math.abs(size * HUNDRED - Math.round(size * HUNDRED)) < 1e-6;
  const isWhole = Math.abs(minutes - Math.round(minutes)) < NEAR;
  if (!isRound && (size < 1 || !isWhole)) return { problem: 'cellHoursOdd' };
  const isTime = Math.abs(size * DAY * HOUR - Math.round(size * DAY * HOUR)) < 1e-3;
  const isShort = size > 0 && (size < 1 || !isRound);
  return { hours, isDoubtful: isTime && isShort };
}

/** `most`: hours that a cell of the column may well hold. « 7h30 » → 7.5; 0.3125 → a problem; 0.25 → 0.25, doubtful. */
export function typedHours(cell: Cell, most: number): TypedHours {
  if ('number' in cell) return ofNumber(cell.number, most);
  const plain = 'text' in cell ? cell.text.replace(SPACES, '').replace(',', '.').replace('−', '-').toLowerCase() : '';
  const minutes = minutesIn(plain);
  if (minutes !== undefined) return { hours: Math.round((minutes / HOUR) * HUNDRED) / HUNDRED, isDoubtful: false };
  const number = NUMBER.exec(plain)?.[1];
  return number === undefined ? { problem: 'cellNotHours' } : ofNumber(Number(number), plain.endsWith('h') ? 0 : most);
}
