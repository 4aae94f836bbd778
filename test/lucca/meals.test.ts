import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { chunksOfText } from '../../server/lucca/chunks.ts';
import { toLeaveAccounts } from '../../server/lucca/mapping/leaveAccounts.ts';
import { toContractSpans } from '../../server/lucca/mapping/contractSpans.ts';
import { stageOf, toMeals, toNatures } from '../../server/lucca/mapping/meals.ts';
import { listOfContracts } from '../../server/lucca/resources/contracts.ts';
import { listOfItems } from '../../server/lucca/resources/expenseItems.ts';
import { listOfNatures } from '../../server/lucca/resources/expenseNatures.ts';
import { listOfUsers } from '../../server/lucca/resources/users.ts';
import { absences } from '../store/sample.ts';

const OCTOBER = plainMonth('2026-10');
const itemRow = listOfItems(OCTOBER, ['12'], undefined).row;
const natureRow = listOfNatures.row;

const item = (changed: Record<string, unknown> = {}) =>
  itemRow.parse({
    id: 31873,
    expenseClaimId: 4410,
    purchasedOn: '2026-10-08T00:00:00',
    expenseNatureId: 12,
    ownerId: 416,
    attendees: { internal: [], external: [] },
    ...changed,
  });

const names = new Map([['416', 'Camille Durand']]);
const mealsOf = (items: readonly ReturnType<typeof item>[], statusId = 5) =>
  toMeals({ items, statuses: new Map([['4410', statusId]]), names });

describe('whose meal a line is', () => {
  test('the owner’s own, without a host', () => {
    const own = { id: '31873', employeeId: '416', date: '2026-10-08', natureId: '12', stage: 'controlled' };
    expect(mealsOf([item()])).toEqual([{ ...own, host: null, moment: null }]);
  });

  test('and one for each colleague invited, once, with the name of who invites; not for guests from outside', () => {
    const attendees = { Internal: [{ id: 383 }, { id: '384' }, { id: 383 }, { id: 416 }], external: [{ id: 9 }] };
    expect(mealsOf([item({ attendees })]).map(({ id, employeeId, host }) => [id, employeeId, host])).toEqual([
      ['31873-383', '383', 'Camille Durand'],
      ['31873-384', '384', 'Camille Durand'],
      ['31873', '416', null],
    ]);
  });

  test('a host whom the key does not see goes by their number; guests that are not given are none', () => {
    const meals = mealsOf([
      item({ ownerId: 9, attendees: { internal: [{ id: 416 }] } }),
      item({ id: 2, attendees: null }),
    ]);
    expect(meals.map(({ employeeId, host }) => [employeeId, host])).toEqual([
      ['9', null],
      ['416', null],
      ['416', '9'],
    ]);
  });

  test('by person, date and line', () => {
    const lines = [
      item({ id: 3, purchasedOn: '2026-10-09' }),
      item({ id: 10 }),
      item({ id: 9 }),
      item({ id: 1, ownerId: 1000 }),
    ];
    expect(mealsOf(lines).map(({ id }) => id)).toEqual(['9', '10', '3', '1']);
  });
});

describe('how far its report has gone', () => {
  test.each([
    [1, 'declared'],
    [2, 'declared'],
    [3, 'approved'],
    [4, 'declared'],
    [5, 'controlled'],
    [6, 'exported'],
    [7, 'exported'],
    [8, null],
    [9, null],
    [10, 'declared'],
  ] as const)('state %i: %s', (statusId, stage) => {
    expect(stageOf(statusId)).toBe(stage);
    expect(mealsOf([item()], statusId).map((meal) => meal.stage)).toEqual(stage === null ? [] : [stage]);
  });

  test('a report that is not given is declared; a line on no report yet is no meal', () => {
    expect(mealsOf([item({ expenseClaimId: 7 })])[0]?.stage).toBe('declared');
    expect(mealsOf([item({ expenseClaimId: null })])).toEqual([]);
  });

  test.each(['id', 'purchasedOn', 'expenseNatureId', 'ownerId'])('a line without %s is refused', (key) => {
    expect(() => item({ [key]: undefined })).toThrow();
  });
});

