/** A model of order being written in the pane: what each change makes of it, and what stops it from being saved. */
import { isDatePattern } from '../../../shared/domain/files/figures.ts';
import { orderField, orderFields, type OrderFieldKey } from '../../../shared/domain/vouchers/files/orderFields.ts';
import type {
  Binding,
  ColumnFormat,
  OrderTemplate,
  TemplateColumn,
} from '../../../shared/domain/vouchers/files/template.ts';
import { writeOrder } from '../../../shared/domain/vouchers/files/writeOrder.ts';
import type { VoucherFiles } from '../../../shared/domain/vouchers/files/voucherFile.ts';
import { columnKey, type OrderFileInput } from '../../../shared/domain/vouchers/files/orderInput.ts';

export const LONGEST_NAME = 60;
const WIDEST = 250;
/** People on whom a model is tried. */
const TRIED = 20;

/** What a select of content holds: the key of a field, one of these two, or a column of « Salariés » after its sign. */
export const EMPTY = '';
export const CONSTANT = '=';
const COLUMN = ':';

export function columnContent(heading: string): string {
  return `${COLUMN}${heading}`;
}

/** The columns of « Salariés » that may be chosen, and the one that is, should it be gone since. */
export function columnChoices(
  { binding }: TemplateColumn,
  { columns }: Pick<OrderFileInput, 'columns'>,
): readonly string[] {
  if (binding.kind !== 'column') return columns;
  const held = columns.find((each) => columnKey(each) === columnKey(binding.heading));
  return columns.filter((each) => each !== held).concat(binding.heading);
}

export function contentOf({ binding }: TemplateColumn): string {
  if (binding.kind === 'field') return binding.field;
  if (binding.kind === 'column') return columnContent(binding.heading);
  return binding.kind === 'constant' ? CONSTANT : EMPTY;
}

export function bindingTo(content: string): Binding {
  if (content === CONSTANT) return { kind: 'constant', text: '' };
  if (content.startsWith(COLUMN)) return { kind: 'column', heading: content.slice(COLUMN.length) };
  const field = orderFields.find(({ key }) => key === content);
  return field ? { kind: 'field', field: field.key } : { kind: 'empty' };
}

export function withColumn(draft: OrderTemplate, at: number, change: Partial<TemplateColumn>): OrderTemplate {
  return { ...draft, columns: draft.columns.map((each, index) => (index === at ? { ...each, ...change } : each)) };
}

type Rule = keyof ColumnFormat;

const textRules: readonly Rule[] = ['accents', 'letters', 'maxLength'];
const rulesByKind: Readonly<Record<ReturnType<typeof orderField>['kind'], readonly Rule[]>> = {
  text: textRules,
  address: textRules,
  code: [...textRules, 'zeros'],
  number: ['zeros', 'maxLength'],
  amount: ['unit', 'zeros', 'maxLength'],
  date: ['date'],
  pair: ['words'],
};

/** The rules that touch what a column holds. */
export function rulesFor({ binding }: TemplateColumn): readonly Rule[] {
  if (binding.kind === 'empty') return [];
  if (binding.kind === 'column') return [...textRules, 'zeros', 'date'];
  return binding.kind === 'constant' ? textRules : rulesByKind[orderField(binding.field).kind];
}

/** `MR;MME` → the pair; '' → null, the usual words; undefined for what is no pair. */
export function wordsIn(typed: string): ColumnFormat['words'] | undefined {
  if (typed.trim() === '') return null;
  const [first = '', second = '', ...more] = typed.split(';').map((word) => word.trim());
  return first !== '' && second !== '' && more.length === 0 ? [first, second] : undefined;
}

/** A length from 1 to 250; '' → null, none; undefined for anything else. */
export function lengthIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const length = Number(typed);
  return Number.isInteger(length) && length >= 1 && length <= WIDEST ? length : undefined;
}

export type NameFault = 'missing' | 'tooLong';

export function nameFault({ name }: OrderTemplate): NameFault | undefined {
  if (name.trim() === '') return 'missing';
  return name.trim().length > LONGEST_NAME ? 'tooLong' : undefined;
}

/** True when every column can be saved as it stands. */
export function isSound(draft: OrderTemplate): boolean {
  return nameFault(draft) === undefined && draft.columns.every(({ format }) => isDatePattern(format.date));
}

/** The model tried on the first people of an order. */
export function tried(draft: OrderTemplate, input: OrderFileInput): VoucherFiles {
  const lines = input.lines.filter(({ number }) => number > 0).slice(0, TRIED);
  return writeOrder(draft, { ...input, lines });
}

/** Field by field, what may be chosen. */
export const fieldChoices: readonly { readonly key: OrderFieldKey; readonly label: string }[] = orderFields;
