import { describe, expect, test } from '@jest/globals';
import { claimed } from '../../server/http/receiptClaim.ts';
import type { Receipt, ReceiptRequest } from '../../shared/contracts/receiptSchemas.ts';
import { instant, plainMonth } from '../../shared/domain/calendar/plainDate.ts';

const NOON = instant('2026-10-26T11:00:00.000Z');
const LATER = instant('2026-10-26T12:00:00.000Z');

const asked = (more: Partial<ReceiptRequest> = {}): ReceiptRequest => ({
  ...{ topic: 'vouchers', scope: 'TR Siège', month: plainMonth('2026-10'), step: 'validated', by: 'le volet Excel' },
  ...{ holds: null, force: false, ...more },
});

/** What is held after `requests`, the n-th under the identifier `rn`, and the last answer. */
function after(...requests: readonly Partial<ReceiptRequest>[]) {
  let held: readonly Receipt[] = [];
  let answer: ReturnType<typeof claimed>['answer'] | undefined;
  requests.forEach((each, index) => {
    const claim = claimed(held, asked(each), `r${index + 1}`, index === 0 ? NOON : LATER);
    [held, answer] = [claim.receipts, claim.answer];
  });
  return { held, answer };
}

const granted = (id: string, more: object = {}) => ({ granted: expect.objectContaining({ id, ...more }) as unknown });

describe('the receipt of a month', () => {
  test('goes to the first that asks; the second is told who has it, and since when', () => {
    const first = { id: 'r1', by: 'le volet Excel', at: NOON, step: 'validated', forced: false };
    expect(after({}).answer).toEqual(granted('r1', first));
    const second = after({}, { by: 'la ligne de commande' });
    expect(second.answer).toMatchObject({ taken: first });
    expect(second.held).toHaveLength(1);
  });

  test('is of one regulation, whatever its capitals, and of one month', () => {
    expect(after({}, { scope: 'TR Usine' }).answer).toEqual(granted('r2'));
    expect(after({}, { month: plainMonth('2026-11') }).answer).toEqual(granted('r2'));
    expect(after({}, { scope: 'tr siège' }).answer).toHaveProperty('taken');
  });

  test('moves on with who holds it, under a new identifier: a copy made after the validation holds the old one', () => {
    const ordering = { step: 'ordered', holds: 'r1' } as const;
    expect(after({}, ordering).answer).toEqual(granted('r2', { step: 'ordered', at: LATER, forced: false }));
    expect(after({}, ordering, ordering).answer).toMatchObject({ taken: { id: 'r2', step: 'ordered' } });
    expect(after({}, ordering, { holds: 'r1' }).answer).toMatchObject({ taken: { id: 'r2', step: 'ordered' } });
    expect(after({}, ordering, { holds: 'r2' }).answer).toEqual(granted('r3', { step: 'validated' }));
    expect(after({}, { step: 'ordered' }).answer).toHaveProperty('taken');
  });

  test('an order validated while nobody could be asked gets its receipt when it is handed over', () => {
    expect(after({ step: 'ordered' }).answer).toEqual(granted('r1', { step: 'ordered' }));
    expect(after({ step: 'ordered', holds: 'old' }).answer).toEqual(granted('r1', { forced: false }));
  });

  test('whoever insists takes it, which is remembered; the other copy is the one refused from then on', () => {
    const forced = after({}, { force: true });
    expect(forced.answer).toEqual(granted('r2', { forced: true }));
    expect(forced.held).toHaveLength(1);
    expect(after({}, { force: true }, { step: 'ordered', holds: 'r1' }).answer).toHaveProperty('taken');
    expect(after({}, { force: true }, { step: 'ordered', holds: 'r2' }).answer).toEqual(
      granted('r3', { forced: true }),
    );
    expect(after({ force: true }).answer).toEqual(granted('r1', { forced: false }));
  });
});