describe('which natures are meals', () => {
  const isRestaurant = (raw: Record<string, unknown>) =>
    toNatures([natureRow.parse({ id: 12, ...raw })])[0]?.isRestaurant;

  test('by the type that Lucca gives, whatever the name', () => {
    expect(isRestaurant({ name: 'Déjeuner', type: { id: 4, tag: 'Invitation', label: 'Invitation' } })).toBe(true);
    expect(isRestaurant({ name: 'Café', type: { tag: 'x', label: 'Restaurants et invitations' } })).toBe(true);
    expect(isRestaurant({ name: 'Repas du taxi', type: { tag: 'Transport', label: 'Transports' } })).toBe(false);
  });

  test('by the name when no type is given', () => {
    expect(isRestaurant({ name: 'Repas midi', type: null })).toBe(true);
    expect(isRestaurant({ name: 'RESTAURANT' })).toBe(true);
    expect(isRestaurant({ name: 'Péage', type: { tag: '', label: null } })).toBe(false);
  });

  test('a nature without a name goes by its number', () => {
    expect(toNatures([natureRow.parse({ id: 12 })])).toEqual([
      { id: '12', name: '12', isRestaurant: false, isEnabled: true },
    ]);
  });
});

describe('contracts', () => {
  const users = [2, 1].map((id) =>
    listOfUsers(undefined).row.parse({
      id,
      dtContractStart: '2020-01-01T00:00:00',
      dtContractEnd: null,
      legalEntityID: 11,
      legalEntity: { id: 11, name: 'Lyon' },
    }),
  );
  const contract = (raw: Record<string, unknown>) =>
    listOfContracts(undefined).row.parse({ ownerId: 1, isApplicable: false, ...raw });
  const nobody = { records: [], definitions: [], establishments: [{ id: '12', name: 'Strasbourg', code: ' AL_STR ' }] };

  test('all of a person, by first day, each with its establishment', () => {
    const contracts = [
      contract({ id: 5, startsOn: '2024-01-01', endsOn: '9999-12-31', establishmentId: 12 }),
      contract({ id: 4, startsOn: '2020-01-01', endsOn: '2023-12-31', establishment: { id: 11, name: 'Lyon' } }),
    ];
    const spans = toContractSpans({ ...nobody, users, contracts });
    expect(spans.map(({ id, from, to, establishment }) => [id, from, to, establishment])).toEqual([
      ['user-2', '2020-01-01', null, 'Lyon'],
      ['4', '2020-01-01', '2023-12-31', 'Lyon'],
      ['5', '2024-01-01', null, 'Strasbourg'],
    ]);
    expect(spans.map(({ establishmentCode }) => establishmentCode)).toEqual([undefined, undefined, 'AL_STR']);
  });

  test('where none may be read, the person’s own dates; without any, nothing', () => {
    const undated = listOfUsers(undefined).row.parse({ id: 3 });
    const spans = toContractSpans({ ...nobody, users: [...users, undated], contracts: [] });
    expect(spans.map(({ employeeId, establishmentId }) => [employeeId, establishmentId])).toEqual([
      ['2', '11'],
      ['1', '11'],
    ]);
  });

  test('an account is used by the establishments of the contracts of its days', () => {
    const contracts = [
      contract({ id: 4, startsOn: '2020-01-01', endsOn: '2026-10-04', establishment: { id: 11, name: 'Lyon' } }),
      contract({ id: 5, startsOn: '2026-10-05', endsOn: null, establishmentId: 12 }),
    ];
    const spans = toContractSpans({ ...nobody, users, contracts });
    const accounts = toLeaveAccounts(new Map([['29', 'Télétravail']]), absences(1, 'x'), spans);
    expect(accounts).toEqual([
      { id: '7', name: 'Congés payés', establishments: ['Strasbourg'] },
      { id: '29', name: 'Télétravail', establishments: [] },
    ]);
  });
});

test('identifiers are cut by number and by length', () => {
  expect(chunksOfText(['1', '2', '3'], 2, 100)).toEqual([['1', '2'], ['3']]);
  expect(chunksOfText(['100', '200', '300'], 10, 8)).toEqual([['100', '200'], ['300']]);
  expect(chunksOfText(['100000000', '2'], 10, 4)).toEqual([['100000000'], ['2']]);
  expect(chunksOfText([], 10, 4)).toEqual([]);
});
