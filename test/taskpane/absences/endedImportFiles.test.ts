/** Files of an import that ended, in the pane: it can be read, and gives nothing for payroll to take. */
import { expect, test } from '@jest/globals';
import { givenKinds } from '../../../addin/taskpane/model/absences/transfer/transferFileTasks.ts';
import { Office, OCTOBER } from '../../flows/absences/transfer/office.ts';
import { Clerk } from '../voucherClerk.ts';

test.each<[string, (office: Office) => Promise<unknown>]>([
  ['abandonné', (office) => office.abandon('A1')],
  [
    'annulé',
    async (office) => {
      await office.confirm('A1');
      await office.cancel('A1');
    },
  ],
])('un import %s ne donne que le contrôle, même si un fichier à importer est demandé', async (_, end) => {
  const company = new Office();
  company.leave('50', ['2026-10-05']);
  await company.opened();
  await company.prepareImport();
  await end(company);
  const clerk = await Clerk.of(company, OCTOBER);
  await (await clerk.pane.absences()).files.open('A1', false, 'import');
  const screen = clerk.screen('absenceFiles');
  expect(givenKinds(screen)).toEqual(['controle']);
  expect(screen).toMatchObject({ kind: 'controle', made: { findings: [] } });
  expect(screen.made.files.map(({ bytes }) => bytes !== null)).toEqual([true]);
});
