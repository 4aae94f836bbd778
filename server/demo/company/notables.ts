import { ibanOf } from './checkDigits.ts';
import { addMonths, stamp } from './days.ts';
import { bankAccountOf, nirOf, spacedNir, withWrongKey } from './identity.ts';
import type { Contract, Notable, Person } from './model.ts';
import { CORSICAN_PLACES, slugOf } from './names.ts';
import { forkRandom, type Random } from './prng.ts';

interface Stage {
  readonly month: string;
  readonly random: Random;
}
interface Script {
  readonly part: Notable;
  readonly establishmentId: number;
  shape(person: Person, stage: Stage): void;
}

/** The people every account of more than thirty has: each carries one difficulty of real payroll files. */
export const SCRIPTS: readonly Script[] = [
  {
    part: 'homonymLyon',
    establishmentId: 11,
    shape: (person, { random }) => {
      rename(person, random, 'Marie', 'MARTIN', 'Mme', 'marie.martin');
    },
  },
  {
    part: 'homonymStrasbourg',
    establishmentId: 12,
    shape: (person, { random }) => {
      rename(person, random, 'Marie', 'MARTIN', 'Mme', 'marie.martin-67');
    },
  },
  {
    part: 'coupleFirst',
    establishmentId: 11,
    shape: (person, { random }) => {
      rename(person, random, 'Julien', 'LEFÈVRE', 'M.');
      person.personalMobile = COUPLE_PHONE;
    },
  },
  {
    part: 'coupleSecond',
    establishmentId: 11,
    shape: (person, { random }) => {
      rename(person, random, 'Sophie', 'LEFÈVRE', 'Mme');
      person.personalMobile = COUPLE_PHONE;
    },
  },
  {
    part: 'wrongNir',
    establishmentId: 12,
    shape: (person) => {
      person.extended.e_nir = withWrongKey(String(person.extended.e_nir));
    },
  },
  {
    part: 'rehired',
    establishmentId: 11,
    shape: (person, { month }) => {
      rehire(person, month);
    },
  },
  {
    part: 'arrival',
    establishmentId: 12,
    shape: (person, { month }) => {
      start(person, `${addMonths(month, 1)}-01`, month);
    },
  },
  {
    part: 'laterArrival',
    establishmentId: 13,
    shape: (person, { month }) => {
      start(person, `${addMonths(month, 2)}-15`, month);
    },
  },
  {
    part: 'leaver',
    establishmentId: 11,
    shape: (person, { month }) => {
      end(person, `${month}-15`, 1);
    },
  },
  {
    part: 'former',
    establishmentId: 12,
    shape: (person, { month }) => {
      end(person, `${addMonths(month, -1)}-18`, 3);
    },
  },
  {
    part: 'longGone',
    establishmentId: 13,
    shape: (person, { month }) => {
      start(person, `${addMonths(month, -60)}-01`);
      end(person, `${addMonths(month, -14)}-28`, 1);
    },
  },
  {
    part: 'noNir',
    establishmentId: 11,
    shape: (person) => {
      delete person.extended.e_nir;
    },
  },
  {
    part: 'noBirthDate',
    establishmentId: 12,
    shape: (person) => {
      person.birthDate = null;
    },
  },
  {
    part: 'noIban',
    establishmentId: 13,
    shape: (person) => {
      delete person.extended.e_iban;
      delete person.extended.e_bic;
    },
  },
  {
    part: 'temporaryNir',
    establishmentId: 11,
    shape: (person, { random }) => {
      person.extended.e_nir = nirOf(
        person.civilTitle === 'Mme' ? 8 : 7,
        birthOf(person),
        { city: 'Alger', country: 'Algérie', nir: '99352' },
        random,
      );
    },
  },
  {
    part: 'corsicanSouth',
    establishmentId: 11,
    shape: (person, { random }) => {
      bornIn(person, 'south', random);
    },
  },
  {
    part: 'corsicanNorth',
    establishmentId: 12,
    shape: (person, { random }) => {
      bornIn(person, 'north', random);
    },
  },
  {
    part: 'formulaName',
    establishmentId: 11,
    shape: (person, { random }) => {
      rename(person, random, 'Léa', '=SOMME', 'Mme');
      person.jobTitle = '-Responsable @accueil';
    },
  },
  {
    part: 'plusName',
    establishmentId: 12,
    shape: (person, { random }) => {
      rename(person, random, 'Hugo', '+RAVEL', 'M.');
    },
  },
  {
    part: 'apostrophe',
    establishmentId: 11,
    shape: (person, { random }) => {
      rename(person, random, "Ma'at", "L'HÔPITAL D'ŒUVRE", 'Mme');
    },
  },
  {
    part: 'compound',
    establishmentId: 13,
    shape: (person, { random }) => {
      rename(person, random, 'Jean-Noël Zoé', 'DE LA RIVIÈRE-PAYET', 'M.');
    },
  },
  {
    part: 'partTime',
    establishmentId: 11,
    shape: (person) => {
      person.workCycleId = 3;
    },
  },
  {
    part: 'halfTime',
    establishmentId: 12,
    shape: (person) => {
      person.workCycleId = 4;
    },
  },
  {
    part: 'thursdays',
    establishmentId: 12,
    shape: (person) => {
      person.workCycleId = 6;
    },
  },
  {
    part: 'night',
    establishmentId: 11,
    shape: (person) => {
      person.workCycleId = 5;
      person.departmentId = 35;
    },
  },
  {
    part: 'foreignIban',
    establishmentId: 12,
    shape: (person) => {
      person.extended.e_iban = ibanOf('DE', '370400440532013000');
      person.extended.e_bic = 'COBADEFFXXX';
    },
  },
  {
    part: 'student',
    establishmentId: 11,
    shape: (person) => {
      person.extended.e_etudiant = true;
    },
  },
  {
    part: 'disabled',
    establishmentId: 13,
    shape: (person, { month }) => {
      person.extended.e_handicap = true;
      person.extended.e_boethDebut = `${addMonths(month, -20)}-01T00:00:00`;
    },
  },
  {
    part: 'spacedNir',
    establishmentId: 11,
    shape: (person, { random }) => {
      spaceOut(person, random);
    },
  },
  {
    part: 'empty',
    establishmentId: 12,
    shape: (person) => {
      empty(person);
    },
  },
];

