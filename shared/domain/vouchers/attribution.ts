/**
 * The order of one person: every date decided, summed, and shared between the regulations it belongs to.
 * Method: reference § 1.5, and « Titres-restaurant » of the domain page. No rule here reads a clock.
 */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { countOf, type Standing } from './count.ts';
import { DecidedLines, decideDate } from './decideDate.ts';
import type { BenefitSpan, PersonFacts } from './facts.ts';
import { lastRegulation, VoucherRecord, type LedgerEntry } from './ledger.ts';
import type { OrderContext } from './orderContext.ts';
import type { ManualAdjustment, VoucherLine, VoucherOutcome } from './outcome.ts';
import { PersonDates } from './personDates.ts';
import { Doubts } from './personFindings.ts';

export interface AttributionInput {
  readonly person: PersonFacts;
  /** What closed orders recorded of this person, in any order. */
  readonly ledger: readonly LedgerEntry[];
  /** Of this person and this order. */
  readonly manual: readonly ManualAdjustment[];
  /** Zero or negative: what the order before could not take back. */
  readonly carriedIn: number;
}

/** Where the person stands under this order: the regulation that carries what follows the person, and whether they leave. */
interface Place {
  readonly target: string;
  readonly standing: Standing;
  /** Regulations under which the person has days in this order. */
  readonly active: ReadonlySet<string>;
}

function placeOf(context: OrderContext, { ledger }: AttributionInput, dates: PersonDates): Place | undefined {
  const { spans, leaving } = dates;
  const openDays = ({ regulation }: BenefitSpan) => context.regulations.get(regulation)?.open.days;
  const current = spans.filter((span) => {
    const days = openDays(span);
    return days !== undefined && span.from <= days.to && (span.to === null || span.to >= days.from);
  });
  const target = current.at(-1)?.regulation ?? spans.at(-1)?.regulation ?? lastRegulation(ledger);
  if (target === undefined) return undefined;
  const active = new Set(current.map(({ regulation }) => regulation));
  if (current.length > 0) return { target, active, standing: leaving ? 'leaving' : 'staying' };
  const isYetToCome = spans.some((span) => {
    const days = openDays(span);
    return days === undefined ? span.to === null : days.to < span.from;
  });
  return { target, active, standing: isYetToCome ? 'staying' : 'left' };
}

/** Dates that may hold something: the windows, what is recorded, what happened, and older days whose planning is known. */
function datesToDecide(
  { dates, needed, older }: OrderContext,
  { planned }: PersonFacts,
  record: VoucherRecord,
  person: PersonDates,
): Iterable<PlainDate> {
  const others = [...record.dates(), ...person.eventful()].filter((date) => !needed.has(date));
  const more = [...others, ...older.filter((date) => planned.has(date))];
  return more.length === 0 ? dates : [...new Set([...dates, ...more])].sort();
}

function entriesOf(lines: readonly VoucherLine[], regulation: string, order: OrderContext['month']): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const { date, fact, change } of lines) {
    if (change === 0) continue;
    const recorded = fact === 'given' ? change : change === 1 ? -1 : 1;
    entries.push({ order, regulation, date, fact, change: recorded });
  }
  return entries;
}

/** The lines of one person: under each regulation they have days under, and under the one that carries what follows them. */
interface Decided {
  readonly sheets: ReadonlyMap<string, readonly VoucherLine[]>;
  readonly findings: readonly Finding[];
  readonly isIncomplete: boolean;
}

function decide(
  context: OrderContext,
  { person, ledger }: AttributionInput,
  place: Place,
  dates: PersonDates,
): Decided {
  const record = new VoucherRecord(ledger);
  const onTarget: VoucherLine[] = [];
  const sheets = new Map<string, VoucherLine[]>([...place.active].map((key) => [key, []]));
  sheets.set(place.target, onTarget);
  const doubts = new Doubts(context);
  const lines = new DecidedLines(context.correctable);
  for (const date of datesToDecide(context, person, record, dates)) {
    const view = dates.view(date);
    const recorded = record.on(date);
    const isNothing = recorded.given === 0 && recorded.taken === 0;
    if (!view && (isNothing || dates.spanOn(date))) continue;
    const own = view && sheets.get(view.context.regulation.key);
    decideDate(view, recorded, lines.on(date, own ?? onTarget, onTarget));
    if (view) doubts.note(view, recorded);
  }
  const findings = doubts.findings(person.employeeId, lines.late);
  return { sheets, findings, isIncomplete: doubts.unplanned.length > 0 };
}

/**
 * The outcomes of one person: one per regulation that gives or takes something, the one the person is under last of all.
 * Corrections, manual adjustments and the carry follow the person, by number. Nobody to order for → an empty list.
 */
export function attribute(context: OrderContext, input: AttributionInput): VoucherOutcome[] {
  const dates = new PersonDates(context, input.person);
  const place = placeOf(context, input, dates);
  if (!place) return [];
  const decided = decide(context, input, place, dates);
  const isBare = input.carriedIn === 0 && input.manual.length === 0 && decided.findings.length === 0;
  // Of somebody who has left, dates that change nothing are nobody's news.
  const keys = [...decided.sheets.keys()].filter(
    (key) => place.active.has(key) || !isBare || decided.sheets.get(key)?.some(({ change }) => change !== 0),
  );
  return keys.map((key) => outcomeOf(context, input, place, decided, key));
}

/** Of a person whose planning is not known nothing is counted, nothing is settled: what is carried goes on. */
function outcomeOf(
  { month }: OrderContext,
  { person: { employeeId }, manual, carriedIn }: AttributionInput,
  { target, standing }: Place,
  { sheets, findings, isIncomplete }: Decided,
  regulation: string,
): VoucherOutcome {
  const isTarget = regulation === target;
  const lines = isIncomplete ? [] : (sheets.get(regulation) ?? []);
  const decidedByHand = isTarget && !isIncomplete ? manual : [];
  return {
    employeeId,
    regulation,
    month,
    state: isIncomplete ? 'incomplete' : 'computed',
    count: countOf(lines, decidedByHand, isTarget ? carriedIn : 0, isIncomplete ? 'staying' : standing),
    lines,
    manual: decidedByHand,
    entries: entriesOf(lines, regulation, month),
    findings: isTarget ? findings : [],
  };
}
