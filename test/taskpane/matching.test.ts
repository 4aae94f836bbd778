/** « Rapprocher avec la paie » in the pane, with lines pasted instead of a file. */
import { expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import { ok } from '../../shared/domain/result.ts';
import * as text from '../../shared/messages/fr/employees/matchingPane.ts';
import { payrollListTable } from '../../shared/tables/people/payrollListTable.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import { person, SmallCompany, sound } from '../support/smallCompany.ts';

test('the sheet is made to be pasted in, said to be empty while it is, then read', async () => {
  const company = new SmallCompany();
  company.account.employees = [person('1')];
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
  const { matching } = await pane.people();
  const shown = () => {
    const { screen, notice } = pane.store.get();
    return [screen, notice?.text];
  };
  const list = { name: 'peopleList', given: null, fileName: '' };
  await matching.open();
  expect(shown()).toEqual([list, undefined]);
  await matching.prepareSheet();
  expect(shown()).toEqual([{ ...list, pasting: true }, text.sheetPrepared]);
  expect(sound(await company.book.read([payrollListTable]))[payrollListTable.name]).toMatchObject({
    state: 'found',
    rows: [],
  });
  await matching.readSheet();
  expect(shown()).toEqual([{ ...list, pasting: true }, text.sheetEmpty]);
  const after = { line: textCell(''), lastName: textCell('MARTIN') };
  const pasted = { operation: 'add', table: payrollListTable.name, key: '', after, reason: 'arrival' } as const;
  sound(await company.book.write([{ table: payrollListTable, lines: [pasted] }]));
  await matching.readSheet();
  expect(pane.store.get()).toMatchObject({ screen: { name: 'peopleMatching' }, notice: { intent: 'info' } });
  // Made already, it is shown again and loses nothing.
  await matching.prepareSheet();
  expect(sound(await company.book.read([payrollListTable]))[payrollListTable.name]).toMatchObject({
    rows: [{ cells: { lastName: textCell('MARTIN') } }],
  });
});
