/** Each person as « Mouvements du mois » takes them: contracts of Lucca, ends that payroll was told, changes seen without a contract. */
import {
  firstDay,
  monthOf,
  parseFrenchDate,
  parsePlainDate,
  type PlainDate,
  type PlainMonth,
} from '../../../domain/calendar/plainDate.ts';
import { timesByDate } from '../../../domain/calendar/plannedTimes.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { covers } from '../../../domain/people/month/contracts.ts';
import type { MovementKind } from '../../../domain/people/month/movement.ts';
import type { MovementPerson, Noticed } from '../../../domain/people/month/movements.ts';
import { weekChange } from '../../../domain/people/month/weekChange.ts';
import { hours } from '../../../messages/fr/worktime/hours.ts';
import { employeesBaseTable } from '../../../tables/employeesTable.ts';
import { monthMovementsTable, movementLabels, movementStates } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { changeOf, type MonthReading } from './monthReading.ts';

/** Number of Lucca of a row of « Salariés », or of any row that names somebody so. */
export function personOf(row: BookRow): string {
  return canonical('identifier', row.cells['luccaId'] ?? textCell(row.key));
}

export function dateOf(row: BookRow, key: string): PlainDate | undefined {
  const cell = row.cells[key];
  return cell && 'date' in cell ? cell.date : undefined;
}

const isOf = (row: BookRow, ...kinds: readonly MovementKind[]) =>
  kinds.some((kind) => movementLabels[kind] === textOf(row, 'kind'));

/** Rows of each person that speak of an end. */
function endRows({ snapshot, month }: MonthReading): ReadonlyMap<string, readonly BookRow[]> {
  const found = new Map<string, BookRow[]>();
  for (const row of rowsOf(snapshot, monthMovementsTable.name)) {
    if (textOf(row, 'month') > month || !isOf(row, 'exit', 'futureExit', 'endMoved', 'endRemoved')) continue;
    found.set(personOf(row), [...(found.get(personOf(row)) ?? []), row]);
  }
  return found;
}

/** The ends told last before the month, answered or not; undefined where nothing was ever told. */
function lastTold(rows: readonly BookRow[], month: PlainMonth): PlainDate[] | undefined {
  const months = rows.map((row) => textOf(row, 'month')).filter((each) => each < month);
  if (months.length === 0) return undefined;
  const last = months.reduce((a, b) => (a > b ? a : b));
  const own = rows.filter((row) => textOf(row, 'month') === last && textOf(row, 'state') !== movementStates.stale);
  if (own.some((row) => isOf(row, 'endRemoved'))) return [];
  return own.filter((row) => !isOf(row, 'endRemoved')).flatMap((row) => dateOf(row, 'date') ?? []);
}

/** What the sheet said in the month itself: what it told, and what it told to have moved. */
function toldNow(rows: readonly BookRow[], month: PlainMonth): PlainDate[] {
  return rows
    .filter((row) => textOf(row, 'month') === month)
    .flatMap((row) => {
      const isMoved = isOf(row, 'endMoved', 'endRemoved');
      return (isMoved ? parseFrenchDate(textOf(row, 'before')) : dateOf(row, 'date')) ?? [];
    });
}

/** The last days that were told: by the sheet; where it never spoke, by Lucca as it was accepted in the workbook. */
function toldIn(rows: readonly BookRow[], month: PlainMonth, base: PlainDate | undefined): PlainDate[] {
  return [...(lastTold(rows, month) ?? (base ? [base] : [])), ...toldNow(rows, month)];
}

/** People whom the sheet told gone, and whose end was made in payroll. */
function endedBefore({ snapshot, month }: MonthReading): ReadonlySet<string> {
  const rows = rowsOf(snapshot, monthMovementsTable.name).filter(
    (row) => textOf(row, 'month') < month && isOf(row, 'gone') && textOf(row, 'done') === 'oui',
  );
  return new Set(rows.map(personOf));
}

function noticedOf(reading: MonthReading, employeeId: string): Noticed[] {
  const { month, planning, changes, contracts } = reading;
  const own = contracts.get(employeeId) ?? [];
  const minutes = [...timesByDate(planning.get(employeeId) ?? [])].flatMap(([date, { contractual }]) =>
    contractual && own.some((each) => covers(each, date)) ? [[date, contractual.am + contractual.pm] as const] : [],
  );
  const week = weekChange(new Map(minutes), month);
  const moved = changeOf(changes.get(employeeId) ?? [], 'establishment');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return [
    ...(week
      ? [
          {
            kind: 'workingTime' as const,
            date: week.from < firstDay(month) ? firstDay(month) : week.from,
            before: hours(week.before),
            after: hours(week.after),
          },
        ]
      : []),
    ...(moved
      ? [{ kind: 'establishment' as const, date: moved.on, before: text(moved.before), after: text(moved.after) }]
      : []),
  ];
}

/** Everybody of Lucca, and those of the workbook whom Lucca has no more. */
export function movementPeople(reading: MonthReading): MovementPerson[] {
  const { people, employees, contracts, changes, month } = reading;
  const [told, ended] = [endRows(reading), endedBefore(reading)];
  const bases = new Map(rowsOf(reading.snapshot, employeesBaseTable.name).map((row) => [personOf(row), row]));
  const rows = new Map(people.map((row) => [personOf(row), row]));
  const present = [...employees.keys()].map((employeeId): MovementPerson => {
    const base = bases.get(employeeId);
    // What payroll typed itself Lucca never said.
    const accepted = base && parsePlainDate(textOf(base, 'contractEnd'));
    const logged = changeOf(changes.get(employeeId) ?? [], 'contractEnd')?.before;
    const before = typeof logged === 'string' ? parsePlainDate(logged) : undefined;
    const toldEnds = [...toldIn(told.get(employeeId) ?? [], month, accepted), ...(before ? [before] : [])];
    const own = contracts.get(employeeId) ?? [];
    return { employeeId, contracts: own, toldEnds, noticed: noticedOf(reading, employeeId), gone: undefined };
  });
  const gone = [...rows].flatMap(([employeeId, row]): MovementPerson[] => {
    if (employees.has(employeeId) || ended.has(employeeId)) return [];
    const end = dateOf(row, 'contractEnd') ?? null;
    // Who left long ago is rightly forgotten.
    if (end !== null && monthOf(end) < month) return [];
    return [{ employeeId, contracts: [], toldEnds: [], noticed: [], gone: { end } }];
  });
  return [...present, ...gone];
}
