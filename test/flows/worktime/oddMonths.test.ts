/** Months that are odd: holidays of zones, nights when clocks change, contracts that change, sheets typed askew. Figures by hand. */
import { describe, expect, test } from '@jest/globals';
import { addMonths, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { luccaRightNames } from '../../../shared/messages/fr/lucca.ts';
import { exportLines } from '../../../shared/flows/worktime/exportLines.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { planningsTable } from '../../../shared/tables/planningsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeEntriesTable } from '../../../shared/tables/worktime/timeEntriesTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { balances, TimeCompany, type Typed } from './timeCompany.ts';

const rule = (order: number, code: string, kind: string, more: Typed = {}): Typed => {
  return { set: 'Tout', order, code, kind, account: code, ...more };
};
const overtime = [
  rule(1, 'HS25', 'écart', { fromCounter: 'contractuel', fromHour: 36, toHour: 43 }),
  rule(2, 'HS50', 'écart', { after: 'HS25' }),
];
const whole = [
  ...overtime,
  rule(3, 'NUIT', 'plage horaire', { from: '21:00', to: '06:00' }),
  rule(4, 'DIM', 'jours chômés', { natures: 'dimanche' }),
  rule(5, 'FERIE', 'jours chômés', { natures: 'férié' }),
  rule(6, 'MAI', 'jours chômés', { natures: '1er mai' }),
  rule(7, 'SOLID', 'jours chômés', { natures: 'solidarité' }),
];
const premiums = { HS25: 25, HS50: 50, NUIT: 20, DIM: 50, FERIE: 100, MAI: 100, SOLID: 0, C10: 10, C25: 25 };

/** Everybody under one set of every kind, holidays of the calendar of their establishment, 35 hours from Monday to Friday. */
async function company(...rules: readonly Typed[]): Promise<TimeCompany> {
  const begun = await TimeCompany.begun();
  begun.account.read = Array.from({ length: 16 }, (_, at) => addMonths(plainMonth('2026-01'), at));
  begun.account.hasPlanning = false;
  begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout' });
  begun.fill(timeAccountsTable, ...Object.entries(premiums).map(([code, premium]) => ({ name: code, code, premium })));
  begun.fill(timeRulesTable, ...(rules.length === 0 ? whole : rules));
  week(begun, 3.5);
  return begun;
}

/** The cycle of everybody, from Monday to Friday. */
function week(begun: TimeCompany, halfHours: number): void {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, 'journée'] as const);
  begun.fill(planningsTable, { from: '2020-01-01', ...Object.fromEntries(days), halfHours });
}

/** « 1 2026-12-26 08:00 12:00 », or « 1 2026-12-26 8 ». */
function typed(begun: TimeCompany, ...lines: readonly string[]): void {
  const rows = lines.map((line): Typed => {
    const [luccaId = '', date = '', start = '', end] = line.split(' ');
    return end === undefined ? { luccaId, date, hours: Number(start) } : { luccaId, date, start, end };
  });
  begun.fill(timeEntriesTable, ...rows);
}

/** The five days of a week from a Monday on, so many hours each. */
const days = (id: string, monday: string, ...hours: readonly number[]) =>
  hours.map(
    (each, at) => `${id} ${monday.slice(0, 8)}${String(Number(monday.slice(8)) + at).padStart(2, '0')} ${each}`,
  );

const hours = async (begun: TimeCompany, month: string) =>
  Object.fromEntries(
    Object.entries(balances(await begun.computed(month))).map(([key, minutes]) => [key, minutes / 60]),
  );

describe('holidays are those of the establishment', () => {
  const places = [
    { id: '13', name: 'Lyon', zone: 'métropole' },
    { id: '14', name: 'Strasbourg', zone: 'Alsace-Moselle', goodFriday: 'oui' },
    { id: '15', name: 'Saint-Denis', zone: 'La Réunion' },
  ];

  test.each([
    // Saturday 26 December; Good Friday, 3 April; Sunday 20 December, the abolition of slavery in La Réunion.
    ['2026-12', '2026-12-26', { '2 FERIE': 4 }],
    ['2026-04', '2026-04-03', { '2 FERIE': 4 }],
    ['2026-12', '2026-12-20', { '1 DIM': 4, '2 DIM': 4, '3 DIM': 4, '3 FERIE': 4 }],
    ['2026-12', '2026-12-25', { '1 FERIE': 4, '2 FERIE': 4, '3 FERIE': 4 }],
  ])('%s: four hours of everybody on %s', async (month, date, expected) => {
    const begun = await company();
    begun.fill(establishmentsTable, ...places);
    begun.account.contracts = places.map(({ id, name }, at) =>
      begun.contract(String(at + 1), { establishmentId: id, establishment: name }),
    );
    typed(begun, ...['1', '2', '3'].map((id) => `${id} ${date} 08:00 12:00`));
    expect(await hours(begun, month)).toEqual(expected);
  });
});

