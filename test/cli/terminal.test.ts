import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { asked } from '../../server/cli/terminal.ts';

async function typed(keys: string | null, secret: boolean) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const stop = new AbortController();
  const answer = asked({ input, output, interrupt: () => stop.abort() }, 'Alors ? ', secret, stop.signal);
  if (keys === null) input.end();
  else input.write(keys);
  return { answer: await answer, shown: String(output.read()), stopped: stop.signal.aborted };
}

test('an answer is shown while it is typed, a secret is not', async () => {
  expect(await typed(' oui \r', false)).toMatchObject({ answer: 'oui', shown: expect.stringContaining('oui') });
  expect(await typed('secrète\r', true)).toEqual({ answer: 'secrète', shown: 'Alors ? \n', stopped: false });
});

test.each([
  ['Ctrl+C', '\u0003', true],
  ['Ctrl+D', '\u0004', false],
  ['the end of the input', null, false],
])('%s ends a question without an answer', async (_, keys, stopped) => {
  expect(await typed(keys, false)).toMatchObject({ answer: undefined, stopped });
  expect(await typed(keys, true)).toEqual({ answer: undefined, shown: 'Alors ? \n', stopped });
});
