import { expect, test } from '@jest/globals';
import { numberXml, smallWorkbook, textXml } from '../support/smallWorkbook.ts';
import { problemOf, value, withService } from './testService.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

test('a workbook is answered as plain rows, and nothing of it is kept or logged', async () => {
  await withService(async ({ api }) => {
    const bytes = smallWorkbook({ 1: [textXml('A1', 'Nom'), numberXml('B1', 3.5)] });
    expect(value(await api.readTables(base64(bytes)))).toEqual({
      sheets: [{ name: 'Export', rows: [{ at: 1, cells: ['Nom', 3.5] }], merged: [], uncomputed: [], isCut: false }],
      unread: [],
    });
  });
});

test('anything else is refused with why, never with what it held', async () => {
  await withService(async ({ api }) => {
    const refused = problemOf(await api.readTables(base64(new TextEncoder().encode('295109912611193'))));
    expect(refused).toMatchObject({ status: 400, code: 'workbookUnreadable', facts: { reason: 'notZip' } });
    expect(JSON.stringify(refused)).not.toContain('2951');
    expect(problemOf(await api.readTables('')).status).toBe(400);
  });
});
