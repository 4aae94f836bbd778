/** « Corrections de temps ». */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { TimeAccount } from '../../domain/worktime/ruleSet.ts';
import type { TableState } from '../../flows/book.ts';
import { KnownPeople, type KnownPerson } from '../knownPeople.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { correctionLabels, timeCorrectionsTable } from './timeCorrectionsTable.ts';
import { accountNamed } from './typedRule.ts';
import { minutesIn } from './typedTime.ts';

/** `account`: '' of what was used of the contingent. Minutes are signed; rest that was taken is taken off its account. */
export interface TimeCorrection {
  readonly employeeId: string;
  readonly date: PlainDate;
  readonly account: string;
  readonly kind: keyof typeof correctionLabels;
  readonly minutes: number;
  readonly comment: string;
}

/** The account of a row; undefined, and told, when a row that needs one has none that exists. */
function accountOf(row: TypedRow, kind: TimeCorrection['kind'], accounts: readonly TimeAccount[]): string | undefined {
  const typed = row.text('account');
  if (kind === 'contingent') return '';
  const code = accountNamed(typed, accounts);
  if (accounts.some((each) => each.code === code)) return code;
  row.say('account', typed === '' ? 'timeAccountMissing' : 'timeAccountUnknown', { account: typed });
  return undefined;
}

function correctionOf(row: TypedRow, people: KnownPeople, accounts: readonly TimeAccount[]): TimeCorrection[] {
  const person = people.named(row);
  const [date, minutes] = [row.date('date'), minutesIn(row, 'hours')];
  if (date === null && !row.isUnreadable('date')) row.say('date', 'timeDateMissing');
  if (minutes === null && !row.isUnreadable('hours')) row.say('hours', 'timeHoursMissing');
  const kind = row.choice('kind', correctionLabels) ?? 'manual';
  const account = row.isUnreadable('kind') ? undefined : accountOf(row, kind, accounts);
  const isBackwards = (kind === 'taken' || kind === 'contingent') && minutes !== null && minutes < 0;
  if (isBackwards) row.say('hours', 'timeHoursNegative');
  if (!person || date === null || minutes === null || account === undefined || isBackwards) return [];
  return [{ employeeId: person.id, date, account, kind, minutes, comment: row.text('comment') }];
}

/** A row that lacks something is left out, and says what. */
export function readTimeCorrections(
  state: TableState | undefined,
  people: readonly KnownPerson[],
  accounts: readonly TimeAccount[],
): Reading<readonly TimeCorrection[]> {
  const { rows, findings } = typedRows(timeCorrectionsTable, state);
  const known = new KnownPeople(people);
  return { value: rows.flatMap((row) => correctionOf(row, known, accounts)), findings };
}
