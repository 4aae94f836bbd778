/** « Préparer les feuilles »: made when absent, brought what Lucca knows, never touched where somebody typed. */
import { describe, expect, test } from '@jest/globals';
import { blank, displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { prepareVoucherSheets } from '../../../shared/flows/vouchers/voucherSheets.ts';
import { journalTable } from '../../../shared/tables/memoryTables.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { typedVoucherTables } from '../../../shared/tables/vouchers/voucherTables.ts';
import { sound } from '../../support/smallCompany.ts';
import { ordered, regulationRow, VoucherCompany } from './voucherCompany.ts';

function prepare(company: VoucherCompany, more = {}) {
  const connection = { ...company.account.connection(), ...more };
  return prepareVoucherSheets(company.ports, { connection, month: plainMonth('2026-10') });
}

function shown(company: VoucherCompany, table: TableDeclaration, ...keys: string[]): string[] {
  return company.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)).join('|'));
}

/** Before anybody heard of titres-restaurant. */
async function untouched(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  for (const { name } of typedVoucherTables) company.book.tables.delete(name);
  return company;
}

function lines(company: VoucherCompany): number {
  return company.book.rows(journalTable).length;
}

describe('on a workbook without them', () => {
  test('every sheet that a person fills is made, and rows that Lucca knows stand in them, undecided', async () => {
    const company = await untouched();
    company.account.accounts = [
      { id: '9', name: 'Congés payés 2025-2026', establishments: ['Lyon'] },
      { id: '12', name: 'Formation', establishments: [] },
    ];
    company.account.natures = [
      { id: '31', name: 'Déjeuner', isRestaurant: true, isEnabled: true },
      { id: '32', name: 'Cantine', isRestaurant: true, isEnabled: false },
      { id: '33', name: 'Taxi', isRestaurant: false, isEnabled: true },
    ];
    company.dayOff('2026-10-06');
    const report = sound(await prepare(company));
    expect(report.created.map(({ title }) => title)).toEqual(typedVoucherTables.map(({ title }) => title));
    expect(report).toMatchObject({ added: 4, changed: 0, deleted: 0, refused: [] });
    expect(shown(company, establishmentsTable, 'id', 'name', 'zone', 'country')).toEqual(['13|Lyon||']);
    expect(shown(company, absenceImpactsTable, 'id', 'name', 'group', 'impact', 'lastUse')).toEqual([
      '9|Congés payés 2025-2026|Congés payés||06/10/2026',
      '12|Formation|Formation||',
    ]);
    expect(shown(company, expenseImpactsTable, 'id', 'name', 'impact')).toEqual(['31|Déjeuner|']);
    for (const { name } of typedVoucherTables) expect(company.book.tables.has(name)).toBe(true);
    expect(shown(company, regulationsTable, 'name')).toEqual([]);
  });

  test('a second call writes nothing, not even in the journal', async () => {
    const company = await untouched();
    sound(await prepare(company));
    const before = company.book.copy();
    expect(sound(await prepare(company))).toEqual({ created: [], added: 0, changed: 0, deleted: 0, refused: [] });
    expect(company.book.copy()).toEqual(before);
  });

  test('is undone like an update; the empty sheets stay', async () => {
    const company = await untouched();
    sound(await prepare(company));
    sound(await undoLastPlan(company.ports));
    expect(shown(company, establishmentsTable, 'id')).toEqual([]);
    expect(shown(company, absenceImpactsTable, 'id')).toEqual([]);
    expect(company.book.tables.has(regulationsTable.name)).toBe(true);
    expect(sound(await prepare(company)).added).toBe(3);
  });
});

