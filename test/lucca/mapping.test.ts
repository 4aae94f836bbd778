import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { toAbsences } from '../../server/lucca/mapping/absences.ts';
import { bindingsOf } from '../../server/lucca/mapping/bindings.ts';
import { toEmployees, unreadFields, type PeopleSources } from '../../server/lucca/mapping/employees.ts';
import { listOfContracts } from '../../server/lucca/resources/contracts.ts';
import { listOfDefinitions } from '../../server/lucca/resources/fieldDefinitions.ts';
import { listOfLeaves, minutesOf } from '../../server/lucca/resources/leaves.ts';
import { dateAtHead } from '../../server/lucca/resources/loose.ts';
import { listOfRecords } from '../../server/lucca/resources/personalRecords.ts';
import { listOfUsers } from '../../server/lucca/resources/users.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { FieldSources } from '../../shared/domain/people/fieldSources.ts';

const month = { from: plainDate('2026-10-01'), to: plainDate('2026-10-31') };
const leaveRow = listOfLeaves({ ...month, by: 'leavePeriod.ownerId', ids: ['1'] }).row;
const userRow = listOfUsers(undefined).row;
const recordRow = listOfRecords(() => Promise.resolve(undefined), undefined).row;

function read<T>(row: z.ZodType<T>, raw: unknown): T {
  return row.parse(raw);
}

const definition = (id: string, name: string, entries: readonly { id: number; name: string | null }[] = []) =>
  read(listOfDefinitions.row, { id, name, formatKey: 'text', extensionUserPropertyListEntries: entries });

function employee(user: Record<string, unknown>, sources: Partial<Omit<PeopleSources, 'users'>> = {}) {
  return person(user, { ...nothingBeside, ...sources }).values;
}

function person(user: Record<string, unknown>, sources: Omit<PeopleSources, 'users'>, before?: FieldSources) {
  const { employees } = toEmployees({ ...sources, users: [read(userRow, { id: 416, ...user })] }, before);
  return employees[0]!;
}

const nothingBeside = { contracts: [], establishments: [], definitions: [], records: [] };

describe('dates', () => {
  test.each([
    ['2026-03-29', '2026-03-29'],
    ['2026-03-29T00:00:00', '2026-03-29'],
    ['2026-10-25T02:30:00.2983351', '2026-10-25'],
    ['2026-03-29T23:30:00Z', '2026-03-29'],
    ['2026-10-25T00:00:00+02:00', '2026-10-25'],
    ['2028-02-29T00:00:00', '2028-02-29'],
    ['2026-02-29T00:00:00', undefined],
    ['29/03/2026', undefined],
    ['2026-03-29x', undefined],
  ])('%s is the civil date %s, in any zone', (text, expected) => {
    expect(dateAtHead(text)).toBe(expected);
  });

  test('a birthday is the day written, whatever the zone of the machine', () => {
    expect(employee({ birthDate: '1989-12-22T00:00:00' }).birthDate).toBe('1989-12-22');
  });

  test.each([
    ['31/12/1980', '1980-12-31'],
    ['31-12-1980', '1980-12-31'],
    ['04/04/1980', '1980-04-04'],
    // Nobody knows which is the month.
    ['03/04/1980', undefined],
    ['12/31/1980', undefined],
    ['31/12/80', undefined],
  ])('a date of Lucca’s own fields written %s is %s', (birthDate, expected) => {
    const { values, unreadable } = person({ birthDate }, nothingBeside);
    expect(values.birthDate).toBe(expected);
    expect(unreadable).toEqual(expected === undefined ? ['birthDate'] : undefined);
  });

  test('the far end of time is no end', () => {
    expect(employee({ dtContractEnd: '9999-12-31T00:00:00' }).contractEnd).toBeNull();
  });
});

