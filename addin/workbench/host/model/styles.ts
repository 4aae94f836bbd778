import { DEFAULT_FONT_SIZE } from '../assumptions.ts';

/** How a cell looks. Styles are immutable and shared: ten thousand cells alike hold one object. */
export interface Style {
  readonly numberFormat: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly wrap: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly locked: boolean;
}

const known = new Map<string, Style>();

/** The one shared object for this look. */
export function shareStyle(style: Style): Style {
  const { numberFormat, fill, fontColor, fontSize, bold, italic, wrap, horizontal, vertical, locked } = style;
  const key = [numberFormat, fill, fontColor, fontSize, bold, italic, wrap, horizontal, vertical, locked].join(
    '\u0000',
  );
  const found = known.get(key);
  if (found) return found;
  known.set(key, style);
  return style;
}

export const PLAIN: Style = shareStyle({
  numberFormat: 'General',
  fill: null,
  fontColor: null,
  fontSize: DEFAULT_FONT_SIZE,
  bold: false,
  italic: false,
  wrap: false,
  horizontal: 'General',
  vertical: 'Bottom',
  locked: true,
});

/** Applies one change to many styles, computing each distinct style once. */
export function restyler(change: Partial<Style>): (style: Style) => Style {
  const done = new Map<Style, Style>();
  return (style) => {
    let next = done.get(style);
    if (!next) done.set(style, (next = shareStyle({ ...style, ...change })));
    return next;
  };
}