const COUPLE_PHONE = '06 00 12 34 56';

/** Turns the ordinary person into the one of the script. */
export function shapeNotable(script: Script, person: Person, seed: number, month: string): void {
  script.shape(person, { month, random: forkRandom(seed, 500_000 + person.id) });
}

function rename(
  person: Person,
  random: Random,
  firstName: string,
  lastName: string,
  civilTitle: 'M.' | 'Mme',
  mailName?: string,
): void {
  const login = mailName ?? `${slugOf(firstName)}.${slugOf(lastName)}`;
  Object.assign(person, {
    firstName,
    lastName,
    civilTitle,
    login,
    mail: `${login}@atelier-lumiere.example`,
    personalEmail: `${login}@courriel.example`,
  });
  person.extended.e_nomNaissance = lastName;
  person.extended.e_nir = withSex(person, civilTitle, random);
}

function withSex(person: Person, civilTitle: 'M.' | 'Mme', random: Random): string {
  const place = { city: '', country: '', nir: String(person.extended.e_nir).slice(5, 10) };
  return nirOf(civilTitle === 'Mme' ? 2 : 1, birthOf(person), place, random);
}

function birthOf(person: Person): string {
  return person.birthDate ?? '1990-01-01';
}

function contractOf(person: Person): Contract {
  const contract = person.contracts[0];
  if (contract === undefined) throw new Error(`person ${String(person.id)} has no contract`);
  return contract;
}

function start(person: Person, day: string, knownSince?: string): void {
  contractOf(person).startsOn = day;
  if (knownSince !== undefined) person.modifiedAt = stamp(`${knownSince}-02`, 600);
}

function end(person: Person, day: string, terminationReasonId: number): void {
  Object.assign(contractOf(person), { endsOn: day, terminationReasonId });
}

function rehire(person: Person, month: string): void {
  start(person, `${addMonths(month, -40)}-01`);
  end(person, `${addMonths(month, -14)}-28`, 2);
  const first = contractOf(person);
  const startsOn = `${addMonths(month, -3)}-01`;
  person.contracts.push({
    ...first,
    id: first.id + 1,
    startsOn,
    endsOn: null,
    terminationReasonId: null,
    createdAt: stamp(startsOn, 540, 2),
  });
}

function bornIn(person: Person, part: keyof typeof CORSICAN_PLACES, random: Random): void {
  const place = CORSICAN_PLACES[part];
  person.extended.e_lieuNaissance = place.city;
  person.extended.e_paysNaissance = 101;
  person.nationality = 'FRA';
  person.extended.e_nir = nirOf(person.civilTitle === 'Mme' ? 2 : 1, birthOf(person), place, random);
}

function spaceOut(person: Person, random: Random): void {
  person.extended.e_nir = spacedNir(String(person.extended.e_nir));
  const iban = bankAccountOf(random).iban;
  person.extended.e_iban = iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A file that nobody filled in yet: a name, a contract and nothing else. */
function empty(person: Person): void {
  Object.assign(person, {
    birthDate: null,
    civilTitle: null,
    nationality: null,
    personalEmail: null,
    personalMobile: null,
    directLine: null,
    professionalMobile: null,
    address: null,
  });
  person.extended = {};
}
