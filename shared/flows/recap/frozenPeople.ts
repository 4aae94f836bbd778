/** The people of a workbook, of its copies and of Lucca, as a recap compares them. */
import { wallClock, type Instant, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Employee } from '../../domain/people/employee.ts';
import { employeeFields } from '../../domain/people/employeeFields.ts';
import { keptCell, packedAt, unpackPerson, type FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { sameTexts } from '../../domain/people/recap/sameField.ts';
import { baseText } from '../../domain/review/baseTexts.ts';
import { isBlank, type Cell } from '../../domain/review/cell.ts';
import { memoryText } from '../../domain/review/memory.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { rowsByKey } from '../../domain/review/rows.ts';
import { employeeRow } from '../../tables/employeeRows.ts';
import { employeesBaseTable, employeesTable, situationLabels } from '../../tables/employeesTable.ts';
import { closingsTable } from '../../tables/recap/recapTables.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

const ZONE = 'Europe/Paris';

function fieldCells(cells: RowCells): RowCells {
  const entries = employeeFields.flatMap(({ key }): [string, Cell][] => {
    const cell = cells[key];
    return cell ? [[key, keptCell(cell)]] : [];
  });
  return Object.fromEntries(entries);
}

/** What payroll typed: it differs from what was last accepted, or Lucca never said anything there. */
function ownFields({ cells, formulas }: BookRow, base: BookRow | undefined): ReadonlySet<string> {
  const own = employeeFields.filter(({ key, kind }) => {
    const cell = cells[key];
    if (!cell || key === 'luccaId') return false;
    if (!base) return !isBlank(cell);
    return formulas.includes(key) || !sameTexts(key, memoryText(kind, cell), baseText(base, key));
  });
  return new Set(own.map(({ key }) => key));
}

export interface BookPeople {
  readonly people: readonly FrozenPerson[];
  /** People whom two rows name: neither row is in `people`. */
  readonly findings: readonly Finding[];
}

/** Everybody of « Salariés » now; rows without an identifier are the accountant's own. */
export function bookPeople(snapshot: BookSnapshot): BookPeople {
  const { byKey, findings } = rowsByKey(employeesTable.name, rowsOf(snapshot, employeesTable.name));
  const base = new Map(rowsOf(snapshot, employeesBaseTable.name).map((row) => [row.key, row]));
  const rows = rowsOf(snapshot, employeesTable.name).filter((row) => byKey.has(row.key));
  const people = rows.map((row): FrozenPerson => ({
    id: row.key,
    cells: fieldCells(row.cells),
    own: ownFields(row, base.get(row.key)),
    isGone: textOf(row, 'situation') === situationLabels.gone,
  }));
  return { people, findings };
}

/** Everybody at each close that the workbook keeps, by month. */
export function closedPeople(snapshot: BookSnapshot): ReadonlyMap<string, readonly FrozenPerson[]> {
  const closes = new Map<string, FrozenPerson[]>();
  for (const row of rowsOf(snapshot, closingsTable.name)) {
    const person = unpackPerson(textOf(row, 'luccaId'), textOf(row, 'content'));
    if (!person) continue;
    const month = textOf(row, 'month');
    const held = closes.get(month);
    if (held) held.push(person);
    else closes.set(month, [person]);
  }
  return closes;
}

/** When each copy that the workbook keeps was made, by month. */
export function closeInstants(snapshot: BookSnapshot): ReadonlyMap<string, Instant> {
  const instants = new Map<string, Instant>();
  for (const row of rowsOf(snapshot, closingsTable.name)) {
    const month = textOf(row, 'month');
    const at = instants.has(month) ? undefined : packedAt(textOf(row, 'content'));
    if (at) instants.set(month, at);
  }
  return instants;
}

/** Everybody of Lucca. */
export function luccaPeople(employees: readonly Employee[], asOf: Instant): FrozenPerson[] {
  const on = wallClock(asOf, ZONE).date;
  return employees.map((employee): FrozenPerson => {
    const { key, cells } = employeeRow(employee, on);
    return { id: key, cells: fieldCells(cells), own: new Set(), isGone: false };
  });
}

/** The month in which a moment falls, in Paris. */
export function monthAt(at: Instant): PlainMonth {
  return wallClock(at, ZONE).date.slice(0, 7) as PlainMonth;
}
