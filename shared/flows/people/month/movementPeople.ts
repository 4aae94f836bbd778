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
import { covers } from '../../../domain/people/month/contracts.ts';
import type { MovementPerson, Noticed } from '../../../domain/people/month/movements.ts';
import { weekChange } from '../../../domain/people/month/weekChange.ts';
import { hours } from '../../../messages/fr/worktime/hours.ts';
import { employeesBaseTable, situationLabels } from '../../../tables/employeesTable.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import { monthMovementsTable, movementStates } from '../../../tables/people/monthMovementsTable.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { isMadeToLeave, returnOf } from './departures.ts';
import { lateDates } from './lateDates.ts';
import { changeOf, type MonthReading } from './monthReading.ts';
import { dateOf, isOf, personOf, rowsByPerson } from './movementRows.ts';

/** Rows that speak of an end. */
function endRows(rows: readonly BookRow[], month: PlainMonth): BookRow[] {
  return rows.filter(
    (row) => textOf(row, 'month') <= month && isOf(row, 'exit', 'futureExit', 'endMoved', 'endRemoved'),
  );
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

function noticedOf(reading: MonthReading, employeeId: string, rows: readonly BookRow[]): Noticed[] {
  const { month, planning, changes, contracts } = reading;
  const own = contracts.get(employeeId) ?? [];
  const minutes = [...timesByDate(planning.get(employeeId) ?? [])].flatMap(([date, { contractual }]) =>
    contractual && own.some((each) => covers(each, date)) ? [[date, contractual.am + contractual.pm] as const] : [],
  );
  const told = rows.filter((row) => textOf(row, 'month') < month && isOf(row, 'establishment'));
  // A contract that began before told the change by its first day.
  const isTold = (on: PlainDate) =>
    own.some((each) => covers(each, on) && told.some((row) => dateOf(row, 'date') === each.from));
  const week = weekChange(new Map(minutes), month);
  const changed = changeOf(changes.get(employeeId) ?? [], 'establishment');
  const moved = changed && isTold(changed.on) ? undefined : changed;
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

const noLate = { starts: new Set<PlainDate>(), ends: new Set<PlainDate>() };

const isToldGone = (rows: readonly BookRow[], month: PlainMonth) =>
  rows.some(
    (row) => textOf(row, 'month') <= month && isOf(row, 'gone') && textOf(row, 'state') !== movementStates.stale,
  );

/** Everybody of Lucca, and those of the workbook whom Lucca has no more. */
export function movementPeople(reading: MonthReading): MovementPerson[] {
  const { people, employees, contracts, changes, log, month } = reading;
  const told = rowsByPerson(rowsOf(reading.snapshot, monthMovementsTable.name), currentIds(reading.snapshot));
  const tracesOf = (id: string) => ({ rows: told.get(id) ?? [], log: log.get(id) ?? [] });
  const bases = new Map(rowsOf(reading.snapshot, employeesBaseTable.name).map((row) => [personOf(row), row]));
  const rows = new Map(people.map((row) => [personOf(row), row]));
  const present = [...employees.keys()].map((employeeId): MovementPerson => {
    const base = bases.get(employeeId);
    // What payroll typed itself Lucca never said.
    const accepted = base && parsePlainDate(textOf(base, 'contractEnd'));
    const logged = changeOf(changes.get(employeeId) ?? [], 'contractEnd')?.before;
    const before = typeof logged === 'string' ? parsePlainDate(logged) : undefined;
    const traces = tracesOf(employeeId);
    const toldEnds = [...toldIn(endRows(traces.rows, month), month, accepted), ...(before ? [before] : [])];
    return {
      employeeId,
      contracts: contracts.get(employeeId) ?? [],
      toldEnds,
      late: lateDates(reading, employeeId, traces.rows),
      noticed: noticedOf(reading, employeeId, traces.rows),
      gone: undefined,
      returned: returnOf(traces, month),
    };
  });
  const gone = [...rows].flatMap(([employeeId, row]): MovementPerson[] => {
    const traces = tracesOf(employeeId);
    if (employees.has(employeeId) || isMadeToLeave(traces, month)) return [];
    const end = dateOf(row, 'contractEnd') ?? null;
    // Who left long ago is rightly forgotten.
    if (end !== null && monthOf(end) < month) return [];
    const isKnown = textOf(row, 'situation') === situationLabels.gone || isToldGone(traces.rows, month);
    return [{ employeeId, contracts: [], toldEnds: [], late: noLate, noticed: [], gone: { end, isKnown } }];
  });
  return [...present, ...gone];
}
