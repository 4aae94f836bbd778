import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { AddLine, PlanLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { freshId, headerChange, openingLines, recordedPlan } from '../../shared/flows/planRecord.ts';
import { restored, shortened } from '../../shared/flows/shortText.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';

const AT = instant('2026-11-20T19:04:00.000Z');

function line(index: number): PlanLine {
  return {
    operation: 'add',
    table: absencesTable.name,
    key: String(index),
    after: { id: textCell(String(index)), account: textCell(`Congés payés 😀 ${(index * 7919) % 10_007}`) },
    reason: 'absence',
  };
}

const lines = Array.from({ length: 20_000 }, (_, index) => line(index));

/** The rows that the hidden table holds once the plan is opened. */
function rowsOf(opening: readonly PlanLine[]): BookRow[] {
  return (opening as AddLine[]).map(({ key, after }, index) => ({
    key,
    index,
    cells: after,
    formulas: [],
    others: [],
  }));
}

describe('a plan in the hidden table', () => {
  const opening = openingLines('P1', 'refresh', AT, lines);

  test('comes back line by line', () => {
    const recorded = recordedPlan(rowsOf(opening.lines).reverse());
    if (recorded.state !== 'recorded') throw new Error(recorded.state);
    expect(recorded.plan.header).toEqual(opening.header);
    expect(recorded.plan.lines()).toEqual(lines);
  });

  test('takes several cells, none longer than Excel takes, and far less than its JSON', () => {
    const lengths = opening.lines.map((each) => JSON.stringify((each as AddLine).after['content']).length);
    expect(opening.header.parts).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(32_767);
    expect(lengths.reduce((sum, each) => sum + each)).toBeLessThan(JSON.stringify(lines).length / 4);
  });

  test.each([
    ['a character changed', (rows: BookRow[]) => edited(rows, (text) => `${text.slice(0, 99)}?${text.slice(100)}`)],
    ['a cell emptied', (rows: BookRow[]) => edited(rows, () => '')],
    ['a row lost', (rows: BookRow[]) => rows.filter(({ key }) => key !== 'P1/2')],
  ])('%s is damage, and said so', (_, harm) => {
    expect(recordedPlan(harm(rowsOf(opening.lines)))).toEqual({ state: 'damaged', mayBeOpen: true });
  });
});

function edited(rows: readonly BookRow[], edit: (text: string) => string): BookRow[] {
  return rows.map((row) => {
    const cell = row.cells['content'];
    const isMeant = row.key === 'P1/2' && cell && 'text' in cell;
    return isMeant ? { ...row, cells: { ...row.cells, content: textCell(edit(cell.text)) } } : row;
  });
}

test('a text made short is plain ASCII, and comes back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      const short = shortened(text);
      expect(short).toMatch(/^[A-Za-z0-9+/]*$/);
      expect(restored(short)).toBe(text);
    }),
  );
});

/** The rows of the hidden table, by key. */
function held(rows: ReadonlyMap<string, BookRow['cells']>): BookRow[] {
  return [...rows].map(([key, cells], index) => ({ key, index, cells, formulas: [], others: [] }));
}

describe('the record of a plan', () => {
  test('remembers any number of lines sent back', () => {
    const { header, lines } = openingLines('P1', 'refresh', AT, []);
    const refused = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 100_003);
    const rows = new Map<string, BookRow['cells']>();
    for (const line of [...lines, ...headerChange(header, { ...header, state: 'done', refused })]) {
      if (line.operation === 'add') rows.set(line.key, line.after);
      if (line.operation === 'set') rows.set(line.key, { ...rows.get(line.key), [line.column]: line.after });
    }
    const longest = Math.max(...[...rows.values()].map((cells) => displayed(cells['content'] ?? blank).length));
    expect(longest).toBeLessThanOrEqual(32_767);
    const recorded = recordedPlan(held(rows));
    expect(recorded.state === 'recorded' && recorded.plan.header).toMatchObject({ state: 'done', refused });
    rows.delete('P1/R1');
    expect(recordedPlan(held(rows))).toEqual({
      state: 'damaged',
      mayBeOpen: false,
    });
  });

  test('an id is never given twice', () => {
    const first = freshId(AT, []);
    expect(freshId(AT, [`${first}/0`, `${first}/1`])).toBe(`${first}-2`);
    expect(freshId(AT, [first, `${first}-A`, `${first}-2/0`])).toBe(`${first}-3`);
  });
});
