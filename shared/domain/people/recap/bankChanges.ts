/** « RIB modifiés »: every IBAN or BIC that is new or changed in a month, where it stands, and what is odd about it. */
import type { Instant } from '../../calendar/plainDate.ts';
import type { Finding } from '../../finding.ts';
import { blank, canonical, type Cell } from '../../review/cell.ts';
import { bankFields, type BankChange, type BankField, type BankState } from './bankChange.ts';
import { bankFindings, sharedFindings } from './bankFindings.ts';
import type { AskedValue, FrozenPerson } from './frozenPerson.ts';
import { recapPerson } from './recap.ts';
import type { LoggedChange } from './rewind.ts';
import { sameField } from './sameField.ts';

export interface LoggedBankChange extends LoggedChange {
  readonly at: Instant;
}

/** What payroll answered to Lucca. */
export interface BankAnswers {
  /** What payroll refused: Lucca's value of a field of a person. */
  readonly isIgnored: (id: string, field: BankField, value: Cell) => boolean;
  /** What payroll last accepted from Lucca: that value of Lucca asks for nothing. False for a person without a memory. */
  readonly isAccepted: (id: string, field: BankField, value: Cell) => boolean;
}

export interface BankInput {
  /** At the close before. */
  readonly before: readonly FrozenPerson[];
  /** The workbook, or its copy at the close of the month; each with what Lucca asks, or asked then. */
  readonly mine: readonly FrozenPerson[];
  /** Lucca now; empty for a month that is closed. */
  readonly theirs: readonly FrozenPerson[];
  /** What the change log says of the month, oldest first. */
  readonly log: readonly LoggedBankChange[];
}

export interface BankChanges {
  /** By name. */
  readonly changes: readonly BankChange[];
  readonly findings: readonly Finding[];
}

type AskedFields = NonNullable<FrozenPerson['asked']>;

/** One field of an account. */
interface Standing {
  readonly was: Cell;
  readonly mine: Cell;
  /** What Lucca says and payroll never took. */
  readonly asked: AskedValue | undefined;
  readonly isChanged: boolean;
  readonly isOwn: boolean;
  /** The last that Lucca was seen to say in the month; undefined when it changed nothing. */
  readonly last: Cell | undefined;
}

const isOfBank = ({ kind, field }: LoggedBankChange) => kind === 'changed' && bankFields.some((each) => each === field);
const cellOf = (person: FrozenPerson | undefined, field: BankField) => person?.cells[field] ?? blank;

/** A person whom Lucca shows without a field, or not at all, still says of it what Lucca said last. */
function lastSaid(log: readonly LoggedBankChange[]): ReadonlyMap<string, Cell> {
  return new Map(log.filter(isOfBank).map(({ employeeId, field, after }) => [`${employeeId} ${field ?? ''}`, after]));
}

/**
 * `people` of the workbook, each with what Lucca says of their account and payroll never took: a blank too, when the account was removed.
 * `log`: everything that Lucca was seen to change until then, oldest first.
 */
export function withAsked(
  people: readonly FrozenPerson[],
  theirs: readonly FrozenPerson[],
  log: readonly LoggedBankChange[],
  { isIgnored, isAccepted }: BankAnswers,
): FrozenPerson[] {
  const [lucca, said] = [new Map(theirs.map((person) => [person.id, person])), lastSaid(log)];
  return people.map((person) => {
    const { id, cells } = person;
    const asked = bankFields.flatMap((field): [BankField, AskedValue][] => {
      const value = lucca.get(id)?.cells[field] ?? said.get(`${id} ${field}`);
      if (!value || sameField(field, value, cells[field] ?? blank) || isAccepted(id, field, value)) return [];
      return [[field, { value, state: isIgnored(id, field, value) ? 'ignored' : 'waiting' }]];
    });
    return { ...person, asked: Object.fromEntries(asked) satisfies AskedFields };
  });
}

function standing(
  field: BankField,
  person: FrozenPerson,
  before: FrozenPerson | undefined,
  log: readonly LoggedBankChange[],
): Standing {
  const [was, mine] = [cellOf(before, field), cellOf(person, field)];
  const last = log.filter((change) => change.field === field).at(-1)?.after;
  const isChanged = !sameField(field, was, mine);
  return { was, mine, asked: person.asked?.[field], isChanged, isOwn: person.own.has(field), last };
}

