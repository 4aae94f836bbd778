/**
 * The order of one person: every date decided, summed, and shared between the regulations it belongs to.
 * Method: reference § 1.5, and « Titres-restaurant » of the domain page. No rule here reads a clock.
 */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { Finding } from '../finding.ts';
import { countOf, type Standing } from './count.ts';
import { decideDate } from './decideDate.ts';
import type { BenefitSpan, PersonFacts } from './facts.ts';
import { VoucherRecord, type LedgerEntry } from './ledger.ts';
import type { OrderContext } from './orderContext.ts';
import type { ManualAdjustment, VoucherLine, VoucherOutcome } from './outcome.ts';
import { personFindings } from './personFindings.ts';
import { PersonDates, type DateView } from './personDates.ts';
import { holds } from './windows.ts';

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

function placeOf(context: OrderContext, { person, ledger }: AttributionInput, dates: PersonDates): Place | undefined {
  const spans = [...person.spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  const openDays = ({ regulation }: BenefitSpan) => context.regulations.get(regulation)?.open.days;
  const current = spans.filter((span) => {
    const days = openDays(span);
    return days !== undefined && span.from <= days.to && (span.to === null || span.to >= days.from);
  });
  const target = current.at(-1)?.regulation ?? spans.at(-1)?.regulation ?? ledger.at(-1)?.regulation;
  if (target === undefined) return undefined;
  const active = new Set(current.map(({ regulation }) => regulation));
  const end = dates.leaving;
  const days = end && openDays(end);
  if (current.length === 0) {
    const isYetToCome = spans.some((span) => (openDays(span)?.to ?? span.from) < span.from);
    return { target, active, standing: isYetToCome ? 'staying' : 'left' };
  }
  return { target, active, standing: days && end.to !== null && holds(days, end.to) ? 'leaving' : 'staying' };
}

interface Sheet {
  readonly lines: VoucherLine[];
}

/** Dates that may hold something: the windows, what is recorded, what happened. */
function datesToDecide(context: OrderContext, record: VoucherRecord, dates: PersonDates): PlainDate[] {
  const more = [...record.dates(), ...dates.eventful()];
  if (more.length === 0) return [...context.dates];
  return [...new Set([...context.dates, ...more])].sort();
}

function entriesOf(lines: readonly VoucherLine[], regulation: string, { month }: OrderContext): LedgerEntry[] {
  return lines.flatMap(({ date, fact, change }): LedgerEntry[] => {
    if (change === 0) return [];
    const recorded = fact === 'given' ? change : change === 1 ? -1 : 1;
    return [{ order: month, regulation, date, fact, change: recorded }];
  });
}

/**
 * The outcomes of one person: one per regulation that gives or takes something, the one the person is under last of all.
 * Corrections, manual adjustments and the carry follow the person, by number. Nobody to order for → an empty list.
 */
export function attribute(context: OrderContext, input: AttributionInput): VoucherOutcome[] {
  const dates = new PersonDates(context, input.person);
  const place = placeOf(context, input, dates);
  if (!place) return [];
  const record = new VoucherRecord(input.ledger);
  const sheets = new Map<string, Sheet>([...place.active].map((key) => [key, { lines: [] }]));
  const sheet = (key: string) => {
    const held = sheets.get(key) ?? { lines: [] };
    sheets.set(key, held);
    return held.lines;
  };
  const late: VoucherLine[] = [];
  const unsettled: DateView[] = [];
  for (const date of datesToDecide(context, record, dates)) {
    const view = dates.view(date);
    const recorded = record.on(date);
    if (!view && recorded.given === 0 && recorded.taken === 0) continue;
    const decision = decideDate(date, view, recorded, context.correctable);
    const own = view && place.active.has(view.context.regulation.key) ? view.context.regulation.key : place.target;
    if (decision.regular.length > 0) sheet(own).push(...decision.regular);
    if (decision.corrections.length > 0) sheet(place.target).push(...decision.corrections);
    late.push(...decision.late);
    if (view && (view.lacksHours || (view.days.at === 'open' && view.reason === 'unknownPlanning')))
      unsettled.push(view);
  }
  const isIncomplete = unsettled.some(({ reason }) => reason === 'unknownPlanning');
  const findings = personFindings(context, input.person, unsettled, late);
  return outcomes(context, input, place, sheets, isIncomplete, findings);
}

function outcomes(
  context: OrderContext,
  { person, manual, carriedIn }: AttributionInput,
  { target, standing }: Place,
  sheets: ReadonlyMap<string, Sheet>,
  isIncomplete: boolean,
  findings: readonly Finding[],
): VoucherOutcome[] {
  const isBare = carriedIn === 0 && manual.length === 0 && findings.length === 0;
  const all = sheets.has(target) || isBare ? sheets : new Map([...sheets, [target, { lines: [] }]]);
  return [...all].map(([regulation, { lines }]): VoucherOutcome => {
    const isTarget = regulation === target;
    const own = { lines: isIncomplete ? [] : lines, manual: isTarget && !isIncomplete ? manual : [] };
    const carried = isTarget ? carriedIn : 0;
    return {
      employeeId: person.employeeId,
      regulation,
      month: context.month,
      state: isIncomplete ? 'incomplete' : 'computed',
      count: countOf(own.lines, own.manual, carried, isTarget ? standing : 'staying'),
      lines: own.lines,
      entries: entriesOf(own.lines, regulation, context),
      findings: isTarget ? findings : [],
    };
  });
}
