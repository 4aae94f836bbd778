import { describe, expect, test } from '@jest/globals';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import type { PlanKind } from '../../shared/domain/review/plan.ts';
import { standing, stepsBack, type PlanHeader } from '../../shared/flows/planHistory.ts';

const AT = instant('2026-11-20T19:04:00.000Z');

function header(id: string, kind: PlanKind = 'refresh', more: Partial<PlanHeader> = {}): PlanHeader {
  return { id, kind, state: 'done', at: AT, parts: 1, check: '', refused: [], ...more };
}

const undo = (id: string, undoes?: string) => header(id, 'undo', undoes === undefined ? {} : { undoes });
const ids = (headers: readonly (PlanHeader | undefined)[]) => headers.map((each) => each?.id);

describe('what stands', () => {
  test('is neither taken back nor what took back', () => {
    expect(ids(standing([header('A'), header('B'), undo('C', 'B'), undo('D', 'A')]))).toEqual([]);
    expect(ids(standing([header('A'), undo('C', 'B'), header('D')]))).toEqual(['A', 'D']);
  });

  test('is all of it while the undo is only begun', () => {
    const begun = header('C', 'undo', { state: 'open', undoes: 'B' });
    expect(ids(standing([header('B'), begun]))).toEqual(['B', 'C']);
  });
});

describe('steps back', () => {
  test('are five, the last first', () => {
    expect(ids(stepsBack(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id) => header(id))))).toEqual([
      'G',
      'F',
      'E',
      'D',
      'C',
    ]);
  });

  test.each([
    ['an order', header('X', 'voucherOrder')],
    ['a plan under way', header('X', 'refresh', { state: 'open' })],
    ['an undo that does not say of what', undo('X')],
    ['a plan that cannot be read', undefined],
  ])('stop at %s', (_, other) => {
    expect(ids(stepsBack([header('A'), other, header('B')]))).toEqual(['B']);
    expect(stepsBack([header('A'), other])).toEqual([]);
  });

  test('weigh no more than 60 cells besides the last one', () => {
    const heavy = (id: string, parts: number) => header(id, 'refresh', { parts });
    expect(ids(stepsBack([header('A'), heavy('B', 40), heavy('C', 20), heavy('D', 900)]))).toEqual(['D', 'C', 'B']);
    expect(ids(stepsBack([heavy('A', 61), heavy('B', 1)]))).toEqual(['B']);
  });
});
