/** `vouchers --input`: a month computed from one JSON document, without workbook, service or Lucca. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocument, type DocumentFault } from '../../shared/contracts/readDocument.ts';
import {
  VOUCHERS_INPUT_VERSION,
  vouchersInputSchema,
  type VouchersInput,
} from '../../shared/contracts/vouchersInput.ts';
import { computeInput } from '../../shared/flows/vouchers/computeInput.ts';
import { andMore, isFolder } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/documents.ts';
import { monthsLacking, noEmployeesInInput } from '../../shared/messages/fr/vouchers/cli.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { monthOf, required, type Values } from './options.ts';
import { serviceOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { computationOutcome, nothingOutcome } from './voucherOutcome.ts';
import { liveOrders } from './voucherWork.ts';
import { flowOptions } from './workbook.ts';

const SHOWN = 20;

async function textIn(path: string): Promise<string> {
  const refused = (line: string, code: string) => new Stop('workbook', line, { code });
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw refused(isFolder(path, '.json'), 'isFolder');
  const bytes = await readFile(path).catch(() => {
    throw refused(say.notAFile(basename(path)), 'missing');
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused(say.notText(basename(path)), 'notText');
  }
}

function refusal(path: string, faults: readonly DocumentFault[]): Outcome {
  const told = faults.slice(0, SHOWN).map((fault) => `  ${say.faultText(fault)}`);
  const more = faults.length - told.length;
  const lines = [say.unreadable(basename(path)), ...told, ...(more > 0 ? [andMore(more)] : [])];
  return outcome('workbook', lines, { code: 'document', faults });
}

async function inputIn(path: string): Promise<VouchersInput> {
  const input = readDocument(await textIn(path), vouchersInputSchema, VOUCHERS_INPUT_VERSION);
  if (!input.ok) throw stopAt(refusal(path, input.error));
  return input.value;
}

/** Computes the month of the document, or another one that it holds. */
export async function computeFromInput(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = monthOf(values);
  const input = await inputIn(required(values, 'input'));
  const month = asked ?? input.month;
  const computation = await computeInput(terminal, input, month, flowOptions(terminal));
  if (computation.ok) return computationOutcome(computation.value, noEmployeesInInput);
  const { error } = computation;
  switch (error.code) {
    case 'notRead':
      return outcome('workbook', [monthsLacking(error.months)], { code: 'monthsLacking', months: error.months });
    case 'unsound':
      return unsoundOutcome(error.findings);
    case 'noRegulation':
      return nothingOutcome(month, liveOrders(error.book.register.orders, month), error.findings, false);
    case 'service':
      return serviceOutcome(error.error);
  }
}
