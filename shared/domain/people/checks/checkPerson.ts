/** Everything that can be checked in the file of a person: each value by itself, then the values against each other. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import type { EmployeeValue } from '../employee.ts';
import { employeeFields, type EmployeeFieldKey } from '../employeeFields.ts';
import { countryOf, isFrench } from './country.ts';
import { formatProblems } from './formats.ts';
import { bicCountry, normalBic, readIban } from './iban.ts';
import { nirAgainst } from './nirAgainst.ts';
import { personProblem, type PersonProblem, type ProblemCode } from './problems.ts';

export type PersonValues = Readonly<Partial<Record<EmployeeFieldKey, EmployeeValue>>>;

/** Older than anybody who is paid. */
const LONG_AGO = 100;
/** Art. L4153-1 C. trav.: nobody under sixteen may work, but for apprentices and school holidays. */
const WORKING_AGE = 16;

function textIn(values: PersonValues, key: EmployeeFieldKey): string {
  const value = values[key];
  return value == null ? '' : String(value);
}

/** `yearsLater('2008-02-29', 16)` → `'2024-02-29'`, as text: it is only compared. */
function yearsLater(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}

function formatsOf(values: PersonValues): PersonProblem[] {
  const said = textIn(values, 'countryCode');
  // A country that is not understood is told as such; its postcodes are nobody's to judge.
  const country = countryOf(said) ?? (said === '' ? undefined : said);
  return employeeFields.flatMap((field): PersonProblem[] => {
    const text = textIn(values, field.key);
    const format = 'format' in field ? field.format : undefined;
    if (format === undefined || text === '') return [];
    return formatProblems(format, text, country).map((code) => personProblem(field.key, code));
  });
}

/** Banks of France serve its territories and Monaco. */
function bankZone(country: string): string {
  return isFrench(country) || country === 'MC' ? 'FR' : country;
}

function bankProblems(values: PersonValues): PersonProblem[] {
  const account = readIban(textIn(values, 'iban'));
  const bic = normalBic(textIn(values, 'bic'));
  if (!account.valid || bic === undefined) return [];
  return bankZone(account.country) === bankZone(bicCountry(bic)) ? [] : [personProblem('bic', 'bicCountry')];
}

function dateProblems(values: PersonValues, on: PlainDate): PersonProblem[] {
  const [birth, start, end, boeth] = (['birthDate', 'contractStart', 'contractEnd', 'boethStart'] as const).map((key) =>
    textIn(values, key),
  ) as [string, string, string, string];
  const found = (isWrong: boolean, field: EmployeeFieldKey, code: ProblemCode) =>
    isWrong ? [personProblem(field, code)] : [];
  const isFuture = birth > on;
  return [
    ...found(isFuture, 'birthDate', 'birthInFuture'),
    ...found(birth !== '' && yearsLater(birth, LONG_AGO) < on, 'birthDate', 'bornLongAgo'),
    ...found(
      birth !== '' && !isFuture && start !== '' && yearsLater(birth, WORKING_AGE) > start,
      'birthDate',
      'veryYoung',
    ),
    ...found(start !== '' && end !== '' && end < start, 'contractEnd', 'endBeforeStart'),
    ...found(birth !== '' && boeth !== '' && boeth < birth, 'boethStart', 'boethBeforeBirth'),
  ];
}

function childProblems(values: PersonValues): PersonProblem[] {
  const { dependentChildren: all, disabledChildren: disabled } = values;
  const isMore = typeof all === 'number' && typeof disabled === 'number' && disabled > all;
  return isMore ? [personProblem('disabledChildren', 'moreDisabledChildren')] : [];
}

/**
 * What is wrong or doubtful in `values`, on `on`; fields that are missing or empty say nothing here. Dates are `PlainDate`s.
 * `checkPerson({nir: '255081416802539'}, on)` → `[{field: 'nir', code: 'nirKey', severity: 'error'}]`.
 */
export function checkPerson(values: PersonValues, on: PlainDate): PersonProblem[] {
  return [
    ...formatsOf(values),
    ...nirAgainst({
      nir: textIn(values, 'nir'),
      title: textIn(values, 'civilTitle'),
      birthDate: textIn(values, 'birthDate'),
      birthCountry: textIn(values, 'birthCountry'),
    }).map((code) => personProblem('nir', code)),
    ...bankProblems(values),
    ...dateProblems(values, on),
    ...childProblems(values),
  ];
}
