/** Cells of a file to typed cells, and back. */
import { blank, textCell, type Cell, type ValueKind } from '../../shared/domain/review/cell.ts';
import { fromExcelSerial, toExcelSerial, type PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import { logicalCell } from '../../shared/tables/bookRow.ts';
import { storable } from '../../shared/tables/writable.ts';
import { escapedFormula, formulaOf, type CellXml } from './sheetPart.ts';
import type { StylesPart } from './stylesPart.ts';
import { attribute, cellText, element, textOfCell, withAttribute } from './xmlText.ts';

/** What reading a cell needs to know of its workbook. */
export interface CellReader {
  readonly strings: readonly string[];
  readonly styles: StylesPart;
  /** Days between serial 0 of this workbook and the usual one: 1462 for those that count from 1904. */
  readonly epoch: number;
}

/** Texts of `<si>` and `<is>`: runs put together, the pronunciation of Japanese left out. */
export function richText(xml: string): string {
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml;
  let text = '';
  for (const match of spoken.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)) text += textOfCell(match[1] ?? '');
  return text;
}

/** The strings shared by the cells of a workbook. */
export function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map((match) => richText(match[1] ?? ''));
}

export function styleOf(cell: CellXml | undefined): number {
  return cell ? Number(attribute(cell.attributes, 's') ?? 0) : 0;
}

function numberIn(reader: CellReader, cell: CellXml, text: string, kind: ValueKind | undefined): Cell {
  const number = Number(text);
  if (!Number.isFinite(number)) return textCell(text);
  const looksDated =
    kind === 'date' || ((kind === undefined || kind === 'text') && reader.styles.isDate(styleOf(cell)));
  const date = looksDated ? fromExcelSerial(number + reader.epoch) : undefined;
  return date === undefined ? { number } : { date };
}

/** What a cell holds, for a column of this kind (undefined: a column of the person). The result, when it holds a formula. */
export function readCell(reader: CellReader, cell: CellXml | undefined, kind?: ValueKind): Cell {
  if (!cell || cell.inner === '') return blank;
  const type = attribute(cell.attributes, 't') ?? 'n';
  if (type === 'inlineStr') return textCell(richText(cell.inner));
  const value = element(cell.inner, 'v')?.inner;
  if (value === undefined || value === '') return blank;
  switch (type) {
    case 's':
      return textCell(reader.strings[Number(value)] ?? '');
    case 'b':
      return logicalCell(value === '1', kind);
    case 'd':
      return { date: value.slice(0, 10) as PlainDate };
    case 'n':
      return numberIn(reader, cell, value, kind);
    default:
      return textCell(textOfCell(value));
  }
}

/** True of a formula whose result was never written: what made the file did not compute it. A result that is an empty text is one. */
export function isUncomputed(cell: CellXml): boolean {
  if (formulaOf(cell) === undefined) return false;
  const value = element(cell.inner, 'v');
  return value === undefined || (value.inner === '' && attribute(cell.attributes, 't') !== 'str');
}

/** Attributes of a cell that speak of its look alone, not of what it held. */
function bare(cell: CellXml | undefined): string {
  return ['t', 'cm', 'vm'].reduce((kept, name) => withAttribute(kept, name, undefined), cell?.attributes ?? '');
}

/** The cell with a value in it, its style kept; a date that its style would show as a number takes the format of dates. */
export function writeCell(reader: CellReader, cell: CellXml | undefined, wanted: Cell): CellXml | undefined {
  const attributes = bare(cell);
  const value = storable(wanted);
  if ('text' in value && value.text !== '') {
    const inner = `<is><t xml:space="preserve">${cellText(value.text)}</t></is>`;
    return { attributes: withAttribute(attributes, 't', 'inlineStr'), inner };
  }
  if ('number' in value) return { attributes, inner: `<v>${value.number}</v>` };
  if ('date' in value) {
    const style = styleOf(cell);
    const dated = reader.styles.isDate(style) ? style : reader.styles.withFormat(style, 'dd/mm/yyyy');
    const serial = toExcelSerial(value.date) - reader.epoch;
    return { attributes: withAttribute(attributes, 's', String(dated)), inner: `<v>${serial}</v>` };
  }
  return attributes.trim() === '' ? undefined : { attributes, inner: '' };
}

/** The cell with a formula in it (`=B2*2`), to be computed when the workbook is opened. */
export function writeFormula(cell: CellXml | undefined, formula: string): CellXml {
  const attributes = bare(cell);
  return { attributes, inner: `<f>${escapedFormula(formula.replace(/^=/, ''))}</f>` };
}
