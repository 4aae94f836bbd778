/**
 * Two lists of one company, Lucca's and payroll's, as they are met: typing slips, fields missing, couples and twins who share a phone and an
 * address, homonyms, first names and surnames exchanged, e-mails and matricules given again. Who is who is known.
 */
import { createRandom, type Random } from '../../server/demo/company/prng.ts';
import { nirKey } from '../../server/demo/company/checkDigits.ts';
import { MEN, SURNAMES, WOMEN } from '../../server/demo/company/names.ts';
import { parsePlainDate } from '../../shared/domain/calendar/plainDate.ts';
import { matchableOf } from '../../shared/domain/people/matching/matchableOf.ts';
import type { Matchable, PayrollFile } from '../../shared/domain/people/matching/matchable.ts';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { RowCells } from '../../shared/domain/review/plan.ts';

interface Identity {
  readonly lastName: string;
  readonly birthName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly nir: string;
  readonly workEmail: string;
  readonly personalEmail: string;
  readonly workPhone: string;
  readonly personalPhone: string;
  readonly employeeNumber: string;
  readonly establishment: string;
}

export interface TwoLists {
  readonly people: readonly Matchable[];
  readonly files: readonly PayrollFile[];
  /** Lucca's identifier → the file that is really theirs. */
  readonly truth: ReadonlyMap<string, string>;
}

const PLACES = ['Lyon', 'Strasbourg', 'Saint-Denis'];
/** Couples whose first names one slip tells apart. */
const ALIKE = [
  ['Michel', 'Michèle'],
  ['André', 'Andrée'],
  ['Pascal', 'Pascale'],
  ['René', 'Renée'],
] as const;

