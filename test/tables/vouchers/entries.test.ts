import { describe, expect, test } from '@jest/globals';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { mealsTable } from '../../../shared/tables/vouchers/mealsTable.ts';
import { readAdjustments } from '../../../shared/tables/vouchers/readAdjustments.ts';
import { establishmentNamed, readEstablishments } from '../../../shared/tables/readEstablishments.ts';
import { readMeals } from '../../../shared/tables/vouchers/readMeals.ts';
import { establishments, people, said, sheet, type Typed } from './typedSheet.ts';

const natures = [
  { id: '31', name: 'Déjeuner' },
  { id: '32', name: 'Dîner' },
];

describe('« Frais de repas »', () => {
  const read = (...rows: readonly Typed[]) => readMeals(sheet(mealsTable, ...rows), people, natures);

  test('a meal of Lucca, at its meal date, with its host', () => {
    const row = {
      id: 'E1-2',
      luccaId: '101',
      date: '05/10/2026',
      nature: '31',
      stage: 'contrôlé',
      host: 'Zoé Martin',
      moment: 'selon la nature',
    };
    const { value, findings } = read(row);
    expect(findings).toEqual([]);
    expect(value.get('101')).toEqual([
      { id: 'E1-2', date: '2026-10-05', natureId: '31', stage: 'controlled', host: 'Zoé Martin', moment: null },
    ]);
  });

  test('one typed by matricule and name of nature counts, whatever the regulation waits for', () => {
    const { value, findings } = read({ employeeNumber: '00012', date: '05/10/2026', nature: 'déjeuner' });
    expect(findings).toEqual([]);
    expect(value.get('101')).toMatchObject([{ natureId: '31', stage: 'exported', host: null }]);
  });

  test('« repas » overrides the nature, which may then be missing', () => {
    const { value, findings } = read({ luccaId: '101', date: '05/10/2026', moment: 'dîner' });
    expect(findings).toEqual([]);
    expect(value.get('101')).toMatchObject([{ moment: 'dinner', natureId: '' }]);
  });

  test('the same rows in another order are the same meals', () => {
    const rows = [
      { luccaId: '101', date: '05/10/2026', nature: 'Déjeuner' },
      { luccaId: '101', date: '06/10/2026', nature: 'Dîner' },
    ];
    const ids = (typed: readonly Typed[]) => (read(...typed).value.get('101') ?? []).map(({ id }) => id).sort();
    expect(ids([...rows].reverse())).toEqual(ids(rows));
  });

  test('without a date, of a nature unknown, of none: said at the cell, and left out', () => {
    const { value, findings } = read(
      { luccaId: '101', nature: 'Déjeuner' },
      { luccaId: '101', date: '05/10/2026', nature: 'Goûter' },
      { luccaId: '101', date: '05/10/2026' },
      { luccaId: '101', date: 'mardi', nature: 'Déjeuner' },
    );
    expect(said(findings)).toEqual([
      ['cellNotDate', 'date', 7],
      ['voucherMealWithoutDate', 'date', 4],
      ['voucherNatureUnknown', 'nature', 5],
      ['voucherMealUndecided', 'nature', 6],
    ]);
    expect(value.size).toBe(0);
  });

  test('a person unknown, ambiguous, contradicted, missing', () => {
    const meal = { date: '05/10/2026', nature: 'Déjeuner' };
    const { value, findings } = read(
      { ...meal, luccaId: '999' },
      { ...meal, employeeNumber: '99999' },
      { ...meal, employeeNumber: '00013' },
      { ...meal, luccaId: '101', employeeNumber: '00013' },
      meal,
      { ...meal, luccaId: '102', employeeNumber: '00013' },
    );
    expect(said(findings)).toEqual([
      ['voucherPersonUnknown', 'luccaId', 4],
      ['voucherPersonUnknown', 'employeeNumber', 5],
      ['voucherPersonAmbiguous', 'employeeNumber', 6],
      ['voucherPersonContradicted', 'employeeNumber', 7],
      ['voucherPersonMissing', 'employeeNumber', 8],
    ]);
    expect([...value.keys()]).toEqual(['102']);
  });
});

