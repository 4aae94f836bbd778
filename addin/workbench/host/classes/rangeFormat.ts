import {
  DEFAULT_COLUMN_WIDTH,
  DEFAULT_FILL,
  DEFAULT_FONT_COLOR,
  DEFAULT_ROW_HEIGHT,
  readColor,
} from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, membersOf, oneOf, points, text } from '../members.ts';
import type { ClassSpec, Prop } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import { bottomOf, rightOf } from '../model/area.ts';
import { displayText } from '../model/display.ts';
import type { Style } from '../model/styles.ts';
import type { RangeRef } from '../model/workbook.ts';

const { writes } = membersOf<RangeRef>();
const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

/** A property of the look: the common value of the cells, `null` when they differ. */
function look<K extends keyof Style>(name: K, read: (value: unknown) => Style[K], shown?: Style[K]): Prop<RangeRef> {
  return {
    get: (ref) => common(ref, (style) => style[name] ?? shown ?? null),
    set: (ref, value) => ref.sheet.restyle(cellsOf(ref), { [name]: read(value) }),
  };
}

export function color(value: unknown): string {
  return readColor(text(value)) ?? refuse('invalidArgument', text(value));
}

function common(ref: RangeRef, pick: (style: Style) => unknown): unknown {
  const where = cellsOf(ref);
  const { cells } = ref.sheet;
  // Rows past the last one that holds something all look like the first of them.
  const end = Math.min(bottomOf(where), Math.max(where.top, cells.rows.length) + 1);
  const first = pick(cells.style(where.top, where.left));
  for (let r = where.top; r < end; r++) {
    for (let c = where.left; c < rightOf(where); c++) if (pick(cells.style(r, c)) !== first) return null;
  }
  return first;
}

/** A size kept by column or by row: the common one, `null` when they differ. */
function size(list: 'columnWidths' | 'rowHeights', usual: number, permission: string): Prop<RangeRef> {
  const span = (ref: RangeRef): [number, number] => {
    const { top, left, height, width } = cellsOf(ref);
    return list === 'columnWidths' ? [left, width] : [top, height];
  };
  return {
    get: ({ sheet, ...ref }) => {
      const [start, count] = span({ sheet, ...ref });
      const sizes = new Set(Array.from({ length: count }, (_, i) => sheet[list][start + i] ?? usual));
      return sizes.size === 1 ? [...sizes][0] : null;
    },
    set: (ref, value) => {
      const [start, count] = span(ref);
      ref.sheet.guard(cellsOf(ref), permission);
      for (let i = 0; i < count; i++) ref.sheet[list][start + i] = points(value);
      ref.sheet.owner.changed({ what: 'layout', sheet: ref.sheet });
    },
  };
}

export const rangeFormat: ClassSpec<RangeRef> = {
  props: {
    ColumnWidth: size('columnWidths', DEFAULT_COLUMN_WIDTH, 'allowFormatColumns'),
    RowHeight: size('rowHeights', DEFAULT_ROW_HEIGHT, 'allowFormatRows'),
    WrapText: look('wrap', flag),
    HorizontalAlignment: look('horizontal', oneOf(HORIZONTAL)),
    VerticalAlignment: look('vertical', oneOf(VERTICAL)),
  },
  navs: {
    Fill: (ref) => new HostNode('RangeFill', ref),
    Font: (ref) => new HostNode('RangeFont', ref),
    Protection: (ref) => new HostNode('FormatProtection', ref),
  },
  actions: { AutofitColumns: writes([], autofitColumns) },
};

export const rangeFill: ClassSpec<RangeRef> = {
  props: { Color: look('fill', color, DEFAULT_FILL) },
  actions: { Clear: writes([], (ref) => ref.sheet.restyle(cellsOf(ref), { fill: null })) },
};

export const rangeFont: ClassSpec<RangeRef> = {
  props: {
    Bold: look('bold', flag),
    Italic: look('italic', flag),
    Size: look('fontSize', points),
    Color: look('fontColor', color, DEFAULT_FONT_COLOR),
  },
};

export const formatProtection: ClassSpec<RangeRef> = { props: { Locked: look('locked', flag) } };

/** About six points a character, as wide as the longest text shown. */
function autofitColumns(ref: RangeRef): void {
  const { sheet } = ref;
  const where = cellsOf(ref);
  sheet.guard(where, 'allowFormatColumns');
  const used = sheet.used(where, true);
  for (let c = used?.left ?? 0; used && c < rightOf(used); c++) {
    let longest = 0;
    for (let r = used.top; r < bottomOf(used); r++) {
      longest = Math.max(longest, displayText(sheet.cells.value(r, c), sheet.cells.style(r, c).numberFormat).length);
    }
    if (longest > 0) sheet.columnWidths[c] = 6 * longest + 6;
  }
  sheet.owner.changed({ what: 'layout', sheet });
}
