/** What is odd about a bank account. Facts name people and countries: never an account. */
import type { Finding } from '../../finding.ts';
import { blank, canonical } from '../../review/cell.ts';
import { readIban } from '../checks/iban.ts';
import { readsAsNir } from '../checks/nir.ts';
import { bicCountryOf, ibanCountry, isOfOtherCountry } from './bankIdentity.ts';
import type { FoundChange } from './bankChange.ts';
import type { FrozenPerson } from './frozenPerson.ts';
import { recapPerson, type RecapPerson } from './recap.ts';

/** `MARTIN Léa (00012)`; a matricule that is a NIR is not repeated. */
function named({ name, employeeNumber }: RecapPerson): string {
  return employeeNumber === '' || readsAsNir(employeeNumber) ? name : `${name} (${employeeNumber})`;
}

function about(person: RecapPerson, code: string, facts: Finding['facts']): Finding {
  return { code, severity: 'warning', subject: person.id, facts: { person: named(person), ...facts } };
}

type Told = Pick<FoundChange, 'person' | 'before' | 'after'>;

/** The bank went abroad, or came back; the BIC is of another country than the IBAN. */
export function countryFindings({ person, before, after }: Told): Finding[] {
  const [from, to] = [ibanCountry(before.iban), ibanCountry(after.iban)];
  const moved = from !== '' && to !== '' && from !== to ? [about(person, 'bankCountryChanged', { from, to })] : [];
  const bic = bicCountryOf(after.bic);
  const isOdd = isOfOtherCountry(after.iban, after.bic);
  return [...moved, ...(isOdd ? [about(person, 'bankBicCountry', { iban: to, bic })] : [])];
}

/** The IBAN changed several times among the changes of a month. */
export function twiceFindings(person: RecapPerson, changes: readonly { readonly field: string | null }[]): Finding[] {
  const times = changes.filter(({ field }) => field === 'iban').length;
  return times > 1 ? [about(person, 'bankTwice', { times })] : [];
}

/** `logged`: changes of bank fields that Lucca showed in the month, by person. */
export function bankFindings(
  change: FoundChange,
  logged: ReadonlyMap<string, readonly { readonly field: string | null }[]>,
): Finding[] {
  const twice = twiceFindings(change.person, logged.get(change.person.id) ?? []);
  return [...twice, ...countryFindings(change)];
}

/** Hired again under another identifier of Lucca: one name, one matricule. */
function isSamePerson(a: RecapPerson, b: RecapPerson): boolean {
  return a.id === b.id || (a.employeeNumber !== '' && named(a) === named(b) && a.establishment === b.establishment);
}

/** The people of each account that several have. The same person stands in the workbook and in Lucca. */
export function sharedAccounts(people: readonly FrozenPerson[]): RecapPerson[][] {
  const owners = new Map<string, Map<string, RecapPerson>>();
  for (const person of people) {
    const read = readIban(canonical('identifier', person.cells['iban'] ?? blank));
    if (!read.valid) continue;
    const held = owners.get(read.iban) ?? new Map<string, RecapPerson>();
    const owner = recapPerson(person);
    if (![...held.values()].some((each) => isSamePerson(each, owner))) held.set(person.id, owner);
    owners.set(read.iban, held);
  }
  return [...owners.values()].filter(({ size }) => size > 1).map((held) => [...held.values()]);
}

/** That `person` shares an account with others, said of them. */
export function sharedFinding(person: RecapPerson, owners: readonly RecapPerson[]): Finding {
  const others = owners.filter(({ id }) => id !== person.id);
  return about(person, 'bankShared', { others: others.map(named).join(', ') });
}

/** Said of everybody whose account changed (`changed`, by identifier) among those who share it; when nobody's did, once, of the first. */
export function sharedFindings(people: readonly FrozenPerson[], changed: ReadonlySet<string>): Finding[] {
  return sharedAccounts(people).flatMap((owners) => {
    const listed = owners.filter(({ id }) => changed.has(id));
    return (listed.length > 0 ? listed : owners.slice(0, 1)).map((owner) => sharedFinding(owner, owners));
  });
}
