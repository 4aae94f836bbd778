import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../../shared/domain/review/cell.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { controlsTable } from '../../../shared/tables/worktime/controlsTable.ts';
import { movementsTable } from '../../../shared/tables/worktime/movementsTable.ts';
import { timeBalancesTable } from '../../../shared/tables/worktime/timeBalancesTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { typedWorktimeTables } from '../../../shared/tables/worktime/worktimeTables.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import type { TimeCompany } from '../../flows/worktime/timeCompany.ts';
import type { Clerk } from '../voucherClerk.ts';
import { calculated, timeClerk } from './timeClerk.ts';

const rowsOf = (clerk: Clerk<TimeCompany>, { name }: TableDeclaration) =>
  clerk.company.book.tables.get(name)?.length ?? 0;

describe('working time in the pane', () => {
  test('home says which regulation is valid, with the way to its row, and which sheets are missing', async () => {
    const clerk = await timeClerk();
    await clerk.pane.openWorktime();
    const { board } = clerk.screen('worktime');
    expect(board.missing).toEqual(['Temps saisis', 'Corrections de temps']);
    expect(board.regulations).toMatchObject([
      { name: 'Siège', set: 'Droit commun', state: 'valid', place: { table: timeRegulationsTable.name } },
    ]);
    expect(board.sets).toEqual(['Droit commun']);
  });

  test.each([
    ['ends before the month', { to: '2026-08-31' }, 'other'],
    ['ends in it', { to: '2026-09-01' }, 'valid'],
    ['begins after it', { from: '2026-10-01' }, 'other'],
    ['has no rules', { set: 'Autre' }, 'invalid'],
    ['holds for a contract that does not exist', { contracts: 'intérim' }, 'invalid'],
  ])('a regulation that %s is said to', async (_, change, state) => {
    const clerk = await timeClerk();
    clerk.company.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', from: '2026-01-01', ...change });
    await clerk.pane.openWorktime();
    const { board } = clerk.screen('worktime');
    expect(board.regulations.map((each) => each.state)).toEqual([state]);
    expect(board.regulations[0]?.findings.length ?? 0).toBe(state === 'invalid' ? 1 : 0);
  });

  test('« Préparer les feuilles » makes those that are missing, and shows where the first regulation is typed', async () => {
    const clerk = await timeClerk();
    clerk.company.book.tables.delete(timeRegulationsTable.name);
    await (await clerk.pane.worktime()).sheets.prepare();
    expect(clerk.screen('worktime').board).toMatchObject({ missing: [], regulations: [] });
    for (const { name } of typedWorktimeTables) expect(clerk.company.book.tables.has(name)).toBe(true);
    expect(clerk.notice).toMatch(/^Les feuilles sont prêtes/);
    expect(clerk.company.book.shown).toEqual([{ table: timeRegulationsTable.name, address: 'A4' }]);
  });

  test('a ready-made set is copied with a regulation, taken back, and copied again adds nothing', async () => {
    const clerk = await timeClerk();
    const { sheets } = await clerk.pane.worktime();
    await sheets.sets();
    clerk.screen('worktimeSets');
    const copy = { set: 'hcr', into: 'Hôtels', regulation: 'Restaurant' };
    await sheets.copy(copy);
    expect(clerk.notice).toMatch(/« Hôtels » est dans « Règles de temps »/);
    const { board } = clerk.screen('worktime');
    expect(board.sets).toEqual(['Droit commun', 'Hôtels']);
    expect(board.regulations.map(({ name, set }) => [name, set])).toEqual([
      ['Siège', 'Droit commun'],
      ['Restaurant', 'Hôtels'],
    ]);
    const rules = rowsOf(clerk, timeRulesTable);
    await sheets.copy(copy);
    expect(clerk.notice).toMatch(/rien n’a été écrit/);
    expect(rowsOf(clerk, timeRulesTable)).toBe(rules);
    expect(clerk.screen('worktime').board.canUndo).toBe(true);
    await (await clerk.pane.worktime()).undo();
    expect(clerk.screen('worktime').board.sets).toEqual(['Droit commun']);
  });

  test('a set may be copied into one of the sheet, without a regulation', async () => {
    const clerk = await timeClerk();
    await (await clerk.pane.worktime()).sheets.copy({ set: 'nightAndSunday', into: 'Droit commun', regulation: '' });
    const { board } = clerk.screen('worktime');
    expect(board.sets).toEqual(['Droit commun']);
    expect(board.regulations).toHaveLength(1);
    expect(rowsOf(clerk, timeRulesTable)).toBe(7);
  });

  test('« Calculer » computes, writes, and shows the result', async () => {
    const clerk = await calculated();
    expect(clerk.screen('worktimeResult').computation.people).toHaveLength(3);
    expect(clerk.notice).toMatch(/^C’est calculé et écrit/);
    expect(rowsOf(clerk, timeBalancesTable)).toBe(2);
    expect(clerk.requests).toEqual([]);
    await clerk.pane.back();
    await clerk.pane.back();
    clerk.screen('home');
  });

  test('months never read are read in Lucca first, planning and time', async () => {
    const clerk = await timeClerk();
    const { account } = clerk.company;
    const read = account.read;
    account.read = [];
    clerk.brings = () => (account.read = read);
    await clerk.pane.home();
    await (await clerk.pane.worktime()).computing.calculate();
    expect(clerk.requests).toMatchObject([{ topics: ['planning', 'time'] }]);
    expect(clerk.requests[0]?.months).toContain('2026-09');
    clerk.screen('worktimeResult');
  });

  test('a run that brings nothing is told, and not tried for ever', async () => {
    const clerk = await timeClerk();
    clerk.company.account.read = [];
    await clerk.pane.home();
    await (await clerk.pane.worktime()).computing.calculate();
    clerk.screen('worktime');
    expect(clerk.requests).toHaveLength(1);
    expect(clerk.notice).toMatch(/n’a pas donné les temps/);
  });

  test('a run that was stopped says so and leaves the sheets alone', async () => {
    const clerk = await timeClerk();
    clerk.company.account.read = [];
    clerk.ends = 'cancelled';
    await clerk.pane.home();
    await (await clerk.pane.worktime()).computing.calculate();
    clerk.screen('worktime');
    expect(clerk.notice).toMatch(/arrêtée à votre demande/);
    expect(rowsOf(clerk, timeBalancesTable)).toBe(0);
  });

  test('« Relire Lucca » reads the months that the weeks of the month touch', async () => {
    const clerk = await timeClerk();
    await (await clerk.pane.worktime()).computing.readAgain();
    expect(clerk.requests.map(({ months }) => months)).toEqual([['2026-08', '2026-09', '2026-10']]);
    clerk.screen('worktimeResult');
  });

  test('« Annuler » in the middle of the computation writes nothing', async () => {
    const clerk = await timeClerk();
    const stop = clerk.pane.store.subscribe(() => {
      const { screen } = clerk.pane.store.get();
      if (screen.name === 'working' && screen.progress.step === 'compute' && !screen.cancelling) clerk.pane.cancel();
    });
    await (await clerk.pane.worktime()).computing.calculate();
    stop();
    clerk.screen('worktime');
    expect(clerk.notice).toMatch(/^Le calcul a été arrêté/);
    expect(rowsOf(clerk, timeBalancesTable)).toBe(0);
  });

  test('a regulation without sound rules stops the computation, with what it lacks', async () => {
    const clerk = await timeClerk();
    clerk.company.fill(timeRegulationsTable, { name: 'Siège', set: 'Autre' });
    await (await clerk.pane.worktime()).computing.calculate();
    expect(clerk.screen('worktime').board.regulations).toMatchObject([{ state: 'invalid' }]);
    expect(clerk.notice).toMatch(/^Aucun réglementaire ne permet de calculer/);
    expect(clerk.company.book.rows(timeRegulationsTable)[0]?.cells['state']).toEqual(textCell('non valide'));
  });

  test('a read-only workbook shows the result, and refuses to prepare, copy and export', async () => {
    const clerk = await timeClerk();
    clerk.readOnly = true;
    const time = await clerk.pane.worktime();
    await time.computing.calculate();
    const { computation } = clerk.screen('worktimeResult');
    expect(clerk.notice).toMatch(/lecture seule/);
    const before = structuredClone(clerk.company.book.tables);
    await time.sheets.prepare();
    await time.sheets.copy({ set: 'hcr', into: 'Hôtels', regulation: '' });
    await time.life.prepare(computation);
    await time.undo();
    expect(clerk.company.book.tables).toEqual(before);
  });

  test('before a first update, home says to make one', async () => {
    const clerk = await timeClerk();
    clerk.pane.store.set({ book: null });
    await clerk.pane.openWorktime();
    clerk.screen('home');
    expect(clerk.notice).toMatch(/cliquez d’abord sur Actualiser/);
  });
});

