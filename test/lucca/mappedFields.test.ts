/** A field that is mapped is read from exactly its source; null, missing and unreadable stay three things. */
import { expect, test } from '@jest/globals';
import { toCustomFields } from '../../server/lucca/mapping/customFields.ts';
import { toEmployees, unreadFields } from '../../server/lucca/mapping/employees.ts';
import { listOfContracts } from '../../server/lucca/resources/contracts.ts';
import { listOfDefinitions } from '../../server/lucca/resources/fieldDefinitions.ts';
import { listOfUsers } from '../../server/lucca/resources/users.ts';
import { employeeFields, type EmployeeFieldKey } from '../../shared/domain/people/employeeFields.ts';
import type { MappedFrom } from '../../shared/domain/people/mapping/fieldMapping.ts';
import { proposeMapping } from '../../shared/domain/people/mapping/proposeMapping.ts';

const definition = (
  id: string,
  formatKey: string | null,
  entries: readonly { id: number; name: string | null }[] = [],
) => listOfDefinitions.row.parse({ id, name: id, formatKey, extensionUserPropertyListEntries: entries });

const definitions = [
  definition('e_Ville', 'text'),
  definition('e_domicile', null),
  definition('e_mode', 'select', [
    { id: 1, name: 'Virement' },
    { id: 2, name: null },
  ]),
];

type Mapped = Readonly<Partial<Record<EmployeeFieldKey, readonly [from: MappedFrom, code?: string]>>>;

function read(files: readonly Record<string, unknown>[], mapped: Mapped, contract = false) {
  const mapping = employeeFields.map(({ key }) => {
    const [from, code = ''] = mapped[key] ?? ['none'];
    return { key, from, code, name: '' };
  });
  const users = files.map((file, index) => listOfUsers(undefined).row.parse({ id: index + 1, ...file }));
  const contracts = contract
    ? [listOfContracts(undefined).row.parse({ id: 9, ownerId: 1, startsOn: '2026-02-01', endsOn: null })]
    : [];
  return toEmployees({ users, contracts, establishments: [], definitions, records: [] }, undefined, mapping).employees;
}

const file = (extendedData: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ ...more, extendedData });

test('no other source takes the place of the one that is mapped', () => {
  const people = [
    file({ e_Ville: { id: 1, value: 'Lyon' } }, { address: '1 rue A' }),
    file({}, { address: '2 rue B' }),
  ];
  expect(read(people, { city: ['custom', 'E_VILLE'], address: ['none'] })).toEqual([
    { id: '1', values: { luccaId: '1', city: 'Lyon' } },
    // Others hold it: the file says that it is empty.
    { id: '2', values: { luccaId: '2', city: null } },
  ]);
});

test('a field that nobody’s file holds, or that is declared no more, is not given: nothing is wiped', () => {
  const people = [file({}), file({ e_autre: { id: 1, value: 'x' } })];
  for (const code of ['e_Ville', 'e_disparu']) {
    const employees = read(people, { city: ['custom', code] });
    expect(employees.map(({ values }) => values)).toEqual([{ luccaId: '1' }, { luccaId: '2' }]);
    expect(unreadFields(employees)).toContain('Ville');
  }
});

test('null is empty, an entry without a name and several values are unreadable, a file not given says nothing', () => {
  const people = [
    file({ e_mode: { id: 1, value: 1 } }),
    file({ e_mode: { id: 1, value: null } }),
    file({ e_mode: { id: 1, value: 2 } }),
    file({
      e_mode: [
        { id: 1, value: 1 },
        { id: 2, value: 1 },
      ],
    }),
    { lastName: 'X' },
  ];
  const said = read(people, { paymentMethod: ['custom', 'e_mode'] });
  expect(said.map(({ values, unreadable }) => [values.paymentMethod, unreadable])).toEqual([
    ['Virement', undefined],
    [null, undefined],
    [undefined, ['paymentMethod']],
    [undefined, ['paymentMethod']],
    [undefined, undefined],
  ]);
});

test('a sub-field is read in its composite, and told with it', () => {
  const people = [
    file({
      e_domicile: {
        id: 1,
        value: { e_Cp: { id: 2, value: '01000' }, e_depuis: { id: 3, value: '2020-02-01T00:00:00' } },
      },
    }),
    file({ e_domicile: { id: 1, value: {} } }),
    file({}),
  ];
  const said = read(people, { postalCode: ['custom', 'e_domicile.e_cp'] });
  expect(said.map(({ values }) => values.postalCode)).toEqual(['01000', null, null]);
  const users = people.map((each, index) => listOfUsers(undefined).row.parse({ id: index + 1, ...each }));
  const told = toCustomFields({ definitions, users, records: [] }).filter(({ code }) => code.startsWith('e_domicile'));
  expect(told.map(({ code, kind, filled, samples }) => [code, kind, filled, samples])).toEqual([
    ['e_domicile', 'composite', 2, []],
    ['e_domicile.e_Cp', 'text', 1, ['0••••']],
    ['e_domicile.e_depuis', 'date', 1, ['0•/••/••••']],
  ]);
});

