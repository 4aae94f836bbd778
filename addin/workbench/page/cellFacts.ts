/** What the strip says of the selected cell. */
import { addressOf, area, intersect } from '../host/model/area.ts';
import type { Workbook } from '../host/index.ts';
import { listOf } from './grid/validationList.ts';

export interface CellFacts {
  readonly address: string;
  readonly note: { readonly title: string; readonly message: string } | undefined;
  /** The values its list offers, and the one it holds. */
  readonly list: readonly string[];
  readonly held: string;
  /** Titles of the charts of the sheet. */
  readonly charts: readonly string[];
  readonly table: { readonly name: string; readonly isFiltered: boolean } | undefined;
}

export function cellFacts(book: Workbook): CellFacts {
  const sheet = book.activeSheet;
  const { top, left } = sheet.selection;
  const { prompt } = sheet.validations.at(top, left) ?? {};
  const table = book.tables.find((each) => each.sheet === sheet && intersect(each.area, area(top, left)));
  return {
    address: addressOf(area(top, left)),
    note: prompt?.showPrompt && prompt.title + prompt.message !== '' ? prompt : undefined,
    list: listOf(book, sheet, top, left)?.list ?? [],
    held: String(sheet.cells.value(top, left) ?? ''),
    charts: sheet.charts.map(({ title }) => title),
    table: table && { name: table.name, isFiltered: table.isFiltered },
  };
}
