/**
 * A person at work on an .xlsx, through a library that shares nothing with our own reading and writing of the file:
 * what it sees is what somebody else's software sees.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import {
  cellRef,
  openXlsx,
  parseCellRef,
  rangeRef,
  saveXlsx,
  type Cell,
  type Sheet,
  type TableDefinition,
} from 'hucre/xlsx';
import type { SeenCell, SeenColumn, SeenSheet, SeenTable, Typed, WorkbookPerson } from '../book/workbookPerson.ts';

type Workbook = Awaited<ReturnType<typeof openXlsx>>;
type Validation = NonNullable<Sheet['dataValidations']>[number];

interface Region {
  readonly sheet: Sheet;
  readonly table: TableDefinition;
  readonly top: number;
  readonly left: number;
  /** Headings first, then the body. */
  readonly grid: Cell[][];
}

const empty = (): Cell => ({ value: null, type: 'empty' });

function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.cells?.get(`${row},${column}`) ?? { ...empty(), value: sheet.rows[row]?.[column] ?? null };
}

function putCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const values = sheet.rows[row]!;
  while (values.length <= column) values.push(null);
  values[column] = cell.value;
  sheet.cells ??= new Map();
  sheet.cells.set(`${row},${column}`, cell);
}

function serial(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569;
}

function seenCell(cell: Cell): SeenCell {
  const shown = cell.formula === undefined ? cell.value : (cell.formulaResult ?? cell.value);
  const value = shown instanceof Date ? serial(shown) : shown === '' ? null : shown;
  return cell.formula === undefined ? { value } : { value, formula: `=${cell.formula}` };
}

function typedCell(typed: Typed, like: Cell): Cell {
  const style = like.style ? { style: like.style } : {};
  if (typed === null) return { ...style, value: null, type: 'empty' };
  if (typeof typed === 'string') return { ...style, value: typed, type: 'string' };
  if (typeof typed === 'number') return { ...style, value: typed, type: 'number' };
  if (typeof typed === 'boolean') return { ...style, value: typed, type: 'boolean' };
  if ('date' in typed) {
    return { style: { ...like.style, numFmt: 'dd/mm/yyyy' }, value: new Date(`${typed.date}T00:00:00Z`), type: 'date' };
  }
  return {
    ...style,
    value: typed.result,
    type: 'formula',
    formula: typed.formula.slice(1),
    formulaResult: typed.result,
  };
}

function findRegion(book: Workbook, name: string): Region | undefined {
  for (const sheet of book.sheets) {
    const table = sheet.tables?.find((each) => (each.displayName ?? each.name) === name);
    if (!table?.range) continue;
    const [start = '', end = ''] = table.range.split(':');
    const [first, last] = [parseCellRef(start), parseCellRef(end)];
    const grid = Array.from({ length: last.row - first.row + 1 }, (_, row) =>
      Array.from({ length: last.col - first.col + 1 }, (_unused, column) =>
        cellAt(sheet, first.row + row, first.col + column),
      ),
    );
    return { sheet, table, top: first.row, left: first.col, grid };
  }
  return undefined;
}

function region(book: Workbook, name: string): Region {
  const found = findRegion(book, name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

function replaceGrid(at: Region, grid: readonly (readonly Cell[])[]): void {
  at.grid.forEach((row, r) => row.forEach((_, c) => putCell(at.sheet, at.top + r, at.left + c, empty())));
  grid.forEach((row, r) => row.forEach((cell, c) => putCell(at.sheet, at.top + r, at.left + c, cell)));
  const headings = grid[0]!.map((cell) => String(cell.value));
  at.table.columns = headings.map((name) => at.table.columns.find((each) => each.name === name) ?? { name });
  at.table.range = rangeRef(at.top, at.left, at.top + grid.length - 1, at.left + headings.length - 1);
}

function headingsOf(at: Region): string[] {
  return at.grid[0]!.map((cell) => String(cell.value));
}

function rowOf(at: Region, key: string): number {
  const column = headingsOf(at).indexOf('Identifiant');
  const row = at.grid.findIndex((cells, index) => index > 0 && String(cells[column]?.value) === key);
  if (row < 0) throw new Error(`no row ${key}`);
  return row;
}

function cover(range: string, row: number, column: number): boolean {
  return range.split(' ').some((area) => {
    const [start = '', end = start] = area.split(':');
    const [first, last] = [parseCellRef(start), parseCellRef(end)];
    return row >= first.row && row <= last.row && column >= first.col && column <= last.col;
  });
}

/** The library passes over messages that stand on no list: read in the file. Sheets of these tests hold one such message per address. */
async function promptAt(path: string, address: string): Promise<string | undefined> {
  const parts = Object.entries(unzipSync(await readFile(path))).filter(([name]) =>
    name.startsWith('xl/worksheets/sheet'),
  );
  const rules = parts.flatMap(([, xml]) => strFromU8(xml).match(/<dataValidation [^>]*>/g) ?? []);
  const rule = rules.find((tag) => tag.includes(`sqref="${address}"`) && tag.includes('showInputMessage'));
  return rule && / prompt="([^"]*)"/.exec(rule)?.[1];
}

/** Excel does not take a value outside the list. */
function isRefusing({ showErrorMessage, errorStyle = 'stop' }: Validation): boolean {
  return showErrorMessage === true && errorStyle === 'stop';
}