describe('« Ajustements TR »', () => {
  const read = (...rows: readonly Typed[]) => readAdjustments(sheet(adjustmentsTable, ...rows), people);
  const base: Typed = { month: '01/10/2026', luccaId: '101', kind: 'droit', number: 2 };

  test.each([
    ['droit', 'entitlement'],
    ['absence', 'absence'],
    ['frais', 'meal'],
    ['titres rendus', 'returned'],
    ['autre', 'other'],
  ])('%s → %s', (kind, code) => {
    const { value, findings } = read({ ...base, kind, date: '05/10/2026', comment: 'Oubli de septembre' });
    expect(findings).toEqual([]);
    expect(value).toEqual([
      {
        month: '2026-10',
        employeeId: '101',
        adjustment: { kind: code, date: '2026-10-05', number: 2, comment: 'Oubli de septembre' },
      },
    ]);
  });

  test('a movement is signed', () => {
    expect(read({ ...base, number: -1 }).value).toMatchObject([{ adjustment: { number: -1, date: null } }]);
  });

  test('what is wrong is said at the cell, and left out', () => {
    const { value, findings } = read(
      { ...base, number: 1.5 },
      { ...base, number: '' },
      { ...base, month: '' },
      { ...base, kind: '' },
      { ...base, kind: 'titres rendus', number: -1 },
      { ...base, luccaId: '999' },
      { ...base, date: 'hier' },
    );
    expect(said(findings)).toEqual([
      ['cellNotInteger', 'number', 4],
      ['cellNotDate', 'date', 10],
      ['voucherNumberMissing', 'number', 5],
      ['voucherMonthMissing', 'month', 6],
      ['voucherKindMissing', 'kind', 7],
      ['voucherReturnedNegative', 'number', 8],
      ['voucherPersonUnknown', 'luccaId', 9],
    ]);
    expect(value).toEqual([]);
  });
});

describe('« Établissements »', () => {
  test('France, euros, the metropolitan calendar, unless typed', () => {
    expect(establishments[0]).toEqual({
      id: '1',
      idPlace: expect.objectContaining({ key: '1', address: 'A4' }) as unknown,
      code: 'LYO',
      codePlace: expect.objectContaining({ key: '1', address: 'B4' }) as unknown,
      name: 'Lyon',
      country: 'FR',
      currency: 'EUR',
      holidays: { zone: 'FR', goodFriday: false },
      timeZone: null,
      solidarity: new Set(),
      codes: {
        companyCode: '',
        customerCode: '',
        deliveryPoint: '',
        attachmentCode: '',
        levelCode: '',
        payrollDossier: '',
      },
    });
    expect(establishments[3]?.holidays).toEqual({ zone: 'ALS', goodFriday: true });
  });

  test('found by name, code or identifier; a name that two bear is nobody’s', () => {
    for (const text of ['lyon', 'LYO', '1']) expect(establishmentNamed(establishments, text)?.id).toBe('1');
    expect(establishmentNamed(establishments, 'Nantes')).toBeUndefined();
    expect(establishmentNamed([...establishments, { ...establishments[0]!, id: '9' }], 'Lyon')).toBeUndefined();
  });

  test('its clocks, and its solidarity day of each year', () => {
    const typed = { id: '1', name: 'Saint-Denis', timeZone: 'Indian/Reunion', solidarity: '25/05/2026; 17/5/2027' };
    const { value, findings } = readEstablishments(sheet(establishmentsTable, typed));
    expect(value).toMatchObject([{ timeZone: 'Indian/Reunion' }]);
    expect([...(value[0]?.solidarity ?? [])]).toEqual(['2026-05-25', '2027-05-17']);
    expect(findings).toEqual([]);
  });

  test.each([
    [{ timeZone: 'Paris' }, 'establishmentTimeZone', 'timeZone'],
    [{ timeZone: 'Europe/Lutece' }, 'establishmentTimeZone', 'timeZone'],
    [{ solidarity: 'lundi de Pentecôte' }, 'establishmentSolidarity', 'solidarity'],
  ])('%o is told at its cell', (typed, code, column) => {
    const { value, findings } = readEstablishments(sheet(establishmentsTable, { id: '1', name: 'Lyon', ...typed }));
    expect(said(findings)).toEqual([[code, column, 4]]);
    expect(value).toMatchObject([{ timeZone: null }]);
  });

  test('Good Friday outside Alsace-Moselle', () => {
    const { findings } = readEstablishments(sheet(establishmentsTable, { id: '1', name: 'Lyon', goodFriday: 'oui' }));
    expect(said(findings)).toEqual([['establishmentGoodFriday', 'goodFriday', 4]]);
    expect(findingText(findings[0]!)).toContain('Alsace-Moselle');
  });

  test('without an identifier the name is one; a row with neither is nobody’s', () => {
    const rows = [{ id: '1', name: 'Lyon' }, { name: 'Nantes' }, { code: 'X' }];
    const { value, findings } = readEstablishments(sheet(establishmentsTable, ...rows));
    expect(findings).toEqual([]);
    expect(value.map(({ id }) => id)).toEqual(['1', 'Nantes']);
    expect(establishmentNamed(value, 'nantes')?.id).toBe('Nantes');
  });
});
