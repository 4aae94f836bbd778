/** « Simuler »: the same month counted as it is, and with another set of rules, side by side. Nothing is written. */
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { total } from '../../domain/worktime/movement.ts';
import { paidMinutes, type PaidMinutes } from '../../domain/worktime/paidMinutes.ts';
import type { TimeAccount } from '../../domain/worktime/ruleSet.ts';
import type { BookRow } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { computeWorktimeReading, type PersonWorktime, type WorktimeComputation } from './computeTimes.ts';
import { misreadings, mistakes, restAccounts, triedBook, triedRules, type TriedSet } from './triedSet.ts';
import {
  readForWorktime,
  type WorktimeError,
  type WorktimePorts,
  type WorktimeReading,
  type WorktimeRequest,
} from './worktimeReading.ts';

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

/** Of one person. `paid`: what of it costs money; null: nothing. */
export interface PersonGap extends TimeGap {
  readonly paid: { readonly held: PaidMinutes | null; readonly tried: PaidMinutes | null };
}

export interface PersonTimeGap {
  readonly row: BookRow;
  readonly employeeId: string;
  readonly gaps: readonly PersonGap[];
}

/** Somebody whom a side cannot count, and why; what both sides say is said of the one that holds today. */
export interface LeftPerson {
  readonly row: BookRow;
  readonly held: readonly Finding[];
  readonly tried: readonly Finding[];
}

/** `compared`: how many people both sides count. `people`: those of whom one posts something. */
export interface TimeSimulation {
  readonly accounts: readonly TimeGap[];
  readonly compared: number;
  readonly people: readonly PersonTimeGap[];
  readonly left: readonly LeftPerson[];
}

/** `unknownSet`: no rule is of that set. `invalidSet`: it has mistakes, that the findings tell. */
export type TimeSimulationError =
  | WorktimeError
  | { readonly code: 'unknownSet' }
  | { readonly code: 'invalidSet'; readonly findings: readonly Finding[] };

function gapsOf(accounts: readonly TimeAccount[], held: Side, tried: Side, employeeId: string): PersonGap[] {
  const sides = [held, tried].map(({ sound, isRest }) => {
    const movements = sound.get(employeeId)?.outcome.movements ?? [];
    return { movements, paid: paidMinutes(movements, isRest) };
  });
  return accounts.flatMap((account): PersonGap[] => {
    const [mine, theirs] = sides.map(({ movements, paid }) => ({
      minutes: total(movements, account.code),
      paid: paid.get(account.code) ?? null,
    }));
    if (!mine?.minutes && !theirs?.minutes) return [];
    const paid = { held: mine?.paid ?? null, tried: theirs?.paid ?? null };
    return [{ account, held: mine?.minutes ?? 0, tried: theirs?.minutes ?? 0, paid }];
  });
}

/** A count of the month. `sound`: those whom it counts. */
interface Side {
  readonly sound: ReadonlyMap<string, PersonWorktime>;
  readonly findings: readonly Finding[];
  readonly isRest: (account: string) => boolean;
}

function sideOf({ people, findings, book }: WorktimeComputation): Side {
  const sound = people.filter(({ outcome }) => outcome.state !== 'refused');
  return {
    sound: new Map(sound.map((each) => [each.outcome.employeeId, each])),
    findings: findings.filter(({ severity }) => severity === 'error'),
    isRest: restAccounts(book),
  };
}

function sideBySide(
  accounts: readonly TimeAccount[],
  counted: WorktimeComputation,
  other: WorktimeComputation,
): TimeSimulation {
  const [held, tried] = [sideOf(counted), sideOf(other)];
  const known = new Set(held.findings.map((each) => JSON.stringify(each)));
  const onlyTried = tried.findings.filter((each) => !known.has(JSON.stringify(each)));
  const isBoth = (id: string) => held.sound.has(id) && tried.sound.has(id);
  const both = counted.people.filter(({ outcome }) => isBoth(outcome.employeeId));
  const people = both
    .map(({ held: { row }, outcome: { employeeId } }): PersonTimeGap => {
      return { row, employeeId, gaps: gapsOf(accounts, held, tried, employeeId) };
    })
    .filter(({ gaps }) => gaps.length > 0);
  const left = counted.people.flatMap(({ held: { row }, outcome: { employeeId } }): LeftPerson[] => {
    const own = ({ subject }: Finding) => subject === employeeId;
    const told = { row, held: held.findings.filter(own), tried: onlyTried.filter(own) };
    return isBoth(employeeId) ? [] : [told];
  });
  const sums = accounts.flatMap((account): TimeGap[] => {
    const own = people.flatMap(({ gaps }) => gaps.filter((gap) => gap.account.code === account.code));
    const sum = (of: (gap: TimeGap) => number) => own.reduce((minutes, gap) => minutes + of(gap), 0);
    return own.length === 0 ? [] : [{ account, held: sum((gap) => gap.held), tried: sum((gap) => gap.tried) }];
  });
  return { accounts: sums, compared: both.length, people, left };
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
  const other = triedBook(book, rules, request.regulation);
  const unread = misreadings(book, request.tried, rules);
  const findings = unread.length > 0 ? unread : mistakes(other);
  if (findings.length > 0) return fail({ code: 'invalidSet', findings });
  const compute = (each: WorktimeReading) => computeWorktimeReading(ports, each, request.month, options);
  const held = await compute(reading.value);
  const tried = held && (await compute({ ...reading.value, book: other }));
  if (!tried) return fail({ code: 'service', error: { code: 'cancelled' } });
  return ok(sideBySide(rules.accounts, held, tried));
}
