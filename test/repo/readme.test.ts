import { describe, expect, test } from '@jest/globals';
import { fileText } from '../support/repository.ts';

const { scripts } = JSON.parse(fileText('package.json')) as { scripts: Record<string, string> };

/** The scripts a text names: `npm start`, `npm test`, `npm run x`. */
function scriptsNamed(text: string): ReadonlySet<string> {
  const found = text.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/g);
  return new Set([...found].map(([, run, short]) => run ?? short ?? ''));
}

describe('README', () => {
  test('names every command of package.json, and no other', () => {
    expect([...scriptsNamed(fileText('README.md'))].sort()).toEqual(Object.keys(scripts).sort());
  });

  test('a command is read from a sentence', () => {
    expect([...scriptsNamed('`npm ci && npm start`, then npm run test:outside; npm and npx stay out')]).toEqual([
      'start',
      'test:outside',
    ]);
  });

  test('the continuous build calls the test commands of the README', () => {
    const named = scriptsNamed(fileText('.ci/run'));
    expect([...named]).toEqual(expect.arrayContaining(['test', 'test:outside']));
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
  });
});
