import { blank, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { orderField } from '../../domain/vouchers/files/orderFields.ts';
import { defaultFormat, type OrderTemplate, type TemplateColumn } from '../../domain/vouchers/files/template.ts';
import {
  accentLabels,
  COLUMN_SOURCE,
  decimalLabels,
  encodingLabels,
  letterLabels,
  lineEndLabels,
  separatorLabels,
  unitLabels,
} from './ordersTemplatesTable.ts';

const optional = (number: number | null): Cell => (number === null ? blank : numberCell(number));
const yesNo = (flag: boolean): Cell => textCell(flag ? 'oui' : 'non');

function fieldText({ binding }: TemplateColumn): string {
  if (binding.kind === 'column') return `${COLUMN_SOURCE}${binding.heading}`;
  return binding.kind === 'field' ? orderField(binding.field).label : '';
}

function boundCells(column: TemplateColumn): RowCells {
  const { binding } = column;
  return {
    field: textCell(fieldText(column)),
    constant: textCell(binding.kind === 'constant' ? binding.text : ''),
  };
}

/** A rule at its default is left blank: what stands in the sheet is what somebody chose. */
function formatCells({ format, required }: TemplateColumn): RowCells {
  const chosen = (key: 'accents' | 'letters' | 'unit', labels: Readonly<Record<string, string>>) =>
    textCell(format[key] === defaultFormat[key] ? '' : (labels[format[key]] ?? ''));
  return {
    mandatory: required ? yesNo(true) : blank,
    accents: chosen('accents', accentLabels),
    letters: chosen('letters', letterLabels),
    maxLength: optional(format.maxLength),
    zeros: optional(format.zeros),
    unit: chosen('unit', unitLabels),
    date: textCell(format.date === defaultFormat.date ? '' : format.date),
    words: textCell(format.words?.join(';') ?? ''),
  };
}

/** Said once, on the first row. */
function layoutCells({ layout }: OrderTemplate): RowCells {
  return {
    separator: textCell(separatorLabels[layout.separator]),
    encoding: textCell(encodingLabels[layout.encoding]),
    lineEnd: textCell(lineEndLabels[layout.lineEnd]),
    decimal: textCell(decimalLabels[layout.decimal]),
    header: yesNo(layout.header),
    transliterate: yesNo(layout.transliterate),
  };
}

const noLayout: RowCells = Object.fromEntries(
  ['separator', 'encoding', 'lineEnd', 'decimal', 'header', 'transliterate'].map((key) => [key, blank]),
);

/** The rows that save a model in « Modèles de commande TR ». */
export function ordersTemplateRows(template: OrderTemplate): readonly RowCells[] {
  return template.columns.map((column, index) => ({
    template: textCell(template.name),
    position: numberCell(index + 1),
    heading: textCell(column.heading),
    ...boundCells(column),
    ...formatCells(column),
    ...(index === 0 ? layoutCells(template) : noLayout),
  }));
}
