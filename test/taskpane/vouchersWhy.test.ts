import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { blank, numberCell, textCell } from '../../shared/domain/review/cell.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { adjustmentsTable } from '../../shared/tables/vouchers/adjustmentsTable.ts';
import { registerTable } from '../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { resultTable } from '../../shared/tables/vouchers/resultTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { regulationRow, SIEGE } from '../flows/vouchers/voucherCompany.ts';
import { Clerk } from './voucherClerk.ts';

/** Selects a row and presses the button. */
async function ask(clerk: Clerk, table: TableDeclaration, row: number): Promise<void> {
  clerk.company.book.selection = { table, row };
  await (await clerk.vouchers()).why();
}

async function calculated(): Promise<Clerk> {
  const clerk = await Clerk.begun();
  await (await clerk.vouchers()).computing.calculate();
  return clerk;
}

const person2 = { employeeId: '2', regulation: SIEGE };

describe('« Pourquoi ? »', () => {
  test('a row of « Titres-restaurant » shows the month of its person, from the computation on screen', async () => {
    const clerk = await calculated();
    const { computation } = clerk.screen('voucherResult');
    await ask(clerk, resultTable, 1);
    expect(clerk.screen('voucherPerson')).toMatchObject({ person: person2, isWritten: true });
    expect(clerk.screen('voucherPerson').computation).toBe(computation);
    expect(clerk.notice).toBe('');
    await clerk.pane.back();
    expect(clerk.screen('voucherResult').from).toEqual(person2);
  });

  test.each([
    ['Salariés', employeesTable],
    ['Absences', absencesTable],
  ])('a row of « %s » shows the same', async (_, table) => {
    const clerk = await Clerk.begun();
    clerk.company.dayOff('2026-10-05', '2');
    await clerk.company.apply(() => 'accept');
    await (await clerk.vouchers()).computing.calculate();
    const rows = clerk.company.book.rows(table);
    const row = rows.findIndex(({ cells }) => JSON.stringify(cells['luccaId']) === JSON.stringify(textCell('2')));
    await ask(clerk, table, row);
    expect(clerk.screen('voucherPerson').person).toEqual(person2);
  });

  test('from home the month is computed for it, written nowhere, and « Retour » leads home', async () => {
    const clerk = await calculated();
    await clerk.pane.back();
    const written = structuredClone(clerk.company.book.rows(resultTable));
    await ask(clerk, resultTable, 1);
    expect(clerk.screen('voucherPerson')).toMatchObject({ person: person2, isWritten: false });
    expect(clerk.company.book.rows(resultTable)).toEqual(written);
    // The next row needs no computation, and is no more written than this one.
    const { computation } = clerk.screen('voucherPerson');
    await ask(clerk, resultTable, 2);
    expect(clerk.screen('voucherPerson')).toMatchObject({ person: { employeeId: '3' }, isWritten: false });
    expect(clerk.screen('voucherPerson').computation).toBe(computation);
    await clerk.pane.back();
    clerk.screen('vouchers');
  });

  test('a row of another month is explained in its own', async () => {
    const clerk = await calculated();
    clerk.pane.chooseMonth(plainMonth('2026-10'));
    await ask(clerk, resultTable, 0);
    expect(clerk.screen('voucherPerson').computation.month).toBe('2026-09');
  });

  test('a number that is no longer the one of the sheet is said', async () => {
    const clerk = await calculated();
    clerk.company.book.rows(resultTable)[1]!.cells['ordered'] = numberCell(5);
    await ask(clerk, resultTable, 1);
    clerk.screen('voucherPerson');
    expect(clerk.notice).toMatch(/^La feuille dit 5, le calcul d’aujourd’hui donne 22/);
  });

  test.each([
    ['nothing of ours is selected', undefined],
    ['the selection is on a sheet that speaks of nobody', { table: regulationsTable, row: 0 }],
  ])('%s: what to select is said, the screen stays', async (_, selection) => {
    const clerk = await calculated();
    clerk.company.book.selection = selection;
    await (await clerk.vouchers()).why();
    clerk.screen('voucherResult');
    expect(clerk.notice).toMatch(/^Choisissez dans une feuille la ligne d’une personne/);
  });

  test('a row that a person typed is found by its matricule, unless two bear it', async () => {
    const clerk = await calculated();
    const { book } = clerk.company;
    const number = book.rows(employeesTable)[1]!.cells['employeeNumber']!;
    clerk.company.fill(adjustmentsTable, { month: '2026-09-01' });
    book.rows(adjustmentsTable)[0]!.cells['employeeNumber'] = number;
    await ask(clerk, adjustmentsTable, 0);
    expect(clerk.screen('voucherPerson').person).toEqual(person2);
    book.rows(adjustmentsTable)[0]!.cells['employeeNumber'] = blank;
    await ask(clerk, adjustmentsTable, 0);
    expect(clerk.notice).toMatch(/^Cette ligne ne dit pas de quelle personne/);
  });

  test('of an order that is validated, the register is what explains', async () => {
    const clerk = await calculated();
    await (await clerk.vouchers()).life.validate(clerk.screen('voucherResult').computation, SIEGE);
    for (const [table, row] of [
      [resultTable, 1],
      [registerTable, 1],
      [employeesTable, 1],
    ] as const) {
      await ask(clerk, table, row);
      expect(clerk.notice).toMatch(/^La commande de septembre 2026 est déjà validée/);
    }
  });

  test('somebody for whom nothing is counted is said so', async () => {
    const clerk = await calculated();
    const { account } = clerk.company;
    const inLille = clerk.company.contract('3', { establishmentId: '14', establishment: 'Lille' });
    account.contracts = [...account.contracts.slice(0, 2), inLille];
    await (await clerk.vouchers()).computing.calculate();
    await ask(clerk, employeesTable, 2);
    expect(clerk.notice).toMatch(/ne compte rien pour cette personne/);
  });

  test('a month whose days Lucca was never asked for is to be computed first', async () => {
    const clerk = await calculated();
    clerk.company.account.planned = [];
    await clerk.pane.home();
    await clerk.pane.openVouchers();
    await ask(clerk, employeesTable, 0);
    clerk.screen('vouchers');
    expect(clerk.notice).toMatch(/^La commande de septembre 2026 n’a pas encore été calculée/);
  });

  test('a regulation that lacks something says what, as « Calculer » does', async () => {
    const clerk = await Clerk.begun();
    clerk.company.fill(regulationsTable, regulationRow({ face: '' }));
    await ask(clerk, employeesTable, 0);
    expect(clerk.screen('vouchers').board.states).toMatchObject([{ name: SIEGE, state: 'invalid' }]);
    expect(clerk.notice).toMatch(/^Aucun réglementaire/);
  });
});
