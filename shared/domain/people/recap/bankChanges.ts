/** « RIB modifiés »: every IBAN or BIC that is new or changed in a month, where it stands, and what is odd about it. */
import type { Instant } from '../../calendar/plainDate.ts';
import type { Finding } from '../../finding.ts';
import { blank, canonical, type Cell } from '../../review/cell.ts';
import { bankFields, type BankChange, type BankField, type BankState } from './bankChange.ts';
import { bankFindings, sharedFindings } from './bankFindings.ts';
import type { FrozenPerson } from './frozenPerson.ts';
import { recapPerson } from './recap.ts';
import type { LoggedChange } from './rewind.ts';
import { sameField } from './sameField.ts';

export interface LoggedBankChange extends LoggedChange {
  readonly at: Instant;
}

export interface BankInput {
  /** At the close before. */
  readonly before: readonly FrozenPerson[];
  /** The workbook, or its copy at the close of the month. */
  readonly mine: readonly FrozenPerson[];
  /** Lucca now; empty for a month that is closed, which waits for nothing. */
  readonly theirs: readonly FrozenPerson[];
  /** What the change log says of the month, oldest first. */
  readonly log: readonly LoggedBankChange[];
  /** What payroll refused: Lucca's value of a field of a person. */
  readonly isIgnored: (id: string, field: BankField, value: Cell) => boolean;
  /** What payroll last accepted from Lucca: that value of Lucca asks for nothing. False for a person without a memory. */
  readonly isAccepted: (id: string, field: BankField, value: Cell) => boolean;
}

export interface BankChanges {
  /** By name. */
  readonly changes: readonly BankChange[];
  readonly findings: readonly Finding[];
}

interface Sides {
  readonly was: Cell;
  readonly mine: Cell;
  /** Undefined where Lucca says nothing. */
  readonly theirs: Cell | undefined;
  readonly isOwn: boolean;
  readonly isIgnored: (value: Cell) => boolean;
  readonly isAccepted: (value: Cell) => boolean;
}

type Asked = 'waiting' | 'ignored';

/** One field of an account. */
interface Standing {
  readonly was: Cell;
  readonly mine: Cell;
  /** What Lucca says; `asked`: how it stands when payroll never took it. */
  readonly theirs: Cell;
  readonly asked: Asked | null;
  readonly isChanged: boolean;
  readonly isOwn: boolean;
}

const cellOf = (person: FrozenPerson | undefined, field: BankField) => person?.cells[field] ?? blank;

/** What Lucca says now and payroll never took: a blank too, when the account was removed. */
function askedOf(field: BankField, { mine, theirs, isIgnored, isAccepted }: Sides): Asked | null {
  if (theirs === undefined || sameField(field, theirs, mine) || isAccepted(theirs)) return null;
  return isIgnored(theirs) ? 'ignored' : 'waiting';
}

function standing(field: BankField, sides: Sides): Standing {
  const { was, mine, theirs, isOwn } = sides;
  const isChanged = !sameField(field, was, mine);
  return { was, mine, theirs: theirs ?? blank, asked: askedOf(field, sides), isChanged, isOwn };
}

type Account = Readonly<Record<BankField, Standing>>;

/** The account that stands in the workbook is told first: payroll typed it and pays it, whatever Lucca asks beside. */
function stateOf({ iban, bic }: Account): BankState | null {
  const both = [iban, bic];
  if (both.some(({ isOwn, isChanged }) => isOwn && isChanged)) return 'typed';
  const asked = both.flatMap((each) => each.asked ?? []);
  if (asked.length > 0) return asked.includes('waiting') ? 'waiting' : 'ignored';
  return both.some(({ isChanged }) => isChanged) ? 'accepted' : null;
}

/** `state` null: nothing differs now; it changed and came back, of Lucca or by payroll's hand. */
function told(account: Account, state: BankState | null): Pick<BankChange, 'before' | 'after' | 'state' | 'other'> {
  const { iban, bic } = account;
  const is = ({ asked, theirs, mine }: Standing) => (asked && state !== 'typed' ? theirs : mine);
  const asked = [iban.asked, bic.asked];
  const other = asked.includes('waiting') ? 'waiting' : asked.includes('ignored') ? 'ignored' : null;
  return {
    before: textsOf({ iban: iban.was, bic: bic.was }),
    after: textsOf({ iban: is(iban), bic: is(bic) }),
    state: state ?? (iban.isOwn || bic.isOwn ? 'typed' : 'accepted'),
    other: state === 'typed' ? other : null,
  };
}

function logOf(log: readonly LoggedBankChange[]): ReadonlyMap<string, readonly LoggedBankChange[]> {
  const byPerson = new Map<string, LoggedBankChange[]>();
  for (const change of log) {
    if (change.kind !== 'changed' || !bankFields.some((field) => field === change.field)) continue;
    byPerson.set(change.employeeId, [...(byPerson.get(change.employeeId) ?? []), change]);
  }
  return byPerson;
}

function textsOf(cells: Readonly<Record<BankField, Cell>>): Readonly<Record<BankField, string>> {
  return { iban: canonical('identifier', cells.iban), bic: canonical('identifier', cells.bic) };
}

/**
 * The changes of a month and what is odd in them. An account that changed and came back is told too: that is how a payment is turned
 * aside. People whom the workbook does not have are not asked about.
 */
export function bankChangesOf({ before, mine, theirs, log, isIgnored, isAccepted }: BankInput): BankChanges {
  const [was, lucca] = [before, theirs].map((people) => new Map(people.map((person) => [person.id, person])));
  const logged = logOf(log);
  const changes = mine.flatMap((person): BankChange[] => {
    const { id } = person;
    const [earlier, there, own] = [was?.get(id), lucca?.get(id), logged.get(id) ?? []];
    const of = (field: BankField) =>
      standing(field, {
        was: cellOf(earlier, field),
        mine: cellOf(person, field),
        theirs: there?.cells[field],
        isOwn: person.own.has(field),
        isIgnored: (value) => isIgnored(id, field, value),
        isAccepted: (value) => isAccepted(id, field, value),
      });
    const account = { iban: of('iban'), bic: of('bic') };
    const state = stateOf(account);
    if (state === null && own.length === 0) return [];
    return [{ person: recapPerson(person), ...told(account, state), changedAt: own.at(-1)?.at ?? null }];
  });
  const { compare } = new Intl.Collator('fr');
  const sorted = changes.sort((a, b) => compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1));
  return {
    changes: sorted,
    findings: [...sorted.flatMap((change) => bankFindings(change, logged)), ...sharedFindings([...mine, ...theirs])],
  };
}
