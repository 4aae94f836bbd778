import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../support/repository.ts';

const dist = join(repositoryRoot, 'dist');

/** Text of a page as built. */
function pageText(name: string): string {
  const path = join(dist, name);
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run \`npm run build\` first.`);
  return readFileSync(path, 'utf8');
}

/** The files of ours that a page asks for before anything can be seen. */
function filesOf(page: string): readonly string[] {
  return [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path);
}

const inlined = (name: string) => readFileSync(join(dist, name));

describe('the pane as built', () => {
  test('first load is at most 200 KB, compressed', () => {
    const page = pageText('taskpane.html');
    const files = filesOf(page);
    expect(files.length).toBeGreaterThan(1);
    const bytes = [Buffer.from(page), ...files.map(inlined)].map((file) => gzipSync(file).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200_000);
  });

  test('names its files by their content', () => {
    for (const file of filesOf(pageText('taskpane.html'))) expect(file).toMatch(/\.[0-9a-f]{20}\.(js|css)$/);
  });

  test('is the same bundle in Excel and beside the workbench', () => {
    const inExcel = filesOf(pageText('taskpane.html'));
    const besideWorkbench = filesOf(pageText('workbench-taskpane.html'));
    expect(besideWorkbench).toEqual(expect.arrayContaining([...inExcel]));
    expect(pageText('taskpane.html')).not.toContain('excel-web');
    expect(pageText('workbench-taskpane.html')).not.toContain('appsforoffice');
  });

  test.each(['taskpane.html', 'workbench-taskpane.html', 'workbench.html'])(
    '%s leaves a place for the nonce',
    (name) => {
      const page = pageText(name);
      expect(page).toContain('<meta name="csp-nonce" content="__CSP_NONCE__"');
      const tags = page.match(/<(script|link)\b[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !tag.includes('nonce="__CSP_NONCE__"'))).toEqual([]);
    },
  );

  test('the client of Excel is never copied', () => {
    for (const file of filesOf(pageText('workbench.html'))) expect(file).not.toContain('excel-web');
    expect(existsSync(join(dist, 'office-dev'))).toBe(false);
  });
});
