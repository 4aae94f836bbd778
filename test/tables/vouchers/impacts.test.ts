import { describe, expect, test } from '@jest/globals';
import { plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { deductsOn } from '../../../shared/domain/vouchers/regulation.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { impactsFor, readImpacts } from '../../../shared/tables/vouchers/readImpacts.ts';
import { readRegulations } from '../../../shared/tables/vouchers/readRegulations.ts';
import { regulationState, type UsedAccount } from '../../../shared/tables/vouchers/regulationState.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { stateLines } from '../../../shared/tables/vouchers/stateLines.ts';
import { yearlyGroup } from '../../../shared/tables/vouchers/yearlyGroup.ts';
import { day, establishments, said, sheet, type Typed } from './typedSheet.ts';

const account = (id: string, name: string, more: Partial<UsedAccount> = {}): UsedAccount => ({
  id,
  name,
  attachedTo: ['1'],
  uses: [],
  ...more,
});
const paid = account('7', 'Congés payés 2025-2026');
const paidNext = account('8', 'Congés payés 2026-2027');
const rtt = account('9', 'RTT');
const known = [paid, paidNext, rtt];
const names = ['TR Siège', 'TR Usine'];

const read = (...rows: readonly Typed[]) =>
  readImpacts(absenceImpactsTable, sheet(absenceImpactsTable, ...rows), names, known);
const decided = (rows: readonly Typed[], regulation = 'TR Siège') => impactsFor(regulation, read(...rows).value, known);

describe('yearly accounts are grouped by their name without its years', () => {
  test.each([
    ['Congés payés 2025-2026', 'Congés payés'],
    ['Congés payés 2026-2027', 'Congés payés'],
    ['Congés payés 2025/26', 'Congés payés'],
    ['CP 25/26', 'CP'],
    ['2026 – RTT', 'RTT'],
    ['RTT (2026)', 'RTT'],
    ['CP N-1', 'CP'],
    ['CP N', 'CP'],
    ['Congés 2026 ancienneté', 'Congés ancienneté'],
    ['RTT', 'RTT'],
    ['Prime 13e mois', 'Prime 13e mois'],
    ['Compteur 35 heures', 'Compteur 35 heures'],
    ['2026', '2026'],
  ])('%s → %s', (name, group) => expect(yearlyGroup(name)).toBe(group));
});

describe('what is decided', () => {
  const on = (rows: readonly Typed[], id: string, date: string, regulation?: string) =>
    deductsOn(decided(rows, regulation), id, day(date));

  test('déduit, ne déduit pas, not decided', () => {
    const rows = [{ id: '7', impact: 'déduit' }, { id: '9', impact: 'ne déduit pas' }, { id: '8' }];
    expect(on(rows, '7', '2026-10-05')).toBe(true);
    expect(on(rows, '9', '2026-10-05')).toBe(false);
    expect(on(rows, '8', '2026-10-05')).toBeUndefined();
  });

  test('an account without its identifier is found by its name', () => {
    expect(on([{ name: 'rtt', impact: 'déduit' }], '9', '2026-10-05')).toBe(true);
  });

  test('« à partir du »: télétravail moved on 15 October changes nothing before', () => {
    const rows = [
      { id: '9', impact: 'déduit' },
      { id: '9', impact: 'ne déduit pas', from: '15/10/2026' },
    ];
    for (const typed of [rows, [...rows].reverse()]) {
      expect(on(typed, '9', '2026-10-14')).toBe(true);
      expect(on(typed, '9', '2026-10-15')).toBe(false);
    }
  });

  test('a group decides for its accounts, but for those decided one by one', () => {
    const rows = [
      { group: 'Congés payés', impact: 'déduit' },
      { id: '8', impact: 'ne déduit pas' },
    ];
    expect(on(rows, '7', '2026-10-05')).toBe(true);
    expect(on(rows, '8', '2026-10-05')).toBe(false);
    expect(on(rows, '9', '2026-10-05')).toBeUndefined();
  });

  test('a group may be typed beside the account', () => {
    const rows = [
      { id: '9', group: 'Repos' },
      { group: 'repos', impact: 'déduit' },
    ];
    expect(on(rows, '9', '2026-10-05')).toBe(true);
  });

  test('what is decided for one regulation holds there only, from its own day on', () => {
    const rows = [
      { id: '9', impact: 'déduit' },
      { id: '9', impact: 'ne déduit pas', regulation: 'TR Usine', from: '01/10/2026' },
      { id: '9', impact: 'déduit', from: '01/11/2026' },
    ];
    expect(on(rows, '9', '2026-11-05', 'TR Usine')).toBe(false);
    expect(on(rows, '9', '2026-09-30', 'TR Usine')).toBe(true);
    expect(on(rows, '9', '2026-11-05', 'TR Siège')).toBe(true);
  });
});

test('unknown account, unknown regulation, two decisions of one day: said at their cells', () => {
  const { findings } = read(
    { id: '77', impact: 'déduit' },
    { name: 'Sabbatique', impact: 'déduit' },
    { id: '9', regulation: 'TR Nulle part', impact: 'déduit' },
    { id: '7', impact: 'déduit' },
    { name: 'Congés payés 2025-2026', impact: 'ne déduit pas' },
    { impact: 'déduit' },
    { id: '8', impact: 'peut-être' },
  );
  expect(said(findings)).toEqual([
    ['cellNotChoice', 'impact', 10],
    ['voucherAccountUnknown', 'id', 4],
    ['voucherAccountUnknown', 'name', 5],
    ['voucherRegulationUnknown', 'regulation', 6],
    ['voucherAccountMissing', 'name', 9],
    ['voucherImpactTwice', 'impact', 8],
  ]);
});

test('two accounts of one name are told apart by their identifier only', () => {
  const twins = [account('1', 'RTT'), account('2', 'RTT')];
  const table = sheet(absenceImpactsTable, { name: 'RTT', impact: 'déduit' }, { id: '2', impact: 'déduit' });
  const { value, findings } = readImpacts(absenceImpactsTable, table, names, twins);
  expect(said(findings)).toEqual([['voucherAccountAmbiguous', 'name', 4]]);
  expect(value.map(({ accountId }) => accountId)).toEqual(['2']);
});

test('without a module to ask, an account is what it is called', () => {
  const table = sheet(absenceImpactsTable, { name: 'RTT', impact: 'déduit' });
  expect(readImpacts(absenceImpactsTable, table, names, null)).toMatchObject({
    value: [{ accountId: 'RTT', deducts: true }],
    findings: [],
  });
});

const regulationRows: readonly Typed[] = [
  { name: 'TR Siège', from: '01/01/2026', establishments: 'Lyon', issuer: 'Edenred', face: 9, shareAmount: 5 },
  { name: 'TR Usine', from: '01/01/2026', establishments: 'Paris', issuer: 'Swile', face: 9, shareAmount: 5 },
];

function statesOf(
  accounts: readonly UsedAccount[],
  absenceRows: readonly Typed[],
  typedRows: readonly Typed[] = regulationRows,
  natures: readonly UsedAccount[] = [],
) {
  const table = sheet(regulationsTable, ...typedRows);
  const around = { establishments, ordered: new Map<string, string>(), on: day('2026-10-01') };
  const { value, findings } = readRegulations(table, around);
  const rowsOf = (declaration: typeof absenceImpactsTable, rows: readonly Typed[], all: readonly UsedAccount[]) => ({
    known: all,
    rows: readImpacts(declaration, sheet(declaration, ...rows), names, all).value,
  });
  const input = {
    month: plainMonth('2026-10'),
    findings,
    accounts: rowsOf(absenceImpactsTable, absenceRows, accounts),
    natures: rowsOf(expenseImpactsTable, [], natures),
  };
  const states = value.map((each) => regulationState(each, input));
  return { table, regulations: value, states };
}

describe('Tant que tous les comptes ne sont pas paramétrés', () => {
  test('the regulation is not valid, in the words of the seed, with the accounts; the others are', () => {
    const { states } = statesOf(
      [paid, rtt],
      [
        { id: '7', impact: 'déduit' },
        { id: '9', name: 'RTT' },
      ],
    );
    expect(states.map(({ name, state }) => [name, state])).toEqual([
      ['TR Siège', 'invalid'],
      ['TR Usine', 'valid'],
    ]);
    expect(said(states[0]!.findings)).toEqual([['voucherAccountsUnset', 'impact', 5]]);
    expect(findingText(states[0]!.findings[0]!)).toBe(
      "Définissez l'impact des absences associées à ces comptes d'absence pour le calcul des titres restaurant : RTT.",
    );
    expect(states[0]!.regulation).toBeUndefined();
    expect(states[1]!.regulation?.key).toBe('TR Usine');
  });

  test('so it is of natures', () => {
    const { states } = statesOf([], [], regulationRows, [account('3', 'Déjeuner')]);
    expect(states[0]!.state).toBe('invalid');
    expect(states[0]!.findings.map(findingText)).toEqual([
      "Définissez l'impact des remboursements de frais associés à ces natures pour le calcul des titres restaurant : Déjeuner.",
    ]);
  });

  test('once all are decided it is valid, and computed with them', () => {
    const { states } = statesOf([paid], [{ id: '7', impact: 'déduit' }]);
    expect(states[0]).toMatchObject({ state: 'valid', findings: [], apart: [] });
    expect(deductsOn(states[0]!.regulation!.accounts, '7', day('2026-10-05'))).toBe(true);
  });

  test('a decision that begins after the first date looked at decides too late', () => {
    expect(statesOf([paid], [{ id: '7', impact: 'déduit', from: '01/09/2026' }]).states[0]?.state).toBe('valid');
    expect(statesOf([paid], [{ id: '7', impact: 'déduit', from: '02/09/2026' }]).states[0]?.state).toBe('invalid');
  });

  test('of a first distribution, the month before needs no decision', () => {
    const starting = regulationRows.map((row) => ({ ...row, from: '01/10/2026' }));
    const late = [{ id: '7', impact: 'déduit', from: '01/10/2026' }];
    expect(statesOf([paid], late, starting).states[0]?.state).toBe('valid');
    const elsewhere = starting.map((row) => ({ ...row, before: 'commandé ailleurs' }));
    expect(statesOf([paid], late, elsewhere).states[0]?.state).toBe('invalid');
  });
});

describe('accounts that count', () => {
  const used = (last: PlainDate, establishment = '1') =>
    account('5', 'Paternité', { attachedTo: [], uses: [{ establishment, last }] });

  test.each([
    ['attached to an establishment of the regulation', account('5', 'Paternité'), 'invalid'],
    ['attached elsewhere', account('5', 'Paternité', { attachedTo: ['4'] }), 'valid'],
    ['used fourteen months ago', used(day('2025-08-01')), 'invalid'],
    ['used before that', used(day('2025-07-31')), 'valid'],
    ['used by people of another establishment', used(day('2026-09-01'), '4'), 'valid'],
  ])('%s → %s', (_, each, state) => {
    const siege = statesOf([each], []).states[0]!;
    expect(siege.state).toBe(state);
    expect(siege.apart).toEqual(state === 'valid' ? [each] : []);
  });
});

test('« État » and « À corriger » are written on every row, each error on its own; a second time changes nothing', () => {
  const rows = [
    { ...regulationRows[0]!, startDay: 31 },
    { name: 'TR Siège', from: '01/11/2026', face: 9.5 },
    { ...regulationRows[1]!, state: 'non valide', toFix: 'Autrefois.' },
  ];
  const { table, regulations, states } = statesOf([paid], [], rows);
  const lines = stateLines(table, regulations, states, findingText);
  const unset = findingText(states[0]!.findings.at(-1)!);
  expect(lines.map(({ key, column, after }) => [key, column, after])).toEqual([
    [table.rows[0]!.key, 'state', { text: 'non valide' }],
    [table.rows[0]!.key, 'toFix', { text: 'Le premier jour de la période va de 1 à 28.' }],
    [table.rows[1]!.key, 'state', { text: 'non valide' }],
    [table.rows[1]!.key, 'toFix', { text: unset }],
    [table.rows[2]!.key, 'state', { text: 'valide' }],
    [table.rows[2]!.key, 'toFix', { blank: true }],
  ]);
  const written = rows.map((row, index) => {
    const own = lines.filter(({ key }) => key === table.rows[index]!.key);
    const cells = own.map(({ column, after }) => [column, 'text' in after ? after.text : '']);
    return { ...row, ...Object.fromEntries(cells) } as Typed;
  });
  const again = statesOf([paid], [], written);
  expect(stateLines(again.table, again.regulations, again.states, findingText)).toEqual([]);
});
