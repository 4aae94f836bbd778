/** A look chosen in the grid's tool bar, as the store keeps it. */
import type { Color } from '@ironcalc/wasm';
import type { Area } from '../../host/model/area.ts';
import type { Style } from '../../host/model/styles.ts';
import type { Sheet } from '../../host/index.ts';

const FEWEST_POINTS = 6;

/** Changes the cells; a look the store does not hold is ignored (the tool bar does not offer it). */
export function stylesOf(
  sheet: Sheet,
  where: Area,
  path: string,
  value: string,
  resolve: (color: Color) => string,
): void {
  const current = sheet.cells.style(where.top, where.left);
  const change = changeOf(path, value, current, resolve);
  if (change) sheet.restyle(where, change);
}

function changeOf(
  path: string,
  value: string,
  current: Style,
  resolve: (color: Color) => string,
): Partial<Style> | undefined {
  switch (path) {
    case 'font.b':
      return { bold: value === 'true' };
    case 'font.i':
      return { italic: value === 'true' };
    case 'font.color':
      return { fontColor: colorOf(value, resolve) };
    case 'fill.color':
      return { fill: colorOf(value, resolve) };
    case 'num_fmt':
      return { numberFormat: /^general$/i.test(value) ? 'General' : value };
    case 'alignment.wrap_text':
      return { wrap: value === 'true' };
    case 'alignment.horizontal':
      return { horizontal: value.charAt(0).toUpperCase() + value.slice(1) };
    case 'alignment.vertical':
      return { vertical: value.charAt(0).toUpperCase() + value.slice(1) };
    case 'font.size':
      return { fontSize: Math.max(FEWEST_POINTS, Number(value)) };
    case 'font.size_delta':
      return { fontSize: Math.max(FEWEST_POINTS, current.fontSize + Number(value)) };
    default:
      return undefined;
  }
}

/** `#RRGGBB`, or `[theme, tint]` as the colour picker writes it; nothing is no colour. */
function colorOf(value: string, resolve: (color: Color) => string): string | null {
  const color = value.startsWith('[') ? resolve(JSON.parse(value) as [number, number]) : value;
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null;
}