describe('what stands there already', () => {
  test('is recognised by its name where it has no identifier, and never touched', async () => {
    const company = await VoucherCompany.begun();
    company.fill(establishmentsTable, { name: ' lyon ', zone: 'Alsace-Moselle' });
    company.fill(absenceImpactsTable, { name: 'CONGÉS PAYÉS', impact: 'déduit' });
    company.fill(expenseImpactsTable, { id: '31', name: 'Mon déjeuner', impact: 'ne déduit pas', group: 'Midi' });
    sound(await prepare(company));
    expect(shown(company, establishmentsTable, 'id', 'name', 'zone')).toEqual(['| lyon |Alsace-Moselle']);
    expect(shown(company, absenceImpactsTable, 'id', 'name', 'impact', 'lastUse')).toEqual(['|CONGÉS PAYÉS|déduit|']);
    expect(shown(company, expenseImpactsTable, 'name', 'impact', 'group')).toEqual(['Mon déjeuner|ne déduit pas|Midi']);
    expect(shown(company, regulationsTable, 'state', 'toFix')).toEqual(['valide|']);
    expect(ordered(await company.computed('2026-09'))).toEqual({ 1: 22, 2: 22, 3: 22 });
  });

  test('a name that two accounts bear is no name: each has its row', async () => {
    const company = await VoucherCompany.begun();
    company.account.accounts = ['9', '10'].map((id) => ({ id, name: 'RTT', establishments: ['Lyon'] }));
    company.fill(absenceImpactsTable, { name: 'RTT', impact: 'déduit' });
    sound(await prepare(company));
    expect(shown(company, absenceImpactsTable, 'id', 'impact')).toEqual(['|déduit', '9|', '10|']);
    expect(sound(await prepare(company)).added).toBe(0);
  });

  test('« Dernière utilisation » goes forward on every row of the account, and never back', async () => {
    const company = await VoucherCompany.begun();
    company.fill(
      absenceImpactsTable,
      { id: '9', name: 'Congés payés', impact: 'déduit', lastUse: '2026-11-30' },
      { id: '9', name: 'Congés payés', impact: 'ne déduit pas', from: '2026-10-15', lastUse: '2026-03-01' },
    );
    company.dayOff('2026-10-06');
    const report = sound(await prepare(company));
    expect(shown(company, absenceImpactsTable, 'lastUse')).toEqual(['30/11/2026', '06/10/2026']);
    expect([report.added, report.changed]).toEqual([0, 0]);
    const row = company.book.rows(absenceImpactsTable)[0];
    if (row) row.cells['lastUse'] = textCell('jamais');
    sound(await prepare(company));
    expect(shown(company, absenceImpactsTable, 'lastUse')).toEqual(['jamais', '06/10/2026']);
  });

  test('two rows of one key are left, without writing again and again', async () => {
    const company = await VoucherCompany.begun();
    const row = { id: '9', name: 'Congés payés', impact: 'déduit' };
    company.fill(absenceImpactsTable, row, row);
    company.dayOff('2026-10-06');
    sound(await prepare(company));
    const before = lines(company);
    expect(sound(await prepare(company)).refused).toEqual([]);
    expect(lines(company)).toBe(before);
  });
});

describe('« État » and « À corriger »', () => {
  test('say what the rows brought by the same call leave undecided', async () => {
    const company = await untouched();
    company.fill(regulationsTable, regulationRow());
    sound(await prepare(company));
    expect(shown(company, regulationsTable, 'state', 'toFix')).toEqual([
      "non valide|Définissez l'impact des absences associées à ces comptes d'absence pour le calcul des titres restaurant : Congés payés. Définissez l'impact des remboursements de frais associés à ces natures pour le calcul des titres restaurant : Déjeuner.",
    ]);
    for (const table of [absenceImpactsTable, expenseImpactsTable])
      for (const row of company.book.rows(table)) row.cells['impact'] = textCell('déduit');
    sound(await prepare(company));
    expect(shown(company, regulationsTable, 'state', 'toFix')).toEqual(['valide|']);
  });
});

describe('what is refused', () => {
  test('a workbook of another account, before a table is made', async () => {
    const company = await untouched();
    expect(await prepare(company, { host: 'autre.ilucca.net' })).toMatchObject({
      error: { code: 'otherAccount', account: 'acme.ilucca.net' },
    });
    expect(company.book.tables.has(regulationsTable.name)).toBe(false);
  });

  test('an account that was never read names the months to read', async () => {
    const company = await untouched();
    expect(await prepare(company, { mirror: null })).toMatchObject({
      error: { code: 'notRead', months: ['2026-09', '2026-10'] },
    });
  });

  test('a fault on the way leaves a plan that can be resumed, and says so', async () => {
    const company = await untouched();
    company.book.linesBeforeFault = 2;
    expect(await prepare(company)).toMatchObject({ error: { code: 'apply', error: { open: true } } });
    company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    expect(await prepare(company)).toMatchObject({ error: { code: 'pending' } });
  });

  test('contracts without an establishment bring none', async () => {
    const company = await untouched();
    company.account.contracts = [
      company.contract('1', { establishmentId: null }),
      company.contract('2', { establishment: null }),
      company.contract('2', { establishment: 'Lyon Part-Dieu', from: plainDate('2026-02-01') }),
      company.contract('3', { establishment: null, from: plainDate('2026-03-01') }),
    ];
    sound(await prepare(company));
    expect(shown(company, establishmentsTable, 'id', 'name')).toEqual(['13|Lyon Part-Dieu']);
  });
});
