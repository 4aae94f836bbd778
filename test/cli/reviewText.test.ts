import { expect, test } from '@jest/globals';
import { decisionLines, reviewLines } from '../../server/cli/reviewText.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';

const waiting = { decision: 'undecided' } as const;

test('what waits is said with its reason, in the order of the pane', () => {
  const iban = { column: 'iban', before: textCell('FR76'), after: textCell('FR14') };
  const review = reviewOf([
    entry('Zoé', { ...waiting, kind: 'gone', changes: [] }),
    entry('Adam', { ...waiting, gated: true, changes: [iban] }),
    entry('Éric', { ...waiting, kind: 'conflict' }),
    entry('Bob', {}),
    entry('Cléa', { remembered: true, decision: 'ignore' }),
  ]);
  expect(decisionLines(review)).toEqual([
    '  À décider : Adam, IBAN (coordonnées bancaires à confirmer dans Excel)',
    '  À décider : Éric, Ville (modifié dans Lucca et dans la paie)',
    '  À décider : Zoé (à regarder dans Excel avant d’accepter)',
  ]);
  expect(reviewLines(review)[0]).toBe('4 différences');
  expect(reviewLines(review).join('\n')).not.toMatch(/FR\d\d|Paris|Lyon/);
});

test('the first ones only', () => {
  const many = Array.from({ length: 23 }, (_, index) => entry(`Personne ${index}`, waiting));
  expect(decisionLines(reviewOf(many))).toHaveLength(21);
  expect(decisionLines(reviewOf(many)).at(-1)).toBe('  … et 3 autres');
});
