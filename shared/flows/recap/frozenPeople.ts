/** The people of a workbook, of its copies and of Lucca, as a recap compares them. */
import { wallClock, type Instant, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Employee } from '../../domain/people/employee.ts';
import { employeeFields } from '../../domain/people/employeeFields.ts';
import { keptCell, unpackPerson, type FrozenPerson, type KeptPerson } from '../../domain/people/recap/frozenPerson.ts';
import { sameTexts } from '../../domain/people/recap/sameField.ts';
import { baseText } from '../../domain/review/baseTexts.ts';
import { isBlank, type Cell } from '../../domain/review/cell.ts';
import { memoryText } from '../../domain/review/memory.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { rowsByKey } from '../../domain/review/rows.ts';
import { employeeRow } from '../../tables/employeeRows.ts';
import { employeesBaseTable, employeesTable, situationLabels } from '../../tables/employeesTable.ts';
import { currentIds, type CurrentIds } from '../../tables/people/currentIds.ts';
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

/** A copy of everybody, as the workbook keeps it, each under the identifier that they have now. */
export interface ClosedCopy {
  readonly people: readonly FrozenPerson[];
  /** Of the rows that a person spoilt: nothing is known of them but their identifier, when it still is theirs. */
  readonly unread: readonly string[];
  /** Rows that were taken away. */
  readonly missing: number;
  /** When it was made; null when no row says so. */
  readonly at: Instant | null;
}

function copyOf(month: string, rows: readonly BookRow[], { of }: CurrentIds): ClosedCopy {
  const seen = new Set<string>();
  const kept: KeptPerson[] = [];
  const unread: string[] = [];
  for (const row of rows) {
    const id = textOf(row, 'luccaId');
    const read = seen.has(row.key) ? undefined : unpackPerson(month, id, textOf(row, 'content'));
    seen.add(row.key);
    if (read) kept.push({ ...read, person: { ...read.person, id: of(id) } });
    else unread.push(of(id));
  }
  return {
    people: kept.map(({ person }) => person),
    unread,
    missing: Math.max(0, (kept[0]?.count ?? 0) - rows.length),
    at: kept.find(({ at }) => at !== null)?.at ?? null,
  };
}

/** The copies that the workbook keeps, by month. */
export function closedCopies(snapshot: BookSnapshot): ReadonlyMap<string, ClosedCopy> {
  const rows = new Map<string, BookRow[]>();
  for (const row of rowsOf(snapshot, closingsTable.name)) {
    const month = textOf(row, 'month');
    const held = rows.get(month);
    if (held) held.push(row);
    else rows.set(month, [row]);
  }
  const ids = currentIds(snapshot);
  return new Map([...rows].map(([month, own]) => [month, copyOf(month, own, ids)]));
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
