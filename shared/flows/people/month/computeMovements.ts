/** « Mouvements du mois »: the rows of the month, what the person typed kept beside them, and what may be missing. Writes nothing. */
import { addMonths, monthOf, wallClock, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { entryTasks, isLate, sectionOf, tasksOf, type Movement } from '../../../domain/people/month/movement.ts';
import { movementsOf, type MovementPerson } from '../../../domain/people/month/movements.ts';
import { isMassDisappearance } from '../../../domain/review/massDisappearance.ts';
import { blank, isBlank, numberCell, textCell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { staleToDoText, toDoText } from '../../../messages/fr/employees/movements.ts';
import { luccaRightNames } from '../../../messages/fr/lucca.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { valueCell } from '../../../tables/employeeRows.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import {
  monthMovementsTable,
  movementLabels,
  movementStates,
  sectionLabels,
  taskStates,
  typedMovementColumns,
} from '../../../tables/people/monthMovementsTable.ts';
import type { ApplyError, ApplyPorts, ApplyReport } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { namesOf } from '../../peopleNamed.ts';
import type { FlowOptions } from '../../ports.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { hourBalances, voucherDues } from './leaverDues.ts';
import { lookedOverLines } from './lookedOver.ts';
import { readMonth, type MonthError, type MonthPorts, type MonthReading, type MonthRequest } from './monthReading.ts';
import { movementPeople } from './movementPeople.ts';
import { personOf } from './movementRows.ts';
import { writeMonth } from './writeMonth.ts';

export interface MonthMovements {
  readonly month: PlainMonth;
  readonly reading: MonthReading;
  /** Rows of the sheet for the month, in the order in which they are read; those that hold no more come last. */
  readonly rows: readonly RowCells[];
  readonly findings: readonly Finding[];
}

/** What every row is made beside. */
interface Around {
  readonly reading: MonthReading;
  readonly held: ReadonlyMap<string, BookRow>;
  readonly inBook: ReadonlyMap<string, BookRow>;
  readonly vouchers: ReadonlyMap<string, number>;
  readonly hours: ReadonlyMap<string, string>;
}

const nameKeys = ['employeeNumber', 'lastName', 'firstName', 'establishment'] as const;

/** Who it is: as the workbook has it, else as Lucca has it. */
function whoCells(employeeId: string, { reading, inBook }: Around): RowCells {
  const row = inBook.get(employeeId);
  const values = reading.employees.get(employeeId)?.values;
  return Object.fromEntries(
    nameKeys.map((key) => [key, row?.cells[key] ?? valueCell({ kind: 'text' }, values?.[key] ?? null)] as const),
  );
}

/** What a person fills: left as it is; of a new row, the tasks that its movement does not have are said to be none. */
function typedCells(key: string, { kind }: Movement, { held }: Around): RowCells {
  const row = held.get(key);
  const tasks = tasksOf(kind);
  const isNone = (each: string) => entryTasks.some((task) => task === each && !tasks.includes(task));
  return Object.fromEntries(
    typedMovementColumns.map((each) => {
      const typed = row?.cells[each];
      return [each, typed ?? (isNone(each) ? textCell(taskStates.none) : blank)] as const;
    }),
  );
}

function cellsOf(movement: Movement, around: Around): RowCells {
  const { employeeId, kind, date, before, after } = movement;
  const isLeaving = kind === 'exit' || kind === 'gone';
  const vouchers = isLeaving ? (around.vouchers.get(employeeId) ?? null) : null;
  const hours = isLeaving ? (around.hours.get(employeeId) ?? '') : '';
  const isInBook = around.inBook.has(employeeId);
  const late = isLate(movement, around.reading.month) ? monthOf(date) : null;
  const cells = {
    month: textCell(around.reading.month),
    section: textCell(sectionLabels[sectionOf(kind)]),
    kind: textCell(movementLabels[kind]),
    date: { date },
    ...whoCells(employeeId, around),
    before: textCell(before),
    after: textCell(after),
    inBook: textCell(isInBook ? 'oui' : 'non'),
    toDo: textCell(toDoText(kind, { isInBook, vouchers, hours, before, late })),
    vouchers: vouchers === null ? blank : numberCell(vouchers),
    hours: textCell(hours),
    state: textCell(movementStates.current),
    luccaId: textCell(employeeId),
  };
  return { ...cells, ...typedCells(rowKey(monthMovementsTable, cells), movement, around) };
}

/** The person filled something of it: « sans objet » is ours. */
function isFilled({ cells }: BookRow): boolean {
  return typedMovementColumns.some((key) => {
    const cell = cells[key] ?? blank;
    return !isBlank(cell) && !('text' in cell && cell.text === taskStates.none);
  });
}

/** Rows of the month that hold no more and that the person had filled: kept, and said to be so. */
function staleRows(rows: readonly BookRow[], current: ReadonlySet<string>): RowCells[] {
  return rows
    .filter((row) => row.key !== '' && !current.has(row.key) && isFilled(row))
    .map((row) => {
      const toDo = staleToDoText(textOf(row, 'section') === sectionLabels.exit, textOf(row, 'done') === 'oui');
      return { ...row.cells, toDo: textCell(toDo), state: textCell(movementStates.stale) };
    });
}

/** What Lucca did not say of the month: never taken for no movement. */
function silence({ connection, month, contracts, employees }: MonthReading): Finding[] {
  const { mirror } = connection;
  if (!mirror) return [];
  const cannot = mirror.missingRights.includes(luccaRightNames.planning());
  const around = [addMonths(month, -1), month];
  const unplanned = cannot ? [] : around.filter((each) => !mirror.planningMonths.includes(each));
  const told = (code: string, facts: Finding['facts']): Finding => ({ code, severity: 'warning', facts });
  const lost = [...employees.values()].filter(({ id }) => (contracts.get(id) ?? []).length === 0);
  const on = wallClock(mirror.asOf, 'Europe/Paris').date;
  return [
    ...(mirror.months.includes(month) ? [] : [told('movementsMonthUnread', { month, on })]),
    ...(unplanned.length === 0 ? [] : [told('movementsPlanningUnread', { months: unplanned.join(' ') })]),
    ...(lost.length === 0 ? [] : [told('movementsNoContract', namesOf(lost))]),
  ];
}

/** A right taken from the key would have everybody leave: nothing is said of whom nobody accepted, or was told of, but that. */
function guarded(people: readonly MovementPerson[], rows: number) {
  const isNew = ({ gone }: MovementPerson) => gone !== undefined && !gone.isKnown;
  const disappeared = people.filter(isNew).length;
  if (!isMassDisappearance(disappeared, rows)) return { people, findings: [] };
  const facts = { disappeared, rows };
  const finding: Finding = {
    code: 'massDisappearance',
    severity: 'error',
    place: { table: employeesTable.name },
    facts,
  };
  return { people: people.filter((each) => !isNew(each)), findings: [finding] };
}

/** The movements of what was read. */
export function movementsIn(reading: MonthReading): MonthMovements {
  const { month, snapshot } = reading;
  const { people, findings } = guarded(movementPeople(reading), reading.people.length);
  const movements = movementsOf(people, month);
  const own = rowsOf(snapshot, monthMovementsTable.name).filter((row) => textOf(row, 'month') === month);
  const around: Around = {
    reading,
    held: new Map(own.map((row) => [row.key, row])),
    inBook: new Map(reading.people.map((row) => [personOf(row), row])),
    vouchers: voucherDues(snapshot, month),
    hours: hourBalances(snapshot, month),
  };
  const rows = movements.map((each) => cellsOf(each, around));
  const current = new Set(rows.map((cells) => rowKey(monthMovementsTable, cells)));
  const leavers = movements.filter(({ kind }) => kind === 'exit');
  const isUncomputed = leavers.length > 0 && leavers.every(({ employeeId }) => !around.vouchers.has(employeeId));
  return {
    month,
    reading,
    rows: [...rows, ...staleRows(own, current)],
    findings: [
      ...reading.findings,
      ...findings,
      ...silence(reading),
      ...(isUncomputed ? [{ code: 'movementsVouchersUncomputed', severity: 'info' as const, facts: { month } }] : []),
    ],
  };
}

/** Reads everything and computes the movements of a month. */
export async function computeMovements(
  ports: MonthPorts,
  request: MonthRequest,
  options: FlowOptions = {},
): Promise<Result<MonthMovements, MonthError>> {
  const reading = await readMonth(ports, request, options);
  return reading.ok ? ok(movementsIn(reading.value)) : reading;
}

/** Writes « Mouvements du mois »; what the person typed in it is never touched. */
export function writeMovements(
  ports: ApplyPorts,
  { month, reading, rows }: MonthMovements,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const sheets = [{ table: monthMovementsTable, rows, isKept: true }];
  const { snapshot } = reading;
  const more = rows.length === 0 ? lookedOverLines(snapshot, month) : [];
  return writeMonth(ports, { kind: 'movements', month, snapshot, sheets, more }, options);
}
