/** Lines of a recap as rows of their sheet: in the workbook, in an .xlsx, in a CSV. */
import type { BankReport, BankReportRow, RecapReport, RecapReportRow } from '../../contracts/recapSchemas.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { bankStates, recapKinds, recapOrigins } from './recapTables.ts';

function recapCells(month: PlainMonth, row: RecapReportRow): RowCells {
  return {
    month: textCell(month),
    employeeNumber: textCell(row.employeeNumber),
    name: textCell(row.name),
    establishment: textCell(row.establishment),
    kind: textCell(recapKinds[row.kind]),
    field: textCell(row.field),
    before: textCell(row.before),
    after: textCell(row.after),
    origin: row.origin ? textCell(recapOrigins[row.origin]) : blank,
    luccaId: textCell(row.luccaId),
  };
}

export function recapRows({ month, rows }: Pick<RecapReport, 'month' | 'rows'>): RowCells[] {
  return rows.map((row) => recapCells(month, row));
}

const copied = [
  ...([
    'luccaId',
    'employeeNumber',
    'name',
    'establishment',
    'ibanBefore',
    'ibanAfter',
    'bicBefore',
    'bicAfter',
  ] as const),
  ...(['countryBefore', 'countryAfter', 'changedAt', 'acceptedAt'] as const),
];

function bankCells(month: PlainMonth, row: BankReportRow): RowCells {
  const texts = copied.map((key): [string, Cell] => [key, textCell(row[key])]);
  return {
    ...Object.fromEntries(texts),
    month: textCell(month),
    state: textCell(bankStates[row.state]),
    toCheck: textCell(row.toCheck.join(' ')),
  };
}

export function bankRows({ month, rows }: Pick<BankReport, 'month' | 'rows'>): RowCells[] {
  return rows.map((row) => bankCells(month, row));
}
