/** « Créer »: one plan, that one undo takes back; what it writes computes. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed } from '../../../../shared/domain/review/cell.ts';
import { resumePlan, undoLastPlan } from '../../../../shared/flows/apply.ts';
import type { RegulationAnswers } from '../../../../shared/flows/vouchers/wizard/answers.ts';
import { createRegulation } from '../../../../shared/flows/vouchers/wizard/createRegulation.ts';
import type { TableDeclaration } from '../../../../shared/tables/declaration.ts';
import { journalTable } from '../../../../shared/tables/memoryTables.ts';
import { beneficiariesTable } from '../../../../shared/tables/vouchers/beneficiariesTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../../shared/tables/vouchers/impactsTables.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { regulationsTable } from '../../../../shared/tables/vouchers/regulationsTable.ts';
import { typedVoucherTables } from '../../../../shared/tables/vouchers/voucherTables.ts';
import { sound } from '../../../support/smallCompany.ts';
import { ordered, regulationRow, SIEGE, VoucherCompany } from '../voucherCompany.ts';
import { soundAnswers, withoutVoucherSheets } from './answers.ts';

const OCTOBER = plainMonth('2026-10');

const untouched = () => VoucherCompany.begun().then(withoutVoucherSheets);

const answered = (more: Partial<RegulationAnswers> = {}) =>
  soundAnswers(OCTOBER, { natures: new Map([['31', { deducts: false, isProposed: false }]]), ...more });

function create(company: VoucherCompany, answers: RegulationAnswers) {
  return createRegulation(company.ports, { connection: company.account.connection(), month: OCTOBER }, answers);
}

function shown(company: VoucherCompany, table: TableDeclaration, ...keys: string[]): string[] {
  return company.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)).join('|'));
}

describe('creating a regulation', () => {
  test('makes the sheets, brings what Lucca knows, and writes the answers: the month computes', async () => {
    const company = await untouched();
    company.dayOff('2026-10-06');
    const report = sound(await create(company, answered({ absences: 'M' })));
    expect(report).toMatchObject({ state: 'valid', refused: [] });
    expect(report.created).toEqual(typedVoucherTables);
    expect(shown(company, establishmentsTable, 'id', 'name')).toEqual(['13|Lyon']);
    expect(shown(company, regulationsTable, 'name', 'establishments', 'state', 'toFix')).toEqual([
      `${SIEGE}|Lyon|valide|`,
    ]);
    expect(shown(company, absenceImpactsTable, 'id', 'impact', 'regulation')).toEqual(['9|déduit|']);
    expect(shown(company, expenseImpactsTable, 'id', 'impact', 'regulation')).toEqual(['31|ne déduit pas|']);
    expect(ordered(await company.computed('2026-10'))).toEqual({ '1': 21, '2': 22, '3': 22 });
  });

  test('is one plan: one undo takes everything back, the empty sheets staying', async () => {
    const company = await untouched();
    const plans = company.book.rows(journalTable).length;
    const exclusions = [{ criterion: 'Matricule', value: '0003', from: '', to: '', comment: '' }];
    sound(await create(company, answered({ exclusions })));
    expect(company.book.rows(journalTable).length).toBe(plans + 1);
    expect(shown(company, beneficiariesTable, 'value', 'exception')).toEqual(['0003|exclu']);
    expect(ordered(await company.computed('2026-10'))).toEqual({ '1': 22, '2': 22 });
    sound(await undoLastPlan(company.ports));
    for (const table of typedVoucherTables) expect(company.book.rows(table)).toEqual([]);
  });

  test('where the sheets stand already, sets the cells that were blank and touches nothing else', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable);
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés', impact: '', group: 'Congés' });
    company.fill(expenseImpactsTable, { id: '31', name: 'Déjeuner', impact: 'déduit' });
    const before = company.book.copy();
    sound(await create(company, answered({ natures: new Map() })));
    expect(shown(company, absenceImpactsTable, 'id', 'impact', 'group')).toEqual(['9|déduit|Congés']);
    expect(company.book.rows(expenseImpactsTable)).toEqual(before.tables.get(expenseImpactsTable.name));
    expect(shown(company, regulationsTable, 'name', 'state')).toEqual([`${SIEGE}|valide`]);
    sound(await undoLastPlan(company.ports));
    expect(shown(company, absenceImpactsTable, 'id', 'impact', 'group')).toEqual(['9||Congés']);
  });

  test('a second one leaves the first as it computes', async () => {
    const company = await VoucherCompany.begun();
    company.account.accounts = company.account.accounts.map((each) => ({ ...each, establishments: ['Lyon', 'Lille'] }));
    const before = ordered(await company.computed('2026-09'));
    const second = answered({
      name: 'TR Lille',
      establishments: ['14'],
      accounts: new Map([['9', { deducts: false, isProposed: false }]]),
    });
    expect(sound(await create(company, second)).state).toBe('valid');
    expect(shown(company, regulationsTable, 'name', 'establishments')).toEqual([`${SIEGE}|Lyon`, 'TR Lille|Lille']);
    expect(shown(company, absenceImpactsTable, 'impact', 'regulation')).toEqual(['déduit|', 'ne déduit pas|TR Lille']);
    expect(ordered(await company.computed('2026-09'))).toEqual(before);
  });

  test('of a name that an older one left rows under, its answers hold all the same', async () => {
    const company = await VoucherCompany.begun();
    const left = { id: '9', name: 'Congés payés', regulation: 'tr lille', impact: 'déduit' };
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés', impact: 'ne déduit pas' }, left);
    company.account.accounts = company.account.accounts.map((each) => ({ ...each, establishments: ['Lyon', 'Lille'] }));
    const accounts = new Map([['9', { deducts: false, isProposed: false }]]);
    const report = sound(await create(company, answered({ name: 'TR Lille', establishments: ['14'], accounts })));
    expect(report).toMatchObject({ state: 'valid', refused: [] });
    expect(shown(company, absenceImpactsTable, 'impact', 'regulation')).toEqual([
      'ne déduit pas|',
      'ne déduit pas|tr lille',
    ]);
  });

  test('what was left undecided is created not valid, with what is missing on its row', async () => {
    const company = await untouched();
    expect(sound(await create(company, answered({ accounts: new Map() }))).state).toBe('invalid');
    const [row] = shown(company, regulationsTable, 'state', 'toFix');
    expect(row).toMatch(/^non valide\|Définissez l'impact des absences .* : Congés payés\.$/);
  });

  test('is refused when the workbook changed meanwhile, and nothing is written, not even empty sheets', async () => {
    const company = await untouched();
    company.fill(regulationsTable, regulationRow());
    const before = company.book.copy();
    const created = await create(company, answered());
    expect(created).toMatchObject({ ok: false, error: { code: 'refused' } });
    const told = !created.ok && created.error.code === 'refused' ? created.error.findings : [];
    expect(told.map(({ field, finding }) => [field, finding.code])).toContainEqual(['name', 'voucherNameTaken']);
    expect(company.book.copy()).toEqual(before);
  });

  test('a fault half-way leaves the plan open, and « Reprendre » ends it', async () => {
    const company = await untouched();
    company.book.linesBeforeFault = 4;
    const created = await create(company, answered());
    expect(created).toMatchObject({ ok: false, error: { code: 'apply', error: { open: true } } });
    company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    sound(await resumePlan(company.ports));
    expect(shown(company, regulationsTable, 'name', 'state')).toEqual([`${SIEGE}|valide`]);
    expect(shown(company, absenceImpactsTable, 'id', 'impact')).toEqual(['9|déduit']);
  });
});
