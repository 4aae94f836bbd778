/** « En paie » chosen for one account: what is written in « Correspondance comptes d'absence », and what it binds. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { bindAccount, type AccountChoice } from '../../../shared/flows/absences/bindAccount.ts';
import { prepareAccounts } from '../../../shared/flows/absences/prepareAccounts.ts';
import { readAccounts } from '../../../shared/flows/absences/readAccounts.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { accountBindingsTable } from '../../../shared/tables/absences/accountBindingsTable.ts';
import { halfDay, person, SmallCompany, sound } from '../../support/smallCompany.ts';

let company: SmallCompany;

const account = (id: string, name: string) => ({ id, name, establishments: ['1'] });

beforeEach(() => {
  company = new SmallCompany();
  company.account.employees = [person('1')];
  company.account.leaveAccounts = [
    account('25', 'Congés payés 2025-2026'),
    account('26', 'Congés payés 2026-2027'),
    account('90', 'Solidarité'),
  ];
  company.account.halfDays = [
    halfDay('1', '2026-10-07', 'am', { accountId: '25' }),
    halfDay('2', '2026-10-08', 'am', { accountId: '26' }),
    halfDay('3', '2026-10-08', 'pm', { accountId: '90' }),
  ];
});

const paidLeave = { is: 'transferred', category: 'paidLeave' } as const;
const rest = { is: 'transferred', category: 'rest' } as const;
const maternity = { is: 'stoppage', kind: 'maternity' } as const;
const outside = { is: 'outside' } as const;

const prepare = async () => sound(await prepareAccounts(company.ports, company.account.connection()));
const asked = (id: string, treatment: AccountChoice['treatment'], everyYear = false) =>
  bindAccount(company.ports, company.account.connection(), { account: id, treatment, everyYear });
const bind = async (...choice: Parameters<typeof asked>) => sound(await asked(...choice));
const read = async () => sound(await readAccounts(company.ports, company.account.connection()));
const rows = () => company.book.rows(accountBindingsTable);
const row = (name: string) => rows().find(({ cells }) => displayed(cells['name'] ?? textCell('')) === name);
const cells = (name: string, ...keys: string[]) =>
  keys.map((key) => displayed(row(name)?.cells[key] ?? textCell('no row')));
const type = (name: string, typed: Readonly<Record<string, string>>) => {
  const texts = Object.entries(typed).map(([key, text]) => [key, textCell(text)]);
  Object.assign(row(name)?.cells ?? {}, Object.fromEntries(texts));
};
/** What is done with each account, by its number. */
const bound = async () => {
  const { accounts } = await read();
  const told = accounts.map((each) => {
    const { state } = each.bound;
    if (state !== 'bound') return [each.account.id, state];
    const { treatment } = each.bound;
    return [each.account.id, treatment.is === 'transferred' ? treatment.code : treatment.is];
  });
  return Object.fromEntries(told) as Record<string, string>;
};

describe('one account', () => {
  const WRITTEN = ['treatment', 'kind', 'code', 'payfit', 'silae', 'state', 'waiting', 'remark'] as const;

  test.each<readonly [string, AccountChoice['treatment'], readonly string[]]>([
    [
      'une catégorie : son code, et le nom du logiciel quand il n’en a qu’un',
      rest,
      ['repos', '', 'REPOS', 'fr_repos', ''],
    ],
    ['un arrêt : sa nature, et aucun code', maternity, ['arrêt de travail', 'maternité', '', '', '']],
    ['hors paie : ni code ni nature', outside, ['hors paie', '', '', '', '']],
  ])('%s', async (_, treatment, written) => {
    await prepare();
    expect(cells('Solidarité', 'state', 'waiting')).toEqual(['à choisir', '1']);
    await bind('90', treatment);
    expect(cells('Solidarité', ...WRITTEN)).toEqual([...written, 'confirmée', '0', '']);
    expect((await read()).findings).toEqual([]);
    expect(await bind('90', treatment)).toMatchObject({ added: 0, changed: 0 });
  });

  test('le code tapé à la main reste tant que la catégorie reste, et part avec elle', async () => {
    await prepare();
    type('Solidarité', { treatment: 'repos', code: 'MON_CODE', payfit: 'mon_type' });
    await bind('90', rest);
    expect(cells('Solidarité', 'code', 'payfit', 'state')).toEqual(['MON_CODE', 'mon_type', 'confirmée']);
    await bind('90', outside);
    expect(cells('Solidarité', 'code', 'payfit')).toEqual(['', '']);
  });

  test('avant la feuille : elle est faite entière, avec ses propositions, et la ligne choisie confirmée', async () => {
    expect(await bind('90', rest)).toMatchObject({ isNew: true, added: 2, changed: 0 });
    expect(cells('Congés payés *', 'state', 'waiting')).toEqual(['proposée', '2']);
    expect(cells('Solidarité', 'treatment', 'state', 'waiting')).toEqual(['repos', 'confirmée', '0']);
  });

  test('dont la ligne a été supprimée : elle seule revient', async () => {
    await prepare();
    company.account.leaveAccounts.push(account('91', 'Nouveau'));
    expect(await bind('91', outside)).toMatchObject({ isNew: false, added: 1, changed: 0 });
    expect(cells('Nouveau', 'id', 'treatment', 'state')).toEqual(['91', 'hors paie', 'confirmée']);
  });

  test('d’une année seulement : sa propre ligne l’emporte, les autres années attendent leur modèle', async () => {
    await prepare();
    expect(await bind('25', outside)).toMatchObject({ added: 1 });
    expect(await bound()).toEqual({ 25: 'outside', 26: 'unbound', 90: 'unbound' });
    expect(cells('Congés payés *', 'state', 'waiting')).toEqual(['proposée', '1']);
  });
});

