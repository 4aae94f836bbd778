/** Which files the keys of a person point to. */
import { heldKeys, speaksOf, type KeyIndex } from './keyIndex.ts';
import {
  strongKeys,
  type Candidate,
  type Difference,
  type Matchable,
  type MatchKey,
  type PayrollFile,
} from './matchable.ts';
import { bestFirst } from './rank.ts';
import { firstNamesAgree, homonymsOf, namedAlike, surnamesAgree } from './names.ts';

/** Files named for keys that many hold: more help nobody. */
const MOST_SHARED = 10;

/** The keys that one person and one file have in common. `values`: how many addresses and numbers, two e-mails being two. */
export interface Hit {
  readonly file: PayrollFile;
  readonly keys: Set<MatchKey>;
  emails: number;
}

export interface Hits {
  /** By file, through keys that one person alone holds on each side. */
  readonly own: ReadonlyMap<string, Hit>;
  /** By file, through keys that several hold on one side or the other: void. */
  readonly shared: ReadonlyMap<string, Hit>;
  /** A strong key points to a file that is linked to somebody else. */
  readonly isTaken: boolean;
}

/** Both sides by key, holders in the order of their ids; files by name and by birth date. `isTaken`: linked to somebody of Lucca. */
export interface Sides {
  readonly lucca: KeyIndex<Matchable>;
  readonly payroll: KeyIndex<PayrollFile>;
  readonly homonyms: ReadonlyMap<string, readonly PayrollFile[]>;
  readonly births: ReadonlyMap<string, readonly PayrollFile[]>;
  readonly isTaken: (file: PayrollFile) => boolean;
}

function note(hits: Map<string, Hit>, file: PayrollFile, key: MatchKey): void {
  const hit = hits.get(file.id) ?? { file, keys: new Set<MatchKey>(), emails: 0 };
  hit.keys.add(key);
  if (key === 'email') hit.emails += 1;
  hits.set(file.id, hit);
}

/** The files of a void key that are worth naming: those of the same name first, and no more than help. */
function worthNaming(
  person: Matchable,
  files: readonly PayrollFile[],
  isOpen: (file: PayrollFile) => boolean,
  sides: Sides,
): PayrollFile[] {
  const homonyms = files.length > MOST_SHARED ? homonymsOf(person, sides.homonyms) : [];
  const worthy = new Set(homonyms.filter((file) => files.includes(file) && isOpen(file)));
  for (const file of files) {
    if (worthy.size >= MOST_SHARED) break;
    if (isOpen(file)) worthy.add(file);
  }
  return [...worthy];
}

/** Where the keys of `person` point. A file that is somebody else's by a link is no answer; that a strong key names it is told. */
export function hitsOf(person: Matchable, sides: Sides): Hits {
  const [own, shared] = [new Map<string, Hit>(), new Map<string, Hit>()];
  let isTaken = false;
  for (const held of heldKeys(person)) {
    const files = sides.payroll.get(held.value) ?? [];
    const isOpen = (file: PayrollFile) => speaksOf(held, person, file) && !sides.isTaken(file);
    const [file, other] = files;
    if (other || (sides.lucca.get(held.value) ?? []).length > 1)
      for (const each of worthNaming(person, files, isOpen, sides)) note(shared, each, held.key);
    else if (file && isOpen(file)) note(own, file, held.key);
    else if (file && strongKeys.has(held.key)) isTaken = true;
  }
  return { own, shared, isTaken };
}

/** What both sides know and say otherwise. */
export function differencesOf(one: Matchable, other: Matchable): Difference[] {
  const [person, file] = namedAlike(one, other);
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return [
    ...(differs(person.nir, file.nir) ? ['nir' as const] : []),
    ...(differs(person.birthDate, file.birthDate) ? ['birthDate' as const] : []),
    ...(surnamesAgree(person, file) ? [] : ['surname' as const]),
    ...(firstNamesAgree(person, file) ? [] : ['firstName' as const]),
  ];
}

/** Keys that both hold, whoever else does. */
export function commonKeys(person: Matchable, file: PayrollFile): MatchKey[] {
  const values = new Set(heldKeys(file).map(({ value }) => value));
  const common = heldKeys(person).filter((held) => values.has(held.value) && speaksOf(held, person, file));
  return [...new Set(common.map(({ key }) => key)), ...(isSameBirth(person, file) ? (['birthDate'] as const) : [])];
}

export function isSameBirth(person: Matchable, file: Matchable): boolean {
  return person.birthDate !== null && person.birthDate === file.birthDate;
}

/** A file that no key of its own points to: what it has in common with the person, whoever else has it. */
export function plainCandidate(person: Matchable, file: PayrollFile): Candidate {
  return { id: file.id, keys: commonKeys(person, file), shared: [], differences: differencesOf(person, file) };
}

export function candidateOf(person: Matchable, file: PayrollFile, { own, shared }: Hits): Candidate {
  const keys = [...(own.get(file.id)?.keys ?? [])];
  return {
    id: file.id,
    keys: [...keys, ...(isSameBirth(person, file) ? (['birthDate'] as const) : [])],
    shared: [...(shared.get(file.id)?.keys ?? [])],
    differences: differencesOf(person, file),
  };
}

/** Every file that a key of the person points to, the best first. */
export function candidatesOf(person: Matchable, hits: Hits): Candidate[] {
  const files = [hits.own, hits.shared].flatMap((each) => [...each.values()].map(({ file }) => file));
  return [...new Set(files)].map((file) => candidateOf(person, file, hits)).sort(bestFirst);
}