function birth(random: Random): string {
  const month = String(random.between(1, 12)).padStart(2, '0');
  return `${random.between(1958, 2006)}-${month}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

function nirOf(random: Random, isWoman: boolean, birthDate: string): string {
  const number = `${isWoman ? 2 : 1}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${random.between(10, 95)}${random.digits(6)}`;
  return number + nirKey(number);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function identity(random: Random, at: number): Identity {
  const isWoman = random.chance(0.5);
  const [firstName, lastName] = [random.pick(isWoman ? WOMEN : MEN), random.pick(SURNAMES)];
  const birthDate = birth(random);
  return {
    lastName,
    birthName: isWoman && random.chance(0.4) ? random.pick(SURNAMES) : lastName,
    firstName,
    birthDate,
    nir: nirOf(random, isWoman, birthDate),
    workEmail: `${plain(firstName)}.${plain(lastName)}${at}@exemple.fr`.replace(/ /g, '-'),
    personalEmail: `p${at}.${plain(lastName).replace(/ /g, '')}@courriel.test`,
    workPhone: random.chance(0.3) ? '0472000000' : `04${random.digits(8)}`,
    personalPhone: `06${random.digits(8)}`,
    // A number is unique in its establishment, not in the company.
    employeeNumber: String(Math.floor(at / PLACES.length)).padStart(5, '0'),
    establishment: PLACES[at % PLACES.length] ?? '',
  };
}

/** Somebody who lives with `other`: spouse, twin, child. */
function relative(random: Random, other: Identity, at: number): Identity {
  const own = identity(random, at);
  const pair = random.pick(ALIKE);
  const isTwin = random.chance(0.2);
  const isNamesake = random.chance(0.3);
  return {
    ...own,
    lastName: other.lastName,
    firstName: isNamesake ? pair[1] : own.firstName === other.firstName ? pair[0] : own.firstName,
    birthDate: isTwin ? other.birthDate : own.birthDate,
    nir: nirOf(random, random.chance(0.5), isTwin ? other.birthDate : own.birthDate),
    personalPhone: other.personalPhone,
    personalEmail: random.chance(0.5) ? other.personalEmail : own.personalEmail,
  };
}

/** Somebody who came after `other`: what belongs to the post is given again. */
function successor(random: Random, other: Identity, at: number): Identity {
  const own = identity(random, at);
  const isEmail = random.chance(0.6);
  return {
    ...own,
    workEmail: isEmail ? other.workEmail : own.workEmail,
    workPhone: other.workPhone,
    ...(isEmail ? {} : { employeeNumber: other.employeeNumber, establishment: other.establishment }),
  };
}

function slip(random: Random, text: string): string {
  const at = random.between(0, Math.max(0, text.length - 2));
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
  return random.pick([
    `${before}${next}${here}${after}`,
    before + next + after,
    `${before}${here}${here}${next}${after}`,
  ]);
}

/** What one list says of somebody. */
function said(random: Random, who: Identity): RowCells {
  const values: Record<string, string> = { ...who };
  const missing: Readonly<Record<string, number>> = {
    nir: 0.2,
    birthDate: 0.2,
    workEmail: 0.2,
    personalEmail: 0.4,
    workPhone: 0.5,
    personalPhone: 0.3,
    employeeNumber: 0.15,
    establishment: 0.1,
    birthName: 0.5,
    firstName: 0.01,
  };
  for (const [key, rate] of Object.entries(missing)) if (random.chance(rate)) values[key] = '';
  for (const key of Object.keys(values))
    if (values[key] !== '' && key !== 'establishment' && random.chance(0.03))
      values[key] = slip(random, values[key] ?? '');
  if (random.chance(0.03))
    [values['firstName'], values['lastName']] = [values['lastName'] ?? '', values['firstName'] ?? ''];
  if (random.chance(0.3)) values['lastName'] = (values['lastName'] ?? '').toUpperCase();
  const date = parsePlainDate(values['birthDate'] ?? '');
  const cells = Object.entries(values).map(([key, text]) => [key, textCell(text)] as const);
  return { ...Object.fromEntries(cells), birthDate: date ? { date } : textCell('') };
}

function somebody(random: Random, known: readonly Identity[], at: number): Identity {
  const other = known.length > 0 ? random.pick(known) : undefined;
  if (other && random.chance(0.12)) return relative(random, other, at);
  return other && random.chance(0.06) ? successor(random, other, at) : identity(random, at);
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Surname and first name in one cell, and nothing tells one from the other. */
function inOneCell(cells: RowCells): RowCells {
  const names = ['lastName', 'firstName'].map((key) => displayed(cells[key] ?? textCell('')));
  return { ...cells, lastName: textCell(names.join(' ').trim().toUpperCase()), firstName: textCell('') };
}

/** `count` people, most of them in both lists. The same for the same seed. `names`: how payroll writes them. */
export function twoLists(count: number, seed: number, names: 'apart' | 'oneCell' = 'apart'): TwoLists {
  const random = createRandom(seed);
  const known: Identity[] = [];
  const people: Matchable[] = [];
  const files: PayrollFile[] = [];
  const truth = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const who = somebody(random, known, at);
    known.push(who);
    const where = random.next();
    const [luccaId, file] = [String(1000 + at), `P${String(at).padStart(5, '0')}`];
    if (where < 0.9) people.push(matchableOf(luccaId, said(random, who)));
    if (where > 0.1) {
      const cells = said(random, who);
      files.push({ ...matchableOf(file, names === 'oneCell' ? inOneCell(cells) : cells), link: null });
    }
    if (where < 0.9 && where > 0.1) truth.set(luccaId, file);
  }
  return { people: shuffled(random, people), files: shuffled(random, files), truth };
}

export interface Quality {
  readonly matched: number;
  readonly wrong: readonly string[];
  /** Share of the people in both lists who are matched without asking. */
  readonly recall: number;
}

export function qualityOf(
  truth: TwoLists['truth'],
  matches: readonly { luccaId: string; file: string | null }[],
): Quality {
  const matched = matches.filter(({ file }) => file !== null);
  const wrong = matched.filter(({ luccaId, file }) => truth.get(luccaId) !== file).map(({ luccaId }) => luccaId);
  return { matched: matched.length, wrong, recall: (matched.length - wrong.length) / truth.size };
}
