/** One `xl/tables/*.xml`: read for what it says, edited in the few places that must change. Filters, sorts and styles stay. */
import { areaText, parseArea, type Area } from './a1.ts';
import { attribute, decoded, element, escaped, mapTags, tagsNamed, unescaped, withAttribute } from './xmlText.ts';

/** A table of the workbook, with where it stands. */
export interface TablePart {
  readonly path: string;
  readonly name: string;
  readonly sheet: string;
  readonly sheetPath: string;
  readonly headings: readonly string[];
  /** Formulas that Excel fills down, by column of the table; undefined where there is none. */
  readonly calculated: readonly (string | undefined)[];
  readonly area: Area;
  readonly totalRows: number;
}

/** The table in `xml`, or undefined when it has no heading row: such a table is nobody's. */
export function parseTable(
  xml: string,
  where: { readonly path: string; readonly sheet: string; readonly sheetPath: string },
): TablePart | undefined {
  const tag = tagsNamed(xml, 'table')[0] ?? '';
  const area = parseArea(attribute(tag, 'ref') ?? '');
  if (!area || attribute(tag, 'headerRowCount') === '0') return undefined;
  const columns = (element(xml, 'tableColumns')?.inner ?? '').split(/(?=<tableColumn\b)/).filter((each) => each !== '');
  return {
    ...where,
    name: attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '',
    headings: columns.map((each) => decoded(attribute(each, 'name') ?? '').replace(/\r?\n/g, ' ')),
    calculated: columns.map((each) => {
      const formula = element(each, 'calculatedColumnFormula');
      return formula && attribute(formula.tag, 'array') === undefined ? unescaped(formula.inner) : undefined;
    }),
    area,
    totalRows: Number(attribute(tag, 'totalsRowCount') ?? 0),
  };
}

function withRef(tag: string, change: (area: Area) => Area): string {
  const area = parseArea(attribute(tag, 'ref') ?? '');
  return area ? withAttribute(tag, 'ref', areaText(change(area))) : tag;
}

/** The table with another area: the table itself, its filter, and the conditions of its sort. */
export function resized(xml: string, from: TablePart, to: Area): string {
  const bodyBottom = to.bottom - from.totalRows;
  const moved = to.top - from.area.top;
  const stretch = (area: Area): Area => ({ ...area, top: area.top + moved, bottom: bodyBottom });
  const table = mapTags(xml, 'table', (tag) => withAttribute(tag, 'ref', areaText(to)));
  return ['autoFilter', 'sortState', 'sortCondition'].reduce(
    (text, name) => mapTags(text, name, (tag) => withRef(tag, stretch)),
    table,
  );
}

/** The table under another name. */
export function renamed(xml: string, name: string): string {
  return mapTags(xml, 'table', (tag) => withAttribute(withAttribute(tag, 'name', name), 'displayName', name));
}

/** A new table over `area`, its headings on the first row. */
export function newTableXml(id: number, name: string, headings: readonly string[], area: Area, style: string): string {
  const ref = areaText(area);
  const columns = headings.map((heading, index) => `<tableColumn id="${index + 1}" name="${escaped(heading)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${headings.length}">${columns.join('')}</tableColumns><tableStyleInfo name="${style}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}
