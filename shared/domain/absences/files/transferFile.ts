/** What the files of an import of absences are made of. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import { fileFinding } from '../../files/fileFindings.ts';
import type { GivenFile, GivenFiles } from '../../files/givenFile.ts';
import type { PayrollLine } from '../../files/payrollText.ts';
import type { Finding, Place } from '../../finding.ts';
import type { PayrollTargetKey } from '../targets/targets.ts';
import { hourHundredths } from './hourHundredths.ts';
import type { LineHalfDay } from '../transferLines.ts';

/** A line that payroll ticks: half-days of one person, code, account and month, without a weekday between. */
export interface TransferFileLine extends PayrollLine {
  readonly direction: 'import' | 'delete';
  /** Of a deletion: payroll did it. */
  readonly isDone?: boolean;
  /** `congés payés` */
  readonly categoryName: string;
  /** Payroll code of the mapping. */
  readonly code: string;
  /** Where it is typed, when that is known. */
  readonly codePlace?: Place;
  /** Name of the account in Lucca. */
  readonly account: string;
  /** In order; never empty. In days (`minutes` null) or in hours: one line never mixes both, and lies in one month. */
  readonly halfDays: readonly LineHalfDay[];
  /** What each payroll software calls it; '' where the accountant gave nothing. */
  readonly types: Readonly<Record<PayrollTargetKey, string>>;
  /** Where each is typed, when that is known. */
  readonly typePlaces?: Readonly<Record<PayrollTargetKey, Place>>;
  /** The import and the month that a deletion takes back from; `run` '' for an absence of a month handed over before. */
  readonly corrects: { readonly run: string; readonly month: PlainMonth } | null;
}

export interface TransferFileInput {
  /** Number of the import. */
  readonly number: string;
  readonly month: PlainMonth;
  readonly lines: readonly TransferFileLine[];
}

/** Added up from the lines of one file, independently of its text. */
export interface TransferControl {
  readonly people: number;
  /** Lines or objects that the file holds: a line may be cut for software that takes less. */
  readonly lines: number;
  /** Of accounts in days. */
  readonly halfDays: number;
  /** Of accounts in hours. */
  readonly minutes: number;
  /** The same as the file writes them, line by line, in hundredths of an hour: three lines of 20 minutes → 99. */
  readonly hundredths: number;
}

export type TransferFile = GivenFile<TransferControl>;
export type TransferFiles = GivenFiles<TransferControl>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** `transferControl` of two days and of 1 h 30 of one person → 1 person, 2 lines, 4 half-days, 90 minutes, 150 hundredths. */
export function transferControl(lines: readonly TransferFileLine[]): TransferControl {
  const halfDays = lines.flatMap((line) => line.halfDays);
  return {
    people: new Set(lines.map(({ person }) => person.luccaId)).size,
    lines: lines.length,
    halfDays: halfDays.filter(({ minutes }) => minutes === null).length,
    minutes: sum(halfDays.map(({ minutes }) => minutes ?? 0)),
    hundredths: sum(lines.map((line) => hourHundredths(sum(line.halfDays.map(({ minutes }) => minutes ?? 0))))),
  };
}

/** All files together hold the half-days and the minutes of their lines, however these were cut. */
export function transferTotalFindings(files: readonly TransferFile[], lines: readonly TransferFileLine[]): Finding[] {
  const wanted = transferControl(lines);
  const halfDays = sum(files.map(({ control }) => control.halfDays));
  const minutes = sum(files.map(({ control }) => control.minutes));
  if (halfDays === wanted.halfDays && minutes === wanted.minutes) return [];
  const facts = { halfDays, minutes, wantedHalfDays: wanted.halfDays, wantedMinutes: wanted.minutes };
  return [fileFinding('transferFileTotals', facts)];
}
