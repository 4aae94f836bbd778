/** What a NIR says of a birth, beside what the file of the person says. Doubts only: people change sex, and registers have errors. */
import { countryOf, isFrench } from './country.ts';
import { normalText } from './formats.ts';
import { readNir } from './nir.ts';
import type { ProblemCode } from './problems.ts';

/** Texts as the file holds them; '' when it does not say. `birthDate` is a plain date. */
export interface BirthFacts {
  readonly nir: string;
  readonly title: string;
  readonly birthDate: string;
  readonly birthCountry: string;
}

const ABROAD = '99';
/** Departments of Algeria, Morocco and Tunisia before they were countries: 91 to 96. */
const FORMER = /^9[1-6]$/;
const NORTH_AFRICA: ReadonlySet<string> = new Set(['DZ', 'MA', 'TN']);

function sexProblems(number: string, title: string): ProblemCode[] {
  const known = normalText('title', title);
  const said = /^[137]/.test(number) ? 'M.' : 'Mme';
  return known === undefined || known === said ? [] : ['nirSex'];
}

function dateProblems(number: string, birthDate: string): ProblemCode[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return [];
  const month = number.slice(3, 5);
  const isKnown = Number(month) >= 1 && Number(month) <= 12;
  return [
    ...(number.slice(1, 3) === birthDate.slice(2, 4) ? [] : (['nirBirthYear'] as const)),
    ...(!isKnown || month === birthDate.slice(5, 7) ? [] : (['nirBirthMonth'] as const)),
  ];
}

function placeProblems(number: string, birthCountry: string): ProblemCode[] {
  const country = countryOf(birthCountry);
  if (country === undefined) return [];
  const department = number.slice(5, 7);
  if (department === ABROAD) return isFrench(country) ? ['nirBornAbroad'] : [];
  const wasFrench = FORMER.test(department) && NORTH_AFRICA.has(country);
  return isFrench(country) || wasFrench ? [] : ['nirBornInFrance'];
}

/** What a NIR contradicts; nothing for what is no NIR. */
export function nirAgainst({ nir, title, birthDate, birthCountry }: BirthFacts): ProblemCode[] {
  const read = nir === '' ? undefined : readNir(nir);
  if (!read?.valid) return [];
  const { number } = read;
  return [...sexProblems(number, title), ...dateProblems(number, birthDate), ...placeProblems(number, birthCountry)];
}
