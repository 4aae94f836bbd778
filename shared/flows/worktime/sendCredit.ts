/**
 * « Envoyer à Lucca »: the rest of a confirmed export, credited to the counters of Lucca. It is simulated, shown, confirmed by a person, and sent
 * once. « Envoyé à Lucca le » says « à vérifier » before anything leaves: a crash, a timeout or a closed workbook in between stays seen.
 */
import type { Instant } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { blank, displayed, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { creditDoubt } from '../../messages/fr/worktime/credit.ts';
import { timeExportsTable } from '../../tables/worktime/timeExportsTable.ts';
import { timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import { applyPlan, type ApplyError, type ApplyPorts } from '../apply.ts';
import type { BookError } from '../book.ts';
import { claimReceipt, releaseReceipt } from '../receipts.ts';
import { stamp } from '../stamp.ts';
import { added } from './exportLines.ts';
import { creditFindings, isUncertain, readCredit, type Credit, type CreditDesk } from './restCredit.ts';
import type { CreditSimulation, SimulationError } from './simulateCredit.ts';

/**
 * Nothing left for Lucca: `changed`: what would be sent is not what was simulated. `sent`: it was sent, or may have been, at `at`. `sentBefore`: another
 * export of the month, cancelled since, was. `taken`: from another copy of the workbook, by `by` at `at`, '' where it is not known. `silent`: the
 * service does not answer. `untraced`: the workbook could not note it. `service`: the service, or Lucca, said no. `refused`: Lucca refuses rows, and
 * took none. Something left: `uncertain`: nobody knows what came of it, and « Envoyé à Lucca le » says so.
 */
export type CreditError =
  | SimulationError
  | { readonly code: 'changed' | 'silent' | 'untraced' | 'uncertain' }
  | { readonly code: 'sent'; readonly at: string }
  | { readonly code: 'sentBefore'; readonly number: string }
  | { readonly code: 'taken'; readonly by: string; readonly at: string }
  | { readonly code: 'refused'; readonly findings: readonly Finding[] }
  | { readonly code: 'apply'; readonly error: ApplyError };

export interface CreditOptions {
  /** Where it is done, « le volet Excel ». */
  readonly by?: string;
  /** The person was told that another export of the month was sent, took it back in Lucca, and insists. */
  readonly again?: boolean;
  /** Keeps what was just written where it outlives this: saves the file. When it fails nothing leaves, and the workbook in hand is to be dropped. */
  readonly keep?: () => Promise<Result<void, BookError>>;
}

function traceLine(number: string, before: Cell, after: Cell): PlanLine {
  return {
    operation: 'set',
    table: timeExportsTable.name,
    key: number,
    column: 'sentAt',
    before,
    after,
    reason: 'result',
  };
}

/** The receipt of what is sent: another copy of the workbook has it not. */
function receiptLine(number: string, id: string): PlanLine {
  return added(timeSettingsTable, { key: textCell(`${number}/SENT-${id}`), value: textCell(id) });
}

/** Writes it, or says why not: a trace that is sent back is none. */
async function traced(
  ports: ApplyPorts,
  lines: readonly PlanLine[],
  { keep }: CreditOptions,
): Promise<CreditError | undefined> {
  const report = await applyPlan(ports, lines, {}, 'timeExport');
  if (!report.ok) return { code: 'apply', error: report.error };
  if (report.value.refused.length > 0) return { code: 'untraced' };
  const kept = await keep?.();
  return kept?.ok === false ? { code: 'apply', error: { code: 'book', open: false, error: kept.error } } : undefined;
}

function refusalOf({ held, check }: Credit, { check: simulated, findings }: CreditSimulation, again: boolean) {
  const [before] = held.sentBefore;
  if (held.sentAt !== '') return { code: 'sent', at: held.sentAt } as const;
  if (before !== undefined && !again) return { code: 'sentBefore', number: before } as const;
  return check === simulated && findings.length === 0 ? undefined : ({ code: 'changed' } as const);
}

const sinceOf = (at: Instant | null) => (at === null ? '' : displayed(stamp(at)));

/** What came of a sending: undefined when Lucca credited every row. */
async function sent(desk: CreditDesk, credit: Credit): Promise<CreditError | undefined> {
  const answer = await desk.service.importEntitlements(desk.connectionId, { ...credit.request, mode: 'send' });
  if (!answer.ok) return isUncertain(answer.error) ? { code: 'uncertain' } : { code: 'service', error: answer.error };
  const { accepted, errors } = answer.value;
  if (errors.length > 0 && accepted === 0) return { code: 'refused', findings: creditFindings(answer.value, credit) };
  return errors.length > 0 || accepted !== credit.table.rows.length ? { code: 'uncertain' } : undefined;
}

/**
 * Sends what `simulation` said, which a person has read and confirmed: calling this is that confirmation. The trace is written before and after. What
 * Lucca certainly refused leaves none, and may be sent again once it is put right; after `uncertain`, somebody looks in Lucca, and empties the cell
 * « Envoyé à Lucca le » if nothing arrived.
 */
export async function sendCredit(
  ports: ApplyPorts,
  desk: CreditDesk,
  simulation: CreditSimulation,
  options: CreditOptions = {},
): Promise<Result<{ readonly number: string; readonly people: number }, CreditError>> {
  const credit = await readCredit(ports.book, simulation.number);
  if (!credit.ok) return credit;
  const { held, table } = credit.value;
  const { by = '', again = false } = options;
  const refusal = refusalOf(credit.value, simulation, again);
  if (refusal) return fail(refusal);
  const { number, month } = held;
  const subject = {
    topic: 'time',
    regulation: `Compteurs Lucca ${number}`,
    month,
    step: 'confirmed',
    by,
    holds: held.sending,
  } as const;
  const receipt = await claimReceipt(desk, subject);
  if (receipt.is === 'taken') return fail({ code: 'taken', by: receipt.by, at: sinceOf(receipt.at) });
  if (receipt.is !== 'granted') return fail({ code: 'silent' });
  const doubt = textCell(creditDoubt(displayed(stamp(ports.clock.now()))));
  const untraced = await traced(ports, [traceLine(number, blank, doubt), receiptLine(number, receipt.id)], options);
  const outcome = untraced ?? (await sent(desk, credit.value));
  if (outcome?.code === 'uncertain') return fail(outcome);
  if (outcome) {
    if (!untraced) await traced(ports, [traceLine(number, doubt, blank)], options);
    await releaseReceipt(desk, receipt.id);
    return fail(outcome);
  }
  const failed = await traced(ports, [traceLine(number, doubt, stamp(ports.clock.now()))], options);
  return failed ? fail({ code: 'uncertain' }) : ok({ number, people: table.rows.length });
}
