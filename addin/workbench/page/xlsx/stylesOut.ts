/** `styles.xml`, gathered while the sheets are written: each look is given a number the first time it is met. */
import { DEFAULT_FONT_SIZE } from '../../host/assumptions.ts';
import type { ConditionalFormat } from '../../host/model/rules.ts';
import { PLAIN } from '../../host/model/styles.ts';
import type { Style } from '../../host/model/styles.ts';
import { builtInNumbers, FIRST_OWN_FORMAT } from './numberFormats.ts';
import { MAIN } from './parts.ts';
import { tag } from './xml.ts';

/** Texts in the order of their numbers. */
class Numbered {
  readonly #numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const text of first) this.of(text);
  }

  of(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  list(name: string): string {
    const { size } = this.#numbers;
    return size === 0 ? '' : tag(name, { count: size }, ...this.#numbers.keys());
  }
}

const rgb = (color: string): string => `FF${color.slice(1)}`;
const colour = (color: string | null): string => (color === null ? '' : tag('color', { rgb: rgb(color) }));

export class StylesOut {
  readonly #formats = new Map<string, number>();
  readonly #fonts = new Numbered(fontOf(PLAIN));
  readonly #fills = new Numbered(
    ...['none', 'gray125'].map((patternType) => tag('fill', {}, tag('patternFill', { patternType }))),
  );
  readonly #cells = new Numbered();
  readonly #conditions = new Numbered();
  readonly #known = new Map<Style, number>();

  constructor() {
    this.cell(PLAIN);
  }

  /** The number of a cell's look; 0 is a plain cell. */
  cell(style: Style): number {
    const known = this.#known.get(style) ?? this.#cells.of(this.#cellFormat(style));
    this.#known.set(style, known);
    return known;
  }

  /** The number of the look a conditional format gives. */
  condition({ fill, fontColor, bold }: ConditionalFormat): number {
    const font = bold || fontColor !== null ? tag('font', {}, bold ? tag('b') : '', colour(fontColor)) : '';
    const pattern =
      fill === null ? '' : tag('patternFill', { patternType: 'solid' }, tag('bgColor', { rgb: rgb(fill) }));
    return this.#conditions.of(tag('dxf', {}, font, pattern === '' ? '' : tag('fill', {}, pattern)));
  }

  xml(): string {
    const formats = [...this.#formats].map(([formatCode, numFmtId]) => tag('numFmt', { numFmtId, formatCode }));
    const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
    return tag(
      'styleSheet',
      { xmlns: MAIN },
      formats.length > 0 ? tag('numFmts', { count: formats.length }, ...formats) : '',
      this.#fonts.list('fonts'),
      this.#fills.list('fills'),
      tag(
        'borders',
        { count: 1 },
        tag('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => tag(side))),
      ),
      tag('cellStyleXfs', { count: 1 }, tag('xf', plain)),
      this.#cells.list('cellXfs'),
      tag('cellStyles', { count: 1 }, tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
      this.#conditions.list('dxfs'),
      tag('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' }),
    );
  }

  #cellFormat(style: Style): string {
    const { horizontal, vertical, wrap, locked } = style;
    const isAligned = horizontal !== 'General' || vertical !== 'Bottom' || wrap;
    const numFmtId = this.#formatNumber(style.numberFormat);
    const [fontId, fillId] = [this.#fonts.of(fontOf(style)), this.#fills.of(fillOf(style))];
    return tag(
      'xf',
      {
        ...{ numFmtId, fontId, fillId, borderId: 0, xfId: 0 },
        applyNumberFormat: numFmtId === 0 ? undefined : true,
        applyFont: fontId === 0 ? undefined : true,
        applyFill: fillId === 0 ? undefined : true,
        applyAlignment: isAligned || undefined,
        applyProtection: locked ? undefined : true,
      },
      isAligned
        ? tag('alignment', { horizontal: lower(horizontal), vertical: lower(vertical), wrapText: wrap || undefined })
        : '',
      locked ? '' : tag('protection', { locked: false }),
    );
  }

  #formatNumber(format: string): number {
    const builtIn = builtInNumbers.get(format);
    if (builtIn !== undefined) return builtIn;
    const known = this.#formats.get(format) ?? FIRST_OWN_FORMAT + this.#formats.size;
    this.#formats.set(format, known);
    return known;
  }
}

const lower = (word: string): string =>
  word === 'CenterAcrossSelection' ? 'centerContinuous' : word.charAt(0).toLowerCase() + word.slice(1);

function fontOf({ bold, italic, fontSize, fontColor }: Style): string {
  const size = tag('sz', { val: fontSize === 0 ? DEFAULT_FONT_SIZE : fontSize });
  return tag(
    'font',
    {},
    bold ? tag('b') : '',
    italic ? tag('i') : '',
    size,
    colour(fontColor),
    tag('name', { val: 'Calibri' }),
    tag('family', { val: 2 }),
  );
}

function fillOf({ fill }: Style): string {
  if (fill === null) return tag('fill', {}, tag('patternFill', { patternType: 'none' }));
  return tag(
    'fill',
    {},
    tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: rgb(fill) }), tag('bgColor', { indexed: 64 })),
  );
}
