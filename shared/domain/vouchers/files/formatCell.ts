/** One cell of a model: the value of a field under the rules of its column. */
import type { Finding, Severity } from '../../finding.ts';
import { isFormulaLike, type FileCell } from '../../files/delimited.ts';
import { unencodable } from '../../files/encoding.ts';
import { dateText, hundredthsText } from '../../files/figures.ts';
import type { ColumnValue } from './orderInput.ts';
import { orderField, type FieldValue, type OrderFieldKey } from './orderFields.ts';
import { foreignTo, oneLine, unaccented } from '../../files/plainLetters.ts';
import { looksSecret } from '../../files/secrets.ts';
import { defaultWords, type TemplateColumn, type TemplateLayout } from './template.ts';

interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly facts: Finding['facts'];
}

/** `problems` hold no value: a cell may be anybody's. */
export interface FormattedCell {
  readonly cell: FileCell;
  readonly problems: readonly Problem[];
}

function problem(code: string, facts: Finding['facts'] = {}, severity: Severity = 'error'): Problem {
  return { code, severity, facts };
}

/** A text under the rules of its column for accents, capitals and characters; its length is left aside. */
export function spelledText(text: string, { format }: TemplateColumn, layout: TemplateLayout): string {
  const line = oneLine(text);
  const plain = format.accents === 'removed' ? unaccented(line) : line.normalize('NFC');
  const lacking = layout.transliterate ? unencodable(plain, layout.encoding) : [];
  const spelled = [...plain].map((each) => (lacking.includes(each) ? unaccented(each) : each)).join('');
  return format.letters === 'upper' ? spelled.toUpperCase() : spelled;
}

/** Letters that stayed foreign although accents were to go, or characters that the encoding lacks. */
function strangeCharacters(text: string, { format }: TemplateColumn, layout: TemplateLayout): readonly string[] {
  const lacking = unencodable(text, layout.encoding);
  if (lacking.length > 0 || format.accents === 'kept') return lacking;
  return foreignTo(text).filter((character) => /\p{L}/u.test(character));
}

function cutText(text: string, length: number | null): string {
  return length === null ? text : [...text].slice(0, length).join('').trimEnd();
}

function lengthProblem(text: string, cut: string, mayCut: boolean): Problem[] {
  if (text === cut) return [];
  const facts = { length: [...text].length, kept: [...cut].length };
  return [mayCut ? problem('voucherFileCut', facts, 'warning') : problem('voucherFileTooLong', facts)];
}

function textCell(text: string, mayCut: boolean, column: TemplateColumn, layout: TemplateLayout): FormattedCell {
  const spelled = spelledText(text, column, layout);
  const cut = cutText(spelled, column.format.maxLength);
  const strange = strangeCharacters(cut, column, layout);
  const isBlank = column.required && cut === '';
  return {
    cell: { text: cut },
    problems: [
      ...(isBlank ? [problem('fileBlank')] : []),
      ...lengthProblem(spelled, cut, mayCut),
      ...(strange.length > 0 ? [problem('fileCharacter', { characters: strange.join(' ') })] : []),
      ...(isFormulaLike(cut) ? [problem('fileNeutralised', {}, 'warning')] : []),
      ...(looksSecret(spelled) ? [problem('fileSecret')] : []),
    ],
  };
}

function padded(text: string, { format }: TemplateColumn): string {
  return format.zeros === null || text === '' ? text : text.padStart(format.zeros, '0');
}

function figuresCell(figures: string, column: TemplateColumn): FormattedCell {
  const { maxLength } = column.format;
  const isTooLong = maxLength !== null && figures.length > maxLength;
  const facts = { length: figures.length, kept: maxLength ?? 0 };
  return { cell: { figures }, problems: isTooLong ? [problem('voucherFileTooLong', facts)] : [] };
}

/** `+33612345678` is a number to dial, not a formula: the issuer needs its sign. */
function isDialled(field: OrderFieldKey, text: string): boolean {
  return field === 'mobile' && /^\+\d{6,15}$/.test(text);
}

/** The cell of a field in a column. `text` is already wrapped for an address. */
export function formatCell(
  field: OrderFieldKey,
  value: FieldValue,
  column: TemplateColumn,
  layout: TemplateLayout,
): FormattedCell {
  const { format } = column;
  const { kind } = orderField(field);
  if ('number' in value) return figuresCell(padded(String(value.number), column), column);
  if ('cents' in value) {
    const isCents = format.unit === 'cents';
    return figuresCell(
      isCents ? padded(String(value.cents), column) : hundredthsText(value.cents, layout.decimal),
      column,
    );
  }
  if ('is' in value) {
    const [yes, no] = format.words ?? defaultWords(field);
    return textCell(value.is === null ? '' : value.is ? yes : no, false, column, layout);
  }
  if ('date' in value) {
    return textCell(value.date === null ? '' : dateText(value.date, format.date), false, column, layout);
  }
  if (isDialled(field, value.text)) return figuresCell(value.text, column);
  const text = kind === 'code' ? padded(oneLine(value.text), column) : value.text;
  return textCell(text, kind === 'text', column, layout);
}

/** The cell of a column of « Salariés »: nothing of it is ever cut. */
export function columnCell(value: ColumnValue, column: TemplateColumn, layout: TemplateLayout): FormattedCell {
  if ('date' in value) return textCell(dateText(value.date, column.format.date), false, column, layout);
  return constantCell(padded(oneLine(value.text), column), column, layout);
}

/** The cell of a constant: a plain number keeps its sign. */
export function constantCell(text: string, column: TemplateColumn, layout: TemplateLayout): FormattedCell {
  const isNumber = /^-?\d+(?:[.,]\d+)?$/.test(text);
  if (!isNumber || looksSecret(text)) return textCell(text, false, column, layout);
  return figuresCell(text, column);
}
