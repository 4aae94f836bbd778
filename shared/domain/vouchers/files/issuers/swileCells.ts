/** What Swile accepts in each of its columns. Source: see `swileColumns.ts`. */
import type { Finding } from '../../../finding.ts';
import { dateText, hundredthsText, type DecimalMark } from '../../../files/figures.ts';
import { personFinding } from '../../../files/fileFindings.ts';
import { isFormulaLike, type FileCell } from '../../../files/delimited.ts';
import { fieldValue, isMister, orderField, type OrderFieldKey } from '../orderFields.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { foreignTo, oneLine, unaccented, wrapped } from '../../../files/plainLetters.ts';
import { looksSecret } from '../../../files/secrets.ts';

/** Characters of an address field, spaces included. */
export const SWILE_ADDRESS_LENGTH = 38;
/** Delivery point of cards that go to the home of each person. */
const HOME = 'D';

/** Capitals, figures and hyphens; an apostrophe or a dot becomes a space. `Lefèvre-Noël` → `LEFEVRE-NOEL`; `O'Brien` → `O BRIEN`. */
export function swileName(text: string): string {
  return oneLine(unaccented(text).toUpperCase().replace(/['.,]/g, ' '));
}

/** The address over its field and the complement; undefined when it does not fit. */
export function swileAddress({ person }: OrderLine): readonly string[] | undefined {
  const parts = [person.address, person.addressComplement].map((part) => oneLine(unaccented(part)));
  const typed = parts.filter((part) => part !== '');
  return wrapped(typed, SWILE_ADDRESS_LENGTH, 2) ?? wrapped([typed.join(' ')], SWILE_ADDRESS_LENGTH, 2);
}

/** True when the card of the line goes to the person's home. */
export function goesHome({ establishment }: OrderLine): boolean {
  return establishment.deliveryPoint.trim().toUpperCase() === HOME;
}

function gender({ person }: OrderLine): string {
  const isMr = isMister(person.civilTitle);
  return isMr === null ? '' : isMr ? 'MR' : 'MME';
}

const homeFields: readonly OrderFieldKey[] = ['address1', 'address2', 'postalCode', 'city'];

function homeText(field: OrderFieldKey, line: OrderLine): string {
  if (!goesHome(line)) return '';
  if (field === 'postalCode') return oneLine(line.person.postalCode);
  if (field === 'city') return oneLine(unaccented(line.person.city));
  return swileAddress(line)?.[field === 'address1' ? 0 : 1] ?? '';
}

function textOf(field: OrderFieldKey, line: OrderLine, input: OrderFileInput): string {
  if (homeFields.includes(field)) return homeText(field, line);
  if (field === 'civility') return gender(line);
  if (field === 'lastName') return swileName(line.person.lastName);
  if (field === 'firstName') return swileName(line.person.firstName);
  if (field === 'birthDate') return line.person.birthDate === null ? '' : dateText(line.person.birthDate, 'JJ/MM/AAAA');
  if (field === 'worksOnDaysOff') return line.worksOnDaysOff ? 'YES' : '';
  if (field === 'deliveryPoint') return goesHome(line) ? HOME : oneLine(line.establishment.deliveryPoint);
  const value = fieldValue(field, line, input);
  return 'text' in value ? oneLine(value.text) : '';
}

/** The cell of a field: the face value without its symbol, the number of days, or a text that Swile accepts. */
export function swileCell(
  field: OrderFieldKey,
  line: OrderLine,
  input: OrderFileInput,
  decimal: DecimalMark,
): FileCell {
  const value = fieldValue(field, line, input);
  if ('number' in value) return { figures: String(value.number) };
  if ('cents' in value) return { figures: hundredthsText(value.cents, decimal) };
  return { text: textOf(field, line, input) };
}

/** Codes of an establishment: one that lacks is said once, not for each of its people. */
export const establishmentFields = ['companyCode', 'deliveryPoint', 'attachmentCode'] as const;

/** Blank by nature, or told elsewhere: everything else must be filled. */
const mayBeBlank: readonly OrderFieldKey[] = ['employeeNumber', 'worksOnDaysOff', 'address2', ...establishmentFields];

function isNeeded(field: OrderFieldKey, line: OrderLine): boolean {
  return !mayBeBlank.includes(field) && (!homeFields.includes(field) || goesHome(line));
}

/** Characters of a name that Swile refuses, or that have no plain spelling. */
function refusedCharacters(field: OrderFieldKey, text: string): readonly string[] {
  const isName = field === 'lastName' || field === 'firstName';
  return isName ? [...new Set(text.replace(/[A-Z0-9 -]/g, ''))] : foreignTo(text);
}

/** What is wrong with the text of a field, the person and the field named. */
export function swileTextFindings(field: OrderFieldKey, line: OrderLine, text: string): readonly Finding[] {
  const { label } = orderField(field);
  const characters = refusedCharacters(field, text);
  const tell = (code: string, more: Finding['facts'] = {}) => personFinding(code, line, label, more);
  return [
    ...(text === '' && isNeeded(field, line) ? [tell('fileBlank')] : []),
    ...(characters.length > 0 ? [tell('fileCharacter', { characters: characters.join(' ') })] : []),
    ...(field === 'email' && text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? [tell('voucherFileEmail')] : []),
    ...(looksSecret(text) ? [tell('fileSecret')] : []),
    ...(isFormulaLike(text) ? [personFinding('fileNeutralised', line, label, {}, 'warning')] : []),
  ];
}
