/** Rows of a payroll file as text and bytes. */
import type { Finding } from '../../../finding.ts';
import { cellText, delimitedText, isFormulaLike, type FileCell, type LineEnd, type Separator } from '../delimited.ts';
import { encoded, unencodable, type Encoding } from '../encoding.ts';
import type { DecimalMark } from '../figures.ts';
import { missingRecipients, personFinding } from '../fileFindings.ts';
import type { OrderFileInput, OrderLine } from '../orderInput.ts';
import { oneLine, unaccented } from '../plainLetters.ts';
import { byRecipient, controlTotal, fileName, filesOf, type VoucherFiles } from '../voucherFile.ts';

export interface PayrollLayout {
  readonly separator: Separator;
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
  readonly decimal: DecimalMark;
  /** Characters that the encoding lacks are spelled with those it has, where that is possible. */
  readonly transliterate: boolean;
}

/** What opens well in Excel with the settings of France. */
export const frenchPayrollLayout: PayrollLayout = {
  separator: ';',
  encoding: 'utf8Bom',
  lineEnd: 'crlf',
  decimal: ',',
  transliterate: false,
};

/** A column of a payroll file; its heading is ASCII, as most payrolls want it. */
export interface PayrollColumn {
  readonly heading: string;
  readonly cell: (line: OrderLine) => FileCell;
}

function spelled(cell: FileCell, { encoding, transliterate }: PayrollLayout): FileCell {
  if ('figures' in cell) return cell;
  const text = oneLine(cell.text).normalize('NFC');
  const lacking = transliterate ? unencodable(text, encoding) : [];
  return { text: [...text].map((each) => (lacking.includes(each) ? unaccented(each) : each)).join('') };
}

function cellFindings(cell: FileCell, line: OrderLine, heading: string, { encoding }: PayrollLayout): Finding[] {
  if ('figures' in cell) return [];
  const characters = unencodable(cell.text, encoding);
  return [
    ...(characters.length > 0
      ? [personFinding('voucherFileCharacter', line, heading, { characters: characters.join(' ') })]
      : []),
    ...(isFormulaLike(cell.text) ? [personFinding('voucherFileNeutralised', line, heading, {}, 'warning')] : []),
  ];
}

/** One file per payroll dossier, each with its control total. `stem` begins their names. */
export function payrollFiles(
  stem: string,
  input: OrderFileInput,
  lines: readonly OrderLine[],
  columns: readonly PayrollColumn[],
  layout: PayrollLayout,
  already: readonly Finding[],
): VoucherFiles {
  const dossierOf = ({ establishment }: OrderLine) => establishment.payrollDossier;
  const findings = [...already, ...missingRecipients(lines, dossierOf, 'Dossier de paie')];
  const dossiers = byRecipient(lines, dossierOf);
  const drafts = dossiers.map(([recipient, own]) => {
    const rows = own.map((line) =>
      columns.map(({ heading, cell }) => {
        const written = spelled(cell(line), layout);
        findings.push(...cellFindings(written, line, heading, layout));
        return cellText(written);
      }),
    );
    const preview = [columns.map(({ heading }) => heading), ...rows];
    return {
      name: fileName([stem, input.regulation, input.month, recipient], 'csv'),
      recipient,
      preview,
      control: controlTotal(own, input.unit),
      encode: () => encoded(delimitedText(preview, layout.separator, layout.lineEnd), layout.encoding),
    };
  });
  return filesOf(drafts, findings);
}
