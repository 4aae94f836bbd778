/** Files written beside each other in the folder of `--out`: all of them, or none where one finding is an error. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../shared/domain/finding.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { writeNew, writeOver } from './newFile.ts';
import { required, type Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';

/** `line`: what is said of it once it is written. */
export interface OutFile {
  readonly name: string;
  readonly line: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array> | null;
}

export async function folderOf(values: Values): Promise<string> {
  const folder = required(values, 'out');
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Stop('workbook', words.noFolder(folder), { code: 'noFolder' });
  return folder;
}

/** `isForced`: over files that are there. */
export async function writeFiles(
  folder: string,
  files: readonly OutFile[],
  findings: readonly Finding[],
  isForced = false,
): Promise<Outcome> {
  const facts = { findings: findings.map(reportedFinding) };
  if (findings.some(({ severity }) => severity === 'error'))
    return outcome('attention', [words.noFile, ...findingLines(findings)], { code: 'refused', ...facts });
  const written: string[] = [];
  for (const { name, bytes } of files) {
    const content = await bytes();
    if (!content) continue;
    await (isForced ? writeOver : writeNew)(join(folder, name), content);
    written.push(name);
  }
  const lines = [...files.map(({ line }) => line), ...findingLines(findings)];
  return outcome(findings.length > 0 ? 'attention' : 'done', lines, { code: 'written', files: written, ...facts });
}
