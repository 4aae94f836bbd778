/** Orders for tests, in a line each, and what reads their files without knowing how they are written. */
import { plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { cents } from '../../../../shared/domain/money/money.ts';
import type { VoucherAmounts } from '../../../../shared/domain/vouchers/amounts.ts';
import type {
  OrderEstablishment,
  OrderFileInput,
  OrderLine,
  OrderPerson,
} from '../../../../shared/domain/vouchers/files/orderInput.ts';
import type { VoucherFile, VoucherFiles } from '../../../../shared/domain/vouchers/files/voucherFile.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';

/** 8.45 €, half by the employer (4.23), the rest withheld. */
export const unit: VoucherAmounts = {
  face: cents(845),
  employer: cents(423),
  cse: cents(0),
  employee: cents(422),
  exempt: cents(423),
  reintegrated: cents(0),
};

export const chloe: OrderPerson = {
  luccaId: '12',
  employeeNumber: '00042',
  civilTitle: 'Mme',
  lastName: 'Lefèvre-Noël',
  firstName: 'Chloé',
  birthDate: plainDate('1991-02-03'),
  email: 'chloe@exemple.fr',
  mobile: '+33612345678',
  address: '12 bis avenue du Général de Gaulle',
  addressComplement: '',
  postalCode: '01000',
  city: 'Bourg-en-Bresse',
  countryCode: 'FR',
};

export const lyon: OrderEstablishment = {
  code: 'LYO',
  name: 'Lyon',
  companyCode: 'ACM',
  customerCode: 'C000001',
  deliveryPoint: '1',
  attachmentCode: 'R-77',
  levelCode: '10',
  payrollDossier: 'D1',
};

export function line(
  more: Partial<OrderLine> = {},
  who: Partial<OrderPerson> = {},
  where: Partial<OrderEstablishment> = {},
): OrderLine {
  return {
    number: 17,
    support: 'card',
    worksOnDaysOff: false,
    regularised: 0,
    returned: 0,
    settlement: 0,
    columns: new Map(),
    ...more,
    person: { ...chloe, ...who },
    establishment: { ...lyon, ...where },
  };
}

export function order(...lines: readonly OrderLine[]): OrderFileInput {
  return { month: plainMonth('2026-10'), regulation: 'TR Siège', issuer: 'Edenred', unit, lines, columns: [] };
}

/** What a finding says, once sure that it has a sentence that names who or what it is about. */
export function told({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  for (const finding of findings) {
    const sentence = findingText(finding);
    const { person, establishment } = finding.facts;
    const named = String(person ?? establishment ?? '');
    if (sentence.length < 20 || !sentence.includes(named)) throw new Error(`${finding.code}: ${sentence}`);
  }
  return findings.map(({ code, facts }) =>
    [code, facts['person'] ?? facts['establishment'], facts['field']].join(' | '),
  );
}

/** The one file of an order that was written. */
export function only({ files }: VoucherFiles): VoucherFile {
  if (files.length !== 1 || !files[0]) throw new Error(`${files.length} files`);
  return files[0];
}

/** The 27 characters of Windows-1252 between 0x80 and 0x9F; a space where there is none. Some versions of Node read them as controls. */
const FROM_0X80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

export function windows1252Text(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : FROM_0X80.charAt(byte - 0x80)))
    .join('');
}

export function textOf({ bytes }: VoucherFile, encoding: 'utf-8' | 'windows-1252' = 'utf-8'): string {
  if (!bytes) throw new Error('the file was refused');
  if (encoding === 'windows-1252') return windows1252Text(bytes);
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Cells of a text with separators, read by characters alone. */
export function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, inside]: [string[], string, boolean] = [[], '', false];
  for (let index = 0; index < text.length; index += 1) {
    const each = text[index];
    if (inside && each === '"' && text[index + 1] === '"') [cell, index] = [`${cell}"`, index + 1];
    else if (each === '"') inside = !inside;
    else if (inside || (each !== separator && each !== '\r' && each !== '\n')) cell += each ?? '';
    else if (each === separator) [row, cell] = [[...row, cell], ''];
    else if (each === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    }
  }
  if (inside || cell !== '' || row.length > 0) throw new Error('the last row does not end');
  return rows;
}

/** The cells of the one file, without the mark of UTF-8. */
export function rowsOf(files: VoucherFiles, separator = ';', encoding: 'utf-8' | 'windows-1252' = 'utf-8'): string[][] {
  return cellsOf(textOf(only(files), encoding).replace(/^\ufeff/, ''), separator);
}
