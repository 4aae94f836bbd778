/** Check keys of the French and banking identifiers that the fictional people and company carry. */

/** Key of a NIR of 13 characters: 97 − (number mod 97), where 2A counts as 19 and 2B as 18. */
export function nirKey(nir13: string): string {
  const number = Number(nir13.replace('2A', '19').replace('2B', '18'));
  return String(97 - (number % 97)).padStart(2, '0');
}

/** The digit that makes the whole number pass the Luhn test. */
export function luhnDigit(digits: string): string {
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

/** Sum of Luhn: a multiple of 10 for a valid SIREN or SIRET. */
export function luhnSum(digits: string): number {
  const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
  return [...digits].reduce((sum, text, index) => {
    const digit = Number(text);
    return sum + ((digits.length - index) % 2 === 0 ? doubled(digit) : digit);
  }, 0);
}

/** Remainder by 97 of a number too long for a double. */
export function mod97(digits: string): number {
  let rest = 0;
  for (let start = 0; start < digits.length; start += 9)
    rest = Number(`${String(rest)}${digits.slice(start, start + 9)}`) % 97;
  return rest;
}

/** A country's IBAN from its national part: the two check digits make the whole equal 1 modulo 97 (ISO 13616). */
export function ibanOf(country: string, national: string): string {
  const letters = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98 - mod97(letters(`${national}${country}00`));
  return `${country}${String(check).padStart(2, '0')}${national}`;
}

/** A French IBAN (27 characters) with its RIB key, from bank (5 digits), branch (5) and account (11). */
export function frenchIban(bank: string, branch: string, account: string): string {
  const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
  return ibanOf('FR', `${bank}${branch}${account}${String(key).padStart(2, '0')}`);
}
