/** What was taken from Lucca without asking, in words: who, and which fields. No value is told. */
import type { PlanLine } from '../domain/review/plan.ts';
import { person } from '../messages/fr/cliReview.ts';
import { automaticLine } from '../messages/fr/employees/automatic.ts';
import { headingsOf, shownNumber } from './entryText.ts';
import type { ReviewEntry } from './prepareReview.ts';
import { byPerson } from './reviewEntries.ts';

/** Those of `entries` whose cell was written: none of `refused` is theirs. */
export function writtenAmong(entries: readonly ReviewEntry[], refused: readonly PlanLine[]): ReviewEntry[] {
  const places = new Set(
    refused.map((line) => JSON.stringify([line.table, line.key, 'column' in line && line.column])),
  );
  return entries.filter(
    ({ item }) => !item.changes.some(({ column }) => places.has(JSON.stringify([item.table, item.key, column]))),
  );
}

/** One line for each person. */
export function automaticLines(entries: readonly ReviewEntry[]): string[] {
  return byPerson(entries).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { name, employeeNumber } = first.person;
    return [
      automaticLine(
        person(name, shownNumber(employeeNumber, 'personal')),
        group.flatMap(({ item }) => headingsOf(item)),
      ),
    ];
  });
}
