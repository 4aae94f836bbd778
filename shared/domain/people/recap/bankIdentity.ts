/** What may be shown of a bank account: its country and its bank, never the account. */
import { countrySpecs } from 'ibantools';
import { isFrench } from '../checks/country.ts';
import { bicCountry, normalBic, readIban } from '../checks/iban.ts';

/** Characters of an IBAN before its BBAN: country and check digits. */
const HEAD = 4;
const TAIL = 4;
const DOTS = '••••';

/** Where the code of the bank stands in the BBAN; the five first characters where the country does not say. */
function bankCode(iban: string): string {
  const [from, to] = (countrySpecs[iban.slice(0, 2)]?.bank_identifier ?? '0-4').split('-').map(Number);
  return iban.slice(HEAD + (from ?? 0), HEAD + (to ?? TAIL) + 1);
}

/**
 * Country, bank, last four: `maskedIban('FR7630006000011234567890189')` → `'FR 30006 •••• 0189'`. Nothing of what is no IBAN, but that it
 * stands there.
 */
export function maskedIban(text: string): string {
  if (text.trim() === '') return '';
  const read = readIban(text);
  return read.valid ? `${read.country} ${bankCode(read.iban)} ${DOTS} ${read.iban.slice(-TAIL)}` : DOTS;
}

/** Bank and country: `maskedBic('AGRIFRPP882')` → `'AGRI FR ••••'`. */
export function maskedBic(text: string): string {
  if (text.trim() === '') return '';
  const bic = normalBic(text);
  return bic === undefined ? DOTS : `${bic.slice(0, HEAD)} ${bicCountry(bic)} ${DOTS}`;
}

/** Two letters; '' when what stands there says none. */
export function ibanCountry(text: string): string {
  const read = readIban(text);
  return read.valid ? read.country : '';
}

/** Two letters; '' when what stands there says none. */
export function bicCountryOf(text: string): string {
  const bic = normalBic(text);
  return bic === undefined ? '' : bicCountry(bic);
}

/** Accounts of a country whose banks are registered under the code of a territory of it. */
const homes: Readonly<Record<string, string>> = { GG: 'GB', JE: 'GB', IM: 'GB', AX: 'FI', XK: 'RS' };

function home(country: string): string {
  return isFrench(country) ? 'FR' : (homes[country] ?? country);
}

/** True when the BIC names a bank of another country than the IBAN: an overseas French bank is a French one. */
export function isOfOtherCountry(iban: string, bic: string): boolean {
  const [a, b] = [ibanCountry(iban), bicCountryOf(bic)];
  return a !== '' && b !== '' && home(a) !== home(b);
}
