/** Paper packs in a fixed-width file. */
import { expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { cents } from '../../../../shared/domain/money/money.ts';
import { natixisOrder } from '../../../../shared/domain/vouchers/files/issuers/natixis.ts';
import type { OrderEstablishment, OrderFileInput } from '../../../../shared/domain/vouchers/files/orderInput.ts';
import { line, only, order, textOf, told } from './builders.ts';

const on = plainDate('2026-10-23');
const where = { customerCode: '1234567', deliveryPoint: 'LIV0001' };
const pack = (number: number, more: Partial<OrderEstablishment> = {}) =>
  line({ number, support: 'paper' }, {}, { ...where, ...more });

test('one line of 98 characters per size of pack, whoever the packs are for', () => {
  const file = only(natixisOrder(order(pack(17), pack(9), pack(17)), on));
  expect(textOf(file).split('\n')).toEqual([
    `LIV00011234567001090000908.4504.23${' '.repeat(64)}`,
    `LIV00011234567002170003408.4504.23${' '.repeat(64)}`,
    '',
  ]);
  expect(
    textOf(file)
      .split('\n')
      .map(({ length }) => length),
  ).toEqual([98, 98, 0]);
  expect(textOf(file)).not.toMatch(/LEF|Chlo|00042/i);
});

test('the name of the file says the customer and the day', () => {
  expect(only(natixisOrder(order(pack(1)), on)).name).toBe('E1234567_23102026.txt');
});

test('one file per customer, one line per delivery point', () => {
  const { files } = natixisOrder(
    order(pack(5), pack(5, { deliveryPoint: 'LIV0002' }), pack(5, { customerCode: '7654321' })),
    on,
  );
  expect(files.map(({ recipient, preview, control }) => [recipient, preview.length, control.vouchers])).toEqual([
    ['1234567', 2, 10],
    ['7654321', 1, 5],
  ]);
});

test('at most 99 vouchers in a pack', () => {
  expect(told(natixisOrder(order(pack(99)), on))).toEqual([]);
  expect(told(natixisOrder(order(pack(100)), on))).toEqual([
    'voucherFilePack | LEFÈVRE-NOËL Chloé (00042) | Nombre de titres',
  ]);
});

test('at most 999 packs on a line', () => {
  const packs = (count: number) => order(...Array.from({ length: count }, () => pack(1)));
  expect(told(natixisOrder(packs(999), on))).toEqual([]);
  expect(told(natixisOrder(packs(1_000), on))).toEqual(['voucherFilePacks |  | ']);
});

test('at most 99,99 €', () => {
  const worth = (face: number): OrderFileInput => ({ ...order(pack(1)), unit: { ...order().unit, face: cents(face) } });
  expect(told(natixisOrder(worth(9_999), on))).toEqual([]);
  expect(told(natixisOrder(worth(10_000), on))).toEqual(['voucherFileFace |  | ']);
});

test('codes have seven characters', () => {
  expect(told(natixisOrder(order(pack(1, { deliveryPoint: '12' }), pack(2, { deliveryPoint: '12' })), on))).toEqual([
    'voucherFileCodeLength | Lyon | Point de livraison',
  ]);
});

test('a card is not a paper voucher', () => {
  expect(told(natixisOrder(order(line({}, {}, where)), on))).toEqual([
    'voucherFileSupport | LEFÈVRE-NOËL Chloé (00042) | Support',
  ]);
});
