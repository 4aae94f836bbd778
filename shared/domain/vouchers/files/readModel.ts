/** A model file of an issuer, pasted or dropped: its columns, and what each could be bound to. */
import type { Finding } from '../../finding.ts';
import type { Encoding } from '../../files/encoding.ts';
import { firstRow, separators, type LineEnd, type Separator } from '../../files/delimited.ts';
import { decodedText } from './decoding.ts';
import { isDatePattern } from '../../files/figures.ts';
import { fileFinding } from '../../files/fileFindings.ts';
import { fieldOfHeading, isSecretHeading } from './headings.ts';
import type { OrderFieldKey } from './orderFields.ts';
import { oneLine } from '../../files/plainLetters.ts';
import { defaultFormat, defaultLayout, type Binding, type ColumnFormat, type OrderTemplate } from './template.ts';

const LONGEST_MODEL = 100;

/** A mark of UTF-8, the line by which Excel names its separator, lines of blank cells. */
const BEFORE_HEADINGS = /^\ufeff?(?:sep=.\r?\n)?(?:[\s;,|]*\r?\n)*/i;

export interface ReadModel {
  /** Null when the text has no row of headings. */
  readonly template: OrderTemplate | null;
  /** The one that the bytes told; null when nothing did, and the usual one is taken. */
  readonly encoding: Encoding | null;
  readonly findings: readonly Finding[];
}

/** The separator that makes the most columns; the first of the list when they are equal. */
function separatorOf(text: string): Separator {
  const widths = separators.map((each) => firstRow(text, each).length);
  return separators[widths.indexOf(Math.max(...widths))] ?? ';';
}

function lineEndOf(text: string): LineEnd {
  return /\n/.test(text) && !text.includes('\r\n') ? 'lf' : 'crlf';
}

/** What a heading says of its own format between brackets: `Date de naissance (JJ/MM/AAAA)`, `Valeur faciale (en centimes)`. */
function formatOf(heading: string): ColumnFormat {
  const words = heading.toUpperCase().match(/[AJM][AJM\s/.-]*[AJM]/g) ?? [];
  const date = words.find(isDatePattern) ?? defaultFormat.date;
  const unit = /CENTIME|\bCENTS?\b/i.test(heading) ? 'cents' : 'euros';
  const length = /(\d{1,3})\s*(?:caract|car\b|c\.)/i.exec(heading)?.[1];
  return { ...defaultFormat, date, unit, maxLength: length === undefined ? null : Number(length) };
}

/** A field is proposed once: of two columns that speak of it, the second is left to the person. */
function bindingOf(heading: string, taken: Set<OrderFieldKey>): Binding {
  const field = fieldOfHeading(heading);
  if (field === undefined || taken.has(field)) return { kind: 'empty' };
  taken.add(field);
  return { kind: 'field', field };
}

function doubts(heading: string, { kind }: Binding): Finding[] {
  if (isSecretHeading(heading)) return [fileFinding('voucherModelSecret', { heading }, 'warning')];
  return kind === 'empty' ? [fileFinding('voucherModelUnbound', { heading: heading || '…' }, 'info')] : [];
}

/**
 * The model that `text` describes by its first row that is not blank; the rows below, which may be people, are neither read nor kept.
 * Columns whose heading leaves a doubt are kept, empty, and told. `encoding`: the one of the bytes, when they tell it.
 * `Matricule;Nom` → two bound columns, separator `;`.
 */
export function readModel(text: string, name: string, encoding: Encoding | null = null): ReadModel {
  const content = text.replace(BEFORE_HEADINGS, '');
  const separator = separatorOf(content);
  const headings = firstRow(content, separator).map(oneLine);
  if (headings.every((heading) => heading === '') || headings.length > LONGEST_MODEL)
    return { template: null, encoding, findings: [fileFinding('voucherModelUnreadable')] };
  const taken = new Set<OrderFieldKey>();
  const columns = headings.map((heading) => ({
    heading,
    binding: bindingOf(heading, taken),
    required: heading.includes('*'),
    format: formatOf(heading),
  }));
  const findings = columns.flatMap(({ heading, binding }) => doubts(heading, binding));
  return {
    template: {
      name,
      layout: {
        ...defaultLayout,
        separator,
        lineEnd: lineEndOf(content),
        encoding: encoding ?? defaultLayout.encoding,
      },
      columns,
    },
    encoding,
    findings,
  };
}

/** The same from the bytes of a file that is given; what is no text is told. */
export function readModelFile(file: Uint8Array, name: string): ReadModel {
  const decoded = decodedText(file);
  if (!decoded) return { template: null, encoding: null, findings: [fileFinding('voucherModelNotText')] };
  return readModel(decoded.text, name, decoded.encoding);
}
