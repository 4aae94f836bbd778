/** Files written beside each other in the folder of `--out`: all of them, or none where one finding is an error. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../shared/domain/finding.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { isThere, writeNew, writeOver } from './newFile.ts';
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

/** Refuses, before anything is written, where one of the files is there already. */
async function requireFree(folder: string, names: readonly string[], mayForce: boolean): Promise<void> {
  const there = await Promise.all(names.map((name) => isThere(join(folder, name))));
  const taken = names.filter((_, at) => there[at]);
  if (taken.length > 0) throw new Stop('workbook', words.filesThere(taken, mayForce), { code: 'alreadyThere' });
}

/** `isForced`: over files that are there; null where the command takes no --force. */
export async function writeFiles(
  folder: string,
  files: readonly OutFile[],
  findings: readonly Finding[],
  isForced: boolean | null = null,
): Promise<Outcome> {
  const facts = { findings: findings.map(reportedFinding) };
  if (findings.some(({ severity }) => severity === 'error'))
    return outcome('attention', [words.noFile, ...findingLines(findings)], { code: 'refused', ...facts });
  const names = files.map(({ name }) => name);
  if (!isForced) await requireFree(folder, names, isForced !== null);
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
