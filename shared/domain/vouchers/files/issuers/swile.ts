/** Orders of Swile, by the rules that it publishes. Sources and headings: see `swileColumns.ts`. */
import type { Finding } from '../../../finding.ts';
import { cellText, delimitedText, type Separator } from '../../../files/delimited.ts';
import { encoded, type Encoding } from '../../../files/encoding.ts';
import type { DecimalMark } from '../../../files/figures.ts';
import {
  establishmentFinding,
  establishmentsOf,
  fileFinding,
  missingRecipients,
  personFinding,
  sharedValues,
} from '../../../files/fileFindings.ts';
import { orderField, type OrderFieldKey } from '../orderFields.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { oneLine } from '../../../files/plainLetters.ts';
import { byRecipient, fileName, filesOf } from '../../../files/givenFile.ts';
import { controlTotal, orderedLines, type VoucherFiles } from '../voucherFile.ts';
import {
  establishmentFields,
  SWILE_ADDRESS_LENGTH,
  goesHome,
  swileAddress,
  swileCell,
  swileTextFindings,
} from './swileCells.ts';
import type { SwileColumn } from './swileColumns.ts';

export interface SwileSettings {
  readonly columns: readonly SwileColumn[];
  /** The three below are those of the file that Swile generated: it does not publish them. */
  readonly separator: Separator;
  readonly encoding: Extract<Encoding, 'utf8' | 'utf8Bom'>;
  readonly decimal: DecimalMark;
}

function boundFields({ columns }: SwileSettings): readonly OrderFieldKey[] {
  return columns.flatMap(({ field }) => field ?? []);
}

function codeFindings(lines: readonly OrderLine[], bound: readonly OrderFieldKey[]): Finding[] {
  const asked = establishmentFields.filter((field) => bound.includes(field));
  return establishmentsOf(lines).flatMap((establishment) =>
    asked
      .filter((field) => oneLine(establishment[field]) === '')
      .map((field) => establishmentFinding('fileEstablishmentBlank', establishment, orderField(field).label)),
  );
}

/** One account and one card per e-mail; a matricule is optional, and names one person. */
function twins(lines: readonly OrderLine[], bound: readonly OrderFieldKey[]): Finding[] {
  const email = ({ person }: OrderLine) => oneLine(person.email).toLowerCase();
  const number = ({ person }: OrderLine) => oneLine(person.employeeNumber);
  return [
    ...sharedValues(lines, email, orderField('email').label),
    ...(bound.includes('employeeNumber') ? sharedValues(lines, number, orderField('employeeNumber').label) : []),
  ];
}

function lineFindings(line: OrderLine, bound: readonly OrderFieldKey[]): Finding[] {
  const isAddressAsked = bound.includes('address1') && goesHome(line);
  const facts = { length: SWILE_ADDRESS_LENGTH };
  return [
    ...(line.support === 'paper' ? [personFinding('voucherFileSupport', line, 'Support', { issuer: 'Swile' })] : []),
    ...(isAddressAsked && !swileAddress(line)
      ? [personFinding('voucherFileAddress', line, orderField('address1').label, facts)]
      : []),
  ];
}

/** Fields without which Swile takes no order, or takes the person for another. */
const needed: readonly OrderFieldKey[] = [
  'civility',
  'firstName',
  'lastName',
  'email',
  'birthDate',
  'faceValue',
  'number',
];

function missingColumns(bound: readonly OrderFieldKey[]): Finding[] {
  const missing = needed.filter((field) => !bound.includes(field));
  const fields = missing.map((field) => orderField(field).label).join(', ');
  return missing.length > 0 ? [fileFinding('voucherFileColumns', { issuer: 'Swile', fields })] : [];
}

function writtenLine(
  line: OrderLine,
  input: OrderFileInput,
  { columns, decimal }: SwileSettings,
): { readonly cells: readonly string[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const cells = columns.map(({ field }) => {
    if (field === null) return '';
    const cell = swileCell(field, line, input, decimal);
    if ('text' in cell) findings.push(...swileTextFindings(field, line, cell.text));
    return cellText(cell);
  });
  return { cells, findings };
}

/**
 * The order of Swile: one file when column A names the company, else one per company. Everything that Swile would refuse, or would take
 * for somebody else, is told with the person and the field before there is a file.
 */
export function swileOrder(input: OrderFileInput, settings: SwileSettings): VoucherFiles {
  const lines = orderedLines(input);
  const bound = boundFields(settings);
  const isOneFile = bound.includes('companyCode');
  const companyOf = ({ establishment }: OrderLine) => (isOneFile ? '' : establishment.companyCode);
  const findings = [
    ...missingColumns(bound),
    ...(lines.length === 0 ? [fileFinding('voucherFileNothing', {}, 'warning')] : []),
    ...codeFindings(lines, bound),
    ...missingRecipients(lines, companyOf, orderField('companyCode').label),
    ...twins(lines, bound),
  ];
  const companies = byRecipient(lines, companyOf);
  const headings = settings.columns.map(({ heading }) => cellText({ text: heading }));
  const drafts = companies.map(([recipient, own]) => {
    const written = own.map((line) => writtenLine(line, input, settings));
    findings.push(...own.flatMap((line) => lineFindings(line, bound)), ...written.flatMap((each) => each.findings));
    const preview = [headings, ...written.map(({ cells }) => cells)];
    return {
      name: fileName(['commande', 'swile', input.month, recipient], 'csv'),
      recipient,
      preview,
      control: controlTotal(own, input.unit),
      encode: () => encoded(delimitedText(preview, settings.separator, 'crlf'), settings.encoding),
    };
  });
  return filesOf(drafts, findings);
}
