import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import {
  blank,
  canonical,
  displayed,
  numberCell,
  packCell,
  sameValue,
  textCell,
  unpackCell,
  type Cell,
  type ValueKind,
} from '../../../shared/domain/review/cell.ts';
import { checksum, ledgerCheck } from '../../../shared/domain/review/checksum.ts';
import { inverse, packLine, unpackLine, type PackedLine, type PlanLine } from '../../../shared/domain/review/plan.ts';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string().map(textCell),
  fc.string({ unit: 'binary' }).map(textCell),
  fc.constantFrom('Ζαΐμης', 'ŉ', 'ǰ', 'ß', 'ﬁ', 'İ').map(textCell),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => numberCell(Object.is(number, -0) ? 0 : number)),
  fc.integer({ min: 0, max: 50_000 }).map((days): Cell => ({ date: addDays(plainDate('1950-01-01'), days) })),
  fc.constant(blank),
);
const anyRow = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  anyCell.filter((cell) => !('blank' in cell)),
  { noNullPrototype: true },
);
const place = { table: fc.constantFrom('T1', 'T2'), key: fc.string(), reason: fc.constant('change' as const) };
const anyLine: fc.Arbitrary<PlanLine> = fc.oneof(
  fc.record({
    ...place,
    operation: fc.constant('set' as const),
    column: fc.constantFrom('a', 'b'),
    before: anyCell,
    after: anyCell,
  }),
  fc.record({ ...place, operation: fc.constant('add' as const), after: anyRow }),
  fc.record({
    ...place,
    operation: fc.constant('delete' as const),
    before: anyRow,
    at: fc.nat(),
    kept: fc.constant([{ heading: 'Note', cell: textCell('x'), formula: '=A1' }]),
  }),
);

describe('cells', () => {
  test.each<[ValueKind, Cell, Cell, boolean, string]>([
    ['text', textCell('Dupont'), textCell(' DUPONT '), true, 'capitals and spaces'],
    ['text', textCell('René'), textCell('Rene'), false, 'an accent counts'],
    ['text', textCell('e\u0301'), textCell('é'), true, 'two ways of writing an accent'],
    ['identifier', textCell('FR76 3000'), textCell('fr763000'), true, 'spaces of an IBAN'],
    ['identifier', textCell('00057'), textCell('57'), false, 'a leading zero counts'],
    ['identifier', textCell('10-1'), textCell('101'), false, 'a dash counts'],
    ['date', { date: plainDate('2026-10-05') }, textCell('5/10/2026'), true, 'a date typed as text'],
    ['date', { date: plainDate('2008-01-01') }, numberCell(39448), true, 'a date kept as a serial number'],
    ['decimal', numberCell(1.5), textCell('1,5'), true, 'a French comma'],
    ['integer', numberCell(1200), textCell('1\u202f200'), true, 'a thin space between thousands'],
    ['boolean', textCell('Oui'), textCell('oui'), true, 'a capital'],
    ['boolean', textCell('VRAI'), textCell('oui'), true, 'a boolean of Excel'],
    ['text', blank, textCell('  '), true, 'a cell of spaces is blank'],
  ])('%s: %j and %j, same value %s (%s)', (kind, a, b, same) => {
    expect(sameValue(kind, a, b)).toBe(same);
  });

  test('canonical text is stable: canonical of canonical is itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ValueKind>('text', 'identifier', 'date', 'integer', 'decimal', 'boolean'),
        anyCell,
        (kind, cell) => {
          const once = canonical(kind, cell);
          expect(canonical('text', textCell(once))).toBe(once);
        },
      ),
    );
  });

  test('a number that is not finite never becomes a cell', () => {
    expect(() => numberCell(Number.NaN)).toThrow(RangeError);
    expect(() => numberCell(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test('cells are packed and unpacked, and read the French way', () => {
    fc.assert(
      fc.property(anyCell, (cell) => expect(unpackCell(JSON.parse(JSON.stringify(packCell(cell))))).toEqual(cell)),
    );
    expect(displayed({ date: plainDate('2026-10-05') })).toBe('05/10/2026');
    expect(displayed(numberCell(1.5))).toBe('1,5');
    expect(() => unpackCell({ d: '2026-02-30' })).toThrow(RangeError);
    expect(() => unpackCell(true)).toThrow(RangeError);
  });
});

describe('plan lines', () => {
  test('packed and unpacked, a line is the same', () => {
    const written = (line: PlanLine) => JSON.parse(JSON.stringify(packLine(line))) as PackedLine;
    fc.assert(fc.property(anyLine, (line) => expect(unpackLine(written(line))).toEqual(line)));
  });

  test('the inverse of the inverse writes the same cells', () => {
    const cells = (lines: readonly PlanLine[]) =>
      lines.map((line) => [
        line.table,
        line.key,
        line.operation,
        'after' in line ? line.after : null,
        'before' in line ? line.before : null,
      ]);
    const sets = fc.array(anyLine.filter(({ operation }) => operation === 'set'));
    fc.assert(fc.property(sets, (lines) => expect(cells(inverse(inverse(lines)))).toEqual(cells(lines))));
  });

  test('deleted rows come back where they were, with what the person had beside', () => {
    const at = (index: number): PlanLine => ({
      operation: 'delete',
      table: 'T',
      key: String(index),
      before: {},
      at: index,
      kept: [{ heading: 'Note', cell: textCell('à voir') }],
      reason: 'cancelled',
    });
    const back = inverse([at(7), at(2), at(4)]);
    expect(back.map((line) => line.operation === 'add' && [line.at, line.kept?.[0]?.heading])).toEqual([
      [2, 'Note'],
      [4, 'Note'],
      [7, 'Note'],
    ]);
  });
});

describe('check values', () => {
  test('change with any cell and with the row before', () => {
    expect(ledgerCheck('', ['a', 'b'])).not.toBe(ledgerCheck('', ['ab', '']));
    expect(ledgerCheck('x', ['a'])).not.toBe(ledgerCheck('y', ['a']));
    expect(checksum('')).toMatch(/^[0-9a-f]{16}$/);
  });
});