describe('every year', () => {
  test('le modèle vaut pour toutes, y compris celles qui viendront', async () => {
    await prepare();
    expect(await bind('25', rest, true)).toMatchObject({ added: 0 });
    company.account.leaveAccounts.push(account('27', 'Congés payés 2027-2028'));
    expect(await bound()).toEqual({ 25: 'REPOS', 26: 'REPOS', 27: 'REPOS', 90: 'unbound' });
    expect(cells('Congés payés *', 'state', 'waiting')).toEqual(['confirmée', '0']);
  });

  test('la ligne propre à une année qui disait autre chose le dit aussi, dans le même plan', async () => {
    await prepare();
    await bind('25', outside);
    await bind('26', rest, true);
    expect(await bound()).toEqual({ 25: 'REPOS', 26: 'REPOS', 90: 'unbound' });
    sound(await undoLastPlan(company.ports));
    expect(await bound()).toEqual({ 25: 'outside', 26: 'unbound', 90: 'unbound' });
  });

  test.each([
    ['plus précis', 'Congés payés 2025*'],
    ['aussi précis', '*Congés payés *'],
  ])('un autre modèle, %s, qui dit autre chose ne cache pas le choix', async (_, pattern) => {
    await prepare();
    type('Congés payés *', { name: pattern, treatment: 'hors paie', code: '', state: 'confirmée' });
    expect(await bound()).toMatchObject({ 25: 'outside' });
    await bind('26', paidLeave, true);
    expect(await bound()).toMatchObject({ 25: 'CP', 26: 'CP' });
    expect(cells(pattern, 'treatment')).toEqual(['hors paie']);
  });

  test('un compte dont le nom ne porte pas d’année n’a que sa ligne', async () => {
    await prepare();
    await bind('90', rest, true);
    expect(rows().map(({ cells: { name } }) => displayed(name ?? textCell('')))).toEqual([
      'Congés payés *',
      'Solidarité',
    ]);
  });
});

test('un retour rend la feuille telle qu’elle était', async () => {
  await prepare();
  const before = rows().map((each) => each.cells);
  await bind('90', maternity);
  expect(sound(await undoLastPlan(company.ports))).toMatchObject({ kind: 'absenceAccounts', refused: [] });
  expect(rows().map((each) => each.cells)).toEqual(before);
});

test('refusé sans rien écrire : un compte que Lucca n’a plus, une ligne écrite deux fois', async () => {
  expect(await asked('404', rest)).toEqual({ ok: false, error: { code: 'accountGone' } });
  expect(rows()).toEqual([]);
  await prepare();
  await bind('25', outside);
  type('Congés payés 2025-2026', { id: '90', name: 'Solidarité' });
  const before = rows().map((each) => each.cells);
  expect(await asked('90', rest)).toMatchObject({ ok: false, error: { code: 'row', place: { column: 'id' } } });
  expect(rows().map((each) => each.cells)).toEqual(before);
});
