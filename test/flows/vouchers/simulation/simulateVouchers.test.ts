/** « Simuler »: nothing is written, and both sides come from one reading. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../../shared/domain/money/money.ts';
import {
  changed,
  onlyFor,
  settingsLike,
  type SettingChange,
  type Variant,
} from '../../../../shared/flows/vouchers/simulation/settings.ts';
import { byGap, gapOf, isGap } from '../../../../shared/flows/vouchers/simulation/sides.ts';
import { simulateVouchers } from '../../../../shared/flows/vouchers/simulation/simulateVouchers.ts';
import { absenceImpactsTable } from '../../../../shared/tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from '../voucherCompany.ts';

function simulate(company: VoucherCompany, variant: Variant, month: string, only: string | null = null) {
  const request = { connection: company.account.connection(), month: plainMonth(month) };
  return simulateVouchers(company.ports, request, variant, only);
}

async function simulated(company: VoucherCompany, variant: Variant, month = '2026-10', only: string | null = null) {
  return sound(await simulate(company, variant, month, only));
}

function changing(change: SettingChange): Variant {
  return onlyFor(SIEGE, (regulation) => changed(regulation, change));
}

describe('a simulation', () => {
  test('of a rule changed shows each person and the euros, and writes nothing', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-09-08');
    company.dayOff('2026-10-06');
    company.dayOff('2026-10-07');
    await company.close('2026-09');
    const before = company.book.copy();
    const { people, totals } = await simulated(
      company,
      changing({ what: 'windows', days: 'M', absences: 'M', expenses: 'M-1', startDay: 1 }),
    );
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
    const { totals } = await simulated(company, changing({ what: 'share', share }), '2026-09');
    expect(totals).toMatchObject({ now: { ordered: 66, employer: 35_640 }, then: { ordered: 66, employer: 29_700 } });
    const face = await simulated(company, changing({ what: 'face', face: cents(1_000) }), '2026-09');
    expect(face.totals.then).toMatchObject({ ordered: 66, face: 66_000, employer: 39_600 });
  });

  test('a share under its least is told, of the second side alone', async () => {
    const company = await VoucherCompany.begun();
    const share = { kind: 'rate', rate: basisPoints(4_900) } as const;
    const { findings } = await simulated(company, changing({ what: 'share', share }), '2026-09');
    expect(findings.map(({ code }) => code)).toEqual(['voucherShareUnderMinimum']);
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
    const { people, totals } = await simulated(company, onlyFor(SIEGE, settingsLike(model)), '2026-09');
    expect(people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [22, 21],
      [22, 22],
      [22, 22],
    ]);
    expect(totals.then).toMatchObject({ face: 65 * 800 });
  });

  test('of partial days, of hours, and of one account', async () => {
    const company = await VoucherCompany.begun();
    company.account.mornings.add('2');
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    company.dayOff('2026-10-06');
    const partial = await simulated(company, changing({ what: 'partialDays', deduct: false }));
    expect(partial.people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [21, 21],
      [0, 22],
      [22, 22],
    ]);
    const account = await simulated(company, changing({ what: 'account', id: '9', deducts: false }));
    expect(account.people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [21, 22],
      [0, 0],
      [22, 22],
    ]);
    company.account.halfDays = company.account.halfDays.map((each) => ({ ...each, minutes: 60 }));
    const hours = await simulated(company, changing({ what: 'hourAbsence', takes: 'any' }));
    expect(hours.people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [22, 21],
      [0, 0],
      [22, 22],
    ]);
  });

  test('of windows whose month was never read asks for it', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ days: 'M-1', firstMonth: '2026-10-01' }));
    company.account.planned = [plainMonth('2026-09')];
    const now = { what: 'windows', days: 'M-1', absences: 'M-1', expenses: 'M-1', startDay: 1 } as const;
    expect((await simulated(company, changing(now))).totals.then.ordered).toBe(66);
    const asked = await simulate(company, changing({ ...now, days: 'M' }), '2026-10');
    expect(asked).toMatchObject({ ok: false, error: { code: 'notRead', months: ['2026-10'] } });
  });

  test('of a month that is ordered already takes it as if it were not, later orders aside', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    company.dayOff('2026-09-08');
    await company.close('2026-09');
    await company.close('2026-10');
    const before = company.book.copy();
    const { people } = await simulated(company, changing({ what: 'account', id: '9', deducts: false }), '2026-09');
    expect(people.map(({ now, then }) => [now.ordered, then.ordered])).toEqual([
      [21, 22],
      [22, 22],
      [22, 22],
    ]);
    expect(company.book.copy()).toEqual(before);
  });

  test('of one regulation leaves the people of others out; of one that cannot be computed, says so', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow(), regulationRow({ name: 'TR Lille', establishments: 'Lille' }));
    const contract = company.contract('3', { establishmentId: '14', establishment: 'Lille' });
    company.account.contracts = [company.contract('1'), company.contract('2'), contract];
    company.account.accounts = [{ id: '9', name: 'Congés payés', establishments: ['Lyon', 'Lille'] }];
    const { people } = await simulated(company, (each) => each, '2026-09', 'TR Lille');
    expect(people.map(({ employeeId }) => employeeId)).toEqual(['3']);
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés', impact: '' });
    expect(await simulate(company, (each) => each, '2026-09', SIEGE)).toMatchObject({
      ok: false,
      error: { code: 'noRegulation' },
    });
  });

  test('never says which absence took a voucher', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    company.dayOff('2026-09-08');
    const simulation = await simulated(company, (each) => each, '2026-09');
    const takings = simulation.people.flatMap(({ now, then }) =>
      [...now.outcomes, ...then.outcomes].flatMap(({ lines }) => lines.flatMap(({ taking }) => taking ?? [])),
    );
    expect(takings).toHaveLength(2);
    for (const taking of takings) expect(taking).toMatchObject({ by: 'absence', accounts: [] });
  });

  test('can be stopped, and counts its way', async () => {
    const company = await VoucherCompany.begun();
    const request = { connection: company.account.connection(), month: plainMonth('2026-09') };
    const signal = { aborted: false };
    const stopped = await simulateVouchers(company.ports, request, (each) => each, null, {
      signal,
      onProgress: () => (signal.aborted = true),
    });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'service', error: { code: 'cancelled' } } });
  });
});

describe('people of a simulation', () => {
  test('stand by the size of what changes, then by name; only gaps are gaps', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ absences: 'M' }));
    company.dayOff('2026-09-08', '2');
    company.dayOff('2026-09-09', '3');
    company.dayOff('2026-09-10', '3');
    const { people } = await simulated(company, changing({ what: 'account', id: '9', deducts: false }), '2026-09');
    const sorted = byGap(people);
    expect(sorted.map((each) => [each.name, gapOf(each).ordered, gapOf(each).employer, isGap(each)])).toEqual([
      ['Nom3 P3', 2, 1_080, true],
      ['Nom2 P2', 1, 540, true],
      ['Nom1 P1', 0, 0, false],
    ]);
  });

  test('somebody whose planning is not known is told apart on both sides', async () => {
    const company = await VoucherCompany.begun();
    company.account.unplanned.add('2');
    const { people } = await simulated(company, (each) => each, '2026-09');
    expect(people.map(({ now, then }) => [now.isIncomplete, then.isIncomplete])).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });
});
