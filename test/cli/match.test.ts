/** `passerelle match` on a workbook, against the real service and the fictional account. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { payrollListTable } from '../../shared/tables/people/payrollListTable.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';
import { json, passerelle } from './commandLine.ts';

const PEOPLE = 12;
let folder: string;
let service: TestService;
let path: string;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: PEOPLE, month: OCTOBER, seed: 1 } });
  path = join(folder, 'classeur.xlsx');
  await passerelle(['template', '--out', path]);
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function run(command: string, words: readonly string[], workbook = path) {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'demo'];
  const environment = { PASSERELLE_API_KEY: service.demo.apiKey };
  return passerelle([command, '--workbook', workbook, ...over, ...words], { environment });
}

const rowsOf = async (table: string) => (await hucrePerson(path).readAll(table))?.rows.length;

/** What payroll has: the people of Lucca as another workbook took them, without Lucca's identifier. */
async function payrollCsv(): Promise<string> {
  const [other, csv] = [join(folder, 'autre.xlsx'), join(folder, 'export.csv')];
  await passerelle(['template', '--out', other]);
  await run('pull', ['--accept', 'all', '--month', OCTOBER], other);
  expect((await passerelle(['export', '--workbook', other, '--table', 'Salariés', '--out', csv])).code).toBe(0);
  return csv;
}

test('a list is brought, sure links are written, and the review then creates nobody of them', async () => {
  const csv = await payrollCsv();
  const first = json(await run('match', ['--list', csv, '--json']));
  expect(first).toMatchObject({ command: 'match', list: { people: PEOPLE, added: PEOPLE, updated: 0 } });
  const { match, toConfirm, conflict, luccaOnly } = first['counts'] as Record<string, number>;
  expect([match, toConfirm, conflict, luccaOnly]).toEqual([PEOPLE, 0, 0, 0]);
  expect(await rowsOf(payrollListTable.name)).toBe(PEOPLE);
  // The blank row of a new table.
  expect(await rowsOf(employeesTable.name)).toBe(1);

  const sure = await run('match', ['--accept', 'sure']);
  expect(sure.printed).toContain(`${PEOPLE} personnes rattachées.`);
  expect(await rowsOf(employeesTable.name)).toBe(PEOPLE);
  const after = json(await run('pull', ['--accept', 'all', '--month', OCTOBER, '--json']));
  expect((after['written'] as Record<string, number> | undefined)?.['refused'] ?? 0).toBe(0);
  expect(await rowsOf(employeesTable.name)).toBe(PEOPLE);
}, 120_000);

test('no list, a file that is none, a wrong answer to --accept: each is said', async () => {
  expect(json(await run('match', ['--json']))).toMatchObject({ outcome: 'attention', code: 'noList' });
  const file = join(folder, 'photo.csv');
  await writeFile(file, new Uint8Array([1, 0, 2, 3]));
  expect(json(await run('match', ['--list', file, '--json']))).toMatchObject({ outcome: 'workbook', code: 'notText' });
  expect(json(await run('match', ['--list', join(folder, 'absent.csv'), '--json']))).toMatchObject({ code: 'missing' });
  expect(json(await run('match', ['--accept', 'all', '--json']))).toMatchObject({ outcome: 'usage', exitCode: 2 });
}, 60_000);