describe('the solidarity day on Whit Monday', () => {
  test('takes seven hours of a full time, what is beyond is of the holiday, and none of it is overtime', async () => {
    const begun = await company();
    begun.fill(establishmentsTable, { id: '13', name: 'Lyon', solidarity: '25/05/2026' });
    typed(begun, '1 2026-05-25 08:00 16:00', ...days('1', '2026-05-26', 7, 7, 7, 7));
    expect(await hours(begun, '2026-05')).toEqual({ '1 SOLID': 7, '1 FERIE': 1 });
  });

  test('takes its share of a part time', async () => {
    const begun = await company(
      rule(1, 'SOLID', 'jours chômés', { natures: 'solidarité' }),
      rule(2, 'FERIE', 'jours chômés', { natures: 'férié' }),
    );
    begun.fill(establishmentsTable, { id: '13', name: 'Lyon', solidarity: '25/05/2026' });
    begun.account.workingTimes = [{ id: 'wt35', name: '28 h', isPartTime: true, weeklyMinutes: 28 * 60 }];
    typed(begun, '1 2026-05-25 6');
    // 7 × 28 / 35 = 5 h 36.
    expect(await hours(begun, '2026-05')).toEqual({ '1 SOLID': 5.6, '1 FERIE': 0.4 });
  });
});

describe('the night when clocks change', () => {
  test.each([
    ['back, an hour more', '2026-10', '2026-10-24', 'heures réelles', { '1 NUIT': 10, '1 DIM': 7 }],
    ['back, by the clock on the wall', '2026-10', '2026-10-24', "heures de l'horloge", { '1 NUIT': 9, '1 DIM': 6 }],
    ['forward, an hour less', '2027-03', '2027-03-27', 'heures réelles', { '1 NUIT': 8, '1 DIM': 5 }],
    ['forward, by the clock on the wall', '2027-03', '2027-03-27', "heures de l'horloge", { '1 NUIT': 9, '1 DIM': 6 }],
  ])('%s', async (_, month, date, clock, expected) => {
    const begun = await company();
    begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout', clock });
    typed(begun, `1 ${date} 21:00 06:00`);
    expect(await hours(begun, month)).toEqual(expected);
  });
});

describe('a premium beside another', () => {
  const nonCumul = rule(8, 'NC', 'non-cumul', { account: '', accounts: 'HS25; HS50; NUIT; DIM; FERIE; MAI' });

  test('1 May on a Sunday is 1 May, and no other holiday', async () => {
    const begun = await company();
    begun.account.read = ['2022-04', '2022-05', '2022-06'].map(plainMonth);
    typed(begun, '1 2022-05-01 08:00 16:00');
    expect(await hours(begun, '2022-05')).toEqual({ '1 MAI': 8, '1 DIM': 8 });
    begun.fill(timeRulesTable, ...whole, nonCumul);
    expect(await hours(begun, '2022-05')).toEqual({ '1 MAI': 8, '1 DIM': 0 });
  });

  test('42 hours, then Sunday evening until midnight: the highest of each minute', async () => {
    const begun = await company(...whole, nonCumul);
    const time = ['08:00 12:00', '13:00 17:24'];
    const lines = [5, 6, 7, 8, 9].flatMap((day) => time.map((each) => `1 2026-10-0${day} ${each}`));
    typed(begun, ...lines, '1 2026-10-11 20:00 00:00');
    // 20:00 to 21:00 is the 43rd hour: Sunday (50) over 25 %. After 21:00, 50 % comes before Sunday, and both over night.
    expect(await hours(begun, '2026-10')).toEqual({ '1 HS25': 7, '1 HS50': 3, '1 NUIT': 0, '1 DIM': 1 });
  });
});

