/** A person of Lucca, or a file of payroll, as matching sees them: normalised keys and nothing else. */
import type { PlainDate } from '../../calendar/plainDate.ts';

/**
 * Everything is folded already: two spellings of one thing are equal. Null, or an empty list, is « not known » and proves nothing.
 * `nir`: 13 characters; never a temporary one. `phones`: E.164. `names`: words without accents, in capitals.
 */
export interface Matchable {
  readonly id: string;
  readonly nir: string | null;
  readonly birthDate: PlainDate | null;
  /** Surname and birth name, each as its words. */
  readonly surnames: readonly (readonly string[])[];
  readonly firstNames: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly employeeNumber: string | null;
  readonly establishment: string | null;
}

/** A file of payroll. `link`: the person of Lucca whose file it was said to be. */
export interface PayrollFile extends Matchable {
  readonly link: string | null;
}

/** What two people may have in common. `matricule` alone stands for the pair where one side does not say the establishment. */
export const matchKeys = [
  'link',
  'nir',
  'establishment+matricule',
  'matricule',
  'email',
  'phone',
  'birthDate',
] as const;
export type MatchKey = (typeof matchKeys)[number];

/** Keys that name one person by themselves. */
export const strongKeys: ReadonlySet<MatchKey> = new Set<MatchKey>(['nir', 'establishment+matricule']);

/** What is known on both sides, and differs. */
export type Difference = 'nir' | 'birthDate' | 'surname' | 'firstName';

/** A file that a person may be. `shared`: keys that somebody else holds too, and that therefore prove nothing. */
export interface Candidate {
  readonly id: string;
  readonly keys: readonly MatchKey[];
  readonly shared: readonly MatchKey[];
  readonly differences: readonly Difference[];
}

/**
 * `linked`: the link stands, whatever else. `match`: sure. `toConfirm`: a person must say. `conflict`: keys contradict each other, nothing
 * is written. `create`: payroll has nobody like this.
 */
export type MatchState = 'linked' | 'match' | 'toConfirm' | 'conflict' | 'create';

/** Why it is so: a code of `shared/messages`. */
export type MatchReason =
  | 'link'
  | 'linkDoubtful'
  | 'linkTwice'
  | 'linkedElsewhere'
  | 'sure'
  | 'weakKey'
  | 'sharedKey'
  | 'sameBirth'
  | 'nameDiffers'
  | 'noFirstName'
  | 'refusedBefore'
  | 'contradicted'
  | 'twoFiles'
  | 'twoPeople'
  | 'homonym'
  | 'nobody';

export interface PersonMatch {
  readonly luccaId: string;
  readonly state: MatchState;
  readonly reason: MatchReason;
  /** The file, of a link or a match. */
  readonly file: string | null;
  /** The best first. Of a link or a match: the file itself. */
  readonly candidates: readonly Candidate[];
  /** Files of the same name and nothing else: never matched. */
  readonly suggestions: readonly string[];
}

/**
 * « Ce n'est pas elle », remembered. `file` null: none of those that share a key held by several. `strong`: the strong keys that both had
 * in common when it was said: another one asks again.
 */
export interface Refusal {
  readonly luccaId: string;
  readonly file: string | null;
  readonly strong: readonly MatchKey[];
}
