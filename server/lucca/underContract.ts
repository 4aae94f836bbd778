import type { PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { ContractSpan } from '../../shared/contracts/voucherSchemas.ts';
import type { User } from './resources/users.ts';

/** People under contract on some date from `from` to `to`; one of whom no date is known may be. */
export function underContract(
  users: readonly User[],
  contracts: readonly ContractSpan[],
  span: { readonly from: PlainDate; readonly to: PlainDate },
): string[] {
  const known = new Set<string>();
  const present = new Set<string>();
  for (const { employeeId, from, to } of contracts) {
    known.add(employeeId);
    if (from <= span.to && (to === null || to >= span.from)) present.add(employeeId);
  }
  return users.map(({ id }) => id).filter((id) => present.has(id) || !known.has(id));
}
