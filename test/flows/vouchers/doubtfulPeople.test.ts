/** People and accounts that cannot be right: each is told, nobody is ordered for twice, and the order of rows decides nothing. */
import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { blank, textCell } from '../../../shared/domain/review/cell.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { absenceImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { ordered, regulationRow, VoucherCompany } from './voucherCompany.ts';

function told(findings: readonly Finding[], code: string): string[] {
  return findings.filter((each) => each.code === code).map(findingText);
}

describe('a person on two lines of « Salariés »', () => {
  test('is ordered for once, and told at the cell', async () => {
    const company = await VoucherCompany.begun();
    const rows = company.book.tables.get(employeesTable.name) ?? [];
    company.book.tables.set(employeesTable.name, [...rows, { ...rows[0]!, cells: { ...rows[0]!.cells } }]);
    const { people, findings } = await company.computed('2026-09');
    expect(people.map(({ outcome }) => outcome.employeeId)).toEqual(['1', '2', '3']);
    expect(findings.filter(({ code }) => code === 'voucherPersonTwice')).toMatchObject([
      { severity: 'error', subject: '1', place: { table: employeesTable.name, address: 'A7', column: 'luccaId' } },
    ]);
    expect(told(findings, 'voucherPersonTwice')).toEqual([
      'Cette personne a déjà une ligne plus haut dans « Salariés » : seule la première est prise. Gardez-en une seule.',
    ]);
  });
});

describe('a row of « Salariés » without an identifier', () => {
  test('is ordered for nobody, and told at the cell; a row that names nobody is a note', async () => {
    const company = await VoucherCompany.begun();
    const rows = company.book.tables.get(employeesTable.name) ?? [];
    const [first, ...others] = rows.map((row) => ({ ...row, cells: { ...row.cells, luccaId: blank } }));
    const note = { ...others[0]!, cells: { luccaId: blank, bic: textCell('à revoir') } };
    company.book.tables.set(employeesTable.name, [first!, ...rows.slice(1), note]);
    const { people, findings } = await company.computed('2026-09');
    expect(people.map(({ outcome }) => outcome.employeeId)).toEqual(['2', '3']);
    expect(findings.filter(({ code }) => code === 'voucherPersonUnidentified')).toMatchObject([
      { severity: 'error', place: { table: employeesTable.name, address: 'A4', column: 'luccaId' } },
    ]);
    expect(told(findings, 'voucherPersonUnidentified')).toEqual([expect.stringContaining('Saisissez-le.')]);
  });
});

describe('contracts in two establishments at once', () => {
  async function computed(first: string, second: string, isReversed = false) {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow(), regulationRow({ name: 'TR Nord', establishments: 'Lille' }));
    const [own, ...others] = company.account.contracts;
    const lyon = { ...own!, to: plainDate(first) };
    const lille = company.contract('1', {
      id: 'c9',
      from: plainDate(second),
      establishmentId: '14',
      establishment: 'Lille',
    });
    company.type('1', 'contractStart', second);
    const both = isReversed ? [lille, lyon] : [lyon, lille];
    company.account.contracts = [...others, ...both];
    return company.computed('2026-09');
  }

  test.each([
    ['the day after the other ends', '2026-09-09', []],
    [
      'on its last day',
      '2026-09-10',
      [
        'Deux contrats se chevauchent dans deux établissements (le 10/09/2026) : celui qui a commencé en dernier est pris. Corrigez leurs dates dans Lucca, puis actualisez.',
      ],
    ],
    [
      'before it ends',
      '2026-09-11',
      [
        'Deux contrats se chevauchent dans deux établissements (2 jours, du 10/09/2026 au 11/09/2026) : celui qui a commencé en dernier est pris. Corrigez leurs dates dans Lucca, puis actualisez.',
      ],
    ],
  ])('one begins %s', async (_, end, sentences) => {
    expect(told((await computed(end, '2026-09-10')).findings, 'voucherContractsOverlap')).toEqual(sentences);
  });

  test('that begin together count the same whichever comes first', async () => {
    const numbers = [false, true].map(async (isReversed) => {
      const company = await VoucherCompany.begun();
      company.fill(regulationsTable, regulationRow(), regulationRow({ name: 'TR Nord', establishments: 'Lille' }));
      const [own, ...others] = company.account.contracts;
      const both = [own!, { ...own!, id: 'c9', establishmentId: '14', establishment: 'Lille' }];
      company.account.contracts = [...(isReversed ? both.reverse() : both), ...others];
      const { people, findings } = await company.computed('2026-09');
      expect(told(findings, 'voucherContractsOverlap')).toHaveLength(1);
      return people.map(({ outcome }) => [outcome.employeeId, outcome.regulation, outcome.count.ordered]);
    });
    const [one, other] = await Promise.all(numbers);
    expect(one).toEqual(other);
  });
});

describe('an account that absences use and Lucca does not list', () => {
  test('must be decided, and then counts', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-09-08');
    company.account.halfDays = company.account.halfDays.map((each) => ({ ...each, accountId: '77' }));
    expect(await company.compute('2026-09')).toMatchObject({ ok: false, error: { code: 'noRegulation' } });
    company.fill(
      absenceImpactsTable,
      { id: '9', name: 'Congés payés', impact: 'déduit' },
      { id: '77', name: 'Ancien compte', impact: 'déduit' },
    );
    await company.close('2026-09');
    expect(ordered(await company.computed('2026-10'))).toEqual({ 1: 21, 2: 22, 3: 22 });
  });
});
