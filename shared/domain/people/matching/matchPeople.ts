/**
 * Rapprochement: which file of payroll is whose. Pure, and independent of the order of people and of files.
 * A link that was stored stands. Then keys: one that two people hold on either side is void; keys that point to two files, a strong key
 * that what is known contradicts, two people for one file are conflicts; a single e-mail or phone is to be confirmed; a name matches nobody.
 */
import { decideUnlinked } from './decideUnlinked.ts';
import { plainCandidate } from './hits.ts';
import { indexOf } from './keyIndex.ts';
import type { Candidate, Difference, Matchable, PayrollFile, PersonMatch, Refusal } from './matchable.ts';
import { bestFirst, byId } from './rank.ts';
import { groupedBy, nameKeys } from './names.ts';
import { secondFiles } from './secondFiles.ts';

/**
 * What became of a file: the person whose it is, or nobody. `gone`: it is linked to somebody whom Lucca no longer has.
 * `second`: another file of somebody who has theirs.
 */
export interface FileMatch {
  readonly id: string;
  readonly state: 'linked' | 'match' | 'asked' | 'second' | 'onlyInPayroll' | 'gone';
  readonly luccaId: string | null;
}

export interface Matching {
  /** One for each person, in their order. */
  readonly people: readonly PersonMatch[];
  /** One for each file, in their order. */
  readonly files: readonly FileMatch[];
}

/** Differences that make a link doubtful: names change, a number and a birth date do not. */
const doubtful: ReadonlySet<Difference> = new Set<Difference>(['nir', 'birthDate']);

/** The files of each person, in the order given. */
function linksOf(files: readonly PayrollFile[]): ReadonlyMap<string, readonly PayrollFile[]> {
  const links = new Map<string, PayrollFile[]>();
  for (const file of files) {
    const linked = file.link === null ? undefined : links.get(file.link);
    if (linked) linked.push(file);
    else if (file.link !== null) links.set(file.link, [file]);
  }
  return links;
}

function linkCandidate(person: Matchable, file: PayrollFile): Candidate {
  const plain = plainCandidate(person, file);
  return { ...plain, keys: ['link', ...plain.keys] };
}

function linked(person: Matchable, files: readonly PayrollFile[]): PersonMatch {
  const candidates = files.map((file) => linkCandidate(person, file)).sort(bestFirst);
  const about = { luccaId: person.id, candidates, suggestions: [] };
  const [only, other] = candidates;
  if (!only || other) return { ...about, state: 'conflict', reason: 'linkTwice', file: null };
  const isDoubtful = only.differences.some((each) => doubtful.has(each));
  return { ...about, state: 'linked', reason: isDoubtful ? 'linkDoubtful' : 'link', file: only.id };
}

/** Never two to one: of two people who are sure of one file, neither has it. */
function withoutTwoToOne(decided: readonly PersonMatch[]): PersonMatch[] {
  const claims = new Map<string, number>();
  for (const { file } of decided) if (file !== null) claims.set(file, (claims.get(file) ?? 0) + 1);
  return decided.map((match) => {
    const isTwice = match.file !== null && (claims.get(match.file) ?? 0) > 1;
    return isTwice ? { ...match, state: 'conflict', reason: 'twoPeople', file: null } : match;
  });
}

/** A homonym whose file is somebody else's says nothing; nor does one of the same birth date. */
function withFreeHomonyms(match: PersonMatch, owned: ReadonlySet<string>): PersonMatch {
  const suggestions = match.suggestions.filter((id) => !owned.has(id));
  const isBorn = match.reason === 'sameBirth';
  const candidates = isBorn ? match.candidates.filter(({ id }) => !owned.has(id)) : match.candidates;
  if (isBorn && candidates.length === 0) return { ...match, state: 'create', reason: 'nobody', candidates };
  if (suggestions.length === match.suggestions.length) return { ...match, candidates };
  return { ...match, suggestions, reason: suggestions.length > 0 ? match.reason : 'nobody' };
}

/** An establishment that Lucca does not know is a code of payroll: it tells nobody apart. */
function withKnownEstablishments(people: readonly Matchable[], files: readonly PayrollFile[]): PayrollFile[] {
  const known = new Set(people.map(({ establishment }) => establishment));
  return files.map((file) => (known.has(file.establishment) ? file : { ...file, establishment: null }));
}

interface About {
  readonly isInLucca: (id: string) => boolean;
  /** Whose second file each is. */
  readonly seconds: ReadonlyMap<string, string>;
}

function fileMatches(
  files: readonly PayrollFile[],
  matches: readonly PersonMatch[],
  { isInLucca, seconds }: About,
): FileMatch[] {
  const owners = new Map(matches.flatMap((each) => (each.file === null ? [] : [[each.file, each] as const])));
  const asked = new Set(
    matches.flatMap(({ state, candidates }) =>
      state === 'toConfirm' || state === 'conflict' ? candidates.map(({ id }) => id) : [],
    ),
  );
  return files.map(({ id, link }): FileMatch => {
    const owner = owners.get(id);
    if (owner) return { id, state: owner.state === 'linked' ? 'linked' : 'match', luccaId: owner.luccaId };
    if (asked.has(id)) return { id, state: 'asked', luccaId: null };
    const second = seconds.get(id);
    if (second !== undefined) return { id, state: 'second', luccaId: second };
    const isGone = link !== null && !isInLucca(link);
    return { id, state: isGone ? 'gone' : 'onlyInPayroll', luccaId: null };
  });
}

/**
 * Everybody of Lucca, and every file of payroll. Ids are unique on each side.
 * A person whose NIR is that of file `P0001`, born on the same day → `{state: 'match', file: 'P0001', candidates: [{keys: ['nir', …]}]}`.
 */
export function matchPeople(
  people: readonly Matchable[],
  files: readonly PayrollFile[],
  refusals: readonly Refusal[] = [],
): Matching {
  const known = new Set(people.map(({ id }) => id));
  const sorted = withKnownEstablishments(people, files).sort(byId);
  const links = linksOf(sorted);
  const sides = {
    lucca: indexOf(people),
    payroll: indexOf(sorted),
    homonyms: groupedBy(sorted, nameKeys),
    births: groupedBy(sorted, ({ birthDate }) => (birthDate === null ? [] : [birthDate])),
    isTaken: ({ link }: PayrollFile) => link !== null && known.has(link),
  };
  const unlinked = people.filter(({ id }) => !links.has(id));
  const decided = withoutTwoToOne(decideUnlinked({ people: unlinked, sides, refusals }));
  const byLuccaId = new Map(decided.map((each) => [each.luccaId, each]));
  const owned = new Set(decided.flatMap(({ file }) => file ?? []));
  const matches = people.map((person) => {
    const match = byLuccaId.get(person.id);
    return match ? withFreeHomonyms(match, owned) : linked(person, links.get(person.id) ?? []);
  });
  const seconds = secondFiles(people, sorted, matches);
  return { people: matches, files: fileMatches(files, matches, { isInLucca: (id) => known.has(id), seconds }) };
}
