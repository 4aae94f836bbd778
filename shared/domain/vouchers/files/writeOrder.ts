/** The files of an order by a column-mapping model. */
import type { Finding } from '../../finding.ts';
import { cellText, delimitedText, isFormulaLike } from '../../files/delimited.ts';
import { encoded, unencodable } from '../../files/encoding.ts';
import { fileFinding, missingRecipients, personFinding } from '../../files/fileFindings.ts';
import { columnCell, constantCell, formatCell, spelledText, type FormattedCell } from './formatCell.ts';
import { fieldValue, orderField, type FieldValue, type OrderFieldKey } from './orderFields.ts';
import { columnKey, type OrderFileInput, type OrderLine } from './orderInput.ts';
import { wrapped } from '../../files/plainLetters.ts';
import type { OrderTemplate, TemplateColumn, TemplateLayout } from './template.ts';
import { byRecipient, fileName, filesOf } from '../../files/givenFile.ts';
import { controlTotal, orderedLines, type VoucherFiles } from './voucherFile.ts';

const addressKeys: readonly OrderFieldKey[] = ['address1', 'address2', 'address3'];

function boundTo({ binding }: TemplateColumn): OrderFieldKey | undefined {
  return binding.kind === 'field' ? binding.field : undefined;
}

/** How findings name a column: by its heading, else by its field. */
function shownHeading(column: TemplateColumn): string {
  const field = boundTo(column);
  return column.heading || (field ? orderField(field).label : '…');
}

/** One column for each line of the address, in the order of the lines, whatever their places. */
function addressColumns({ columns }: OrderTemplate): readonly TemplateColumn[] {
  return addressKeys.flatMap((key) => columns.find((column) => boundTo(column) === key) ?? []);
}

/** The address and its complement over the columns there are: apart if they can, else one after the other. */
function addressLines(template: OrderTemplate, { person }: OrderLine): readonly string[] | undefined {
  const columns = addressColumns(template);
  const [first] = columns;
  if (!first) return [];
  const length = Math.min(...columns.map(({ format }) => format.maxLength ?? Number.POSITIVE_INFINITY));
  const parts = [person.address, person.addressComplement]
    .map((part) => spelledText(part, first, template.layout))
    .filter((part) => part !== '');
  return wrapped(parts, length, columns.length) ?? wrapped([parts.join(' ')], length, columns.length);
}

interface WrittenLine {
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
}

function addressValue(field: OrderFieldKey, template: OrderTemplate, line: OrderLine): FieldValue {
  const rank = addressColumns(template).findIndex((column) => boundTo(column) === field);
  return { text: addressLines(template, line)?.[rank] ?? '' };
}

function cellOf(
  column: TemplateColumn,
  template: OrderTemplate,
  input: OrderFileInput,
  line: OrderLine,
): FormattedCell {
  const { binding } = column;
  if (binding.kind === 'empty') return { cell: { text: '' }, problems: [] };
  if (binding.kind === 'constant') {
    // The same for everybody: its problems are told once, with the model.
    return { cell: constantCell(binding.text, column, template.layout).cell, problems: [] };
  }
  if (binding.kind === 'column')
    return columnCell(line.columns.get(columnKey(binding.heading)) ?? { text: '' }, column, template.layout);
  const { field } = binding;
  const isAddress = addressKeys.includes(field);
  const value = isAddress ? addressValue(field, template, line) : fieldValue(field, line, input);
  return formatCell(field, value, column, template.layout);
}

function writtenLine(template: OrderTemplate, input: OrderFileInput, line: OrderLine): WrittenLine {
  const [address] = addressColumns(template);
  const isOverflow = address !== undefined && addressLines(template, line) === undefined;
  const findings: Finding[] = isOverflow ? [personFinding('voucherFileAddress', line, shownHeading(address))] : [];
  const cells = template.columns.map((column) => {
    const { cell, problems } = cellOf(column, template, input, line);
    for (const { code, severity, facts } of problems)
      findings.push(personFinding(code, line, shownHeading(column), facts, severity));
    return cellText(cell);
  });
  return { cells, findings };
}

/** A heading is kept as the issuer wrote it, unless its file cannot hold it or a spreadsheet would compute it. */
function headingFindings({ heading }: TemplateColumn, { encoding }: TemplateLayout): Finding[] {
  const lacking = unencodable(heading, encoding);
  const characters = lacking.join(' ');
  return [
    ...(lacking.length > 0 ? [fileFinding('voucherTemplateHeading', { heading, characters })] : []),
    ...(isFormulaLike(heading) ? [fileFinding('voucherTemplateFormula', { heading }, 'warning')] : []),
  ];
}

/** A constant that the file cannot hold as it is typed, or must not. */
function constantFindings(column: TemplateColumn, layout: TemplateLayout): Finding[] {
  if (column.binding.kind !== 'constant') return [];
  const { problems } = constantCell(column.binding.text, column, layout);
  return problems.map(({ severity }) =>
    severity === 'error'
      ? fileFinding('voucherTemplateText', { heading: shownHeading(column) })
      : fileFinding('voucherTemplateFormula', { heading: shownHeading(column) }, severity),
  );
}

/** A column of « Salariés » that is not there, or may not leave. */
function sourceFindings({ binding, heading }: TemplateColumn, { columns }: OrderFileInput): Finding[] {
  if (binding.kind !== 'column') return [];
  const isThere = columns.some((each) => columnKey(each) === columnKey(binding.heading));
  return isThere
    ? []
    : [fileFinding('voucherTemplateColumnGone', { heading: heading || '…', column: binding.heading })];
}

/** What is wrong with the model whoever is in the order. */
function templateFindings({ name, columns, layout }: OrderTemplate, input: OrderFileInput): Finding[] {
  const orders = columns.some((column) => ['number', 'total'].includes(boundTo(column) ?? ''));
  const headings = layout.header ? columns.flatMap((column) => headingFindings(column, layout)) : [];
  const constants = columns.flatMap((column) => constantFindings(column, layout));
  const sources = columns.flatMap((column) => sourceFindings(column, input));
  const noNumber = orders ? [] : [fileFinding('voucherTemplateNoNumber', { template: name })];
  return [...noNumber, ...headings, ...constants, ...sources];
}

/**
 * One file per customer code, with the lines that order something, in their order. Every finding names the person and the heading of the
 * column; one error anywhere and no file has bytes.
 */
export function writeOrder(template: OrderTemplate, input: OrderFileInput): VoucherFiles {
  const { layout, columns } = template;
  const lines = orderedLines(input);
  const customerOf = ({ establishment }: OrderLine) => establishment.customerCode;
  const findings = [
    ...templateFindings(template, input),
    ...missingRecipients(lines, customerOf, orderField('customerCode').label),
  ];
  const headings = columns.map(({ heading }) => cellText({ text: heading }));
  const customers = byRecipient(lines, customerOf);
  if (customers.length === 0) findings.push(fileFinding('voucherFileNothing', {}, 'warning'));
  const drafts = customers.map(([recipient, own]) => {
    const written = own.map((line) => writtenLine(template, input, line));
    findings.push(...written.flatMap((each) => each.findings));
    const preview = [...(layout.header ? [headings] : []), ...written.map(({ cells }) => cells)];
    return {
      name: fileName(['commande', input.issuer, input.month, recipient], layout.separator === '\t' ? 'txt' : 'csv'),
      recipient,
      preview,
      control: controlTotal(own, input.unit),
      encode: () => encoded(delimitedText(preview, layout.separator, layout.lineEnd), layout.encoding),
    };
  });
  return filesOf(drafts, findings);
}
