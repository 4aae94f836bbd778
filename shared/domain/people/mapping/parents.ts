/**
 * Sub-fields of composite fields. « Ville » is where somebody lives under « Adresse », where they were born under « Naissance », and nothing
 * that payroll knows under « École » or « Conjoint »: only known parents are looked into.
 */
import type { EmployeeFieldKey } from '../employeeFields.ts';
import { foldedCode, foldedWords } from './synonyms.ts';

interface Parent {
  readonly names: readonly string[];
  /** What may stand in it. */
  readonly keys: readonly EmployeeFieldKey[];
  /** What a word says in it alone, folded as a code. */
  readonly words: Readonly<Record<string, EmployeeFieldKey>>;
}

const home: readonly EmployeeFieldKey[] = ['address', 'addressComplement', 'postalCode', 'city', 'countryCode'];
const contact: readonly EmployeeFieldKey[] = ['personalPhone', 'personalEmail', 'workPhone', 'workEmail'];
const civil: readonly EmployeeFieldKey[] = ['civilTitle', 'birthName', 'nationality', 'nir'];
const birth: readonly EmployeeFieldKey[] = ['birthDate', 'birthCity', 'birthCountry', 'birthName'];
const homeWords = { cp: 'postalCode', complement: 'addressComplement' } as const;

const parents: readonly Parent[] = [
  {
    names: ['adresse', 'adresse postale', 'adresse personnelle', 'adresse du domicile', 'domicile', 'résidence'],
    keys: home,
    words: homeWords,
  },
  {
    names: ['coordonnées', 'coordonnées personnelles', 'contact'],
    keys: [...home, ...contact],
    words: homeWords,
  },
  {
    names: ['coordonnées bancaires', 'banque', 'rib', 'compte bancaire', 'compte', 'paiement', 'virement'],
    keys: ['iban', 'bic', 'paymentMethod'],
    words: {},
  },
  {
    names: ['naissance'],
    keys: birth,
    words: { date: 'birthDate', ville: 'birthCity', commune: 'birthCity', lieu: 'birthCity', pays: 'birthCountry' },
  },
  {
    names: ['identité', 'état civil', 'informations personnelles', 'sécurité sociale'],
    keys: [...civil, ...birth],
    words: {},
  },
  { names: ['handicap', 'rqth', 'boeth'], keys: ['disabled', 'boethStart'], words: {} },
  { names: ['famille', 'situation familiale', 'enfants'], keys: ['dependentChildren', 'disabledChildren'], words: {} },
];

const byName = new Map(
  parents.flatMap((each) => each.names.map((name) => [foldedCode(foldedWords(name)), each] as const)),
);

/** `'Adresse › Ville'` → `['Adresse', 'Ville']`. */
function steps(name: string): string[] {
  return name.split('›').map((each) => each.trim());
}

/** Of a sub-field, its own name; any other name as it is. */
export function ownName(name: string): string {
  return steps(name).at(-1) ?? '';
}

type Within = { readonly isTop: true } | { readonly isTop: false; readonly parent: Parent | undefined };

/** Where a field stands. `parent` is undefined where one of those above it is not known. */
export function within(name: string): Within {
  const above = steps(name).slice(0, -1);
  if (above.length === 0) return { isTop: true };
  const known = above.map((each) => byName.get(foldedCode(each)));
  return { isTop: false, parent: known.every((each) => each !== undefined) ? known.at(-1) : undefined };
}
