import { describe, expect, test } from '@jest/globals';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { beneficiariesTable } from '../../../shared/tables/vouchers/beneficiariesTable.ts';
import { readBeneficiaries } from '../../../shared/tables/vouchers/readBeneficiaries.ts';
import { readRegulations } from '../../../shared/tables/vouchers/readRegulations.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { day, establishments, people, said, sheet, type Typed } from './typedSheet.ts';

const terms = { from: '01/01/2026', face: 9, shareAmount: 5 };
const regulations = readRegulations(
  sheet(
    regulationsTable,
    { ...terms, name: 'TR Siège', establishments: 'Lyon', issuer: 'Swile' },
    { ...terms, name: 'TR Usine', establishments: 'Paris', issuer: 'Edenred' },
  ),
  { establishments, ordered: new Map(), on: day('2026-10-01') },
).value;

const fields = ['Matricule', 'Nature de contrat', 'Service'];
const read = (...rows: readonly Typed[]) =>
  readBeneficiaries(sheet(beneficiariesTable, ...rows), { people, establishments, regulations, fields });

test('Par défaut tous les collaborateurs sont bénéficiaires: an empty sheet excludes nobody', () => {
  expect(read()).toEqual({ value: { exclusions: [], starts: new Map(), supports: [] }, findings: [] });
});

describe('exclusions', () => {
  test('by person, establishment or any column of « Salariés », from and to', () => {
    const { value, findings } = read(
      { criterion: 'Matricule', value: '00012', exception: 'exclu', from: '01/10/2026', to: '31/12/2026' },
      { criterion: 'identifiant lucca', value: '102', exception: 'exclu' },
      { criterion: 'Établissement', value: 'PAR', exception: 'exclu' },
      { criterion: 'service', value: 'Cantine', exception: 'exclu' },
    );
    expect(findings).toEqual([]);
    expect(value.exclusions).toEqual([
      { whom: { by: 'person', employeeId: '101' }, from: '2026-10-01', to: '2026-12-31' },
      { whom: { by: 'person', employeeId: '102' }, from: null, to: null },
      { whom: { by: 'establishment', establishmentId: '2' }, from: null, to: null },
      { whom: { by: 'field', field: 'Service', value: 'Cantine' }, from: null, to: null },
    ]);
  });

  test.each([
    ['Stagiaire', 'stagiaires', 'R3262-7'],
    ['Stage de fin d’études', 'stagiaires', 'R3262-7'],
    ['CDI temps partiel', 'salariés à temps partiel', 'R3262-7'],
    ['Télétravail', 'télétravailleurs', 'L1222-9'],
  ])('%s as a group: applied, with the article', (value, group, article) => {
    const { value: rules, findings } = read({ criterion: 'Nature de contrat', value, exception: 'exclu' });
    expect(findings).toMatchObject([{ code: 'voucherGroupExcluded', severity: 'warning', place: { address: 'B4' } }]);
    expect(findingText(findings[0]!)).toContain(group);
    expect(findings[0]?.source?.title).toContain(article);
    expect(rules.exclusions).toHaveLength(1);
  });

  test('a contract kind that the law does not protect as a group says nothing', () => {
    expect(read({ criterion: 'Nature de contrat', value: 'Mandataire social', exception: 'exclu' }).findings).toEqual(
      [],
    );
  });

  test('end before start', () => {
    const row = { criterion: 'Matricule', value: '00012', exception: 'exclu', from: '02/10/2026' };
    const { value, findings } = read({ ...row, to: '01/10/2026' });
    expect(said(findings)).toEqual([['voucherEndBeforeStart', 'to', 4]]);
    expect(value.exclusions).toEqual([]);
    expect(read({ ...row, to: '02/10/2026' }).findings).toEqual([]);
  });

  test('two of the same people overlap: said on the second, both applied', () => {
    const row = { criterion: 'Matricule', value: '00012', exception: 'exclu' };
    const first = { ...row, from: '01/10/2026', to: '31/10/2026' };
    const { value, findings } = read(first, {
      ...row,
      criterion: 'Identifiant Lucca',
      value: '101',
      from: '31/10/2026',
    });
    expect(findings).toMatchObject([{ code: 'voucherExceptionsOverlap', severity: 'warning', facts: { row: 4 } }]);
    expect(said(findings)).toEqual([['voucherExceptionsOverlap', 'from', 5]]);
    expect(value.exclusions).toHaveLength(2);
    expect(read(first, { ...row, from: '01/11/2026' }).findings).toEqual([]);
  });
});

