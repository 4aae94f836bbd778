/** What `vouchers` refuses, and what it leaves untouched. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../shared/domain/review/plan.ts';
import { rowKey } from '../../shared/tables/declaration.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../shared/tables/vouchers/impactsTables.ts';
import { planningsTable } from '../../shared/tables/planningsTable.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { makeFolder, startTestService, type TestService } from '../http/testService.ts';
import { json, passerelle, type Scene } from './commandLine.ts';
import { decide, regulation, SIEGE, typed } from './voucherClerk.ts';

let folder: string;
let demo: Demo;
let service: TestService;
let path: string;
let files = 0;

beforeAll(async () => {
  folder = await makeFolder();
  demo = await startDemo({ employees: 6, seed: 3, rateLimit: { limit: 100_000 }, denied: ['planning'] });
  const account = { origin: demo.origin, tokenUrl: demo.oauth.tokenUrl };
  service = await startTestService(folder, { demo: null, accounts: new Map([['fictif', account]]) });
});

afterAll(async () => {
  await service.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  files += 1;
  path = join(folder, `classeur${files}.xlsx`);
  expect((await passerelle(['template', '--out', path])).code).toBe(0);
});

function vouchers(words: readonly string[], scene: Scene = {}) {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'fictif'];
  const environment = { PASSERELLE_API_KEY: demo.apiKey };
  return passerelle(['vouchers', '--workbook', path, ...over, ...words], { environment, ...scene });
}

async function pulled(): Promise<void> {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'fictif', '--month', '2026-10'];
  const environment = { PASSERELLE_API_KEY: demo.apiKey };
  const said = await passerelle(['pull', '--workbook', path, ...over, '--accept', 'all'], { environment });
  expect(said.code).toBe(0);
}

/** The week of everybody, for an account whose planning cannot be read. */
const fiveDays: PlanLine = (() => {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, textCell('journée')]);
  const after = { from: { date: plainDate('2026-01-01') }, ...(Object.fromEntries(days) as RowCells) };
  return { operation: 'add', table: planningsTable.name, key: rowKey(planningsTable, after), after, reason: 'change' };
})();

describe('words', () => {
  test.each([
    [['--prepare', '--validate', 'TR'], '--prepare et --validate'],
    [['--order', 'TR1', '--cancel', 'TR1'], '--order et --cancel'],
    [['--month', '2026-10', '--month', '2026-11'], '--month doit être un seul mois'],
    [['--month', 'octobre'], '--month doit être un mois'],
    [['--prepare=oui'], "--prepare s'écrit seule"],
    [['--order'], '--order attend une valeur'],
    [['--order', 'TR1', '--month', '2026-10'], '--order et --month'],
    [['--cancel', 'TR1', '--account', 'demo'], '--cancel et --account'],
    [['--cancel', 'TR1', '--force'], '--cancel et --force'],
  ])('%j is refused', async (words, sentence) => {
    const said = await passerelle(['vouchers', '--workbook', path, ...words]);
    expect([said.code, said.noted]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('an order that is not there, a workbook that is not there', async () => {
    const unknown = await passerelle(['vouchers', '--workbook', path, '--cancel', 'TR7', '--json']);
    expect(json(unknown)).toMatchObject({ exitCode: 2, code: 'unknownOrder' });
    const missing = await passerelle(['vouchers', '--workbook', join(folder, 'absent.xlsx'), '--order', 'TR1']);
    expect(missing.code).toBe(3);
  });
});

describe('a workbook', () => {
  test('is prepared before anybody typed anything, once', async () => {
    const first = await vouchers(['--month', '2026-10', '--prepare', '--json']);
    expect(json(first)).toMatchObject({
      exitCode: 0,
      code: 'prepared',
      sheets: expect.arrayContaining(['Ajustements TR']),
    });
    const before = await readFile(path);
    const second = await vouchers(['--month', '2026-10', '--prepare']);
    expect([second.code, second.printed]).toEqual([0, expect.stringContaining('Les feuilles sont prêtes.')]);
    expect(before.equals(await readFile(path))).toBe(true);
  });

  test('is left as it was by Ctrl+C, and by Excel that has it open', async () => {
    const before = await readFile(path);
    const stopped = await vouchers(['--month', '2026-10'], {
      onProgress: (label, stop) => /^Écriture dans/.test(label) && stop.abort(),
    });
    expect([stopped.code, stopped.noted]).toEqual([130, expect.stringContaining("n'a pas été modifié")]);
    await writeFile(join(folder, `~$classeur${files}.xlsx`), '');
    expect((await vouchers(['--month', '2026-10'])).code).toBe(3);
    expect(before.equals(await readFile(path))).toBe(true);
  });

  test('without people, without the right to read the planning: both are said, nobody is ordered for', async () => {
    await vouchers(['--month', '2026-10', '--prepare']);
    await typed(path, regulationsTable, [regulation({ establishments: textCell('11; 12') })]);
    await decide(path, absenceImpactsTable, () => 'déduit');
    await decide(path, expenseImpactsTable, () => 'déduit');
    const nobody = await vouchers(['--month', '2026-10']);
    expect([nobody.code, nobody.printed]).toEqual([5, expect.stringContaining('« Salariés » est vide')]);
    const unknown = await vouchers(['--month', '2026-10', '--validate', 'TR Lille']);
    expect([unknown.code, unknown.noted]).toEqual([2, expect.stringMatching(/« TR Lille ».*: TR Siège/)]);
    await pulled();
    const blind = await vouchers(['--month', '2026-10', '--validate', SIEGE]);
    expect([blind.code, blind.printed]).toEqual([
      5,
      expect.stringMatching(
        /Il manque à la clé : Timmi[\s\S]*personnes incomplètes : rien n'est commandé[\s\S]*Rien à valider/,
      ),
    ]);
    await typed(path, planningsTable, [fiveDays]);
    const typedDays = await vouchers(['--month', '2026-10', '--json']);
    expect(json(typedDays)).toMatchObject({ code: 'computed', report: { regulations: [{ incomplete: 0 }] } });
    const skipped = await vouchers(['--month', '2026-11', '--validate', SIEGE]);
    expect([skipped.code, skipped.printed]).toEqual([5, expect.stringContaining('validez-la d’abord')]);
  });
});
