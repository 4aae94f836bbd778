import type { HeldVersion } from './regulationVersions.ts';
import { currencyCode, establishmentNamed, type Establishment } from '../readEstablishments.ts';
import { NO_ESTABLISHMENT } from './regulationsTable.ts';

/** The names typed in « Établissements », none for « aucun ». */
export function namesIn(version: HeldVersion): readonly string[] {
  const names = version.text('establishments').split(/[;\n]/);
  const typed = names.map((name) => name.trim()).filter((name) => name !== '');
  return typed.length === 1 && typed[0]?.toLowerCase() === NO_ESTABLISHMENT ? [] : typed;
}

/** The establishments of a version. A name unknown, another currency: said at the cell. */
export function establishmentsOf(version: HeldVersion, all: readonly Establishment[]): readonly Establishment[] {
  const isMissing = version.text('establishments').trim() === '' && !version.isUnreadable('establishments');
  if (isMissing) version.say('establishments', 'voucherEstablishmentMissing');
  const found = namesIn(version).flatMap((name) => {
    const establishment = establishmentNamed(all, name);
    if (!establishment) version.say('establishments', 'voucherEstablishmentUnknown', { name });
    return establishment ? [establishment] : [];
  });
  const currency = currencyCode(version.text('currency'));
  for (const each of found.filter((one) => one.currency !== currency))
    version.say('establishments', 'voucherCurrencies', { name: each.name, own: each.currency, currency });
  return [...new Set(found)];
}