test('dates of a contract come from the contract, else from the copy beside the person, or from the person, as it is mapped', () => {
  const people = [
    { dtContractStart: '2021-01-01T00:00:00', dtContractEnd: '2021-12-31T00:00:00' },
    { dtContractStart: '2022-01-01T00:00:00', dtContractEnd: '2022-12-31T00:00:00' },
  ];
  const dates = (from: MappedFrom) =>
    read(people, { contractStart: [from], contractEnd: [from] }, true).map(({ values }) => [
      values.contractStart,
      values.contractEnd,
    ]);
  expect(dates('contract')).toEqual([
    // A contract without an end has none, whatever the copy says.
    ['2026-02-01', null],
    ['2022-01-01', '2022-12-31'],
  ]);
  expect(dates('native')).toEqual([
    ['2021-01-01', '2021-12-31'],
    ['2022-01-01', '2022-12-31'],
  ]);
});

test('a source that is empty for somebody whom another source knows says nothing: their cell is not emptied', () => {
  const people = [
    file({ e_Ville: { id: 1, value: '3 rue C' } }, { address: '1 rue A' }),
    file({ e_Ville: { id: 1, value: null } }, { address: '2 rue B' }),
    file({}, { address: '4 rue D' }),
    file({}, { address: null }),
  ];
  const said = read(people, { address: ['custom', 'e_Ville'] }).map(({ values }) => values);
  expect(said).toEqual([
    { luccaId: '1', address: '3 rue C' },
    { luccaId: '2' },
    { luccaId: '3' },
    { luccaId: '4', address: null },
  ]);
});

test('a proposal accepted as it stands reads what was read without it, and never less', () => {
  const people = [
    file({ e_adresse: { id: 1, value: '3 rue C' } }, { address: '1 rue A', mail: 'a@acme.example' }),
    file({ e_mail: { id: 1, value: ' ' } }, { address: '2 rue B', mail: 'b@acme.example' }),
  ];
  const users = people.map((each, index) =>
    listOfUsers(undefined).row.parse({ id: index + 1, dtContractStart: '2022-01-01T00:00:00', ...each }),
  );
  const named = (id: string, name: string) =>
    listOfDefinitions.row.parse({ id, name, formatKey: 'text', extensionUserPropertyListEntries: [] });
  const contracts = [listOfContracts(undefined).row.parse({ id: 9, ownerId: 1, startsOn: '2026-02-01', endsOn: null })];
  const own = [named('e_adresse', 'Adresse'), named('e_mail', 'E-mail professionnel')];
  const sources = { users, contracts, establishments: [], definitions: own, records: [] };
  const before = toEmployees(sources);
  const given = { ...before.sources, contract: ['contractStart', 'contractEnd'] as const };
  const lines = proposeMapping(toCustomFields({ definitions: own, users, records: [] }), given);
  const mapping = lines.map(({ from, ...line }) => ({ ...line, from: from ?? ('none' as const) }));
  const [first, second] = toEmployees(sources, undefined, mapping).employees;
  expect(first?.values).toEqual(before.employees[0]?.values);
  const { address, ...others } = before.employees[1]?.values ?? {};
  // « Adresse » is the customer's: who has nothing in it keeps their cell.
  expect([address, second?.values]).toEqual(['2 rue B', others]);
});

test('a field is told with how many values are not of a format, and whom it leaves out: counts, and no value', () => {
  const people = [
    file({ e_Ville: { id: 1, value: '69003' }, e_mode: { id: 2, value: 1 } }, { address: '1 rue A' }),
    file({ e_Ville: { id: 1, value: '75011' } }, { mail: 'b@acme.example', address: '2 rue B' }),
    file({ e_Ville: { id: 1, value: 'Lyon' } }),
    file({ e_Ville: { id: 1, value: ' ' } }, { address: '3 rue C' }),
    { address: '4 rue D' },
  ];
  const users = people.map((each, index) => listOfUsers(undefined).row.parse({ id: index + 1, ...each }));
  const told = toCustomFields({ definitions, users, records: [] });
  const counts = told.map(({ code, filled, misfits, besides }) => [code, filled, misfits, besides]);
  expect(counts).toEqual([
    [
      ...['e_Ville', 3],
      { nir: 3, iban: 3, bic: 3, phone: 3, email: 3, postalCode: 1, country: 3 },
      // Whose file is not given is not counted.
      { address: 1 },
    ],
    ['e_domicile', 0, {}, undefined],
    [
      ...['e_mode', 1],
      // « Virement » has eight letters, as a BIC has.
      { nir: 1, iban: 1, phone: 1, email: 1, postalCode: 1, country: 1 },
      { address: 2, workEmail: 1 },
    ],
  ]);
});
