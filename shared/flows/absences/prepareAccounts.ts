/** « Préparer la feuille » and « Confirmer les propositions » of « Correspondance comptes d'absence »: one plan each, undone like an update. */
import type { Connection } from '../../contracts/schemas.ts';
import { ok, type Result } from '../../domain/result.ts';
import { withLines } from '../vouchers/preparation.ts';
import { accountRows, confirmingLines, followingLines } from './accountRows.ts';
import { accountsIn, type AccountOptions, type AccountPorts, type AccountsError } from './readAccounts.ts';
import { writeAccounts, type WrittenAccounts } from './writeAccounts.ts';

/** Makes the sheet where it is absent, with a proposal for each account that no row speaks of. A second call writes nothing. */
export function prepareAccounts(ports: AccountPorts, connection: Connection, options: AccountOptions = {}) {
  return writeAccounts(ports, connection, options, (snapshot, reading) => ok(accountRows(snapshot, reading)));
}

/** `confirmed`: rows. What waits, and what is to be known of each, follows in the same plan. */
export interface ConfirmedAccounts extends WrittenAccounts {
  readonly confirmed: number;
}

/** Every row that is « proposée » becomes « confirmée »; those « à choisir » stay. */
export async function confirmAccounts(
  ports: AccountPorts,
  connection: Connection,
  options: AccountOptions = {},
): Promise<Result<ConfirmedAccounts, AccountsError>> {
  let confirmed = 0;
  const written = await writeAccounts(ports, connection, options, (snapshot, reading, facts) => {
    const lines = confirmingLines(snapshot, reading);
    confirmed = lines.length;
    if (confirmed === 0) return ok([]);
    const after = withLines(snapshot, lines);
    return ok([...lines, ...followingLines(after, accountsIn(after, facts))]);
  });
  if (!written.ok) return written;
  const states = written.value.refused.filter((line) => line.operation === 'set' && line.column === 'state');
  return ok({ ...written.value, confirmed: confirmed - states.length });
}
