/** E-mails and postcodes. */

/** As a mail server takes it, without quoted names: one @, a domain with a dot, nothing odd around. */
const EMAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}$/u;

/** `normalEmail(' Ada.Morel@Exemple.fr ')` → `'ada.morel@exemple.fr'`; undefined for what is no address. */
export function normalEmail(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const isOne = EMAIL.test(plain) && !plain.includes('..') && !plain.startsWith('.') && !plain.includes('.@');
  return isOne ? plain : undefined;
}

/** `SHORT`: four digits, as a spreadsheet leaves « 01000 ». */
export type PostalCodeFault = 'SHORT' | 'FORMAT';

/** What is wrong with a postcode of France, its territories or Monaco; null when it is right. */
export function frenchPostalCodeFault(text: string): PostalCodeFault | null {
  const plain = text.replace(/\s/gu, '');
  if (/^\d{4}$/.test(plain)) return 'SHORT';
  return /^(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{3}$/.test(plain) ? null : 'FORMAT';
}
