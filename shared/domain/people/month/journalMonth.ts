/** The month of a line of a payroll journal, as payrolls write it. */
import { monthOf, parseFrenchDate, parsePlainMonth, type PlainMonth } from '../../calendar/plainDate.ts';
import { foldedName } from '../mapping/customField.ts';

const NAMES = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const CENTURY = '20';
const SHORTEST = 3;

/** The number of a month named whole or shortened; undefined when several begin so. */
function named(word: string): number | undefined {
  const found = word.length < SHORTEST ? [] : NAMES.filter((name) => name.startsWith(word));
  const [only] = found;
  return found.length === 1 && only ? NAMES.indexOf(only) + 1 : undefined;
}

function written(year: string, month: string | number): PlainMonth | undefined {
  const whole = year.length === 2 ? CENTURY + year : year;
  return parsePlainMonth(`${whole}-${String(month).padStart(2, '0')}`);
}

/** `2026-10`, `202610`, `10/2026`, `octobre 2026`, `oct-26`, `01/10/2026`, `01/10/2026 - 31/10/2026` → 2026-10. Undefined for anything else. */
export function journalMonthOf(text: string): PlainMonth | undefined {
  const plain = foldedName(text);
  const date = /^(?:du )?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/.exec(plain)?.[1];
  const day = date === undefined ? undefined : parseFrenchDate(date);
  if (day) return monthOf(day);
  const [, year, after] = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(plain) ?? [];
  if (year && after) return written(year, after);
  const [, before, own] = /^(\d{1,2})[-/. ]?(\d{4})$/.exec(plain) ?? [];
  if (before && own) return written(own, before);
  const [, word = '', end = ''] = /^([a-z]+)\.?[-/ ]*(\d{4}|\d{2})$/.exec(plain) ?? [];
  const month = named(word);
  return month === undefined ? undefined : written(end, month);
}
