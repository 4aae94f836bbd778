import { expect, test } from '@jest/globals';
import { decisionLines, reviewFacts, reviewLines } from '../../server/cli/reviewText.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../shared/domain/review/cell.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import { noDecisions } from '../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { entry, reviewOf } from '../support/reviewEntries.ts';

const waiting = { decision: 'undecided' } as const;
const iban = { column: 'iban', before: textCell('FR7630006000011234567890189'), after: textCell('DE89') };
const bic = { column: 'bic', before: blank, after: textCell('COBADEFF') };
const lastName = { column: 'lastName', before: textCell('MARTIN'), after: textCell('DURAND') };

/** Columns of « Absences » that a removal lists. */
const span = {
  account: textCell('RTT'),
  from: { date: plainDate('2026-10-05') },
  fromHalf: textCell('matin'),
  to: { date: plainDate('2026-10-07') },
  toHalf: textCell('après-midi'),
};

test('what waits is said with its reason, in the order of the pane', () => {
  const review = reviewOf([
    entry('Zoé', { ...waiting, kind: 'gone', changes: [] }),
    entry('Adam', { ...waiting, gated: true, changes: [iban, bic] }),
    entry('Éric', { ...waiting, kind: 'conflict' }),
    entry('Bob', {}),
    entry('Dan', { changes: [lastName] }),
    entry('Cléa', { remembered: true, decision: 'ignore' }),
  ]);
  const decisions = [
    '  À décider : Adam (00057), IBAN : •••••• → ••••••, BIC : (vide) → •••••• (coordonnées bancaires à confirmer)',
    '  À décider : Éric (00057), Ville : •••••• → •••••• (différent dans Lucca et dans la paie)',
    '  À décider : Zoé (00057), Absent de Lucca (à regarder avant d’accepter)',
  ];
  expect(decisionLines(review, noDecisions)).toEqual(decisions);
  expect(reviewLines(review, noDecisions)).toEqual([
    '5 différences',
    '  Modifications : 3',
    '  Absents de Lucca : 1',
    '  Conflits : 1',
    ...decisions,
    '  Modification : Bob (00057), Ville : •••••• → ••••••',
    '  Modification : Dan (00057), Nom : MARTIN → DURAND',
  ]);
});

test('an absence that vanished and waits is said by the person, the account and the dates', () => {
  const changes = absencesTable.columns.map(({ key }) => ({ column: key, before: textCell(key), after: blank }));
  const gone = { ...entry('Léa', { ...waiting, table: absencesTable.name, kind: 'removed', changes }), about: span };
  expect(decisionLines(reviewOf([gone]), noDecisions)).toEqual([
    '  À décider : Léa (00057), Suppression : RTT, du 05/10/2026 au 07/10/2026 (à regarder avant d’accepter)',
  ]);
});

test('the first fifty only', () => {
  const many = Array.from({ length: 53 }, (_, index) => entry(`Personne ${index}`, waiting));
  expect(decisionLines(reviewOf(many), noDecisions)).toHaveLength(51);
  expect(reviewLines(reviewOf(many), noDecisions).at(-1)).toBe('  … et 3 autres');
});

test('for a machine: where each difference stands, what is proposed, what must be confirmed, and no value', () => {
  const bank = entry('Adam', { ...waiting, gated: true, changes: [iban, bic] });
  const town = entry('Bob', {});
  const review = reviewOf([town, bank]);
  const facts = reviewFacts(review, new Map<string, Decision>([[town.item.id, 'ignore']]));
  expect(facts).toMatchObject({ differences: 2, proposed: 0, undecided: 1 });
  expect(facts['entries']).toEqual([
    {
      id: bank.item.id,
      kind: 'changed',
      person: 'Adam',
      table: 'Salariés',
      key: 'Adam',
      headings: ['IBAN', 'BIC'],
      decision: 'undecided',
      remembered: false,
      mustConfirm: true,
      confirm: 'IBAN',
    },
    {
      id: town.item.id,
      kind: 'changed',
      person: 'Bob',
      table: 'Salariés',
      key: 'Bob',
      headings: ['Ville'],
      decision: 'accept',
      remembered: false,
      mustConfirm: false,
    },
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/FR76|DE89|COBA|Paris|Lyon/);
});