describe('null, absent, odd', () => {
  test('null is empty, an empty text too, and what was not returned is left out', () => {
    const values = employee({ birthDate: null, civilTitle: ' ', firstName: ' Zoé ' });
    expect(values).toEqual({ luccaId: '416', birthDate: null, civilTitle: null, firstName: 'Zoé' });
  });

  test('a form we do not know gives no value, and says so', () => {
    const odd = { address: { line: 1 }, birthDate: 'n/a', mail: true, nationality: [], firstName: false };
    expect(person(odd, nothingBeside)).toEqual({
      id: '416',
      values: { luccaId: '416' },
      unreadable: ['firstName', 'birthDate', 'nationality', 'address', 'workEmail'],
    });
  });

  test('what bears a name is read by it; without one it is not empty', () => {
    const unnamed = { civilTitle: { id: 1 }, nationality: { id: 'FRA' } };
    expect(person(unnamed, nothingBeside)).toEqual({
      id: '416',
      values: { luccaId: '416' },
      unreadable: ['civilTitle', 'nationality'],
    });
    expect(employee({ civilTitle: { id: 1, Name: 'Mme' }, nationality: { id: 'FRA', name: null } })).toEqual({
      luccaId: '416',
      civilTitle: 'Mme',
      nationality: null,
    });
  });

  test('an end of contract that cannot be read is not an open end', () => {
    const contracts = [
      read(listOfContracts(undefined).row, { id: 5, ownerId: 416, startsOn: '2021-01-01', endsOn: 'bientôt' }),
    ];
    const { values, unreadable } = person({}, { ...nothingBeside, contracts });
    expect(['contractEnd' in values, unreadable]).toEqual([false, ['contractEnd']]);
  });

  test('keys are read in any case, and unknown ones ignored', () => {
    const values = employee({ LEGALENTITYID: 13, legalentity: { ID: 13, NAME: 'Acme Lyon' }, somethingNew: [1] });
    expect(values.establishment).toBe('Acme Lyon');
  });

  test('numbers written as numbers stay text, zeros of a text stay', () => {
    expect(employee({ employeeNumber: '00057' }).employeeNumber).toBe('00057');
    expect(employee({ employeeNumber: 57 }).employeeNumber).toBe('57');
  });

  test('a nationality is a text or an object with a name', () => {
    expect(employee({ nationality: { id: 'FRA', name: 'Française' } }).nationality).toBe('Française');
    expect(employee({ nationality: 'French' }).nationality).toBe('French');
    expect(employee({ nationality: null }).nationality).toBeNull();
  });
});

describe('contract and establishment', () => {
  const contract = (raw: Record<string, unknown>) =>
    read(listOfContracts(undefined).row, { id: 5, ownerId: 416, startsOn: '2021-01-01', ...raw });

  test('the applicable contract wins over its copy on the user, its open end included', () => {
    const user = { dtContractStart: '2019-01-01T00:00:00', dtContractEnd: '2020-12-31T00:00:00' };
    const contracts = [
      contract({ endsOn: null, isApplicable: true }),
      contract({ id: 6, startsOn: '2019-01-01', isApplicable: false }),
    ];
    expect(employee(user, { contracts })).toMatchObject({ contractStart: '2021-01-01', contractEnd: null });
    expect(employee(user)).toMatchObject({ contractStart: '2019-01-01', contractEnd: '2020-12-31' });
  });

  test('the establishment is named by the list, else by the name beside the user', () => {
    const user = { legalEntityID: 13, legalEntity: { id: 13, name: 'ancien nom' } };
    expect(employee(user, { establishments: [{ id: '13', name: 'Lyon' }] }).establishment).toBe('Lyon');
    expect(employee(user).establishment).toBe('ancien nom');
  });
});

