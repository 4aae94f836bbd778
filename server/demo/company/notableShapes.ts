import { addMonths, stamp } from './days.ts';
import { bankAccountOf, nirOf, spacedNir } from './identity.ts';
import type { Contract, Person } from './model.ts';
import { CORSICAN_PLACES } from './names.ts';
import { extendedText } from './people.ts';
import type { Random } from './prng.ts';

/** What shapes a notable person beside the person: the reference month, choices, and logins nobody else has. */
export interface Stage {
  readonly month: string;
  readonly random: Random;
  readonly loginOf: (firstName: string, lastName: string) => string;
}

/** Another name, with the mail, the login and the NIR that go with it. */
export function rename(
  person: Person,
  stage: Stage,
  firstName: string,
  lastName: string,
  civilTitle: 'M.' | 'Mme',
): void {
  const login = stage.loginOf(firstName, lastName);
  const mail = `${login}@atelier-lumiere.example`;
  Object.assign(person, { firstName, lastName, civilTitle, login, mail, personalEmail: `${login}@courriel.example` });
  const place = { city: '', country: '', nir: extendedText(person.extended, 'e_nir').slice(5, 10) };
  person.extended.e_nomNaissance = lastName;
  person.extended.e_nir = nirOf(sexOf(person), birthOf(person), place, stage.random);
}

function sexOf(person: Person): 1 | 2 {
  return person.civilTitle === 'Mme' ? 2 : 1;
}

function birthOf(person: Person): string {
  return person.birthDate ?? '1990-01-01';
}

function firstContract(person: Person): Contract {
  const [contract] = person.contracts;
  if (contract === undefined) throw new Error(`person ${String(person.id)} has no contract`);
  return contract;
}

/** The contract starts that day; a coming arrival was typed in during the reference month. */
export function start(person: Person, day: string, typedIn?: string): void {
  firstContract(person).startsOn = day;
  if (typedIn !== undefined) person.modifiedAt = stamp(`${typedIn}-02`, 600);
}

/** The contract ends that day (last day worked included). */
export function end(person: Person, day: string, terminationReasonId: number): void {
  Object.assign(firstContract(person), { endsOn: day, terminationReasonId });
}

/** A first contract that ended more than a year ago, a second one since three months. */
export function rehire(person: Person, month: string): void {
  start(person, `${addMonths(month, -40)}-01`);
  end(person, `${addMonths(month, -14)}-28`, 2);
  const first = firstContract(person);
  const startsOn = `${addMonths(month, -3)}-01`;
  const createdAt = stamp(startsOn, 540, 2);
  person.contracts.push({ ...first, id: first.id + 1, startsOn, endsOn: null, terminationReasonId: null, createdAt });
}

/** Born in Corsica: the NIR holds 2A or 2B. */
export function bornInCorsica(person: Person, part: keyof typeof CORSICAN_PLACES, random: Random): void {
  const place = CORSICAN_PLACES[part];
  person.nationality = 'FRA';
  Object.assign(person.extended, { e_lieuNaissance: place.city, e_paysNaissance: 101 });
  person.extended.e_nir = nirOf(sexOf(person), birthOf(person), place, random);
}

/** Waiting for a number: one that begins with 7 or 8. */
export function giveTemporaryNir(person: Person, random: Random): void {
  const place = { city: 'Alger', country: 'Algérie', nir: '99352' };
  person.extended.e_nir = nirOf(sexOf(person) + 6, birthOf(person), place, random);
}

/** NIR and IBAN typed with blanks. */
export function spaceOut(person: Person, random: Random): void {
  const { iban, bic } = bankAccountOf(random);
  person.extended.e_nir = spacedNir(extendedText(person.extended, 'e_nir'));
  Object.assign(person.extended, { e_iban: iban.replace(/(.{4})(?=.)/g, '$1 '), e_bic: bic });
}

/** A file that nobody filled in yet: a name, a contract and nothing else. */
export function empty(person: Person): void {
  const blank = { civilTitle: null, birthDate: null, nationality: null, address: null };
  const unreachable = { personalEmail: null, personalMobile: null, directLine: null, professionalMobile: null };
  Object.assign(person, blank, unreachable);
  person.extended = {};
}
