/** The people of « Salariés »: one row each, for two rows of one person would order, and hand over, twice for them. */
import type { Finding } from '../domain/finding.ts';
import { blank, isBlank } from '../domain/review/cell.ts';
import { cellPlace } from '../tables/cellPlace.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { Reading } from '../tables/typedRow.ts';
import type { BookRow, BookSnapshot } from './book.ts';

export interface OwnPeople extends Reading<readonly BookRow[]> {
  /** Rows of somebody whose identifier is blank: nothing can be counted for them. */
  readonly unidentified: readonly BookRow[];
}

/** A row that names somebody. One without an identifier, a name or a matricule is a note of the accountant. */
function isSomebody({ cells }: BookRow): boolean {
  return ['lastName', 'firstName', 'employeeNumber'].some((key) => !isBlank(cells[key] ?? blank));
}

/** The rows that say who they are, the first of each person; the others are told at their cell. */
export function ownPeople(snapshot: BookSnapshot): OwnPeople {
  const state = snapshot[employeesTable.name];
  if (state?.state !== 'found') return { value: [], findings: [], unidentified: [] };
  const first = new Map<string, BookRow>();
  const unidentified: BookRow[] = [];
  const findings: Finding[] = [];
  const tell = (row: BookRow, code: string) => {
    const place = cellPlace(employeesTable, state, row, employeesTable.key);
    findings.push({ code, severity: 'error', ...(row.key === '' ? {} : { subject: row.key }), place, facts: {} });
  };
  for (const row of state.rows) {
    if (row.key === '') {
      if (!isSomebody(row)) continue;
      unidentified.push(row);
      tell(row, 'voucherPersonUnidentified');
    } else if (first.has(row.key)) tell(row, 'voucherPersonTwice');
    else first.set(row.key, row);
  }
  return { value: [...first.values()], findings, unidentified };
}
