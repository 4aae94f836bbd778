/** The examples of area `matching` of the reference. */
import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../../../shared/domain/people/employee.ts';
import { missingFields } from '../../../../shared/domain/people/missingFields.ts';
import { matchableOf } from '../../../../shared/domain/people/matching/matchableOf.ts';
import { matchPeople } from '../../../../shared/domain/people/matching/matchPeople.ts';
import { textCell } from '../../../../shared/domain/review/cell.ts';
import { vectorsOf, type Vector } from '../../../cases/vectors.ts';

/** Names of the reference → keys of the catalogue. */
const keys: Readonly<Record<string, readonly string[]>> = {
  nir: ['nir'],
  email: ['workEmail'],
  phones: ['personalPhone', 'workPhone'],
  matricule: ['employeeNumber'],
  establishment: ['establishment'],
  lastName: ['lastName'],
  firstName: ['firstName'],
  contractStart: ['contractStart'],
};

function cellsOf(given: object) {
  const texts = Object.entries(given).flatMap(([name, value]) =>
    (keys[name] ?? []).map(
      (key, at) => [key, textCell(String((Array.isArray(value) ? value[at] : value) ?? ''))] as const,
    ),
  );
  return Object.fromEntries(texts);
}

interface Input {
  readonly source: Readonly<Record<string, unknown>>;
  readonly targets: readonly Readonly<Record<string, unknown>>[];
}

/** What the reference calls `ambiguous` is to be confirmed among several; `no-match` is nobody, but for homonyms. */
function answerOf({ input }: Vector): Vector['expected'] {
  const { source, targets } = input as unknown as Input;
  const files = targets.map((each) => ({ ...matchableOf(String(each['id']), cellsOf(each)), link: null }));
  const [match] = matchPeople([matchableOf('source', cellsOf(source))], files).people;
  if (!match) throw new RangeError('nobody');
  const { state, file, candidates, suggestions } = match;
  if (state === 'match') return { result: 'match', id: Number(file), by: candidates[0]?.keys };
  if (state === 'toConfirm') return { result: 'ambiguous', candidates: candidates.map(({ id }) => Number(id)) };
  if (suggestions.length > 0) return { result: 'no-match', suggestions: suggestions.map(Number) };
  return { result: state, warnings: warningsOf(source) };
}

/** Lucca holds nothing where the example says nothing: what payroll misses of what the example asks for. */
function warningsOf(source: Input['source']): string[] {
  const values: Employee['values'] = { nir: null, workEmail: null };
  const missing = missingFields({ id: 'source', values: { ...values, ...source } }, plainDate('2026-10-26'));
  return [
    ...(missing.includes('nir') ? ['MISSING_NIR'] : []),
    ...(source['email'] === undefined ? ['MISSING_EMAIL'] : []),
  ];
}

describe('examples of the reference', () => {
  test.each(vectorsOf('matching').map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, vector) => {
      expect(answerOf(vector)).toEqual(vector.expected);
    },
  );

  test('none is left out', () => {
    expect(vectorsOf('matching')).toHaveLength(5);
  });
});
