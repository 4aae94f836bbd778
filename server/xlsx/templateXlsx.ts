/** Workbooks made from nothing: empty, or with the tables of the declarations ready to be filled. */
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { PackageParts } from './packageParts.ts';
import { plainStyles } from './stylesPart.ts';
import { WorkbookEdit } from './workbookEdit.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function emptyParts(sheet: string | undefined): Readonly<Record<string, string>> {
  const [override, tag, relation] =
    sheet === undefined
      ? ['', '', '']
      : [
          `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetml}.worksheet+xml"/>`,
          `<sheet name="${sheet}" sheetId="1" r:id="rId2"/>`,
          `<Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
        ];
  const body = `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData/></worksheet>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetml}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetml}.styles+xml"/>${override}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tag}</sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>${relation}</Relationships>`,
    'xl/styles.xml': plainStyles,
    ...(sheet === undefined ? {} : { 'xl/worksheets/sheet1.xml': body }),
  };
}

/** The bytes of a workbook of one blank sheet. */
export function emptyXlsx(sheet: string): Uint8Array {
  return PackageParts.of(emptyParts(sheet)).toBytes();
}

/** The bytes of a workbook that holds the tables, empty, each on its sheet. At least one must be visible. */
export function templateXlsx(tables: readonly TableDeclaration[]): Uint8Array {
  const edit = new WorkbookEdit(PackageParts.of(emptyParts(undefined)));
  for (const table of tables) edit.create(table);
  edit.finish();
  return edit.parts.toBytes();
}
