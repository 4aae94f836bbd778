/** Rows of one table as a workbook of its own, ready to be read and printed: title, what it is of, headings on each page, pages numbered. */
import type { RowCells } from '../../shared/domain/review/plan.ts';
import { layoutOf } from '../../shared/tables/appearance.ts';
import { rowKey, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { PackageParts } from './packageParts.ts';
import { templateXlsx } from './templateXlsx.ts';
import { PartsBook } from './xlsxBook.ts';
import { escaped } from './xmlText.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';

/** In a foot, « & » calls a figure: `&P` the page, `&N` the number of pages. */
function footer(left: string): string {
  const text = escaped(left.replaceAll('&', '&&'));
  return `<headerFooter><oddFooter>&amp;L${text}&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter>`;
}

function printable(parts: PackageParts, { title, ...table }: TableDeclaration, foot: string): void {
  const { headerRow } = layoutOf({ title, ...table });
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const sheet = parts
    .text(SHEET)
    .replace(/<worksheet [^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/(<pageMargins [^>]*\/>)/, (margins) => `${margins}${setup}${footer(foot)}`);
  parts.set(SHEET, sheet);
  const rows = `'${title.replaceAll("'", "''")}'!$${headerRow}:$${headerRow}`;
  const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(rows)}</definedName>`;
  parts.set(WORKBOOK, parts.text(WORKBOOK).replace('</sheets>', `</sheets><definedNames>${name}</definedNames>`));
}

/**
 * The bytes of a workbook that holds one table; the same rows are the same bytes. `caption`: stands under its title, and at the foot of each
 * page. `at`: when it is made.
 */
export async function tableXlsx(
  table: TableDeclaration,
  rows: readonly RowCells[],
  caption: string,
  at: Date,
): Promise<Uint8Array> {
  const parts = PackageParts.open(templateXlsx([table]));
  if (typeof parts === 'string') throw new RangeError(`not a workbook: ${parts}`);
  const book = new PartsBook(parts);
  const lines = rows.map((after) => {
    return { operation: 'add', table: table.name, key: rowKey(table, after), reason: 'result', after } as const;
  });
  const written = await book.write([{ table, lines, caption }]);
  if (!written.ok || written.value.refused.length > 0) throw new RangeError('rows of a report must be written whole');
  const made = PackageParts.open(book.toBytes());
  if (typeof made === 'string') throw new RangeError(`not a workbook: ${made}`);
  printable(made, table, `${table.title} · ${caption}`);
  return made.toBytes(at);
}