describe('customer fields', () => {
  test('bound by heading, accents, capitals, quotes and spaces aside', () => {
    const bound = bindingsOf([
      definition('e_1', 'NUMERO DE  SECURITE SOCIALE'),
      definition('e_2', 'complément d’adresse '),
      definition('e_3', 'Ville'),
      definition('e_4', 'Ville de naissance (maternité)'),
      definition('e_5', 'Adresse postale'),
    ]);
    expect(bound.map(({ key, code }) => [key, code])).toEqual([
      ['nir', 'e_1'],
      ['addressComplement', 'e_2'],
      ['city', 'e_3'],
    ]);
  });

  test('two fields of one name are both left alone, and who a person is stays with Lucca', () => {
    expect(bindingsOf([definition('e_1', 'IBAN'), definition('e_2', 'iban')])).toEqual([]);
    expect(
      bindingsOf([definition('e_1', 'Nom'), definition('e_2', 'Matricule'), definition('e_3', 'Début de contrat')]),
    ).toEqual([]);
  });

  type Entries = readonly { readonly id: number; readonly name: string | null }[];
  const held = (name: string, value: unknown, entries: Entries = []) =>
    person({ extendedData: { e_x: value } }, { ...nothingBeside, definitions: [definition('e_x', name, entries)] });

  test.each<[string, unknown, unknown]>([
    ['Enfants à charge', { id: 1, value: 2 }, 2],
    ['Enfants à charge', { id: 1, value: '2' }, 2],
    ['Enfants à charge', { id: 1, value: 1.5 }, undefined],
    ['Enfants à charge', { id: 1, value: 'deux' }, undefined],
    ['Étudiant', { id: 1, value: true }, true],
    ['Étudiant', { id: 1, value: 'Non' }, false],
    ['Étudiant', { id: 1, value: 0 }, false],
    ['Étudiant', { id: 1, value: 'peut-être' }, undefined],
    ['Début de reconnaissance BOETH', { id: 1, value: '2024-10-27T00:00:00' }, '2024-10-27'],
    ['Début de reconnaissance BOETH', { id: 1, value: '27/10/2024' }, '2024-10-27'],
    ['Début de reconnaissance BOETH', { id: 1, value: '2024' }, undefined],
    ['Ville', { id: 1, value: '' }, null],
    ['Ville', { id: 1, value: null }, null],
    ['Ville', null, null],
    ['Ville', [{ id: 1, value: 'Lyon' }], 'Lyon'],
    [
      'Ville',
      [
        { id: 1, value: 'Lyon' },
        { id: 2, value: 'Nice' },
      ],
      undefined,
    ],
    ['Ville', [], null],
    ['Ville', { id: 1, value: { e_y: { id: 2, value: 'Lyon' } } }, undefined],
    ['Ville', { id: 1, value: true }, undefined],
    ['Code postal', { id: 1, value: '01000' }, '01000'],
    ['IBAN', { id: 1, value: 'FR76 3000 6000 0112 3456 7890 189' }, 'FR7630006000011234567890189'],
  ])('%s held as %j is %j', (name, value, expected) => {
    const [binding] = bindingsOf([definition('e_x', name)]);
    const { values, unreadable } = held(name, value);
    expect(values[binding!.key]).toBe(expected);
    expect(binding!.key in values).toBe(expected !== undefined);
    expect(unreadable).toEqual(expected === undefined ? [binding!.key] : undefined);
  });

  test('what cannot be read in the field of the customer is not read elsewhere', () => {
    const definitions = [definition('e_a', 'Adresse')];
    const file = { address: '12 rue des Lilas', extendedData: { e_a: { id: 1, value: { rue: 'x' } } } };
    expect(person(file, { ...nothingBeside, definitions })).toMatchObject({ unreadable: ['address'] });
    expect('address' in employee(file, { definitions })).toBe(false);
  });

  test('a list holds the id of an entry: its name is the value, an unknown id or one without a name cannot be read', () => {
    const entries = [
      { id: 21, name: 'Virement' },
      { id: 22, name: 'Chèque' },
      { id: 23, name: null },
    ];
    expect(held('Mode de paiement', { id: 1, value: 22 }, entries).values.paymentMethod).toBe('Chèque');
    for (const value of [99, 23]) {
      const { values, unreadable } = held('Mode de paiement', { id: 1, value }, entries);
      expect(['paymentMethod' in values, unreadable]).toEqual([false, ['paymentMethod']]);
    }
    expect(held('Étudiant', { id: 1, value: 7 }, [{ id: 7, name: 'Oui' }]).values.student).toBe(true);
  });

  test('a field that others fill and this person does not is empty; without the file nothing is said', () => {
    const users = [
      { id: 1, extendedData: { e_x: { id: 1, value: 'Lyon' } } },
      { id: 2, extendedData: {} },
      { id: 3 },
    ].map((raw) => read(userRow, raw));
    const definitions = [definition('e_x', 'Ville'), definition('e_y', 'Code pays')];
    const { employees: found } = toEmployees({ ...nothingBeside, users, definitions });
    expect(found.map(({ values }) => values)).toEqual([
      { luccaId: '1', city: 'Lyon' },
      { luccaId: '2', city: null },
      { luccaId: '3' },
    ]);
    expect(unreadFields(found)).toContain('Code pays');
    expect(unreadFields(found)).not.toContain('Ville');
  });
});

