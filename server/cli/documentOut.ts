/** `--write-input`: the document of what a month was computed from, beside the workbook. */
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Result } from '../../shared/domain/result.ts';
import { alreadyThere } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/documents.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { isThere, requirePlace, writeNew } from './newFile.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import { stopAt } from './sentences.ts';
import type { Work } from './work.ts';

const OPTION = 'write-input';

/** Said before Lucca is read rather than after. */
export async function requireInputPlace(values: Values): Promise<void> {
  const path = values[OPTION];
  if (path === undefined) return;
  await requirePlace(`--${OPTION}`, path, '.json');
  if (await isThere(path)) throw new Stop('workbook', alreadyThere(basename(path)), { code: 'alreadyThere' });
}

/** Writes the document where it is asked for. What no document can hold ends the command: nothing is saved. */
export async function keepInput(
  { values, unsaved }: Work,
  document: () => Result<object, readonly Finding[]>,
): Promise<string[]> {
  const path = values[OPTION];
  if (path === undefined) return [];
  const input = document();
  if (!input.ok) {
    const lines = [say.documentNotWritten(basename(path)), ...findingLines(input.error)];
    const facts = { code: 'documentRefused', findings: input.error.map(reportedFinding) };
    throw stopAt(outcome('workbook', lines, facts));
  }
  await writeNew(path, `${JSON.stringify(input.value)}\n`);
  unsaved.push(() => rm(path, { force: true }));
  return [say.documentWritten(basename(path))];
}

/** The end of a command that computed nothing: what was asked for is not there. */
export function withoutInput(values: Values, { exit, lines, facts }: Outcome): Outcome {
  const path = values[OPTION];
  if (path === undefined) return outcome(exit, lines, facts);
  return outcome('attention', [...lines, say.documentNotWritten(basename(path))], facts);
}
