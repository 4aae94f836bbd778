import { canonical, textCell } from '../../domain/review/cell.ts';
import { isDatePattern } from '../../domain/files/figures.ts';
import { fieldOfHeading, isSecretHeading } from '../../domain/vouchers/files/headings.ts';
import { orderFields, type OrderFieldKey } from '../../domain/vouchers/files/orderFields.ts';
import { looksSecret } from '../../domain/files/secrets.ts';
import {
  defaultFormat,
  defaultLayout,
  type Binding,
  type OrderTemplate,
  type TemplateColumn,
  type TemplateLayout,
} from '../../domain/vouchers/files/template.ts';
import type { TableState } from '../../flows/book.ts';
import {
  accentLabels,
  decimalLabels,
  encodingLabels,
  letterLabels,
  lineEndLabels,
  ordersTemplatesTable,
  separatorLabels,
  unitLabels,
} from './ordersTemplatesTable.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';

const LAST_POSITION = 100;
const WIDEST = 250;

/** By the name of the field, else by any heading that certainly speaks of one. */
function fieldNamed(text: string): OrderFieldKey | undefined {
  const wanted = canonical('text', textCell(text));
  const own = orderFields.find(({ label }) => canonical('text', textCell(label)) === wanted);
  return own?.key ?? fieldOfHeading(text);
}

/** `Salariés : Service` → `Service`. */
function columnNamed(text: string): string | undefined {
  return /^salari[ée]s\s*:\s*(.+)$/iu.exec(text)?.[1]?.trim();
}

/** Fields of before, that nothing ever filled: a model that has one keeps its column, blank. */
const UNFILLED = /^(?:statistique [1-4]|libre [12])$/iu;

function columnBinding(row: TypedRow, heading: string): Binding {
  const isSecret = isSecretHeading(heading);
  if (isSecret) row.say('field', 'voucherModelSecret', { heading });
  return isSecret ? { kind: 'empty' } : { kind: 'column', heading };
}

function fieldBinding(row: TypedRow): Binding {
  const typed = row.text('field');
  const column = columnNamed(typed);
  if (row.text('constant') !== '') row.say('constant', 'voucherTemplateConstant');
  if (column !== undefined) return columnBinding(row, column);
  const field = fieldNamed(typed);
  if (UNFILLED.test(typed)) row.say('field', 'voucherTemplateUnfilled', {}, 'warning');
  else if (field === undefined) {
    const names = orderFields.map(({ label }) => label).join(', ');
    row.say('field', 'voucherTemplateField', { names });
  }
  return field === undefined ? { kind: 'empty' } : { kind: 'field', field };
}

function bindingOf(row: TypedRow): Binding {
  const constant = row.text('constant');
  if (row.text('field') !== '') return fieldBinding(row);
  if (constant === '') return { kind: 'empty' };
  const isSecret = looksSecret(constant);
  if (isSecret) row.say('constant', 'voucherTemplateSecret');
  return isSecret ? { kind: 'empty' } : { kind: 'constant', text: constant };
}

function width(row: TypedRow, key: string): number | null {
  const typed = row.number(key);
  const isSound = typed === null || (Number.isInteger(typed) && typed >= 1 && typed <= WIDEST);
  if (!isSound) row.say(key, 'voucherTemplateWidth');
  return isSound ? typed : null;
}

function datePattern(row: TypedRow): string {
  const typed = row.text('date').toUpperCase();
  if (typed === '') return defaultFormat.date;
  if (!isDatePattern(typed)) row.say('date', 'voucherTemplateDate');
  return isDatePattern(typed) ? typed : defaultFormat.date;
}

function wordsOf(row: TypedRow): readonly [string, string] | null {
  const typed = row.text('words');
  if (typed === '') return null;
  const [first = '', second = '', ...more] = typed.split(';').map((word) => word.trim());
  const isPair = first !== '' && second !== '' && more.length === 0;
  if (!isPair) row.say('words', 'voucherTemplateWords');
  return isPair ? [first, second] : null;
}

function columnOf(row: TypedRow): TemplateColumn {
  return {
    heading: row.text('heading'),
    binding: bindingOf(row),
    required: row.value('mandatory') === true,
    format: {
      accents: row.choice('accents', accentLabels) ?? defaultFormat.accents,
      letters: row.choice('letters', letterLabels) ?? defaultFormat.letters,
      maxLength: width(row, 'maxLength'),
      zeros: width(row, 'zeros'),
      unit: row.choice('unit', unitLabels) ?? defaultFormat.unit,
      date: datePattern(row),
      words: wordsOf(row),
    },
  };
}

/** A setting of the whole file, from whichever row holds it; another value below is told at its cell. */
function setting<T>(rows: readonly TypedRow[], key: string, read: (row: TypedRow) => T | undefined, usual: T): T {
  let held: T | undefined;
  for (const row of rows) {
    const typed = read(row);
    if (typed === undefined) continue;
    if (held !== undefined && held !== typed) row.say(key, 'voucherTemplateLayout');
    held ??= typed;
  }
  return held ?? usual;
}

function layoutOf(rows: readonly TypedRow[]): TemplateLayout {
  const choice = <K extends string>(key: string, labels: Readonly<Record<K, string>>, usual: K) =>
    setting(rows, key, (row) => row.choice(key, labels), usual);
  const flag = (key: string, usual: boolean) =>
    setting(rows, key, (row) => (row.value(key) as boolean | null) ?? undefined, usual);
  return {
    separator: choice('separator', separatorLabels, defaultLayout.separator),
    encoding: choice('encoding', encodingLabels, defaultLayout.encoding),
    lineEnd: choice('lineEnd', lineEndLabels, defaultLayout.lineEnd),
    decimal: choice('decimal', decimalLabels, defaultLayout.decimal),
    header: flag('header', defaultLayout.header),
    transliterate: flag('transliterate', defaultLayout.transliterate),
  };
}

/** A row with its place in the file; undefined, and told, for one that has none. */
function placed(row: TypedRow): { readonly row: TypedRow; readonly position: number } | undefined {
  const position = row.number('position');
  const isSound = position !== null && position >= 1 && position <= LAST_POSITION;
  if (row.text('template') === '') row.say('template', 'voucherTemplateName');
  else if (!isSound && !row.isUnreadable('position')) row.say('position', 'voucherTemplatePosition');
  return isSound && row.text('template') !== '' ? { row, position } : undefined;
}

type Placed = NonNullable<ReturnType<typeof placed>>;

function templateOf(own: readonly Placed[]): OrderTemplate {
  const columns: TemplateColumn[] = [];
  const positions = new Set<number>();
  const ordered = [...own].sort((a, b) => a.position - b.position);
  for (const { row, position } of ordered) {
    if (positions.has(position)) row.say('position', 'voucherTemplatePosition');
    else columns.push(columnOf(row));
    positions.add(position);
  }
  const rows = ordered.map(({ row }) => row);
  return { name: rows[0]?.text('template') ?? '', layout: layoutOf(rows), columns };
}

/** « Modèles de commande TR », in the order in which the models first stand. Every cell that cannot be taken is told. */
export function readOrdersTemplates(state: TableState | undefined): Reading<readonly OrderTemplate[]> {
  const { rows, findings } = typedRows(ordersTemplatesTable, state);
  const groups = new Map<string, Placed[]>();
  for (const row of rows) {
    const own = placed(row);
    const key = canonical('text', textCell(row.text('template')));
    if (own) groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return { value: [...groups.values()].map(templateOf), findings };
}