describe('which source wins', () => {
  const record = (raw: Record<string, unknown>) => read(recordRow, { id: '897', employee: { id: '416' }, ...raw });
  const definitions = [
    definition('e_nir', 'Numéro de sécurité sociale'),
    definition('e_iban', 'IBAN'),
    definition('e_a', 'Adresse'),
  ];
  const user = {
    civilTitle: 'Mme',
    address: '12 rue des Lilas, 69003 Lyon',
    extendedData: {
      e_nir: { id: 1, value: '1 85 05 78 006 084 36' },
      e_iban: { id: 2, value: 'FR7630006000011234567890189' },
      e_a: { id: 3, value: '12 rue des Lilas' },
    },
  };

  test('the personal record for NIR and bank; the customer field before the native one; the record last elsewhere', () => {
    const records = [
      record({
        title: 'mister',
        insuranceNumber: { format: 'frenchSSN', value: '2891269382001 61' },
        bankAccount: { format: 'iban', accountIdentifier: 'DE89370400440532013000', bankIdentifier: 'COBADEFF' },
        email: 'camille@example.org',
      }),
    ];
    expect(employee(user, { definitions, records })).toMatchObject({
      nir: '289126938200161',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFF',
      civilTitle: 'Mme',
      address: '12 rue des Lilas',
      personalEmail: 'camille@example.org',
    });
  });

  test('an empty record leaves the customer field its say, and an older form of the record is read', () => {
    expect(
      employee(user, { definitions, records: [record({ insuranceNumber: null, bankAccount: null })] }),
    ).toMatchObject({
      nir: '185057800608436',
      iban: 'FR7630006000011234567890189',
    });
    const older = record({ title: 'miss', bankAccount: { format: 'iban', iban: 'FR76 1', bic: 'AGRIFRPP' } });
    expect(employee({}, { records: [older] })).toMatchObject({ iban: 'FR761', bic: 'AGRIFRPP', civilTitle: 'Mme' });
  });

  test('a record in a form we do not know is not replaced by the customer’s fields', () => {
    const odd = record({ insuranceNumber: '289126938200161', bankAccount: { accountIdentifier: { iban: 'FR76' } } });
    const { values, unreadable } = person(user, { ...nothingBeside, definitions, records: [odd] });
    expect(['nir' in values, 'iban' in values, unreadable]).toEqual([false, false, ['nir', 'iban']]);
  });

  test('what a record gives as empty is empty: the BIC of another bank does not stay beside a new IBAN', () => {
    const bankAccount = { format: 'iban', accountIdentifier: 'DE89370400440532013000', bankIdentifier: null };
    expect(employee({}, { records: [record({ bankAccount, nationalitiesCountryCodes: [] })] })).toMatchObject({
      iban: 'DE89370400440532013000',
      bic: null,
      nationality: null,
    });
  });

  test('of an account without an IBAN, the BIC does not stand beside the IBAN of the customer’s field', () => {
    const bankAccount = { format: 'other', accountIdentifier: '12345', bankIdentifier: 'CHASUS33' };
    const records = [record({ bankAccount })];
    const { values, unreadable } = person(user, { ...nothingBeside, definitions, records });
    expect([values.iban, 'bic' in values, unreadable]).toEqual(['FR7630006000011234567890189', false, ['bic']]);
    const withBic = { ...user, extendedData: { ...user.extendedData, e_bic: { id: 4, value: 'AGRIFRPP' } } };
    expect(employee(withBic, { definitions: [...definitions, definition('e_bic', 'BIC')], records }).bic).toBe(
      'AGRIFRPP',
    );
  });

  test('a foreign insurance number is no NIR, an account that is not an IBAN no IBAN', () => {
    const foreign = record({
      title: 'captain',
      insuranceNumber: { format: 'swissSSN', value: '756.1234.5678.97' },
      bankAccount: { format: 'other', accountIdentifier: '12345' },
    });
    const { values, unreadable } = person({}, { ...nothingBeside, records: [foreign] });
    expect('nir' in values || 'iban' in values || 'civilTitle' in values).toBe(false);
    expect(unreadable).toEqual(['civilTitle', 'nir', 'iban']);
    expect(employee(user, { definitions, records: [foreign] })).toMatchObject({
      nir: '185057800608436',
      iban: 'FR7630006000011234567890189',
    });
    expect(person({}, { ...nothingBeside, records: [record({ title: 'unknown' })] }).unreadable).toBeUndefined();
  });

  describe('when a source is not read any more', () => {
    const records = [record({ insuranceNumber: { format: 'frenchSSN', value: '289126938200161' }, title: 'miss' })];
    const whole = { ...nothingBeside, definitions, records };
    const raw = (people: Record<string, unknown>[]) => people.map((each) => read(userRow, each));
    const { sources } = toEmployees({ ...whole, users: raw([{ id: 416, ...user }]) });
    const { extendedData: _file, ...bare } = user;

    test('the customer’s fields: Lucca’s own form of the address is not taken, at this reading nor at the next', () => {
      const first = toEmployees({ ...whole, definitions: [], users: raw([{ id: 416, ...bare }]) }, sources);
      expect(first.employees[0]!.values).toEqual({ luccaId: '416', civilTitle: 'Mme', nir: '289126938200161' });
      const next = toEmployees({ ...whole, definitions: [], users: raw([{ id: 416, ...bare }]) }, first.sources);
      expect('address' in next.employees[0]!.values).toBe(false);
      // Read again, it is what it was.
      expect(person(user, whole, next.sources).values.address).toBe('12 rue des Lilas');
    });

    test('the files alone, their definitions still listed', () => {
      expect('address' in person(bare, whole, sources).values).toBe(false);
    });

    test('a field that the customer deleted leaves its place; one that has a namesake does not', () => {
      const dropped = { ...whole, definitions: [definition('e_t', 'Taille')] };
      const { employees, sources: known } = toEmployees({ ...dropped, users: raw([{ id: 416, ...bare }]) }, sources);
      expect(employees[0]!.values.address).toBe('12 rue des Lilas, 69003 Lyon');
      expect(known.custom).toEqual([]);
      const twice = { ...whole, definitions: [...definitions, definition('e_b', 'adresse')] };
      expect('address' in person(user, twice, sources).values).toBe(false);
    });

    test('the personal records: NIR and bank are not taken from the customer’s fields', () => {
      const values = person(user, { ...whole, records: [] }, sources).values;
      expect('nir' in values).toBe(false);
      expect(values.address).toBe('12 rue des Lilas');
    });

    test('an empty personal record is a source that speaks', () => {
      const silent = toEmployees({
        ...whole,
        records: [record({ insuranceNumber: null })],
        users: raw([{ id: 416, ...user }]),
      });
      expect(silent.employees[0]!.values.nir).toBe('185057800608436');
      expect(silent.sources.record).toContain('nir');
    });

    test('Lucca’s own fields: a nationality is not taken from the records, whose form is another', () => {
      const inRecord = [record({ nationalitiesCountryCodes: ['FRA'] })];
      const known = toEmployees({
        ...whole,
        records: inRecord,
        users: raw([{ id: 416, nationality: 'French' }]),
      }).sources;
      expect('nationality' in person({}, { ...whole, records: inRecord }, known).values).toBe(false);
    });
  });
});

