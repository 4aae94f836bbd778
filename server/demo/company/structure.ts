import { luhnDigit } from './checkDigits.ts';
import type { Department, Establishment, LegalUnit, WorkCycle } from './model.ts';
import type { Random } from './prng.ts';

/**
 * The company's own id is also the id of one of its establishments, as happens in real accounts: who passes it where
 * an establishment is wanted silently gets a part of the people.
 */
export const LEGAL_UNIT_ID = 12;

const PLACES = [
  {
    id: 11,
    name: 'Atelier Lumière Lyon',
    code: 'AL_LYON',
    calendarId: 1,
    timeZone: 'Europe/Paris',
    street: '12 rue des Lilas',
    postalCode: '69003',
    city: 'Lyon',
  },
  {
    id: 12,
    name: 'Atelier Lumière Strasbourg',
    code: 'AL_STRASBOURG',
    calendarId: 2,
    timeZone: 'Europe/Paris',
    street: '4 quai des Tanneurs',
    postalCode: '67000',
    city: 'Strasbourg',
  },
  {
    id: 13,
    name: 'Atelier Lumière La Réunion',
    code: 'AL_REUNION',
    calendarId: 3,
    timeZone: 'Indian/Reunion',
    street: "8 allée de l'Océan",
    postalCode: '97400',
    city: 'Saint-Denis',
  },
] as const;

/** One company with its three establishments; SIREN and SIRET pass the Luhn test. */
export function createStructure(random: Random): { legalUnits: LegalUnit[]; establishments: Establishment[] } {
  const base = `9${random.digits(7)}`;
  const siren = `${base}${luhnDigit(base)}`;
  const siretOf = (index: number): string =>
    `${siren}000${String(index + 1)}${luhnDigit(`${siren}000${String(index + 1)}`)}`;
  return {
    legalUnits: [
      { id: LEGAL_UNIT_ID, name: 'Atelier Lumière', code: 'AL', siren, activityCode: '2740Z', headquartersId: 11 },
    ],
    establishments: PLACES.map((place, index) => ({ ...place, legalUnitId: LEGAL_UNIT_ID, siret: siretOf(index) })),
  };
}

const DEPARTMENTS = [
  { id: 31, name: 'Direction', code: 'DIR', parent: null },
  { id: 32, name: 'Finances', code: 'FIN', parent: 31 },
  { id: 33, name: 'Ressources humaines', code: 'RH', parent: 31 },
  { id: 34, name: 'Production', code: 'PROD', parent: null },
  { id: 35, name: 'Atelier de nuit', code: 'NUIT', parent: 34 },
  { id: 36, name: 'Logistique', code: 'LOG', parent: 34 },
  { id: 37, name: "Bureau d'études", code: 'BE', parent: null },
  { id: 38, name: 'Commerce', code: 'COM', parent: null },
] as const;

/** The departments, with the path texts that Lucca uses for parents. */
export function createDepartments(): Department[] {
  const pathOf = (id: number | null): string => (id === null ? '/' : `/${String(id)}.0/`);
  return DEPARTMENTS.map(({ id, name, code, parent }, index) => ({
    id,
    name,
    code,
    hierarchy: parent === null ? pathOf(id) : `${pathOf(parent)}${String(id)}.0/`,
    parentPath: pathOf(parent),
    level: parent === null ? 1 : 2,
    sortOrder: index + 1,
    headId: null,
  }));
}

const weekdays = (weekday: number): boolean => weekday >= 1 && weekday <= 5;

const halfOf35Hours = (): number => 210;

/** The work cycles a person may follow; ids are those of `userWorkCycles`. */
export const WORK_CYCLES: readonly WorkCycle[] = [
  { id: 1, name: 'Temps plein 35 h', fullTimeEquivalent: 1, works: weekdays, minutes: halfOf35Hours },
  { id: 2, name: 'Forfait 218 jours', fullTimeEquivalent: 1, works: weekdays, minutes: () => null },
  {
    id: 3,
    name: 'Temps partiel 80 % sans mercredi',
    fullTimeEquivalent: 0.8,
    works: (day) => weekdays(day) && day !== 3,
    minutes: halfOf35Hours,
  },
  {
    id: 4,
    name: 'Mi-temps le matin',
    fullTimeEquivalent: 0.5,
    works: (day, isAM) => weekdays(day) && isAM,
    minutes: halfOf35Hours,
  },
  {
    id: 5,
    name: 'Poste de nuit 21 h – 4 h',
    fullTimeEquivalent: 1,
    works: weekdays,
    minutes: halfOf35Hours,
    worksHolidays: true,
  },
  {
    id: 6,
    name: 'Jeudi matin',
    fullTimeEquivalent: 0.1,
    works: (day, isAM) => day === 4 && isAM,
    minutes: halfOf35Hours,
  },
  {
    id: 7,
    name: '38 h 30, vendredi 7 h – 13 h 30',
    fullTimeEquivalent: 1,
    works: (day, isAM) => weekdays(day) && (day !== 5 || isAM),
    minutes: (day) => (day === 5 ? 390 : 240),
  },
];

/** Occupation categories (« CSP »). */
export const CATEGORIES = [
  { id: 1, name: 'Cadre' },
  { id: 2, name: 'Agent de maîtrise' },
  { id: 3, name: 'Employé' },
  { id: 4, name: 'Ouvrier' },
] as const;

export const CONTRACT_TYPES = [
  { id: 1, name: 'CDI' },
  { id: 2, name: 'CDD' },
  { id: 3, name: "Contrat d'apprentissage" },
  { id: 4, name: 'Stage' },
] as const;

export const TERMINATION_REASONS = [
  { id: 1, name: 'Démission' },
  { id: 2, name: 'Fin de CDD' },
  { id: 3, name: 'Rupture conventionnelle' },
] as const;
