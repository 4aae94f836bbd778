import { refuse } from '../errors.ts';
import { color, membersOf, oneOf, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import type { FormatEntry, Session } from '../nodes.ts';
import type { ConditionalFormat } from '../model/rules.ts';
import type { RangeRef } from '../model/workbook.ts';

const { writes } = membersOf<RangeRef>();

function add(ref: RangeRef, { book }: Session): HostNode {
  const { sheet } = ref;
  sheet.guard(cellsOf(ref), 'allowFormatCells');
  const look = { fill: null, fontColor: null, bold: false };
  const rule = { formula: '', text: { operator: 'Contains', text: '' } };
  const format: ConditionalFormat = {
    id: book.nextId('format'),
    type: 'Custom',
    areas: [cellsOf(ref)],
    ...rule,
    ...look,
  };
  sheet.conditionalFormats.push(format);
  return new HostNode('ConditionalFormat', { sheet, format });
}

function update({ sheet, format }: FormatEntry, change: Partial<ConditionalFormat>): void {
  Object.assign(format, change);
  sheet.owner.changed({ what: 'layout', sheet });
}

export const conditionalFormats: ClassSpec<RangeRef> = {
  getters: { Add: writes([oneOf(['Custom'])], (ref, _, session) => add(ref, session)) },
  actions: {
    ClearAll: writes([], (ref) => {
      ref.sheet.guard(cellsOf(ref), 'allowFormatCells');
      ref.sheet.clearConditionalFormats(cellsOf(ref));
    }),
  },
};

export const conditionalFormat: ClassSpec<FormatEntry> = {
  ids: ({ format }) => ({ Id: format.id }),
  navs: { Custom: (entry) => new HostNode('CustomConditionalFormat', entry) },
};

export const customConditionalFormat: ClassSpec<FormatEntry> = {
  navs: {
    Rule: (entry) => new HostNode('ConditionalFormatRule', entry),
    Format: (entry) => new HostNode('ConditionalRangeFormat', entry),
  },
};

export const conditionalFormatRule: ClassSpec<FormatEntry> = {
  props: {
    Formula: {
      set: (entry, formula) => {
        if (!text(formula).startsWith('=')) refuse('invalidArgument', 'a rule begins with =');
        update(entry, { formula: text(formula) });
      },
    },
  },
};

export const conditionalRangeFormat: ClassSpec<FormatEntry> = {
  navs: {
    Fill: (entry) => new HostNode('ConditionalRangeFill', entry),
    Font: (entry) => new HostNode('ConditionalRangeFont', entry),
  },
};

export const conditionalRangeFill: ClassSpec<FormatEntry> = {
  props: { Color: { set: (entry, fill) => update(entry, { fill: color(fill) }) } },
};

export const conditionalRangeFont: ClassSpec<FormatEntry> = {
  props: { Color: { set: (entry, shade) => update(entry, { fontColor: color(shade) }) } },
};
