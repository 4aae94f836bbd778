/** « Imports d'absences » as it stands: each run with its month and its state. */
import { parsePlainMonth, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { isBlank } from '../../domain/review/cell.ts';
import type { BookRow, TableState } from '../../flows/book.ts';
import { cellPlace } from '../cellPlace.ts';
import type { Reading } from '../typedRow.ts';
import { cellText } from '../vouchers/readRegister.ts';
import { absenceImportsTable, importStates, type ImportState } from './importsTable.ts';

/** One run of « Imports d'absences ». */
export interface RecordedImport {
  readonly number: string;
  readonly month: PlainMonth;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly state: ImportState;
}

/** The digits of `A12`: numbers follow each other through cancellations. */
export function importOrder(number: string): number {
  return Number(/\d+$/.exec(number)?.[0] ?? 0);
}

/** Which dates each state has. */
const signs: Readonly<Record<ImportState, { readonly confirmedAt: boolean; readonly endedAt: boolean }>> = {
  prepared: { confirmedAt: false, endedAt: false },
  confirmed: { confirmedAt: true, endedAt: false },
  abandoned: { confirmedAt: false, endedAt: true },
  cancelled: { confirmedAt: true, endedAt: true },
};

/** A state typed by hand contradicts the dates beside it; a column that the sheet does not have contradicts nothing. */
function isOdd(row: BookRow, state: ImportState): boolean {
  const { confirmedAt, endedAt } = signs[state];
  const contradicts = (key: string, isFilled: boolean) => {
    const cell = row.cells[key];
    return cell !== undefined && isBlank(cell) === isFilled;
  };
  return contradicts('confirmedAt', confirmedAt) || contradicts('endedAt', endedAt);
}

function dateIn(row: BookRow, key: string): PlainDate | null {
  const cell = row.cells[key];
  return cell && 'date' in cell ? cell.date : null;
}

/** In order of their numbers; what is wrong is told at its cell. A second one that waits is told too. */
export function readImports(state: TableState | undefined): Reading<RecordedImport[]> {
  if (state?.state !== 'found') return { value: [], findings: [] };
  const findings: Finding[] = [];
  const say = (row: BookRow, code: string, column: string) => {
    const place = cellPlace(absenceImportsTable, state, row, column);
    findings.push({ code, severity: 'error', place, facts: { run: row.key } });
  };
  const read = state.rows
    .filter(({ key }) => key !== '')
    .flatMap((row): RecordedImport[] => {
      const month = parsePlainMonth(cellText(row, 'month'));
      const label = cellText(row, 'state');
      const own = (Object.keys(importStates) as ImportState[]).find((each) => importStates[each] === label);
      if (!month) say(row, 'absenceImportUnreadable', 'month');
      else if (!own) say(row, 'absenceImportUnreadable', 'state');
      else if (isOdd(row, own)) say(row, 'absenceImportStateOdd', 'state');
      return month && own
        ? [{ number: row.key, month, state: own, from: dateIn(row, 'from'), to: dateIn(row, 'to') }]
        : [];
    });
  const inOrder = read.sort((a, b) => importOrder(a.number) - importOrder(b.number));
  const [, another] = inOrder.filter((each) => each.state === 'prepared');
  const { name: table } = absenceImportsTable;
  if (another)
    findings.push({
      code: 'absenceImportTwice',
      severity: 'error',
      place: { table, key: another.number },
      facts: { run: another.number },
    });
  return { value: inOrder, findings };
}
