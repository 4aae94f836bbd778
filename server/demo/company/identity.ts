import { frenchIban, nirKey } from './checkDigits.ts';
import { BANKS, type Bank, type Place } from './names.ts';
import type { Random } from './prng.ts';

/** A NIR of 15 characters with its right key. `sex` is 1 or 2, or 7 or 8 for a temporary number. */
export function nirOf(sex: number, birthDate: string, place: Place, random: Random): string {
  const order = String(random.between(1, 990)).padStart(3, '0');
  const nir13 = `${String(sex)}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${place.nir}${order}`;
  return nir13 + nirKey(nir13);
}

/** `nirOf` as people copy it from their card: `2 89 12 69 382 001 61`. */
export function spacedNir(nir: string): string {
  return [
    nir.slice(0, 1),
    nir.slice(1, 3),
    nir.slice(3, 5),
    nir.slice(5, 7),
    nir.slice(7, 10),
    nir.slice(10, 13),
    nir.slice(13),
  ].join(' ');
}

/** The same number with a key that is not its own. */
export function withWrongKey(nir: string): string {
  const key = Number(nir.slice(13));
  return nir.slice(0, 13) + String(key === 97 ? 1 : key + 1).padStart(2, '0');
}

/** The number that `withWrongKey` came from. */
export function withRightKey(nir: string): string {
  const nir13 = nir.replace(/\s/g, '').slice(0, 13);
  return nir13 + nirKey(nir13);
}

/** A French bank account: IBAN with both keys right, and the BIC of its bank. */
export function bankAccountOf(random: Random): { iban: string; bic: string } {
  const bank = random.pick(BANKS);
  return { iban: frenchIban(bank.code, random.digits(5), random.digits(11)), bic: bank.bic };
}

/** The bank that holds a French IBAN of this account, when it is one of ours. */
export function bankOf(iban: string): Bank | undefined {
  return BANKS.find((bank) => iban.startsWith('FR') && iban.slice(4, 9) === bank.code);
}

/** A mobile number as people type it: written in several ways, overseas in La Réunion (establishment 13). */
export function mobileOf(establishmentId: number, random: Random): string {
  if (establishmentId === 13) {
    const end = `00${random.digits(4)}`;
    return random.pick([`+262692${end}`, `0692${end}`, `0692 ${pairs(end)}`]);
  }
  const end = `00${random.digits(6)}`;
  return random.pick([`+336${end}`, `06${end}`, `06 ${pairs(end)}`, `06.${pairs(end).replaceAll(' ', '.')}`]);
}

/** The desk line of an establishment. */
export function deskLineOf(establishmentId: number, random: Random): string {
  if (establishmentId === 13) return `0262 ${pairs(`20${random.digits(4)}`)}`;
  return `${establishmentId === 12 ? '03 53 01' : '04 65 71'} ${pairs(random.digits(4))}`;
}

function pairs(digits: string): string {
  return digits.replace(/(\d\d)(?=\d)/g, '$1 ');
}
