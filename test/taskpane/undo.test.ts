/** « Annuler » at home: one writing after the other, never two by one click too many. */
import { expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { ok } from '../../shared/domain/result.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import { person, SmallCompany } from '../support/smallCompany.ts';

test('an undo marks what it tells, so that the one before it is asked about; any other outcome does not', async () => {
  const company = new SmallCompany();
  company.account.employees = [person('1')];
  await company.apply(() => 'accept');
  const health = { status: 'ok' as const, version: '1', demo: null, month: plainMonth('2026-10') };
  const pane = new Pane({
    service: { ...company.account.service(), health: () => Promise.resolve(ok(health)) },
    book: company.book,
    clock: company.clock,
    token: { get: () => 'token', set: () => undefined, clear: () => undefined },
    offeredCode: null,
    readOnly: () => false,
    download: () => undefined,
  });
  await pane.start();
  company.account.employees = [person('1', { city: 'Brest' })];
  await pane.updates.review();
  await pane.updates.apply();
  const { book: updated, notice } = pane.store.get();
  expect(notice?.text).toMatch(/^C'est écrit/);
  expect(notice).not.toHaveProperty('isUndo');
  await pane.updates.undo();
  expect(pane.store.get().notice).toMatchObject({ text: expect.stringMatching(/est annulée/), isUndo: true });
  const { book } = pane.store.get();
  expect(book?.undoable?.header).toMatchObject({ kind: 'refresh' });
  expect(book?.undoable?.header.id).not.toBe(updated?.undoable?.header.id);
  await pane.updates.undo();
  await pane.updates.undo();
  expect(pane.store.get().notice).toEqual({ intent: 'info', text: "Il n'y a rien à annuler." });
});