type Account = Readonly<Record<BankField, Standing>>;

/** The account that stands in the workbook is told first: payroll typed it and pays it, whatever Lucca asks beside. */
function stateOf({ iban, bic }: Account): BankState | null {
  const both = [iban, bic];
  if (both.some(({ isOwn, isChanged }) => isOwn && isChanged)) return 'typed';
  const asked = both.flatMap((each) => each.asked?.state ?? []);
  if (asked.length > 0) return asked.includes('waiting') ? 'waiting' : 'ignored';
  return both.some(({ isChanged }) => isChanged) ? 'accepted' : null;
}

/** It changed and came back, of Lucca or by payroll's hand. Where the workbook is not what Lucca said last, nobody knows what became of it. */
function backState({ iban, bic }: Account): BankState {
  if (iban.isOwn || bic.isOwn) return 'typed';
  const isBack = ({ last, mine }: Standing, field: BankField) => !last || sameField(field, last, mine);
  return isBack(iban, 'iban') && isBack(bic, 'bic') ? 'accepted' : 'unknown';
}

/** `state` null: nothing differs now. */
function told(account: Account, state: BankState | null): Pick<BankChange, 'before' | 'after' | 'state' | 'other'> {
  const { iban, bic } = account;
  const is = ({ asked, mine }: Standing) => (asked && state !== 'typed' ? asked.value : mine);
  const asked = [iban.asked?.state, bic.asked?.state];
  const other = asked.includes('waiting') ? 'waiting' : asked.includes('ignored') ? 'ignored' : null;
  return {
    before: textsOf({ iban: iban.was, bic: bic.was }),
    after: textsOf({ iban: is(iban), bic: is(bic) }),
    state: state ?? backState(account),
    other: state === 'typed' ? other : null,
  };
}

function logOf(log: readonly LoggedBankChange[]): ReadonlyMap<string, readonly LoggedBankChange[]> {
  const byPerson = new Map<string, LoggedBankChange[]>();
  for (const change of log) {
    if (!isOfBank(change)) continue;
    byPerson.set(change.employeeId, [...(byPerson.get(change.employeeId) ?? []), change]);
  }
  return byPerson;
}

function textsOf(cells: Readonly<Record<BankField, Cell>>): Readonly<Record<BankField, string>> {
  return { iban: canonical('identifier', cells.iban), bic: canonical('identifier', cells.bic) };
}

/** Those of whom Lucca asks for another account, with it: somebody may share it. */
function askedPeople(mine: readonly FrozenPerson[]): FrozenPerson[] {
  return mine.flatMap((person) => {
    const asked = Object.entries(person.asked ?? {}).map(([field, { value }]) => [field, value] as const);
    return asked.length > 0 ? [{ ...person, cells: { ...person.cells, ...Object.fromEntries(asked) } }] : [];
  });
}

/**
 * The changes of a month and what is odd in them. An account that changed and came back is told too: that is how a payment is turned
 * aside. People whom the workbook does not have are not asked about.
 */
export function bankChangesOf({ before, mine, theirs, log }: BankInput): BankChanges {
  const was = new Map(before.map((person) => [person.id, person]));
  const logged = logOf(log);
  const changes = mine.flatMap((person): BankChange[] => {
    const own = logged.get(person.id) ?? [];
    const of = (field: BankField) => standing(field, person, was.get(person.id), own);
    const account = { iban: of('iban'), bic: of('bic') };
    const state = stateOf(account);
    if (state === null && own.length === 0) return [];
    return [{ person: recapPerson(person), ...told(account, state), changedAt: own.at(-1)?.at ?? null }];
  });
  const { compare } = new Intl.Collator('fr');
  const sorted = changes.sort((a, b) => compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1));
  const known = [...mine, ...theirs, ...askedPeople(mine)];
  return {
    changes: sorted,
    findings: [...sorted.flatMap((change) => bankFindings(change, logged)), ...sharedFindings(known)],
  };
}
