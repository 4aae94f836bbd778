/** « Simuler »: nothing is written, and both sides come from one reading. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints } from '../../../shared/domain/money/money.ts';
import { settingsLike, simulateVouchers, type Variant } from '../../../shared/flows/vouchers/simulateVouchers.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from './voucherCompany.ts';

async function simulated(company: VoucherCompany, variant: Variant, month = '2026-10') {
  const request = { connection: company.account.connection(), month: plainMonth(month) };
  return sound(await simulateVouchers(company.ports, request, variant));
}

describe('a simulation', () => {
  test('of a rule changed shows each person and the euros, and writes nothing', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-09-08');
    company.dayOff('2026-10-06');
    company.dayOff('2026-10-07');
    await company.close('2026-09');
    const before = company.book.copy();
    const { people, totals } = await simulated(company, (each) => ({
      ...each,
      rules: { ...each.rules, absences: 'M' },
    }));
    expect(people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [21, 19],
      [22, 22],
      [22, 22],
    ]);
    expect(totals).toMatchObject({
      now: { ordered: 65, face: 58_500, employer: 35_100, employee: 23_400 },
      then: { ordered: 63, face: 56_700, employer: 34_020, employee: 22_680 },
    });
    expect(company.book.copy()).toEqual(before);
  });

  test('of another value changes the euros alone', async () => {
    const company = await VoucherCompany.begun();
    const share = { kind: 'rate', rate: basisPoints(5_000) } as const;
    const { totals } = await simulated(
      company,
      (each) => ({ ...each, values: each.values.map((value) => ({ ...value, employerShare: share })) }),
      '2026-09',
    );
    expect(totals).toMatchObject({ now: { ordered: 66, employer: 35_640 }, then: { ordered: 66, employer: 29_700 } });
  });

  test('with the settings of another regulation keeps the people and the orders of its own', async () => {
    const company = await VoucherCompany.begun();
    company.fill(
      regulationsTable,
      regulationRow(),
      regulationRow({ name: 'TR Lille', establishments: 'Lille', face: 8, days: 'M', absences: 'M' }),
    );
    company.dayOff('2026-09-08');
    const model = (await company.computed('2026-09')).regulations.get('TR Lille')?.regulation;
    if (!model) throw new Error('no model');
    const like = settingsLike(model);
    const { people, totals } = await simulated(company, (each) => (each.key === SIEGE ? like(each) : each), '2026-09');
    expect(people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [22, 21],
      [22, 22],
      [22, 22],
    ]);
    expect(totals.then).toMatchObject({ face: 65 * 800 });
  });
});
