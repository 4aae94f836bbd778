import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, numberCell, textCell } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { detailLines } from '../../../shared/flows/vouchers/detailRows.ts';
import { cancelOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { detailTable } from '../../../shared/tables/vouchers/detailTable.ts';
import { resultTable } from '../../../shared/tables/vouchers/resultTable.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { sound } from '../../support/smallCompany.ts';
import { VoucherCompany } from './voucherCompany.ts';

type Cells = Readonly<Record<string, string>>;

function rows({ book }: VoucherCompany, table: TableDeclaration, month: string): Cells[] {
  return book
    .rows(table)
    .map(({ cells }) => Object.fromEntries(table.columns.map(({ key }) => [key, displayed(cells[key] ?? blank)])))
    .filter((row) => row['month'] === month);
}

function told(company: VoucherCompany, month: string, luccaId: string): string[] {
  return rows(company, detailTable, month)
    .filter((row) => row['luccaId'] === luccaId)
    .map(({ date, weekday, effect, reason, corrected }) => [date, weekday, effect, reason, corrected].join(' | '));
}

async function write(company: VoucherCompany, month: string) {
  return sound(await writeVouchers(company.ports, await company.computed(month)));
}

/** September closed; then a late absence of person 1, a meal and adjustments of person 2, a holiday of everybody. */
async function october(): Promise<VoucherCompany> {
  const company = await VoucherCompany.begun();
  company.dayOff('2026-09-09');
  await company.close('2026-09');
  const meal = { id: 'E1', employeeId: '2', natureId: '31', host: null, moment: null, stage: 'controlled' as const };
  company.account.meals = [{ ...meal, date: plainDate('2026-09-08') }];
  company.fill(
    adjustmentsTable,
    { month: '2026-10-01', luccaId: '2', kind: 'droit', number: -2, comment: 'accord du 3' },
    { month: '2026-10-01', luccaId: '2', kind: 'autre', number: 1, comment: '' },
    { month: '2026-10-01', luccaId: '3', kind: 'titres rendus', number: 4, comment: '' },
  );
  await write(company, '2026-10');
  return company;
}

describe('« Détail TR »', () => {
  test('says the ordinary days in one row, then each date on which something happens', async () => {
    const company = await october();
    expect(told(company, '2026-10', '1')).toEqual([
      ' |  | 22 | 22 jours travaillés, un titre chacun | ',
      '09/09/2026 | mercredi | -1 | absence, titre retiré | ',
    ]);
    expect(told(company, '2026-10', '2')).toEqual([
      ' |  | 22 | 22 jours travaillés, un titre chacun | ',
      '08/09/2026 | mardi | -1 | repas remboursé (déjeuner), titre retiré | ',
      ' |  | -1 | ajustement du droit : accord du 3 ; ajustement | ',
    ]);
    expect(told(company, '2026-10', '3')).toEqual([
      ' |  | 22 | 22 jours travaillés, un titre chacun | ',
      ' |  | 0 | 4 titres rendus : la part salariale est remboursée, rien n’est commandé | ',
    ]);
  });

  test('a correction names the order that it corrects, and no row names the account of an absence', async () => {
    const company = await october();
    await company.close('2026-10');
    company.dayOff('2026-09-15');
    company.dayOff('2026-10-06');
    await write(company, '2026-11');
    expect(told(company, '2026-11', '1')).toEqual([
      ' |  | 21 | 21 jours travaillés, un titre chacun | ',
      '15/09/2026 | mardi | -1 | absence enregistrée après la commande d’octobre, titre retiré | 2026-10',
      '06/10/2026 | mardi | -1 | absence, titre retiré | ',
    ]);
    expect(JSON.stringify(company.book.rows(detailTable))).not.toMatch(/congés/i);
  });

  test('adds up, person by person, to what « Titres-restaurant » orders, carries and settles', async () => {
    const company = await october();
    company.fill(adjustmentsTable, { month: '2026-10-01', luccaId: '2', kind: 'autre', number: -40, comment: '' });
    company.row('3').cells['contractEnd'] = { date: plainDate('2026-10-02') };
    await write(company, '2026-10');
    const sums = rows(company, resultTable, '2026-10').map((row) => {
      const own = rows(company, detailTable, '2026-10').filter(({ luccaId }) => luccaId === row['luccaId']);
      const effects = own.reduce((sum, { effect }) => sum + Number(effect), 0);
      const counted = ['ordered', 'carriedOut', 'settlement'].reduce((sum, key) => sum + Number(row[key]), 0);
      return [effects, counted];
    });
    expect(sums).toEqual([
      [21, 21],
      [-19, -19],
      [2, 2],
    ]);
  });

  test('is written with the result, written once, and undone with it', async () => {
    const company = await october();
    const once = company.book.copy();
    await write(company, '2026-10');
    expect(company.book.copy()).toEqual(once);
    sound(await undoLastPlan(company.ports));
    expect(rows(company, detailTable, '2026-10')).toEqual([]);
    expect(rows(company, detailTable, '2026-09')).not.toEqual([]);
  });

  test('an absence that is cancelled leaves; the note beside another row stays with it', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-08-05', '2');
    company.dayOff('2026-09-09', '1');
    await company.close('2026-09');
    company.dayOff('2026-09-10', '1');
    await write(company, '2026-10');
    const row = company.book.rows(detailTable).find(({ cells }) => JSON.stringify(cells).includes('2026-09-10'))!;
    row.others = [{ heading: 'Note', cell: textCell('vu') }];
    company.account.halfDays = company.account.halfDays.filter(({ date }) => date !== '2026-09-09');
    await write(company, '2026-10');
    const held = company.book.rows(detailTable).filter(({ cells }) => displayed(cells['luccaId']!) === '1');
    const dates = held.map(({ cells, others }) => [displayed(cells['date']!), others.length]);
    expect(dates).toEqual([
      ['', 0],
      ['', 0],
      ['10/09/2026', 1],
    ]);
  });

  test('of an order that is validated stays as it was, and of a cancelled one is made again', async () => {
    const company = await october();
    await company.close('2026-10');
    const frozen = rows(company, detailTable, '2026-10');
    company.dayOff('2026-09-16');
    await write(company, '2026-11');
    expect(rows(company, detailTable, '2026-10')).toEqual(frozen);
    sound(await cancelOrder(company.ports, 'TR2'));
    await write(company, '2026-10');
    expect(rows(company, detailTable, '2026-10')).toHaveLength(frozen.length + 1);
  });
});