/** Overtime for full time, additional hours for part time, each under its regulation. */
async function companyOfBoth() {
  const begun = await company(
    ...overtime,
    {
      ...rule(1, 'C10', 'écart', { fromCounter: 'contractuel', toCounter: 'contractuel', toShare: '11/10' }),
      set: 'Partiel',
      contracts: 'temps partiel',
    },
    { ...rule(2, 'C25', 'écart', { after: 'C10' }), set: 'Partiel', contracts: 'temps partiel' },
  );
  begun.fill(
    timeRegulationsTable,
    { name: 'Plein', set: 'Tout', contracts: 'temps plein' },
    { name: 'Partiel', set: 'Partiel', contracts: 'temps partiel' },
  );
  return begun;
}

describe('contracts', () => {
  test('of 44 hours: nothing at 25 %, two hours at 50 % of 46 worked', async () => {
    const begun = await company(...overtime);
    week(begun, 4.4);
    typed(begun, ...days('1', '2026-10-05', 10, 9, 9, 9, 9));
    expect(await hours(begun, '2026-10')).toEqual({ '1 HS50': 2 });
  });

  test('from part time to full time on a Thursday: each week by its last day, and the cut one is told', async () => {
    const begun = await companyOfBoth();
    begun.account.workingTimes = [
      { id: 'wt28', name: '28 h', isPartTime: true, weeklyMinutes: 28 * 60 },
      { id: 'wt35', name: '35 h', isPartTime: false, weeklyMinutes: 35 * 60 },
    ];
    begun.account.contracts = [
      begun.contract('1', { id: 'a', workingTimeId: 'wt28', to: plainDate('2026-10-14') }),
      begun.contract('1', { id: 'b', from: plainDate('2026-10-15') }),
    ];
    week(begun, 2.8);
    typed(
      begun,
      ...days('1', '2026-10-05', 7, 7, 6, 6, 6),
      ...days('1', '2026-10-12', 8, 7, 7, 7, 7),
      ...days('1', '2026-10-19', 8, 8, 7, 7, 7),
    );
    const computation = await begun.computed('2026-10');
    // 32 h of 28: 2 h 48 within the tenth, 1 h 12 beyond. Then 36 h and 37 h of full time: one hour and two.
    expect(balances(computation)).toEqual({ '1 HS25': 180, '1 C10': 168, '1 C25': 72 });
    expect(
      computation.findings.filter(({ code }) => code === 'timeContractsMixed').map(({ facts }) => facts['date']),
    ).toEqual(['2026-10-12']);
  });
});

describe('what Lucca or « Salariés » say twice', () => {
  test('a person on two lines is counted and handed over once, and told at the second', async () => {
    const begun = await company(...overtime);
    const rows = begun.book.tables.get(employeesTable.name) ?? [];
    begun.book.tables.set(employeesTable.name, [
      ...rows,
      ...rows.slice(0, 1).map((row) => ({ ...row, cells: { ...row.cells } })),
    ]);
    typed(begun, ...days('1', '2026-10-05', 9, 9, 8, 8, 8));
    const computation = await begun.computed('2026-10');
    expect(exportLines(computation).map(({ employeeId, minutes }) => [employeeId, minutes])).toEqual([['1', 420]]);
    expect(computation.findings.filter(({ code }) => code === 'voucherPersonTwice')).toMatchObject([
      { place: { address: 'A7' } },
    ]);
  });

  test.each([
    ['the one that began last holds, and it is told', {}, { '1 C10': 168, '1 C25': 312 }],
    ['and the one before holds again after it', { to: plainDate('2026-10-04') }, { '1 HS25': 60 }],
  ])('two contracts on one date: %s', async (_, more, expected) => {
    const begun = await companyOfBoth();
    begun.account.workingTimes.push({ id: 'wt28', name: '28 h', isPartTime: true, weeklyMinutes: 28 * 60 });
    const [first, second] = [
      begun.contract('1', { id: 'a' }),
      begun.contract('1', { id: 'b', from: plainDate('2026-09-28'), workingTimeId: 'wt28', ...more }),
    ];
    week(begun, 2.8);
    for (const contracts of [
      [first, second],
      [second, first],
    ]) {
      begun.account.contracts = contracts;
      typed(begun, ...days('1', '2026-10-05', 8, 7, 7, 7, 7));
      const computation = await begun.computed('2026-10');
      expect(balances(computation)).toEqual(expected);
      expect(computation.findings.filter(({ code }) => code === 'timeContractsOverlap')).toMatchObject([
        { subject: '1' },
      ]);
    }
  });
});

