/** What a month holds of each person, as « Contrôle » compares it: vouchers ordered, half-days of absence, hours. */
import { monthOf, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import {
  partsOfOneMonth,
  type ControlledMonth,
  type CountedTopic,
  type MonthFigure,
} from '../../../domain/people/month/control.ts';
import { absencesTable } from '../../../tables/absencesTable.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import { ordersTable } from '../../../tables/vouchers/ordersTable.ts';
import { timeBalancesTable } from '../../../tables/worktime/timeBalancesTable.ts';
import { exportStates, timeExportsTable } from '../../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable } from '../../../tables/worktime/timeRegisterTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { inMonths } from '../../comparisons.ts';
import { silenceFindings } from '../../luccaFindings.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { countingOrders, numberOf, orderedLines } from './leaverDues.ts';
import type { MonthReading } from './monthReading.ts';
import { dateOf, personOf } from './movementRows.ts';

const HUNDRED = 100;
const HALVES = 2;

/** Undefined for a month of which nothing is known. */
type Figures = MonthFigure[] | undefined;

const isOf = (month: PlainMonth) => (row: BookRow) => textOf(row, 'month') === month;

/** Each of its person under the identifier that they have now. */
function ofCurrent(snapshot: BookSnapshot, figures: Figures): Figures {
  const { of } = currentIds(snapshot);
  return figures?.map((each) => ({ ...each, employeeId: of(each.employeeId) }));
}

function figure(row: BookRow, topic: CountedTopic, item: string, number: number): MonthFigure {
  return { employeeId: personOf(row), topic, item, hundredths: Math.round(number * HUNDRED) };
}

/** By number, the regulation of each order of the month that counts. */
function ordersOf(snapshot: BookSnapshot, month: PlainMonth): ReadonlyMap<string, string> {
  const counting = countingOrders(snapshot);
  const rows = rowsOf(snapshot, ordersTable.name).filter((row) => counting.has(row.key) && isOf(month)(row));
  return new Map(rows.map((row) => [row.key.toUpperCase(), textOf(row, 'regulation').trim()]));
}

function vouchers(snapshot: BookSnapshot, month: PlainMonth): Figures {
  const orders = ordersOf(snapshot, month);
  if (orders.size === 0) return undefined;
  return orderedLines(snapshot)
    .filter(isOf(month))
    .map((row) => {
      const part = orders.get(textOf(row, 'order').toUpperCase()) ?? '';
      return { ...figure(row, 'vouchers', '', numberOf(row, 'ordered')), part };
    });
}

/**
 * « Absences » has the month: a row that Lucca brought of it, or none where Lucca has nothing to bring. A month that the service read and the
 * workbook was not updated with is not nought.
 */
function hasAbsencesOf(reading: MonthReading, month: PlainMonth): boolean {
  const { snapshot, connection, people, halfDays, silent } = reading;
  if (snapshot[absencesTable.name]?.state !== 'found' || silent.some((each) => each.month === month)) return false;
  if (rowsOf(snapshot, absencesTable.name).some(inMonths([month]))) return true;
  const own = new Set(people.map(personOf));
  const isLacking = halfDays.some(({ employeeId, date }) => own.has(employeeId) && monthOf(date) === month);
  return !isLacking && (connection.mirror?.months.includes(month) ?? false);
}

function absences(reading: MonthReading, month: PlainMonth): Figures {
  const { snapshot } = reading;
  if (!hasAbsencesOf(reading, month)) return undefined;
  return rowsOf(snapshot, absencesTable.name).flatMap((row) => {
    const from = dateOf(row, 'from');
    if (!from || monthOf(from) !== month) return [];
    return [figure(row, 'absences', textOf(row, 'account'), numberOf(row, 'days') * HALVES)];
  });
}

/** Person by person and account by account, what was handed over of the month; where nothing was, what was counted last. */
function hours(snapshot: BookSnapshot, month: PlainMonth): Figures {
  const exports = rowsOf(snapshot, timeExportsTable.name).filter(
    (row) => isOf(month)(row) && textOf(row, 'state') === exportStates.confirmed,
  );
  const confirmed = new Set(exports.map(({ key }) => key));
  const exported = rowsOf(snapshot, timeRegisterTable.name)
    .filter((row) => confirmed.has(textOf(row, 'export')))
    .map((row) => figure(row, 'hours', textOf(row, 'account'), numberOf(row, 'hundredths') / HUNDRED));
  const of = ({ employeeId, item }: MonthFigure) => JSON.stringify([employeeId, item]);
  const handed = new Set(exported.map(of));
  const sum = (row: BookRow) => ['posted', 'corrected', 'late'].reduce((total, key) => total + numberOf(row, key), 0);
  const counted = rowsOf(snapshot, timeBalancesTable.name)
    .filter(isOf(month))
    .map((row) => figure(row, 'hours', textOf(row, 'account'), sum(row)));
  if (confirmed.size === 0 && counted.length === 0) return undefined;
  return [...exported, ...counted.filter((each) => !handed.has(of(each)))];
}

const unknownCodes = {
  vouchers: ['controlNoOrder', 'info'],
  absences: ['controlAbsencesLacking', 'warning'],
  hours: ['controlNoHours', 'info'],
} as const satisfies Readonly<Record<CountedTopic, readonly [string, Finding['severity']]>>;

/** What is not known of the months, topic by topic: never nought. */
export function unknownFindings(
  months: readonly (ControlledMonth & { readonly month: PlainMonth })[],
  silent: MonthReading['silent'],
): Finding[] {
  const unknown = (Object.keys(unknownCodes) as CountedTopic[]).flatMap((topic): Finding[] => {
    const unsaid = months.filter(({ known, month }) => {
      return !known.has(topic) && !(topic === 'absences' && silent.some((each) => each.month === month));
    });
    const [code, severity] = unknownCodes[topic];
    return unsaid.length === 0
      ? []
      : [{ code, severity, facts: { months: unsaid.map(({ month }) => month).join(' ') } }];
  });
  return [...silenceFindings(silent).map((each) => ({ ...each, code: 'controlNoAbsence' })), ...unknown];
}

/** Regulations that were ordered in one of the two months alone. */
export function unorderedFindings(before: ControlledMonth, now: ControlledMonth): Finding[] {
  const lone = partsOfOneMonth(before, now);
  if (lone.length === 0) return [];
  return [{ code: 'controlRegulationAlone', severity: 'info', facts: { regulations: lone.join(', ') } }];
}

/** The month, with the topics of which something is known. */
export function controlledMonth(
  reading: MonthReading,
  month: PlainMonth,
): ControlledMonth & { readonly month: PlainMonth } {
  const { snapshot } = reading;
  const all: Readonly<Record<CountedTopic, Figures>> = {
    vouchers: ofCurrent(snapshot, vouchers(snapshot, month)),
    absences: ofCurrent(snapshot, absences(reading, month)),
    hours: ofCurrent(snapshot, hours(snapshot, month)),
  };
  const topics = Object.keys(all) as CountedTopic[];
  return {
    month,
    figures: topics.flatMap((topic) => all[topic] ?? []),
    known: new Set(topics.filter((topic) => all[topic] !== undefined)),
    parts: new Set(ordersOf(snapshot, month).values()),
  };
}
