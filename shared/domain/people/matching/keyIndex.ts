/** Who holds which key, on one side. */
import type { Matchable, MatchKey } from './matchable.ts';

/** A key with its value: what is looked up. */
export interface HeldKey {
  readonly key: MatchKey;
  readonly value: string;
}

/** Never inside a value: they are folded texts. */
const JOINT = '\u0000';

/** The keys of somebody, by value. */
export function heldKeys({ nir, establishment, employeeNumber, emails, phones }: Matchable): HeldKey[] {
  const held = (key: MatchKey, text: string): HeldKey => ({ key, value: `${key}${JOINT}${text}` });
  const isPair = establishment !== null && employeeNumber !== null;
  return [
    ...(nir === null ? [] : [held('nir', nir)]),
    ...(isPair ? [held('establishment+matricule', `${establishment}${JOINT}${employeeNumber}`)] : []),
    ...(employeeNumber === null ? [] : [held('matricule', employeeNumber)]),
    ...[...new Set(emails)].map((email) => held('email', email)),
    ...[...new Set(phones)].map((phone) => held('phone', phone)),
  ];
}

export type KeyIndex<T extends Matchable> = ReadonlyMap<string, readonly T[]>;

/** Holders by value of key. */
export function indexOf<T extends Matchable>(people: readonly T[]): KeyIndex<T> {
  const index = new Map<string, T[]>();
  for (const person of people)
    for (const { value } of heldKeys(person)) {
      const holders = index.get(value);
      if (holders) holders.push(person);
      else index.set(value, [person]);
    }
  return index;
}

/** Two establishments have their own numbers: a matricule alone says something only where one side does not say which it is. */
export function speaksOf({ key }: HeldKey, a: Matchable, b: Matchable): boolean {
  return key !== 'matricule' || a.establishment === null || b.establishment === null;
}
