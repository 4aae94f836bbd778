/** Names compared: they never match anybody, they only contradict. */
import { unaccented } from '../../files/plainLetters.ts';
import type { Matchable } from './matchable.ts';

type Words = readonly string[];

/** `nameWords("d'Aubigné-Le Goff")` → `['D', 'AUBIGNE', 'LE', 'GOFF']`. */
export function nameWords(text: string): Words {
  return unaccented(text)
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function within(few: Words, many: Words): boolean {
  return few.every((word) => many.includes(word));
}

/** One may be a part of the other: « Jean » of « Jean-Pierre », « LEGRAND » of « LEGRAND DUPUIS ». */
function agree(a: Words, b: Words): boolean {
  return a.length > 0 && b.length > 0 && (within(a, b) || within(b, a));
}

/** True when one letter typed wrong, missing, added or exchanged with its neighbour tells `a` from `b`. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (long.length > short.length) return rest(short, at) === rest(long, at + 1);
  const isExchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
  return rest(short, at + 1) === rest(long, at + 1) || (isExchanged && rest(short, at + 2) === rest(long, at + 2));
}

function areSwapped(a: Matchable, b: Matchable): boolean {
  const crosses = (x: Matchable, y: Matchable) => x.surnames.some((surname) => agree(surname, y.firstNames));
  return crosses(a, b) && crosses(b, a);
}

/** `false` when both are known and tell two people apart. First names have to be the same to the letter: « Michel », « Michèle ». */
export function firstNamesAgree(a: Matchable, b: Matchable): boolean {
  if (a.firstNames.length === 0 || b.firstNames.length === 0) return true;
  return agree(a.firstNames, b.firstNames) || areSwapped(a, b);
}

/** `false` when both are known and no surname of one is a surname of the other. A slip is forgiven. */
export function surnamesAgree(a: Matchable, b: Matchable): boolean {
  if (a.surnames.length === 0 || b.surnames.length === 0) return true;
  const alike = (x: Words, y: Words) => agree(x, y) || isOneSlip(x.join(' '), y.join(' '));
  return a.surnames.some((x) => b.surnames.some((y) => alike(x, y))) || areSwapped(a, b);
}

/** What homonyms share, one for each surname, whatever the order of first name and surname; none when either is not known. */
export function nameKeys({ surnames, firstNames }: Matchable): string[] {
  if (firstNames.length === 0) return [];
  return [...new Set(surnames.map((surname) => [...surname, ...firstNames].sort().join(' ')))];
}

/** People by what `keysOf` says of each. */
export function groupedBy<T>(people: readonly T[], keysOf: (person: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const index = new Map<string, T[]>();
  for (const person of people)
    for (const key of keysOf(person)) {
      const held = index.get(key);
      if (held) held.push(person);
      else index.set(key, [person]);
    }
  return index;
}

/** Those of `index` who bear a name of `person`, under a birth name too. */
export function homonymsOf<T>(person: Matchable, index: ReadonlyMap<string, readonly T[]>): T[] {
  return [...new Set(nameKeys(person).flatMap((name) => index.get(name) ?? []))];
}
