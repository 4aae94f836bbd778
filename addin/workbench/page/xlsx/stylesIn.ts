/** `styles.xml` read: the look of each cell format, and what each conditional format gives. */
import { DEFAULT_FONT_SIZE } from '../../host/assumptions.ts';
import { PLAIN, shareStyle } from '../../host/model/styles.ts';
import type { Style } from '../../host/model/styles.ts';
import { colourOf } from './colours.ts';
import type { Losses } from './losses.ts';
import { builtInFormats } from './numberFormats.ts';
import { child, childrenOf, flagOf } from './xml.ts';
import type { Element } from './xml.ts';

export interface StylesRead {
  /** By the number a cell bears. */
  readonly cells: readonly Style[];
  /** By the number a conditional format bears. */
  readonly conditions: readonly ConditionLook[];
}

export interface ConditionLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
}

const DRAWINGS = 'les bordures, soulignements et textes barrés';

export function readStyles(root: Element | undefined, theme: readonly string[], losses: Losses): StylesRead {
  const formats = new Map(builtInFormats);
  for (const { attributes } of childrenOf(child(root, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
  }
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => fontOf(font, theme));
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => fillOf(fill, theme, 'fgColor'));
  const drawn = childrenOf(child(root, 'borders'), 'border').map(({ children }) =>
    children.some(({ attributes }) => attributes['style'] !== undefined),
  );
  const crossed = childrenOf(child(root, 'fonts'), 'font').map(
    (font) => child(font, 'u') !== undefined || flag(child(font, 'strike')),
  );
  const cells = childrenOf(child(root, 'cellXfs'), 'xf').map((xf) => {
    const number = (name: string): number => Number(xf.attributes[name] ?? 0);
    if (drawn[number('borderId')] === true || crossed[number('fontId')] === true) losses.add(DRAWINGS);
    const numberFormat = formats.get(number('numFmtId')) ?? 'General';
    const plainFont = { bold: false, italic: false, fontSize: DEFAULT_FONT_SIZE, fontColor: null };
    return shareStyle({
      ...{ numberFormat: numberFormat === '' ? 'General' : numberFormat, fill: fills[number('fillId')] ?? null },
      ...(fonts[number('fontId')] ?? plainFont),
      ...alignmentOf(xf),
      locked: flagOf(child(xf, 'protection')?.attributes['locked'], true),
    });
  });
  const conditions = childrenOf(child(root, 'dxfs'), 'dxf').map((dxf) => {
    const font = child(dxf, 'font');
    const fill = fillOf(child(dxf, 'fill'), theme, 'bgColor');
    return { fill, fontColor: colourOf(child(font, 'color'), theme) ?? null, bold: flag(child(font, 'b')) };
  });
  return { cells: cells.length > 0 ? cells : [PLAIN], conditions };
}

/** `<b/>` and `<b val="1"/>` say yes, `<b val="0"/>` no. */
const flag = (element: Element | undefined): boolean =>
  element !== undefined && flagOf(element.attributes['val'], true);

function fontOf(font: Element, theme: readonly string[]): Pick<Style, 'bold' | 'italic' | 'fontSize' | 'fontColor'> {
  const color = child(font, 'color');
  // The first colour of a theme is what a cell has when nobody chose: « automatic ».
  const isAutomatic = color?.attributes['theme'] === '1' && color.attributes['tint'] === undefined;
  return {
    bold: flag(child(font, 'b')),
    italic: flag(child(font, 'i')),
    fontSize: Number(child(font, 'sz')?.attributes['val'] ?? DEFAULT_FONT_SIZE),
    fontColor: isAutomatic ? null : (colourOf(color, theme) ?? null),
  };
}

function fillOf(fill: Element | undefined, theme: readonly string[], name: 'fgColor' | 'bgColor'): string | null {
  const pattern = child(fill, 'patternFill');
  if (!pattern || ['none', 'gray125'].includes(pattern.attributes['patternType'] ?? 'solid')) return null;
  return colourOf(child(pattern, name), theme) ?? null;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function alignmentOf(xf: Element): Pick<Style, 'horizontal' | 'vertical' | 'wrap'> {
  const { horizontal = 'general', vertical = 'bottom', wrapText } = child(xf, 'alignment')?.attributes ?? {};
  return {
    horizontal: horizontal === 'centerContinuous' ? 'CenterAcrossSelection' : capital(horizontal),
    vertical: capital(vertical),
    wrap: flagOf(wrapText),
  };
}
