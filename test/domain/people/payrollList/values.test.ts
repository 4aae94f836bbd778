/** Values as payrolls write them: dates with a time, names in one cell. */
import { expect, test } from '@jest/globals';
import { splitFullName } from '../../../../shared/domain/people/payrollList/fullName.ts';
import { typedDate } from '../../../../shared/domain/people/payrollList/typedDate.ts';

test.each([
  ['05/01/2024', '2024-01-05'],
  ['2024-01-05 00:00:00', '2024-01-05'],
  ['2024-01-05T00:00:00', '2024-01-05'],
  ['2024-01-05T00:00:00.000Z', '2024-01-05'],
  ['2024-01-05T08:30:00', '2024-01-05'],
  ['05/01/2024 00:00', '2024-01-05'],
  ['5-1-2024 0:00:00', '2024-01-05'],
  ['2024-01-04T23:00:00Z', 'zone'],
  ['2024-01-04T23:00:00+01:00', 'zone'],
  ['31/02/2024 00:00', undefined],
  ['bientôt', undefined],
])('the date « %s » is %s', (text, date) => expect(typedDate(text)).toBe(date));

test.each([
  ['DUPONT Jean', 'DUPONT', 'Jean'],
  ['Jean DUPONT', 'DUPONT', 'Jean'],
  ['DUPONT, Jean', 'DUPONT', 'Jean'],
  ['Dupont, Jean-Marc', 'Dupont', 'Jean-Marc'],
  ['DUPONT J.', 'DUPONT', 'J.'],
  ['LE GOFF DUPUIS Anne Marie', 'LE GOFF DUPUIS', 'Anne Marie'],
  ['Anne-Marie de LA TOUR', 'de LA TOUR', 'Anne-Marie'],
  ["D'ALMEIDA Éloïse", "D'ALMEIDA", 'Éloïse'],
  ['Zoé ÉTIÉ', 'ÉTIÉ', 'Zoé'],
])('« %s » is « %s », « %s »', (text, lastName, firstName) =>
  expect(splitFullName(text)).toEqual({ lastName, firstName }),
);

test.each(['DUPONT JEAN', 'Dupont Jean', 'DUPONT', 'Jean DUPONT Marie', 'DUPONT, Jean, M.', 'DUPONT,', ''])(
  '« %s » does not say which is which',
  (text) => expect(splitFullName(text)).toBeUndefined(),
);
