/**
 * Phones to E.164. French overseas numbers are written like those of mainland France, under another country code: their prefixes are
 * looked at first, since a library that takes « 0596… » for France says +33. Source: plan de numérotation, as libphonenumber has it.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** National number with its zero → country code. */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^0(?:262|263|692|693)/, '262'],
  [/^0(?:269|639)/, '262'],
  [/^0(?:590|690|691)/, '590'],
  [/^0(?:594|694)/, '594'],
  [/^0(?:596|696|697)/, '596'],
  [/^07090/, '590'],
  [/^07091/, '596'],
  [/^07092/, '262'],
  [/^07093[0-3]/, '594'],
  [/^07093[5-7]/, '262'],
  [/^0708[45]/, '508'],
];

/** Ten digits that begin with zero; a spreadsheet may have taken the zero away. Undefined when they are not a French number. */
function nationalFrench(digits: string): string | undefined {
  if (/^0[1-9]\d{8}$/.test(digits)) return digits;
  return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : undefined;
}

/** Saint-Pierre-et-Miquelon: six digits of their own, which France reaches under « 0508 ». */
const SAINT_PIERRE = /^0508(\d{6})$/;

function french(national: string): string {
  const own = SAINT_PIERRE.exec(national)?.[1];
  if (own !== undefined) return `+508${own}`;
  const code = overseas.find(([prefix]) => prefix.test(national))?.[1] ?? '33';
  return `+${code}${national.slice(1)}`;
}

/** +33 before an overseas prefix is the same mistake, made by whoever wrote the number. */
function international(text: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text);
  // An extension is a part of the number: dropped, two people of one switchboard would share it.
  if (!parsed?.isPossible() || parsed.ext !== undefined) return undefined;
  const digits = `0${parsed.nationalNumber}`;
  if (parsed.countryCallingCode === '508') return SAINT_PIERRE.test(digits) ? french(digits) : parsed.number;
  const national = parsed.countryCallingCode === '33' ? nationalFrench(digits) : undefined;
  return national === undefined ? parsed.number : french(national);
}

/**
 * `normalPhone('06.92.12.34.56')` → `'+262692123456'`; undefined for what is no phone number. A number without a country is French.
 */
export function normalPhone(text: string): string | undefined {
  const plain = text.replace(/\(0\)/g, '').replace(/[\s.\-/()\u00a0\u202f]/gu, '');
  if (/^00\d/.test(plain)) return international(`+${plain.slice(2)}`);
  if (plain.startsWith('+')) return international(plain);
  const national = nationalFrench(plain);
  return national === undefined ? undefined : french(national);
}

/** Special numbers (08…, short ones) reach a company, nobody in particular. Takes and answers E.164; undefined when it identifies nobody. */
export function personalNumber(e164: string): string | undefined {
  return /^\+338\d{8}$/.test(e164) ? undefined : e164;
}
