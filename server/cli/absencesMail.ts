/** `absences --prepare --mail`: the service writes what the preparation left to do. It never changes how the command ends. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import { asideFates, type TransferMail } from '../../shared/contracts/transferMailSchemas.ts';
import type { PreparedTransfer } from '../../shared/flows/absences/transfer/prepareTransfer.ts';
import { optionTakesNoValue } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/absences/transferMail.ts';
import { switches } from './commandOptions.ts';
import type { Values } from './options.ts';
import { Stop, type Outcome } from './outcome.ts';
import { serviceOutcome } from './sentences.ts';

/** How a preparation ended, and what was prepared; kept only where the workbook was saved. */
export interface Preparation {
  readonly end: Outcome;
  readonly done?: PreparedTransfer;
}

/** `evening` takes a value for it, this command none. */
export function refuseMailValue({ mail }: Values): void {
  const isAlone = mail === undefined || switches['absences']?.['--mail'] === `--mail=${mail}`;
  if (!isAlone) throw new Stop('usage', optionTakesNoValue('--mail'), { code: 'usage' });
}

/** Counts only. */
function preparedMail(done: PreparedTransfer): TransferMail {
  const { number, deletions, imports, fates, refiled, kept, opened, findings } = done;
  const aside = Object.fromEntries(asideFates.flatMap((fate) => (fates[fate] ? [[fate, fates[fate]]] : [])));
  const { month } = opened.period;
  return { end: 'prepared', month, number, deletions, imports, aside, refiled, kept, findings: findings.length };
}

function stoppedMail({ exit, facts }: Outcome): TransferMail {
  const isKnown = exit === 'service' || exit === 'workbook';
  return { end: 'stopped', why: facts['code'] === 'changed' ? 'changed' : isKnown ? exit : 'other' };
}

/** A preparation that stopped ends as it would have: it is told too. */
async function endOf(prepare: () => Promise<Preparation>): Promise<Preparation> {
  try {
    return await prepare();
  } catch (error) {
    if (error instanceof Stop) return { end: error.outcome };
    throw error;
  }
}

/** The end of the preparation, with a line on whether the mail left. Who stopped the command knows: nothing is written. */
export async function withMail(
  service: Service,
  { id }: Connection,
  prepare: () => Promise<Preparation>,
): Promise<Outcome> {
  const { end, done } = await endOf(prepare);
  if (end.exit === 'cancelled') return end;
  const isKept = done !== undefined && end.exit !== 'workbook';
  const sent = await service.mailTransfer(id, isKept ? preparedMail(done) : stoppedMail(end));
  const told = (line: string, mail: object) => ({ ...end, lines: [...end.lines, line], facts: { ...end.facts, mail } });
  if (!sent.ok) {
    const { lines, facts } = serviceOutcome(sent.error);
    return told(say.mailNotSent(lines.join(' ')), { sent: false, ...facts });
  }
  const { recipients, refused } = sent.value;
  const line = refused === 0 ? say.mailSent(recipients) : say.mailPartlySent(recipients, refused);
  return told(line, { sent: true, recipients, refused });
}
