/** Scenarios that once gave a wrong pay: each is what an office did, and what must be held in the end. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { transferFiles } from '../../../../shared/flows/absences/transferFiles.ts';
import { accountBindingsTable } from '../../../../shared/tables/absences/accountBindingsTable.ts';
import { absenceImportsTable, importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { reopenAbsences } from '../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { preparedFates } from '../../../../shared/flows/absences/transfer/preparedFates.ts';
import { absencesTable } from '../../../../shared/tables/absencesTable.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { sourceTables } from '../../../../shared/tables/tables.ts';
import { startingPointTable } from '../../../../shared/tables/absences/startingPointTable.ts';
import { periodsTable } from '../../../../shared/tables/periodsTable.ts';
import { ReceiptService } from '../../../support/receiptService.ts';
import { halfDay, sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = new Office();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.opened();
});

const put = (run: string, direction: string, cells: Readonly<Record<string, Cell>>) =>
  office.lines(run, direction).forEach((row) => Object.assign(row.cells, cells));
const ids = (run: string) => office.lines(run).map(({ cells }) => displayed(cells['id'] ?? blank).toUpperCase());
const close = async () => sound(await office.close(true));
const bind = (name: string, cells: Readonly<Record<string, string>>) =>
  Object.entries(cells).forEach(([key, typed]) => office.type(name, key, typed, accountBindingsTable));
const line = (run: string, ...keys: string[]) =>
  office.lines(run).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));

describe('what is typed beside the register decides nothing of what it holds', () => {
  test('a date typed under « Fait le » of a line to import: it enters the register all the same', async () => {
    await office.prepareImport();
    put('A1', 'à importer', { done: textCell('oui'), doneAt: textCell('26/10/2026') });
    await office.confirm('A1');
    expect(await office.held()).toHaveLength(4);
  });

  test('« oui », a date and a name typed on a deletion: it leaves the register', async () => {
    await office.handed();
    office.cancelled('50');
    office.leave('51', ['2026-10-12']);
    await office.prepareImport();
    put('A2', 'à supprimer', { done: textCell('oui'), doneAt: textCell('26/10/2026'), doneBy: textCell('Marie') });
    await office.confirm('A2');
    expect(await office.held()).toEqual(['1 2026-10-12 am CP', '1 2026-10-12 pm CP']);
  });

  test('« non » typed on a line of a confirmed import: it is taken back, and proposed again', async () => {
    await office.handed();
    put('A1', 'à importer', { done: textCell('non') });
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', outcome: 'import', imports: 1 });
    expect(await office.held()).toEqual([]);
  });

  test('« non » typed before the close is taken up by it: the line is told as left', async () => {
    await office.handed();
    put('A1', 'à importer', { done: textCell('non') });
    expect(await office.close()).toMatchObject({ ok: false, error: { code: 'left', imports: 1 } });
    expect(await office.held()).toEqual([]);
  });

  test('a tick cleared in the sheet is a tick taken back', async () => {
    await office.handed();
    office.cancelled('50');
    await office.prepareImport();
    await office.tickAll('A2');
    put('A2', 'à supprimer', { done: blank });
    expect(await office.tryConfirm('A2')).toMatchObject({ ok: false, error: { code: 'deletionsLeft' } });
    expect(await office.held()).toHaveLength(4);
  });

  test.each(['refusée', 'n', '0', 'pas pris'])(
    '« %s » is neither oui nor non: told at its cell, nothing is confirmed',
    async (typed) => {
      await office.prepareImport();
      put('A1', 'à importer', { done: textCell(typed) });
      expect(await office.tryConfirm('A1')).toMatchObject({
        ok: false,
        error: { code: 'unsound', findings: [{ code: 'absenceTickUnreadable', place: { column: 'done' } }] },
      });
    },
  );

  test('a line that does not exist is not ticked', async () => {
    await office.prepareImport();
    expect(await office.tick('A1', ['NOBODY'])).toMatchObject({ ok: false, error: { code: 'unknown' } });
  });

  test('the month of an import typed by hand, or its row deleted: nothing goes on', async () => {
    await office.handed();
    await close();
    office.type('A1', 'month', '2026-12', absenceImportsTable);
    expect(await office.cancel('A1')).toMatchObject({ error: { findings: [{ code: 'absenceImportLost' }] } });
    office.book.rows(absenceImportsTable).splice(0);
    expect(await office.tryPrepare()).toMatchObject({ ok: false, error: { code: 'step' } });
  });
});

describe('months that are closed', () => {
  test('a leave of a closed month is called what its account was called then, in the sheet and in the files', async () => {
    await office.handed();
    await close();
    bind('Congés payés', { treatment: 'RTT', code: 'RTT', payfit: 'fr_rtt', silae: 'AB-310' });
    office.leave('91', ['2026-10-13']);
    await office.prepareImport();
    expect(line('A2', 'code', 'category', 'payfit', 'silae')).toEqual([
      ['CP', 'congés payés', 'fr_conges_payes', 'AB-300'],
    ]);
  });

  test('an account made since, of a pattern whose code changed since, is what the pattern said then', async () => {
    office.account.halfDays = [];
    office.leave('60', ['2026-10-08'], '25');
    await office.handed();
    await close();
    bind('Congés payés *', { code: 'CP2' });
    office.account.leaveAccounts.push({ id: '26', name: 'Congés payés 2026-2027', establishments: ['1'] });
    office.account.halfDays = office.account.halfDays.map((each) => ({
      ...each,
      accountId: '26',
      accountName: 'Congés payés 2026-2027',
    }));
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', refiled: 2 });
  });

  test('a leave cancelled four months later is still taken back', async () => {
    office = new Office();
    office.month = plainMonth('2026-07');
    office.leave('50', ['2026-07-06']);
    await office.opened();
    await office.handed();
    for (let at = 0; at < 4; at += 1) await close();
    office.cancelled('50');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'regularise', deletions: 1 });
    expect(line('A2', 'correctedMonth', 'corrects')).toEqual([['2026-07', 'A1']]);
  });

  test('half-days whose account nobody bound are told before the close', async () => {
    await office.handed();
    office.leave('70', ['2026-10-08'], '90');
    expect(await office.close()).toMatchObject({ ok: false, error: { code: 'left', waiting: 2, imports: 0 } });
  });
});

describe('periods', () => {
  test('« À partir du » changed after a first preparation moves the end of the period with it', async () => {
    office.leave('60', ['2026-10-26']);
    await office.prepareImport();
    await office.abandon('A1');
    office.type('absences', 'from', { date: plainDate('2026-09-21') }, startingPointTable);
    await office.prepareImport();
    expect((await office.board()).period).toEqual({ month: '2026-10', from: '2026-09-21', to: '2026-10-20' });
  });

  test('an end typed once does not shift the months that follow', async () => {
    await office.prepareImport();
    await office.confirm('A1');
    Object.assign(office.book.rows(periodsTable)[0]?.cells ?? {}, { to: { date: '2026-11-03' } });
    await close();
    expect((await office.board()).period).toEqual({ month: '2026-11', from: '2026-11-04', to: '2026-11-30' });
  });
});

test('a confirmation that could not be written leaves the month to this copy', async () => {
  const service = new ReceiptService();
  const desk = { receipts: { service, connectionId: 'c1' } };
  await office.prepareImport();
  await office.confirm('A1', desk);
  office.leave('51', ['2026-10-12']);
  await office.prepareImport();
  office.book.linesBeforeFault = 0;
  expect(await office.tryConfirm('A2', desk)).toMatchObject({ ok: false });
  expect(service.receipts).toHaveLength(1);
});

test('files to be imported wait for the deletions; what is to be read and to be deleted does not', async () => {
  await office.handed();
  office.cancelled('50');
  office.leave('51', ['2026-10-12']);
  await office.prepareImport();
  const files = async (kind: 'import' | 'payfit' | 'silae' | 'suppressions' | 'controle') =>
    transferFiles(sound(await readTransferFile(office.book, 'A2')), { kind }).files.every(
      ({ bytes }) => bytes !== null,
    );
  expect([await files('import'), await files('payfit'), await files('silae')]).toEqual([false, false, false]);
  expect([await files('suppressions'), await files('controle')]).toEqual([true, true]);
  sound(
    await office.tick(
      'A2',
      ids('A2').filter((id) => id.includes('/S/')),
    ),
  );
  expect([await files('import'), await files('payfit'), await files('silae')]).toEqual([true, true, true]);
});

test('the list of deletions has a cell to tick, and says « oui » of what is ticked already', async () => {
  await office.handed();
  office.cancelled('50');
  await office.prepareImport();
  const list = async () => {
    const { files } = transferFiles(sound(await readTransferFile(office.book, 'A2')), { kind: 'suppressions' });
    return new TextDecoder().decode(files[0]?.bytes ?? undefined).split('\r\n')[1];
  };
  expect(await list()).toMatch(/;A1;;$/);
  await office.tickAll('A2');
  expect(await list()).toMatch(/;A1;;oui$/);
});

test('what is taken back is called, and filed, as it was when payroll took it, with the import that had brought it', async () => {
  await office.handed();
  office.type('1', 'establishment', 'Paris');
  office.type('1', 'employeeNumber', 'P77');
  bind('Congés payés', { treatment: 'RTT', code: 'CP' });
  office.cancelled('50');
  await office.prepareImport();
  expect(line('A2', 'employeeNumber', 'establishment', 'category')).toEqual([['0001', 'Lyon', 'congés payés']]);
  const { lines } = sound(await readTransferFile(office.book, 'A2'));
  expect(lines.map(({ corrects }) => corrects)).toEqual([{ run: 'A1', month: '2026-10' }]);
});

test('a row that waits holds back what would stand in the same place: never two absences on one half', async () => {
  office.account.halfDays = [halfDay('50', '2026-10-05', 'am')];
  await office.handed();
  office.account.halfDays = [
    halfDay('51', '2026-10-05', 'am', { accountId: '7', accountName: 'RTT', minutes: 120 }),
    halfDay('52', '2026-10-05', 'am', { accountId: '90', accountName: 'Solidarité', minutes: 60 }),
  ];
  expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', kept: 1 });
});

test('most of what payroll holds gone at once is told before anything is deleted', async () => {
  office.leave(
    '51',
    Array.from({ length: 20 }, (_, at) => `2026-10-${String(at + 7).padStart(2, '0')}`),
  );
  await office.handed();
  office.cancelled('51');
  const { findings } = await office.prepareImport();
  expect(findings).toMatchObject([
    { code: 'absencesMostlyGone', severity: 'warning', facts: { halfDays: 40, held: 44 } },
  ]);
});

test('two requests on a Friday and a Monday are two lines: the Saturday may have been worked', async () => {
  office.account.halfDays = [];
  office.leave('50', ['2026-10-09'], '7');
  office.leave('51', ['2026-10-12'], '7');
  await office.prepareImport();
  expect(office.column(importLinesTable, 'from', 'to')).toEqual([
    ['09/10/2026', '09/10/2026'],
    ['12/10/2026', '12/10/2026'],
  ]);
});

test('« Sort en paie » of a row that Lucca shows no more says so until the next update takes it away', async () => {
  await office.handed();
  office.cancelled('50');
  await office.prepareImport();
  expect(office.column(absencesTable, 'fate')).toEqual([['plus dans Lucca']]);
});

test('what was left aside is counted of the open period, and of what waits before it; it is told until the next preparation', async () => {
  office.leave('60', ['2026-10-07'], '40');
  await office.handed();
  await close();
  office.leave('70', ['2026-10-08'], '90');
  office.leave('71', ['2026-11-04']);
  const { fates } = await office.prepareImport();
  expect(fates).toEqual({ unbound: 2, transferred: 2 });
  expect(preparedFates(sound(await office.book.read(sourceTables)))).toEqual(fates);
});

test('a month opened again does not tell what the one after it left aside', async () => {
  await office.handed();
  await close();
  office.leave('70', ['2026-11-09'], '90');
  await office.prepareImport();
  sound(await reopenAbsences(office.ports));
  const { fates } = await office.prepareImport();
  expect(fates).toEqual({ transferred: 4 });
  expect(preparedFates(sound(await office.book.read(sourceTables)))).toEqual(fates);
});

test('a month is opened again once deletions done in a later import, even ended, are taken back', async () => {
  await office.handed();
  await close();
  office.cancelled('50');
  await office.prepareImport();
  await office.tickAll('A2');
  await office.abandon('A2');
  expect(await reopenAbsences(office.ports)).toMatchObject({ ok: false, error: { code: 'doneLeft' } });
  const rows = office.book.rows(importLinesTable);
  const [erased] = rows.splice(rows.length - 1, 1);
  expect(await reopenAbsences(office.ports)).toMatchObject({ ok: false, error: { code: 'doneLeft' } });
  if (erased) rows.push(erased);
  sound(await office.tick('A2', ids('A2'), false));
  expect(await reopenAbsences(office.ports)).toMatchObject({ ok: true });
});

test('« Établissements » comes with the first import, so that its files may be parted by payroll dossier', async () => {
  await office.prepareImport();
  expect(office.column(establishmentsTable, 'id', 'name')).toEqual([['1', 'Lyon']]);
});
