/** The formats of a workbook: read to tell dates from numbers, added to when a table needs one. Nothing present is renumbered. */
import type { Look } from '../../shared/tables/appearance.ts';
import { attribute, element, escaped, tagsNamed, withAttribute, withItem } from './xmlText.ts';

/** Number formats that Excel knows by number, as far as this file needs them. */
const builtin: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '@': 49 };
const builtinDates = [
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36],
  ...[45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58],
];
const FIRST_CUSTOM = 164;

function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

const minimal =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

/** The styles of a workbook that has none yet. */
export const plainStyles = minimal;

/** Edits the XML of `xl/styles.xml`, given at creation and read back from `xml`. */
export class StylesPart {
  #xml: string;
  readonly #formats: Map<number, string>;
  #cells: string[];
  readonly #made = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    const customs = tagsNamed(element(xml, 'numFmts')?.inner ?? '', 'numFmt');
    this.#formats = new Map(
      customs.map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? 'General']),
    );
    this.#cells = (element(xml, 'cellXfs')?.inner ?? '').match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
  }

  get xml(): string {
    return this.#xml;
  }

  #formatId(style: number): number {
    return Number(attribute(/^<xf\b[^>]*>/.exec(this.#cells[style] ?? '')?.[0] ?? '', 'numFmtId') ?? 0);
  }

  /** True when a number in a cell of this style is shown as a date. */
  isDate(style: number): boolean {
    const id = this.#formatId(style);
    const code = this.#formats.get(id);
    return code === undefined ? builtinDates.includes(id) : isDateCode(code);
  }

  #numberFormat(code: string): number {
    const known = builtin[code] ?? [...this.#formats].find(([, each]) => each === code)?.[0];
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM - 1, ...this.#formats.keys()) + 1;
    const item = `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`;
    if (element(this.#xml, 'numFmts')) this.#add('numFmts', item);
    else this.#xml = this.#xml.replace(/<styleSheet[^>]*>/, (tag) => `${tag}<numFmts count="1">${item}</numFmts>`);
    this.#formats.set(id, code);
    return id;
  }

  #add(list: string, item: string): number {
    const added = withItem(this.#xml, list, item);
    if (!added) throw new RangeError(`styles without ${list}`);
    this.#xml = added.xml;
    return added.index;
  }

  #addCell(xf: string): number {
    const known = this.#cells.indexOf(xf);
    if (known >= 0) return known;
    this.#cells = [...this.#cells, xf];
    return this.#add('cellXfs', xf);
  }

  #once(name: string, make: () => number): number {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const index = make();
    this.#made.set(name, index);
    return index;
  }

  /** The style `style` with another number format, everything else kept. */
  withFormat(style: number, code: string): number {
    return this.#once(`${style} ${code}`, () => {
      const xf = this.#cells[style] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
      const tag = /^<xf\b[^>]*?\/?>/.exec(xf)?.[0] ?? '';
      const formatted = withAttribute(
        withAttribute(tag, 'numFmtId', String(this.#numberFormat(code))),
        'applyNumberFormat',
        '1',
      );
      return this.#addCell(formatted + xf.slice(tag.length));
    });
  }

  /** A style of the workbook's plain font with a look. */
  looking(look: Look): number {
    return this.#once(JSON.stringify(look), () => {
      const plain = /<font\b[^>]*>([\s\S]*?)<\/font>/.exec(element(this.#xml, 'fonts')?.inner ?? '')?.[1] ?? '';
      const size = look.size === undefined ? plain : plain.replace(/<sz\b[^>]*>/, `<sz val="${look.size}"/>`);
      const colour = look.font === undefined ? size : size.replace(/<color\b[^>]*>/, '');
      const rest =
        look.font === undefined ? colour : colour.replace(/(<sz\b[^>]*>)/, `$1<color rgb="FF${look.font}"/>`);
      const font = this.#add('fonts', `<font>${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${rest}</font>`);
      return this.#addCell(`<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`);
    });
  }

  /** A differential format, for a conditional format. */
  conditional(look: Look): number {
    return this.#once(`if ${JSON.stringify(look)}`, () => {
      const font = look.font === undefined ? '' : `<font><color rgb="FF${look.font}"/></font>`;
      const fill =
        look.fill === undefined ? '' : `<fill><patternFill><bgColor rgb="FF${look.fill}"/></patternFill></fill>`;
      if (!element(this.#xml, 'dxfs')) {
        const at = element(this.#xml, 'cellStyles')?.end ?? element(this.#xml, 'cellXfs')?.end ?? 0;
        this.#xml = `${this.#xml.slice(0, at)}<dxfs count="0"></dxfs>${this.#xml.slice(at)}`;
      }
      return this.#add('dxfs', `<dxf>${font}${fill}</dxf>`);
    });
  }
}
