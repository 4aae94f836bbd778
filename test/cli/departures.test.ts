/** A reading that many people are missing from, on the command line: refused with what to do, taken on request. */
import { expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { json } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';

/** Differences of a pull that say somebody, or an absence, gone. */
function goneIn({ review }: Record<string, unknown>): string[] {
  const { entries } = review as { readonly entries: readonly { readonly id: string; readonly kind: string }[] };
  return entries.filter(({ kind }) => kind === 'gone' || kind === 'removed').map(({ id }) => id);
}

test('a pull that lost many people changes nothing and says how to take it; --accept-departures takes it', async () => {
  const office = await DemoOffice.opened(30, 5);
  try {
    expect((await office.on('paie.xlsx', 'pull', ['--accept', 'all'])).code).toBe(0);
    const people = [...office.demo.company.people.keys()].slice(0, 10);
    for (const personId of people) office.demo.changes.make({ kind: 'remove', personId });
    // A bank account waits whatever is accepted.
    office.demo.changes.make({ kind: 'iban', personId: Number([...office.demo.company.people.keys()].at(-1)) });
    const refused = json(await office.on('paie.xlsx', 'pull', ['--accept', 'none', '--json']));
    expect(refused.exitCode).not.toBe(0);
    expect(refused.message).toContain("10 personnes ont disparu de Lucca d'un coup, sur 30 connues");
    expect(refused.message).toContain('--accept-departures');
    const taken = json(await office.on('paie.xlsx', 'pull', ['--accept', 'none', '--json', '--accept-departures']));
    expect(taken.message).not.toContain('--accept-departures');
    expect(taken.exitCode).not.toBe(refused.exitCode);
    expect(taken.message).toContain('elles sont laissées à votre décision');
    await writeFile(
      office.file('oui.json'),
      JSON.stringify(Object.fromEntries(goneIn(taken).map((id) => [id, 'accept']))),
    );
    const chosen = ['--accept', 'all', '--choices', office.file('oui.json'), '--json'];
    const accepted = json(await office.on('paie.xlsx', 'pull', chosen));
    expect([accepted.exitCode, accepted.message]).toEqual([5, expect.not.stringContaining("d'un coup")]);
    expect(accepted.message).toContain('1 différence attend votre décision');
    const movements = json(await office.on('paie.xlsx', 'movements', ['--json']));
    expect(JSON.stringify(movements['findings'])).not.toContain('massDisappearance');
    const told = movements['movements'] as readonly { readonly kind: string; readonly employeeId: string }[];
    const gone = told.filter(({ kind }) => kind === 'gone').map(({ employeeId }) => employeeId);
    expect(gone).toEqual(expect.arrayContaining(people.slice(0, 7).map(String)));
  } finally {
    await office.closed();
  }
}, 60_000);

test('the option is for pull alone', async () => {
  const office = await DemoOffice.opened(5, 5);
  try {
    const said = await office.on('paie.xlsx', 'vouchers', ['--accept-departures']);
    expect([said.code, said.noted]).toEqual([2, expect.stringContaining('--accept-departures')]);
  } finally {
    await office.closed();
  }
}, 60_000);

test('somebody created again, answered in a file: neither the question nor the departure is left to decide', async () => {
  const office = await DemoOffice.opened(12, 1);
  try {
    expect((await office.on('paie.xlsx', 'pull', ['--accept', 'all'])).code).toBe(0);
    const { people } = office.demo.company;
    const [first] = people.values();
    office.demo.changes.make({ kind: 'remove', personId: first!.id });
    people.set(9001, { ...structuredClone(first!), id: 9001, contracts: [] });
    const asked = json(await office.on('paie.xlsx', 'pull', ['--accept', 'none', '--json']));
    expect(asked.message).toContain('répondez');
    const question = JSON.stringify(['Passerelle_Salaries', '9001', 'luccaId']);
    await writeFile(office.file('oui.json'), JSON.stringify({ [question]: 'accept' }));
    const chosen = ['--accept', 'all', '--choices', office.file('oui.json'), '--json'];
    const { message } = json(await office.on('paie.xlsx', 'pull', chosen));
    for (const told of ['répondez', 'Absent de Lucca', 'attend votre décision']) expect(message).not.toContain(told);
  } finally {
    await office.closed();
  }
}, 60_000);
