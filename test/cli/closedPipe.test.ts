/** `passerelle … | head`: whoever reads may leave before the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repositoryRoot } from '../support/repository.ts';

const program = join(repositoryRoot, 'build/server/cli/passerelle.js');

test('a reader that leaves ends the command quietly', async () => {
  const child = spawn(process.execPath, [program, '--help']);
  let noted = '';
  child.stderr.on('data', (text: Buffer) => (noted += text.toString()));
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect([code, noted]).toEqual([0, '']);
});