test('no computation reads it back: it may be long', async () => {
  const company = await october();
  const asked: string[] = [];
  const read = company.book.read.bind(company.book);
  company.book.read = (tables) => {
    asked.push(...tables.map(({ name }) => name));
    return read(tables);
  };
  await company.computed('2026-10');
  expect(asked).toContain(resultTable.name);
  expect(asked).not.toContain(detailTable.name);
});

describe('a sheet has so many rows of detail at most', () => {
  /** As many people as rows: each with one row that counts, and `idle` that do not. */
  async function crowd(people: number, idle: number) {
    const company = await VoucherCompany.begun();
    const {
      people: [someone],
      book,
    } = await company.computed('2026-09');
    if (!someone) throw new Error('nobody');
    const [day] = someone.outcome.lines;
    const holiday = { ...day!, change: 0 as const, reason: 'publicHoliday' as const };
    const lines = [...someone.outcome.lines, ...Array.from({ length: idle }, () => holiday)];
    const outcome = { ...someone.outcome, lines };
    return {
      book,
      people: Array.from({ length: people }, (_, index) => ({
        row: someone.row,
        outcome: { ...outcome, employeeId: String(index) },
        place: someone.place,
      })),
    };
  }

  const old = (month: string, index: number) => {
    const cells = { month: textCell(month), regulation: textCell('TR'), luccaId: textCell(String(index)) };
    return { key: `${month} ${index}`, index, cells: { ...cells, effect: numberCell(1) }, formulas: [], others: [] };
  };

  test('the oldest months leave when there is no room for them', async () => {
    const held = ['2026-06', '2026-07', '2026-08'].flatMap((month, at) =>
      [0, 1].map((index) => old(month, at + index)),
    );
    const { lines, left } = detailLines(await crowd(5, 0), held, () => false, 10);
    const deleted = lines.filter(({ operation }) => operation === 'delete').map(({ key }) => key.slice(0, 7));
    expect([left, lines.length - deleted.length, deleted]).toEqual([0, 5, ['2026-06', '2026-06']]);
  });

  test('days that change nothing are left out first, and everything rather than a part of what counts', async () => {
    const tooLong = detailLines(await crowd(6, 1), [], () => true, 10);
    expect([tooLong.lines.length, tooLong.left]).toEqual([6, 6]);
    const farTooLong = detailLines(await crowd(11, 0), [], () => true, 10);
    expect([farTooLong.lines.length, farTooLong.left]).toEqual([0, 11]);
  });
});
