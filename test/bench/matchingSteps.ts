/** Two lists of one company brought together, with slips, couples, homonyms and keys given again, beside the same keys looked up in maps. */
import type { Matchable } from '../../shared/domain/people/matching/matchable.ts';
import { matchPeople } from '../../shared/domain/people/matching/matchPeople.ts';
import { qualityOf, twoLists } from '../support/twoLists.ts';
import type { Recorder } from './recorder.ts';

function keysOf({ nir, establishment, employeeNumber, emails, phones }: Matchable): string[] {
  return [nir ?? '', `${establishment ?? ''} ${employeeNumber ?? ''}`, ...emails, ...phones].filter(
    (key) => key !== '',
  );
}

/** Every file that shares a key with each person: no rule, no name, no reason. */
function lookedUp(people: readonly Matchable[], files: readonly Matchable[]): number {
  const index = new Map<string, Set<string>>();
  for (const file of files) for (const key of keysOf(file)) index.set(key, (index.get(key) ?? new Set()).add(file.id));
  return people.reduce((sum, person) => {
    const found = keysOf(person).map((key) => index.get(key));
    return sum + found.filter((each) => each?.size === 1).length;
  }, 0);
}

/** Throws when somebody is taken for somebody else: a fast wrong answer is no measure. */
export async function matchingSteps({ step, plain }: Recorder, number: number): Promise<void> {
  const { people, files, truth } = twoLists(number, 1);
  const matching = await step('two lists matched, reasons kept', () => matchPeople(people, files));
  const { wrong, recall } = qualityOf(truth, matching.people);
  if (wrong.length > 0) throw new Error(`${wrong.length} people are taken for somebody else`);
  const quality = `0 wrong, recall ${(recall * 100).toFixed(1)} %`;
  await plain(`keys in maps, nothing decided (${quality})`, () => lookedUp(people, files));
}
