import { describe, expect, test } from '@jest/globals';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { leftOutTexts } from '../../../shared/flows/worktime/leftOut.ts';
import { exportLinesTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeRegisterTable } from '../../../shared/tables/worktime/timeRegisterTable.ts';
import { exportTotals } from '../../../addin/taskpane/model/worktime/exportTotals.ts';
import { calculated } from './timeClerk.ts';

async function prepared() {
  const clerk = await calculated();
  const time = await clerk.pane.worktime();
  await time.life.prepare(clerk.screen('worktimeResult').computation);
  return { clerk, time };
}

describe('an export of hours in the pane', () => {
  test('prepared, it shows its lines and what they add up to', async () => {
    const { clerk } = await prepared();
    const [line] = clerk.screen('worktimeExports').board.exports;
    expect(line).toMatchObject({ number: 'HT1', month: '2026-09', state: 'prepared' });
    expect(exportTotals(line?.lines ?? [])).toEqual([
      { account: 'HS25', destination: 'payroll', payrollCode: '1025', lines: 1, hundredths: 800 },
      { account: 'HS50', destination: 'payroll', payrollCode: '1050', lines: 1, hundredths: 100 },
    ]);
    expect(clerk.notice).toMatch(/^L’export HT1 est préparé/);
  });

  test('prepared while a week waits, it says so until it is confirmed', async () => {
    const { clerk } = await prepared();
    const [line] = clerk.screen('worktimeExports').board.exports;
    expect(line?.leftOut && leftOutTexts(line.leftOut)).toEqual([
      '1 semaine (1 personne) attend son approbation : 40\u00a0h.',
    ]);
  });

  test('a line that payroll refused is left out of its totals and of the register', async () => {
    const { clerk, time } = await prepared();
    const [row] = clerk.company.book.rows(exportLinesTable);
    if (row) row.cells['taken'] = textCell('non');
    await time.exports();
    const [line] = clerk.screen('worktimeExports').board.exports;
    expect(exportTotals(line?.lines ?? []).map(({ account }) => account)).toEqual(['HS50']);
    await time.life.confirm('HT1');
    expect(clerk.company.book.rows(timeRegisterTable)).toHaveLength(1);
  });

  test('confirmed with a receipt, its month is closed; cancelled, it may be prepared again', async () => {
    const { clerk, time } = await prepared();
    await time.life.confirm('HT1');
    expect(clerk.receipts.receipts).toHaveLength(1);
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ state: 'confirmed' }]);
    await time.life.cancel('HT1');
    expect(clerk.receipts.receipts).toEqual([]);
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ state: 'cancelled' }]);
    await time.computing.calculate();
    await time.life.prepare(clerk.screen('worktimeResult').computation);
    expect(clerk.screen('worktimeExports').board.exports.map(({ number }) => number)).toEqual(['HT2', 'HT1']);
  });

  test('abandoned, it leaves no line', async () => {
    const { clerk, time } = await prepared();
    await time.life.abandon('HT1');
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ state: 'abandoned', lines: [] }]);
  });

  test('a closed month refuses a second export, on the computation', async () => {
    const { clerk, time } = await prepared();
    await time.life.confirm('HT1');
    await time.computing.calculate();
    await time.life.prepare(clerk.screen('worktimeResult').computation);
    clerk.screen('worktimeResult');
    expect(clerk.notice).toMatch(/^Ce mois est déjà clos/);
  });

  test('a silent service stops the confirmation, until it is asked for again at once', async () => {
    const { clerk, time } = await prepared();
    clerk.receipts.isOut = true;
    await time.life.confirm('HT1');
    expect(clerk.notice).toMatch(/^Le service ne répond pas/);
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ state: 'prepared' }]);
    await time.life.confirm('HT1');
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ state: 'confirmed' }]);
  });

  test('lines edited since are told, by the confirmation and by the files', async () => {
    const { clerk, time } = await prepared();
    const [row] = clerk.company.book.rows(exportLinesTable);
    if (row) row.cells['hours'] = { number: 99 };
    await time.life.confirm('HT1');
    expect(clerk.notice).toMatch(/^Des lignes de cet export ont été modifiées/);
    await time.files.open('HT1');
    clerk.screen('worktimeExports');
    expect(clerk.notice).toMatch(/^Des lignes de cet export ont été modifiées/);
  });

  test('its files are seen, and « Retour » leads to the exports', async () => {
    const { clerk, time } = await prepared();
    await time.files.open('HT1');
    const { made, kind } = clerk.screen('worktimeFiles');
    expect(kind).toBe('paie');
    expect(made.files).toHaveLength(1);
    await clerk.pane.back();
    clerk.screen('worktimeExports');
  });
});
