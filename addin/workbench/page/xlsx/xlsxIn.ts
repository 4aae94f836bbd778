/** A real .xlsx file as a workbook of the model, with what of it could not be kept. */
import { parseAddress } from '../../host/model/area.ts';
import { Table } from '../../host/model/table.ts';
import { Workbook, mintIds } from '../../host/index.ts';
import type { FilterCriteria, IdMint, Sheet } from '../../host/index.ts';
import type { Visibility } from '../../host/model/sheet.ts';
import { textOf } from './cellsIn.ts';
import type { HiddenRows } from './cellsIn.ts';
import { themeColours } from './colours.ts';
import { Losses } from './losses.ts';
import { PartsIn } from './parts.ts';
import { readSheet } from './sheetIn.ts';
import { readStyles } from './stylesIn.ts';
import { child, childrenOf, flagOf, parseXml, unstored } from './xml.ts';
import type { Element } from './xml.ts';

export interface Opened {
  readonly workbook: Workbook;
  /** In French, what the model has no place for. */
  readonly lost: readonly string[];
}

const DAYS_1904 = 1462;
const ITEM = /<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const STATES: Readonly<Record<string, Visibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** A sheet of the file: where its part is, where its tables are. */
interface Source {
  readonly sheet: Sheet;
  readonly path: string;
}

/** Throws when the bytes are not those of an .xlsx workbook. */
export function readXlsx(bytes: Uint8Array): Opened {
  const parts = new PartsIn(bytes);
  const path = parts.links('').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const root = parseXml(parts.text(path) ?? '');
  const links = parts.links(path);
  const part = (type: string): Element | undefined => {
    const text = parts.text(links.find((link) => link.type === type)?.target ?? '');
    return text === undefined ? undefined : parseXml(text);
  };
  const losses = new Losses();
  losses.ofParts(parts);
  losses.ofWorkbook(root);
  const mint = mintIds();
  const book = new Workbook(mint);
  const sources = sheetsOf(root, book, new Map(links.map(({ id, target }) => [id, target])));
  book.tables = sources.flatMap((source) => tablesOf(parts, source, mint, losses));
  const theme = themeColours(part('theme'));
  const { cells: styles, conditions } = readStyles(part('styles'), theme, losses);
  const texts = textsOf(parts.text(links.find(({ type }) => type === 'sharedStrings')?.target ?? ''));
  const dayShift = flagOf(child(root, 'workbookPr')?.attributes['date1904']) ? DAYS_1904 : 0;
  const read = { styles, texts, tables: book.tables, dayShift, losses, book, conditions, theme };
  for (const { sheet, path: place } of sources) {
    noteHidden(readSheet(parts.text(place) ?? '<worksheet/>', sheet, read), sheet, book, losses);
  }
  for (const table of book.tables) table.nameHeaders();
  activate(root, book);
  return { workbook: book, lost: losses.list() };
}

function sheetsOf(root: Element, book: Workbook, targets: ReadonlyMap<string, string>): Source[] {
  const [born] = book.sheets;
  const sources = childrenOf(child(root, 'sheets'), 'sheet').flatMap(({ attributes }): Source[] => {
    const path = targets.get(attributes['r:id'] ?? '') ?? '';
    if (!path.includes('worksheets/')) return [];
    // The first sheet of a new workbook leaves its name to those of the file.
    if (born) born.name = '';
    const sheet = book.addSheet(attributes['name'] ?? '');
    sheet.visibility = STATES[attributes['state'] ?? ''] ?? 'Visible';
    return [{ sheet, path }];
  });
  if (sources.length === 0) throw new SyntaxError('a workbook without a sheet');
  book.sheets = sources.map(({ sheet }) => sheet);
  return sources;
}

function activate(root: Element, book: Workbook): void {
  const asked = book.sheets[Number(child(root, 'bookViews', 'workbookView')?.attributes['activeTab'] ?? 0)];
  const seen = book.sheets.find(({ visibility }) => visibility === 'Visible');
  const active = asked?.visibility === 'Visible' ? asked : seen;
  if (!active) throw new SyntaxError('a workbook without a visible sheet');
  book.activeSheet = active;
}

function textsOf(xml: string | undefined): string[] {
  return [...(xml ?? '').matchAll(ITEM)].map(([, content = '']) => textOf(content));
}

function tablesOf(parts: PartsIn, { sheet, path }: Source, mint: IdMint, losses: Losses): Table[] {
  const targets = parts.links(path).filter(({ type }) => type === 'table');
  return targets.flatMap(({ target }) => {
    const root = parseXml(parts.text(target) ?? '');
    const area = parseAddress(root.attributes['ref'] ?? '')?.area;
    if (!area || area.height < 2 || root.attributes['headerRowCount'] === '0') {
      losses.add('les tableaux sans ligne d’en-tête');
      return [];
    }
    return [tableOf(root, mint.table(), sheet, area, losses)];
  });
}

function tableOf(root: Element, id: string, sheet: Sheet, area: Table['area'], losses: Losses): Table {
  const columns = childrenOf(child(root, 'tableColumns'), 'tableColumn').map(({ attributes }) =>
    Number(attributes['id']),
  );
  const table = new Table(
    id,
    unstored(root.attributes['displayName'] ?? root.attributes['name'] ?? ''),
    sheet,
    area,
    columns,
  );
  const look = child(root, 'tableStyleInfo')?.attributes;
  table.style = look?.['name'] ?? '';
  table.showBandedRows = flagOf(look?.['showRowStripes']);
  table.hasTotals = Number(root.attributes['totalsRowCount'] ?? 0) > 0;
  const filter = child(root, 'autoFilter');
  table.showFilterButton = filter !== undefined;
  for (const column of childrenOf(filter, 'filterColumn')) {
    const id = columns[Number(column.attributes['colId'])];
    const criteria = criteriaOf(column);
    if (criteria && id !== undefined) table.filters.set(id, criteria);
    else losses.add('les filtres autres qu’un choix de valeurs');
  }
  return table;
}

function criteriaOf(column: Element): FilterCriteria | undefined {
  const filters = child(column, 'filters');
  if (!filters || childrenOf(filters, 'dateGroupItem').length > 0) return undefined;
  const values = childrenOf(filters, 'filter').map(({ attributes }) => attributes['val'] ?? '');
  return { filterOn: 'Values', values: flagOf(filters.attributes['blank']) ? [...values, ''] : values };
}

/** Rows a filter hides come back with it; others are shown. */
function noteHidden(hidden: HiddenRows, sheet: Sheet, book: Workbook, losses: Losses): void {
  const filtered = book.tables.filter((table) => table.sheet === sheet && table.isFiltered);
  const explained = (row: number): boolean =>
    filtered.some(({ bodyArea: { top, height } }) => row >= top && row < top + height);
  if ([...hidden].some((row) => !explained(row))) losses.add('les lignes masquées');
}
