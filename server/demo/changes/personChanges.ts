import { Refusal } from '../api/refusal.ts';
import { applicableContract } from '../company/contracts.ts';
import type { Hire } from '../company/createCompany.ts';
import { isExtensionCode } from '../company/extensions.ts';
import { bankAccountOf, withRightKey } from '../company/identity.ts';
import type { Contract, Person } from '../company/model.ts';
import { extendedText, homeOf, nativeAddress } from '../company/people.ts';
import { frenchDay, fullName, type Done, type Journal } from './journal.ts';

const TEXT_FIELDS = [
  'firstName',
  'lastName',
  'birthDate',
  'nationality',
  'employeeNumber',
  'jobTitle',
  'mail',
  'login',
  'personalEmail',
  'directLine',
  'professionalMobile',
  'personalMobile',
  'address',
] as const;

export interface HireOptions {
  readonly establishmentId?: number | undefined;
  readonly startsOn?: string | undefined;
  readonly before?: boolean | undefined;
}

/** Someone joins: the 20th of the reference month unless said otherwise. `before` gives an id lower than all others. */
export function hirePerson(journal: Journal, hire: Hire, options: HireOptions): Done {
  const { company } = journal;
  const establishment = company.establishments.find(({ id }) => id === (options.establishmentId ?? 11));
  if (establishment === undefined) throw new Refusal(404, 'Aucun établissement de ce numéro dans le compte fictif.');
  const person = hire(establishment.id, options.before === true ? company.nextIds.earlierPerson-- : undefined);
  const startsOn = options.startsOn ?? `${company.referenceMonth}-20`;
  const [drawn] = person.contracts;
  if (drawn !== undefined)
    person.contracts[0] = { ...drawn, startsOn, endsOn: null, terminationReasonId: null, createdAt: journal.time() };
  person.managerId = company.departments.find(({ id }) => id === person.departmentId)?.headId ?? null;
  person.modifiedAt = journal.time();
  return journal.record({
    kind: 'hire',
    personId: person.id,
    label: `Embauche : ${fullName(person)}, matricule ${person.employeeNumber} (${establishment.name}), le ${frenchDay(startsOn)}.`,
  });
}

/** Changes one field: a native text field, `establishmentId`, or a customer field by its `e_` code. `null` empties it. */
export function setField(
  journal: Journal,
  personId: number,
  field: string,
  value: string | number | boolean | null,
): Done {
  const person = journal.person(personId);
  if (field === 'establishmentId') moveTo(journal, person, value);
  else if (isExtensionCode(field)) setExtended(person, field, value);
  else if ((TEXT_FIELDS as readonly string[]).includes(field) && (typeof value === 'string' || value === null))
    Object.assign(person, { [field]: value });
  else throw new Refusal(400, 'Ce champ ne peut pas être changé dans le compte fictif.');
  person.modifiedAt = journal.time();
  const name = journal.company.definitions.find(({ code }) => code === field)?.name ?? field;
  return journal.record({ kind: 'field', personId, label: `Champ « ${name} » changé pour ${fullName(person)}.` });
}

function setExtended(person: Person, code: string, value: string | number | boolean | null): void {
  const { [code]: _gone, ...others } = person.extended;
  person.extended = value === null ? others : { ...others, [code]: value };
}

function moveTo(journal: Journal, person: Person, value: unknown): void {
  const establishment = journal.company.establishments.find(({ id }) => id === value);
  const contract = contractOf(journal, person);
  if (establishment === undefined) throw new Refusal(404, 'Aucun établissement de ce numéro dans le compte fictif.');
  person.establishmentId = establishment.id;
  contract.establishmentId = establishment.id;
  contract.modifiedAt = journal.time();
}

function contractOf(journal: Journal, person: Person): Contract {
  const contract = applicableContract(person, journal.company.today);
  if (contract === undefined) throw new Refusal(404, 'Cette personne n’a pas de contrat.');
  return contract;
}

/** The person moves house: structured fields and native address together. */
export function changeAddress(journal: Journal, personId?: number): Done {
  const person = journal.person(personId);
  const { e_adresse2: _complement, ...kept } = person.extended;
  person.extended = { ...kept, ...homeOf(person.establishmentId, journal.random()) };
  person.address = nativeAddress(person.extended);
  person.modifiedAt = journal.time();
  return journal.record({
    kind: 'address',
    personId: person.id,
    label: `Nouvelle adresse pour ${fullName(person)} : ${person.address}.`,
  });
}

