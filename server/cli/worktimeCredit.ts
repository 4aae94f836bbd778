/** `worktime --credit`: the rest of a confirmed export, simulated in Lucca, then sent there once somebody has said so. */
import { basename } from 'node:path';
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { CreditDesk } from '../../shared/flows/worktime/restCredit.ts';
import { sendCredit, type CreditError } from '../../shared/flows/worktime/sendCredit.ts';
import { counterTotals, simulateCredit, type CreditSimulation } from '../../shared/flows/worktime/simulateCredit.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { creditRefusals, creditSent } from '../../shared/messages/fr/worktime/credit.ts';
import * as say from '../../shared/messages/fr/worktime/creditCli.ts';
import { creditErrorText, isCreditOff } from '../../shared/messages/fr/worktime/creditErrors.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { required, type Values } from './options.ts';
import { outcome, type Exit, type Outcome } from './outcome.ts';
import { applyOutcome, bookOutcome, serviceOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, type Work } from './work.ts';
import { creditLines } from './worktimeCreditText.ts';
import { exportOutcome } from './worktimeOutcome.ts';

const exits: Readonly<Partial<Record<CreditError['code'], Exit>>> = { untraced: 'workbook' };

/** Why it was not simulated, or not sent. */
function creditOutcome(error: CreditError, number: string): Outcome {
  switch (error.code) {
    case 'book':
      return bookOutcome(error.error);
    case 'apply':
      return applyOutcome(error.error);
    case 'unsound':
      return unsoundOutcome(error.findings);
    case 'unknown':
    case 'edited':
      return exportOutcome({ code: error.code, open: false }, number);
    case 'service': {
      const { exit, lines, facts } = serviceOutcome(error.error);
      const isTold = facts['code'] === 'tokenRefused' || exit === 'cancelled';
      const way = isCreditOff(error) ? [say.fileInstead(number)] : [];
      return outcome(exit, [...(isTold ? lines : [creditErrorText(error)]), ...way], facts);
    }
    case 'findings':
    case 'refused': {
      const { code, findings } = error;
      const facts = { code: code === 'refused' ? 'creditRefused' : 'refused', findings: findings.map(reportedFinding) };
      return outcome('attention', [creditErrorText(error), ...findingLines(findings)], facts);
    }
    default: {
      const way = error.code === 'sentBefore' ? [say.sentAgainOption] : [];
      return outcome(exits[error.code] ?? 'attention', [creditErrorText(error), ...way], { code: error.code });
    }
  }
}

function factsOf(simulation: CreditSimulation) {
  const { number, month, people, findings, remarks } = simulation;
  const told = [...findings, ...remarks].map(reportedFinding);
  return { export: number, month, people, counters: counterTotals(simulation), findings: told };
}

/** True once a person has said so: with `--yes`, or in the terminal, where what would be sent was shown. */
async function isConfirmed({ terminal, values }: Work, { people }: CreditSimulation, told: readonly string[]) {
  if (values.yes) return true;
  if (!terminal.isInteractive) return false;
  for (const line of told) terminal.note(line);
  const answer = await terminal.ask(say.askSend(people));
  return ['o', 'oui'].includes((answer ?? '').trim().toLowerCase());
}

async function sent(work: Work, desk: CreditDesk, simulation: CreditSimulation): Promise<Outcome> {
  const { values, book } = work;
  const { again = false } = values;
  const options = { by: words.actor, again, keep: () => book.save() };
  const sending = await sendCredit(portsOf(work), desk, simulation, options);
  if (!sending.ok) return creditOutcome(sending.error, simulation.number);
  const lines = [creditSent(sending.value.people), words.saved(basename(required(values, 'workbook')))];
  return outcome('done', lines, { code: 'credited', ...factsOf(simulation) });
}

/** A simulation without a fault: sent where that is asked and confirmed. */
async function decided(work: Work, desk: CreditDesk, simulation: CreditSimulation, told: readonly string[]) {
  const { terminal, values } = work;
  const { number, people, sentBefore } = simulation;
  const facts = factsOf(simulation);
  const [before] = sentBefore;
  if (before !== undefined && !values.again) {
    const { exit, lines, facts: why } = creditOutcome({ code: 'sentBefore', number: before }, number);
    return outcome(exit, [...told, ...lines], { ...facts, ...why });
  }
  if (!values.send) return outcome('done', [...told, say.simulated(people, number)], { code: 'simulated', ...facts });
  const isSent = await isConfirmed(work, simulation, told);
  if (terminal.signal.aborted) return outcome('cancelled', [words.stopped], { code: 'cancelled' });
  if (isSent) return sent(work, desk, simulation);
  const shown = terminal.isInteractive ? [say.notSent] : [...told, say.notSent, say.yesOption];
  return outcome('attention', shown, { code: 'simulated', ...facts });
}

async function credited(work: Work, { id }: Connection): Promise<Outcome> {
  const asked = required(work.values, 'credit');
  const desk = { service: work.service, connectionId: id };
  const answer = await simulateCredit(portsOf(work), desk, asked);
  if (!answer.ok) return creditOutcome(answer.error, asked);
  const { value: simulation } = answer;
  const { number, findings, remarks, sentAt } = simulation;
  if (sentAt !== '') return creditOutcome({ code: 'sent', at: sentAt }, number);
  const told = [...creditLines(simulation), ...findingLines(remarks)];
  if (findings.length === 0) return decided(work, desk, simulation, told);
  const refused = [creditRefusals(findings.length), ...findingLines(findings)];
  return outcome('attention', [...told, ...refused], { code: 'creditRefused', ...factsOf(simulation) });
}

/** Simulates, and with `--send` sends: what was simulated, and nothing else. */
export async function creditTime(terminal: Terminal, values: Values): Promise<Outcome> {
  required(values, 'credit');
  return onAccount(terminal, values, undefined, credited);
}
