/** Matching the people whom nothing links yet: each by itself, knowing whom the keys of every file point to. */
import { verdictOf, type Verdict } from './decide.ts';
import { candidateOf, candidatesOf, hitsOf, type Hit, type Hits, type Sides } from './hits.ts';
import {
  strongKeys,
  type Candidate,
  type Matchable,
  type MatchKey,
  type PayrollFile,
  type PersonMatch,
  type Refusal,
} from './matchable.ts';
import { bestFirst } from './rank.ts';
import { firstNamesAgree, homonymsOf, namedAlike, surnamesAgree } from './names.ts';

export interface Unlinked {
  readonly people: readonly Matchable[];
  readonly sides: Sides;
  readonly refusals: readonly Refusal[];
}

const JOINT = '\u0000';

function refusalIndex(refusals: readonly Refusal[]): ReadonlyMap<string, readonly MatchKey[]> {
  return new Map(refusals.map(({ luccaId, file, strong }) => [`${luccaId}${JOINT}${file ?? ''}`, strong]));
}

type Refused = (luccaId: string, file: string | null) => readonly MatchKey[] | undefined;

/** `again`: a file refused before, that a strong key not known then points to. */
interface Seen {
  readonly person: Matchable;
  readonly hits: Hits;
  readonly again: boolean;
}

/** What a refusal leaves of the hits: nothing, unless a strong key says otherwise since. */
function seen(person: Matchable, sides: Sides, refused: Refused): Seen {
  const all = hitsOf(person, sides);
  const isNews = ([id, { keys }]: readonly [string, Hit]) => {
    const known = refused(person.id, id);
    return known !== undefined && [...keys].some((key) => strongKeys.has(key) && !known.includes(key));
  };
  const isLeft = (each: readonly [string, Hit]) => refused(person.id, each[0]) === undefined || isNews(each);
  const isNobody = refused(person.id, null) !== undefined;
  const own = new Map([...all.own].filter(isLeft));
  const shared = new Map(isNobody ? [] : [...all.shared].filter(([id]) => refused(person.id, id) === undefined));
  return { person, hits: { ...all, own, shared }, again: [...own].some(isNews) };
}

/** How many people the keys of each file point to. */
function claimsOf(all: readonly Seen[]): ReadonlyMap<string, number> {
  const claims = new Map<string, number>();
  for (const { hits } of all) for (const id of hits.own.keys()) claims.set(id, (claims.get(id) ?? 0) + 1);
  return claims;
}

function judged({ person, hits, again }: Seen, claims: ReadonlyMap<string, number>): Verdict {
  if (hits.isTaken) return { state: 'conflict', reason: 'linkedElsewhere' };
  const verdict = verdictOf(person, hits, (file) => (claims.get(file) ?? 0) > 1);
  return verdict.state === 'match' && again ? { state: 'toConfirm', reason: 'refusedBefore' } : verdict;
}

/** True of a file that nobody has, and that was not refused. */
function isOpen(person: Matchable, file: PayrollFile, { isTaken }: Sides, refused: Refused): boolean {
  return !isTaken(file) && refused(person.id, file.id) === undefined;
}

/** Homonyms, where nothing else points anywhere. Those who were refused, and those who are somebody else, are left out. */
function suggestionsOf(person: Matchable, sides: Sides, refused: Refused): string[] {
  const files = homonymsOf(person, sides.homonyms);
  return files.filter((file) => isOpen(person, file, sides, refused)).map(({ id }) => id);
}

/** One birth date and one first name, and the surname or the establishment: marriage changes a surname, and twins have two first names. */
function sameBirths(person: Matchable, hits: Hits, sides: Sides, refused: Refused): Candidate[] {
  const files = person.birthDate === null ? [] : (sides.births.get(person.birthDate) ?? []);
  const isAlike = (held: PayrollFile) => {
    const [one, file] = namedAlike(person, held);
    const isNamed = one.firstNames.length > 0 && file.firstNames.length > 0;
    const isNear = surnamesAgree(one, file) || (one.establishment !== null && one.establishment === file.establishment);
    return isNamed && firstNamesAgree(one, file) && isNear;
  };
  const candidates = files
    .filter((file) => isAlike(file) && isOpen(person, file, sides, refused))
    .map((file) => candidateOf(person, file, hits));
  return candidates.filter(({ differences }) => !differences.includes('nir')).sort(bestFirst);
}

function created(person: Matchable, hits: Hits, sides: Sides, refused: Refused): PersonMatch {
  const born = sameBirths(person, hits, sides, refused);
  const suggestions = suggestionsOf(person, sides, refused);
  const about = { luccaId: person.id, file: null, candidates: born };
  if (born.length > 0) return { ...about, state: 'toConfirm', reason: 'sameBirth', suggestions: [] };
  return { ...about, state: 'create', reason: suggestions.length > 0 ? 'homonym' : 'nobody', suggestions };
}

/** One answer for each person that no link decides. */
export function decideUnlinked({ people, sides, refusals }: Unlinked): PersonMatch[] {
  const index = refusalIndex(refusals);
  const refused: Refused = (luccaId, file) => index.get(`${luccaId}${JOINT}${file ?? ''}`);
  const all = people.map((person) => seen(person, sides, refused));
  const claims = claimsOf(all);
  return all.map((each): PersonMatch => {
    const { person, hits } = each;
    const { state, reason } = judged(each, claims);
    if (state === 'create') return created(person, hits, sides, refused);
    const about = { luccaId: person.id, state, reason, suggestions: [] };
    const candidates = candidatesOf(person, hits);
    if (state !== 'match') return { ...about, file: null, candidates };
    const sure = candidates.filter(({ id }) => hits.own.has(id));
    return { ...about, file: sure[0]?.id ?? null, candidates: sure };
  });
}
