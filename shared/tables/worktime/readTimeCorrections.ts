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

interface Typed {
  readonly row: TypedRow;
  readonly correction: TimeCorrection;
}

function correctionOf(row: TypedRow, people: KnownPeople, accounts: readonly TimeAccount[]): Typed[] {
  const person = people.named(row);
  const [date, minutes] = [row.date('date'), minutesIn(row, 'hours')];
  if (date === null && !row.isUnreadable('date')) row.say('date', 'timeDateMissing');
  if (minutes === null && !row.isUnreadable('hours')) row.say('hours', 'timeHoursMissing');
  const kind = row.choice('kind', correctionLabels) ?? 'manual';
  const account = row.isUnreadable('kind') ? undefined : accountOf(row, kind, accounts);
  const isBackwards = (kind === 'taken' || kind === 'contingent') && minutes !== null && minutes < 0;
  if (isBackwards) row.say('hours', 'timeHoursNegative');
  if (!person || date === null || minutes === null || account === undefined || isBackwards) return [];
  const correction = { employeeId: person.id, date, account, kind, minutes, comment: row.text('comment') };
  return [{ row, correction }];
}

/** What two rows say twice: an account begins once, the contingent of a year is used so far, the same correction to the letter. */
function sameThing({ employeeId, date, account, kind, minutes, comment }: TimeCorrection): string {
  const whole = [employeeId, kind, account];
  if (kind === 'opening') return JSON.stringify(whole);
  if (kind === 'contingent') return JSON.stringify([...whole, date.slice(0, 4)]);
  return JSON.stringify([...whole, date, minutes, comment]);
}

/** Of several, the one that counts: an account began at the earliest; what was used so far is the latest. */
function isFirst(a: Typed, b: Typed): boolean {
  if (a.correction.date === b.correction.date) return a.row.sheetRow < b.row.sheetRow;
  return a.correction.date < b.correction.date === (a.correction.kind === 'opening');
}

/** Starting points that are typed twice are told and count once; the same correction twice may be two, and is told. */
function eachOnce(typed: readonly Typed[]): TimeCorrection[] {
  const first = new Map<string, Typed>();
  for (const each of typed) {
    const key = sameThing(each.correction);
    const other = first.get(key);
    if (!other || isFirst(each, other)) first.set(key, each);
  }
  return typed.flatMap(({ row, correction }) => {
    const kept = first.get(sameThing(correction));
    if (!kept || kept.row === row) return [correction];
    const line = kept.row.sheetRow;
    if (correction.kind === 'opening') row.say('kind', 'timeOpeningTwice', { line });
    else if (correction.kind === 'contingent') row.say('kind', 'timeContingentTwice', { line });
    else row.say('hours', 'timeCorrectionTwice', { line }, 'warning');
    return correction.kind === 'opening' || correction.kind === 'contingent' ? [] : [correction];
  });
}

/** A row that lacks something is left out, and says what. Rows of one key may all count: `eachOnce` tells those that should not. */
export function readTimeCorrections(
  state: TableState | undefined,
  people: readonly KnownPerson[],
  accounts: readonly TimeAccount[],
): Reading<readonly TimeCorrection[]> {
  const { rows, findings } = typedRows(timeCorrectionsTable, state);
  const known = new KnownPeople(people);
  const value = eachOnce(rows.flatMap((row) => correctionOf(row, known, accounts)));
  return { value, findings: findings.filter(({ code }) => code !== 'duplicateKey') };
}
