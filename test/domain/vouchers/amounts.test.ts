import '../../support/properties.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import {
  amountsOf,
  valueOfOrder,
  voucherAmounts,
  type AmountSettings,
  type VoucherAmounts,
} from '../../../shared/domain/vouchers/amounts.ts';
import type { VoucherValue } from '../../../shared/domain/vouchers/regulation.ts';

function value(face: number, share: number | { readonly rate: number }, cse = 0, from = '2019-01-01'): VoucherValue {
  return {
    from: plainDate(from),
    face: cents(face),
    employerShare:
      typeof share === 'number'
        ? { kind: 'amount', cents: cents(share) }
        : { kind: 'rate', rate: basisPoints(share.rate) },
    cse: cents(cse),
  };
}

const march: AmountSettings = { month: plainMonth('2026-03'), reintegration: 'boss', cap: 'now' };

function ask(of: VoucherValue, more: Partial<AmountSettings> = {}) {
  return voucherAmounts(of, { ...march, ...more });
}

function unitOf(of: VoucherValue, more: Partial<AmountSettings> = {}): VoucherAmounts {
  const outcome = ask(of, more);
  if (outcome.kind !== 'computed') throw new Error(`not computed: ${outcome.findings.map(({ code }) => code).join()}`);
  return outcome.unit;
}

const codes = (of: VoucherValue, more: Partial<AmountSettings> = {}) => ask(of, more).findings.map(({ code }) => code);

const UNDER = 'voucherShareUnderMinimum';
const OVER = 'voucherShareOverMaximum';
const CAP = 'voucherShareOverCap';

describe('each limit, just under, equal, just over', () => {
  // Face, employer share, CSE; exempt by the BOSS, exempt as openfisca; findings.
  test.each<[string, number, number, number, number, number, string[]]>([
    ['a cent under the least share', 1_000, 499, 0, 0, 0, [UNDER]],
    ['the least share', 1_000, 500, 0, 500, 500, []],
    ['a cent over the least share', 1_000, 501, 0, 501, 501, []],
    ['half a cent under the least share', 845, 422, 0, 0, 0, [UNDER]],
    ['half a cent over the least share', 845, 423, 0, 423, 423, []],
    ['a cent under the largest share', 1_000, 599, 0, 599, 599, []],
    ['the largest share', 1_000, 600, 0, 600, 600, []],
    ['a cent over the largest share', 1_000, 601, 0, 600, 0, [OVER]],
    ['the largest share, rounded up', 926, 556, 0, 556, 556, []],
    ['a cent over the largest share, rounded down', 924, 555, 0, 554, 0, [OVER]],
    ['a cent under the cap', 1_400, 731, 0, 731, 731, []],
    ['the cap', 1_400, 732, 0, 732, 732, []],
    ['a cent over the cap', 1_400, 733, 0, 732, 732, [CAP]],
    ['over the largest share and the cap', 1_500, 975, 0, 732, 0, [OVER, CAP]],
    ['over the cap, under the least share', 2_000, 800, 0, 0, 0, [UNDER, CAP]],
    ['under the least share alone, with the CSE not', 1_000, 450, 50, 500, 500, []],
    ['under the least share even with the CSE', 1_000, 450, 49, 0, 0, [UNDER]],
    ['over the largest share with the CSE', 1_200, 600, 150, 720, 0, [OVER, CAP]],
    ['over the cap with the CSE', 1_400, 700, 40, 732, 732, [CAP]],
    ['nothing paid', 1_000, 0, 0, 0, 0, [UNDER]],
    ['all paid', 1_000, 1_000, 0, 600, 0, [OVER, CAP]],
  ])('%s: %i, share %i, CSE %i', (_title, face, share, cse, boss, whole, found) => {
    const paid = share + cse;
    expect(unitOf(value(face, share, cse))).toEqual({
      face,
      employer: share,
      cse,
      employee: face - paid,
      exempt: boss,
      reintegrated: paid - boss,
    });
    expect(unitOf(value(face, share, cse), { reintegration: 'whole' }).exempt).toBe(whole);
    expect(codes(value(face, share, cse))).toEqual(found);
  });

  test.each([
    [4_999, 4_999, 0, [UNDER, CAP]],
    [5_000, 5_000, 732, [CAP]],
    [6_000, 6_000, 732, [CAP]],
    [6_001, 6_001, 732, [OVER, CAP]],
  ])('a rate of %i on 100.00 €: share %i', (rate, employer, exempt, found) => {
    expect(unitOf(value(10_000, { rate }))).toMatchObject({ employer, exempt });
    expect(codes(value(10_000, { rate }))).toEqual(found);
  });

  test('a share given as a rate is judged as the cents it makes', () => {
    expect(unitOf(value(845, { rate: 5_000 }))).toMatchObject({ employer: 423, employee: 422, exempt: 423 });
    expect(codes(value(1_000, { rate: 4_999 }))).toEqual([]);
    expect(codes(value(926, { rate: 6_000 }))).toEqual([]);
  });
});

describe('15.00 € of which 9.75 €, in 2026', () => {
  test('2.43 € are reintegrated, and each limit missed says so with its article', () => {
    const outcome = ask(value(1_500, 975));
    expect(outcome).toMatchObject({ kind: 'computed', unit: { employee: 525, exempt: 732, reintegrated: 243 } });
    expect(outcome.findings).toMatchObject([
      { severity: 'warning', facts: { face: 1_500, paid: 975, reintegrated: 243, rate: 6_000 } },
      { severity: 'warning', facts: { face: 1_500, paid: 975, reintegrated: 243, cap: 732 } },
    ]);
    expect(outcome.findings.map(({ source }) => source?.title)).toEqual([
      'Bornes de la part patronale, arrêté du 22 décembre 1967 (CGI, ann. IV, art. 6 A)',
      "Plafond d'exonération 2026, décret 2026-562 (CGI, art. 81, 19°)",
    ]);
  });
});

