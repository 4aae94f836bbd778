/** Rest earned, as the counters of Lucca take it: one row per person, one column per counter. */
import { cellText, delimitedText, type FileCell } from '../../files/delimited.ts';
import { encoded } from '../../files/encoding.ts';
import { hundredthsText } from '../../files/figures.ts';
import { oneLine } from '../../files/plainLetters.ts';
import type { TimeFileLine } from './timeFile.ts';

/** `amounts`: hundredths of hours or of days, by counter in the order of the columns; null for nothing. */
export interface EntitlementRow {
  readonly establishmentCode: string;
  readonly employeeNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly amounts: readonly (number | null)[];
}

export interface EntitlementTable {
  /** Number or name of each counter. */
  readonly counters: readonly string[];
  readonly rows: readonly EntitlementRow[];
}

const HUNDRED = 100;

/** Half away from zero, as everything here is rounded. */
function rounded(numerator: number, denominator: number): number {
  const size = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return numerator < 0 ? -size : size;
}

/** Hundredths of hours in the unit of the counter: 350 on a counter in days of 7 hours → 50, half a day. */
function inUnit(hundredths: number, dayHundredths: number | null): number {
  return dayHundredths === null ? hundredths : rounded(hundredths * HUNDRED, dayHundredths);
}

function amountOf(lines: readonly TimeFileLine[], counter: string): number | null {
  const own = lines.filter((line) => line.counter?.leaveAccount === counter);
  const hundredths = own.reduce((sum, line) => sum + line.hundredths, 0);
  return inUnit(hundredths, own[0]?.counter?.dayHundredths ?? null) || null;
}

/** What each person is given, rounded once per counter; who is given nothing has no row. Lines without a counter are left out. */
export function entitlementTable(lines: readonly TimeFileLine[]): EntitlementTable {
  const counters = [...new Set(lines.flatMap(({ counter }) => counter?.leaveAccount ?? []))];
  const people = new Map<string, TimeFileLine[]>();
  for (const line of lines) people.set(line.person.luccaId, [...(people.get(line.person.luccaId) ?? []), line]);
  const rows = [...people.values()].flatMap((own): EntitlementRow[] => {
    const [{ person, establishment } = { person: null, establishment: null }] = own;
    const amounts = counters.map((counter) => amountOf(own, counter));
    if (!person || amounts.every((amount) => amount === null)) return [];
    const { employeeNumber, lastName, firstName } = person;
    const names = [establishment.code, employeeNumber, lastName, firstName].map(oneLine);
    const [establishmentCode = '', number = '', last = '', first = ''] = names;
    return [{ establishmentCode, employeeNumber: number, lastName: last, firstName: first, amounts }];
  });
  return { counters, rows };
}

/**
 * The cells of the file, headings first: those that Lucca names in its guide « Import vs. Replace entitlements ». The decimal mark is a point:
 * read by French rules it is refused, and nothing is imported; a comma read by English rules would be 100 times too much.
 */
export function entitlementCells({ counters, rows }: EntitlementTable): string[][] {
  const headings = ['LegalEntityCode', 'EmployeeNumber', 'LastName', 'FirstName', ...counters];
  const figures = (amount: number | null): FileCell => ({
    figures: amount === null ? '' : hundredthsText(amount, '.'),
  });
  const body = rows.map(({ establishmentCode, employeeNumber, lastName, firstName, amounts }): FileCell[] => [
    ...[establishmentCode, employeeNumber, lastName, firstName].map((text) => ({ text })),
    ...amounts.map(figures),
  ]);
  return [headings.map((text) => ({ text })), ...body].map((cells) => cells.map(cellText));
}

/** The same as a file: semicolons, UTF-8 without a mark, which would be read as part of the first heading. */
export function entitlementBytes(table: EntitlementTable): Uint8Array {
  return encoded(delimitedText(entitlementCells(table), ';', 'crlf'), 'utf8');
}
