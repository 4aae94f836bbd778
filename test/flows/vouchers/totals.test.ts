/** « Totaux TR »: what « Titres-restaurant » adds up to, and its chart. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { fail } from '../../../shared/domain/result.ts';
import { blank, displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { totalRows } from '../../../shared/flows/vouchers/voucherTotals.ts';
import { writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { chartFailed } from '../../../shared/messages/fr/vouchers/totals.ts';
import { stateTable } from '../../../shared/tables/memoryTables.ts';
import { everyTable } from '../../../shared/tables/tables.ts';
import { column } from '../../../shared/tables/declaration.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { resultTable } from '../../../shared/tables/vouchers/resultTable.ts';
import { totalsTable } from '../../../shared/tables/vouchers/totalsTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from './voucherCompany.ts';

const NORD = 'TR Nord';
const { chart } = totalsTable;

async function write(company: VoucherCompany, month: string) {
  return sound(await writeVouchers(company.ports, await company.computed(month)));
}

function totals({ book }: VoucherCompany): string[] {
  const keys = ['month', 'regulation', 'establishment', 'label', 'people', 'ordered', 'totalFace', 'totalEmployer'];
  return book.rows(totalsTable).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)).join(' | '));
}

/** Person 3 in Lille, which orders under a regulation of its own. */
async function twoPlaces(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  company.account.contracts = company.account.contracts.map((each) =>
    each.employeeId === '3' ? { ...each, establishmentId: '14', establishment: 'Lille' } : each,
  );
  company.row('3').cells['establishment'] = textCell('Lille');
  company.fill(regulationsTable, regulationRow(), regulationRow({ name: NORD, establishments: 'Lille', face: 8 }));
  return company;
}

describe('« Totaux TR »', () => {
  test('adds up the month by regulation and establishment', async () => {
    const company = await twoPlaces();
    await write(company, '2026-09');
    const places = company.book.rows(resultTable).map(({ cells }) => displayed(cells['establishment'] ?? blank));
    expect(places).toEqual(['Lyon', 'Lyon', 'Lille']);
    expect(totals(company)).toEqual([
      `2026-09 | ${SIEGE} | Lyon | Lyon | 2 | 44 | 396 | 237,6`,
      `2026-09 | ${NORD} | Lille | Lille | 1 | 22 | 176 | 105,6`,
    ]);
  });

  test('names the regulation under a bar when an establishment has several, and people without one', () => {
    const row = (regulation: string, establishment: string) => ({
      regulation: textCell(regulation),
      establishment: textCell(establishment),
    });
    const rows = totalRows(plainMonth('2026-09'), [row(SIEGE, 'Lyon'), row(SIEGE, ''), row(NORD, 'Lyon')]);
    expect(rows.map(({ label = blank }) => displayed(label))).toEqual([
      `Lyon – ${SIEGE}`,
      'Sans établissement',
      `Lyon – ${NORD}`,
    ]);
  });

  test('counts people where they are ordered for, as the register and the files do', async () => {
    const company = await twoPlaces();
    company.row('3').cells['establishment'] = textCell('Lyon');
    const computation = await company.computed('2026-09');
    sound(await writeVouchers(company.ports, computation));
    expect(computation.people.map(({ place }) => place)).toEqual(['13', '13', '14']);
    expect(totals(company)).toEqual([
      `2026-09 | ${SIEGE} | Lyon | Lyon | 2 | 44 | 396 | 237,6`,
      `2026-09 | ${NORD} | Lille | Lille | 1 | 22 | 176 | 105,6`,
    ]);
  });

  test('counts nobody twice when a regulation that is not ordered has another name', async () => {
    const company = await twoPlaces();
    await write(company, '2026-09');
    company.fill(
      regulationsTable,
      regulationRow({ name: 'TR Lyon' }),
      regulationRow({ name: NORD, establishments: 'Lille', face: 8 }),
    );
    await write(company, '2026-09');
    const names = company.book.rows(resultTable).map(({ cells }) => displayed(cells['regulation'] ?? blank));
    expect([...names].sort()).toEqual(['TR Lyon', 'TR Lyon', NORD].sort());
    expect([...totals(company)].sort()).toEqual(
      [
        '2026-09 | TR Lyon | Lyon | Lyon | 2 | 44 | 396 | 237,6',
        `2026-09 | ${NORD} | Lille | Lille | 1 | 22 | 176 | 105,6`,
      ].sort(),
    );
  });

  test('keeps no number of a regulation that is not valid any more', async () => {
    const company = await twoPlaces();
    await write(company, '2026-09');
    company.fill(
      regulationsTable,
      regulationRow({ face: '' }),
      regulationRow({ name: NORD, establishments: 'Lille', face: 8 }),
    );
    await write(company, '2026-09');
    expect(totals(company)).toEqual([`2026-09 | ${NORD} | Lille | Lille | 1 | 22 | 176 | 105,6`]);
  });

  test('keeps what is ordered already of the month, and changes month whole', async () => {
    const company = await twoPlaces();
    await company.close('2026-09', SIEGE);
    await company.close('2026-09', NORD);
    await company.close('2026-10', SIEGE);
    company.dayOff('2026-09-09', '3');
    await write(company, '2026-10');
    expect(totals(company)).toEqual([
      `2026-10 | ${SIEGE} | Lyon | Lyon | 2 | 44 | 396 | 237,6`,
      `2026-10 | ${NORD} | Lille | Lille | 1 | 21 | 168 | 100,8`,
    ]);
  });

  test('an establishment where nobody is left leaves', async () => {
    const company = await twoPlaces();
    await write(company, '2026-09');
    company.account.contracts = company.account.contracts.map((each) => ({ ...each, establishmentId: '13' }));
    await write(company, '2026-09');
    expect(totals(company).map((row) => row.split(' | ').slice(1, 5))).toEqual([[SIEGE, 'Lyon', 'Lyon', '3']]);
  });

  test('is undone with the computation', async () => {
    const company = await twoPlaces();
    await company.close('2026-09', SIEGE);
    await company.close('2026-09', NORD);
    const before = totals(company);
    await write(company, '2026-10');
    sound(await undoLastPlan(company.ports));
    expect(totals(company)).toEqual(before);
  });
});

