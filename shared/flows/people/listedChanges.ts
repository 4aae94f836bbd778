/** What a file of payroll changes in the row of « Liste de la paie » that it speaks of. */
import { matchableOf } from '../../domain/people/matching/matchableOf.ts';
import { toldApart } from '../../domain/people/matching/names.ts';
import type { ListField } from '../../domain/people/payrollList/listHeadings.ts';
import { blank, canonical, isBlank, isExactly } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { payrollListTable as table } from '../../tables/people/payrollListTable.ts';
import { isSound } from '../../tables/people/readPayrollFile.ts';
import type { BookRow } from '../book.ts';
import { isSameNumber } from './listedRows.ts';

export interface RowChanges {
  readonly lines: readonly PlanLine[];
  /** Columns whose value in the file is lost or spoilt: the good one that the row has stays. */
  readonly spoilt: readonly string[];
}

/** A matricule keeps the zeros that a spreadsheet took away from the file. */
function hasLostZeros(held: RowCells, given: RowCells): boolean {
  const length = (cells: RowCells) => canonical('identifier', cells['employeeNumber'] ?? blank).length;
  return isSameNumber(held, given) && length(given) < length(held);
}

/** True when surname and first name, in two cells of the row, stand in one of the file. */
function areTogether(held: RowCells, given: RowCells): boolean {
  const [row, file] = [matchableOf('', held), matchableOf('', given)];
  return file.firstNames.length === 0 && toldApart(file, row).firstNames.length > 0;
}

function isKept(key: string, held: RowCells, given: RowCells): boolean {
  if (key === 'employeeNumber') return hasLostZeros(held, given);
  return key === 'lastName' && areTogether(held, given);
}

/** A blank of the file takes nothing away: the column may be one that payroll does not export. Nor does a value that is none of its kind. */
export function rowChanges(row: BookRow, given: RowCells): RowChanges {
  const lines: PlanLine[] = [];
  const spoilt: string[] = [];
  for (const [key, after] of Object.entries(given)) {
    const before = row.cells[key];
    if (before === undefined || isBlank(after) || isExactly(before, after) || isKept(key, row.cells, given)) continue;
    const field = key as ListField;
    if (!isBlank(before) && isSound(field, before) && !isSound(field, after)) spoilt.push(key);
    else
      lines.push({ table: table.name, key: row.key, reason: 'change', operation: 'set', column: key, before, after });
  }
  return { lines, spoilt };
}
