/** One month of one person: what accounts hold before it, the weeks that settle alone, its rules. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { PersonTime } from '../../domain/worktime/person.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import { keptBefore, type RecordedTime } from '../../domain/worktime/recordedTime.ts';
import { regulatedMonth, type Regulated } from '../../domain/worktime/regulated.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { weekOf } from '../../domain/worktime/weeks.ts';
import type { TimeCorrection } from '../../tables/worktime/readTimeCorrections.ts';
import type { TypedAccount } from '../../tables/worktime/readTimeAccounts.ts';
import { correctedIn, type LateTime } from './accountLines.ts';
import { attributesOf, type HeldTime } from './personTimes.ts';
import type { WorktimeReading } from './worktimeReading.ts';

type Sets = ReadonlyMap<TimeRegulation, RuleSet | null>;

/** Everything that is the same for everybody. `month`: the one that is computed; `closedMonths`: those before it; `corrections`: by person. */
export interface Frame {
  readonly reading: WorktimeReading;
  readonly month: PlainMonth;
  readonly closedMonths: readonly PlainMonth[];
  readonly corrections: ReadonlyMap<string, readonly TimeCorrection[]>;
}

/** Whose month, which one and under which sets. `late`: what is known to come late of the months before. */
export interface MonthAsked {
  readonly held: HeldTime;
  readonly month: PlainMonth;
  readonly sets: Sets;
  readonly late: readonly LateTime[];
}

/** `result`: as `regulatedMonth` answers; `person`: as it was counted. */
export interface PersonMonth {
  readonly result: Regulated | Finding;
  readonly person: PersonTime;
  readonly corrected: ReadonlyMap<string, number>;
  readonly recorded: readonly RecordedTime[];
}

/** Sets of which nothing is counted in hours ask for no sheet. */
function needsSheets(sets: Sets, { regulations }: Regulated): boolean {
  return regulations.some((each) => (sets.get(each)?.rules.length ?? 0) > 0);
}

/** Weeks that wait although nothing they post is to be approved: they settle alone. */
function settlingAlone(
  person: PersonTime,
  compute: (person: PersonTime) => Regulated | Finding,
  accounts: readonly TypedAccount[],
) {
  const free = new Set(accounts.filter((each) => !each.countsForApproval).map(({ account }) => account.code));
  if (free.size === 0 || person.unapproved.length === 0) return person;
  const whole = compute({ ...person, unapproved: [] });
  if ('code' in whole) return person;
  const { movements, unknown } = whole.outcome;
  const settles = (monday: string) => {
    const own = movements.filter(({ date }) => weekOf(date).from === monday);
    const isKnown = !unknown.some(({ period }) => weekOf(period.to).from === monday);
    return isKnown && own.length > 0 && own.every(({ account }) => free.has(account));
  };
  return { ...person, unapproved: person.unapproved.filter(({ from }) => !settles(weekOf(from).from)) };
}

/** What accounts hold before the rules of a month: what months before left, late or not, and the corrections of the month. */
function openingOf({ reading, month: current, closedMonths, corrections }: Frame, { held, month, late }: MonthAsked) {
  const { book } = reading;
  const { employeeId } = held.person;
  const recorded = book.register.entries.get(employeeId) ?? [];
  const corrected = correctedIn(month, corrections.get(employeeId) ?? [], closedMonths, current);
  const before = [...recorded, ...late];
  const opening = new Map(
    book.accounts.map(({ account: { code } }) => [code, keptBefore(before, month, code) + (corrected.get(code) ?? 0)]),
  );
  return { recorded, corrected, opening };
}

export function personMonth(frame: Frame, asked: MonthAsked): PersonMonth {
  const { held, sets, month } = asked;
  const { opening, corrected, recorded } = openingOf(frame, asked);
  const person: PersonTime = { ...held.person, opening };
  const compute = (each: PersonTime) => regulatedMonth(each, attributesOf(held), sets, month);
  const settled = settlingAlone(person, compute, frame.reading.book.accounts);
  const first = compute(settled);
  const isFree = !('code' in first) && !needsSheets(sets, first) && first.outcome.waiting.length > 0;
  return { result: isFree ? compute({ ...settled, unapproved: [] }) : first, person: settled, corrected, recorded };
}