async function ask(clerk: Clerk<TimeCompany>, table: TableDeclaration, row: number): Promise<void> {
  clerk.company.book.selection = { table, row };
  await (await clerk.pane.worktime()).why();
}

describe('« Pourquoi ? » of working time', () => {
  test('a row of « Soldes de temps » opens its account, from the computation on screen', async () => {
    const clerk = await calculated();
    const { computation } = clerk.screen('worktimeResult');
    await ask(clerk, timeBalancesTable, 1);
    const screen = clerk.screen('worktimePerson');
    expect(screen).toMatchObject({ employeeId: '1', asked: { account: 'HS50', date: null }, isWritten: true });
    expect(screen.computation).toBe(computation);
    await clerk.pane.back();
    expect(clerk.screen('worktimeResult').from).toBe('1');
  });

  test('a row of « Mouvements de temps » opens its account and its week', async () => {
    const clerk = await calculated();
    await ask(clerk, movementsTable, 0);
    expect(clerk.screen('worktimePerson')).toMatchObject({
      employeeId: '1',
      asked: { account: 'HS25', date: plainDate('2026-09-13') },
    });
  });

  test('a row of « Contrôles » opens its person, computed for it when nothing is shown, and written nowhere', async () => {
    const clerk = await calculated();
    await clerk.pane.back();
    const written = structuredClone(clerk.company.book.rows(timeBalancesTable));
    expect(rowsOf(clerk, controlsTable)).toBeGreaterThan(0);
    await ask(clerk, controlsTable, 0);
    expect(clerk.screen('worktimePerson')).toMatchObject({ employeeId: '1', isWritten: false });
    expect(clerk.company.book.rows(timeBalancesTable)).toEqual(written);
    await clerk.pane.back();
    clerk.screen('worktime');
  });

  test('a row of « Salariés » asks about the month chosen in the pane', async () => {
    const clerk = await calculated();
    await ask(clerk, employeesTable, 2);
    expect(clerk.screen('worktimePerson')).toMatchObject({ employeeId: '3', asked: { account: null, date: null } });
  });

  test.each([
    ['no row', null, /^Choisissez dans une feuille/],
    ['nobody', { luccaId: blank, employeeNumber: blank }, /ne dit pas de quelle personne/],
    ['a stranger', { luccaId: textCell('99') }, /^Rien n’est compté pour cette personne en septembre 2026/],
    ['a month never read', { month: textCell('2025-09') }, /^Le temps de septembre 2025 n’a pas encore été calculé/],
  ])('%s is told, and the screen stays', async (_, cells, sentence) => {
    const clerk = await calculated();
    if (cells) {
      const row = clerk.company.book.rows(timeBalancesTable)[0];
      if (row) Object.assign(row.cells, cells);
      clerk.company.book.selection = { table: timeBalancesTable, row: 0 };
    }
    await (await clerk.pane.worktime()).why();
    clerk.screen('worktimeResult');
    expect(clerk.notice).toMatch(sentence);
  });

  test('the months of another regulation are computed with what holds then', async () => {
    const clerk = await calculated();
    clerk.pane.chooseMonth(plainMonth('2026-10'));
    await ask(clerk, employeesTable, 0);
    expect(clerk.screen('worktimePerson').computation.month).toBe('2026-10');
  });
});
