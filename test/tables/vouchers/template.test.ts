import { expect, test } from '@jest/globals';
import { textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import { PackageParts } from '../../../server/xlsx/packageParts.ts';
import { templateXlsx } from '../../../server/xlsx/templateXlsx.ts';
import { PartsBook } from '../../../server/xlsx/xlsxBook.ts';
import { promptOf } from '../../../shared/tables/appearance.ts';
import { rowKey, type ColumnDeclaration, type TableDeclaration } from '../../../shared/tables/declaration.ts';
import { parseTable } from '../../../shared/tables/parse.ts';
import { voucherTables } from '../../../shared/tables/vouchers/voucherTables.ts';
import { day } from './typedSheet.ts';

/** A cell that a person may type in a column. */
function sample({ kind, choices, heading }: ColumnDeclaration): Cell {
  if (kind === 'date') return { date: day('2026-10-05') };
  if (kind === 'integer') return { number: -3 };
  if (kind === 'decimal') return { number: 9.25 };
  if (kind === 'boolean') return textCell('oui');
  return textCell(choices?.at(-1) ?? (kind === 'identifier' ? '00120' : `${heading} ; à l’essai`));
}

function value(cell: Cell): unknown {
  if ('text' in cell) return cell.text === 'oui' ? true : cell.text;
  return 'number' in cell ? cell.number : 'date' in cell && cell.date;
}

function opened(bytes: Uint8Array): PackageParts {
  const parts = PackageParts.open(bytes);
  if (!(parts instanceof PackageParts)) throw new Error('not a workbook');
  return parts;
}

test.each(voucherTables.map((table): [string, TableDeclaration] => [table.title, table]))(
  '« %s » goes through the template and back, cell by cell',
  async (_, table) => {
    const book = new PartsBook(opened(templateXlsx(voucherTables)));
    const cells = Object.fromEntries(table.columns.map((column) => [column.key, sample(column)]));
    const line = {
      operation: 'add',
      table: table.name,
      key: rowKey(table, cells),
      reason: 'change',
      after: cells,
    } as const;
    expect(await book.write([{ table, lines: [line] }])).toMatchObject({
      ok: true,
      value: { written: 1, refused: [] },
    });
    const again = await new PartsBook(opened(book.toBytes())).read([table]);
    const state = again.ok ? again.value[table.name] : undefined;
    if (state?.state !== 'found') throw new Error('the table is not found');
    expect(state.rows).toMatchObject([{ key: line.key, cells }]);
    const { rows, findings } = parseTable(table, state);
    expect(findings).toEqual([]);
    expect(rows[0]?.values).toEqual(Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, value(cell)])));
  },
);

test('every heading says what to type, in what Excel shows whole', () => {
  const visible = voucherTables.filter(({ visibility }) => visibility === 'visible');
  for (const column of visible.flatMap(({ columns }) => columns)) {
    expect(column.note.length).toBeGreaterThan(10);
    expect(promptOf(column)).toEqual({ title: column.heading, message: column.note });
  }
});

test('no two headings of a table are the same', () => {
  for (const { columns } of voucherTables)
    expect(new Set(columns.map(({ heading }) => heading.toLowerCase())).size).toBe(columns.length);
});
