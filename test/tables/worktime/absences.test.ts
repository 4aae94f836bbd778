import { expect, test } from '@jest/globals';
import { readAbsenceTreatments } from '../../../shared/tables/worktime/readAbsenceTreatments.ts';
import { absenceTreatmentsTable } from '../../../shared/tables/worktime/absenceTreatmentsTable.ts';
import { said, sheet, type Typed } from '../vouchers/typedSheet.ts';

const known = [
  { id: '1', name: 'Congés payés 2025-2026' },
  { id: '2', name: 'Télétravail' },
  { id: '3', name: 'Formation' },
  { id: '4', name: 'Formation' },
];
const read = (...rows: readonly Typed[]) => readAbsenceTreatments(sheet(absenceTreatmentsTable, ...rows), known);

test('an account by its number or its name, its rule from a date on, in whatever order it was typed', () => {
  const { value, findings } = read(
    { name: 'congés payés 2025-2026', assimilation: 'seuil hebdomadaire seulement', from: '10/09/2025' },
    { id: '1', assimilation: 'non' },
    { name: 'Télétravail', counts: 'non' },
    { id: '3', assimilation: 'travail effectif' },
  );
  expect(findings).toEqual([]);
  expect(Object.fromEntries(value)).toEqual({
    1: {
      assimilation: [
        { from: null, value: 'none' },
        { from: '2025-09-10', value: 'weeklyThreshold' },
      ],
      isAbsence: true,
    },
    2: { assimilation: [{ from: null, value: 'none' }], isAbsence: false },
    3: { assimilation: [{ from: null, value: 'effective' }], isAbsence: true },
  });
});

test.each<[string, readonly Typed[], string, string, number]>([
  ['a name that Lucca does not have', [{ name: 'Congés' }], 'timeAbsenceUnknown', 'name', 4],
  ['a number that Lucca does not have', [{ id: '9' }], 'timeAbsenceUnknown', 'id', 4],
  ['a name that two accounts bear', [{ name: 'Formation' }], 'timeAbsenceAmbiguous', 'name', 4],
  ['two rows from one day', [{ id: '1' }, { name: 'Congés payés 2025-2026' }], 'timeTreatmentTwice', 'from', 5],
  [
    'an answer that changes',
    [
      { id: '2', counts: 'non' },
      { id: '2', from: '01/01/2026' },
    ],
    'timeAbsenceChanged',
    'counts',
    5,
  ],
])('%s', (_, rows, code, column, at) => {
  expect(said(read(...rows).findings)).toEqual([[code, column, at]]);
});

test('a date that cannot be read leaves its row aside: nothing holds from ever by mistake', () => {
  const { value, findings } = read({ id: '1', assimilation: 'travail effectif', from: 'septembre' });
  expect(said(findings)).toEqual([['cellNotDate', 'from', 4]]);
  expect(value.size).toBe(0);
});
