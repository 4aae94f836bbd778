/** What is known of the bank accounts that a review asks about: when Lucca changed them, and what is odd. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { Instant } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { bankFields, type BankField } from '../../domain/people/recap/bankChange.ts';
import {
  countryFindings,
  sharedAccounts,
  sharedFinding,
  twiceFindings,
} from '../../domain/people/recap/bankFindings.ts';
import type { FrozenPerson } from '../../domain/people/recap/frozenPerson.ts';
import { recapPerson, type RecapPerson } from '../../domain/people/recap/recap.ts';
import { blank, canonical } from '../../domain/review/cell.ts';
import type { Book } from '../book.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { bookPeople, luccaPeople, monthAt } from './frozenPeople.ts';
import { readPeopleLog, type LoggedPersonChange } from './readLog.ts';

export interface BankFact {
  /** The last change that the service saw; null when it saw none. */
  readonly changedAt: Instant | null;
  readonly findings: readonly Finding[];
}

/** By person. */
export type BankFacts = ReadonlyMap<string, BankFact>;

interface Known {
  readonly mine: ReadonlyMap<string, FrozenPerson>;
  readonly theirs: ReadonlyMap<string, FrozenPerson>;
  readonly changes: readonly LoggedPersonChange[];
  readonly shared: readonly (readonly RecapPerson[])[];
}

function accountOf(person: FrozenPerson | undefined) {
  const text = (field: BankField) => canonical('identifier', person?.cells[field] ?? blank);
  return { iban: text('iban'), bic: text('bic') };
}

function factOf(id: string, { mine, theirs, changes, shared }: Known): BankFact {
  const [own, there] = [mine.get(id), theirs.get(id)];
  const known = own ?? there;
  if (!known) return { changedAt: null, findings: [] };
  const person = recapPerson(known);
  const seen = changes.filter((each) => each.employeeId === id && bankFields.some((field) => field === each.field));
  const last = seen.at(-1)?.at ?? null;
  const ofMonth = seen.filter(({ at }) => last !== null && monthAt(at) === monthAt(last));
  const owners = shared.filter((group) => group.some((each) => each.id === id));
  return {
    changedAt: last,
    findings: [
      ...twiceFindings(person, ofMonth),
      ...countryFindings({ person, before: accountOf(own), after: accountOf(there) }),
      ...owners.map((group) => sharedFinding(person, group)),
    ],
  };
}

/** Of the people given; undefined when the service or the workbook does not answer: the review goes on without. */
export async function readBankFacts(
  { service, book }: { readonly service: Service; readonly book: Book },
  connection: Connection,
  ids: readonly string[],
): Promise<BankFacts | undefined> {
  const [read, log] = await Promise.all([book.read([employeesTable]), readPeopleLog(service, connection.id)]);
  if (!read.ok || !log.ok) return undefined;
  const [own, lucca] = [bookPeople(read.value).people, luccaPeople(log.value.employees, log.value.asOf)];
  const byId = (people: readonly FrozenPerson[]) => new Map(people.map((person) => [person.id, person]));
  const known: Known = {
    mine: byId(own),
    theirs: byId(lucca),
    changes: log.value.changes,
    shared: sharedAccounts([...own, ...lucca]),
  };
  return new Map(ids.map((id) => [id, factOf(id, known)]));
}
