/** The examples of area `voucher-amount` of the reference, each by its own small adapter. */
import { expect, test } from '@jest/globals';
import { firstDay, lastDay, monthOf, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { valueOn } from '../../../shared/domain/legal/datedValue.ts';
import { exemptionCaps } from '../../../shared/domain/legal/mealVouchers.ts';
import { basisPoints, cents, type Cents } from '../../../shared/domain/money/money.ts';
import { amountsOf, voucherAmounts, type AmountsOutcome } from '../../../shared/domain/vouchers/amounts.ts';
import type { EmployerShare, VoucherRegulation, VoucherValue } from '../../../shared/domain/vouchers/regulation.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';

/** `'9.25'` → 925, digit by digit. */
function hundredths(text: unknown): Cents {
  const match = /^(\d+)\.(\d{2})$/.exec(String(text));
  if (!match) throw new RangeError(`not an amount: ${String(text)}`);
  return cents(Number(`${match[1] ?? ''}${match[2] ?? ''}`));
}

function euros(amount: Cents): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

function shareOf(input: Vector['input']): EmployerShare {
  if ('employerAmount' in input) return { kind: 'amount', cents: hundredths(input['employerAmount']) };
  return { kind: 'rate', rate: basisPoints(100 * hundredths(input['employerRate'])) };
}

/** The examples without a date are of 2026, those without a policy follow the BOSS. */
function outcomeOf({ input }: Vector): AmountsOutcome {
  const value: VoucherValue = {
    from: plainDate('2019-01-01'),
    face: hundredths(input['faceValue']),
    employerShare: shareOf(input),
    cse: 'cseAmount' in input ? hundredths(input['cseAmount']) : cents(0),
  };
  const month = 'date' in input ? monthOf(plainDate(String(input['date']))) : plainMonth('2026-03');
  const reintegration = (input['policy'] ?? 'boss') as VoucherRegulation['reintegration'];
  return voucherAmounts(value, { month, reintegration, cap: 'now' });
}

function amounts(vector: Vector): void {
  const outcome = outcomeOf(vector);
  if (outcome.kind !== 'computed') throw new Error('not computed');
  const total = amountsOf(outcome.unit, Number(vector.input['quantity']));
  const { unit } = outcome;
  const combined = hundredthsOfPercent(unit.employer + unit.cse, unit.face);
  expect({
    employerPerVoucher: euros(unit.employer),
    employeePerVoucher: euros(unit.employee),
    reintegratedPerVoucher: euros(unit.reintegrated),
    employer: euros(total.employer),
    employee: euros(total.employee),
    reintegrated: euros(total.reintegrated),
    combinedRate: combined,
  }).toMatchObject(vector.expected);
}

function hundredthsOfPercent(part: number, whole: number): string {
  return (part / whole).toFixed(4);
}

/** The example gives 2022 as the payslips of the time had it, and 2023 as the decree of June 2023 made it. */
function capByDate({ input, expected }: Vector): void {
  const found = (input['dates'] as string[]).map((text) => {
    const month = monthOf(plainDate(text));
    const knownOn = text.startsWith('2022') ? lastDay(month) : undefined;
    const cap = valueOn(exemptionCaps, firstDay(month), knownOn);
    return cap && euros(cap.value);
  });
  expect(found).toEqual(expected['cap']);
}

function refused(vector: Vector): void {
  const { findings } = outcomeOf(vector);
  expect(vector.expected['valid']).toBe(false);
  expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['voucherShareUnderMinimum error']);
}

const adapters: Readonly<Record<string, (vector: Vector) => void>> = {
  'voucher-amount-01': capByDate,
  'voucher-amount-05': amounts,
  'voucher-amount-07': amounts,
  'voucher-amount-08': amounts,
  'voucher-amount-09': amounts,
  'voucher-amount-11': amounts,
  'voucher-amount-12': amounts,
  'voucher-amount-13': refused,
};

test('every example of the area has its adapter', () => {
  expect(vectorsOf('voucher-amount').map(({ id }) => id)).toEqual(Object.keys(adapters));
});

test.each(vectorsOf('voucher-amount'))('$id: $title', (vector) => {
  expect.hasAssertions();
  adapters[vector.id]?.(vector);
});

test('rate above 60 %, read as openfisca does: everything is reintegrated (note of voucher-amount-08)', () => {
  const [vector] = vectorsOf('voucher-amount').filter(({ id }) => id === 'voucher-amount-08');
  if (!vector) throw new Error('the example is gone');
  const outcome = outcomeOf({ ...vector, input: { ...vector.input, policy: 'whole' } });
  expect(outcome.kind === 'computed' && amountsOf(outcome.unit, 20).reintegrated).toBe(13_000);
});
