/** Values that two people should not have in common. */
import type { EmployeeFieldKey } from '../employeeFields.ts';
import type { PersonValues } from './checkPerson.ts';
import { normalText } from './formats.ts';
import { stableNir } from './nir.ts';

/** Text that identifies what stands in the field, '' when it says nothing. */
type Mark = (values: PersonValues) => string;

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A matricule is unique in its establishment only. */
const marks: readonly (readonly [EmployeeFieldKey, Mark])[] = [
  ['nir', ({ nir }) => stableNir(textOf(nir)) ?? ''],
  ['iban', ({ iban }) => normalText('iban', textOf(iban)) ?? ''],
  ['workEmail', ({ workEmail }) => normalText('email', textOf(workEmail)) ?? ''],
  [
    'employeeNumber',
    ({ employeeNumber, establishment }) => {
      const number = textOf(employeeNumber);
      return number === '' ? '' : JSON.stringify([textOf(establishment).toUpperCase(), number.toUpperCase()]);
    },
  ],
];

export interface SharedValue {
  readonly field: EmployeeFieldKey;
  /** Places of the people in the list given, in its order: two or more. */
  readonly people: readonly number[];
}

/** What several people of `list` hold in common and should not: a couple may share a bank account, and it must be seen. */
export function sharedValues(list: readonly PersonValues[]): SharedValue[] {
  return marks.flatMap(([field, mark]) => {
    const holders = new Map<string, number[]>();
    list.forEach((values, index) => {
      const text = mark(values);
      const known = holders.get(text);
      if (known) known.push(index);
      else if (text !== '') holders.set(text, [index]);
    });
    return [...holders.values()].filter(({ length }) => length > 1).map((people) => ({ field, people }));
  });
}
