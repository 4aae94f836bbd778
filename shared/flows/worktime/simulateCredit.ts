/** « Simuler l'envoi à Lucca »: what Lucca would do of the rest of a confirmed export. */
import type { ServiceError } from '../../contracts/service.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { EntitlementRow } from '../../domain/worktime/files/entitlements.ts';
import type { ApplyPorts } from '../apply.ts';
import {
  creditFindings,
  readCredit,
  type CreditCounter,
  type CreditDesk,
  type CreditReadingError,
} from './restCredit.ts';

/** What Lucca would do of an export. `findings`: what it refuses; without any, `check` allows to send this very thing. */
export interface CreditSimulation {
  readonly number: string;
  readonly month: PlainMonth;
  readonly check: string;
  readonly people: number;
  readonly counters: readonly CreditCounter[];
  /** Who would be credited, amounts in the order of `counters`. */
  readonly rows: readonly EntitlementRow[];
  readonly findings: readonly Finding[];
  /** What is to be known and forbids nothing. */
  readonly remarks: readonly Finding[];
  /** When it was sent already; '' when it was not. */
  readonly sentAt: string;
  /** Exports of the month, cancelled since, that were: sending this one too is to be insisted on. */
  readonly sentBefore: readonly string[];
}

/** `service`: the service, or Lucca, said no. */
export type SimulationError = CreditReadingError | { readonly code: 'service'; readonly error: ServiceError };

/** Asks Lucca what it would do. Nothing is credited, nothing is written in the workbook. */
export async function simulateCredit(
  { book }: Pick<ApplyPorts, 'book'>,
  desk: CreditDesk,
  asked: string,
): Promise<Result<CreditSimulation, SimulationError>> {
  const credit = await readCredit(book, asked);
  if (!credit.ok) return credit;
  const { request, check, held, table, counters, remarks } = credit.value;
  const { number, month, sentAt, sentBefore } = held;
  const answer = await desk.service.importEntitlements(desk.connectionId, { ...request, mode: 'simulate' });
  if (!answer.ok) return fail({ code: 'service', error: answer.error });
  const findings = creditFindings(answer.value, credit.value);
  const people = table.rows.length;
  const given = { number, month, check, people, counters, rows: table.rows };
  return ok({ ...given, findings, remarks, sentAt, sentBefore });
}

export interface GivenAmount {
  readonly counter: string;
  readonly unit: CreditCounter['unit'];
  /** Of the unit; negative for what is taken back. */
  readonly hundredths: number;
}

/** What one row would be given, counters without anything left out. */
export function givenTo({ counters }: Pick<CreditSimulation, 'counters'>, { amounts }: EntitlementRow): GivenAmount[] {
  return counters.flatMap(({ name: counter, unit }, at): GivenAmount[] => {
    const hundredths = amounts[at] ?? null;
    return hundredths === null ? [] : [{ counter, unit, hundredths }];
  });
}

/** What each counter would be given, and to how many people. */
export function counterTotals({
  counters,
  rows,
}: Pick<CreditSimulation, 'counters' | 'rows'>): (GivenAmount & { readonly people: number })[] {
  return counters.map(({ name: counter, unit }, at) => {
    const given = rows.flatMap(({ amounts }) => amounts[at] ?? []);
    return { counter, unit, people: given.length, hundredths: given.reduce((sum, each) => sum + each, 0) };
  });
}
