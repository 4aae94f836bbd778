/** « Simuler »: the same month counted as it is, and with another set of rules, side by side. Nothing is written. */
import { cents, type Cents } from '../../domain/money/money.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { checkRuleSet } from '../../domain/worktime/checkRuleSet.ts';
import { total } from '../../domain/worktime/movement.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import { basePay, premiumAmount } from '../../domain/worktime/premiumPay.ts';
import type { ReadyMadeSet } from '../../domain/worktime/readyMade.ts';
import type { RuleSet, TimeAccount, TimeRule } from '../../domain/worktime/ruleSet.ts';
import { foldedName } from '../../tables/worktime/readTimeRegulations.ts';
import type { BookRow } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { computeWorktimeReading, type PersonWorktime, type WorktimeComputation } from './computeTimes.ts';
import type { WorktimeBook } from './worktimeBook.ts';
import {
  readForWorktime,
  type WorktimeError,
  type WorktimePorts,
  type WorktimeReading,
  type WorktimeRequest,
} from './worktimeReading.ts';

/** The set that is tried: one of « Règles de temps », by its name, or a ready-made one. */
export type TriedSet = { readonly name: string } | { readonly ready: ReadyMadeSet };

/** `regulation`: the only one that is changed; every one that counts hours, where none is said. */
export interface TimeSimulationRequest extends WorktimeRequest {
  readonly tried: TriedSet;
  readonly regulation?: string;
}

/** Minutes of one account on both sides. */
export interface TimeGap {
  readonly account: TimeAccount;
  readonly held: number;
  readonly tried: number;
}

export interface PersonTimeGap {
  readonly row: BookRow;
  readonly employeeId: string;
  readonly gaps: readonly TimeGap[];
}

/** `people`: those of whom a side posts something. `left`: those that one of the sides cannot count, with the reason in `findings`. */
export interface TimeSimulation {
  readonly accounts: readonly TimeGap[];
  readonly people: readonly PersonTimeGap[];
  readonly left: readonly BookRow[];
  readonly findings: readonly Finding[];
}

/** `unknownSet`: no rule is of that set. `invalidSet`: it has mistakes, that the findings tell. */
export type TimeSimulationError =
  | WorktimeError
  | { readonly code: 'unknownSet' }
  | { readonly code: 'invalidSet'; readonly findings: readonly Finding[] };

interface TriedRules {
  readonly rules: readonly TimeRule[];
  readonly accounts: readonly TimeAccount[];
}

/** Accounts of the sheet, and those that a ready-made set brings. */
function triedRules(book: WorktimeBook, tried: TriedSet): TriedRules | undefined {
  const held = book.accounts.map(({ account }) => account);
  if ('ready' in tried) {
    const codes = new Set(held.map(({ code }) => code));
    return {
      rules: tried.ready.rules,
      accounts: [...held, ...tried.ready.accounts.filter(({ code }) => !codes.has(code))],
    };
  }
  const rules = book.rules.rules
    .filter(({ set }) => foldedName(set) === foldedName(tried.name))
    .map(({ rule }) => rule);
  return rules.length === 0 ? undefined : { rules, accounts: held };
}

/** The book with the set put in the place of that of the regulations asked about. */
function triedBook(
  book: WorktimeBook,
  { rules, accounts }: TriedRules,
  { regulation: only }: TimeSimulationRequest,
): WorktimeBook {
  const sets = book.regulations.map(({ regulation, clockChange }): readonly [TimeRegulation, RuleSet | null] => {
    const isAsked = only === undefined ? regulation.countsHours : foldedName(regulation.name) === foldedName(only);
    const { name, month, countsHours } = regulation;
    if (!isAsked) return [regulation, book.sets.get(regulation) ?? null];
    return [regulation, { name, rules, accounts, absences: book.treatments, month, clockChange, countsHours }];
  });
  return { ...book, sets: new Map(sets) };
}

function mistakes(book: WorktimeBook): Finding[] {
  const sets = [...book.sets.values()].flatMap((set) => set ?? []);
  const all = sets.flatMap((set) => checkRuleSet(set).filter(({ severity }) => severity === 'error'));
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function gapsOf(accounts: readonly TimeAccount[], held: PersonWorktime, tried: PersonWorktime): TimeGap[] {
  return accounts.flatMap((account): TimeGap[] => {
    const [mine, theirs] = [held, tried].map(({ outcome }) => total(outcome.movements, account.code));
    return mine || theirs ? [{ account, held: mine ?? 0, tried: theirs ?? 0 }] : [];
  });
}

function sideBySide(
  accounts: readonly TimeAccount[],
  held: WorktimeComputation,
  tried: WorktimeComputation,
): TimeSimulation {
  const isSound = ({ outcome }: PersonWorktime) => outcome.state !== 'refused';
  const theirs = new Map(tried.people.filter(isSound).map((each) => [each.outcome.employeeId, each]));
  const left: BookRow[] = [];
  const people = held.people.flatMap((mine): PersonTimeGap[] => {
    const { employeeId } = mine.outcome;
    const other = theirs.get(employeeId);
    if (!other || !isSound(mine)) left.push(mine.held.row);
    const gaps = other && isSound(mine) ? gapsOf(accounts, mine, other) : [];
    return gaps.length === 0 ? [] : [{ row: mine.held.row, employeeId, gaps }];
  });
  const sums = accounts.flatMap((account): TimeGap[] => {
    const own = people.flatMap(({ gaps }) => gaps.filter((gap) => gap.account.code === account.code));
    const sum = (of: (gap: TimeGap) => number) => own.reduce((minutes, gap) => minutes + of(gap), 0);
    return own.length === 0 ? [] : [{ account, held: sum((gap) => gap.held), tried: sum((gap) => gap.tried) }];
  });
  const findings = new Map([...held.findings, ...tried.findings].map((each) => [JSON.stringify(each), each]));
  return { accounts: sums, people, left, findings: [...findings.values()] };
}

/** Counts the month twice. Undefined signals aside, the workbook and Lucca are read once. */
export async function simulateTimes(
  ports: WorktimePorts,
  request: TimeSimulationRequest,
  options: FlowOptions = {},
): Promise<Result<TimeSimulation, TimeSimulationError>> {
  const reading = await readForWorktime(ports, request, options);
  if (!reading.ok) return reading;
  const { book } = reading.value;
  const rules = triedRules(book, request.tried);
  if (!rules) return fail({ code: 'unknownSet' });
  const other = triedBook(book, rules, request);
  const findings = mistakes(other);
  if (findings.length > 0) return fail({ code: 'invalidSet', findings });
  const compute = (each: WorktimeReading) => computeWorktimeReading(ports, each, request.month, options);
  const held = await compute(reading.value);
  const tried = held && (await compute({ ...reading.value, book: other }));
  if (!tried) return fail({ code: 'service', error: { code: 'cancelled' } });
  return ok(sideBySide(rules.accounts, held, tried));
}

/** What minutes of an account cost at an hourly rate, premium included: 8 h at 25 % of 11 € → 110.00 €. An account without a premium costs its hours. */
export function costOf(minutes: number, { premium }: TimeAccount, hourly: Cents): Cents {
  return cents(basePay(minutes, hourly) + (premium === null ? 0 : premiumAmount(minutes, premium, hourly)));
}
