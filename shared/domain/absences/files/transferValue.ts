/** What a file says of a line, column by column: the same in a text and in a sheet. */
import { frenchDate, type PlainDate } from '../../calendar/plainDate.ts';
import type { FileCell } from '../../files/delimited.ts';
import { hundredthsText, type DecimalMark } from '../../files/figures.ts';
import { oneLine } from '../../files/plainLetters.ts';
import type { PayrollColumn } from '../../files/payrollText.ts';
import { blank, numberCell, textCell, type Cell, type ValueKind } from '../../review/cell.ts';
import type { LineHalfDay } from '../transferLines.ts';
import { hourHundredths } from './hourHundredths.ts';
import type { TransferFileLine } from './transferFile.ts';

/** `halfDays` are written in days, `minutes` in hours and hundredths. */
export type TransferValue =
  | { readonly text: string }
  | { readonly date: PlainDate }
  | { readonly halfDays: number }
  | { readonly minutes: number }
  | { readonly blank: true };

export interface TransferColumn {
  /** ASCII, unique in the file. */
  readonly key: string;
  readonly heading: string;
  readonly kind: ValueKind;
  readonly value: (line: TransferFileLine) => TransferValue;
}

/** Of an account in hours. */
export function isInHours({ halfDays }: Pick<TransferFileLine, 'halfDays'>): boolean {
  return halfDays.some(({ minutes }) => minutes !== null);
}

/** What half-days come to, in the unit of their account. */
export function quantityOf(halfDays: readonly LineHalfDay[]): TransferValue {
  if (!isInHours({ halfDays })) return { halfDays: halfDays.length };
  return { minutes: halfDays.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) };
}

/** 5 half-days → `2,5`; 4 → `2`. */
function daysText(halfDays: number, mark: DecimalMark): string {
  return `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? '' : `${mark}5`}`;
}

/** `{minutes: 100}` → `1,67`, `{date}` → `05/10/2026`. */
export function fileCell(value: TransferValue, mark: DecimalMark): FileCell {
  if ('text' in value) return value;
  if ('date' in value) return { figures: frenchDate(value.date) };
  if ('halfDays' in value) return { figures: daysText(value.halfDays, mark) };
  return { figures: 'minutes' in value ? hundredthsText(hourHundredths(value.minutes), mark) : '' };
}

/** The same value, typed as a sheet has it: a text stays one whatever it looks like. */
export function sheetCell(value: TransferValue): Cell {
  if ('text' in value) return textCell(oneLine(value.text).normalize('NFC'));
  if ('halfDays' in value) return numberCell(value.halfDays / 2);
  if ('minutes' in value) return numberCell(hourHundredths(value.minutes) / 100);
  return 'date' in value ? value : blank;
}

/** The columns as a file of text takes them. */
export function textColumns(columns: readonly TransferColumn[], mark: DecimalMark): PayrollColumn<TransferFileLine>[] {
  return columns.map(({ heading, value }) => ({ heading, cell: (line) => fileCell(value(line), mark) }));
}
