import { CELLS_READ_LIMIT } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { flag, integer, membersOf, oneOf, optional, range as rangeArgument } from '../members.ts';
import type { ClassSpec } from '../members.ts';
import { HostNode, cellsOf } from '../nodes.ts';
import { addressOf, bounding, intersect } from '../model/area.ts';
import type { Area } from '../model/area.ts';
import type { Cells } from '../model/cells.ts';
import { reshape } from '../model/workbook.ts';
import type { RangeRef } from '../model/workbook.ts';

const { reads, writes } = membersOf<RangeRef>();

/** Every cell of the range read with `pick`; too many cells answer `null`, as Excel does without a word. */
function grid(ref: RangeRef, pick: (cells: Cells, row: number, column: number) => unknown): unknown[][] | null {
  const { top, left, height, width } = cellsOf(ref);
  if (height * width > CELLS_READ_LIMIT) return null;
  const { cells } = ref.sheet;
  return Array.from({ length: height }, (_, r) => {
    const line: unknown[] = new Array(width);
    for (let c = 0; c < width; c++) line[c] = pick(cells, top + r, left + c);
    return line;
  });
}

function sheetAddress(ref: RangeRef): string {
  const { name } = ref.sheet;
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  return `${isPlain ? name : `'${name.replaceAll("'", "''")}'`}!${addressOf(cellsOf(ref))}`;
}

/** Getters that answer other cells of the same sheet, from one or two whole numbers. */
const byOne = (pick: (where: Area, n: number) => Area) =>
  reads([integer], (ref, [n], session) => session.range(ref.sheet, pick(cellsOf(ref), n)));
const byTwo = (pick: (where: Area, a: number, b: number) => Area) =>
  reads([integer, integer], (ref, [a, b], session) => session.range(ref.sheet, pick(cellsOf(ref), a, b)));

export const range: ClassSpec<RangeRef> = {
  ids: (ref, session): Record<string, unknown> => {
    const id = session.referenceId(ref);
    return id === undefined ? {} : { _ReferenceId: id };
  },
  props: {
    Address: { get: sheetAddress },
    RowIndex: { get: (ref) => cellsOf(ref).top },
    ColumnIndex: { get: (ref) => cellsOf(ref).left },
    RowCount: { get: (ref) => cellsOf(ref).height },
    ColumnCount: { get: (ref) => cellsOf(ref).width },
    Values: {
      get: (ref) => grid(ref, (held, r, c) => held.value(r, c) ?? ''),
      set: (ref, values) => ref.sheet.write(cellsOf(ref), values),
    },
    Formulas: {
      get: (ref) => grid(ref, (held, r, c) => held.formula(r, c) ?? held.value(r, c) ?? ''),
      set: (ref, formulas) => ref.sheet.write(cellsOf(ref), formulas),
    },
    NumberFormat: {
      get: (ref) => grid(ref, (held, r, c) => held.style(r, c).numberFormat),
      set: (ref, formats) => ref.sheet.writeNumberFormats(cellsOf(ref), formats),
    },
  },
  navs: {
    Worksheet: ({ sheet }) => new HostNode('Worksheet', sheet),
    Format: (ref) => new HostNode('RangeFormat', ref),
    DataValidation: (ref) => new HostNode('DataValidation', ref),
    ConditionalFormats: (ref) => new HostNode('ConditionalFormatCollection', ref),
  },
  getters: {
    GetCell: byTwo((where, row, column) => reshape(where, row, column, 1, 1)),
    GetRow: byOne((where, row) => reshape(where, row, 0, 1)),
    GetOffsetRange: byTwo(reshape),
    GetAbsoluteResizedRange: byTwo((where, height, width) => reshape(where, 0, 0, height, width)),
    GetBoundingRect: reads([rangeArgument], (ref, [other], session) =>
      session.range(ref.sheet, bounding(cellsOf(ref), cellsOf(onSameSheet(ref, other)))),
    ),
    GetUsedRangeOrNullObject: reads([optional(flag)], (ref, [valuesOnly], session) => {
      const used = ref.sheet.used(cellsOf(ref), valuesOnly ?? false);
      return used ? session.range(ref.sheet, used) : null;
    }),
    Insert: writes([oneOf(['Down', 'Right'])], (ref, [direction], session) => {
      const where = unfiltered(ref);
      ref.sheet.insert(where, direction);
      return session.range(ref.sheet, where);
    }),
  },
  actions: {
    _KeepReference: reads([], (ref, _, session) => session.keep(ref)),
    _ValidateArraySize: reads([integer, integer], (ref, [height, width]) => {
      const where = cellsOf(ref);
      if (where.height !== height || where.width !== width) refuse('invalidArgument', `${height} × ${width}`);
    }),
    Select: reads([], (ref, _, { book }) => book.select(ref.sheet, cellsOf(ref))),
    Clear: writes([oneOf(['Contents'])], (ref, [what]) => ref.sheet.clear(cellsOf(ref), what)),
    Delete: writes([oneOf(['Up', 'Left'])], (ref, [direction]) => ref.sheet.remove(unfiltered(ref), direction)),
  },
};

function onSameSheet(ref: RangeRef, other: RangeRef): RangeRef {
  return ref.sheet === other.sheet ? other : refuse('invalidArgument', 'a range of another sheet');
}

/** The cells of a range, refused when a table there is filtered. */
function unfiltered(ref: RangeRef): Area {
  const where = cellsOf(ref);
  const met = ref.sheet.owner.tenantsOn(ref.sheet).filter((tenant) => intersect(tenant.area, where));
  return met.some((tenant) => tenant.isFiltered) ? refuse('filteredRange', ref.sheet.name) : where;
}
