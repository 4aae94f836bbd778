/** The facts of each person, from the mirror and the workbook, as the computation takes them. */
import { firstDay, lastDay, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { PlannedDay } from '../../domain/calendar/plannedDay.ts';
import { plannedByDate, type PlannedMonth } from '../../domain/calendar/plannedMonth.ts';
import { holidaysBetween } from '../../domain/calendar/publicHolidays.ts';
import { plannedBy } from '../../domain/calendar/weekPattern.ts';
import { canonical, textCell, type Cell } from '../../domain/review/cell.ts';
import {
  benefitSpans,
  compared,
  type Coverage,
  type EstablishmentSpan,
  type Period,
} from '../../domain/vouchers/benefitSpans.ts';
import type { Meal, PersonFacts } from '../../domain/vouchers/facts.ts';
import { datesOf } from '../../domain/vouchers/windows.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { Beneficiaries } from '../../tables/vouchers/readBeneficiaries.ts';
import { planningOn } from '../../tables/readPlannings.ts';
import { establishmentNamed } from '../../tables/readEstablishments.ts';
import type { BookRow } from '../book.ts';
import { byPerson } from '../byPerson.ts';
import { textOf, type VoucherBook } from './voucherBook.ts';
import type { ContractPlace, VoucherFacts } from './voucherFacts.ts';

/** A person as the computation takes them, and the establishments that their contracts say, in order of date. */
export interface PlacedPerson extends PersonFacts {
  readonly places: readonly EstablishmentSpan[];
}

/** Where regulations hold. A regulation whose month before was ordered elsewhere held there before its first row. */
function coveragesOf({ regulations }: VoucherBook): Coverage[] {
  return regulations.flatMap(({ name, start, versions }) =>
    versions.flatMap(({ from, until, establishments }, index) =>
      establishments.map(({ id }) => ({
        regulation: name,
        establishmentId: id,
        from: index === 0 && start?.kind === 'elsewhere' ? null : from,
        to: until,
      })),
    ),
  );
}

function headingOf(key: string): string {
  return employeesTable.columns.find((each) => each.key === key)?.heading ?? key;
}

/** A cell of « Salariés » by the heading of its column, ours or added. */
export function fieldOf(row: BookRow, field: string): Cell {
  const own = Object.entries(row.cells).find(([key]) => headingOf(key) === field)?.[1];
  return own ?? row.others.find(({ heading }) => heading === field)?.cell ?? textCell('');
}

function exclusionsOf(
  row: BookRow,
  id: string,
  contracts: readonly EstablishmentSpan[],
  rules: Beneficiaries,
): Period[] {
  return rules.exclusions.flatMap(({ whom, from, to }): Period[] => {
    if (whom.by === 'person') return whom.employeeId === id ? [{ from, to }] : [];
    if (whom.by === 'field') {
      const isMeant = canonical('text', fieldOf(row, whom.field)) === canonical('text', textCell(whom.value));
      return isMeant ? [{ from, to }] : [];
    }
    return contracts
      .filter(({ establishmentId }) => establishmentId === whom.establishmentId)
      .flatMap((contract) => common(contract, { from, to }));
  });
}

function common(a: Period, b: Period): Period[] {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && from > to ? [] : [{ from, to }];
}

/** Dates of the last contract as payroll has them: where they differ from Lucca's, payroll wrote them. */
function lastDates(row: BookRow): {
  readonly start: PlainDate | undefined;
  readonly end: PlainDate | null | undefined;
} {
  const dateOf = (key: string) => {
    const cell = row.cells[key];
    return cell && 'date' in cell ? cell.date : undefined;
  };
  const end = row.cells['contractEnd'];
  return { start: dateOf('contractStart'), end: end && 'blank' in end ? null : dateOf('contractEnd') };
}

/** Contracts by establishment. Payroll's own dates, in « Salariés », hold for the last one. */
function establishmentSpans(row: BookRow, contracts: readonly ContractPlace[], book: VoucherBook): EstablishmentSpan[] {
  const inOrder = [...contracts].sort(compared);
  const today = establishmentNamed(book.establishments, textOf(row, 'establishment'))?.id;
  const { start, end } = lastDates(row);
  return inOrder.flatMap((contract, index): EstablishmentSpan[] => {
    const isKnown = book.establishments.some(({ id }) => id === contract.establishmentId);
    const named =
      contract.establishment === null ? undefined : establishmentNamed(book.establishments, contract.establishment)?.id;
    const own = isKnown ? contract.establishmentId : undefined;
    const establishmentId = own ?? named ?? today;
    if (establishmentId === undefined) return [];
    const isLast = index === inOrder.length - 1;
    const from = isLast && start !== undefined ? start : contract.from;
    const to = isLast && end !== undefined ? end : contract.to;
    return to !== null && to < from ? [] : [{ establishmentId, from, to }];
  });
}

/** Days of `months` that Lucca does not give, as « Plannings » says them, and the meals of those it gives. */
function typedDays({ plannings, establishments }: VoucherBook, months: readonly PlainMonth[]) {
  const dates = months.flatMap((month) => datesOf({ from: firstDay(month), to: lastDay(month) }));
  const [from, to] = [dates[0], dates.at(-1)];
  const calendars = new Map(
    from && to ? establishments.map(({ id, holidays }) => [id, holidaysBetween(holidays, from, to)]) : [],
  );
  return (employeeId: string, contracts: readonly EstablishmentSpan[], given: PersonFacts['planned']) => {
    if (plannings.length === 0) return given;
    const planned = new Map(given);
    for (const date of dates) {
      const contract = contracts.find((each) => isWithin(each, date));
      const row = contract && planningOn(plannings, employeeId, contract.establishmentId, date);
      if (!contract || !row) continue;
      const isHoliday = calendars.get(contract.establishmentId)?.has(date) === true;
      const day = plannedBy(row.pattern, date, isHoliday);
      planned.set(date, withMeals(planned.get(date), day));
    }
    return planned;
  };
}

/** Lucca does not say whether a half includes its meal: of a day with the same half, « Plannings » does. */
function withMeals(given: PlannedDay | undefined, typed: PlannedDay): PlannedDay {
  if (!given) return typed;
  const [am, pm] = [given.am, given.pm];
  if (am && !pm && typed.am && !typed.pm) return { ...given, am: { ...am, includesMeal: typed.am.includesMeal } };
  if (pm && !am && typed.pm && !typed.am) return { ...given, pm: { ...pm, includesMeal: typed.pm.includesMeal } };
  return given;
}

function isWithin({ from, to }: Period, date: PlainDate): boolean {
  return (from === null || from <= date) && (to === null || to >= date);
}

/** A meal typed in the workbook under the identifier of Lucca's replaces it. */
function mealsOf(mine: readonly Meal[], theirs: readonly Meal[]): Meal[] {
  const typed = new Set(mine.map(({ id }) => id));
  return [...theirs.filter(({ id }) => !typed.has(id)), ...mine];
}

/** Answers the facts of a person of « Salariés », the mirror sorted out once for everybody. */
export function factsOf(
  book: VoucherBook,
  lucca: VoucherFacts,
  months: readonly PlainMonth[],
): (row: BookRow) => PlacedPerson {
  const typed = typedDays(book, months);
  const coverages = coveragesOf(book);
  const contracts = byPerson(lucca.contracts);
  const planning = byPerson<PlannedMonth>(lucca.planning);
  const halfDays = byPerson(lucca.halfDays);
  const meals = byPerson(lucca.meals);
  return (row) => {
    const employeeId = canonical('identifier', row.cells['luccaId'] ?? textCell(row.key));
    const own = establishmentSpans(row, contracts.get(employeeId) ?? [], book);
    const exclusions = exclusionsOf(row, employeeId, own, book.beneficiaries);
    return {
      employeeId,
      places: own,
      spans: benefitSpans(own, coverages, exclusions, book.beneficiaries.starts.get(employeeId) ?? null),
      planned: typed(employeeId, own, plannedByDate(planning.get(employeeId) ?? [])),
      halfDays: halfDays.get(employeeId) ?? [],
      meals: mealsOf(book.meals.get(employeeId) ?? [], meals.get(employeeId) ?? []),
    };
  };
}
