import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { fileText, repositoryFiles } from '../support/repository.ts';

/** Files that only quote the lines these tests look for. */
const QUOTING = ['test/repo/files.test.ts', 'package-lock.json'];

interface Line {
  readonly path: string;
  readonly text: string;
}

function linesMatching(pattern: RegExp, of: RegExp): readonly Line[] {
  return repositoryFiles()
    .filter((path) => of.test(path) && !QUOTING.includes(path))
    .flatMap((path) =>
      fileText(path)
        .split('\n')
        .map((text) => ({ path, text: text.trim() })),
    )
    .filter(({ text }) => pattern.test(text));
}

const SOURCES = /\.(ts|tsx|js|mjs)$/;
const TEXTS = /\.(ts|tsx|js|mjs|json|md|xml|html|yml|svg|css|example)$|^\.ci\/run$/;

describe('files of the repository', () => {
  test('no path of somebody’s machine', () => {
    const machine = /(^|[^A-Za-z0-9_.-])\/(work|farm|home|root|Users)\/[A-Za-z.]/;
    expect('see /home/ana/passerelle').toMatch(machine);
    expect(linesMatching(machine, TEXTS)).toEqual([]);
  });

  test('no test is skipped, focused or promised', () => {
    const waiting = /\b(it|test|describe)(\.each)?\.(only|skip|todo|failing)\b|\b[xf](it|test|describe)\(/;
    expect('test.only(').toMatch(waiting);
    expect(linesMatching(waiting, SOURCES)).toEqual([]);
  });

  test('one lint rule is disabled, by the block writer alone', () => {
    const disabled = linesMatching(/eslint-disable/, SOURCES);
    expect(disabled.map(({ path }) => path)).toEqual(['addin/workbook/blocks.ts']);
    expect(disabled[0]?.text).toMatch(/eslint-disable-next-line office-addins\/no-context-sync-in-loop -- \S+/);
  });

  test('the compiler is never silenced', () => {
    expect(linesMatching(/@ts-(ignore|nocheck|expect-error)/, SOURCES)).toEqual([]);
  });

  test('nothing is left for later', () => {
    expect(linesMatching(/\b(TODO|FIXME|XXX)\b/, SOURCES)).toEqual([]);
  });

  test('the reference cases are the ones that were given', () => {
    const digest = createHash('sha256').update(fileText('test/cases/vectors.json')).digest('hex');
    expect(digest).toBe('399203122fab52ecc40863805de915d405a6283e6bfdad5a309b6d03ec062f2e');
  });
});
