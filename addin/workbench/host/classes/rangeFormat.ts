import { color, flag, points } from '../members.ts';
import type { ClassSpec, Prop } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import { rightOf } from '../model/area.ts';
import type { Style } from '../model/styles.ts';
import type { RangeRef } from '../model/workbook.ts';

/** One part of the look, given to every cell of the range. */
function look<K extends keyof Style>(name: K, read: (value: unknown) => Style[K]): Prop<RangeRef> {
  return { set: (ref, value) => ref.sheet.restyle(cellsOf(ref), { [name]: read(value) }) };
}

export const rangeFormat: ClassSpec<RangeRef> = {
  props: {
    ColumnWidth: {
      set: ({ sheet, ...ref }, value) => {
        const where = cellsOf({ sheet, ...ref });
        sheet.guard(where, 'allowFormatColumns');
        for (let column = where.left; column < rightOf(where); column++) sheet.columnWidths[column] = points(value);
        sheet.owner.changed({ what: 'layout', sheet });
      },
    },
  },
  navs: { Font: (ref) => new HostNode('RangeFont', ref) },
};

export const rangeFont: ClassSpec<RangeRef> = {
  props: {
    Bold: look('bold', flag),
    Italic: look('italic', flag),
    Size: look('fontSize', points),
    Color: look('fontColor', color),
  },
};
