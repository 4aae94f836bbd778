/** « Préparer la feuille » and « Confirmer les propositions » of « Correspondance comptes d'absence »: one plan each, undone like an update. */
import type { Connection } from '../../contracts/schemas.ts';
import { ok } from '../../domain/result.ts';
import { accountRows, confirmingLines } from './accountRows.ts';
import type { AccountOptions, AccountPorts } from './readAccounts.ts';
import { writeAccounts } from './writeAccounts.ts';

/** Makes the sheet where it is absent, with a proposal for each account that no row speaks of. A second call writes nothing. */
export function prepareAccounts(ports: AccountPorts, connection: Connection, options: AccountOptions = {}) {
  return writeAccounts(ports, connection, options, (snapshot, reading) => ok(accountRows(snapshot, reading)));
}

/** Every row that is « proposée » becomes « confirmée »; those « à choisir » stay. */
export function confirmAccounts(ports: AccountPorts, connection: Connection, options: AccountOptions = {}) {
  return writeAccounts(ports, connection, options, (snapshot, reading) => ok(confirmingLines(snapshot, reading)));
}
