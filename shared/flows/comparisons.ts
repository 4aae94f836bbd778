/** What the workbook and the mirror are compared on: the rows that Lucca would have, and the two comparisons. */
import { boundTo } from '../domain/absences/bindAccounts.ts';
import { kinOfSpan, monthOfSpan, spansOf, type AbsenceSpan } from '../domain/absences/spans.ts';
import { wallClock, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { normalText } from '../domain/people/checks/formats.ts';
import type { Employee } from '../domain/people/employee.ts';
import { employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { displayed, textCell, type Cell } from '../domain/review/cell.ts';
import type { MineRow, Remembered, ReviewColumn, TableReview, TheirsRow } from '../domain/review/review.ts';
import { threeWay } from '../domain/review/threeWay.ts';
import { twoWay } from '../domain/review/twoWay.ts';
import { treatmentFate } from '../messages/fr/absences/fates.ts';
import { accountBindingsTable } from '../tables/absences/accountBindingsTable.ts';
import { readAccountBindings } from '../tables/absences/readAccountBindings.ts';
import { absenceRow } from '../tables/absenceRows.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeeRow } from '../tables/employeeRows.ts';
import { employeesBaseTable, employeesTable, situationLabels } from '../tables/employeesTable.ts';
import { decisionsTable } from '../tables/memoryTables.ts';
import type { BookSnapshot, TableState } from './book.ts';
import { rowsOf } from './bookState.ts';
import type { Mirror } from './readMirror.ts';

const ZONE = 'Europe/Paris';

function rememberedIn(snapshot: BookSnapshot): Remembered {
  const text = (row: MineRow, key: string) => displayed(row.cells[key] ?? textCell(''));
  return new Map(rowsOf(snapshot, decisionsTable.name).map((row) => [text(row, 'key'), text(row, 'value')]));
}

export function employeeRows(mirror: Mirror): TheirsRow[] {
  const on = wallClock(mirror.asOf, ZONE).date;
  return mirror.employees.map((each) => employeeRow(each, on));
}

/** « Sort en paie » of a row that comes: what its account is for payroll. A preparation of the month says the rest. */
function treatmentFates(snapshot: BookSnapshot): (span: AbsenceSpan) => { readonly fate?: Cell } {
  const { bindings } = readAccountBindings(snapshot[accountBindingsTable.name], []).value;
  if (bindings.length === 0) return () => ({});
  const fates = new Map<string, Cell>();
  return ({ accountId: id, accountName: name }) => {
    const known = fates.get(id) ?? textCell(treatmentFate(boundTo({ id, name }, bindings)));
    fates.set(id, known);
    return { fate: known };
  };
}

export function absenceRows(snapshot: BookSnapshot, mirror: Mirror): TheirsRow[] {
  const owners = new Map<string, Employee>(mirror.employees.map((each) => [each.id, each]));
  const fateOf = treatmentFates(snapshot);
  return spansOf(mirror.halfDays).map((span) => {
    const row = absenceRow(span, owners.get(span.employeeId));
    return { ...row, cells: { ...row.cells, ...fateOf(span) } };
  });
}

/** Phones, accounts, addresses… have several spellings: none of them is a difference. */
const employeeColumns: readonly ReviewColumn[] = employeesTable.columns.map((column) => {
  const field: EmployeeField | undefined = employeeFields.find(({ key }) => key === column.key);
  const format = field?.format;
  return format ? { ...column, normal: (text) => normalText(format, text) } : column;
});

/** Of a table that is not there yet: all, since they come with it. */
function shownColumns(state: TableState | undefined): ReadonlySet<string> {
  return new Set(state?.state === 'found' ? Object.keys(state.letters) : employeesTable.columns.map(({ key }) => key));
}

export function compareEmployees(snapshot: BookSnapshot, theirs: readonly TheirsRow[]): Generator<number, TableReview> {
  return threeWay({
    table: employeesTable.name,
    baseTable: employeesBaseTable.name,
    decisionsTable: decisionsTable.name,
    columns: employeeColumns,
    shownColumns: shownColumns(snapshot[employeesTable.name]),
    gatedColumns: ['iban', 'bic'],
    echoColumns: ['missing'],
    mine: rowsOf(snapshot, employeesTable.name),
    base: rowsOf(snapshot, employeesBaseTable.name),
    theirs,
    goneFlag: {
      column: 'situation',
      value: textCell(situationLabels.gone),
      back: textCell(situationLabels.unknown),
    },
    remembered: rememberedIn(snapshot),
  });
}

/** Rows that Lucca would have in `months`. A row under a key of payroll's own is in none. */
export function inMonths(months: readonly PlainMonth[]): (row: MineRow) => boolean {
  const scope = new Set<string | undefined>(months);
  return ({ key }) => scope.has(monthOfSpan(key));
}

export function compareAbsences(
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
  months: readonly PlainMonth[],
): Generator<number, TableReview> {
  return twoWay({
    table: absencesTable.name,
    decisionsTable: decisionsTable.name,
    columns: absencesTable.columns.filter(({ isDerived }) => !isDerived),
    echoColumns: ['employeeNumber', 'lastName', 'firstName', 'establishment'],
    mine: rowsOf(snapshot, absencesTable.name),
    theirs,
    inScope: inMonths(months),
    kinOf: kinOfSpan,
    remembered: rememberedIn(snapshot),
  });
}
