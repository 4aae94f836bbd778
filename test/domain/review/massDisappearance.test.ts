import { describe, expect, test } from '@jest/globals';
import { guarded, isMassDisappearance } from '../../../shared/domain/review/massDisappearance.ts';
import type { ReviewItem, TableReview } from '../../../shared/domain/review/review.ts';

function review(removed: number): TableReview {
  const item = (index: number): ReviewItem => ({
    id: String(index),
    table: 'T',
    key: String(index),
    kind: 'removed',
    changes: [],
    gated: false,
    remembered: false,
    decision: 'accept',
    lines: { accept: [], ignore: [] },
  });
  return {
    items: Array.from({ length: removed }, (_, index) => item(index)),
    silent: [],
    kept: [],
    unchanged: 0,
    findings: [],
  };
}

describe('mass disappearance', () => {
  test.each([
    [5, 5, false],
    [6, 59, true],
    [6, 60, false],
    [7, 60, true],
    [0, 0, false],
  ])('%i of %i rows: %s', (disappeared, rows, mass) => {
    expect(isMassDisappearance(disappeared, rows)).toBe(mass);
  });

  test('nothing of it is proposed, and a finding says why', () => {
    const { items, findings } = guarded(review(20), 'T', 'removed', 40);
    expect(new Set(items.map(({ decision }) => decision))).toEqual(new Set(['undecided']));
    expect(findings).toMatchObject([{ code: 'massDisappearance', facts: { disappeared: 20, rows: 40 } }]);
    expect(guarded(review(3), 'T', 'removed', 40).findings).toEqual([]);
  });
});
