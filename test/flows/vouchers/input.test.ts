/** The document of an order: what it holds, what it comes to, and what cannot be written in one. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportOf } from '../../../server/cli/voucherReport.ts';
import { allFindings } from '../../../server/cli/voucherText.ts';
import type { VoucherReport } from '../../../shared/contracts/voucherReport.ts';
import { vouchersInputSchema, type VouchersInput } from '../../../shared/contracts/vouchersInput.ts';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { numberCell, textCell } from '../../../shared/domain/review/cell.ts';
import { computeInput } from '../../../shared/flows/vouchers/computeInput.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { inputOf } from '../../../shared/flows/vouchers/inputDocument.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { beneficiariesTable } from '../../../shared/tables/vouchers/beneficiariesTable.ts';
import { mealsTable } from '../../../shared/tables/vouchers/mealsTable.ts';
import { planningsTable } from '../../../shared/tables/planningsTable.ts';
import { registerTable } from '../../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { IBAN, person, sound, TestClock } from '../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from './voucherCompany.ts';

const ports = { clock: new TestClock() };
const fromInput = (input: VouchersInput, month: string = input.month) => computeInput(ports, input, plainMonth(month));

/** As the door of the command line takes it. */
function written({ source, month }: VoucherComputation): VouchersInput {
  return vouchersInputSchema.parse(JSON.parse(JSON.stringify(sound(inputOf(source, month)))));
}

