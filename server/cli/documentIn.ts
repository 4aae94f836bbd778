/** `--input`: one JSON document read whole, or everything that is wrong with it. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { readDocument, type DocumentFault } from '../../shared/contracts/readDocument.ts';
import { andMore, isFolder } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/documents.ts';
import { required, type Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { stopAt } from './sentences.ts';

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

export async function documentIn<T>(values: Values, schema: z.ZodType<T>, version: number): Promise<T> {
  const path = required(values, 'input');
  const input = readDocument(await textIn(path), schema, version);
  if (!input.ok) throw stopAt(refusal(path, input.error));
  return input.value;
}
