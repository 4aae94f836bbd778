/** Two months side by side: what was ordered stays what was ordered. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { simulateMonths } from '../../../../shared/flows/vouchers/simulation/simulateMonths.ts';
import { registerTable } from '../../../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { regulationRow, VoucherCompany } from '../voucherCompany.ts';

function months(company: VoucherCompany, first: string, second: string) {
  return simulateMonths(company.ports, { connection: company.account.connection() }, [
    plainMonth(first),
    plainMonth(second),
  ]);
}

async function besideEachOther(company: VoucherCompany, first: string, second: string) {
  const { people, totals, basis } = sound(await months(company, first, second));
  return { numbers: people.map(({ now, then }) => [now.ordered, then.ordered]), totals, basis };
}

describe('two months', () => {
  test('neither ordered: both are computed, and nothing is written', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    company.dayOff('2026-09-08');
    const before = company.book.copy();
    const { numbers, basis } = await besideEachOther(company, '2026-09', '2026-10');
    expect(numbers).toEqual([
      [21, 22],
      [22, 22],
      [22, 22],
    ]);
    expect(basis).toEqual({ now: 'computed', then: 'computed' });
    expect(company.book.copy()).toEqual(before);
  });

  test('the first ordered: its numbers and its value are those of the order, whatever happened since', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    await company.close('2026-09');
    company.dayOff('2026-09-08');
    company.fill(regulationsTable, regulationRow({ absences: 'M', face: 10 }));
    const { numbers, totals, basis } = await besideEachOther(company, '2026-09', '2026-10');
    expect(numbers).toEqual([
      [22, 21],
      [22, 22],
      [22, 22],
    ]);
    expect(totals).toMatchObject({
      now: { face: 66 * 900, employer: 66 * 540 },
      then: { face: 65 * 1_000, employer: 65 * 600 },
    });
    expect(basis).toEqual({ now: 'ordered', then: 'computed' });
  });

  test('one regulation ordered, the other not: each as it stands', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow(), regulationRow({ name: 'TR Lille', establishments: 'Lille' }));
    const contract = company.contract('3', { establishmentId: '14', establishment: 'Lille' });
    company.account.contracts = [company.contract('1'), company.contract('2'), contract];
    company.account.accounts = [{ id: '9', name: 'Congés payés', establishments: ['Lyon', 'Lille'] }];
    await company.close('2026-09');
    const { numbers, basis } = await besideEachOther(company, '2026-09', '2026-09');
    expect(numbers.sort()).toEqual([
      [22, 22],
      [22, 22],
      [22, 22],
    ]);
    expect(basis).toEqual({ now: 'both', then: 'both' });
  });

  test('a register that was edited is not compared with', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    const [row] = company.book.rows(registerTable);
    if (!row) throw new Error('no register');
    row.cells['ordered'] = { number: 99 };
    expect(await months(company, '2026-09', '2026-10')).toMatchObject({ ok: false, error: { code: 'unsound' } });
  });

  test('a month that was never read is asked for', async () => {
    const company = await VoucherCompany.begun();
    company.account.planned = ['2026-08', '2026-09'].map(plainMonth);
    expect(await months(company, '2026-09', '2026-10')).toMatchObject({
      ok: false,
      error: { code: 'notRead', months: ['2026-10'] },
    });
  });
});
