import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing separator. */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Text of a file of the repository; `path` is relative to its root, with `/`. */
export function fileText(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

/** Paths of the files of the repository, what `.gitignore` names left out; relative, with `/`. Needs no git. */
export function repositoryFiles(): readonly string[] {
  const folders = fileText('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'));
  return filesUnder('', new Set([...folders, '.git/']));
}

function filesUnder(folder: string, ignored: ReadonlySet<string>): readonly string[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !ignored.has(`${entry.name}/`) ? filesUnder(`${path}/`, ignored) : [];
  });
}
