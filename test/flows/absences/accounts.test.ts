/** « Correspondance comptes d'absence » from an empty workbook to confirmed accounts. */
import { beforeEach, expect, test } from '@jest/globals';
import { displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { confirmAccounts, prepareAccounts } from '../../../shared/flows/absences/prepareAccounts.ts';
import { readAccounts } from '../../../shared/flows/absences/readAccounts.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { accountBindingsTable } from '../../../shared/tables/absences/accountBindingsTable.ts';
import { halfDay, person, SmallCompany, sound, wholeDays } from '../../support/smallCompany.ts';

let company: SmallCompany;

const account = (id: string, name: string) => ({ id, name, establishments: ['1'] });

beforeEach(() => {
  company = new SmallCompany();
  company.account.employees = [person('1')];
  company.account.leaveAccounts = [
    account('25', 'Congés payés 2025-2026'),
    account('26', 'Congés payés 2026-2027'),
    account('40', 'Arrêt maladie'),
    account('50', 'Décès'),
    account('90', 'Solidarité'),
  ];
  company.account.halfDays = [
    ...wholeDays('1', '2026-10-05', '2026-10-06').map((each) => ({ ...each, accountId: '26' })),
    halfDay('2', '2026-10-07', 'am', { accountId: '25' }),
    halfDay('3', '2026-10-08', 'am', { accountId: '90' }),
  ];
});

const prepare = async () => sound(await prepareAccounts(company.ports, company.account.connection()));
const confirm = async () => sound(await confirmAccounts(company.ports, company.account.connection()));
const read = async () => sound(await readAccounts(company.ports, company.account.connection()));
const column = (...keys: string[]) =>
  company.book.rows(accountBindingsTable).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? textCell(''))));
const waiting = async () => Object.fromEntries((await read()).accounts.map((each) => [each.account.id, each.waiting]));

test('before the sheet, every half-day waits, and nothing is written', async () => {
  expect(await read()).toMatchObject({ isPrepared: false, findings: [] });
  expect(await waiting()).toEqual({ 25: 1, 26: 4, 40: 0, 50: 0, 90: 1 });
});

test('each account is proposed from its name; those of every year, by one pattern', async () => {
  expect(await prepare()).toMatchObject({ isNew: true, added: 4 });
  expect(column('id', 'name', 'treatment', 'kind', 'code', 'payfit', 'silae', 'state', 'waiting')).toEqual([
    ['', 'Congés payés *', 'congés payés', '', 'CP', 'fr_conges_payes', 'AB-300', 'proposée', '5'],
    ['40', 'Arrêt maladie', 'arrêt de travail', 'maladie', '', '', '', 'proposée', '0'],
    ['50', 'Décès', 'décès', '', 'DECES', '', 'AB-260', 'proposée', '0'],
    ['90', 'Solidarité', '', '', '', '', '', 'à choisir', '1'],
  ]);
  expect(column('remark')[0]?.[0]).toContain('Congés payés 2025-2026, Congés payés 2026-2027');
  expect(await prepare()).toMatchObject({ isNew: false, added: 0, changed: 0 });
});

test('a proposal binds nothing until a person confirms it; what nobody chose waits on', async () => {
  await prepare();
  expect(await waiting()).toMatchObject({ 26: 4 });
  expect(await confirm()).toMatchObject({ confirmed: 3 });
  expect(column('waiting', 'remark').slice(1)).toEqual([
    ['0', ''],
    ['0', ''],
    ['1', ''],
  ]);
  expect(column('state')).toEqual([['confirmée'], ['confirmée'], ['confirmée'], ['à choisir']]);
  expect(await waiting()).toEqual({ 25: 0, 26: 0, 40: 0, 50: 0, 90: 1 });
  expect((await read()).accounts[1]?.bound).toEqual({
    state: 'bound',
    treatment: { is: 'transferred', category: 'paidLeave', code: 'CP' },
  });
  expect(await confirm()).toMatchObject({ confirmed: 0, changed: 0 });
});

test('what a person chose stays; the account of a new year needs no row, another one gets its own', async () => {
  await prepare();
  const [, , death] = company.book.rows(accountBindingsTable);
  Object.assign(death?.cells ?? {}, {
    treatment: textCell('hors paie'),
    state: textCell('confirmée'),
    code: textCell(''),
  });
  await confirm();
  company.account.leaveAccounts.push(account('27', 'Congés payés 2027-2028'), account('91', 'RTT'));
  expect(await prepare()).toMatchObject({ added: 1 });
  expect(column('name', 'treatment', 'state').slice(2)).toEqual([
    ['Décès', 'hors paie', 'confirmée'],
    ['Solidarité', '', 'à choisir'],
    ['RTT', 'RTT', 'proposée'],
  ]);
  expect((await read()).accounts.find(({ account: { id } }) => id === '27')?.bound.state).toBe('bound');
});

test('an account whose absences are in hours has a code of its own: a code has one unit', async () => {
  company.account.leaveAccounts = [account('91', 'RTT'), account('92', 'RTT en heures'), account('93', 'Repos')];
  company.account.halfDays = [
    halfDay('60', '2026-10-05', 'am', { accountId: '91' }),
    halfDay('61', '2026-10-06', 'am', { accountId: '92', minutes: 90 }),
    halfDay('62', '2026-10-07', 'am', { accountId: '93', minutes: 90 }),
    halfDay('63', '2026-10-08', 'am', { accountId: '93' }),
  ];
  await prepare();
  expect(column('name', 'code')).toEqual([
    ['RTT', 'RTT'],
    ['RTT en heures', 'RTT_H'],
    ['Repos', 'REPOS'],
  ]);
});

test('the account of a year without absences yet has the unit of the others', async () => {
  company.account.leaveAccounts = [account('91', 'RTT heures 2025-2026'), account('92', 'RTT heures 2026-2027')];
  company.account.halfDays = [halfDay('60', '2026-10-05', 'am', { accountId: '91', minutes: 120 })];
  await prepare();
  expect(column('name', 'code')).toEqual([['RTT heures *', 'RTT_H']]);
});

test('a mistake is told in « Remarque » of its row, and leaves it again', async () => {
  await prepare();
  const type = (cells: object) => Object.assign(company.book.rows(accountBindingsTable)[3]?.cells ?? {}, cells);
  type({ state: textCell('confirmée') });
  await prepare();
  expect(column('remark')[3]?.[0]).toContain('choisissez dans la liste');
  type({ treatment: textCell('hors paie') });
  await prepare();
  expect(column('remark', 'waiting')[3]).toEqual(['', '0']);
});

test('one undo takes the confirmation back, the next one the rows', async () => {
  await prepare();
  await confirm();
  expect(sound(await undoLastPlan(company.ports))).toMatchObject({ kind: 'absenceAccounts', refused: [] });
  expect(new Set(column('state').flat())).toEqual(new Set(['proposée', 'à choisir']));
  expect(sound(await undoLastPlan(company.ports)).kind).toBe('absenceAccounts');
  expect(column('id')).toEqual([]);
});

test('refused in the workbook of another account, and while an update is unfinished', async () => {
  await company.apply();
  const other = { ...company.account.connection(), id: 'c2', host: 'other.ilucca.net', account: 'other' };
  expect(await prepareAccounts(company.ports, other)).toEqual({
    ok: false,
    error: { code: 'otherAccount', account: 'acme.ilucca.net' },
  });
  expect(await readAccounts(company.ports, { ...company.account.connection(), mirror: null })).toEqual({
    ok: false,
    error: { code: 'notRead' },
  });
});
