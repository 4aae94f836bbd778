import { addDays, addMonths, stamp } from './days.ts';
import { countryEntry, FAMILIES, PAYMENT, SIZES } from './extensions.ts';
import { bankAccountOf, deskLineOf, mobileOf, nirOf } from './identity.ts';
import type { Contract, ExtendedValue, Person } from './model.ts';
import { BIRTH_PLACES, HOMES, MEN, slugOf, STREETS, SURNAMES, WOMEN, type Place } from './names.ts';
import { forkRandom, type Random } from './prng.ts';

/** What is counted while people join the account: matricules by establishment, logins. */
export interface Registry {
  readonly seed: number;
  readonly referenceMonth: string;
  readonly nextEmployeeNumber: (establishmentId: number) => string;
  /** A login nobody has yet. */
  readonly loginOf: (firstName: string, lastName: string) => string;
}

export function createRegistry(seed: number, referenceMonth: string): Registry {
  const numbers = new Map<number, number>();
  const logins = new Map<string, number>();
  return {
    seed,
    referenceMonth,
    nextEmployeeNumber: (establishmentId) => {
      const number = (numbers.get(establishmentId) ?? 0) + 1;
      numbers.set(establishmentId, number);
      return String(number).padStart(5, '0');
    },
    loginOf: (firstName, lastName) => {
      const login = `${slugOf(firstName)}.${slugOf(lastName)}`;
      const count = (logins.get(login) ?? 0) + 1;
      logins.set(login, count);
      return count === 1 ? login : `${login}${String(count)}`;
    },
  };
}

const JOBS = [
  'Comptable',
  'Technicien éclairage',
  'Opératrice de montage',
  'Chargé de clientèle',
  'Ingénieure produit',
  'Magasinier',
  'Chef de projet',
  'Assistante RH',
] as const;

/** An ordinary person: complete, in a permanent contract, drawn from the seed and the id alone. */
export function createPerson(registry: Registry, id: number, establishmentId: number): Person {
  const random = forkRandom(registry.seed, id);
  const woman = random.chance(0.52);
  const firstName = random.pick(woman ? WOMEN : MEN);
  const lastName = random.pick(SURNAMES);
  const place = random.pick(BIRTH_PLACES);
  // Contracts may have begun eleven years ago: nobody was under age then.
  const birthYear = Number(registry.referenceMonth.slice(0, 4)) - random.between(31, 62);
  const birthDate = addDays(`${String(birthYear)}-01-01`, random.between(0, 364));
  const login = registry.loginOf(firstName, lastName);
  const contract = createContract(registry.referenceMonth, id, establishmentId, random);
  const drawn = createExtended({ woman, lastName, birthDate, place, establishmentId }, random);
  const extended = { ...drawn, ...olderFields(id, place, drawn) };
  return {
    id,
    firstName,
    lastName,
    civilTitle: woman ? 'Mme' : 'M.',
    birthDate,
    nationality: nationalityOf(place),
    employeeNumber: registry.nextEmployeeNumber(establishmentId),
    establishmentId,
    departmentId: random.between(31, 38),
    managerId: null,
    jobTitle: random.pick(JOBS),
    mail: `${login}@atelier-lumiere.example`,
    login,
    personalEmail: random.chance(0.9) ? `${login}@courriel.example` : null,
    directLine: random.chance(0.5) ? deskLineOf(establishmentId, random) : null,
    professionalMobile: random.chance(0.3) ? mobileOf(establishmentId, random) : null,
    personalMobile: mobileOf(establishmentId, random),
    address: nativeAddress(extended),
    workCycleId: workCycleOf(random),
    contracts: [contract],
    extended,
    createdAt: stamp(contract.startsOn, 480),
    modifiedAt: modifiedAtOf(registry.referenceMonth, id, random),
  };
}

/** A customer field that holds text; empty when it is not filled in. */
export function extendedText(extended: Readonly<Record<string, ExtendedValue>>, code: string): string {
  const value = extended[code];
  return typeof value === 'string' ? value : '';
}

/** The one-line native address, from the structured fields of the HR file. */
export function nativeAddress(extended: Readonly<Record<string, ExtendedValue>>): string {
  const [street, postalCode, city] = ['e_adresse', 'e_Codepostal', 'e_Ville'].map((code) =>
    extendedText(extended, code),
  );
  return `${street ?? ''}, ${postalCode ?? ''} ${city ?? ''}`;
}

interface Origin {
  woman: boolean;
  lastName: string;
  birthDate: string;
  place: Place;
  establishmentId: number;
}

