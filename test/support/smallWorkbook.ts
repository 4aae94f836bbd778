/** One sheet as an .xlsx, cells given as XML: what a payroll software exports. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const types = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;
const rels = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const bookRels = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
/** Cell formats: 0 plain, 1 date. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

export const textXml = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const numberXml = (address: string, number: number | string) => `<c r="${address}"><v>${number}</v></c>`;
export const dateXml = (address: string, serial: number) => `<c r="${address}" s="1"><v>${serial}</v></c>`;

type Rows = Readonly<Record<number, readonly string[]>>;

/** `rows`: number of the row → its cells. */
export interface SmallSheet {
  readonly name: string;
  readonly rows: Rows;
  readonly merged?: readonly string[];
  readonly isHidden?: true;
}

function sheetXml({ rows, merged = [] }: SmallSheet): string {
  const body = Object.entries(rows).map(([at, cells]) => `<row r="${at}">${cells.join('')}</row>`);
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${head}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${merged.length > 0 ? `<mergeCells count="${merged.length}">${merges}</mergeCells>` : ''}</worksheet>`;
}

/** Several sheets, in the order of their tabs. */
export function sheetsWorkbook(sheets: readonly SmallSheet[]): Uint8Array {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1, id: `rId${at === 0 ? 1 : at + 2}` }));
  const tags = numbered.map(
    ({ name, number, id, isHidden }) =>
      `<sheet name="${name}" sheetId="${number}"${isHidden ? ' state="hidden"' : ''} r:id="${id}"/>`,
  );
  const links = numbered
    .slice(1)
    .map(
      ({ number, id }) =>
        `<Relationship Id="${id}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    );
  const kinds = numbered
    .slice(1)
    .map(
      ({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kind}.worksheet+xml"/>`,
    );
  const parts = numbered.map((sheet) => [`xl/worksheets/sheet${sheet.number}.xml`, strToU8(sheetXml(sheet))] as const);
  const book = `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${tags.join('')}</sheets></workbook>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types.replace('</Types>', `${kinds.join('')}</Types>`)),
    '_rels/.rels': strToU8(rels),
    'xl/workbook.xml': strToU8(book),
    'xl/_rels/workbook.xml.rels': strToU8(bookRels.replace('</Relationships>', `${links.join('')}</Relationships>`)),
    'xl/styles.xml': strToU8(styles),
    ...Object.fromEntries(parts),
  });
}

/** One sheet, « Export ». */
export function smallWorkbook(rows: Rows, merged: readonly string[] = []): Uint8Array {
  return sheetsWorkbook([{ name: 'Export', rows, merged }]);
}

/** The workbook with a prefix on the elements of its sheets, as the Open XML SDK writes them: `<x:row>`. */
export function prefixedWorkbook(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [path, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!xml.includes(` xmlns="${main}"`)) continue;
    parts[path] = strToU8(xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(' xmlns="', ' xmlns:x="'));
  }
  return zipSync(parts);
}
