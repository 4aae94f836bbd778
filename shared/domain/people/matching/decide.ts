/** What the keys of one person come to, the others left aside: the rules of « Rapprochement », in their order. */
import { differencesOf, isSameBirth, type Hit, type Hits } from './hits.ts';
import { isFirstNameMissing } from './names.ts';
import { strongKeys, type Difference, type Matchable, type MatchReason, type MatchState } from './matchable.ts';

export interface Verdict {
  readonly state: Exclude<MatchState, 'linked'>;
  readonly reason: MatchReason;
}

const sure: Verdict = { state: 'match', reason: 'sure' };

function toConfirm(reason: MatchReason): Verdict {
  return { state: 'toConfirm', reason };
}

function conflict(reason: MatchReason): Verdict {
  return { state: 'conflict', reason };
}

function has(differences: readonly Difference[], ...some: readonly Difference[]): boolean {
  return some.some((each) => differences.includes(each));
}

/**
 * NIR equal: a different birth date, or another name altogether, is somebody else's number. Marriage changes the surname, not the first name:
 * that one may be of a twin or of a spouse, unless the matricule says who it is as well, and people go by another of their first names.
 */
function byNir({ keys }: Hit, differences: readonly Difference[]): Verdict {
  const isOtherName = has(differences, 'surname') && has(differences, 'firstName');
  if (has(differences, 'birthDate') || isOtherName) return conflict('contradicted');
  const isAsked = has(differences, 'firstName') && !keys.has('establishment+matricule');
  return isAsked ? toConfirm('nameDiffers') : sure;
}

/** A matricule may have been given again, or crossed between twins: what is known of the person must not say otherwise. */
function byPair(differences: readonly Difference[]): Verdict {
  if (has(differences, 'nir', 'birthDate')) return conflict('contradicted');
  return has(differences, 'surname', 'firstName') ? toConfirm('nameDiffers') : sure;
}

/**
 * E-mails, phone, matricule: two of them, or one and the birth date. A couple or twins share these, and not the first name; whoever takes
 * a post takes its e-mail and its phone, and not the surname, which marriage changes and the birth date then confirms.
 */
function byWeakKeys({ keys, emails }: Hit, differences: readonly Difference[], isBirthKnown: boolean): Verdict {
  const count = emails + Number(keys.has('phone')) + Number(keys.has('matricule'));
  if (count < 2 && !isBirthKnown) return toConfirm('weakKey');
  if (has(differences, 'nir', 'birthDate')) return conflict('contradicted');
  const isOther = has(differences, 'firstName') || (has(differences, 'surname') && !isBirthKnown);
  return isOther ? toConfirm('nameDiffers') : sure;
}

function byKeys(hit: Hit, differences: readonly Difference[], isBirthKnown: boolean): Verdict {
  if (hit.keys.has('nir')) return byNir(hit, differences);
  if (hit.keys.has('establishment+matricule')) return byPair(differences);
  return byWeakKeys(hit, differences, isBirthKnown);
}

/**
 * A first name that one side alone says keeps neither a spouse nor a twin away: a strong key and the birth date do, or both strong keys, of
 * somebody whose surname is the same.
 */
function isSureWithout({ keys }: Hit, differences: readonly Difference[], isBirthKnown: boolean): boolean {
  const strong = [...keys].filter((key) => strongKeys.has(key)).length;
  return !has(differences, 'surname') && strong + Number(strong > 0 && isBirthKnown) > 1;
}

function byOneFile(person: Matchable, hit: Hit): Verdict {
  const [differences, isBirthKnown] = [differencesOf(person, hit.file), isSameBirth(person, hit.file)];
  const verdict = byKeys(hit, differences, isBirthKnown);
  if (verdict.state !== 'match' || !isFirstNameMissing(person, hit.file)) return verdict;
  if (isSureWithout(hit, differences, isBirthKnown)) return sure;
  return toConfirm(has(differences, 'surname') ? 'nameDiffers' : 'noFirstName');
}

/** `isClaimed`: the keys of the file point to somebody else too. */
export function verdictOf(person: Matchable, hits: Hits, isClaimed: (file: string) => boolean): Verdict {
  const [hit, other] = [...hits.own.values()];
  if (other) return conflict('twoFiles');
  if (!hit) return hits.shared.size > 0 ? toConfirm('sharedKey') : { state: 'create', reason: 'nobody' };
  const verdict = byOneFile(person, hit);
  const isStrong = [...hit.keys].some((key) => strongKeys.has(key));
  return verdict.state === 'match' && !isStrong && isClaimed(hit.file.id) ? conflict('twoPeople') : verdict;
}
