/** Each person as « Mouvements du mois » takes them: contracts of Lucca, ends that payroll was told, changes seen without a contract. */
import {
  firstDay,
  monthOf,
  parseFrenchDate,
  parsePlainDate,
  type PlainDate,
} from '../../../domain/calendar/plainDate.ts';
import { timesByDate } from '../../../domain/calendar/plannedTimes.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { covers } from '../../../domain/people/month/contracts.ts';
import type { MovementKind } from '../../../domain/people/month/movement.ts';
import type { MovementPerson, Noticed } from '../../../domain/people/month/movements.ts';
import { weekChange } from '../../../domain/people/month/weekChange.ts';
import { hours } from '../../../messages/fr/worktime/hours.ts';
import { monthMovementsTable, movementLabels } from '../../../tables/people/monthMovementsTable.ts';
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

/** By person, the last days that the sheet told, in this month or before. */
function toldInSheet({ snapshot, month }: MonthReading): ReadonlyMap<string, readonly PlainDate[]> {
  const told = new Map<string, PlainDate[]>();
  for (const row of rowsOf(snapshot, monthMovementsTable.name)) {
    if (textOf(row, 'month') > month) continue;
    const isEnd = isOf(row, 'exit', 'futureExit');
    const isMoved = textOf(row, 'month') === month && isOf(row, 'endMoved', 'endRemoved');
    const date = isEnd ? dateOf(row, 'date') : isMoved ? parseFrenchDate(textOf(row, 'before')) : undefined;
    if (date) told.set(personOf(row), [...(told.get(personOf(row)) ?? []), date]);
  }
  return told;
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
  const [told, ended] = [toldInSheet(reading), endedBefore(reading)];
  const rows = new Map(people.map((row) => [personOf(row), row]));
  const present = [...employees.keys()].map((employeeId): MovementPerson => {
    const row = rows.get(employeeId);
    const mine = row && dateOf(row, 'contractEnd');
    const logged = changeOf(changes.get(employeeId) ?? [], 'contractEnd')?.before;
    const before = typeof logged === 'string' ? parsePlainDate(logged) : undefined;
    const toldEnds = [...(told.get(employeeId) ?? []), ...(mine ? [mine] : []), ...(before ? [before] : [])];
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
