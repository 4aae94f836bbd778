/** Colours of a file: written out, or taken from its theme with a tint. */
import { child } from './xml.ts';
import type { Element } from './xml.ts';

/** The order in which cells number the colours of a theme. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** The twelve colours of a theme part, Office's own when there is none. */
export function themeColours(theme: Element | undefined): readonly string[] {
  const scheme = child(theme, 'themeElements', 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const [chosen] = child(scheme, name)?.children ?? [];
    return (
      chosen?.attributes['lastClr'] ??
      (chosen?.name === 'srgbClr' ? chosen.attributes['val'] : undefined) ??
      OFFICE[index] ??
      '000000'
    );
  });
}

/** `#RRGGBB`, or `undefined` for a colour left to the screen. */
export function colourOf(element: Element | undefined, theme: readonly string[]): string | undefined {
  const { rgb, theme: number, tint } = element?.attributes ?? {};
  if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6).toUpperCase()}`;
  const base = number === undefined ? undefined : theme[Number(number)];
  return base === undefined ? undefined : `#${tinted(base, Number(tint ?? 0))}`;
}

/** Lighter for a tint above zero, darker below, as the luminance of HLS. */
function tinted(color: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [highest, lowest] = [Math.max(...channels), Math.min(...channels)];
  const light = (highest + lowest) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = (value: number): number => 1 - Math.abs(2 * value - 1);
  // The hue and the saturation are kept: distances to the middle follow the room there is around the new lightness.
  const scale = spread(light) === 0 ? 0 : spread(target) / spread(light);
  return channels
    .map((channel) => Math.round(Math.min(1, Math.max(0, target + (channel - light) * scale)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}