describe('exceptions of one person', () => {
  test('a start date of their own; paper or card', () => {
    const { value, findings } = read(
      { criterion: 'Matricule', value: '00012', exception: 'date de début', from: '15/10/2026' },
      { criterion: 'Identifiant Lucca', value: '102', exception: 'papier', from: '01/10/2026' },
    );
    expect(findings).toEqual([]);
    expect([...value.starts]).toEqual([['101', '2026-10-15']]);
    expect(value.supports).toEqual([{ employeeId: '102', support: 'paper', from: '2026-10-01', to: null }]);
  });

  test('Swile: nobody is on paper', () => {
    expect(said(read({ criterion: 'Matricule', value: '00012', exception: 'papier' }).findings)).toEqual([
      ['voucherSupportRefused', 'exception', 4],
    ]);
    expect(read({ criterion: 'Matricule', value: '00012', exception: 'carte' }).findings).toEqual([]);
  });

  test('card and paper at one date, two start dates: refused', () => {
    const one = { criterion: 'Identifiant Lucca', value: '102' };
    const rows = [
      { ...one, exception: 'papier' },
      { ...one, exception: 'carte', from: '01/10/2026' },
      { ...one, exception: 'date de début', from: '01/10/2026' },
      { ...one, exception: 'date de début', from: '01/11/2026' },
    ];
    expect(read(...rows).findings.map(({ code, severity, facts }) => [code, severity, facts['row']])).toEqual([
      ['voucherExceptionsOverlap', 'error', 4],
      ['voucherExceptionsOverlap', 'error', 6],
    ]);
  });

  test('they are not for a group', () => {
    const { value, findings } = read({ criterion: 'Service', value: 'Cantine', exception: 'papier' });
    expect(said(findings)).toEqual([['voucherPersonNeeded', 'criterion', 4]]);
    expect(value.supports).toEqual([]);
  });
});

test('what cannot be understood is said at its cell, and left out', () => {
  const { value, findings } = read(
    { value: '00012', exception: 'exclu' },
    { criterion: 'Service', exception: 'exclu' },
    { criterion: 'Couleur', value: 'rouge', exception: 'exclu' },
    { criterion: 'Matricule', value: '99999', exception: 'exclu' },
    { criterion: 'Matricule', value: '00013', exception: 'exclu' },
    { criterion: 'Établissement', value: 'Nantes', exception: 'exclu' },
    { criterion: 'Matricule', value: '00012' },
    { criterion: 'Matricule', value: '00012', exception: 'date de début' },
    { criterion: 'Matricule', value: '00012', exception: 'exclu', from: 'demain' },
  );
  expect(said(findings)).toEqual([
    ['cellNotDate', 'from', 12],
    ['voucherCriterionMissing', 'criterion', 4],
    ['voucherCriterionMissing', 'value', 5],
    ['voucherCriterionUnknown', 'criterion', 6],
    ['voucherPersonUnknown', 'value', 7],
    ['voucherPersonAmbiguous', 'value', 8],
    ['voucherEstablishmentUnknown', 'value', 9],
    ['voucherExceptionMissing', 'exception', 10],
    ['voucherStartWithoutDate', 'from', 11],
  ]);
  expect(value).toEqual({ exclusions: [], starts: new Map(), supports: [] });
});