describe('absences', () => {
  const raw = {
    id: '78287-20260603-AM',
    date: '2026-06-03T00:00:00',
    isAM: true,
    value: null,
    isActive: true,
    creationDate: '2026-05-02T23:59:11.2',
    cancellationDate: null,
    leaveAccountId: 1223,
    leaveAccount: { id: 1223, name: 'Congés payés' },
    leavePeriod: { id: 78287, ownerId: 416, isConfirmed: true, confirmationDate: '2026-05-03T09:12:47.797' },
  };
  const absences = (changed: Record<string, unknown>, names = new Map<string, string>()) =>
    toAbsences([read(leaveRow, { ...raw, ...changed })], names);

  test('a confirmed half-day', () => {
    expect(absences({})).toEqual([
      {
        id: '78287-20260603-AM',
        employeeId: '416',
        leaveId: '78287',
        accountId: '1223',
        accountName: 'Congés payés',
        date: '2026-06-03',
        half: 'am',
        minutes: null,
        requestedOn: '2026-05-02',
        approvedOn: '2026-05-03',
      },
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['inactive', { isActive: false }],
    ['pending', { leavePeriod: { ...raw.leavePeriod, isConfirmed: false, confirmationDate: null } }],
    ['cancelled', { cancellationDate: '2026-05-20T08:00:00' }],
  ])('%s rows do not count', (_name, changed) => {
    expect(absences(changed)).toEqual([]);
  });

  test('« not cancelled » written as an empty text, and isAm for isAM', () => {
    const { isAM: _isAM, ...rest } = raw;
    const [half] = toAbsences([read(leaveRow, { ...rest, isAm: false, cancellationDate: '' })], new Map());
    expect(half).toMatchObject({ half: 'pm' });
  });

  test('the name of the account: on the row, else from the list, else its number', () => {
    const bare = { leaveAccount: undefined };
    expect(absences(bare, new Map([['1223', 'CP']]))[0]!.accountName).toBe('CP');
    expect(absences(bare)[0]!.accountName).toBe('1223');
  });

  test.each(['id', 'date', 'isAM', 'isActive', 'leavePeriod', 'leaveAccountId'])(
    'a row without %s is refused',
    (key) => {
      const { leaveAccount: _account, ...row } = raw;
      expect(leaveRow.safeParse(row).success).toBe(true);
      expect(leaveRow.safeParse({ ...row, [key]: undefined }).success).toBe(false);
    },
  );

  test.each([
    ['7', 420],
    ['3.5', 210],
    ['3,5', 210],
    ['2,25', 135],
    ['0.29', 17],
    ['1.999', 120],
    ['0,008', 0],
    ['0.0083334', 1],
    ['03:30:00', 210],
    ['-1', undefined],
    ['', undefined],
    ['1e2', undefined],
    ['1 000', undefined],
  ])('%j hours are %j minutes', (hours, minutes) => {
    expect(minutesOf(hours)).toBe(minutes);
  });

  test('hours that cannot be read refuse the row rather than count for half a day', () => {
    expect(leaveRow.safeParse({ ...raw, value: 'beaucoup' }).success).toBe(false);
    expect(absences({ value: ' 3,5 ' })[0]!.minutes).toBe(210);
    expect(absences({ value: 3.5 })[0]!.minutes).toBe(210);
    expect(absences({ value: '' })[0]!.minutes).toBeNull();
  });
});
