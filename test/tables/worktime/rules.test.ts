/** « Comptes de temps » and « Règles de temps » as people type them. */
import { describe, expect, test } from '@jest/globals';
import type { BookRow, FoundTable } from '../../../shared/flows/book.ts';
import { readyMadeSets } from '../../../shared/domain/worktime/readyMade.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { ruleText } from '../../../shared/messages/fr/worktime/rules.ts';
import { rowKey } from '../../../shared/tables/declaration.ts';
import { codeOf, readTimeAccounts } from '../../../shared/tables/worktime/readTimeAccounts.ts';
import { readTimeRules, sayRuleFindings } from '../../../shared/tables/worktime/readTimeRules.ts';
import { ruleRow } from '../../../shared/tables/worktime/ruleRow.ts';
import { accountNamed } from '../../../shared/tables/worktime/typedRule.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { gap, ruleSet } from '../../domain/worktime/builders.ts';
import { said, sheet, type Typed } from '../vouchers/typedSheet.ts';

const accountsOf = (...rows: readonly Typed[]) => readTimeAccounts(sheet(timeAccountsTable, ...rows));

const known = accountsOf(
  { name: 'Heures supp. 25 %', premium: 25 },
  { name: 'Heures supp. 50 %', premium: 50 },
  { name: 'Dimanche', code: 'DIM', premium: 50 },
).value.map(({ account }) => account);

const rulesOf = (...rows: readonly Typed[]) =>
  readTimeRules(sheet(timeRulesTable, ...rows.map((row) => ({ set: 'Siège', ...row }))), known);