export function hucrePerson(path: string): WorkbookPerson {
  const open = async () => openXlsx(await readFile(path), { readStyles: true });
  async function edit(change: (book: Workbook) => void): Promise<void> {
    const book = await open();
    change(book);
    await writeFile(path, await saveXlsx(book));
  }
  const sheetNamed = (book: Workbook, name: string) => {
    const sheet = book.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  return {
    async readAll(table): Promise<SeenTable | undefined> {
      const at = findRegion(await open(), table);
      if (!at) return undefined;
      const body = at.grid.slice(1).map((row) => row.map(seenCell));
      const address = at.table.range ?? '';
      return { name: table, sheet: at.sheet.name, address, headings: headingsOf(at), rows: body };
    },
    async sheets(): Promise<SeenSheet[]> {
      return (await open()).sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.veryHidden ? 'veryHidden' : sheet.hidden ? 'hidden' : 'visible',
        frozenRows: sheet.freezePane?.rows ?? 0,
      }));
    },
    async cell(sheet, address) {
      const { row, col } = parseCellRef(address);
      return seenCell(cellAt(sheetNamed(await open(), sheet), row, col));
    },
    async column(table, heading): Promise<SeenColumn> {
      const at = region(await open(), table);
      const column = headingsOf(at).indexOf(heading);
      const list = at.sheet.dataValidations?.find(
        (each) => each.type === 'list' && cover(each.range, at.top + at.grid.length - 1, at.left + column),
      );
      const choices = list?.values ?? list?.formula1?.replaceAll('"', '').split(',');
      const prompt = await promptAt(path, cellRef(at.top, at.left + column));
      return {
        format: at.grid[1]?.[column]?.style?.numFmt ?? 'General',
        ...(prompt === undefined ? {} : { prompt }),
        ...(choices ? { choices } : {}),
        ...(list && isRefusing(list)
          ? { refusal: { title: list.errorTitle ?? '', message: list.errorMessage ?? '' } }
          : {}),
      };
    },
    setCell: (table, key, heading, typed) =>
      edit((book) => {
        const at = region(book, table);
        const [row, column] = [rowOf(at, key), headingsOf(at).indexOf(heading)];
        putCell(at.sheet, at.top + row, at.left + column, typedCell(typed, at.grid[row]![column]!));
      }),
    setSheetCell: (sheet, address, typed) =>
      edit((book) => {
        const { row, col } = parseCellRef(address);
        putCell(sheetNamed(book, sheet), row, col, typedCell(typed, empty()));
      }),
    addRow: (table, cells) =>
      edit((book) => {
        const at = region(book, table);
        replaceGrid(at, [...at.grid, headingsOf(at).map((heading) => typedCell(cells[heading] ?? null, empty()))]);
      }),
    deleteRow: (table, key) =>
      edit((book) => {
        const at = region(book, table);
        const gone = rowOf(at, key);
        replaceGrid(
          at,
          at.grid.filter((_, index) => index !== gone),
        );
      }),
    addColumn: (table, heading, position, cells) =>
      edit((book) => {
        const at = region(book, table);
        const typed: readonly Typed[] = [heading, ...cells];
        replaceGrid(
          at,
          at.grid.map((row, index) => [
            ...row.slice(0, position),
            typedCell(typed[index] ?? null, empty()),
            ...row.slice(position),
          ]),
        );
      }),
    deleteColumn: (table, heading) =>
      edit((book) => {
        const at = region(book, table);
        const gone = headingsOf(at).indexOf(heading);
        replaceGrid(
          at,
          at.grid.map((row) => row.filter((_, index) => index !== gone)),
        );
      }),
    renameHeading: (table, heading, to) =>
      edit((book) => {
        const at = region(book, table);
        const column = headingsOf(at).indexOf(heading);
        putCell(at.sheet, at.top, at.left + column, typedCell(to, at.grid[0]![column]!));
        at.table.columns = at.table.columns.map((each) => (each.name === heading ? { ...each, name: to } : each));
      }),
    renameTable: (table, to) =>
      edit((book) => {
        const at = region(book, table);
        at.table.name = to;
        at.table.displayName = to;
      }),
    renameSheet: (sheet, to) =>
      edit((book) => {
        sheetNamed(book, sheet).name = to;
      }),
    sortBy: (table, heading, order) =>
      edit((book) => {
        const at = region(book, table);
        const column = headingsOf(at).indexOf(heading);
        const [header = [], ...body] = at.grid;
        const sign = order === 'ascending' ? 1 : -1;
        const sorted = [...body].sort(
          (a, b) => sign * String(a[column]?.value).localeCompare(String(b[column]?.value)),
        );
        replaceGrid(at, [header, ...sorted]);
      }),
    copyTable: (table, name, sheet) =>
      edit((book) => {
        const at = region(book, table);
        const copied: Sheet = { name: sheet, rows: [], cells: new Map() };
        at.grid.forEach((row, r) => row.forEach((cell, c) => putCell(copied, at.top + r, at.left + c, { ...cell })));
        copied.tables = [{ ...at.table, name, displayName: name }];
        book.sheets.push(copied);
      }),
    protectSheet: (sheet) =>
      edit((book) => {
        sheetNamed(book, sheet).protection = { sheet: true };
      }),
  };
}
