import { describe, expect, test } from '@jest/globals';
import { blank, displayed } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { cancelOrder, markOrdered, validateOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { periodsTable } from '../../../shared/tables/periodsTable.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from './voucherCompany.ts';

const by = { by: 'le volet Excel' };

function periods({ book }: VoucherCompany): string[] {
  return book
    .rows(periodsTable)
    .map(({ cells }) =>
      ['scope', 'month', 'from', 'to', 'state', 'by'].map((key) => displayed(cells[key] ?? blank)).join(' | '),
    );
}

function states(company: VoucherCompany): string[] {
  return company.book
    .rows(periodsTable)
    .map(({ cells }) => `${displayed(cells['month']!)} ${displayed(cells['state']!)}`);
}

async function calculated(company: VoucherCompany, month: string): Promise<void> {
  sound(await writeVouchers(company.ports, await company.computed(month), by));
}

async function validated(company: VoucherCompany, month: string, regulation = SIEGE): Promise<void> {
  sound(await validateOrder(company.ports, await company.computed(month), regulation, by));
}

describe('« Périodes »', () => {
  test('« Calculer » opens the month; calculating it again changes nothing; undoing takes the row back', async () => {
    const company = await VoucherCompany.begun();
    await calculated(company, '2026-09');
    expect(periods(company)).toEqual(['TR Siège | 2026-09 | 01/09/2026 | 30/09/2026 | ouverte | le volet Excel']);
    expect(displayed(company.book.rows(periodsTable)[0]!.cells['at']!)).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    const once = company.book.copy();
    await calculated(company, '2026-09');
    expect(company.book.copy()).toEqual(once);
    sound(await undoLastPlan(company.ports));
    expect(periods(company)).toEqual([]);
  });

  test('validated: prepared, and the next month opens; ordered: closed; cancelled: open again, alone', async () => {
    const company = await VoucherCompany.begun();
    await calculated(company, '2026-09');
    await validated(company, '2026-09');
    expect(states(company)).toEqual(['2026-09 préparée', '2026-10 ouverte']);
    sound(await markOrdered(company.ports, 'TR1', by));
    expect(states(company)).toEqual(['2026-09 close', '2026-10 ouverte']);
    await calculated(company, '2026-10');
    expect(states(company)).toEqual(['2026-09 close', '2026-10 ouverte']);
    sound(await cancelOrder(company.ports, 'TR1', by));
    expect(states(company)).toEqual(['2026-09 ouverte']);
  });

  test('each regulation closes for itself, with its own days', async () => {
    const company = await VoucherCompany.begun();
    const lille = regulationRow({ name: 'TR Lille', establishments: 'Lille', startDay: 16 });
    company.fill(regulationsTable, regulationRow(), lille);
    const inLille = company.contract('3', { establishmentId: '14', establishment: 'Lille' });
    company.account.contracts = [...company.account.contracts.slice(0, 2), inLille];
    await calculated(company, '2026-09');
    await validated(company, '2026-09', 'TR Lille');
    expect(periods(company)).toEqual([
      'TR Siège | 2026-09 | 01/09/2026 | 30/09/2026 | ouverte | le volet Excel',
      'TR Lille | 2026-09 | 16/08/2026 | 15/09/2026 | préparée | le volet Excel',
      'TR Lille | 2026-10 | 16/09/2026 | 15/10/2026 | ouverte | le volet Excel',
    ]);
  });

  test('a month that is too far ahead is not open', async () => {
    const company = await VoucherCompany.begun();
    await calculated(company, '2026-11');
    expect(periods(company)).toEqual([]);
  });

  test('a first month typed again moves the open one: a regulation has no other', async () => {
    const company = await VoucherCompany.begun();
    await calculated(company, '2026-09');
    company.fill(regulationsTable, regulationRow({ firstMonth: '2026-10-01' }));
    await calculated(company, '2026-10');
    expect(states(company)).toEqual(['2026-10 ouverte']);
    await validated(company, '2026-10');
    await calculated(company, '2026-11');
    expect(states(company)).toEqual(['2026-10 préparée', '2026-11 ouverte']);
  });

  test('a workbook of before, or one whose rows were deleted, gets them back with the next computation', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    sound(await markOrdered(company.ports, 'TR1'));
    await validated(company, '2026-10');
    company.book.tables.delete(periodsTable.name);
    await calculated(company, '2026-11');
    expect(states(company)).toEqual(['2026-09 close', '2026-10 préparée', '2026-11 ouverte']);
    company.book.tables.delete(periodsTable.name);
    sound(await cancelOrder(company.ports, 'TR2', by));
    expect(states(company)).toEqual(['2026-10 ouverte']);
  });

  test('what is written again is the order that counts, not one that was cancelled before it', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    sound(await cancelOrder(company.ports, 'TR1'));
    await company.close('2026-09');
    sound(await markOrdered(company.ports, 'TR2'));
    company.book.tables.delete(periodsTable.name);
    await calculated(company, '2026-10');
    expect(states(company)).toEqual(['2026-09 close', '2026-10 ouverte']);
  });

  test('a state typed over is said again as it is at the next step', async () => {
    const company = await VoucherCompany.begun();
    await validated(company, '2026-09');
    company.book.rows(periodsTable)[0]!.cells['state'] = { text: 'ouverte' };
    sound(await markOrdered(company.ports, 'TR1', by));
    expect(states(company)).toEqual(['2026-09 close', '2026-10 ouverte']);
  });
});
