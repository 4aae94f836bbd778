/** « Lignes d'export » as it stands: what an export hands over, which payroll ticks line by line. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, canonical } from '../../domain/review/cell.ts';
import { destinationLabels, exportLinesTable, type Destination } from '../../tables/worktime/timeExportsTable.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

/** One line of an export. `hundredths`: of hours, negative for what is taken back; `isTaken`: payroll did not refuse it. */
export interface PreparedLine {
  readonly key: string;
  readonly export: string;
  readonly origin: PlainMonth | null;
  readonly name: string;
  readonly account: string;
  readonly destination: Destination;
  readonly payrollCode: string;
  readonly hundredths: number;
  readonly isTaken: boolean;
}

const HUNDRED = 100;

/** « non » under « Passée en paie » refuses a line; a blank cell takes it. */
export function isTicked(row: BookRow): boolean {
  return canonical('boolean', row.cells['taken'] ?? blank) !== 'NON';
}

function lineOf(row: BookRow): PreparedLine {
  const hours = row.cells['hours'];
  const label = textOf(row, 'destination');
  const destination = (Object.keys(destinationLabels) as Destination[]).find(
    (each) => destinationLabels[each] === label,
  );
  return {
    key: row.key,
    export: textOf(row, 'export'),
    origin: parsePlainMonth(textOf(row, 'origin')) ?? null,
    name: [textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim(),
    account: textOf(row, 'account'),
    destination: destination ?? 'none',
    payrollCode: textOf(row, 'payrollCode'),
    hundredths: Math.round((hours && 'number' in hours ? hours.number : 0) * HUNDRED),
    isTaken: isTicked(row),
  };
}

/** Every line of every export, in the order of the sheet. */
export function preparedLines(snapshot: BookSnapshot): PreparedLine[] {
  return rowsOf(snapshot, exportLinesTable.name)
    .filter(({ key }) => key !== '')
    .map(lineOf);
}
