import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing separator. */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Text of a file of the repository; `path` is relative to its root, with `/`. */
export function fileText(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

/** Paths of the files the repository holds or is about to hold (not the ignored ones), relative, with `/`. */
export function repositoryFiles(): readonly string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return list.split('\n').filter((path) => path !== '');
}
