import { expect, test } from '@jest/globals';
import { runCommand } from '../../server/cli/commands.ts';
import { clock, type Terminal } from '../../server/cli/terminal.ts';

test.each([[[]], [['--json']]])(
  'what nobody foresaw is said without its text, which may quote a cell %j',
  async (more) => {
    const said: string[] = [];
    const fail = () => {
      throw new RangeError('1 85 07 75 116 001 of Awa Diop');
    };
    const terminal: Terminal = {
      environment: new Proxy({}, { get: fail, ownKeys: fail }),
      print: (line) => void said.push(line),
      note: (line) => void said.push(line),
      progress: () => undefined,
      isInteractive: false,
      ask: () => Promise.resolve(undefined),
      signal: new AbortController().signal,
      clock,
    };
    const code = await runCommand(terminal, ['serve', ...more]);
    expect(code).not.toBe(0);
    expect(said.join('\n')).toContain('RangeError');
    expect(said.join('\n')).not.toContain('Awa');
  },
);
