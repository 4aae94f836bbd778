/**
 * The recap of a month: what differs between the people of the last close and those of now. One line per person and field, whatever
 * happened in between; who came, who leaves.
 */
import type { Cell } from '../../review/cell.ts';
import { monthOf, type PlainDate, type PlainMonth } from '../../calendar/plainDate.ts';
import { employeeFields, type EmployeeFieldKey } from '../employeeFields.ts';
import { told, type FrozenPerson } from './frozenPerson.ts';
import { sameField } from './sameField.ts';

/** Who said the value that stands now: Lucca, or payroll, who typed it in the workbook. */
export type RecapOrigin = 'lucca' | 'payroll';

export interface RecapPerson {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  readonly contractStart: PlainDate | null;
  readonly contractEnd: PlainDate | null;
}

export interface RecapChange {
  readonly person: RecapPerson;
  readonly field: EmployeeFieldKey;
  readonly before: Cell;
  readonly after: Cell;
  readonly origin: RecapOrigin;
}

/** Everything sorted by name; changes of one person in the order of the catalogue. */
export interface Recap {
  readonly month: PlainMonth;
  readonly changes: readonly RecapChange[];
  /** Whose contract starts in the month, created since the last close or known before it; not those who had started in an earlier month. */
  readonly arrivals: readonly RecapPerson[];
  /** Created since the last close, who arrive earlier or later, or nobody knows when. */
  readonly others: readonly RecapPerson[];
  /** Who came back to Lucca since the last close: they are told here, not as created. */
  readonly returned: readonly RecapPerson[];
  /** Whose contract ends in the month, and no other one goes on without a break. */
  readonly leavers: readonly RecapPerson[];
  /** No longer in Lucca since the last close: never deleted, payroll ends the contract. */
  readonly gone: readonly RecapPerson[];
  /** Whose row was taken away from the workbook since the last close. */
  readonly removed: readonly RecapPerson[];
  /** Whose copy cannot be read any more: nothing else is told of them. */
  readonly unread: readonly RecapPerson[];
}

/** What is known besides the people of both sides. */
export interface RecapHints {
  /** Whom the change log saw come back to Lucca. */
  readonly returned?: ReadonlySet<string>;
  /** Whose copy cannot be read, on one side or the other. */
  readonly unread?: readonly FrozenPerson[];
}

function dateOf({ cells }: FrozenPerson, field: EmployeeFieldKey): PlainDate | null {
  const cell = cells[field];
  return cell && 'date' in cell ? cell.date : null;
}

export function recapPerson(person: FrozenPerson): RecapPerson {
  const names = ['lastName', 'firstName'].map((key) => told(person, key)).filter((part) => part !== '');
  return {
    id: person.id,
    name: names.length === 0 ? person.id : names.join(' '),
    employeeNumber: told(person, 'employeeNumber'),
    establishment: told(person, 'establishment'),
    contractStart: dateOf(person, 'contractStart'),
    contractEnd: dateOf(person, 'contractEnd'),
  };
}

/** The identifier is what two rows are the same person by. */
const compared = employeeFields.filter(({ key }) => key !== 'luccaId').map(({ key }) => key);

function changesOf(before: FrozenPerson, after: FrozenPerson): RecapChange[] {
  const person = recapPerson(after);
  return compared.flatMap((field): RecapChange[] => {
    const [was, is] = [before.cells[field], after.cells[field]];
    if (!was || !is || sameField(field, was, is)) return [];
    return [{ person, field, before: was, after: is, origin: after.own.has(field) ? 'payroll' : 'lucca' }];
  });
}

/** By name, then by identifier: the order of rows never shows. */
function byName(people: readonly FrozenPerson[]): FrozenPerson[] {
  const { compare } = new Intl.Collator('fr');
  const named = people.map((person) => ({ person, name: recapPerson(person).name }));
  return named
    .sort((a, b) => compare(a.name, b.name) || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
}

const isIn = (date: PlainDate | null, month: PlainMonth) => date !== null && monthOf(date) === month;

/** Told as an arrival before the month, whose contract started then; or gone before they came. */
function hadCome(earlier: FrozenPerson | undefined, month: PlainMonth): boolean {
  if (!earlier) return false;
  const { contractStart } = recapPerson(earlier);
  return earlier.isGone || (contractStart !== null && monthOf(contractStart) < month);
}

/** Gone at the close before and there again, or seen to come back meanwhile. */
function returnedOf(
  people: readonly FrozenPerson[],
  was: ReadonlyMap<string, FrozenPerson>,
  seen: ReadonlySet<string>,
) {
  return people.filter(({ id, isGone }) => !isGone && (seen.has(id) || was.get(id)?.isGone === true));
}

/**
 * The recap of `month`. `before`: everybody at the close before; `after`: everybody at the close of the month, or now. Each person
 * stands once on each side. Lyon → LYON is no line; Lyon → Paris → Lille is one, Lyon → Lille.
 */
export function recapOf(
  month: PlainMonth,
  before: readonly FrozenPerson[],
  after: readonly FrozenPerson[],
  { returned = new Set(), unread = [] }: RecapHints = {},
): Recap {
  const lost = new Set(unread.map(({ id }) => id));
  const was = new Map(before.filter(({ id }) => !lost.has(id)).map((person) => [person.id, person]));
  const now = new Set(after.map(({ id }) => id));
  const people = byName(after.filter(({ id }) => !lost.has(id)));
  const back = returnedOf(people, was, returned);
  const created = people.filter(({ id }) => !was.has(id));
  const arrives = (person: FrozenPerson) => isIn(recapPerson(person).contractStart, month);
  return {
    month,
    changes: people.flatMap((person) => {
      const earlier = was.get(person.id);
      return earlier ? changesOf(earlier, person) : [];
    }),
    arrivals: people.filter((person) => arrives(person) && !hadCome(was.get(person.id), month)).map(recapPerson),
    others: created.filter((person) => !arrives(person) && !back.includes(person)).map(recapPerson),
    returned: back.map(recapPerson),
    leavers: people.filter((person) => !person.goesOn && isIn(recapPerson(person).contractEnd, month)).map(recapPerson),
    gone: people.filter(({ id, isGone }) => isGone && was.get(id)?.isGone !== true).map(recapPerson),
    removed: byName([...was.values()].filter(({ id }) => !now.has(id))).map(recapPerson),
    unread: byName(unread).map(recapPerson),
  };
}

/** Nothing to tell. */
export function isEmptyRecap({ month: _, ...lists }: Recap): boolean {
  return Object.values(lists).every(({ length }) => length === 0);
}
