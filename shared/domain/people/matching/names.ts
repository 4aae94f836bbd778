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

/** Two surnames: a slip is forgiven. */
function alike(a: Words, b: Words): boolean {
  return agree(a, b) || isOneSlip(a.join(' '), b.join(' '));
}

function areSwapped(a: Matchable, b: Matchable): boolean {
  const crosses = (x: Matchable, y: Matchable) => x.surnames.some((surname) => agree(surname, y.firstNames));
  return crosses(a, b) && crosses(b, a);
}

/** `words` without those of `some`, each taken away once; undefined unless all of them are there and something is left. */
function leftOf(words: Words, some: Words): Words | undefined {
  const left = [...words];
  for (const word of some) {
    const at = left.indexOf(word);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return some.length > 0 && left.length > 0 ? left : undefined;
}

/**
 * Surname and first name that stand together as a surname (`LE GOFF GASPARDINE`, in any order), told apart by the names of `other`: what
 * is left without the surname of `other` is a first name; what is left without its first name is a surname if it is theirs, but for a slip.
 * As it is where a first name is said, or nothing tells.
 */
export function toldApart<T extends Matchable>(whole: T, other: Matchable): T {
  if (whole.firstNames.length > 0 || other.firstNames.length === 0) return whole;
  for (const words of whole.surnames) {
    const others = whole.surnames.filter((each) => each !== words);
    const surname = other.surnames.find((each) => leftOf(words, each));
    const firstNames = surname && leftOf(words, surname);
    if (surname && firstNames) return { ...whole, surnames: [surname, ...others], firstNames };
    const rest = leftOf(words, other.firstNames);
    if (rest && other.surnames.some((each) => alike(rest, each)))
      return { ...whole, surnames: [rest, ...others], firstNames: other.firstNames };
  }
  return whole;
}

/** Both sides with their names told apart: at most one of them has surname and first name together. */
export function namedAlike<A extends Matchable, B extends Matchable>(a: A, b: B): readonly [A, B] {
  return [toldApart(a, b), toldApart(b, a)];
}

/** True when one side alone says a first name. */
export function isFirstNameMissing(a: Matchable, b: Matchable): boolean {
  const [x, y] = namedAlike(a, b);
  return x.firstNames.length > 0 !== y.firstNames.length > 0;
}

/** `false` when both are known and tell two people apart. First names have to be the same to the letter: « Michel », « Michèle ». */
export function firstNamesAgree(a: Matchable, b: Matchable): boolean {
  if (a.firstNames.length === 0 || b.firstNames.length === 0) return true;
  return agree(a.firstNames, b.firstNames) || areSwapped(a, b);
}

/** `false` when both are known and no surname of one is a surname of the other. A slip is forgiven. */
export function surnamesAgree(a: Matchable, b: Matchable): boolean {
  if (a.surnames.length === 0 || b.surnames.length === 0) return true;
  return a.surnames.some((x) => b.surnames.some((y) => alike(x, y))) || areSwapped(a, b);
}

/** What homonyms share, one for each surname, whatever the order of first name and surname, in one cell or in two; none for one word. */
export function nameKeys({ surnames, firstNames }: Matchable): string[] {
  const names = surnames.map((surname) => [...surname, ...firstNames].sort()).filter(({ length }) => length > 1);
  return [...new Set(names.map((words) => words.join(' ')))];
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
