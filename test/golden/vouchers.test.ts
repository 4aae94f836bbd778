/** The golden company, held to the page on which its numbers were counted by hand. */
import { describe, expect, test } from '@jest/globals';
import type { VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import { fileText } from '../support/repository.ts';
import { recounted } from '../support/voucherDetail.ts';
import { lived, MONTHS, people } from './voucherCompany.ts';

type Ordered = number | null;

/** `L01–L12` stands for twelve people. */
function named(cell: string): string[] {
  const [first = '', last = first] = cell.split('–');
  const [from, to] = [first, last].map((name) => Number(name.slice(1)));
  return Array.from(
    { length: (to ?? 0) - (from ?? 0) + 1 },
    (_, at) => `${first[0] ?? ''}${String((from ?? 0) + at).padStart(2, '0')}`,
  );
}

/** The numbers of the page, by person. */
function counted(): Map<string, Ordered[]> {
  const rows = fileText('docs/rules/golden-vouchers.md')
    .split('\n')
    .filter((line) => /^\| [LSR]\d\d/.test(line));
  const numbers = new Map<string, Ordered[]>();
  for (const row of rows) {
    const [, who = '', ...cells] = row.split('|').map((cell) => cell.trim());
    const months = cells.slice(0, MONTHS.length).map((cell) => (cell === '–' ? null : Number(cell)));
    for (const id of named(who)) numbers.set(id, months);
  }
  return numbers;
}

function orderedIn(outcomes: readonly VoucherOutcome[]): Ordered {
  return outcomes.length === 0 ? null : outcomes.reduce((sum, { count }) => sum + count.ordered, 0);
}

describe('the golden company', () => {
  const numbers = counted();

  test('is the sixty people of its page', () => {
    expect(people.map(({ id }) => id)).toEqual([...numbers.keys()]);
    expect(people).toHaveLength(60);
  });

  test.each(people.map((person) => [person.id, person] as const))(
    '%s orders what the page says, and the dates listed re-add to it',
    (id, person) => {
      const orders = lived(person);
      expect(orders.map(orderedIn)).toEqual(numbers.get(id));
      for (const outcome of orders.flat()) {
        const { count, lines } = outcome;
        expect(recounted(outcome)).toBe(count.total);
        const listed = lines.reduce((sum, { change }) => sum + change, 0);
        expect(listed + count.manual + count.carriedIn).toBe(count.total);
        expect(count.ordered + count.carriedOut + count.settlement).toBe(count.total);
      }
    },
  );

  test('R11 is told what could not be corrected, R15 what is to recover, R14 what is missing', () => {
    const of = (id: string) => lived(people.find((each) => each.id === id) ?? { id, site: 'lyon' });
    expect(of('R11')[4]?.[0]?.findings).toMatchObject([
      { code: 'voucherBeyondLookBack', facts: { from: '2026-04-14', number: -1 } },
    ]);
    expect(of('R15')[4]?.[0]?.count).toMatchObject({ settlement: -22, ordered: 0 });
    expect(of('R14')[2]?.[0]).toMatchObject({ state: 'incomplete', findings: [{ code: 'voucherPlanningMissing' }] });
  });
});