describe('a week over two months', () => {
  test.each([
    ['semaines complètes', {}, { '1 HS25': 5, '1 NUIT': 2 }],
    ['mois civil', { '1 NUIT': 2 }, { '1 HS25': 5 }],
  ])('%s', async (month, september, october) => {
    const begun = await company();
    begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout', month });
    const ends = ['28 09:00 17:00', '29 15:00 23:00', '30 09:00 17:00'].map((each) => `1 2026-09-${each}`);
    typed(begun, ...ends, ...days('1', '2026-10-01', 8, 8));
    expect(await hours(begun, '2026-09')).toEqual(september);
    expect(await hours(begun, '2026-10')).toEqual(october);
  });
});

describe('a way of counting months that changes once a month is closed', () => {
  test.each([
    ['semaines complètes', 'mois civil', 'yes', {}],
    ['mois civil', 'semaines complètes', 'no', { '1 NUIT': 4 }],
  ])('from %s to %s: the days between both are told', async (before, after, lost, october) => {
    const begun = await company();
    begun.fill(timeAccountsTable, { name: 'NUIT', code: 'NUIT', premium: 20, transfer: 'paie' });
    begun.fill(timeRulesTable, rule(1, 'NUIT', 'plage horaire', { from: '21:00', to: '06:00' }));
    begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout', month: before });
    typed(begun, '1 2026-09-09 21:00 23:00', '1 2026-09-29 21:00 01:00');
    const { number } = sound(await prepareExport(begun.ports, await begun.computed('2026-09')));
    sound(await confirmExport(begun.ports, number));
    begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout', month: after });
    const computation = await begun.computed('2026-10');
    expect(balances(computation)).toEqual(
      Object.fromEntries(Object.entries(october).map(([key, value]) => [key, value * 60])),
    );
    const [told] = computation.findings.filter(({ code }) => code === 'timeMonthChanged');
    expect(told).toMatchObject({ place: { column: 'month' }, facts: { from: '2026-09-28', to: '2026-09-30', lost } });
  });
});

describe('a night from October to November, of which the second day is a Sunday and All Saints', () => {
  test.each([
    ['semaines complètes', {}, { '1 NUIT': 8, '1 DIM': 6, '1 FERIE': 6 }],
    ['mois civil', { '1 NUIT': 2 }, { '1 NUIT': 6, '1 DIM': 6, '1 FERIE': 6 }],
  ])('%s', async (month, october, november) => {
    const begun = await company();
    begun.fill(timeRegulationsTable, { name: 'Siège', set: 'Tout', month });
    typed(begun, '1 2026-10-31 22:00 06:00');
    expect([await hours(begun, '2026-10'), await hours(begun, '2026-11')]).toEqual([october, november]);
  });
});

test('a cap of each week moves what is beyond it, as an hour and its quarter', async () => {
  const cap = { account: 'HS25', operation: 'plafond de la période', period: 'semaine', limit: '4h', target: 'HS50' };
  const begun = await company(...overtime, rule(3, 'CAP', 'comptable', { ...cap, factor: 1.25 }));
  typed(begun, ...days('1', '2026-10-05', 8, 8, 8, 8, 8), ...days('1', '2026-10-12', 8, 8, 8, 7, 7));
  // Five hours, of which one leaves as 1 h 15; then three.
  expect(await hours(begun, '2026-10')).toEqual({ '1 HS25': 7, '1 HS50': 1.25 });
});

