/** The people of « Salariés »: one row each, for two rows of one person would order, and hand over, twice for them. */
import type { Finding } from '../domain/finding.ts';
import { cellPlace } from '../tables/cellPlace.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { Reading } from '../tables/typedRow.ts';
import type { BookRow, BookSnapshot } from './book.ts';

/** The rows that say who they are, the first of each person; the others are told at their cell. */
export function ownPeople(snapshot: BookSnapshot): Reading<readonly BookRow[]> {
  const state = snapshot[employeesTable.name];
  if (state?.state !== 'found') return { value: [], findings: [] };
  const first = new Map<string, BookRow>();
  const findings: Finding[] = [];
  for (const row of state.rows.filter(({ key }) => key !== '')) {
    if (!first.has(row.key)) first.set(row.key, row);
    else {
      const place = cellPlace(employeesTable, state, row, employeesTable.key);
      findings.push({ code: 'voucherPersonTwice', severity: 'error', subject: row.key, place, facts: {} });
    }
  }
  return { value: [...first.values()], findings };
}
