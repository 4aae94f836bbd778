/** Rest credited in Lucca by the command line: simulated, confirmed, sent once, against the real service and the fictional account. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { blank, displayed, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { establishmentsTable } from '../../shared/tables/establishmentsTable.ts';
import { timeAccountsTable } from '../../shared/tables/worktime/timeAccountsTable.ts';
import { timeExportsTable } from '../../shared/tables/worktime/timeExportsTable.ts';
import { json, passerelle, type Said, type Scene } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn, typed } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];
const PATH = '/timmi-absences/';

let office: DemoOffice;
const worktime = (words: readonly string[], scene?: Scene) => office.on(BOOK, 'worktime', words, scene);

/** Types in a column, whatever stood in it. */
async function fill(table: TableDeclaration, column: string, given: Cell | ((key: string) => Cell)): Promise<void> {
  const { rows } = await tableIn(office.file(BOOK), table);
  const lines = rows.map(({ key, cells }) => {
    const before = cells[column] ?? blank;
    const after = typeof given === 'function' ? given(key) : given;
    return { operation: 'set', table: table.name, key, column, before, after, reason: 'change' } as const;
  });
  await typed(office.file(BOOK), table, lines);
}

async function sentAt(): Promise<string[]> {
  const { rows } = await tableIn(office.file(BOOK), timeExportsTable);
  return rows.map(({ cells }) => displayed(cells['sentAt'] ?? blank));
}

const told = ({ code, printed, noted }: Said) => [code, `${printed}\n${noted}`];

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3, { writesToLucca: true });
  await office.on(BOOK, 'pull', [...OCTOBER, '--accept', 'all']);
  await worktime([...OCTOBER, '--prepare']);
  await worktime(['--set', 'restInsteadOfPay', '--regulation', 'Repos']);
  expect((await worktime([...OCTOBER, '--export'])).printed).toContain('Export HT1 préparé');
}, 120_000);

afterAll(() => office.closed());

