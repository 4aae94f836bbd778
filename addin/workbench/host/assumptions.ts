/**
 * Everything the fake host answers that nobody could check against a real Excel. The client's side of the
 * conversation was observed; this is the host's side. A recording of a real Excel corrects this file and no other.
 */
import type { CellValue } from './model/value.ts';
import type { FilterCriteria } from './model/filters.ts';

/** Refusal → [code, message]. Codes are Excel's documented ones; which refusal gets which code is assumed. */
export const REFUSALS = {
  accessDenied: ['AccessDenied', 'The sheet is protected.'],
  apiNotFound: ['ApiNotFound', 'The API you are trying to use could not be found.'],
  sheetNameInvalid: ['InvalidArgument', 'The sheet name is not valid.'],
  tableNameInvalid: ['InvalidArgument', 'The table name is not valid.'],
  nameTaken: ['ItemAlreadyExists', 'The name is already in use.'],
  itemNotFound: ['ItemNotFound', 'The requested resource does not exist.'],
  invalidArgument: ['InvalidArgument', 'The argument is invalid or missing or has an incorrect format.'],
  invalidReference: ['InvalidReference', 'This reference is not valid for the current operation.'],
  invalidObjectPath: ['InvalidObjectPath', 'The object path is not valid.'],
  lastVisibleSheet: ['InvalidOperation', 'A workbook must contain at least one visible sheet.'],
  hiddenSheet: ['InvalidOperation', 'The operation is not allowed on a hidden sheet.'],
  nullObject: ['InvalidOperation', 'A property of a null object cannot be set.'],
  tableOverlap: ['MergedRangeConflict', 'A table cannot overlap another table.'],
  filteredRange: ['FilteredRangeConflict', 'The operation would shift cells of a filtered table.'],
  tableCut: ['InsertDeleteConflict', 'The operation would move part of a table only.'],
  cellsOffSheet: ['NonBlankCellOffSheet', 'Cells would be pushed off the sheet.'],
  outsideSheet: ['InvalidArgument', 'The range is outside the sheet.'],
  cellEdit: ['InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'],
  requestTooLarge: ['RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'],
  responseTooLarge: ['ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'],
  unsupported: ['UnsupportedOperation', 'The operation is not supported by this host.'],
} as const;
export type Refusal = keyof typeof REFUSALS;

/** Bytes of one request or one answer in Excel on the web. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
/** Above this number of cells a read answers `null`. */
export const CELLS_READ_LIMIT = 5_000_000;
/** Characters one cell holds. */
export const CELL_TEXT_LIMIT = 32_767;
/** Characters of a validation: the list written in the rule, the title and text of a message, the text of an alert. */
export const VALIDATION_LIMITS = { list: 255, title: 32, message: 255, alert: 225 } as const;

/** Names Excel gives by itself, in French. */
export const DEFAULT_NAMES = {
  sheet: 'Feuil',
  table: 'Tableau',
  column: 'Colonne',
  chart: 'Graphique ',
  series: 'Série',
} as const;
export const TOTALS_LABEL = 'Total';
export const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';
export const DEFAULT_FONT_SIZE = 11;
/** A table is never without a body row: a fresh one over its headings, or one whose rows are all deleted, has a blank one. */
export const FEWEST_BODY_ROWS = 1;

/**
 * A chart made over cells of one column has one series, named by Excel. What a series reads follows cells that come and go, and does not
 * stretch when rows come under it. Excel lengthens the series of a whole column of a table; nobody could check that it does so when the
 * add-in makes the table larger.
 */
export function seriesOver(cells: string): { name: string; values: string; categories: string } {
  return { name: `${DEFAULT_NAMES.series}1`, values: cells, categories: '' };
}

/** The criteria of a column as they are read: every field is named, the empty ones too. */
export function readCriteria(criteria: FilterCriteria): Record<string, unknown> {
  const optional = ['color', 'criterion1', 'criterion2', 'dynamicCriteria', 'icon', 'operator', 'subField', 'values'];
  return { ...Object.fromEntries(optional.map((field) => [field, null])), ...criteria };
}

/** Sets other than ExcelApi the host says it has: `DelayForCellEdit` lets the client set flag 64. */
export const OTHER_SETS: Readonly<Record<string, string>> = {
  DelayForCellEdit: '1.1',
  DialogApi: '1.1',
  RichApiRuntime: '1.1',
};

/** The colour as it is read back (`#RRGGBB`), or `undefined` when it is not written as the product writes them. */
export function readColor(color: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : undefined;
}

/** The word for a value in the details of an event: a whole number is a Double. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'string') return value.startsWith('#') && /^#[A-Z0-9/]+[!?A]$/.test(value) ? 'Error' : 'String';
  return typeof value === 'number' ? 'Double' : 'Boolean';
}

/** What Excel makes of a text sent to a General cell: it reads it as if it were typed in en-US. */
export function typedText(text: string): { value: CellValue; numberFormat?: string } | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, numberFormat: '0%' };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const serial = Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
    return Number.isNaN(serial) ? undefined : { value: serial, numberFormat: 'yyyy-mm-dd' };
  }
  return undefined;
}
