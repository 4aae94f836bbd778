/** Files that a strong key gives to somebody who has theirs already: a person hired again, or a file made twice. */
import { differencesOf } from './hits.ts';
import { heldKeys, indexOf } from './keyIndex.ts';
import { strongKeys, type Matchable, type PayrollFile, type PersonMatch } from './matchable.ts';

/** By file, the person of Lucca whose second file it is. */
export function secondFiles(
  people: readonly Matchable[],
  files: readonly PayrollFile[],
  matches: readonly PersonMatch[],
): ReadonlyMap<string, string> {
  const owners = new Map(matches.flatMap(({ luccaId, file }) => (file === null ? [] : [[luccaId, file] as const])));
  const known = indexOf(people.filter(({ id }) => owners.has(id)));
  const found = new Map<string, string>();
  for (const file of files) {
    const strong = heldKeys(file).filter(({ key }) => strongKeys.has(key));
    const [owner, other] = [...new Set(strong.flatMap(({ value }) => known.get(value) ?? []))];
    if (!owner || other || owners.get(owner.id) === file.id) continue;
    if (differencesOf(owner, file).length === 0) found.set(file.id, owner.id);
  }
  return found;
}
