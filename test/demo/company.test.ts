import { describe, expect, test } from '@jest/globals';
import { createCompany } from '../../server/demo/company/createCompany.ts';
import type { Company, LeaveRow, Notable, Person } from '../../server/demo/company/model.ts';
import { extendedText } from '../../server/demo/company/people.ts';
import { easterOf, holidaysOf } from '../../server/demo/company/holidays.ts';

const october = (employees = 60, seed = 1): Company =>
  createCompany({ seed, employees, referenceMonth: '2026-10' }).company;
const people = (company: Company): Person[] => [...company.people.values()];
const rows = (company: Company): LeaveRow[] => [...company.periods.values()].flatMap((period) => period.rows);
const plain = (company: Company): string =>
  JSON.stringify([
    people(company),
    rows(company).map(({ period, ...row }) => [period.id, period.ownerId, period.confirmedAt, row]),
  ]);
const textOf = (person: Person, code: string): string => extendedText(person.extended, code).replaceAll(' ', '');

/** Checked with big integers, unlike the generator. */
const nirIsRight = (nir: string): boolean =>
  97n - (BigInt(nir.slice(0, 13).replace('2A', '19').replace('2B', '18')) % 97n) === BigInt(nir.slice(13));
const ibanIsRight = (iban: string): boolean =>
  BigInt((iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n ===
  1n;
const luhnIsRight = (digits: string): boolean =>
  [...digits]
    .reverse()
    .reduce(
      (sum, digit, index) =>
        sum + [...String(Number(digit) * (index % 2 === 0 ? 1 : 2))].reduce((a, b) => a + Number(b), 0),
      0,
    ) %
    10 ===
  0;

describe('the company depends on its options alone', () => {
  test('the same seed and month give the same rows', () => {
    expect(plain(october())).toBe(plain(october()));
  });
  test('another seed or month gives others', () => {
    expect(plain(october(60, 2))).not.toBe(plain(october()));
    expect(plain(createCompany({ seed: 1, employees: 60, referenceMonth: '2026-11' }).company)).not.toBe(
      plain(october()),
    );
  });
  test('a larger account begins with the same people', () => {
    const names = (company: Company): string[] =>
      people(company)
        .slice(0, 60)
        .map(({ mail }) => mail);
    expect(names(october(200))).toEqual(names(october(60)));
  });
  test('a month that is none is refused', () => {
    expect(() => createCompany({ seed: 1, employees: 1, referenceMonth: '2026-13' })).toThrow('2026-13');
  });
});

describe('identifiers', () => {
  test.each([1, 2, 3])('keys are right for everyone but the person whose NIR is wrong (seed %i)', (seed) => {
    const company = october(300, seed);
    const wrong = people(company).filter(
      (person) => textOf(person, 'e_nir') !== '' && !nirIsRight(textOf(person, 'e_nir')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([company.notables.wrongNir]);
    const ibans = people(company)
      .map((person) => textOf(person, 'e_iban'))
      .filter((iban) => iban !== '');
    expect(ibans.length).toBeGreaterThan(280);
    expect(ibans.filter((iban) => !ibanIsRight(iban))).toEqual([]);
  });
  test('French accounts have their RIB key, and a BIC of the bank', () => {
    for (const person of people(october())) {
      const iban = textOf(person, 'e_iban');
      if (!iban.startsWith('FR')) continue;
      const [bank, branch, account, key] = [
        iban.slice(4, 9),
        iban.slice(9, 14),
        iban.slice(14, 25),
        iban.slice(25),
      ].map(BigInt);
      expect(97n - ((89n * (bank ?? 0n) + 15n * (branch ?? 0n) + 3n * (account ?? 0n)) % 97n)).toBe(key);
      expect(textOf(person, 'e_bic')).toMatch(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/);
    }
  });
  test('SIREN and SIRET pass the Luhn test and share their beginning', () => {
    const { legalUnits, establishments } = october();
    const siren = legalUnits[0]?.siren ?? '';
    expect(siren).toHaveLength(9);
    expect(luhnIsRight(siren)).toBe(true);
    expect(
      establishments.map(({ siret }) => siret.startsWith(siren) && siret.length === 14 && luhnIsRight(siret)),
    ).toEqual([true, true, true]);
  });
  test('matricules are unique in an establishment and repeated in another, with leading zeros', () => {
    const keys = people(october()).map((person) => `${String(person.establishmentId)}/${person.employeeNumber}`);
    expect(new Set(keys).size).toBe(60);
    expect(keys).toEqual(expect.arrayContaining(['11/00001', '12/00001', '13/00001']));
  });
  test('logins are unique whatever the size', () => {
    const logins = people(october(3_000, 5)).map(({ login }) => login);
    expect(new Set(logins).size).toBe(3_000);
  });
});

describe('notable people', () => {
  const company = october();
  const person = (part: Notable): Person => {
    const found = company.people.get(company.notables[part] ?? 0);
    if (found === undefined) throw new Error(part);
    return found;
  };
  test('homonyms, the couple and its phone', () => {
    expect(person('homonymLyon').lastName).toBe(person('homonymStrasbourg').lastName);
    expect(person('homonymLyon').mail).not.toBe(person('homonymStrasbourg').mail);
    expect(person('coupleFirst').personalMobile).toBe(person('coupleSecond').personalMobile);
  });
  test('contracts of the re-hired, the arrivals and the leavers', () => {
    expect(person('rehired').contracts.map(({ endsOn }) => endsOn)).toEqual(['2025-08-28', null]);
    expect(person('arrival').contracts[0]?.startsOn).toBe('2026-11-01');
    expect(person('leaver').contracts[0]?.endsOn).toBe('2026-10-15');
    expect(person('longGone').contracts[0]?.endsOn).toBe('2025-08-28');
  });
  test('NIR of every kind', () => {
    expect(person('noNir').extended).not.toHaveProperty('e_nir');
    expect(textOf(person('temporaryNir'), 'e_nir')).toMatch(/^[78]/);
    expect(textOf(person('corsicanSouth'), 'e_nir').slice(5, 7)).toBe('2A');
    expect(textOf(person('corsicanNorth'), 'e_nir').slice(5, 7)).toBe('2B');
    expect(person('spacedNir').extended.e_nir).toMatch(/^[12] \d\d \d\d \d\d \d{3} \d{3} \d\d$/);
  });
  test('names that look like formulas, apostrophes, incomplete files', () => {
    expect(person('formulaName').lastName).toBe('=SOMME');
    expect(person('plusName').lastName).toBe('+RAVEL');
    expect(person('apostrophe').lastName).toBe("L'HÔPITAL D'ŒUVRE");
    expect(person('noBirthDate').birthDate).toBeNull();
    expect(person('noIban').extended).not.toHaveProperty('e_iban');
    expect(person('empty').extended).toEqual({});
  });
});

describe('leaves', () => {
  test('about four half-days by person and month, over four months', () => {
    const company = october(1_000);
    for (const month of ['2026-08', '2026-09', '2026-10', '2026-11']) {
      const count = rows(company).filter((row) => row.date.startsWith(month)).length;
      expect(count).toBeGreaterThan(3_500);
      expect(count).toBeLessThan(6_000);
    }
  });
  test('no two live rows on one half-day, no row outside a contract, a work cycle or on a holiday', () => {
    const company = october(600, 4);
    const holidays = { 1: holidaysOf(1, 2026), 2: holidaysOf(2, 2026), 3: holidaysOf(3, 2026) };
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const row of rows(company)) {
      const owner = company.people.get(row.period.ownerId);
      const calendarId = company.establishments.find(({ id }) => id === owner?.establishmentId)?.calendarId ?? 1;
      const key = `${String(row.period.ownerId)}/${row.date}/${String(row.isAM)}`;
      const held = owner?.contracts.some(
        ({ startsOn, endsOn }) => startsOn <= row.date && (endsOn ?? '9999') >= row.date,
      );
      if (holidays[calendarId].has(row.date) || held !== true) wrong.push(key);
      if (owner?.workCycleId === 3 && new Date(row.date).getUTCDay() === 3) wrong.push(key);
      if (owner?.workCycleId === 4 && !row.isAM) wrong.push(key);
      if (row.cancelledAt === null && seen.has(key)) wrong.push(key);
      if (row.cancelledAt === null) seen.add(key);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(5_000);
  });
  test('the stories are told', () => {
    const company = october();
    const of = (part: Notable): LeaveRow[] =>
      rows(company).filter(({ period }) => period.ownerId === company.notables[part]);
    const on = (part: Notable, date: string): number[] =>
      of(part)
        .filter((row) => row.date === date)
        .map(({ accountId }) => accountId);
    expect(on('coupleFirst', '2026-10-06')).toEqual([1226, 44]);
    expect(
      of('coupleSecond').some((row) => row.date < '2026-10-01' && row.cancelledAt?.startsWith('2026-10') === true),
    ).toBe(true);
    expect(on('apostrophe', '2026-09-07').sort()).toEqual([1226, 1226, 41, 41]);
    expect(of('corsicanSouth').some(({ period }) => period.confirmedAt === null)).toBe(true);
    expect(of('night').some(({ period }) => period.cancellationAskedAt !== null)).toBe(true);
    expect(of('spacedNir').some(({ value }) => value === '2,5')).toBe(true);
    const across = [...company.periods.values()].find(
      (period) =>
        period.ownerId === company.notables.homonymLyon &&
        period.rows.some(({ date }) => date < '2026-10-01') &&
        period.rows.some(({ date }) => date >= '2026-10-01'),
    );
    expect(across?.rows).toHaveLength(10);
  });
  test('paid leave has one account by year, and its id grows', () => {
    expect(
      october()
        .accounts.slice(0, 2)
        .map(({ id, name }) => [id, name]),
    ).toEqual([
      [1225, 'Congés payés 2025-2026'],
      [1226, 'Congés payés 2026-2027'],
    ]);
    const spring = createCompany({ seed: 1, employees: 60, referenceMonth: '2026-05' }).company;
    expect(spring.accounts.slice(0, 2).map(({ id }) => id)).toEqual([1224, 1225]);
  });
});

describe('holidays', () => {
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, day) => {
    expect(easterOf(year)).toBe(day);
  });
  test('Good Friday and 26 December are holidays in Alsace-Moselle, 20 December in La Réunion', () => {
    expect([1, 2, 3].map((id) => holidaysOf(id as 1 | 2 | 3, 2026).has('2026-04-03'))).toEqual([false, true, false]);
    expect([1, 2, 3].map((id) => holidaysOf(id as 1 | 2 | 3, 2026).has('2026-12-26'))).toEqual([false, true, false]);
    expect([1, 2, 3].map((id) => holidaysOf(id as 1 | 2 | 3, 2026).has('2026-12-20'))).toEqual([false, false, true]);
  });
});
