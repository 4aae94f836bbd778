import { ibanOf } from './checkDigits.ts';
import { addMonths } from './days.ts';
import { withWrongKey } from './identity.ts';
import type { Notable, Person } from './model.ts';
import {
  bornInCorsica,
  empty,
  end,
  giveTemporaryNir,
  rehire,
  rename,
  spaceOut,
  start,
  type Stage,
} from './notableShapes.ts';
import { extendedText } from './people.ts';

/** What happens to the ordinary person drawn for a part. */
type Shape = (person: Person, stage: Stage) => void;

export interface Script {
  readonly part: Notable;
  readonly establishmentId: number;
  readonly shape: Shape;
}

const COUPLE_PHONE = '06 00 12 34 56';

const named =
  (firstName: string, lastName: string, title: 'M.' | 'Mme', also: Partial<Person> = {}): Shape =>
  (person, stage) => {
    rename(person, stage, firstName, lastName, title);
    Object.assign(person, also);
  };

const having =
  (facts: Partial<Person>): Shape =>
  (person) => {
    Object.assign(person, facts);
  };

const without =
  (...codes: readonly string[]): Shape =>
  (person) => {
    const kept = Object.entries(person.extended).filter(([code]) => !codes.includes(code));
    person.extended = Object.fromEntries(kept);
  };

const withFields =
  (fields: (month: string, person: Person) => Person['extended']): Shape =>
  (person, { month }) => {
    Object.assign(person.extended, fields(month, person));
  };

const at = (establishmentId: number, part: Notable, shape: Shape): Script => ({ part, establishmentId, shape });

/** The people every account of more than thirty has: each carries one difficulty of real payroll files. */
export const SCRIPTS: readonly Script[] = [
  at(11, 'homonymLyon', named('Marie', 'MARTIN', 'Mme')),
  at(12, 'homonymStrasbourg', named('Marie', 'MARTIN', 'Mme')),
  at(11, 'coupleFirst', named('Julien', 'LEFÈVRE', 'M.', { personalMobile: COUPLE_PHONE })),
  at(11, 'coupleSecond', named('Sophie', 'LEFÈVRE', 'Mme', { personalMobile: COUPLE_PHONE })),
  at(
    12,
    'wrongNir',
    withFields((_month, { extended }) => ({ e_nir: withWrongKey(extendedText(extended, 'e_nir')) })),
  ),
  at(11, 'rehired', (person, { month }) => {
    rehire(person, month);
  }),
  at(12, 'arrival', (person, { month }) => {
    start(person, `${addMonths(month, 1)}-01`, month);
  }),
  at(13, 'laterArrival', (person, { month }) => {
    start(person, `${addMonths(month, 2)}-15`, month);
  }),
  at(11, 'leaver', (person, { month }) => {
    end(person, `${month}-15`, 1);
  }),
  at(12, 'former', (person, { month }) => {
    end(person, `${addMonths(month, -1)}-18`, 3);
  }),
  at(13, 'longGone', (person, { month }) => {
    start(person, `${addMonths(month, -60)}-01`);
    end(person, `${addMonths(month, -14)}-28`, 1);
  }),
  at(11, 'noNir', without('e_nir')),
  at(12, 'noBirthDate', having({ birthDate: null })),
  at(13, 'noIban', without('e_iban', 'e_bic')),
  at(11, 'temporaryNir', (person, { random }) => {
    giveTemporaryNir(person, random);
  }),
  at(11, 'corsicanSouth', (person, { random }) => {
    bornInCorsica(person, 'south', random);
  }),
  at(12, 'corsicanNorth', (person, { random }) => {
    bornInCorsica(person, 'north', random);
  }),
  at(11, 'formulaName', named('Léa', '=SOMME', 'Mme', { jobTitle: '-Responsable @accueil' })),
  at(12, 'plusName', named('Hugo', '+RAVEL', 'M.')),
  at(11, 'apostrophe', named("Ma'at", "L'HÔPITAL D'ŒUVRE", 'Mme')),
  at(13, 'compound', named('Jean-Noël Zoé', 'DE LA RIVIÈRE-PAYET', 'M.')),
  at(11, 'partTime', having({ workCycleId: 3 })),
  at(12, 'halfTime', having({ workCycleId: 4 })),
  at(12, 'thursdays', having({ workCycleId: 6 })),
  at(11, 'night', having({ workCycleId: 5, departmentId: 35 })),
  at(
    12,
    'foreignIban',
    withFields(() => ({ e_iban: ibanOf('DE', '370400440532013000'), e_bic: 'COBADEFFXXX' })),
  ),
  at(
    11,
    'student',
    withFields(() => ({ e_etudiant: true })),
  ),
  at(
    13,
    'disabled',
    withFields((month) => ({ e_handicap: true, e_boethDebut: `${addMonths(month, -20)}-01T00:00:00` })),
  ),
  at(11, 'spacedNir', (person, { random }) => {
    spaceOut(person, random);
  }),
  at(12, 'empty', (person) => {
    empty(person);
  }),
  at(11, 'fridayMorning', having({ workCycleId: 7 })),
];
