import { expect, test } from '@jest/globals';
import { accountBindingsTable } from '../../../shared/tables/absences/accountBindingsTable.ts';
import { readAccountBindings } from '../../../shared/tables/absences/readAccountBindings.ts';
import {
  kindLabels,
  treatmentCells,
  treatmentLabels,
  treatmentOf,
} from '../../../shared/tables/absences/treatmentLabels.ts';
import { said, sheet, type Typed } from '../vouchers/typedSheet.ts';

const known = [
  { id: '1226', name: 'Congés payés 2026-2027' },
  { id: '40', name: 'Arrêt maladie' },
];
const read = (...rows: readonly Typed[]) => readAccountBindings(sheet(accountBindingsTable, ...rows), known);

test('only what a person confirmed binds, by number or by name; a blank code is the one of the category', () => {
  const { value, findings } = read(
    {
      id: '1226',
      name: 'Congés payés 2026-2027',
      treatment: 'congés payés',
      state: 'confirmée',
      payfit: 'fr_conges_payes',
    },
    { name: 'Arrêt *', treatment: 'arrêt de travail', kind: 'maladie', state: 'confirmée' },
    { id: '40', name: 'Arrêt maladie', treatment: 'hors paie', state: 'proposée' },
  );
  expect(findings).toEqual([]);
  expect(value.bindings).toEqual([
    {
      account: { id: '1226' },
      treatment: { is: 'transferred', category: 'paidLeave', code: 'CP' },
      types: { payfit: 'fr_conges_payes', silae: '' },
    },
    {
      account: { pattern: 'Arrêt *' },
      treatment: { is: 'stoppage', kind: 'sickness' },
      types: { payfit: '', silae: '' },
    },
  ]);
  expect(value.lines.map(({ state, types }) => [state, types.payfit])).toEqual([
    ['confirmed', 'fr_conges_payes'],
    ['confirmed', ''],
    ['proposed', ''],
  ]);
});

test('a code of payroll’s own is kept to the letter', () => {
  const { value } = read({ id: '1226', name: 'x', treatment: 'congés payés', code: '0042', state: 'confirmée' });
  expect(value.bindings[0]?.treatment).toEqual({ is: 'transferred', category: 'paidLeave', code: '0042' });
});

const cp = { treatment: 'congés payés', state: 'confirmée' };

test.each<[string, readonly Typed[], string, string, number]>([
  [
    'confirmed without a treatment',
    [{ id: '40', name: 'x', state: 'confirmée' }],
    'absenceBindingUnsaid',
    'treatment',
    4,
  ],
  ['a treatment of no list', [{ id: '40', name: 'x', ...cp, treatment: 'congé' }], 'cellNotChoice', 'treatment', 4],
  [
    'a code beside a stoppage',
    [{ id: '40', name: 'x', ...cp, treatment: 'arrêt de travail', kind: 'maladie', code: 'M' }],
    'absenceCodeIdle',
    'code',
    4,
  ],
  [
    'a stoppage without its kind',
    [{ id: '40', name: 'x', ...cp, treatment: 'arrêt de travail' }],
    'absenceKindMissing',
    'kind',
    4,
  ],
  ['a kind beside leave', [{ id: '40', name: 'x', ...cp, kind: 'maladie' }], 'absenceKindIdle', 'kind', 4],
  ['a number that Lucca has not', [{ id: '9', name: 'x', ...cp }], 'absenceAccountGone', 'id', 4],
  ['a name that no account has', [{ name: 'RTT *', ...cp }], 'absencePatternIdle', 'name', 4],
  [
    'one account on two rows',
    [
      { id: '40', name: 'a', ...cp },
      { id: '40', name: 'b', ...cp },
    ],
    'absenceBindingTwice',
    'id',
    5,
  ],
  [
    'one pattern on two rows',
    [
      { name: 'Arret *', ...cp },
      { name: 'arrêt *', ...cp },
    ],
    'absenceBindingTwice',
    'name',
    5,
  ],
])('%s is said at its cell', (_, rows, code, column, row) => {
  expect(said(read(...rows).findings)).toEqual([[code, column, row]]);
});

test('each label of the lists is one treatment, and comes back', () => {
  const kinds = Object.keys(kindLabels) as (keyof typeof kindLabels)[];
  expect([treatmentLabels.length, kinds.length]).toEqual([14 + 2, 9]);
  for (const label of treatmentLabels) {
    const treatment = treatmentOf(label, 'sickness', '');
    if (!treatment || treatment === 'kindMissing') throw new Error(label);
    expect(treatmentCells(treatment).treatment).toBe(label);
  }
  for (const kind of kinds) expect(treatmentOf('arrêt de travail', kind, '')).toEqual({ is: 'stoppage', kind });
  expect(treatmentOf('arrêt de travail', undefined, '')).toBe('kindMissing');
  expect(treatmentOf('congé', undefined, '')).toBeUndefined();
});
