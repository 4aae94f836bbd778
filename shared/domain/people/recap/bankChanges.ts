/** « RIB modifiés »: every IBAN or BIC that is new or changed in a month, where it stands, and what is odd about it. */
import type { Finding } from '../../finding.ts';
import { blank, type Cell } from '../../review/cell.ts';
import { bankFields, type BankChange, type BankField } from './bankChange.ts';
import { bankFindings, sharedFindings } from './bankFindings.ts';
import { bankChangesOfPerson, type LoggedBankChange } from './bankStanding.ts';
import type { AskedValue, FrozenPerson } from './frozenPerson.ts';
import { sameField } from './sameField.ts';

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
  /** By name; of one person, the account that payroll holds, then the one that Lucca asks for. */
  readonly changes: readonly BankChange[];
  readonly findings: readonly Finding[];
}

type AskedFields = NonNullable<FrozenPerson['asked']>;

const isOfBank = ({ kind, field }: LoggedBankChange) => kind === 'changed' && bankFields.some((each) => each === field);

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

function logOf(log: readonly LoggedBankChange[]): ReadonlyMap<string, readonly LoggedBankChange[]> {
  const byPerson = new Map<string, LoggedBankChange[]>();
  for (const change of log) {
    if (!isOfBank(change)) continue;
    byPerson.set(change.employeeId, [...(byPerson.get(change.employeeId) ?? []), change]);
  }
  return byPerson;
}

/** Those of whom Lucca asks for another account, with it: somebody may share it. */
function askedPeople(mine: readonly FrozenPerson[]): FrozenPerson[] {
  return mine.flatMap((person) => {
    const asked = Object.entries(person.asked ?? {}).map(([field, { value }]) => [field, value] as const);
    return asked.length > 0 ? [{ ...person, cells: { ...person.cells, ...Object.fromEntries(asked) } }] : [];
  });
}

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is said of a person stands once, whatever the number of their lines. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * The changes of a month and what is odd in them. An account that changed and came back is told too: that is how a payment is turned
 * aside. People whom the workbook does not have are not asked about.
 */
export function bankChangesOf({ before, mine, theirs, log }: BankInput): BankChanges {
  const was = new Map(before.map((person) => [person.id, person]));
  const logged = logOf(log);
  const changes = mine.flatMap((person) =>
    bankChangesOfPerson({ person, before: was.get(person.id), log: logged.get(person.id) ?? [] }),
  );
  const { compare } = new Intl.Collator('fr');
  const sorted = changes.sort((a, b) => compare(a.person.name, b.person.name) || compareIds(a.person.id, b.person.id));
  const known = [...mine, ...theirs, ...askedPeople(mine)];
  const shared = sharedFindings(known, new Set(sorted.map(({ person }) => person.id)));
  const told = sorted.map((change): BankChange => {
    const ofPerson = shared.filter(({ subject }) => subject === change.person.id);
    return { ...change, toCheck: [...bankFindings(change, logged), ...ofPerson] };
  });
  return { changes: told, findings: unique([...told.flatMap(({ toCheck }) => toCheck), ...shared]) };
}
