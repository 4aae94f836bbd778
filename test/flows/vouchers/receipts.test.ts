import { describe, expect, test } from '@jest/globals';
import { blank, displayed } from '../../../shared/domain/review/cell.ts';
import {
  cancelOrder,
  markOrdered,
  validateOrder,
  type OrderOptions,
} from '../../../shared/flows/vouchers/voucherOrders.ts';
import { ordersTable } from '../../../shared/tables/vouchers/ordersTable.ts';
import { ReceiptService } from '../../support/receiptService.ts';
import { sound } from '../../support/smallCompany.ts';
import { SIEGE, VoucherCompany } from './voucherCompany.ts';

const taken = { ok: false, error: { code: 'taken', open: false, detail: 'Déjà validée ailleurs.' } };

/** One workbook of a company, and its copies, before one service. */
async function office() {
  const service = new ReceiptService();
  const options: OrderOptions = { by: 'le volet Excel', receipts: { service, connectionId: 'c1' } };
  const first = await VoucherCompany.begun();
  const copyOf = async (company: VoucherCompany) => {
    const copy = await VoucherCompany.begun();
    copy.book.restore(company.book.copy());
    return copy;
  };
  const validate = async (company: VoucherCompany, more: OrderOptions = options) =>
    validateOrder(company.ports, await company.computed('2026-09'), SIEGE, more);
  return { service, options, first, copyOf, validate };
}

function states({ book }: VoucherCompany): string[] {
  return book.rows(ordersTable).map(({ cells }) => displayed(cells['state'] ?? blank));
}

describe('two copies of one workbook', () => {
  test('the second that validates the month is refused, and nothing of it is written', async () => {
    const { first, copyOf, validate } = await office();
    const second = await copyOf(first);
    expect(sound(await validate(first))).toMatchObject({ isUnguarded: false });
    expect(await validate(second)).toMatchObject(taken);
    expect(states(second)).toEqual([]);
  });

  test('made after the validation: both hold the receipt, one of them orders', async () => {
    const { first, copyOf, validate, options } = await office();
    sound(await validate(first));
    const second = await copyOf(first);
    sound(await markOrdered(second.ports, 'TR1', options));
    expect(await markOrdered(first.ports, 'TR1', options)).toMatchObject(taken);
    expect([states(first), states(second)]).toEqual([['validée'], ['commandée']]);
  });

  test('made after the validation: the one that is left behind cancels and orders nothing of the other', async () => {
    const { first, copyOf, validate, options } = await office();
    sound(await validate(first));
    const second = await copyOf(first);
    sound(await markOrdered(first.ports, 'TR1', options));
    sound(await cancelOrder(second.ports, 'TR1', options));
    expect(await validate(second)).toMatchObject(taken);
  });

  test('made after a cancellation that nobody was told of: one of them validates again', async () => {
    const { first, copyOf, validate, options } = await office();
    sound(await validate(first));
    sound(await cancelOrder(first.ports, 'TR1'));
    const second = await copyOf(first);
    sound(await validate(first));
    expect(await validate(second)).toMatchObject(taken);
    sound(await markOrdered(first.ports, 'TR2', options));
  });

  test('once the order is cancelled the other copy may make it; and the first may again, while nobody did', async () => {
    const { first, copyOf, validate, options } = await office();
    const second = await copyOf(first);
    sound(await validate(first));
    sound(await cancelOrder(first.ports, 'TR1', options));
    sound(await validate(second));
    expect(await validate(first)).toMatchObject(taken);
    sound(await cancelOrder(second.ports, 'TR1', options));
    sound(await validate(first));
  });

  test('whoever insists orders, and the other copy hands nothing over any more', async () => {
    const { first, copyOf, validate, options } = await office();
    const second = await copyOf(first);
    sound(await validate(first));
    const insisting = { ...options, receipts: { ...options.receipts!, force: true } };
    sound(await validate(second, insisting));
    expect(await markOrdered(first.ports, 'TR1', options)).toMatchObject(taken);
    sound(await markOrdered(second.ports, 'TR1', options));
    sound(await markOrdered(first.ports, 'TR1', insisting));
  });
});

describe('a service that does not answer', () => {
  const silent = { ok: false, error: { code: 'silent', open: false } };

  test('makes the step wait, and nothing of it is written', async () => {
    const { service, first, validate, options } = await office();
    service.isOut = true;
    expect(await validate(first)).toMatchObject(silent);
    expect(states(first)).toEqual([]);
    service.isOut = false;
    sound(await validate(first));
    service.isOut = true;
    expect(await markOrdered(first.ports, 'TR1', options)).toMatchObject(silent);
    expect(states(first)).toEqual(['validée']);
  });

  test('does not stop whoever insists, who is told; the receipt is asked for at the next step', async () => {
    const { service, first, copyOf, validate, options } = await office();
    const second = await copyOf(first);
    service.isOut = true;
    const alone = { ...options, receipts: { ...options.receipts!, unguarded: true } };
    expect(sound(await validate(first, alone))).toMatchObject({ isUnguarded: true });
    service.isOut = false;
    expect(sound(await markOrdered(first.ports, 'TR1', options))).toMatchObject({ isUnguarded: false });
    expect(await validate(second, alone)).toMatchObject(taken);
  });

  test('at the moment of a cancellation leaves the receipt with this workbook, which may order again', async () => {
    const { service, first, copyOf, validate, options } = await office();
    const second = await copyOf(first);
    sound(await validate(first));
    service.isOut = true;
    const cancelled = sound(await cancelOrder(first.ports, 'TR1', options));
    expect(cancelled).toMatchObject({ isUnguarded: false, isReceiptKept: true });
    service.isOut = false;
    expect(await validate(second)).toMatchObject(taken);
    expect(sound(await validate(first))).toMatchObject({ isUnguarded: false });
    sound(await markOrdered(first.ports, 'TR2', options));
  });
});

describe('an order that could not be written', () => {
  test('gives its receipt back', async () => {
    const { service, first, copyOf, validate, options } = await office();
    const second = await copyOf(first);
    first.book.linesBeforeFault = 0;
    expect(await validate(first)).toMatchObject({ ok: false, error: { code: 'book', open: false } });
    expect(service.receipts).toEqual([]);
    sound(await validate(second));
    second.book.linesBeforeFault = 0;
    expect(await markOrdered(second.ports, 'TR1', options)).toMatchObject({ ok: false, error: { code: 'book' } });
    second.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    sound(await markOrdered(second.ports, 'TR1', options));
  });

  test('validated without a receipt, may be handed over another time', async () => {
    const { first, validate, options } = await office();
    sound(await validate(first, { by: 'le volet Excel' }));
    first.book.linesBeforeFault = 0;
    expect(await markOrdered(first.ports, 'TR1', options)).toMatchObject({ ok: false, error: { code: 'book' } });
    first.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    sound(await markOrdered(first.ports, 'TR1', options));
  });
});
