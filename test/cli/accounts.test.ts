/** `passerelle accounts` against the real service and the fictional account, over HTTP, on an .xlsx. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import { accountBindingsTable } from '../../shared/tables/absences/accountBindingsTable.ts';
import { json } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
  expect((await office.on(BOOK, 'pull', ['--month', '2026-10', '--accept', 'all'])).code).toBe(0);
});

afterAll(() => office.closed());

const accounts = (...words: string[]) => office.on(BOOK, 'accounts', words);

interface Told {
  readonly name: string;
  readonly state: string;
  readonly waiting: number;
}

const told = async () => json(await accounts('--json'))['accounts'] as readonly Told[];
const waiting = async () => (await told()).reduce((sum, each) => sum + each.waiting, 0);

test('what waits is said, proposed in a sheet, confirmed by a person; the rest goes on waiting', async () => {
  const before = await accounts();
  expect([before.code, before.printed]).toEqual([5, expect.stringContaining('passerelle accounts --prepare')]);
  const all = await waiting();
  expect(all).toBeGreaterThan(0);

  const prepared = await accounts('--prepare');
  expect([prepared.code, prepared.printed]).toEqual([5, expect.stringContaining('Feuille créée')]);
  expect(await waiting()).toBe(all);

  const confirmed = await accounts('--confirm');
  expect(confirmed.printed).toMatch(/\d+ lignes confirmées/);
  const after = await told();
  const unbound = after.filter(({ state }) => state !== 'bound');
  expect(unbound.reduce((sum, each) => sum + each.waiting, 0)).toBe(await waiting());
  expect(await waiting()).toBeLessThan(all);
  expect(after.find(({ name }) => name === 'Télétravail')).toMatchObject({
    treatment: { is: 'transferred', category: 'remoteWork', code: 'TELETRAVAIL' },
    waiting: 0,
  });

  const { rows } = await tableIn(office.file(BOOK), accountBindingsTable);
  const states = rows.map(({ cells }) => displayed(cells['state'] ?? blank));
  expect(states.filter((state) => state === 'proposée')).toEqual([]);
  expect(states.filter((state) => state === 'à choisir')).toHaveLength(unbound.length);
});

test('both actions at once, or a value where there is none, are refused', async () => {
  expect((await accounts('--prepare', '--confirm')).code).toBe(2);
  expect((await accounts('--confirm=Décès')).code).toBe(2);
});
