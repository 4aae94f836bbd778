/** What the files of an export of hours are made of. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import type { GivenFile, GivenFiles } from '../../files/givenFile.ts';
import type { PayrollLine } from '../../files/payrollText.ts';

/** The counter of Lucca that an account of time feeds. `dayHundredths`: hundredths of hours of one of its days; null when it counts hours. */
export interface RestCounter {
  /** Number or name of the leave account. */
  readonly leaveAccount: string;
  readonly dayHundredths: number | null;
}

/** One line of the export: one person, one account, one month of origin. `hundredths` of hours are signed. */
export interface TimeFileLine extends PayrollLine {
  readonly origin: PlainMonth;
  readonly account: string;
  readonly accountName: string;
  readonly payrollCode: string;
  /** Null for an account that feeds none, or whose counter is not settled yet. */
  readonly counter: RestCounter | null;
  readonly hundredths: number;
}

export interface TimeFileInput {
  /** Number of the export. */
  readonly number: string;
  readonly month: PlainMonth;
  readonly lines: readonly TimeFileLine[];
}

/** Added up from the lines of one file, independently of its text. */
export interface TimeControl {
  readonly people: number;
  readonly lines: number;
  /** Of hours, whatever the unit that the file is written in. */
  readonly hundredths: number;
}

export type TimeFile = GivenFile<TimeControl>;
export type TimeFiles = GivenFiles<TimeControl>;

/** `timeControl` of 7,00 h and −0,50 h of one person → 1 person, 2 lines, 650. */
export function timeControl(lines: readonly TimeFileLine[]): TimeControl {
  return {
    people: new Set(lines.map(({ person }) => person.luccaId)).size,
    lines: lines.length,
    hundredths: lines.reduce((sum, { hundredths }) => sum + hundredths, 0),
  };
}