describe('sheets typed askew', () => {
  const fortyTwo = ['1', '2'].flatMap((id) => days(id, '2026-10-05', 9, 9, 8, 8, 8));

  test('two copies of a set, their codes the same: each counts its own people, and only them', async () => {
    const begun = await company(...overtime, ...overtime.map((each) => ({ ...each, set: 'Copie' })));
    begun.fill(
      timeRegulationsTable,
      { name: 'A', set: 'Tout', people: '1' },
      { name: 'B', set: ' copie', people: '2; 3' },
    );
    typed(begun, ...fortyTwo);
    expect(await hours(begun, '2026-10')).toEqual({ '1 HS25': 7, '2 HS25': 7 });
  });

  test('forfait jours: a set that counts hours beyond a threshold is refused where the regulation names it, one of Sundays is not', async () => {
    const begun = await company();
    begun.fill(
      timeRegulationsTable,
      { name: 'A', set: 'Tout', people: '1; 3' },
      { name: 'Cadres', set: 'Tout', unit: 'jours', people: '2' },
    );
    typed(begun, ...fortyTwo, '2 2026-10-11 09:00 13:00');
    const computation = await begun.computed('2026-10');
    // The set is fine for the people in hours: nothing is told of it, nor of its rules.
    const { table, column } = { table: timeRegulationsTable.name, column: 'set' };
    const ofSets = computation.findings.filter(({ code }) => ['gapWithoutHours', 'timeSetInvalid'].includes(code));
    expect(ofSets).toMatchObject([
      { code: 'gapWithoutHours', severity: 'error', place: { table, column }, facts: { rule: 'HS25, HS50' } },
    ]);
    expect(ofSets[0]?.place?.address).toMatch(/5$/);
    expect(ofSets.map(findingText)).toEqual([expect.stringContaining('Choisissez-lui un autre jeu')]);
    expect(balances(computation)).toEqual({ '1 HS25': 420 });
    expect(computation.findings).toContainEqual(expect.objectContaining({ code: 'timePersonSkipped', subject: '2' }));
    begun.fill(timeRulesTable, ...whole, {
      set: 'Dimanche',
      code: 'D',
      kind: 'jours chômés',
      account: 'DIM',
      natures: 'dimanche',
    });
    begun.fill(
      timeRegulationsTable,
      { name: 'A', set: 'Tout', people: '1; 3' },
      { name: 'Cadres', set: 'Dimanche', unit: 'jours', people: '2' },
    );
    expect(await hours(begun, '2026-10')).toEqual({ '1 HS25': 7, '2 DIM': 4 });
  });

  test('a rule without an order stands where the sheet puts it, whatever its row', async () => {
    const [first = {}, second = {}] = overtime;
    const begun = await company({ ...first, order: 40 }, { ...second, order: '' });
    typed(begun, ...days('1', '2026-10-05', 10, 9, 9, 9, 9));
    expect(await hours(begun, '2026-10')).toEqual({ '1 HS25': 8, '1 HS50': 3 });
    begun.fill(timeRulesTable, { ...first, order: 20 }, { ...second, order: 10 });
    expect(await begun.compute('2026-10')).toMatchObject({ error: { code: 'noRegulation' } });
  });

  test('without the right to read time in Lucca, « Temps saisis » is all there is, and no week waits', async () => {
    const begun = await company(...overtime);
    begun.account.read = [];
    begun.account.missingRights = [luccaRightNames.time(), luccaRightNames.planning()];
    const connection = begun.account.connection();
    begun.account.connection = () => ({
      ...connection,
      mirror: connection.mirror && { ...connection.mirror, months: ['2026-09', '2026-10', '2026-11'].map(plainMonth) },
    });
    typed(begun, ...fortyTwo);
    const computation = await begun.computed('2026-10');
    expect(balances(computation)).toEqual({ '1 HS25': 420, '2 HS25': 420 });
    expect(computation.people.flatMap(({ outcome }) => outcome.waiting)).toEqual([]);
  });
});

describe('a long period, once its month is closed', () => {
  const long = { set: 'Tout', order: 1, code: 'L', kind: 'écart', account: 'HS25', fromHour: 61 };

  test.each([
    ['a year', '2026-12', ['2026-03-09', '2026-09-07'], { period: 'année' }],
    ['eight weeks', '2026-08', ['2026-07-06', '2026-08-03'], { period: 'semaine', weeks: 8, anchor: '2026-07-06' }],
  ])('%s is read whole when it is counted again: nothing is taken back', async (_, month, mondays, more) => {
    const begun = await company({ ...long, ...more });
    for (const monday of mondays) begun.week('1', monday, 8, 8, 8, 8, 8);
    const computation = await begun.computed(month);
    expect(balances(computation)).toEqual({ '1 HS25': 20 * 60 });
    const { number } = sound(await prepareExport(begun.ports, computation));
    sound(await confirmExport(begun.ports, number));
    const next = addMonths(plainMonth(month), 1);
    expect(exportLines(await begun.computed(next))).toEqual([]);
    begun.account.read = begun.account.read.filter((each) => each >= month);
    expect(await begun.compute(next)).toMatchObject({ error: { code: 'notRead' } });
  });
});