describe('its chart', () => {
  test('is drawn by the first computation, and follows at the next ones', async () => {
    const company = await VoucherCompany.begun();
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'drawn' });
    const memory = company.book.rows(stateTable).length;
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'kept' });
    expect(company.book.rows(stateTable)).toHaveLength(memory);
  });

  test('that a person deleted does not come back', async () => {
    const company = await VoucherCompany.begun();
    await write(company, '2026-09');
    company.book.charts.clear();
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'absent' });
    await company.close('2026-09');
    expect((await write(company, '2026-10')).chart).toEqual({ ok: true, value: 'absent' });
  });

  test('comes back with its sheet, when a person deletes both', async () => {
    const company = await VoucherCompany.begun();
    await write(company, '2026-09');
    company.book.charts.clear();
    company.book.tables.delete(totalsTable.name);
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'drawn' });
    expect(company.book.rows(totalsTable)).toHaveLength(1);
  });

  test('is drawn in a workbook that a file was made of: nothing to write, and the chart is missing', async () => {
    const company = await VoucherCompany.begun();
    const { book } = company;
    const draw = book.chart.bind(book);
    book.chart = () => Promise.resolve({ ok: true, value: 'notHere' }) as never;
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'notHere' });
    book.chart = draw;
    expect(await write(company, '2026-09')).toMatchObject({ added: 0, chart: { ok: true, value: 'drawn' } });
  });

  test('when it cannot be drawn fails nothing: it is said, and tried again', async () => {
    const company = await VoucherCompany.begun();
    const { book } = company;
    const draw = book.chart.bind(book);
    const error = { code: 'protectedSheet', facts: { sheet: totalsTable.title } } as const;
    book.chart = () => Promise.resolve(fail(error)) as never;
    const report = await write(company, '2026-09');
    expect(report.chart).toEqual({ ok: false, error });
    expect([report.added > 0, book.rows(totalsTable).length]).toEqual([true, 1]);
    expect(chartFailed(error)).toBe(
      'Le graphique de « Totaux TR » n’est pas à jour, les chiffres le sont. La feuille « Totaux TR » est protégée. Ôtez la protection (Révision, Ôter la protection), puis recommencez.',
    );
    book.chart = draw;
    expect((await write(company, '2026-09')).chart).toEqual({ ok: true, value: 'drawn' });
  });
});

test('the columns that a chart reads cannot be missing from their table', () => {
  for (const table of everyTable.filter((each) => each.chart !== undefined))
    for (const key of [table.chart!.category, ...table.chart!.series])
      expect([table.name, key, column(table, key).required]).toEqual([table.name, key, true]);
  expect(everyTable.flatMap((table) => table.chart?.name ?? [])).toEqual([chart.name]);
});
