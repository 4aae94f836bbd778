/** What a month holds of each person, as « Contrôle » compares it: vouchers ordered, half-days of absence, hours. */
import { monthOf, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { ControlledMonth, CountedTopic, MonthFigure } from '../../../domain/people/month/control.ts';
import { absencesTable } from '../../../tables/absencesTable.ts';
import { ordersTable } from '../../../tables/vouchers/ordersTable.ts';
import { timeBalancesTable } from '../../../tables/worktime/timeBalancesTable.ts';
import { exportStates, timeExportsTable } from '../../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable } from '../../../tables/worktime/timeRegisterTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { countingOrders, numberOf, orderedLines } from './leaverDues.ts';
import type { MonthReading } from './monthReading.ts';
import { dateOf, personOf } from './movementPeople.ts';

const HUNDRED = 100;
const HALVES = 2;

/** Undefined for a month of which nothing is known. */
type Figures = MonthFigure[] | undefined;

const isOf = (month: PlainMonth) => (row: BookRow) => textOf(row, 'month') === month;

function figure(row: BookRow, topic: CountedTopic, item: string, number: number): MonthFigure {
  return { employeeId: personOf(row), topic, item, hundredths: Math.round(number * HUNDRED) };
}

function vouchers(snapshot: BookSnapshot, month: PlainMonth): Figures {
  const counting = countingOrders(snapshot);
  const isOrdered = rowsOf(snapshot, ordersTable.name).some((row) => counting.has(row.key) && isOf(month)(row));
  if (!isOrdered) return undefined;
  return orderedLines(snapshot)
    .filter(isOf(month))
    .map((row) => figure(row, 'vouchers', '', numberOf(row, 'ordered')));
}

function absences({ snapshot, connection }: MonthReading, month: PlainMonth): Figures {
  const isRead = connection.mirror?.months.includes(month) ?? false;
  if (!isRead || snapshot[absencesTable.name]?.state !== 'found') return undefined;
  return rowsOf(snapshot, absencesTable.name).flatMap((row) => {
    const from = dateOf(row, 'from');
    if (!from || monthOf(from) !== month) return [];
    return [figure(row, 'absences', textOf(row, 'account'), numberOf(row, 'days') * HALVES)];
  });
}

/** What was handed over of the month; while it is open, what was counted last. */
function hours(snapshot: BookSnapshot, month: PlainMonth): Figures {
  const exports = rowsOf(snapshot, timeExportsTable.name).filter(
    (row) => isOf(month)(row) && textOf(row, 'state') === exportStates.confirmed,
  );
  const confirmed = new Set(exports.map(({ key }) => key));
  if (confirmed.size > 0) {
    const lines = rowsOf(snapshot, timeRegisterTable.name).filter((row) => confirmed.has(textOf(row, 'export')));
    return lines.map((row) => figure(row, 'hours', textOf(row, 'account'), numberOf(row, 'hundredths') / HUNDRED));
  }
  const counted = rowsOf(snapshot, timeBalancesTable.name).filter(isOf(month));
  if (counted.length === 0) return undefined;
  const sum = (row: BookRow) => ['posted', 'corrected', 'late'].reduce((total, key) => total + numberOf(row, key), 0);
  return counted.map((row) => figure(row, 'hours', textOf(row, 'account'), sum(row)));
}

const unknownCodes = {
  vouchers: ['controlNoOrder', 'info'],
  absences: ['controlAbsencesUnread', 'warning'],
  hours: ['controlNoHours', 'info'],
} as const satisfies Readonly<Record<CountedTopic, readonly [string, Finding['severity']]>>;

/** What is not known of the months, topic by topic: never nought. */
export function unknownFindings(months: readonly (ControlledMonth & { readonly month: PlainMonth })[]): Finding[] {
  return (Object.keys(unknownCodes) as CountedTopic[]).flatMap((topic): Finding[] => {
    const unknown = months.filter(({ known }) => !known.has(topic)).map(({ month }) => month);
    const [code, severity] = unknownCodes[topic];
    return unknown.length === 0 ? [] : [{ code, severity, facts: { months: unknown.join(' ') } }];
  });
}

/** The month, with the topics of which something is known. */
export function controlledMonth(
  reading: MonthReading,
  month: PlainMonth,
): ControlledMonth & { readonly month: PlainMonth } {
  const { snapshot } = reading;
  const all: Readonly<Record<CountedTopic, Figures>> = {
    vouchers: vouchers(snapshot, month),
    absences: absences(reading, month),
    hours: hours(snapshot, month),
  };
  const topics = Object.keys(all) as CountedTopic[];
  return {
    month,
    figures: topics.flatMap((topic) => all[topic] ?? []),
    known: new Set(topics.filter((topic) => all[topic] !== undefined)),
  };
}
