/** « Créer le premier réglementaire » in the pane: read, written once, and nothing that was answered lost. */
import { describe, expect, test } from '@jest/globals';
import { fail } from '../../shared/domain/result.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { blankAnswers, type RegulationAnswers } from '../../shared/flows/vouchers/wizard/answers.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { regulationRow } from '../flows/vouchers/voucherCompany.ts';
import { soundAnswers, withoutVoucherSheets } from '../flows/vouchers/wizard/answers.ts';
import { Clerk } from './voucherClerk.ts';

const SEPTEMBER = plainMonth('2026-09');

const answered = (more: Partial<RegulationAnswers> = {}) => soundAnswers(SEPTEMBER, more);

/** A clerk whose workbook has nothing of titres-restaurant. */
async function newcomer(): Promise<Clerk> {
  const clerk = await Clerk.begun();
  withoutVoucherSheets(clerk.company);
  return clerk;
}

async function wizardOf(clerk: Clerk) {
  const { wizard } = await clerk.vouchers();
  await wizard.begin();
  return { wizard, ...clerk.screen('voucherWizard') };
}

describe('the wizard in the pane', () => {
  test('opens on blank answers, and writes nothing', async () => {
    const clerk = await newcomer();
    const before = clerk.company.book.copy();
    const { step, answers } = await wizardOf(clerk);
    expect(step).toBe('identity');
    expect(answers).toEqual(blankAnswers(SEPTEMBER));
    expect(clerk.company.book.copy()).toEqual(before);
  });

  test('creates, says so at home, and one undo takes it back; the month then computes', async () => {
    const clerk = await newcomer();
    const { wizard, base } = await wizardOf(clerk);
    await wizard.create(base, answered());
    expect(clerk.screen('vouchers').board).toMatchObject({ missing: [], canUndo: true, states: [{ state: 'valid' }] });
    expect(clerk.notice).toBe('« TR Siège » est créé et valide. Vous pouvez calculer.');
    const tasks = await clerk.vouchers();
    await tasks.undo();
    expect(clerk.screen('vouchers').board.states).toEqual([]);
    await wizard.create(base, answered());
    await tasks.computing.calculate();
    expect(clerk.screen('voucherResult').computation.people).toHaveLength(3);
  });

  test('what is left undecided is said, as a warning', async () => {
    const clerk = await newcomer();
    const { wizard, base } = await wizardOf(clerk);
    await wizard.create(base, answered({ accounts: new Map() }));
    expect(clerk.screen('vouchers').board.states).toMatchObject([{ state: 'invalid' }]);
    expect(clerk.pane.store.get().notice).toMatchObject({ intent: 'warning' });
  });

  test('the natures are read in Lucca first where they never were', async () => {
    const clerk = await newcomer();
    const { account } = clerk.company;
    const planned = account.planned;
    account.planned = [];
    clerk.brings = () => (account.planned = planned);
    await clerk.pane.home();
    await (await clerk.vouchers()).wizard.begin();
    expect(clerk.requests).toMatchObject([{ months: ['2026-08', '2026-09'], topics: ['planning', 'meals'] }]);
    clerk.screen('voucherWizard');
  });

  test('a workbook that changed meanwhile gives the answers back, at what is wrong', async () => {
    const clerk = await newcomer();
    const { wizard, base } = await wizardOf(clerk);
    clerk.company.fill(regulationsTable, regulationRow({ establishments: 'Lyon' }));
    const answers = answered({ name: 'TR Lyon', before: 'elsewhere' });
    await wizard.create(base, answers);
    const screen = clerk.screen('voucherWizard');
    expect(screen.answers).toBe(answers);
    expect(screen.step).toBe('identity');
    expect(screen.base).not.toBe(base);
    expect(clerk.notice).toMatch(/^Le classeur a changé/);
  });

  test('a workbook that refuses gives the answers back; a plan cut short is told at home', async () => {
    const clerk = await newcomer();
    const { wizard, base } = await wizardOf(clerk);
    const { book } = clerk.company;
    const read = book.read.bind(book);
    book.read = () => Promise.resolve(fail({ code: 'hostTimeout' as const, facts: {} })) as never;
    const answers = answered();
    await wizard.create(base, answers);
    expect(clerk.screen('voucherWizard')).toMatchObject({ answers, step: 'recap' });
    book.read = read;
    book.linesBeforeFault = 4;
    await wizard.create(base, answers);
    clerk.screen('pending');
  });

  test('a read-only workbook is told before anything is asked', async () => {
    const clerk = await newcomer();
    await clerk.pane.openVouchers();
    clerk.readOnly = true;
    await (await clerk.vouchers()).wizard.begin();
    clerk.screen('vouchers');
    expect(clerk.notice).toMatch(/ne peut pas être enregistré/);
  });

  test('leaving writes nothing, and says so', async () => {
    const clerk = await newcomer();
    const before = clerk.company.book.copy();
    const { wizard } = await wizardOf(clerk);
    await wizard.leave();
    clerk.screen('vouchers');
    expect(clerk.notice).toBe('Aucun réglementaire n’a été créé.');
    expect(clerk.company.book.copy()).toEqual(before);
  });
});