describe('accounts', () => {
  test.each([
    ['Heures supp. 25 %', 'HS25'],
    ['Heures complémentaires 10', 'HC10'],
    ['Dimanche', 'DIMANCHE'],
    ['Repos compensateur de remplacement', 'RCDR'],
    ['Été', 'ETE'],
    ['%', ''],
  ])('the code of « %s » is %s', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  test('a blank code is that of the name; a premium is a percentage, or the fraction that Excel shows as one', () => {
    const { value, findings } = accountsOf(
      { name: 'Heures supp. 25 %', premium: 25 },
      { name: 'Nuit', premium: 0.25 },
      { name: 'Repos', transfer: 'repos', visible: 'non', approved: 'non', payrollCode: '0042' },
    );
    expect(findings).toEqual([]);
    expect(value.map(({ account }) => [account.code, account.premium, account.isTransferable])).toEqual([
      ['HS25', 2_500, false],
      ['NUIT', 2_500, false],
      ['REPOS', null, true],
    ]);
    expect(value[2]).toMatchObject({
      isVisible: false,
      countsForApproval: false,
      payrollCode: '0042',
      transfer: 'rest',
    });
    expect(value[0]).toMatchObject({ isVisible: true, countsForApproval: true, transfer: null });
  });

  test('a code twice, no code at all, a negative premium: at the cell', () => {
    const { value, findings } = accountsOf(
      { name: 'Heures supp. 25 %' },
      { name: 'Autres', code: 'HS25' },
      { name: '%%' },
      { name: 'Nuit', premium: -5 },
    );
    expect(said(findings)).toEqual([
      ['timePremiumNegative', 'premium', 7],
      ['timeCodeMissing', 'code', 6],
      ['timeAccountTwice', 'code', 5],
    ]);
    expect(value.map(({ account, isFaulty }) => [account.code, isFaulty])).toEqual([
      ['HS25', true],
      ['NUIT', true],
    ]);
  });

  test.each<[string, Typed]>([
    ['transfer', { transfer: 'pai' }],
    ['premium', { premium: 'vingt-cinq' }],
    ['approved', { approved: 'peut-être' }],
    ['payrollCode', { payrollCode: '#N/A' }],
  ])(
    'an unreadable %s is told at its cell, and the sets that name the account cannot be computed with',
    (key, typed) => {
      const { value, findings } = accountsOf(
        { name: 'HS25', code: 'HS25', ...typed },
        { name: 'HS50', code: 'HS50', visible: 'peut-être' },
      );
      expect(said(findings).map(([, column, row]) => [column, row])).toEqual([
        [key, 4],
        ['visible', 5],
      ]);
      expect(value.map(({ isFaulty }) => isFaulty)).toEqual([true, false]);
      const rules = readTimeRules(
        sheet(
          timeRulesTable,
          { set: 'Verse', kind: 'écart', account: 'HS25', fromHour: 36 },
          { set: 'Lit', kind: 'non-cumul', code: 'NC', accounts: 'HS50; HS25' },
          { set: 'Transfère', kind: 'comptable', code: 'T', account: 'HS25', operation: 'transfert', target: 'HS50' },
          { set: 'Autre', kind: 'écart', account: 'HS50', fromHour: 36 },
        ),
        value.map(({ account }) => account),
        new Set(['HS25']),
      );
      expect([...rules.value.faulty]).toEqual(['Verse', 'Lit', 'Transfère']);
    },
  );
});

describe('rules', () => {
  test("the seed's example, typed in the order of its sheet and applied in that of its numbers", () => {
    const { value, findings } = rulesOf(
      { order: 2, kind: 'écart', account: 'Heures supp. 50 %', after: 'HS25' },
      { order: 1, kind: 'écart', account: 'HS25', fromCounter: 'contractuel', toHour: 43 },
    );
    expect(findings).toEqual([]);
    expect(value.rules.map(({ rule }) => rule)).toEqual([
      gap('HS25', { lower: { counter: 'contractual' }, upper: { toHour: 43 } }),
      gap('HS50', { lower: { after: 'HS25' } }),
    ]);
  });

  test('part time, two weeks together, a share of the contract', () => {
    const { value, findings } = rulesOf({
      kind: 'écart',
      code: 'C10',
      account: 'HS25',
      period: 'semaine',
      weeks: 2,
      anchor: '05/01/2026',
      fromCounter: 'contractuel',
      toCounter: 'contractuel',
      toShare: '11 / 10',
      rounding: 'heure',
      contracts: 'temps partiel',
    });
    expect(findings).toEqual([]);
    expect(value.rules[0]?.rule).toMatchObject({
      period: { unit: 'week', count: 2, anchor: '2026-01-05' },
      upper: { counter: { name: 'contractual', numerator: 11, denominator: 10, roundTo: 'hour' } },
      contracts: 'partTime',
    });
  });

  test('every other type reads its own columns', () => {
    const { value, findings } = rulesOf(
      { kind: 'jours chômés', account: 'DIM', natures: 'Férié ; dimanche;1er mai' },
      { kind: 'plage horaire', code: 'NUIT', account: 'HS25', from: '21:00', to: '06:00', least: 60 },
      { kind: 'non-cumul', code: 'NC', accounts: 'HS25; Dimanche' },
      {
        kind: 'comptable',
        code: 'CAP',
        account: 'HS25',
        operation: 'plafond du solde',
        limit: 10.5,
        target: 'DIM',
        factor: 1.25,
      },
      { kind: 'comptable', code: 'TR', account: 'HS25', operation: 'transfert', period: 'semaine' },
    );
    expect(findings).toEqual([]);
    expect(value.rules.map(({ rule }) => rule)).toEqual([
      { kind: 'daysOff', code: 'DIM', account: 'DIM', natures: ['holiday', 7, 'firstOfMay'] },
      { kind: 'timeRange', code: 'NUIT', account: 'HS25', from: '21:00', to: '06:00', leastMinutes: 60 },
      { kind: 'nonCumulative', code: 'NC', accounts: ['HS25', 'DIM'], explicit: null },
      {
        kind: 'accounting',
        code: 'CAP',
        account: 'HS25',
        operation: { name: 'cap', on: 'balance', limit: 630 },
        period: 'month',
        to: { account: 'DIM', factor: 12_500 },
      },
      { kind: 'accounting', code: 'TR', account: 'HS25', operation: { name: 'transfer' }, period: 'week', to: null },
    ]);
  });

  test.each<[string, Typed, string, string]>([
    ['no type', { account: 'HS25' }, 'ruleKindMissing', 'kind'],
    ['a type that is none', { kind: 'prime' }, 'cellNotChoice', 'kind'],
    ['no code where the account gives none', { kind: 'non-cumul', accounts: 'HS25;DIM' }, 'ruleCodeMissing', 'code'],
    [
      'weeks together from no day',
      { kind: 'écart', account: 'HS25', fromHour: 36, weeks: 2 },
      'gapAnchorMissing',
      'anchor',
    ],
    [
      'a share of nothing',
      { kind: 'écart', account: 'HS25', fromHour: 36, toShare: '11/10' },
      'gapShareAlone',
      'toCounter',
    ],
    [
      'a share that is no fraction',
      { kind: 'écart', account: 'HS25', fromHour: 36, toCounter: 'contractuel', toShare: '110 %' },
      'gapShareUnreadable',
      'toShare',
    ],
    [
      'a nature of no day',
      { kind: 'jours chômés', account: 'DIM', natures: 'dimanches' },
      'dayNatureUnknown',
      'natures',
    ],
    ['no operation', { kind: 'comptable', code: 'X', account: 'HS25' }, 'accountingWithoutOperation', 'operation'],
    [
      'a cap without a limit',
      { kind: 'comptable', code: 'X', account: 'HS25', operation: 'plafond du solde' },
      'accountingWithoutLimit',
      'limit',
    ],
    [
      'a cap under nought',
      { kind: 'comptable', code: 'X', account: 'HS25', operation: 'plafond du solde', limit: -2 },
      'accountingLimitOdd',
      'limit',
    ],
    [
      'a cap that Excel made a part of a day',
      { kind: 'comptable', code: 'X', account: 'HS25', operation: 'plafond du solde', limit: 0.3125 },
      'cellHoursOdd',
      'limit',
    ],
    ...[125, 0, -1].map((factor): [string, Typed, string, string] => [
      `a factor of ${factor}: a percentage, or nothing`,
      { kind: 'comptable', code: 'X', account: 'HS25', operation: 'transfert', target: 'DIM', factor },
      'accountingFactorOdd',
      'factor',
    ]),
    ...['jour', 'année'].map((period): [string, Typed, string, string] => [
      `an operation of each ${period}`,
      { kind: 'comptable', code: 'X', account: 'HS25', operation: 'transfert', period },
      'accountingPeriodOdd',
      'period',
    ]),
  ])('%s', (_, typed, code, column) => {
    expect(said(rulesOf(typed).findings)).toEqual([[code, column, 4]]);
  });

  test('an account is named by its code before its name, and by a name that it alone bears', () => {
    const accounts = accountsOf(
      { name: 'HS50', code: 'VIEUX' },
      { name: 'Heures 50 %', code: 'HS50' },
      { name: 'Nuit', code: 'N1' },
      { name: 'nuit', code: 'N2' },
    ).value.map(({ account }) => account);
    expect(['hs50', 'Heures 50 %', 'Nuit', 'N2'].map((typed) => accountNamed(typed, accounts))).toEqual([
      'HS50',
      'HS50',
      'Nuit',
      'N2',
    ]);
  });

  test('a row of no set serves nobody, and a blank row says nothing', () => {
    const { value, findings } = readTimeRules(
      sheet(timeRulesTable, { kind: 'écart', account: 'HS25', fromHour: 36 }, {}),
      known,
    );
    expect(value.rules).toEqual([]);
    expect(said(findings)).toEqual([['ruleSetMissing', 'set', 4]]);
  });
});

test('mistakes of a set are told at the cell that holds them', () => {
  const reading = rulesOf(
    { kind: 'écart', account: 'HS25' },
    { kind: 'écart', account: 'HS50', after: 'HS99' },
    { kind: 'non-cumul', code: 'NC', accounts: 'HS25;RIEN' },
    { kind: 'comptable', code: 'CAP', account: 'HS25', operation: 'transfert', target: 'NULLE' },
    { kind: 'jours chômés', account: 'DIM', natures: 'dimanche' },
    { kind: 'jours chômés', account: 'DIM', natures: 'férié' },
  );
  const set = ruleSet(
    reading.value.rules.map(({ rule }) => rule),
    { accounts: known },
  );
  expect(sayRuleFindings(set, reading.value.rules)).toMatchObject({ left: [], errors: 5 });
  expect([...reading.value.faulty]).toEqual(['Siège']);
  expect(said(reading.findings).sort()).toEqual(
    [
      ['gapWithoutLower', 'fromCounter', 4],
      ['gapAfterUnknown', 'after', 5],
      ['ruleAccountUnknown', 'accounts', 6],
      ['ruleAccountUnknown', 'target', 7],
      ['ruleCodeTwice', 'code', 9],
    ].sort(),
  );
});

test('a code that several rules or accounts bear is told once, with every cell', () => {
  const row = { kind: 'jours chômés', code: 'X', account: 'DIM', natures: 'dimanche' };
  const reading = rulesOf(row, { ...row, code: 'x' }, { ...row, set: 'Autre' }, { ...row, code: 'x' });
  const own = reading.value.rules.filter(({ set }) => set === 'Siège');
  const set = ruleSet(
    own.map(({ rule }) => rule),
    { accounts: known },
  );
  const ofAccounts = sayRuleFindings(set, own);
  expect(ofAccounts.left.map(({ code, subject }) => `${code} ${subject ?? ''}`)).toEqual([
    'timeAccountIdle HS25',
    'timeAccountIdle HS50',
  ]);
  expect(said(reading.findings)).toEqual([['ruleCodeTwice', 'code', 7]]);
  expect(reading.findings.map(findingText)).toEqual([
    '« Règles de temps », cellules C4, C5 et C7 : ces règles du jeu « Siège » portent le même code « X ». Donnez à chacune un code différent.',
  ]);
  expect([...reading.value.faulty]).toEqual(['Siège']);
  const accounts = accountsOf({ name: 'A', code: 'HS25' }, { name: 'B', code: 'hs25' });
  expect(said(accounts.findings)).toEqual([['timeAccountTwice', 'code', 5]]);
  expect(accounts.findings.map(findingText)).toEqual([
    '« Comptes de temps », cellules B4 et B5 : ces comptes portent le même code « HS25 ». Donnez à chacun un code différent.',
  ]);
  expect(accounts.value).toMatchObject([{ account: { code: 'HS25' }, isFaulty: true }]);
});

describe.each(readyMadeSets.map((each) => [each.key, each] as const))('the ready-made set %s', (_, ready) => {
  const cells = ready.rules.map((rule, at) => ruleRow(ready.name, rule, at + 1));
  const empty = sheet(timeRulesTable);
  const table: FoundTable = {
    ...empty,
    rows: cells.map((row, index): BookRow => ({
      key: rowKey(timeRulesTable, row),
      index,
      cells: row,
      formulas: [],
      others: [],
    })),
  };

  test('written in the sheet and read back, is the same', () => {
    const { value, findings } = readTimeRules(table, ready.accounts);
    expect(findings).toEqual([]);
    expect(value.rules.map(({ rule }) => rule)).toEqual(ready.rules);
    expect(new Set(table.rows.map(({ key }) => key)).size).toBe(ready.rules.length);
  });

  test('reads as sentences', () => {
    for (const rule of ready.rules) expect(ruleText(rule)).toMatch(/^[A-Z].{20,}\.$/);
  });
});

test('a rule reads as a sentence', () => {
  const [hs25, hs50] = [
    gap('HS25', { lower: { counter: 'contractual', fromHour: 36 }, upper: { toHour: 43 } }),
    gap('HS50', { lower: { after: 'HS25' } }),
  ];
  expect([hs25, hs50].map(ruleText)).toEqual([
    "Chaque semaine, le travail effectif au-delà du temps contractuel et à partir de la 36e heure, jusqu'à la 43e heure incluse, va sur HS25.",
    'Chaque semaine, le travail effectif au-delà de la règle HS25 va sur HS50.',
  ]);
  expect(
    ruleText(gap('MANQUE', { direction: 'under', lower: { counter: 'theoretical' }, period: { unit: 'month' } })),
  ).toBe('Chaque mois, ce qui manque au travail effectif pour atteindre le temps théorique va sur MANQUE.');
});
