/** How a cell looks on the screen: its own style, over that of its table, under that of its conditional formats. */
import type { ExtendedCellStyle, HorizontalAlignment, VerticalAlignment } from '@ironcalc/wasm';
import { bottomOf, intersect } from '../../host/model/area.ts';
import { DEFAULT_FONT_SIZE } from '../../host/assumptions.ts';
import type { Style } from '../../host/model/styles.ts';
import type { Sheet, Table } from '../../host/index.ts';
import type { Look } from './conditionalLooks.ts';

/** Pixels of the grid for a text of Excel's usual size. */
const USUAL_TEXT_PX = 13;
const SMALLEST_TEXT_PX = 12;

/** The two families of table styles the product uses, in Office's colours; another name is drawn as the nearest. */
const MEDIUM = { header: '#4472C4', headerText: '#FFFFFF', band: '#D9E1F2' };
const LIGHT = { header: null, headerText: null, band: '#F2F2F2' };

/** What the table gives to one of its cells. */
export function tableLook(sheet: Sheet, tables: readonly Table[], row: number, column: number): Look | undefined {
  const table = tables.find(
    (each) => each.sheet === sheet && intersect(each.area, { top: row, left: column, height: 1, width: 1 }),
  );
  if (!table || table.style === '') return undefined;
  const colours = table.style.startsWith('TableStyleMedium') ? MEDIUM : LIGHT;
  const place = row - table.area.top;
  if (place === 0) return { fill: colours.header, fontColor: colours.headerText, bold: true };
  if (table.hasTotals && row === bottomOf(table.area) - 1) return { fill: null, fontColor: null, bold: true };
  return table.showBandedRows && place % 2 === 1 ? { fill: colours.band, fontColor: null, bold: false } : undefined;
}

/** The style the grid paints; the same object for the same looks. */
export class PaintedStyles {
  readonly #made = new Map<Style, Map<string, ExtendedCellStyle>>();

  of(style: Style, table: Look | undefined, condition: Look | undefined): ExtendedCellStyle {
    const fill = condition?.fill ?? style.fill ?? table?.fill ?? null;
    const color = condition?.fontColor ?? style.fontColor ?? table?.fontColor ?? null;
    const bold = style.bold || condition?.bold === true || table?.bold === true;
    let made = this.#made.get(style);
    if (!made) this.#made.set(style, (made = new Map<string, ExtendedCellStyle>()));
    const key = `${fill ?? ''} ${color ?? ''} ${String(bold)}`;
    let painted = made.get(key);
    if (!painted) made.set(key, (painted = paintedStyle(style, fill, color, bold)));
    return painted;
  }
}

function paintedStyle(style: Style, fill: string | null, color: string | null, bold: boolean): ExtendedCellStyle {
  const size = Math.max(SMALLEST_TEXT_PX, Math.round((style.fontSize * USUAL_TEXT_PX) / DEFAULT_FONT_SIZE));
  const font = { u: false, strike: false, b: bold, i: style.italic, sz: size, name: '', family: 2, scheme: 'none' };
  return {
    style: {
      read_only: false,
      quote_prefix: false,
      num_fmt: style.numberFormat,
      fill: fill === null ? {} : { color: fill },
      font: color === null ? font : { ...font, color },
      border: {},
      alignment: {
        horizontal: HORIZONTAL[style.horizontal] ?? 'general',
        vertical: VERTICAL[style.vertical] ?? 'bottom',
        wrap_text: style.wrap,
      },
    },
    icon: null,
    data_bar: null,
    rating: null,
  };
}

const HORIZONTAL: Readonly<Record<string, HorizontalAlignment>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Justify: 'justify',
  Fill: 'fill',
  Distributed: 'distributed',
  CenterAcrossSelection: 'centerContinuous',
};
const VERTICAL: Readonly<Record<string, VerticalAlignment>> = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
};
