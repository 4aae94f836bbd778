import { expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';
import { describeBasicOperations } from './basicOperations.ts';
import { makePeople } from './tableOperations.ts';

// The manifest's minimum: nothing the add-in does every day may need more.
describeBasicOperations('1.14');

test('below a member’s set the client itself refuses, and nothing is sent', async () => {
  const host = createHost({ maxExcelApi: '1.12' });
  connect(host);
  await makePeople();
  await host.drain();
  const sent = host.exchanges.length;
  await expect(
    Excel.run(async (context) => {
      context.workbook.tables.getItem('Passerelle_Personnes').resize('A1:C9');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound' });
  await host.drain();
  expect(host.exchanges.length).toBe(sent);
});
