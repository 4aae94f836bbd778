import type { PlainDate } from '../calendar/plainDate.ts';
import type { Finding, Source } from '../finding.ts';

/** A value that the law gives from a date on, until the next one begins; with its article and the day someone last read it. */
export interface DatedValue<T> {
  readonly from: PlainDate;
  readonly value: T;
  readonly source: Source;
  readonly checkedOn: PlainDate;
  /** Day of publication of a value that was changed after it had begun. Absent: known by the day it begins. */
  readonly asKnownOn?: PlainDate;
}

export interface ValueInForce<T> {
  readonly value: T;
  readonly source: Source;
  /** `legalValueUnchecked` when the date is later than the last check of the table. */
  readonly findings: readonly Finding[];
}

function publication(row: DatedValue<unknown>): PlainDate {
  return row.asKnownOn ?? row.from;
}

/** Of two rows in force, the one that began last; of two that began together, the one published last. */
function later<T>(a: DatedValue<T>, b: DatedValue<T>): DatedValue<T> {
  const [first, second] = a.from === b.from ? [publication(a), publication(b)] : [a.from, b.from];
  return second > first ? b : a;
}

/**
 * The value in force on `date`, as it is known now; or as it was known on `knownOn`, before later texts changed it.
 * Undefined before the first row. Order of the rows does not matter.
 * Cap of titres-restaurant on 2022-10-01: 6.50 € now, 5.92 € as known on 2022-10-31.
 */
export function valueOn<T>(
  rows: readonly DatedValue<T>[],
  date: PlainDate,
  knownOn?: PlainDate,
): ValueInForce<T> | undefined {
  const candidates = rows.filter((row) => row.from <= date && (knownOn === undefined || publication(row) <= knownOn));
  const [first, ...others] = candidates;
  if (!first) return undefined;
  const { value, source } = others.reduce(later, first);
  return { value, source, findings: uncheckedFindings(rows, date, source) };
}

/** The table is checked as a whole: whoever reads the newest row has seen that the older ones ended where they end. */
function uncheckedFindings(rows: readonly DatedValue<unknown>[], date: PlainDate, source: Source): Finding[] {
  const checkedOn = rows.map((row) => row.checkedOn).reduce((latest, each) => (each > latest ? each : latest));
  if (date <= checkedOn) return [];
  return [
    { code: 'legalValueUnchecked', severity: 'warning', facts: { title: source.title, date, checkedOn }, source },
  ];
}
