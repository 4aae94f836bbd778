/** A control reads time and tells what passes a limit of the law, or of the agreement that replaces it. It changes no figure. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import type { Finding, Severity } from '../../finding.ts';
import { valueOn, type DatedValue } from '../../legal/datedValue.ts';
import { allWorked, solidarityOf, type DayTime } from '../dayTime.ts';
import type { Interval } from '../intervals.ts';
import type { DateSpan, TimeContract } from '../person.ts';
import { mondayOf, weeksIn } from '../weeks.ts';

export interface ControlInput {
  readonly employeeId: string;
  /** In order; what comes before `from` is read for averages and rests, and not controlled again. */
  readonly days: readonly DayTime[];
  readonly from: PlainDate;
  readonly contracts: readonly TimeContract[];
  /** Limits of an agreement, by code of the control: they replace those of the law. */
  readonly agreement: ReadonlyMap<string, number>;
  /** False on the dates of forfait-jours: their hours have no limit, rests do. */
  readonly countsHours: (date: PlainDate) => boolean;
}

export type Control = (input: ControlInput) => readonly Finding[];

/** What passes a limit: minutes, or days, on a date or over a span. */
export interface Passed {
  readonly code: string;
  readonly span: DateSpan;
  readonly measured: number;
  readonly limit: number;
  readonly law: readonly DatedValue<number>[];
  readonly severity?: Severity;
}

/** The limit in force on a date; undefined before the law of the table. */
export function limitOn(
  code: string,
  law: readonly DatedValue<number>[],
  date: PlainDate,
  { agreement }: ControlInput,
): number | undefined {
  const legal = valueOn(law, date)?.value;
  return legal === undefined ? undefined : (agreement.get(code) ?? legal);
}

/** The finding of a limit that was passed, with the article it rests on. */
export function passed(
  { code, span, measured, limit, law, severity = 'warning' }: Passed,
  { employeeId }: ControlInput,
): Finding {
  const source = valueOn(law, span.from)?.source;
  const facts = { from: span.from, to: span.to, measured, limit };
  return { code, severity, subject: employeeId, facts, ...(source && { source }) };
}

/** A civil week and what is known of its days. */
export interface Week {
  readonly span: DateSpan;
  readonly days: readonly DayTime[];
}

/** The weeks that the days touch, in order. */
export function weeksOf(days: readonly DayTime[]): Week[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const byMonday = new Map<PlainDate, DayTime[]>();
  for (const day of days) {
    const monday = mondayOf(day.date);
    const own = byMonday.get(monday);
    if (own) own.push(day);
    else byMonday.set(monday, [day]);
  }
  return weeksIn({ from: first.date, to: last.date }).map((span) => ({ span, days: byMonday.get(span.from) ?? [] }));
}

/**
 * Presence and what is taken for work, in minutes, the solidarity day left out: what overtime, additional hours and the contingent count.
 * Absences without hours add nothing: a control needs no more than what is sure.
 */
export function countedMinutes(days: readonly DayTime[]): number {
  return days.reduce((sum, { counters }) => sum + (counters.effective ?? counters.presence ?? 0), 0);
}

/** As `countedMinutes`, with the solidarity day: it is work, and tires as much. */
export function workedMinutes(days: readonly DayTime[]): number {
  return days.reduce((sum, day) => sum + solidarityOf(day), countedMinutes(days));
}

/** A shift: presence that entries in a row declared, from its first minute to its last, on the date it starts. */
export interface Shift extends Interval {
  readonly date: PlainDate;
}

/** Shifts in order. */
export function shiftsOf(days: readonly DayTime[]): Shift[] {
  const shifts = new Map<string, { date: PlainDate; from: number; to: number }>();
  for (const day of days) {
    const { date } = day;
    for (const piece of allWorked(day).presence) {
      const known = shifts.get(piece.shift);
      if (!known) shifts.set(piece.shift, { date, from: piece.from, to: piece.to });
      else
        shifts.set(piece.shift, { ...known, from: Math.min(known.from, piece.from), to: Math.max(known.to, piece.to) });
    }
  }
  return [...shifts.values()].sort((a, b) => a.from - b.from);
}
