/** `passerelle recap` on an .xlsx, against the real service and the fictional account. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bankChangesTable, recapTable } from '../../shared/tables/recap/recapTables.ts';
import { makeFolder, OCTOBER } from '../http/testService.ts';
import { pdfPages } from '../support/pdfText.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';
import { json, passerelle } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';

let office: DemoOffice;

beforeEach(async () => {
  office = await DemoOffice.opened(20, 1);
  expect((await passerelle(['template', '--out', office.file('classeur.xlsx')])).code).toBe(0);
  expect((await on('pull', '--accept', 'all')).code).toBe(0);
});

afterEach(() => office.closed());

const on = (command: string, ...words: string[]) =>
  office.on('classeur.xlsx', command, [...(words.includes('--month') ? [] : ['--month', OCTOBER]), ...words]);

const personId = (place: number) => [...office.demo.company.people.values()][place]!.id;

async function rows(table: string): Promise<unknown[][]> {
  const found = await hucrePerson(office.file('classeur.xlsx')).readAll(table);
  return (found?.rows ?? []).map((row) => row.map((cell) => cell.value ?? ''));
}

test('closed, changed, told in the sheets and in files, masked unless asked for', async () => {
  const first = await on('recap', '--close');
  expect([first.code, first.printed]).toEqual([
    expect.any(Number),
    expect.stringMatching(/est clos.: 20 personnes gardées/),
  ]);
  expect(json(await on('recap', '--close', '--json'))).toMatchObject({ code: 'closed', outcome: 'attention' });
  expect(await rows(recapTable.name)).toBeDefined();
  expect(json(await on('recap', '--reopen', '--json'))).toMatchObject({
    code: 'reopened',
    month: OCTOBER,
    outcome: 'done',
  });
  expect(json(await on('recap', '--reopen', '--json'))).toMatchObject({ code: 'notClosed', outcome: 'attention' });
  expect(json(await on('recap', '--close', '--json'))).toMatchObject({ code: 'recap', closed: true });

  office.demo.changes.make({ kind: 'field', personId: personId(3), field: 'lastName', value: 'NOUVEAUNOM' });
  office.demo.changes.make({ kind: 'iban', personId: personId(4) });
  const account = office.demo.company.people.get(personId(4))?.extended['e_iban'];
  const iban = typeof account === 'string' ? account : '';
  const shown = expect.stringMatching(`^FR \\w{5} •••• ${iban.slice(-4)}$`);
  expect((await on('pull', '--accept', 'all')).code).toBe(5);
  const out = await makeFolder();
  try {
    const month = '2026-11';
    const words = ['--month', month, '--files', out];
    const next = (more: string[]) => on('recap', ...words, ...more);
    const told = json(await next(['--json']));
    expect(told).toMatchObject({
      ...{ code: 'recap', source: 'closes', since: OCTOBER, waiting: 1, closed: false },
      counts: { changed: 1, gone: 0, removed: 0, bankAccounts: 1 },
      files: [`recapitulatif-salaries-${month}.pdf`, `rib-modifies-${month}.pdf`],
    });
    expect(JSON.stringify(told)).not.toContain(iban);
    const changed = (await rows(recapTable.name)).filter((row) => row[4] === 'modifié');
    expect(changed.map((row) => [row[5], row[7], row[8]])).toEqual([['Nom', 'NOUVEAUNOM', 'Lucca']]);
    expect((await rows(bankChangesTable.name)).map((row) => [row[4], row[6]])).toEqual([['à confirmer', shown]]);
    const pages = pdfPages(await readFile(join(out, `rib-modifies-${month}.pdf`)));
    expect(pages.join('')).toContain(`•••• ${iban.slice(-4)}`);
    expect(pages.join('')).not.toContain(iban);

    expect(await next(['--kind', 'csv', '--reveal'])).toMatchObject({ code: 5 });
    expect((await readFile(join(out, `rib-modifies-${month}-valeurs.csv`))).toString('utf8')).toContain(iban);
    expect(await next(['--kind', 'xlsx'])).toMatchObject({ code: 5 });
    expect((await readdir(out)).sort()).toEqual([
      ...[
        `recapitulatif-salaries-${month}-valeurs.csv`,
        `recapitulatif-salaries-${month}.pdf`,
        `recapitulatif-salaries-${month}.xlsx`,
      ],
      ...[`rib-modifies-${month}-valeurs.csv`, `rib-modifies-${month}.pdf`, `rib-modifies-${month}.xlsx`],
    ]);
    expect(await next([])).toMatchObject({ code: 3, noted: expect.stringContaining('recapitulatif-salaries') });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});

test('options that mean nothing are refused before Lucca is asked', async () => {
  expect(await on('recap', '--kind', 'doc', '--files', office.folder)).toMatchObject({
    code: 2,
    noted: expect.stringContaining('pdf, xlsx ou csv'),
  });
  expect((await on('recap', '--kind', 'csv')).code).toBe(2);
  expect((await on('recap', '--again')).code).toBe(2);
  expect((await on('recap', '--reopen', '--close')).code).toBe(2);
  expect((await on('recap', '--files', join(office.folder, 'absent'))).code).toBe(3);
});