describe('the cap is that of the order month', () => {
  test.each<[string, AmountSettings['cap'], number]>([
    ['2022-08', 'then', 569],
    ['2022-09', 'then', 592],
    ['2022-08', 'now', 650],
    ['2023-05', 'then', 650],
    ['2023-06', 'then', 691],
    ['2023-05', 'now', 691],
    ['2025-12', 'now', 726],
    ['2026-01', 'now', 732],
  ])('%s, as known %s: %i', (month, cap, exempt) => {
    expect(unitOf(value(1_250, 740), { month: plainMonth(month), cap }).exempt).toBe(exempt);
  });

  test('before the table, nothing is computed; after the last check, it is and says so once', () => {
    expect(ask(value(1_000, 500), { month: plainMonth('2018-12') })).toMatchObject({
      kind: 'incomplete',
      findings: [{ code: 'voucherCapUnknown', severity: 'error', facts: { date: '2018-12-01' } }],
    });
    const later = ask(value(1_000, 500), { month: plainMonth('2099-01') });
    expect(later).toMatchObject({ kind: 'computed', unit: { exempt: 500 } });
    expect(new Set(later.findings.map(({ facts }) => facts['title'])).size).toBe(later.findings.length);
    expect(new Set(later.findings.map(({ code }) => code))).toEqual(new Set(['legalValueUnchecked']));
  });
});

describe('shares that make no voucher', () => {
  test.each<[string, VoucherValue, string | undefined]>([
    ['the employee pays nothing', value(1_000, 600, 400), undefined],
    ['the employee would pay less than nothing', value(1_000, 600, 401), 'voucherSharesOverFace'],
    ['a rate beyond the whole', value(1_000, { rate: 10_010 }), 'voucherSharesOverFace'],
    ['no face value', value(0, 0), 'voucherAmountNegative'],
    ['a share below zero', value(1_000, -1), 'voucherAmountNegative'],
    ['a CSE share below zero', value(1_000, 600, -1), 'voucherAmountNegative'],
  ])('%s', (_title, of, code) => {
    const outcome = ask(of);
    expect(outcome.kind).toBe(code === undefined ? 'computed' : 'incomplete');
    if (code !== undefined) expect(outcome.findings).toMatchObject([{ code, severity: 'error' }]);
  });
});

describe('the value of an order', () => {
  const values = [
    value(900, 500, 0, '2026-01-01'),
    value(1_000, 550, 0, '2026-03-01'),
    value(1_100, 600, 0, '2026-04-02'),
  ];
  const faceOf = (month: string, of: readonly VoucherValue[] = values) => valueOfOrder(of, plainMonth(month))?.face;

  test.each([
    ['2025-12', undefined],
    ['2026-01', 900],
    ['2026-02', 900],
    ['2026-03', 1_000],
    ['2026-04', 1_000],
    ['2026-05', 1_100],
  ])('%s: the one in force on the first day, %s', (month, face) => {
    expect(faceOf(month)).toBe(face);
    expect(faceOf(month, [...values].reverse())).toBe(face);
  });

  test('a regulation that begins within the month orders at its first value', () => {
    const late = [value(900, 500, 0, '2026-10-15'), value(1_000, 550, 0, '2026-10-20')];
    expect(faceOf('2026-10', late)).toBe(900);
    expect(faceOf('2026-09', late)).toBeUndefined();
  });
});

describe('whatever the value', () => {
  const shares = fc
    .record({ face: fc.integer({ min: 1, max: 5_000 }), employer: fc.nat(5_000), cse: fc.nat(5_000) })
    .filter(({ face, employer, cse }) => employer + cse <= face);
  const settings = fc.record<AmountSettings>({
    month: fc.constantFrom('2019-01', '2022-03', '2022-10', '2023-02', '2026-03').map(plainMonth),
    reintegration: fc.constantFrom('boss', 'whole'),
    cap: fc.constantFrom('then', 'now'),
  });

  test('the parts make the face value, the exempt and the reintegrated make what is paid, of one voucher and of many', () => {
    fc.assert(
      fc.property(shares, settings, fc.nat(40), ({ face, employer, cse }, chosen, number) => {
        const unit = unitOf(value(face, employer, cse), chosen);
        for (const each of [unit, amountsOf(unit, number)]) {
          expect(each.employer + each.cse + each.employee).toBe(each.face);
          expect(each.exempt + each.reintegrated).toBe(each.employer + each.cse);
          expect(Math.min(...Object.values<number>({ ...each }))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('openfisca never exempts more than the BOSS', () => {
    fc.assert(
      fc.property(shares, settings, ({ face, employer, cse }, chosen) => {
        const of = value(face, employer, cse);
        const boss = unitOf(of, { ...chosen, reintegration: 'boss' });
        const whole = unitOf(of, { ...chosen, reintegration: 'whole' });
        expect(whole.exempt).toBeLessThanOrEqual(boss.exempt);
      }),
    );
  });

  test('something is reintegrated exactly when a limit is missed', () => {
    fc.assert(
      fc.property(shares, settings, ({ face, employer, cse }, chosen) => {
        const outcome = voucherAmounts(value(face, employer, cse), chosen);
        if (outcome.kind !== 'computed') throw new Error('not computed');
        const missed = outcome.findings.some(({ code }) => code.startsWith('voucherShare'));
        const paysNothing = employer + cse === 0;
        expect(missed).toBe(outcome.unit.reintegrated > 0 || paysNothing);
      }),
    );
  });
});
