import { describe, expect, test } from '@jest/globals';
import type { ReceiptRequest } from '../../shared/contracts/receiptSchemas.ts';
import { demoAccount, OCTOBER, problemOf, value, withService } from './testService.ts';

const validated: ReceiptRequest = {
  ...{ topic: 'vouchers', scope: 'TR Siège', month: OCTOBER, step: 'validated' },
  ...{ by: 'le volet Excel', holds: null, force: false },
};

describe('receipts', () => {
  test('a second one of the same month is refused with who and when, until the first is released', async () => {
    await withService(async ({ api, ...service }) => {
      const { id } = value(await api.connect(demoAccount({ api, ...service })));
      const receipt = value(await api.claimReceipt(id, validated));
      expect(receipt).toMatchObject({ scope: 'TR Siège', step: 'validated', forced: false });
      const second = problemOf(await api.claimReceipt(id, { ...validated, by: 'la ligne de commande' }));
      expect(second).toMatchObject({ status: 409, code: 'receiptTaken' });
      expect(second.detail).toMatch(
        /^La commande d’octobre 2026 de « TR Siège » est déjà validée.*le volet Excel, le \d\d\//,
      );
      value(await api.releaseReceipt(id, receipt.id));
      value(await api.releaseReceipt(id, receipt.id));
      expect(value(await api.claimReceipt(id, validated)).id).not.toBe(receipt.id);
    });
  });

  test('many at once: one only is granted', async () => {
    await withService(async ({ api, ...service }) => {
      const { id } = value(await api.connect(demoAccount({ api, ...service })));
      const answers = await Promise.all(Array.from({ length: 12 }, () => api.claimReceipt(id, validated)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  test('of an account that is not connected, or badly asked, is refused', async () => {
    await withService(async ({ api, ...service }) => {
      expect(problemOf(await api.claimReceipt('nobody', validated))).toMatchObject({ status: 404 });
      expect(problemOf(await api.releaseReceipt('nobody', 'r1'))).toMatchObject({ status: 404 });
      const { id } = value(await api.connect(demoAccount({ api, ...service })));
      const wrong = { ...validated, scope: '' };
      expect(problemOf(await api.claimReceipt(id, wrong))).toMatchObject({ status: 400, code: 'bodyInvalid' });
    });
  });

  test('nothing of an order is logged', async () => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      value(await service.api.claimReceipt(id, { ...validated, scope: 'Réglementaire confidentiel' }));
      expect(service.logged()).not.toContain('confidentiel');
    });
  });
});
