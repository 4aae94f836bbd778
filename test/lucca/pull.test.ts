import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { monthOf, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import type { Pull, PullProgress } from '../../server/lucca/connector.ts';
import { connectorTo, credentialsOf, pull, valueOf } from './support.ts';

describe('a pull of the fictional account, over real HTTP', () => {
  let demo: Demo;
  let result: Pull;
  const seen: PullProgress[] = [];

  beforeAll(async () => {
    demo = await startDemo();
    const pulled = await pull(connectorTo(demo.origin), credentialsOf(demo), {
      months: ['2026-09', '2026-10'],
      onProgress: (progress) => seen.push(progress),
    });
    result = valueOf(pulled);
  });
  afterAll(() => demo.close());

  const person = (id: number | undefined) => result.employees.find((each) => each.id === String(id))!.values;

  test('everybody is there once, in order, former and future people included', () => {
    const ids = [...demo.company.people.keys()].sort((a, b) => a - b).map(String);
    expect(result.employees.map((each) => each.id)).toEqual(ids);
    expect(result.requests).toBe(demo.requests.count());
  });

  test('native fields, contract and establishment of a person', () => {
    const { leaver } = demo.company.notables;
    const truth = demo.company.people.get(leaver!)!;
    const contract = truth.contracts.at(-1)!;
    expect(person(leaver)).toMatchObject({
      luccaId: String(leaver),
      employeeNumber: truth.employeeNumber,
      lastName: truth.lastName,
      contractStart: contract.startsOn,
      contractEnd: contract.endsOn,
      birthDate: truth.birthDate,
      establishment: demo.company.establishments.find(({ id }) => id === truth.establishmentId)!.name,
    });
  });

  test('customer fields are bound by name, lists by the name of their entry', () => {
    const truth = [...demo.company.people.values()].find(({ extended }) => extended.e_modePaiement === 121)!;
    expect(person(truth.id)).toMatchObject({
      paymentMethod: 'Virement',
      postalCode: truth.extended.e_Codepostal,
      address: truth.extended.e_adresse,
      iban: (truth.extended.e_iban as string).replaceAll(' ', ''),
    });
    expect(person(demo.company.notables.student).student).toBe(true);
    expect(person(demo.company.notables.spacedNir).nir).toMatch(/^\d{15}$/);
  });

  test('a customer field that others have and this person has not is empty, not unread', () => {
    expect(person(demo.company.notables.noIban).iban).toBeNull();
    expect(result.unreadFields).toEqual([]);
  });

  test('absences are the approved and standing half-days of each month, no other', () => {
    for (const month of ['2026-09', '2026-10'].map(plainMonth)) {
      const rows = [...demo.company.periods.values()].flatMap((period) =>
        period.rows.filter(
          (row) => row.date.startsWith(month) && row.cancelledAt === null && period.confirmedAt !== null,
        ),
      );
      const absences = result.absences.get(month)!;
      expect(absences).toHaveLength(rows.length);
      expect(absences.length).toBeGreaterThan(50);
      expect(absences.every((each) => monthOf(each.date) === month)).toBe(true);
    }
    expect([...result.absences.keys()]).toEqual(['2026-09', '2026-10']);
  });

  test('hours are whole minutes, days have none, and accounts carry their name', () => {
    const absences = [...result.absences.values()].flat();
    const hours = absences.filter((each) => each.minutes !== null);
    expect(new Set(hours.map((each) => each.accountName))).toEqual(
      new Set(['Heures de récupération', 'RTT en heures']),
    );
    const written = [...demo.company.periods.values()].flatMap(({ rows }) => rows.map(({ value }) => value));
    const truth = new Set(written.map((value) => Math.round(Number(value?.replace(',', '.')) * 60)));
    expect(hours.filter((each) => !truth.has(each.minutes!))).toEqual([]);
    expect(written.some((value) => value?.includes(','))).toBe(true);
    expect(absences.every((each) => each.accountName !== each.accountId)).toBe(true);
    expect(absences.every((each) => each.approvedOn !== null && each.requestedOn !== null)).toBe(true);
  });

  test('progress goes through the steps with rows and expected rows', () => {
    expect([...new Set(seen.map((each) => each.step))]).toEqual([
      'establishments',
      'employees',
      'contracts',
      'absences',
    ]);
    const last = seen.filter((each) => each.step === 'employees').at(-1)!;
    expect(last).toMatchObject({ done: demo.company.people.size, total: demo.company.people.size });
    expect(seen.at(-1)!.requests).toBe(result.requests);
  });
});

describe('personal records (v5)', () => {
  test('NIR and bank come from the record, whatever the key may read', async () => {
    const demo = await startDemo({ denied: ['extendedData'] });
    try {
      const result = valueOf(await pull(connectorTo(demo.origin), credentialsOf(demo, true)));
      const truth = [...demo.company.people.values()].find(({ extended }) => typeof extended.e_iban === 'string')!;
      const { nir, iban } = result.employees.find((each) => each.id === String(truth.id))!.values;
      expect(iban).toBe((truth.extended.e_iban as string).replaceAll(' ', ''));
      expect(nir).toBe((truth.extended.e_nir as string).replaceAll(' ', ''));
      expect(result.unreadFields).toContain('Nom de naissance');
      expect(result.unreadFields).not.toContain('IBAN');
    } finally {
      await demo.close();
    }
  });

  test('a wrong secret is said as such, after one try', async () => {
    const demo = await startDemo();
    try {
      const oauth = { clientId: demo.oauth.clientId, clientSecret: 'autre-secret' };
      const result = await pull(connectorTo(demo.origin), { apiKey: demo.apiKey, oauth });
      expect(result).toMatchObject({ ok: false, error: { code: 'wrongClient', status: 400 } });
      expect(demo.requests.count('/connect/token')).toBe(1);
    } finally {
      await demo.close();
    }
  });

  test('a scope that was not granted is a missing right', async () => {
    const demo = await startDemo({ scopes: ['employees.readonly'] });
    try {
      const result = await pull(connectorTo(demo.origin), credentialsOf(demo, true));
      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(JSON.stringify(result)).toContain('employee-personal-records.readonly');
    } finally {
      await demo.close();
    }
  });
});

describe('what the key may not read', () => {
  test('fields are left out of everybody and named', async () => {
    const demo = await startDemo({ denied: ['birthDate', 'extendedData', 'workContracts'] });
    try {
      const result = valueOf(await pull(connectorTo(demo.origin), credentialsOf(demo)));
      expect(result.employees.some(({ values }) => 'birthDate' in values || 'iban' in values)).toBe(false);
      expect(result.unreadFields).toEqual(
        expect.arrayContaining(['Date de naissance', 'IBAN', 'Numéro de sécurité sociale', 'Étudiant']),
      );
      expect(result.employees.every(({ values }) => typeof values.contractStart === 'string')).toBe(true);
      expect(result.unreadFields).not.toContain('Adresse');
    } finally {
      await demo.close();
    }
  });
});
