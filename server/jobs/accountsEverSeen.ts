import type { LeaveAccount } from '../../shared/contracts/voucherSchemas.ts';

const numbersInText = new Intl.Collator('en', { numeric: true });

/** An account whose name Lucca did not give goes by its number: a name known before is better. */
function nameOf(now: LeaveAccount, before: LeaveAccount | undefined): string {
  return now.name === now.id ? (before?.name ?? now.name) : now.name;
}

/**
 * The accounts known before and those of this run, by number: a yearly account that is over still has absences to correct, and one run
 * sees only a month of them.
 */
export function accountsEverSeen(before: readonly LeaveAccount[], now: readonly LeaveAccount[]): LeaveAccount[] {
  const known = new Map(before.map((each) => [each.id, each]));
  for (const account of now) {
    const older = known.get(account.id);
    const establishments = new Set([...(older?.establishments ?? []), ...account.establishments]);
    known.set(account.id, {
      id: account.id,
      name: nameOf(account, older),
      establishments: [...establishments].sort(),
    });
  }
  return [...known.values()].sort((a, b) => numbersInText.compare(a.id, b.id));
}
