/** `worktime --input`: a month computed from one JSON document, without workbook, service or Lucca. */
import { WORKTIME_INPUT_VERSION, worktimeInputSchema } from '../../shared/contracts/worktimeInput.ts';
import { countReading } from '../../shared/flows/worktime/computeTimes.ts';
import { readingIn } from '../../shared/flows/worktime/inputDocument.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { documentIn } from './documentIn.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { monthOf, type Values } from './options.ts';
import { outcome, type Outcome } from './outcome.ts';
import { serviceOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions } from './workbook.ts';
import { countedOutcome, toFillOutcome } from './worktimeOutcome.ts';

/** Computes the month of the document, or another one that it holds. */
export async function countInput(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = monthOf(values);
  const input = await documentIn(values, worktimeInputSchema, WORKTIME_INPUT_VERSION);
  const month = asked ?? input.month;
  const reading = readingIn(input, month);
  if (!reading.ok) {
    const { error } = reading;
    if (error.code === 'unsound') return unsoundOutcome(error.findings);
    return outcome('workbook', [say.monthsLacking(error.months)], { code: 'monthsLacking', months: error.months });
  }
  const computation = await countReading(terminal, reading.value, month, flowOptions(terminal));
  if (computation.ok) return countedOutcome(computation.value, say.noEmployeesInInput);
  const { error } = computation;
  return error.code === 'service'
    ? serviceOutcome(error.error)
    : toFillOutcome(month, error.findings, say.toFillInInput);
}