/** The person gives another bank account. */
export function changeIban(journal: Journal, personId?: number): Done {
  const person = journal.person(personId);
  const account = bankAccountOf(journal.random());
  person.extended = { ...person.extended, e_iban: account.iban, e_bic: account.bic };
  person.modifiedAt = journal.time();
  const label = `Nouvel IBAN pour ${fullName(person)}, terminé par ${account.iban.slice(-4)}.`;
  return journal.record({ kind: 'iban', personId: person.id, label });
}

/** The wrong key of a NIR is put right: the notable person's unless said otherwise. */
export function correctNir(journal: Journal, personId?: number): Done {
  const person = journal.person(personId ?? journal.company.notables.wrongNir);
  const nir = extendedText(person.extended, 'e_nir');
  const right = withRightKey(nir);
  if (nir === '' || right === nir.replaceAll(' ', ''))
    throw new Refusal(409, 'Ce numéro de sécurité sociale est absent ou déjà juste.');
  return setField(journal, person.id, 'e_nir', right);
}

/** Somebody types a number of children that is no whole number. */
export function spoilField(journal: Journal, personId?: number): Done {
  const person = journal.person(personId);
  setExtended(person, 'e_enfants', '2,5');
  person.modifiedAt = journal.time();
  const label = `Nombre d’enfants illisible pour ${fullName(person)} : « 2,5 ».`;
  return journal.record({ kind: 'unreadable', personId: person.id, label });
}

/** The customer gives one of its fields another name; the code stays, or not. */
export function renameField(journal: Journal, code: string, name: string): Done {
  const { definition, at } = definitionOf(journal, code);
  journal.company.definitions[at] = { ...definition, name };
  const label = `Champ « ${definition.name} » renommé « ${name} ».`;
  return journal.record({ kind: 'renameField', personId: 0, label });
}

/** The customer deletes one of its fields, with all its values. */
export function dropField(journal: Journal, code: string): Done {
  const { definition, at } = definitionOf(journal, code);
  journal.company.definitions.splice(at, 1);
  for (const person of journal.company.people.values()) setExtended(person, definition.code, null);
  return journal.record({ kind: 'dropField', personId: 0, label: `Champ « ${definition.name} » supprimé.` });
}

function definitionOf({ company }: Journal, code: string) {
  const at = company.definitions.findIndex((each) => each.code === code);
  const definition = company.definitions[at];
  if (definition === undefined) throw new Refusal(404, 'Aucun champ de ce code dans le compte fictif.');
  return { definition, at };
}

/** The running contract ends, at the end of the account's own day unless said otherwise. */
export function endContract(journal: Journal, personId?: number, day?: string): Done {
  const person = journal.person(personId);
  const contract = contractOf(journal, person);
  contract.endsOn = day ?? journal.company.today;
  contract.terminationReasonId = 1;
  contract.modifiedAt = journal.time();
  person.modifiedAt = journal.time();
  const label = `Fin de contrat pour ${fullName(person)}, le ${frenchDay(contract.endsOn)}.`;
  return journal.record({ kind: 'endContract', personId: person.id, label });
}

/** The person disappears from the account with contracts, leaves and expenses, as a deletion in Lucca does. */
export function removePerson(journal: Journal, personId?: number): Done {
  const { company } = journal;
  const person = journal.person(personId);
  company.people.delete(person.id);
  for (const period of company.periods.values()) if (period.ownerId === person.id) company.periods.delete(period.id);
  for (const claim of company.claims.values()) if (claim.ownerId === person.id) company.claims.delete(claim.id);
  for (const item of company.items.values()) if (item.ownerId === person.id) company.items.delete(item.id);
  for (const other of company.people.values()) if (other.managerId === person.id) other.managerId = null;
  for (const department of company.departments) if (department.headId === person.id) department.headId = null;
  return journal.record({
    kind: 'remove',
    personId: person.id,
    label: `Personne retirée du compte : ${fullName(person)}.`,
  });
}
