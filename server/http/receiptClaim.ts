/** Who may have the receipt of a month. Pure. */
import type { Receipt, ReceiptRequest } from '../../shared/contracts/receiptSchemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';

export interface Claim {
  readonly receipts: readonly Receipt[];
  readonly answer: { readonly granted: Receipt } | { readonly taken: Receipt };
}

function placeOf({ topic, scope, month }: Pick<Receipt, 'topic' | 'scope' | 'month'>): string {
  return JSON.stringify([topic, scope.toLowerCase(), month]);
}

/**
 * The receipt of a month goes to the first that asks, and whoever holds it moves it on. Each step makes a new one: of two copies made after
 * the validation, the first to go on holds the new receipt, and the other one holds nothing any more, be it to order or to cancel. `force`
 * takes it from another copy, and is remembered.
 */
export function claimed(held: readonly Receipt[], request: ReceiptRequest, id: string, at: Instant): Claim {
  const { holds, force, ...about } = request;
  const current = held.find((each) => placeOf(each) === placeOf(about));
  const isHolder = current?.id === holds;
  if (current && !isHolder && !force) return { receipts: held, answer: { taken: current } };
  const granted: Receipt = { ...about, id, at, forced: current !== undefined && (!isHolder || current.forced) };
  return { receipts: [...held.filter((each) => placeOf(each) !== placeOf(about)), granted], answer: { granted } };
}
