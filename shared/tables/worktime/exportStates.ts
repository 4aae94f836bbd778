/** What « Exports de temps » says of each export, against its own dates and « Registre de temps »: a state typed by hand would close a month twice, or open it again. */
import { isBlank } from '../../domain/review/cell.ts';
import type { Finding } from '../../domain/finding.ts';
import type { BookRow, TableState } from '../../flows/book.ts';
import { cellPlace } from '../cellPlace.ts';
import { cellText } from '../vouchers/readRegister.ts';
import { exportStates, timeExportsTable, type ExportState } from './timeExportsTable.ts';

export function stateOf(row: BookRow): ExportState | undefined {
  const label = cellText(row, 'state');
  return (Object.keys(exportStates) as ExportState[]).find((each) => exportStates[each] === label);
}

/** Which dates each state has, and whether the register may hold its lines. */
const signs: Readonly<Record<ExportState, { confirmedAt: boolean; endedAt: boolean; isRegistered: boolean }>> = {
  prepared: { confirmedAt: false, endedAt: false, isRegistered: false },
  confirmed: { confirmedAt: true, endedAt: false, isRegistered: true },
  abandoned: { confirmedAt: false, endedAt: true, isRegistered: false },
  cancelled: { confirmedAt: true, endedAt: true, isRegistered: true },
};

/** A column that the sheet does not have contradicts nothing. */
function isOdd(row: BookRow, state: ExportState, registered: ReadonlySet<string>): boolean {
  const own = signs[state];
  const isFilled = (key: 'confirmedAt' | 'endedAt') => {
    const cell = row.cells[key];
    return cell === undefined ? own[key] : !isBlank(cell);
  };
  if (!own.isRegistered && registered.has(row.key)) return true;
  return isFilled('confirmedAt') !== own.confirmedAt || isFilled('endedAt') !== own.endedAt;
}

/** At the cell of the state. `registered`: numbers of the exports of which the register holds lines. */
export function stateFindings(table: TableState | undefined, registered: ReadonlySet<string>): Finding[] {
  if (table?.state !== 'found') return [];
  const told = (row: BookRow, code: string, facts: Finding['facts'] = {}): Finding => {
    const place = cellPlace(timeExportsTable, table, row, 'state');
    return { code, severity: 'error', place, facts: { export: row.key, ...facts } };
  };
  const confirmed = new Map<string, BookRow>();
  return table.rows.flatMap((row): Finding[] => {
    const state = stateOf(row);
    if (row.key === '' || !state) return [];
    if (isOdd(row, state, registered)) return [told(row, 'timeExportStateOdd', { state: exportStates[state] })];
    if (state !== 'confirmed') return [];
    const month = cellText(row, 'month');
    const other = confirmed.get(month);
    confirmed.set(month, row);
    return other ? [told(row, 'timeExportMonthTwice', { other: other.key, month })] : [];
  });
}