/** Sorted, and without the places of findings: a cell in one, a line in the other. */
function reported(computation: VoucherComputation): VoucherReport {
  const { regulations, people, findings, ...rest } = reportOf(computation, allFindings(computation));
  const by =
    <T>(key: (row: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  return {
    ...rest,
    regulations: [...regulations].sort(by(({ name }) => name)),
    people: [...people].sort(by(({ employeeId, regulation }) => `${employeeId} ${regulation}`)),
    findings: findings
      .map((each) => ({ ...each, sheet: null, address: null, path: null }))
      .sort(by((each) => JSON.stringify(each))),
  };
}

const weekdays = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday'].map((day) => [day, 'journée']));

/** Everything that an order may stand on: two regulations, exclusions of each kind, a closed order and what came after it. */
async function busyCompany(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  const { account } = company;
  account.employees = ['1', '2', '3', '4', '5', '6', '7'].map((id) =>
    person(id, {
      student: id === '4',
      ...(id > '5' ? { establishment: 'Lille' } : {}),
      ...(id === '6' ? { contractStart: '2026-10-16' } : {}),
    }),
  );
  const lille = { establishmentId: '14', establishment: 'Lille' };
  account.contracts = [
    ...['1', '2', '3', '4', '5'].map((id) => company.contract(id)),
    company.contract('6', { to: plainDate('2026-10-15') }),
    company.contract('6', { id: 'c6b', from: plainDate('2026-10-16'), ...lille }),
    company.contract('7', lille),
  ];
  account.unplanned.add('2');
  account.meals = ['700', '701'].map((id) => ({
    id,
    employeeId: '3',
    date: plainDate('2026-09-16'),
    natureId: '31',
    stage: 'controlled' as const,
    host: 'Nom1 P1',
    moment: null,
  }));
  await company.apply(() => 'accept');
  // Of somebody whom payroll has not accepted.
  account.employees = [...account.employees, person('8')];
  account.contracts = [...account.contracts, company.contract('8')];
  company.note('5', 'Service', 'Direction');
  const elsewhere = { firstMonth: '2026-10-01', before: 'commandé ailleurs' };
  company.fill(
    regulationsTable,
    regulationRow(),
    regulationRow({ name: 'TR Lille', establishments: 'Lille', issuer: 'Edenred', face: 8, ...elsewhere }),
  );
  company.fill(
    beneficiariesTable,
    { criterion: 'Étudiant', value: 'oui', exception: 'exclu' },
    { criterion: 'service', value: 'direction', exception: 'exclu', from: '2026-10-01' },
    { criterion: 'Équipe', value: 'nuit', exception: 'exclu' },
    { criterion: 'Matricule', value: '0007', exception: 'papier' },
  );
  company.fill(planningsTable, { luccaId: '2', ...weekdays });
  company.fill(mealsTable, { luccaId: '1', date: '2026-10-06', nature: 'Déjeuner', host: 'Nom3 P3' });
  company.fill(adjustmentsTable, { month: '2026-10-01', luccaId: '3', kind: 'autre', number: -1, comment: 'Essai' });
  await company.close('2026-09');
  company.dayOff('2026-08-11');
  company.dayOff('2026-09-08', '3');
  company.dayOff('2026-09-09', '7');
  return company;
}

describe('the same results', () => {
  test('before a closed order, after it, and of a month that a right hides', async () => {
    const company = await busyCompany();
    for (const month of ['2026-10', '2026-11']) {
      const computation = await company.computed(month);
      const again = sound(await fromInput(written(computation)));
      expect(reported(again)).toEqual(reported(computation));
      expect(again.people.map(({ row }) => row.key)).toEqual(computation.people.map(({ row }) => row.key));
      if (month === '2026-10') await company.close(month);
    }
  });

  test('what the first month of the busy company comes to', async () => {
    const computation = await (await busyCompany()).computed('2026-10');
    const again = sound(await fromInput(written(computation)));
    const numbers = again.people.map(({ outcome: { employeeId, regulation, count } }) => [
      `${employeeId} ${regulation}`,
      count.ordered,
    ]);
    expect(Object.fromEntries(numbers)).toEqual({
      '1 TR Siège': 22,
      '2 TR Siège': 17,
      '3 TR Siège': 19,
      '6 TR Siège': 11,
      '6 TR Lille': 11,
      '7 TR Lille': 21,
    });
    expect(again.findings.map(({ code }) => code)).toContain('voucherCriterionUnknown');
  });

  test('whatever the order of the rows', async () => {
    const computation = await (await busyCompany()).computed('2026-10');
    const input = written(computation);
    const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
    const lists = <T extends object>(of: T) =>
      fc.record(
        Object.fromEntries(Object.entries(of).map(([name, rows]) => [name, shuffled(rows as unknown[])])),
      ) as unknown as fc.Arbitrary<T>;
    const expected = reported(computation);
    await fc.assert(
      fc.asyncProperty(lists(input.tables), lists(input.lucca), async (tables, lucca) => {
        expect(reported(sound(await fromInput({ ...input, tables, lucca })))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('with months that the order does not look at', async () => {
    const computation = await (await busyCompany()).computed('2026-10');
    const input = written(computation);
    const { lucca } = input;
    // Undecided, and used in a month that a run reads for something else: it would count.
    const old = { id: '77', name: 'Ancien compte', establishments: [] };
    const [day] = lucca.halfDays;
    const use = { ...day!, id: 'x', accountId: '77', date: plainDate('2026-05-05') };
    const months = [...lucca.months, plainMonth('2026-05')];
    const halfDays = [...lucca.halfDays, use];
    const more = { ...input, lucca: { ...lucca, months, halfDays, accounts: [...lucca.accounts, old] } };
    expect(reported(sound(await fromInput(more)))).toEqual(reported(computation));
  });
});

describe('a document', () => {
  test('holds neither bank account, nor number of social security, nor what no rule looks at', async () => {
    const input = written(await (await busyCompany()).computed('2026-10'));
    const text = JSON.stringify(input);
    for (const absent of [IBAN, 'iban', 'nir', 'lastName', 'accountName', 'approvedOn', 'toFix', 'lastUse'])
      expect(text).not.toContain(absent);
    const { people, contracts, planning } = input.lucca;
    expect(JSON.stringify(input.lucca)).not.toContain('Nom');
    expect(people.map(({ id }) => id)).toContain('8');
    expect([...contracts, ...planning].map(({ employeeId }) => employeeId)).not.toContain('8');
    expect(Object.keys(input.tables[employeesTable.name]?.[0] ?? {})).toEqual([
      ...['luccaId', 'employeeNumber', 'establishment', 'contractStart', 'contractEnd', 'fields'],
    ]);
    expect(input.tables[employeesTable.name]?.map(({ fields }) => fields)).toEqual([
      ...Array.from({ length: 3 }, () => ({ Étudiant: 'non', Service: null })),
      { Étudiant: 'oui', Service: null },
      { Étudiant: 'non', Service: 'Direction' },
      ...Array.from({ length: 2 }, () => ({ Étudiant: 'non', Service: null })),
    ]);
    // The check value of the register covers the name of the person.
    expect(input.tables[registerTable.name]?.[0]).toMatchObject({ name: 'Nom1 P1', order: 'TR1' });
  });

  test.each<[string, Parameters<VoucherCompany['fill']>[1], string]>([
    ['a date', { criterion: 'Matricule', value: '0001', exception: 'exclu', to: 4 }, 'cellNotDate'],
    ['a choice', { criterion: 'Matricule', value: '0001', exception: 'parti' }, 'cellNotChoice'],
    ['a bank account', { criterion: 'iban', value: IBAN, exception: 'exclu' }, 'documentSecret'],
  ])('is not written where %s cannot be', async (_, row, code) => {
    const company = await VoucherCompany.begun();
    company.fill(beneficiariesTable, row);
    const { source, month } = await company.computed('2026-10');
    const input = inputOf(source, month);
    expect(input).toMatchObject({ ok: false, error: [{ code, place: { sheet: 'Bénéficiaires TR', address: 'A4' } }] });
  });

  test('keeps a number where an identifier belongs: it is told in both', async () => {
    const company = await VoucherCompany.begun();
    company.fill(adjustmentsTable, { month: '2026-10-01', luccaId: 1, kind: 'autre', number: 1 });
    company.type('2', 'employeeNumber', numberCell(2));
    company.type('3', 'establishment', textCell(' lyon '));
    const computation = await company.computed('2026-10');
    const again = sound(await fromInput(written(computation)));
    // Each says how a text is typed where it stands.
    const inSheet = JSON.stringify(reported(again)).replaceAll('entre guillemets', 'cellule au format Texte');
    expect(JSON.parse(inSheet)).toEqual(JSON.parse(JSON.stringify(reported(computation))));
    expect(inSheet).not.toBe(JSON.stringify(reported(again)));
    expect(again.findings.map(({ code }) => code)).toContain('identifierIsNumber');
  });

  test('names the line of what is wrong', async () => {
    const input = written(await (await busyCompany()).computed('2026-10'));
    const rows = input.tables[regulationsTable.name]?.map((row) => ({ ...row, startDay: 31 })) ?? [];
    const tables = { ...input.tables, [regulationsTable.name]: rows };
    const computation = await fromInput({ ...input, tables });
    expect(computation).toMatchObject({ ok: false, error: { code: 'noRegulation' } });
    const { findings } = (computation as { error: { findings: VoucherComputation['findings'] } }).error;
    const places = findings.filter(({ code }) => code === 'voucherStartDay').map(({ place }) => place);
    expect(places).toEqual(
      [1, 2].map((line) => ({ table: regulationsTable.name, line, key: expect.any(String), column: 'startDay' })),
    );
  });

  test('without the months that the order looks at computes nothing, and names them', async () => {
    const input = written(await (await busyCompany()).computed('2026-10'));
    const lucca = { ...input.lucca, months: [] };
    expect(await fromInput({ ...input, lucca })).toEqual({
      ok: false,
      error: { code: 'notRead', months: input.lucca.months },
    });
    expect(await fromInput(input, '2026-11')).toMatchObject({ error: { code: 'notRead', months: ['2026-11'] } });
  });

  test.each([
    ['edited', (rows: VouchersInput['tables'][string]) => rows?.map((row) => ({ ...row, ordered: 1 }))],
    ['cut', (rows: VouchersInput['tables'][string]) => rows?.slice(1)],
  ])('whose register was %s computes nothing', async (_, change) => {
    const input = written(await (await busyCompany()).computed('2026-10'));
    const tables = { ...input.tables, [registerTable.name]: change(input.tables[registerTable.name]) };
    expect(await fromInput({ ...input, tables })).toMatchObject({ ok: false, error: { code: 'unsound' } });
  });

  test('of a month that is ordered says so', async () => {
    const company = await VoucherCompany.begun();
    const input = written(await company.close('2026-09'));
    const after = written(await company.computed('2026-10'));
    expect(await fromInput(after, '2026-09')).toMatchObject({ error: { code: 'noRegulation' } });
    expect(sound(await fromInput(input)).regulations.has(SIEGE)).toBe(true);
  });
});
