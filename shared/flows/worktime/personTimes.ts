/** The time of each person, from the mirror and the workbook, as the computation takes it. */
import type { Timesheet } from '../../contracts/worktimeSchemas.ts';
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../domain/calendar/plannedMonth.ts';
import { clocksOf } from '../../domain/calendar/zones.ts';
import type { Finding } from '../../domain/finding.ts';
import type { TimeEntryMonth } from '../../domain/worktime/entryMonth.ts';
import type { DateSpan, PersonTime } from '../../domain/worktime/person.ts';
import type { Attributes } from '../../domain/worktime/population.ts';
import { contractOn, datesOf, weeksIn } from '../../domain/worktime/weeks.ts';
import type { Establishment } from '../../tables/readEstablishments.ts';
import { foldedName } from '../../tables/worktime/readTimeRegulations.ts';
import type { BookRow } from '../book.ts';
import type { WorktimeFacts } from '../readWorktimeFacts.ts';
import { byPerson } from '../byPerson.ts';
import { declaredTime } from './declaredTime.ts';
import { disjoint, overlapFindings } from './disjointContracts.ts';
import { heldSpans, withHours, type HeldContract, type HeldSpan } from './heldContracts.ts';
import { plannedTimesOf } from './plannedTimes.ts';
import { luccaIdOf, type WorktimeBook } from './worktimeBook.ts';

/** A person's time, without what accounts hold: that depends on the month. */
export interface HeldTime {
  readonly row: BookRow;
  readonly person: Omit<PersonTime, 'opening'>;
  readonly contracts: readonly HeldContract[];
  readonly findings: readonly Finding[];
}

const PARIS = 'Europe/Paris';

/** The clocks of a person: those typed for the establishment, Lucca's, else those of its calendar of holidays. */
function zoneOf(spans: readonly HeldSpan[]): string {
  const last = spans.at(-1);
  const { establishment } = last ?? {};
  return establishment?.timeZone ?? last?.zone ?? (establishment ? clocksOf[establishment.holidays.zone] : PARIS);
}

function placesOf(spans: readonly HeldSpan[]) {
  return (date: PlainDate): Establishment | undefined => contractOnSpan(spans, date)?.establishment;
}

function contractOnSpan<T extends Pick<HeldSpan, 'from' | 'to'>>(spans: readonly T[], date: PlainDate): T | undefined {
  return spans.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** What a regulation may ask of a person on a date. */
export function attributesOf({ person, contracts }: HeldTime): (date: PlainDate) => Attributes {
  return (date) => {
    const contract = contractOnSpan(contracts, date);
    return {
      employeeId: person.employeeId,
      establishment: contract?.establishment?.id ?? '',
      workCycle: foldedName(contract?.workCycle ?? ''),
      contractKind: contract?.isPartTime ? 'partTime' : 'fullTime',
    };
  };
}

/** `span`: the dates that are asked about, whole weeks. `hasSheets`: false where Lucca has no sheets that may be read. */
export interface TimesAsked {
  readonly span: DateSpan;
  readonly hasSheets: boolean;
}

export interface TimesReader {
  /** The time of a person of « Salariés ». */
  readonly of: (row: BookRow) => HeldTime;
  /** What is to be told of the calendars of those read so far. */
  readonly findings: () => readonly Finding[];
}

/** Reads the time of people, the mirror sorted out once for everybody. */
export function timesOf(book: WorktimeBook, mirror: WorktimeFacts, { span, hasSheets }: TimesAsked): TimesReader {
  const { plannings, establishments } = book;
  // The day before is read for a night that ends in the first week.
  const dates = datesOf({ from: addDays(span.from, -1), to: span.to });
  const calendars = plannedTimesOf({ plannings, establishments, dates });
  const workingTimes = new Map(mirror.workingTimes.map((each) => [each.id, each]));
  const contracts = byPerson(mirror.contracts);
  const planning = byPerson<PlannedMonth>(mirror.planning);
  const entries = byPerson<TimeEntryMonth>(mirror.entries);
  const sheets = byPerson<Timesheet>(mirror.sheets);
  const halfDays = byPerson(mirror.halfDays);
  const weeks = weeksIn(span);
  const of = (row: BookRow): HeldTime => {
    const employeeId = luccaIdOf(row);
    const claimed = heldSpans(row, contracts.get(employeeId) ?? [], establishments);
    const spans = disjoint(claimed);
    const planned = calendars.of(employeeId, planning.get(employeeId) ?? [], placesOf(spans));
    const held = spans.map((each) => withHours(each, workingTimes, planned));
    const ofWeek = (week: DateSpan) => datesOf(week).some((date) => contractOn(held, date) !== undefined);
    const { findings, ...declared } = declaredTime({
      rows: entries.get(employeeId) ?? [],
      sheets: sheets.get(employeeId) ?? [],
      typed: book.typed.get(employeeId),
      planned,
      weeks: weeks.filter(ofWeek),
      hasSheets,
    });
    const absences = (halfDays.get(employeeId) ?? []).map(({ date, half, accountId, minutes }) => {
      return { date, half, accountId, minutes };
    });
    const person = { employeeId, zone: zoneOf(spans), contracts: held, planned, absences, ...declared };
    const told = [...findings, ...overlapFindings(claimed, span)];
    return { row, person, contracts: held, findings: told.map((each) => ({ ...each, subject: employeeId })) };
  };
  return { of, findings: calendars.differences };
}
