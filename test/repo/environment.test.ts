import { expect, test } from '@jest/globals';
import { fileText } from '../support/repository.ts';

/** Names of variables in a text, each once, sorted. */
function variablesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

test('.env.example names the variables the service reads, and no other', () => {
  const offered = variablesIn(fileText('.env.example'), /^#?([A-Z][A-Z_]+)=/gm);
  const read = variablesIn(fileText('server/config.ts'), /^ {2}(PORT|PASSERELLE_[A-Z_]+): /gm);
  expect(read).toContain('PASSERELLE_KEY');
  expect(offered).toEqual(read);
});
