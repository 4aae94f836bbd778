import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { netEffect, type NetEffect } from '../../addin/workbook/netEffect.ts';
import { blank, textCell } from '../../shared/domain/review/cell.ts';
import { inverse, type PlanLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { settle } from '../../shared/tables/settle.ts';
import { add, remove, set, text, trial } from '../book/trialTables.ts';

const columns = { ours: new Set(trial.columns.map(({ key }) => key)), beside: new Set(['Prime']) };

function row(index: number, key: string, name: string, more: Partial<BookRow> = {}): BookRow {
  return { key, index, cells: { id: text(key), name: text(name) }, formulas: [], others: [], ...more };
}

/** A sheet as « key:name » by body row, '' where the row is blank: what the effect must leave. */
type Sheet = string[];

const line = (key: string, cells: BookRow['cells']): string => {
  const name = cells['name'] ?? blank;
  return `${key}:${'text' in name ? name.text : ''}`;
};

/** Does to a plain array what the blocks do to a sheet, in the same order. */
function applied(sheet: Sheet, effect: NetEffect): Sheet {
  const body = [...sheet];
  for (const { row: at, held, after } of effect.sets) body[at] = line(held.key, { name: after });
  for (const at of [...effect.deletes].reverse()) body.splice(at, 1);
  if (effect.emptied !== undefined) body[effect.emptied] = '';
  expect(body).toHaveLength(effect.heightBetween);
  for (const { at, rows, isOver } of effect.inserts) {
    const cells = rows.map((each) => line(each.key, each.cells));
    if (isOver) expect(body.slice(at, at + rows.length).every((each) => each === '')).toBe(true);
    body.splice(at, isOver ? rows.length : 0, ...cells);
  }
  const { at, rows } = effect.tail;
  expect(body.slice(at).every((each) => each === '')).toBe(true);
  rows.forEach((each, index) => (body[at + index] = line(each.key, each.cells)));
  return body;
}

function trimmed(sheet: Sheet): Sheet {
  const end = sheet.reduce((last, each, index) => (each === '' ? last : index + 1), 0);
  return sheet.slice(0, end);
}

const keys = ['1', '2', '3', '4', '5'];
const bodies = fc
  .shuffledSubarray(keys)
  .chain((held) => fc.array(fc.nat(held.length), { maxLength: 3 }).map((blanks) => withBlanks(held, blanks)));

function withBlanks(held: readonly string[], blanks: readonly number[]): (BookRow | undefined)[] {
  const body: (string | undefined)[] = [...held];
  for (const at of blanks) body.splice(at, 0, undefined);
  if (body.length === 0) body.push(undefined);
  return body.map((key, index) => (key === undefined ? undefined : row(index, key, `nom ${key}`)));
}

const names = fc.constantFrom('nom 1', 'nom 2', 'x', 'y');
const lines: fc.Arbitrary<PlanLine> = fc.oneof(
  fc.tuple(fc.constantFrom(...keys), names, names).map(([key, a, b]) => set(key, 'name', text(a), text(b))),
  fc
    .tuple(fc.constantFrom(...keys, '6', '7'), names, fc.option(fc.nat(6), { nil: undefined }))
    .map(([key, name, at]) => add(key, { name: text(name) }, at === undefined ? {} : { at })),
  fc.constantFrom(...keys).map((key) => remove(key, { name: text(`nom ${key}`) })),
);

describe('the net effect of lines', () => {
  test('done step by step on a sheet, leaves what the lines followed one by one make', () => {
    fc.assert(
      fc.property(bodies, fc.array(lines, { maxLength: 12 }), (body, plan) => {
        const outcome = settle({ declaration: trial, columns, rows: body }, plan);
        const sheet = body.map((held) => (held ? line(held.key, held.cells) : ''));
        const wanted = outcome.entries.map((entry) => (entry.row ? line(entry.row.key, entry.row.cells) : ''));
        const left = applied(sheet, netEffect(outcome.entries, body.length));
        // Blank rows at the end are taken first: how many are left does not matter.
        expect(trimmed(left)).toEqual(trimmed(wanted));
        expect(left.length).toBeGreaterThan(0);
        expect(outcome.todo.length + outcome.already.length + outcome.refused.length).toBe(plan.length);
      }),
      { numRuns: 500 },
    );
  });

  test('of a change and its inverse is nothing, when no row is blank', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: 1 }), fc.shuffledSubarray(keys), (held, gone) => {
        const body = withBlanks(held, []);
        const plan = gone
          .filter((key) => held.includes(key))
          .map((key) => remove(key, { name: text(`nom ${key}`) }, { at: held.indexOf(key) }));
        const there = settle({ declaration: trial, columns, rows: body }, plan);
        const between = there.entries.map(({ row: now }, index) => now && row(index, now.key, `nom ${now.key}`));
        const back = settle(
          { declaration: trial, columns, rows: between.length > 0 ? between : [undefined] },
          inverse(plan),
        );
        expect(back.entries.map((entry) => entry.row?.key)).toEqual(held);
      }),
    );
  });

  test('capitals alone are written: the same value for a comparison, not for the person', () => {
    const plan = set('1', 'name', text('martin'), text('Martin'));
    const outcome = settle({ declaration: trial, columns, rows: [row(0, '1', 'martin')] }, [plan]);
    expect(netEffect(outcome.entries, 1).sets).toMatchObject([{ after: textCell('Martin') }]);
  });
});