describe('the rest of an export', () => {
  test('that is only prepared, or whose accounts name no counter, is not asked of Lucca', async () => {
    expect(told(await worktime(['--credit', 'HT1']))).toEqual([5, expect.stringContaining("n'est que préparé")]);
    expect((await worktime(['--confirm', 'HT1'])).code).toBe(0);
    const said = await worktime(['--credit', 'HT1']);
    expect(told(said)).toEqual([5, expect.stringMatching(/à corriger d'abord[\s\S]*« Compteur Lucca »/)]);
    expect(told(await worktime(['--credit', 'HT9']))).toEqual([2, expect.stringContaining('pas d’export HT9')]);
    expect(office.demo.requests.count(PATH)).toBe(0);
  }, 60_000);

  test('is refused by Lucca with the place to correct', async () => {
    const { establishments } = office.demo.company;
    const codeOf = (key: string) => textCell(establishments.find(({ id }) => String(id) === key)?.code ?? '');
    await fill(establishmentsTable, 'code', codeOf);
    await fill(timeAccountsTable, 'counter', textCell('Compteur inconnu'));
    await fill(timeAccountsTable, 'counterUnit', textCell('heures'));
    const said = await worktime(['--credit', 'HT1', '--send', '--yes']);
    expect(told(said)).toEqual([5, expect.stringContaining('(« Compteur inconnu ») : ce compteur n’existe pas')]);
    expect(said.printed).toContain("1 erreur : rien n'est crédité");
    expect(office.demo.entitlements).toEqual([]);
  }, 60_000);

  test('is simulated: counters, then people, each with what they get; nothing is credited', async () => {
    const counter = office.demo.company.accounts.find(({ name }) => name.startsWith('Repos compensateur'))?.name ?? '';
    await fill(timeAccountsTable, 'counter', textCell(counter));
    const said = await worktime(['--credit', 'ht1']);
    expect(said.code).toBe(0);
    expect(said.printed).toMatch(
      /^Repos de l’export HT1, octobre 2026, simulés dans Lucca à la date du 31\/10\/2026 :/,
    );
    expect(said.printed).toContain('« --credit HT1 --send » envoie, une seule fois');
    const report = json(await worktime(['--credit', 'HT1', '--json']));
    expect(report).toMatchObject({ code: 'simulated', export: 'HT1', counters: [{ counter, unit: 'hours' }] });
    const people = report['people'] as number;
    expect(people).toBeGreaterThan(1);
    expect(said.printed.match(/^ {2}\p{Lu}{2}.* : [+−]\d+,\d\d.h sur « /gmu)).toHaveLength(people);
    expect([office.demo.entitlements, await sentAt()]).toEqual([[], ['']]);
  }, 60_000);

  test('leaves for Lucca only when somebody said so', async () => {
    const alone = await worktime(['--credit', 'HT1', '--send']);
    expect(told(alone)).toEqual([5, expect.stringContaining('ajoutez --yes')]);
    const no = await worktime(['--credit', 'HT1', '--send'], { answers: ['n'] });
    expect([no.code, no.printed, no.questions]).toEqual([
      5,
      'Rien n’est envoyé.',
      [expect.stringContaining('Une seule fois ; ces heures s’ajoutent')],
    ]);
    expect(no.noted).toContain('Repos de l’export HT1');
    expect([office.demo.entitlements, await sentAt()]).toEqual([[], ['']]);
  }, 60_000);

  test('cut on its way is « à vérifier » in the file, and does not leave again until the cell is emptied', async () => {
    office.demo.faults.add({ kind: 'reset', path: PATH, nth: 2 });
    const cut = await worktime(['--credit', 'HT1', '--send', '--yes']);
    expect(told(cut)).toEqual([5, expect.stringContaining('on ne sait pas s’il est arrivé')]);
    expect(await sentAt()).toEqual([expect.stringContaining('à vérifier dans Lucca')]);
    expect(told(await worktime(['--credit', 'HT1', '--send', '--yes']))).toEqual([
      5,
      expect.stringContaining('videz cette cellule'),
    ]);
    expect(office.demo.entitlements).toEqual([]);
    await fill(timeExportsTable, 'sentAt', blank);
  }, 60_000);

  test('confirmed in the terminal, is credited once, and the workbook keeps its date', async () => {
    const said = await worktime(['--credit', 'HT1', '--send'], { answers: ['oui'] });
    expect(told(said)).toEqual([0, expect.stringContaining('Lucca a crédité les compteurs')]);
    const credited = office.demo.entitlements.length;
    expect(credited).toBeGreaterThan(1);
    expect(office.demo.entitlements[0]).toMatchObject({ description: 'Passerelle, export HT1, octobre 2026' });
    expect(await sentAt()).toEqual([expect.stringMatching(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/)]);
    const again = json(await worktime(['--credit', 'HT1', '--send', '--yes', '--json']));
    expect(again).toMatchObject({ exitCode: 5, code: 'sent' });
    expect(office.demo.entitlements).toHaveLength(credited);
  }, 60_000);

  test('of a month sent by an export cancelled since, leaves again only with --again', async () => {
    await passerelle(['worktime', '--workbook', office.file(BOOK), '--cancel', 'HT1']);
    await worktime([...OCTOBER, '--export']);
    expect((await worktime(['--confirm', 'HT2'])).code).toBe(0);
    const before = office.demo.entitlements.length;
    const refused = await worktime(['--credit', 'HT2', '--send', '--yes']);
    expect(told(refused)).toEqual([5, expect.stringMatching(/HT1, annulé depuis[\s\S]*ajoutez --again/)]);
    expect(office.demo.entitlements).toHaveLength(before);
    const done = json(await worktime(['--credit', 'HT2', '--send', '--yes', '--again', '--json']));
    expect(done).toMatchObject({ exitCode: 0, code: 'credited', export: 'HT2' });
    expect(office.demo.entitlements).toHaveLength(before * 2);
  }, 120_000);

  test('where the service may not write, is told with the command that makes the file', async () => {
    const folder = join(office.folder, 'off');
    await mkdir(folder);
    const off = await DemoOffice.serving(folder, office.demo, {});
    try {
      const said = await office.on(BOOK, 'worktime', ['--credit', 'HT2'], {}, off);
      expect(told(said)).toEqual([
        4,
        expect.stringMatching(/n'écrit rien dans Lucca[\s\S]*--files HT2 --kind repos --out/),
      ]);
    } finally {
      await off.close();
    }
  }, 60_000);
});
