import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import {
  complementFor,
  readRegulations,
  regulationFor,
  versionOn,
  type TypedRegulation,
} from '../../../shared/tables/vouchers/readRegulations.ts';
import { issuers } from '../../../shared/tables/vouchers/issuers.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { day, establishments, said, sheet, type Typed } from './typedSheet.ts';

const base: Typed = {
  name: 'TR Siège',
  from: '01/01/2026',
  establishments: 'Lyon; PAR',
  issuer: 'Edenred',
  face: 9,
  shareAmount: 5,
};

function read(rows: readonly Typed[], ordered: readonly (readonly [string, string])[] = []) {
  const around = { establishments, ordered: new Map(ordered), on: day('2026-10-01') };
  return readRegulations(sheet(regulationsTable, ...rows), around);
}

/** A regulation with these cells instead of those of `base`. */
const oneOf = (cells: Typed) => read([{ ...base, ...cells }]);

function only(regulations: readonly TypedRegulation[]): TypedRegulation {
  expect(regulations).toHaveLength(1);
  return regulations[0]!;
}

const noImpacts = { accounts: new Map(), natures: new Map() };

describe('what is not typed is by default', () => {
  test('days of M, absences and expenses of M-1, a calendar month, partial days deducted', () => {
    const { value, findings } = read([base]);
    expect(findings).toEqual([]);
    const regulation = regulationFor(only(value), plainMonth('2026-10'), noImpacts)!;
    expect(regulation.rules).toEqual({
      days: 'M',
      absences: 'M-1',
      expenses: 'M-1',
      startDay: 1,
      partialDaysDeduct: true,
      hourAbsence: 'full',
      mealStage: 'controlled',
    });
    expect(regulation).toMatchObject({ key: 'TR Siège', reintegration: 'boss' });
    expect(regulation.start).toEqual({ kind: 'first', month: '2026-01' });
    expect(regulation.values).toEqual([
      { from: '2026-01-01', face: 900, employerShare: { kind: 'amount', cents: 500 }, cse: 0 },
    ]);
  });

  test('France, euros, cards, a quantity to payroll', () => {
    const [version] = only(read([base]).value).versions;
    expect(version?.order).toMatchObject({ country: 'FR', currency: 'EUR', support: 'card', payroll: 'quantity' });
    expect(version?.establishments.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

test('every choice is read', () => {
  const { value, findings } = oneOf({
    days: 'M-1',
    absences: 'M',
    expenses: 'M',
    startDay: 16,
    partialDays: 'conservées',
    hourAbsence: 'toute absence',
    mealStage: 'exporté',
    support: 'papier',
    payroll: 'part salariale',
    firstMonth: '15/10/2026',
    before: 'commandé ailleurs',
    reintegration: 'totalité',
    complement: 'Un titre par jour.',
  });
  expect(findings).toEqual([]);
  const regulation = regulationFor(only(value), plainMonth('2026-10'), noImpacts)!;
  expect(regulation.rules).toEqual({
    days: 'M-1',
    absences: 'M',
    expenses: 'M',
    startDay: 16,
    partialDaysDeduct: false,
    hourAbsence: 'any',
    mealStage: 'exported',
  });
  expect(regulation).toMatchObject({ reintegration: 'whole', start: { kind: 'elsewhere', month: '2026-10' } });
  expect(only(value).versions[0]?.order).toMatchObject({
    support: 'paper',
    payroll: 'employee',
    complement: 'Un titre par jour.',
  });
});

test('the complementary rules are those of the month, line by line; none for a name that is not there', () => {
  const { value } = read([
    { ...base, complement: 'Un titre par jour.\nRien en télétravail.' },
    { name: 'TR Siège', from: '01/11/2026', complement: 'Un titre par jour.' },
  ]);
  const told = (name: string, month: string) => complementFor(value, name, plainMonth(month));
  expect(told('TR Siège', '2026-10')).toBe('Un titre par jour.\nRien en télétravail.');
  expect(told('TR Siège', '2026-11')).toBe('Un titre par jour.');
  expect(told('TR Lyon', '2026-10')).toBe('');
  expect(complementFor(read([base]).value, 'TR Siège', plainMonth('2026-10'))).toBe('');
});

describe('values are dated', () => {
  const rows = [base, { name: 'tr siège', from: '01/11/2026', face: 9.5, days: 'M-1' }];

  test('a later row repeats only what changes, whatever the order of the rows', () => {
    for (const typed of [rows, [...rows].reverse()]) {
      const { value, findings } = read(typed);
      expect(findings).toEqual([]);
      const { versions } = only(value);
      expect(versions.map(({ from, until }) => [from, until])).toEqual([
        ['2026-01-01', '2026-10-31'],
        ['2026-11-01', null],
      ]);
      expect(versions.map((each) => [each.value.face, each.rules.days, each.order.issuer.name])).toEqual([
        [900, 'M', 'Edenred'],
        [950, 'M-1', 'Edenred'],
      ]);
      expect(versions[1]?.value.employerShare).toEqual({ kind: 'amount', cents: 500 });
    }
  });

  test('an order takes the rules of the first day of its month', () => {
    const typed = only(read(rows).value);
    expect(regulationFor(typed, plainMonth('2026-10'), noImpacts)?.rules.days).toBe('M');
    expect(regulationFor(typed, plainMonth('2026-11'), noImpacts)?.rules.days).toBe('M-1');
    expect(versionOn(typed, day('2020-01-01'))?.from).toBe('2026-01-01');
  });

  test('a share as a rate replaces the amount before it', () => {
    const { value, findings } = read([base, { name: 'TR Siège', from: '01/11/2026', sharePercent: 55 }]);
    expect(findings).toEqual([]);
    expect(only(value).versions[1]?.value.employerShare).toEqual({ kind: 'rate', rate: 5500 });
  });

  test('what is wrong and only repeated is said once, where it was typed', () => {
    const { findings } = read([
      { ...base, startDay: 29 },
      { name: 'TR Siège', from: '01/11/2026', face: 9.5 },
    ]);
    expect(said(findings)).toEqual([['voucherStartDay', 'startDay', 4]]);
  });

  test('two rows of one name and one day are refused', () => {
    expect(said(read([base, base]).findings)).toEqual([['duplicateKey', 'name', 5]]);
  });

  test('a row without a name and a row without a date are left out, and say so', () => {
    const nameless: Typed = { ...base, name: '' };
    const { value, findings } = read([nameless, { name: 'TR Siège', establishments: 'Lyon' }]);
    expect(said(findings)).toEqual([
      ['voucherNameMissing', 'name', 4],
      ['voucherFromMissing', 'from', 5],
    ]);
    expect(only(value)).toMatchObject({ versions: [], start: undefined });
    expect(regulationFor(only(value), plainMonth('2026-10'), noImpacts)).toBeUndefined();
  });
});

describe('establishments', () => {
  const other: Typed = { ...base, name: 'TR Usine' };

  test('one is never in two regulations at one date: said on both rows', () => {
    const { findings } = read([base, { ...other, establishments: 'Strasbourg; Lyon' }]);
    expect(said(findings)).toEqual([
      ['voucherEstablishmentTwice', 'establishments', 4],
      ['voucherEstablishmentTwice', 'establishments', 5],
    ]);
    expect(findings[0]?.facts).toMatchObject({ name: 'Lyon', other: 'TR Usine' });
  });

  test('one may leave a regulation for another, from one day to the next', () => {
    const leaving: Typed = { name: 'TR Siège', from: '01/10/2026', establishments: 'Paris' };
    const arriving = (from: string): Typed => ({ ...other, from, establishments: 'Lyon' });
    expect(read([base, leaving, arriving('01/10/2026')]).findings).toEqual([]);
    expect(said(read([base, leaving, arriving('30/09/2026')]).findings)).toHaveLength(2);
  });

  test('« aucun » empties a regulation', () => {
    const { value, findings } = read([base, { name: 'TR Siège', from: '01/10/2026', establishments: 'Aucun' }]);
    expect(findings).toEqual([]);
    expect(only(value).versions[1]?.establishments).toEqual([]);
  });

  test('one that is not known, or none at all', () => {
    expect(said(oneOf({ establishments: 'Lyon; Nantes' }).findings)).toEqual([
      ['voucherEstablishmentUnknown', 'establishments', 4],
    ]);
    expect(said(oneOf({ establishments: '' }).findings)).toEqual([
      ['voucherEstablishmentMissing', 'establishments', 4],
    ]);
  });

  test('all have the currency of the regulation', () => {
    const { findings } = oneOf({ establishments: 'Lyon; Genève' });
    expect(said(findings)).toEqual([['voucherCurrencies', 'establishments', 4]]);
    expect(findingText(findings[0]!)).toContain('« Genève » est en CHF et le réglementaire en EUR');
    expect(oneOf({ establishments: 'Genève', currency: 'chf', country: 'CH' }).findings).toEqual([]);
  });
});

describe('employer share', () => {
  test.each([
    ['just under half', 4.49, ['voucherShareUnderMinimum']],
    ['half', 4.5, []],
    ['six tenths', 5.4, []],
    ['just over six tenths', 5.41, ['voucherShareOverMaximum']],
  ])('in France: %s', (_, shareAmount, codes) => {
    expect(oneOf({ shareAmount }).findings.map(({ code }) => code)).toEqual(codes);
  });

  test('under half is refused for a new regulation, told of one already ordered with', () => {
    expect(oneOf({ shareAmount: 4 }).findings).toMatchObject([{ severity: 'error', place: { address: 'J4' } }]);
    const { findings } = read([{ ...base, shareAmount: 4 }], [['TR Siège', 'Edenred']]);
    expect(findings).toMatchObject([{ code: 'voucherShareUnderMinimum', severity: 'warning' }]);
  });

  test('over the limits is a finding with the amount reintegrated', () => {
    const { findings } = oneOf({ face: 15, shareAmount: 9.75 });
    expect(findings.map(({ code, severity, facts }) => [code, severity, facts['reintegrated']])).toEqual([
      ['voucherShareOverMaximum', 'warning', 243],
      ['voucherShareOverCap', 'warning', 243],
    ]);
    expect(findingText(findings[1]!)).toContain('2,43');
  });

  test('under half is nobody’s business abroad; of an establishment in France it is', () => {
    const swiss: Typed = { country: 'CH', currency: 'CHF', establishments: 'Genève', shareAmount: 3 };
    expect(oneOf(swiss).findings).toEqual([]);
    expect(oneOf({ country: 'BE', shareAmount: 3 }).findings).toMatchObject([{ code: 'voucherShareUnderMinimum' }]);
  });

  test('one of amount and rate: neither, both', () => {
    expect(said(oneOf({ shareAmount: '' }).findings)).toEqual([['voucherShareMissing', 'shareAmount', 4]]);
    expect(said(oneOf({ sharePercent: 60 }).findings)).toEqual([['voucherShareTwice', 'sharePercent', 4]]);
  });

  test('a cell that cannot be read is said, and not missed as well', () => {
    expect(said(oneOf({ shareAmount: 'cinq' }).findings)).toEqual([['cellNotNumber', 'shareAmount', 4]]);
    expect(said(oneOf({ face: 'neuf' }).findings)).toEqual([['cellNotNumber', 'face', 4]]);
  });

  test('a rate is read as 60 or as a cell of 60 %', () => {
    for (const sharePercent of [60, 0.6])
      expect(only(oneOf({ shareAmount: '', sharePercent }).value).versions[0]?.value.employerShare).toEqual({
        kind: 'rate',
        rate: 6000,
      });
  });

  test('with the share of the works council, never above the face value', () => {
    expect(oneOf({ cse: 4 }).findings.map(({ code }) => code)).not.toContain('voucherSharesOverFace');
    expect(said(oneOf({ cse: 4.01 }).findings)).toEqual([['voucherSharesOverFace', 'shareAmount', 4]]);
  });

  test('amounts are whole cents; the face value is needed', () => {
    expect(said(oneOf({ face: 9.005 }).findings)).toEqual([['voucherNotCents', 'face', 4]]);
    expect(said(oneOf({ face: '' }).findings)).toEqual([['voucherFaceMissing', 'face', 4]]);
    expect(only(oneOf({ face: 8.7 + 0.1 }).value).versions[0]?.value.face).toBe(880);
  });

  test('what ended before the orders to come is history', () => {
    const { findings } = read([
      { ...base, from: '01/01/2025', shareAmount: 4 },
      { name: 'TR Siège', from: '01/10/2026', shareAmount: 5 },
    ]);
    expect(findings).toEqual([]);
  });
});

test.each([0, 29, -1])('the period never begins on day %d', (startDay) => {
  expect(said(oneOf({ startDay }).findings)).toEqual([['voucherStartDay', 'startDay', 4]]);
});

test.each([1, 28])('the period may begin on day %d', (startDay) => {
  expect(only(oneOf({ startDay }).value).versions[0]?.rules.startDay).toBe(startDay);
});

describe('issuer', () => {
  test('the issuers handled', () => {
    expect(issuers.map(({ name }) => name)).toEqual(['Swile', 'Edenred', 'Pluxee', 'Up', 'Bimpli', 'Autre']);
  });

  test('Swile is never on paper', () => {
    expect(said(oneOf({ issuer: 'Swile', support: 'papier' }).findings)).toEqual([
      ['voucherSupportRefused', 'support', 4],
    ]);
    expect(oneOf({ issuer: 'Swile' }).findings).toEqual([]);
  });

  test('it may change until the first order, never after', () => {
    expect(oneOf({ issuer: 'Up' }).findings).toEqual([]);
    expect(said(read([{ ...base, issuer: 'Up' }], [['TR Siège', 'Edenred']]).findings)).toEqual([
      ['voucherIssuerChanged', 'issuer', 4],
    ]);
    const later: Typed = { name: 'TR Siège', from: '01/11/2026', issuer: 'Up' };
    expect(said(read([base, later], [['TR Siège', 'Edenred']]).findings)).toEqual([
      ['voucherIssuerChanged', 'issuer', 5],
    ]);
    expect(read([base], [['TR Siège', 'Edenred']]).findings).toEqual([]);
  });

  test('there is one', () => {
    expect(said(oneOf({ issuer: '' }).findings)).toEqual([['voucherIssuerMissing', 'issuer', 4]]);
    expect(said(oneOf({ issuer: 'Sodexo' }).findings)).toEqual([['cellNotChoice', 'issuer', 4]]);
  });
});

test('a table that is not there has no regulation', () => {
  const around = { establishments, ordered: new Map<string, string>(), on: day('2026-10-01') };
  expect(readRegulations({ state: 'absent' }, around)).toEqual({ value: [], findings: [] });
  expect(readRegulations(undefined, around)).toEqual({ value: [], findings: [] });
});
