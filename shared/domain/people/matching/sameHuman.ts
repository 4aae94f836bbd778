/** One human under two identifiers of Lucca, hired again: what two people of one matricule are asked. */
import { differencesOf, isSameBirth } from './hits.ts';
import type { Matchable } from './matchable.ts';
import { isFirstNameMissing } from './names.ts';

/**
 * NIR and birth date known on both sides and the same; first names told apart are twins, one of whom bears the number of the other. A surname
 * may have changed.
 * `isSameHuman({nir: '2951099126111', birthDate: '1995-10-12', …}, {nir: '2951099126111', birthDate: null, …})` → false: nobody knows.
 */
export function isSameHuman(one: Matchable, other: Matchable): boolean {
  const isKnown = one.nir !== null && one.nir === other.nir && isSameBirth(one, other);
  return isKnown && !isFirstNameMissing(one, other) && !differencesOf(one, other).includes('firstName');
}
