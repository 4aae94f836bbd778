import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedSample, maskedValue, samplesOf } from '../../../../shared/domain/people/mapping/maskedSample.ts';

test.each([
  ['Jean-Pierre', 'J•••-••••••'],
  ['69003', '6••••'],
  ['jean@exemple.fr', 'j•••@•••••••.••'],
  ['22/12/1989', '2•/••/••••'],
  ['X', '•'],
  ['FR76 3000 6000 0112 3456 7890 189', 'F••• •••• •••• •••• ••••…'],
])('%s is shown as %s', (value, shown) => {
  expect(maskedSample(value, 'personal')).toBe(shown);
});

test('what is secret shows its shape alone', () => {
  expect(maskedSample('2 89 12 69', 'secret')).toBe('• •• •• ••');
  expect(maskedValue('nir', 'secret', '289126938200161')).toBe('•••••••••••••••');
});

test('names are masked, though « Salariés » may show them; a place of work is not', () => {
  expect(maskedValue('lastName', 'open', 'Durand')).toBe('D•••••');
  expect(maskedValue('workEmail', 'open', 'a.durand@acme.example')).toBe('a.••••••@••••.•••••••');
  expect(maskedValue('establishment', 'open', 'Acme Lyon')).toBe('Acme Lyon');
});

test('a title is shown, and nothing else that a customer’s field may hold in its place', () => {
  expect(['M.', 'Mme', 'Monsieur'].map((each) => maskedValue('civilTitle', 'open', each))).toEqual([
    ...['M.', 'Mme', 'Monsieur'],
  ]);
  expect(maskedValue('civilTitle', 'open', '2891269382001')).toBe('2••••••••••••');
});

test('no letter or figure but the first is ever seen, masked once or twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const once = maskedSample(value, 'personal');
      expect((once.match(/[\p{L}\p{N}]/gu) ?? []).length).toBeLessThanOrEqual(1);
      expect(maskedSample(once, 'secret')).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

test('three samples at most, each once, blanks left out', () => {
  expect(samplesOf(['', 'a', 'b', 'a', 'c', 'd'])).toEqual(['a', 'b', 'c']);
});
