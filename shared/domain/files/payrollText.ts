/** Rows of a payroll file as text and bytes. */
import type { Finding } from '../finding.ts';
import { cellText, delimitedText, isFormulaLike, type FileCell, type LineEnd, type Separator } from './delimited.ts';
import { encoded, unencodable, type Encoding } from './encoding.ts';
import type { DecimalMark } from './figures.ts';
import { missingRecipients, personFinding } from './fileFindings.ts';
import type { FileLine } from './fileLine.ts';
import { byRecipient, fileName, filesOf, type GivenFiles } from './givenFile.ts';
import { oneLine, unaccented } from './plainLetters.ts';

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
export interface PayrollColumn<L> {
  readonly heading: string;
  readonly cell: (line: L) => FileCell;
}

function spelled(cell: FileCell, { encoding, transliterate }: PayrollLayout): FileCell {
  if ('figures' in cell) return cell;
  const text = oneLine(cell.text).normalize('NFC');
  const lacking = transliterate ? unencodable(text, encoding) : [];
  return { text: [...text].map((each) => (lacking.includes(each) ? unaccented(each) : each)).join('') };
}

function cellFindings(cell: FileCell, line: FileLine, heading: string, { encoding }: PayrollLayout): Finding[] {
  if ('figures' in cell) return [];
  const characters = unencodable(cell.text, encoding);
  return [
    ...(characters.length > 0
      ? [personFinding('fileCharacter', line, heading, { characters: characters.join(' ') })]
      : []),
    ...(isFormulaLike(cell.text) ? [personFinding('fileNeutralised', line, heading, {}, 'warning')] : []),
  ];
}

export interface PayrollLine extends FileLine {
  readonly establishment: FileLine['establishment'] & { readonly payrollDossier: string };
}

/** What a payroll file says, line by line, and what is counted of the lines of one file. */
export interface PayrollContent<L, C> {
  /** What the names of the files begin with. */
  readonly stem: readonly string[];
  readonly lines: readonly L[];
  readonly columns: readonly PayrollColumn<L>[];
  readonly controlOf: (lines: readonly L[]) => C;
}

/** Of somebody who has several lines, what is to be known of their name is told once. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

/** One file per payroll dossier, each with its control total. */
export function payrollFiles<L extends PayrollLine, C>(
  { stem, lines, columns, controlOf }: PayrollContent<L, C>,
  layout: PayrollLayout,
  already: readonly Finding[],
): GivenFiles<C> {
  const dossierOf = ({ establishment }: L) => establishment.payrollDossier;
  const findings = [...already, ...missingRecipients(lines, dossierOf, 'Dossier de paie')];
  const found: Finding[] = [];
  const dossiers = byRecipient(lines, dossierOf);
  const drafts = dossiers.map(([recipient, own]) => {
    const rows = own.map((line) =>
      columns.map(({ heading, cell }) => {
        const written = spelled(cell(line), layout);
        found.push(...cellFindings(written, line, heading, layout));
        return cellText(written);
      }),
    );
    const preview = [columns.map(({ heading }) => heading), ...rows];
    return {
      name: fileName([...stem, recipient], 'csv'),
      recipient,
      preview,
      control: controlOf(own),
      encode: () => encoded(delimitedText(preview, layout.separator, layout.lineEnd), layout.encoding),
    };
  });
  return filesOf(drafts, [...findings, ...eachOnce(found)]);
}