function createExtended(origin: Origin, random: Random): Record<string, ExtendedValue> {
  const { woman, lastName, birthDate, place, establishmentId } = origin;
  const account = bankAccountOf(random);
  const children = random.chance(0.4) ? random.between(1, 3) : 0;
  const extended = homeOf(establishmentId, random);
  extended.e_nomNaissance = woman && random.chance(0.4) ? random.pick(SURNAMES) : lastName;
  extended.e_lieuNaissance = place.city;
  extended.e_paysNaissance = countryEntry(place.country);
  extended.e_nir = nirOf(woman ? 2 : 1, birthDate, place, random);
  extended.e_etudiant = false;
  extended.e_handicap = false;
  extended.e_enfants = children;
  extended.e_enfantsHandicapes = 0;
  extended.e_modePaiement = PAYMENT.Virement;
  extended.e_iban = account.iban;
  extended.e_bic = account.bic;
  extended.e_tailleVetement = random.pick(SIZES);
  if (children > 0) extended.e_prenomsEnfants = childrenOf(children, birthDate, random);
  return extended;
}

/** What the file holds besides, under names of its own: drawn from nothing, so that nobody else changes. */
function olderFields(
  id: number,
  { city }: Place,
  drawn: Readonly<Record<string, ExtendedValue>>,
): Record<string, ExtendedValue> {
  const [street, postalCode, town] = ['e_adresse', 'e_Codepostal', 'e_Ville'].map((code) => extendedText(drawn, code));
  return {
    e_birthplace: city,
    ...(id % 3 === 0 ? { e_lieuActe: city } : {}),
    e_domicile: { e_rue: street ?? '', e_cp: postalCode ?? '', e_commune: town ?? '' },
    e_situationFamiliale: FAMILIES[id % FAMILIES.length] ?? 161,
  };
}

/** A home near an establishment: the structured address fields of the HR file. */
export function homeOf(establishmentId: number, random: Random): Record<string, ExtendedValue> {
  const { postalCode, city } = random.pick(HOMES[establishmentId] ?? []);
  const street = `${String(random.between(1, 180))} ${random.pick(STREETS)}`;
  const home: Record<string, ExtendedValue> = {
    e_adresse: street,
    e_Codepostal: postalCode,
    e_Ville: city,
    e_codePays: 'FR',
  };
  if (random.chance(0.2)) home.e_adresse2 = `Bâtiment ${random.pick(['A', 'B', 'C'])}`;
  return home;
}

function childrenOf(
  count: number,
  parentBirth: string,
  random: Random,
): { e_enfantPrenom: string; e_enfantNaissance: string }[] {
  return Array.from({ length: count }, () => ({
    e_enfantPrenom: random.pick(random.chance(0.5) ? WOMEN : MEN),
    e_enfantNaissance: addDays(parentBirth, random.between(8_000, 12_000)),
  }));
}

function createContract(referenceMonth: string, ownerId: number, establishmentId: number, random: Random): Contract {
  const fate = random.next();
  const future = fate < 0.02;
  const former = fate > 0.95;
  const startMonth = addMonths(referenceMonth, future ? random.between(1, 3) : -random.between(former ? 20 : 3, 120));
  const startsOn = `${startMonth}-${random.pick(['01', '01', '01', '15', '08'])}`;
  const endsOn = former ? `${addMonths(referenceMonth, -random.between(1, 18))}-${random.pick(['15', '28'])}` : null;
  return {
    id: ownerId * 10 + 1,
    establishmentId,
    startsOn,
    endsOn,
    typeId: 1,
    categoryId: random.pick([1, 2, 3, 3, 4]),
    terminationReasonId: former ? random.pick([1, 3]) : null,
    createdAt: stamp(future ? `${referenceMonth}-03` : startsOn, 540, 2),
    modifiedAt: null,
  };
}

function nationalityOf(place: Place): string {
  return (
    ({ Algérie: 'DZA', Portugal: 'PRT', Allemagne: 'DEU' } as Readonly<Record<string, string>>)[place.country] ?? 'FRA'
  );
}

function workCycleOf(random: Random): number {
  const draw = random.next();
  if (draw < 0.7) return 1;
  if (draw < 0.85) return 2;
  return draw < 0.93 ? 3 : random.pick([4, 5]);
}

function modifiedAtOf(referenceMonth: string, id: number, random: Random): string {
  const day = addDays(`${addMonths(referenceMonth, -6)}-01`, random.between(0, 180));
  return stamp(day, random.between(480, 1_140), id % 8);
}
