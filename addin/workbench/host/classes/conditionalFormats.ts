import { refuse } from '../errors.ts';
import { flag, membersOf, oneOf, record, text } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import type { FormatEntry, Session } from '../nodes.ts';
import { intersect } from '../model/area.ts';
import type { ConditionalFormat } from '../model/rules.ts';
import type { RangeRef } from '../model/workbook.ts';
import { color } from './rangeFormat.ts';

const { reads, writes } = membersOf<RangeRef>();
const OPERATORS = ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'] as const;

function met({ sheet, ...ref }: RangeRef): ConditionalFormat[] {
  const where = cellsOf({ sheet, ...ref });
  return sheet.conditionalFormats.filter((format) => format.areas.some((area) => intersect(area, where)));
}

function add(ref: RangeRef, type: ConditionalFormat['type'], { book }: Session): HostNode {
  const { sheet } = ref;
  sheet.guard(cellsOf(ref), 'allowFormatCells');
  const look = { fill: null, fontColor: null, bold: false };
  const rule = { formula: '', text: { operator: 'Contains', text: '' } };
  const format = { id: book.nextFormatId(), type, areas: [cellsOf(ref)], ...rule, ...look };
  sheet.conditionalFormats.push(format);
  return new HostNode('ConditionalFormat', { sheet, format });
}

function update({ sheet, format }: FormatEntry, change: Partial<ConditionalFormat>): void {
  Object.assign(format, change);
  sheet.owner.changed({ what: 'layout', sheet });
}

function ofType(entry: FormatEntry, type: ConditionalFormat['type']): FormatEntry {
  return entry.format.type === type ? entry : refuse('invalidArgument', `a format of type ${entry.format.type}`);
}

export const conditionalFormats: ClassSpec<RangeRef> = {
  getters: { Add: writes([oneOf(['Custom', 'ContainsText'])], (ref, [type], session) => add(ref, type, session)) },
  actions: {
    GetCount: reads([], (ref) => met(ref).length),
    ClearAll: writes([], (ref) => {
      ref.sheet.guard(cellsOf(ref), 'allowFormatCells');
      ref.sheet.clearConditionalFormats(cellsOf(ref));
    }),
  },
  items: (ref) => met(ref).map((format) => new HostNode('ConditionalFormat', { sheet: ref.sheet, format })),
  item: (ref, id) => {
    const format = met(ref).find((held) => held.id === id);
    return format && new HostNode('ConditionalFormat', { sheet: ref.sheet, format });
  },
};

export const conditionalFormat: ClassSpec<FormatEntry> = {
  ids: ({ format }) => ({ Id: format.id }),
  props: { Id: { get: ({ format }) => format.id }, Type: { get: ({ format }) => format.type } },
  navs: {
    Custom: (entry) => new HostNode('CustomConditionalFormat', ofType(entry, 'Custom')),
    TextComparison: (entry) => new HostNode('TextConditionalFormat', ofType(entry, 'ContainsText')),
  },
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
      get: ({ format }) => format.formula,
      set: (entry, formula) => {
        if (!text(formula).startsWith('=')) refuse('invalidArgument', 'a rule begins with =');
        update(entry, { formula: text(formula) });
      },
    },
  },
};

export const textConditionalFormat: ClassSpec<FormatEntry> = {
  props: {
    Rule: {
      get: ({ format }) => format.text,
      set: (entry, rule) => {
        const { operator, text: wanted } = record(rule);
        update(entry, { text: { operator: oneOf(OPERATORS)(operator), text: text(wanted) } });
      },
    },
  },
  navs: { Format: (entry) => new HostNode('ConditionalRangeFormat', entry) },
};

export const conditionalRangeFormat: ClassSpec<FormatEntry> = {
  navs: {
    Fill: (entry) => new HostNode('ConditionalRangeFill', entry),
    Font: (entry) => new HostNode('ConditionalRangeFont', entry),
  },
};

export const conditionalRangeFill: ClassSpec<FormatEntry> = {
  props: { Color: { get: ({ format }) => format.fill, set: (entry, fill) => update(entry, { fill: color(fill) }) } },
};

export const conditionalRangeFont: ClassSpec<FormatEntry> = {
  props: {
    Color: { get: ({ format }) => format.fontColor, set: (entry, shade) => update(entry, { fontColor: color(shade) }) },
    Bold: { get: ({ format }) => format.bold, set: (entry, bold) => update(entry, { bold: flag(bold) }) },
  },
};
