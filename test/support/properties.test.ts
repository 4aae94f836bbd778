/** The seed reaches every test that draws random cases, through the very name it imports. */
import fc from 'fast-check';
import { expect, test } from '@jest/globals';

test('random cases have the seed of the run', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env['SEED'] ?? 20_261_130));
});
