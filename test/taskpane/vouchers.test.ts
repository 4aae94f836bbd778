import { describe, expect, test } from '@jest/globals';
import { fail } from '../../shared/domain/result.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { typedVoucherTables } from '../../shared/tables/vouchers/voucherTables.ts';
import { regulationRow, SIEGE } from '../flows/vouchers/voucherCompany.ts';
import { Clerk } from './voucherClerk.ts';

describe('titres-restaurant in the pane', () => {
  test('home says which regulation is valid, and which sheets are missing', async () => {
    const clerk = await Clerk.begun();
    clerk.company.book.tables.delete('Passerelle_TR_Reglementaires');
    await clerk.pane.openVouchers();
    const { board } = clerk.screen('vouchers');
    expect(board.missing).toContain(regulationsTable.title);
    expect(board.states).toEqual([]);
  });

  test('« Préparer les feuilles » makes those that are missing', async () => {
    const clerk = await Clerk.begun();
    await (await clerk.vouchers()).prepare();
    expect(clerk.screen('vouchers').board).toMatchObject({ missing: [], states: [{ name: SIEGE, state: 'valid' }] });
    for (const { name } of typedVoucherTables) expect(clerk.company.book.tables.has(name)).toBe(true);
    expect(clerk.notice).toMatch(/^Les feuilles sont prêtes/);
    // The regulation was there: the sheet that the clerk looks at stays.
    expect(clerk.company.book.shown).toEqual([]);
  });

  test('« Préparer les feuilles » shows the sheet where the first regulation is to be typed', async () => {
    const clerk = await Clerk.begun();
    clerk.company.book.tables.delete(regulationsTable.name);
    await (await clerk.vouchers()).prepare();
    expect(clerk.company.book.shown).toEqual([{ table: regulationsTable.name, address: 'A4' }]);
  });

  test('« Calculer » computes, writes, and shows the result', async () => {
    const clerk = await Clerk.begun();
    await (await clerk.vouchers()).computing.calculate();
    expect(clerk.screen('voucherResult').computation.people).toHaveLength(3);
    expect(clerk.notice).toMatch(/^C’est calculé et écrit/);
    expect(clerk.results).toBe(3);
    expect(clerk.requests).toEqual([]);
  });

  test('a chart that cannot be drawn is said after what was written, and changes nothing else', async () => {
    const clerk = await Clerk.begun();
    clerk.company.book.chart = () => Promise.resolve(fail({ code: 'hostTimeout', facts: {} })) as never;
    await (await clerk.vouchers()).computing.calculate();
    expect(clerk.screen('voucherResult').computation.people).toHaveLength(3);
    expect(clerk.notice).toMatch(/^C’est calculé et écrit .* Le graphique de « Totaux TR » n’est pas à jour/);
    expect(clerk.results).toBe(3);
  });

  test('months never read are read in Lucca first, worked days and meals included', async () => {
    const clerk = await Clerk.begun();
    const { account } = clerk.company;
    const planned = account.planned;
    account.planned = [];
    clerk.brings = () => (account.planned = planned);
    await clerk.pane.home();
    await (await clerk.vouchers()).computing.calculate();
    expect(clerk.requests).toMatchObject([{ months: ['2026-08', '2026-09'], topics: ['planning', 'meals'] }]);
    clerk.screen('voucherResult');
  });

  test('a run that brings nothing is told, and not tried for ever', async () => {
    const clerk = await Clerk.begun();
    clerk.company.account.planned = [];
    await clerk.pane.home();
    await (await clerk.vouchers()).computing.calculate();
    clerk.screen('vouchers');
    expect(clerk.requests).toHaveLength(1);
    expect(clerk.notice).toMatch(/n’a pas donné les jours travaillés/);
  });

  test('a run that was stopped says so and leaves the sheets alone', async () => {
    const clerk = await Clerk.begun();
    clerk.company.account.planned = [];
    clerk.ends = 'cancelled';
    await clerk.pane.home();
    await (await clerk.vouchers()).computing.calculate();
    clerk.screen('vouchers');
    expect(clerk.notice).toMatch(/arrêtée à votre demande/);
    expect(clerk.results).toBe(0);
  });

  test('« Annuler » in the middle of the computation writes nothing', async () => {
    const clerk = await Clerk.begun();
    const stop = clerk.pane.store.subscribe(() => {
      const { screen } = clerk.pane.store.get();
      if (screen.name === 'working' && screen.progress.step === 'compute' && !screen.cancelling) clerk.pane.cancel();
    });
    await (await clerk.vouchers()).computing.calculate();
    stop();
    clerk.screen('vouchers');
    expect(clerk.notice).toMatch(/^Le calcul a été arrêté/);
    expect(clerk.results).toBe(0);
  });

  test('a regulation that lacks something stops the computation, with what it lacks', async () => {
    const clerk = await Clerk.begun();
    clerk.company.fill(regulationsTable, regulationRow({ face: '' }));
    await (await clerk.vouchers()).computing.calculate();
    const { board } = clerk.screen('vouchers');
    expect(board.states).toMatchObject([{ name: SIEGE, state: 'invalid' }]);
    expect(board.states[0]?.findings.map(({ code }) => code)).toContain('voucherFaceMissing');
    expect(clerk.notice).toMatch(/^Aucun réglementaire/);
    expect(clerk.company.book.rows(regulationsTable)[0]?.cells['state']).toEqual(textCell('non valide'));
  });

  test('a read-only workbook shows the result and says that nothing was written', async () => {
    const clerk = await Clerk.begun();
    clerk.readOnly = true;
    await (await clerk.vouchers()).computing.calculate();
    clerk.screen('voucherResult');
    expect(clerk.notice).toMatch(/lecture seule/);
    expect(clerk.results).toBe(0);
  });

  test('a computation is taken back', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    await tasks.back();
    expect(clerk.screen('vouchers').board.canUndo).toBe(true);
    await tasks.undo();
    expect(clerk.screen('vouchers').board.canUndo).toBe(false);
    expect(clerk.results).toBe(0);
  });

  test('an order is validated, marked ordered, cancelled; the month can then be computed again', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    await tasks.life.validate(clerk.screen('voucherResult').computation, SIEGE);
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([
      { number: 'TR1', state: 'validated', people: 3 },
    ]);
    await tasks.computing.calculate();
    expect(clerk.notice).toMatch(/déjà commandés/);
    await tasks.life.markOrdered('TR1');
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([{ state: 'ordered' }]);
    await tasks.life.cancel('TR1');
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([{ state: 'cancelled' }]);
    await tasks.computing.calculate();
    clerk.screen('voucherResult');
  });

  test('a computation that is not the last word is refused with what to do', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    await tasks.life.validate(computation, SIEGE);
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.screen('voucherResult').computation).toBe(computation);
    expect(clerk.notice).toMatch(/commandé entre-temps/);
  });

  test('a month that another copy of the workbook validated is refused once; whoever asks again means it', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    const elsewhere = { topic: 'vouchers', scope: SIEGE, month: computation.month, step: 'validated' } as const;
    await clerk.receipts.claimReceipt('c1', { ...elsewhere, by: 'une copie', holds: null, force: false });
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.screen('voucherResult').computation).toBe(computation);
    expect(clerk.notice).toMatch(/^Déjà validée ailleurs\. Continuez dans cette copie-là\./);
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([{ number: 'TR1', state: 'validated' }]);
    await tasks.life.markOrdered('TR1');
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([{ state: 'ordered' }]);
  });

  test('a service that does not answer at that moment makes the order wait; whoever asks again is told', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    clerk.receipts.isOut = true;
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.screen('voucherResult').computation).toBe(computation);
    expect(clerk.notice).toMatch(/^Le service ne répond pas.*Rien n’est écrit\. Relancez le service/);
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.screen('voucherOrders').board.orders).toHaveLength(1);
    expect(clerk.notice).toMatch(/Le service n’a pas pu vérifier qu’aucune autre copie/);
    expect(clerk.pane.store.get().notice?.intent).toBe('warning');
    await tasks.life.cancel('TR1');
    expect(clerk.notice).not.toMatch(/reste réservé/);
  });

  test('insisting before a silent service takes nothing from another copy', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    const elsewhere = { topic: 'vouchers', scope: SIEGE, month: computation.month, step: 'validated' } as const;
    await clerk.receipts.claimReceipt('c1', { ...elsewhere, by: 'une copie', holds: null, force: false });
    clerk.receipts.isOut = true;
    await tasks.life.validate(computation, SIEGE);
    clerk.receipts.isOut = false;
    await tasks.life.validate(computation, SIEGE);
    expect(clerk.notice).toMatch(/^Déjà validée ailleurs/);
  });

  test('a month cancelled while the service does not answer stays with this workbook, which is told', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    await tasks.life.validate(clerk.screen('voucherResult').computation, SIEGE);
    clerk.receipts.isOut = true;
    await tasks.life.cancel('TR1');
    expect(clerk.screen('voucherOrders').board.orders).toMatchObject([{ state: 'cancelled' }]);
    expect(clerk.notice).toMatch(/ce mois reste réservé à ce classeur/);
  });

  test('« Retour » goes one step up at a time', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    const who = { employeeId: '1', regulation: SIEGE };
    const filter = { search: 'nom1', onlyLook: true };
    expect(clerk.screen('voucherResult').filter).toEqual({ search: '', onlyLook: false });
    tasks.person(computation, who, filter);
    await clerk.pane.back();
    expect(clerk.screen('voucherResult')).toMatchObject({ from: who, filter });
    await clerk.pane.back();
    clerk.screen('vouchers');
    await clerk.pane.back();
    clerk.screen('home');
  });
});
