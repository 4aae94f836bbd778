/** `demo`, as a program of its own: what it says is enough for a `pull` beside it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startChild } from '../http/processes/child.ts';
import { makeFolder } from '../http/testService.ts';
import { repositoryRoot } from '../support/repository.ts';
import { json, passerelle } from './commandLine.ts';

const program = join(repositoryRoot, 'build/server/cli/passerelle.js');

test('demo --json says where it listens in one line; its code lets a pull in; its port and its folder are taken', async () => {
  const folder = await makeFolder();
  const data = join(folder, 'kept');
  const child = startChild(program, ['demo', '--json', '--port', '0', '--data', data], {
    PASSERELLE_DEMO_EMPLOYEES: '5',
    PASSERELLE_DEMO: '0',
  });
  try {
    const line = await child.line((each) => each.startsWith('{'));
    const { address, ...said } = JSON.parse(line) as { address: string };
    expect(said).toEqual({ command: 'demo', outcome: 'done', exitCode: 0, message: '', code: 'listening' });
    const [, code = ''] = /Code d'association : (\S+)/.exec(child.said()) ?? [];
    expect(child.said()).toContain(`--account demo --service ${address} --code`);

    const words = ['pull', '--workbook', join(folder, 'classeur.xlsx'), '--account', 'demo', '--accept', 'all'];
    expect(json(await passerelle([...words, '--service', address, '--code', code, '--json']))).toMatchObject({
      exitCode: 0,
      created: true,
    });
    const busy = await passerelle([...words, '--data', data]);
    expect([busy.code, busy.noted]).toEqual([
      4,
      expect.stringMatching(/utilise déjà ce dossier[\s\S]*Ctrl\+C[\s\S]*--service[\s\S]*--data essai/),
    ]);
    // Neither a file to delete nor a code that nobody showed.
    expect(busy.noted).not.toMatch(/supprimez|lock-|code/);
    const codes = () => [...child.said().matchAll(/Code d'association : (\S+)/g)].map(([, each]) => each ?? '');
    const letIn = await passerelle([...words, '--service', address]);
    expect([letIn.code, letIn.noted]).toEqual([2, expect.stringContaining("affiche un code d'association")]);
    expect(codes()).toHaveLength(2);
    const typed = await passerelle([...words, '--service', address], { answers: [codes()[1] ?? ''] });
    expect([typed.code, typed.questions]).toEqual([0, [expect.stringContaining("Code d'association")]]);
    const taken = await passerelle(['serve', '--port', new URL(address).port, '--data', join(folder, 'other')]);
    expect([taken.code, taken.noted]).toEqual([4, expect.stringMatching(/déjà pris[\s\S]*--port/)]);
  } finally {
    expect(await child.end('SIGTERM')).toBe(0);
    await rm(folder, { recursive: true, force: true });
  }
});
