/** « RIB modifiés »: every IBAN or BIC that is new or changed in a month, where it stands, and what is odd about it. */
import type { Instant } from '../../calendar/plainDate.ts';
import type { Finding } from '../../finding.ts';
import { blank, canonical, isBlank, type Cell } from '../../review/cell.ts';
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
}

interface Standing {
  readonly was: Cell;
  readonly is: Cell;
  /** Null where nothing changed. */
  readonly state: BankState | null;
}

const cellOf = (person: FrozenPerson | undefined, field: BankField) => person?.cells[field] ?? blank;

function standing(field: BankField, sides: Sides, isIgnored: (value: Cell) => boolean): Standing {
  const { was, mine, theirs, isOwn } = sides;
  const isChanged = !sameField(field, was, mine);
  const isTold = theirs !== undefined && !isBlank(theirs) && !sameField(field, theirs, mine);
  const isOnlyTyped = isOwn && theirs !== undefined && sameField(field, theirs, was);
  if (isTold && !isOnlyTyped) return { was, is: theirs, state: isIgnored(theirs) ? 'ignored' : 'waiting' };
  return { was, is: mine, state: isChanged ? (isOwn ? 'typed' : 'accepted') : null };
}

const ranks: readonly BankState[] = ['waiting', 'ignored', 'typed', 'accepted'];

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
export function bankChangesOf({ before, mine, theirs, log, isIgnored }: BankInput): BankChanges {
  const [was, lucca] = [before, theirs].map((people) => new Map(people.map((person) => [person.id, person])));
  const logged = logOf(log);
  const changes = mine.flatMap((person): BankChange[] => {
    const { id } = person;
    const [earlier, there, own] = [was?.get(id), lucca?.get(id), logged.get(id) ?? []];
    const of = (field: BankField) =>
      standing(
        field,
        {
          was: cellOf(earlier, field),
          mine: cellOf(person, field),
          theirs: there?.cells[field],
          isOwn: person.own.has(field),
        },
        (value) => isIgnored(id, field, value),
      );
    const [iban, bic] = [of('iban'), of('bic')];
    const states = [iban.state, bic.state].flatMap((state) => state ?? []);
    if (states.length === 0 && own.length === 0) return [];
    const state = ranks.find((each) => states.includes(each)) ?? 'accepted';
    return [
      {
        person: recapPerson(person),
        before: textsOf({ iban: iban.was, bic: bic.was }),
        after: textsOf({ iban: iban.is, bic: bic.is }),
        state,
        changedAt: own.at(-1)?.at ?? null,
      },
    ];
  });
  const { compare } = new Intl.Collator('fr');
  const sorted = changes.sort((a, b) => compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1));
  return {
    changes: sorted,
    findings: [...sorted.flatMap((change) => bankFindings(change, logged)), ...sharedFindings([...mine, ...theirs])],
  };
}
