/** « Préparer la paie » from an empty workbook: four outcomes, ticks, lines that payroll refuses, runs taken back. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import { absencesTable } from '../../../../shared/tables/absencesTable.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { accountBindingsTable } from '../../../../shared/tables/absences/accountBindingsTable.ts';
import { stoppagesTable } from '../../../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../../shared/tables/absences/supportTable.ts';
import { startingPointTable } from '../../../../shared/tables/absences/startingPointTable.ts';
import { periodsTable } from '../../../../shared/tables/periodsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { Office } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = new Office();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.opened();
});

const lineIds = (run: string, direction: string) =>
  office.lines(run, direction).map(({ cells }) => displayed(cells['id'] ?? textCell('')).toUpperCase());

describe('the four outcomes', () => {
  test('2: something to import, in lines that say it half-day by half-day; the starting point is written and told', async () => {
    const prepared = await office.prepareImport();
    expect(prepared).toMatchObject({ number: 'A1', outcome: 'import', deletions: 0, imports: 1 });
    expect(prepared.opened.isNew).toBe(true);
    expect(office.column(startingPointTable, 'topic', 'month', 'from')).toEqual([
      ['absences', '2026-10', '01/10/2026'],
    ]);
    expect(office.column(periodsTable, 'topic', 'month', 'from', 'to', 'state')).toEqual([
      ['absences', '2026-10', '01/10/2026', '31/10/2026', 'préparée'],
    ]);
    expect(
      office.column(
        importLinesTable,
        'run',
        'direction',
        'employeeNumber',
        'category',
        'code',
        'from',
        'fromHalf',
        'to',
        'toHalf',
        'days',
        'detail',
      ),
    ).toEqual([
      [
        'A1',
        'à importer',
        '0001',
        'congés payés',
        'CP',
        '05/10/2026',
        'matin',
        '06/10/2026',
        'après-midi',
        '2',
        '2026-10-05M 2026-10-05A 2026-10-06M 2026-10-06A',
      ],
    ]);
    expect(await office.held()).toEqual([]);
  });

  test('1: nothing, once the import is confirmed; nothing is written twice', async () => {
    await office.handed();
    expect(await office.held()).toHaveLength(4);
    expect(await office.prepareImport()).toMatchObject({ number: null, outcome: 'nothing', added: 0, changed: 0 });
  });

  test('3: a cancelled leave is taken back by hand, and leaves the register when it is ticked', async () => {
    await office.handed();
    office.cancelled('50');
    expect(await office.prepareImport()).toMatchObject({
      number: 'A2',
      outcome: 'regularise',
      deletions: 1,
      imports: 0,
    });
    await office.tickAll('A2');
    expect(await office.held()).toEqual([]);
    expect(office.register.at(-1)).toEqual([
      'A2',
      'reprise',
      'A1',
      '1',
      'CP',
      '2026-10-05M 2026-10-05A 2026-10-06M 2026-10-06A',
    ]);
    await office.confirm('A2');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('4: the import is locked until every deletion is done', async () => {
    await office.handed();
    office.cancelled('50');
    office.leave('51', ['2026-10-12', '2026-10-14']);
    office.leave('52', ['2026-10-20'], '7');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'thenImport', deletions: 1, imports: 3 });
    expect(await office.tryConfirm('A2')).toMatchObject({ ok: false, error: { code: 'deletionsLeft' } });
    expect((await office.board()).current).toMatchObject({ isLocked: true, outcome: 'thenImport' });
    await office.tickAll('A2');
    expect((await office.board()).current).toMatchObject({ isLocked: false, deletionsDone: 1 });
    await office.confirm('A2');
    expect(await office.held()).toEqual([
      '1 2026-10-12 am CP',
      '1 2026-10-12 pm CP',
      '1 2026-10-14 am CP',
      '1 2026-10-14 pm CP',
      '1 2026-10-20 am RTT',
      '1 2026-10-20 pm RTT',
    ]);
  });
});

describe('prepared again before it is confirmed', () => {
  test('the same import stays the same, and what payroll refused stays refused', async () => {
    await office.prepareImport();
    sound(await office.tick('A1', lineIds('A1', 'à importer'), false));
    expect(await office.prepareImport()).toMatchObject({ number: 'A1', imports: 1, added: 0, changed: 0 });
    expect(office.column(importLinesTable, 'done')).toEqual([['non']]);
  });

  test('once Lucca says something else, its files may be in payroll: it is confirmed or abandoned first, and can be read again', async () => {
    await office.prepareImport();
    office.cancelled('50');
    office.leave('51', ['2026-10-06', '2026-10-07']);
    expect(await office.tryPrepare()).toMatchObject({ ok: false, error: { error: { code: 'changed' } } });
    await office.confirm('A1');
    expect(await office.held()).toHaveLength(4);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', outcome: 'thenImport' });
    await office.abandon('A2');
    expect(sound(await readTransferFile(office.book, 'A2'))).toMatchObject({ state: 'abandoned', lines: [{}, {}] });
    office.cancelled('51');
    office.leave('50', ['2026-10-05', '2026-10-06']);
    expect(await office.prepareImport()).toMatchObject({ number: null, outcome: 'nothing' });
  });
});

test('a line that payroll refused enters no register, and is proposed again in the next import', async () => {
  office.leave('60', ['2026-10-15']);
  await office.prepareImport();
  sound(await office.tick('A1', lineIds('A1', 'à importer').slice(0, 1), false));
  await office.confirm('A1');
  expect(await office.held()).toEqual(['1 2026-10-15 am CP', '1 2026-10-15 pm CP']);
  expect(await office.prepareImport()).toMatchObject({ number: 'A2', outcome: 'import', imports: 1 });
});

test('a deletion ticked in the sheet itself counts as one ticked in the pane', async () => {
  await office.handed();
  office.cancelled('50');
  await office.prepareImport();
  const [line] = office.lines('A2', 'à supprimer');
  Object.assign(line?.cells ?? {}, { done: textCell('oui') });
  await office.confirm('A2', { by: 'le volet Excel' });
  expect(await office.held()).toEqual([]);
  expect(office.column(importLinesTable, 'run', 'done', 'doneBy').at(-1)).toEqual(['A2', 'oui', 'le volet Excel']);
});

test('a tick taken back gives the absence back to the register, under the import that had brought it', async () => {
  await office.handed();
  office.cancelled('50');
  await office.prepareImport();
  await office.tickAll('A2');
  sound(await office.tick('A2', lineIds('A2', 'à supprimer'), false));
  expect(await office.held()).toHaveLength(4);
  expect(office.register.map(([run, sign, origin]) => [run, sign, origin])).toEqual([
    ['A1', 'prise', 'A1'],
    ['A2', 'reprise', 'A1'],
    ['A2', 'prise', 'A1'],
  ]);
  expect(await office.prepareImport()).toMatchObject({ number: 'A2', deletions: 1 });
});

test('abandoned, an import leaves its lines to be read; what payroll deleted stays deleted', async () => {
  await office.handed();
  office.cancelled('50');
  office.leave('51', ['2026-10-12']);
  await office.prepareImport();
  await office.tickAll('A2');
  await office.abandon('A2');
  expect(await office.held()).toEqual([]);
  expect(office.lines('A2')).toHaveLength(2);
  expect(await office.prepareImport()).toMatchObject({ number: 'A3', outcome: 'import', imports: 1 });
});

test('cancelled, the last import is taken back; an earlier one is not, nor one of a closed month', async () => {
  await office.handed();
  office.leave('51', ['2026-10-12']);
  await office.handed();
  expect(await office.cancel('A1')).toMatchObject({ ok: false, error: { code: 'notLast' } });
  sound(await office.cancel('A2'));
  expect(await office.held()).toHaveLength(4);
  expect(await office.prepareImport()).toMatchObject({ number: 'A3', imports: 1 });
  await office.confirm('A3');
  sound(await office.close());
  expect(await office.cancel('A3')).toMatchObject({ ok: false, error: { code: 'closed' } });
});

test('a deletion of an earlier import is not undone under a later one', async () => {
  await office.handed();
  office.cancelled('50');
  await office.handed();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.handed();
  expect(await office.tick('A2', lineIds('A2', 'à supprimer'), false)).toMatchObject({
    error: { code: 'stoodOn', later: { number: 'A3' } },
  });
  expect(await office.held()).toHaveLength(4);
});

test('one line of a confirmed import is taken back, and comes back in the next one', async () => {
  office.leave('51', ['2026-10-12']);
  await office.handed();
  sound(await office.tick('A1', lineIds('A1', 'à importer').slice(0, 1), false));
  expect(await office.held()).toEqual(['1 2026-10-12 am CP', '1 2026-10-12 pm CP']);
  expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1 });
});

describe('what is left out, and why', () => {
  test('« Sort en paie » of every row: transmitted, stoppage, account to be bound', async () => {
    office.months = office.account.months.slice(2, 5);
    office.leave('60', ['2026-10-07'], '40');
    office.leave('61', ['2026-10-08'], '90');
    office.leave('62', ['2026-11-03']);
    office.leave('63', ['2026-10-09'], '7');
    await office.apply();
    const prepared = await office.prepareImport();
    expect(prepared.fates).toEqual({ transferred: 6, stoppage: 2, unbound: 2 });
    const fates = office.column(absencesTable, 'from', 'fate');
    expect(fates).toEqual(
      expect.arrayContaining([
        ['05/10/2026', 'transmise'],
        ['07/10/2026', 'arrêt, à saisir en paie'],
        ['08/10/2026', 'compte à rattacher'],
      ]),
    );
  });

  test('« Sort en paie » of a row that a reading of Lucca brings, before any preparation; it is never a difference', async () => {
    office.leave('60', ['2026-10-07'], '40');
    office.leave('61', ['2026-10-08'], '90');
    await office.apply();
    expect(office.column(absencesTable, 'from', 'fate')).toEqual([
      ['05/10/2026', ''],
      ['07/10/2026', 'arrêt, à saisir en paie'],
      ['08/10/2026', 'compte à rattacher'],
    ]);
    await office.prepareImport();
    expect(office.column(absencesTable, 'fate')[0]).toEqual(['transmise']);
    expect(await office.proposals()).toEqual([]);
  });

  test('somebody whom « Salariés » does not have yet waits, and blocks nobody', async () => {
    const [line] = office.account.halfDays;
    if (line) office.account.halfDays.push({ ...line, id: 'x', employeeId: '7', leaveId: '70' });
    expect(await office.prepareImport()).toMatchObject({ imports: 1, fates: { transferred: 4, unknownPerson: 1 } });
  });

  test('ten half-days filed again under another account of one code: nothing to do, and told', async () => {
    await office.handed();
    office.account.halfDays = office.account.halfDays.map((each) => ({ ...each, accountId: '25' }));
    expect(await office.prepareImport()).toMatchObject({ number: null, outcome: 'nothing', refiled: 4 });
  });

  test('a stoppage that replaces an imported leave: outcome 3, deletions, nothing to import', async () => {
    await office.handed();
    office.cancelled('50');
    office.leave('80', ['2026-10-05', '2026-10-06'], '40');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'regularise', deletions: 1, imports: 0 });
    expect(office.column(stoppagesTable, 'employeeNumber', 'kind', 'from', 'to', 'state')).toEqual([
      ['0001', 'maladie', '05/10/2026', '06/10/2026', 'à saisir'],
    ]);
  });
});

describe('months that are closed', () => {
  const close = async (withLeft = false) => sound(await office.close(withLeft));

  test('closed with what is left told; the next month opens', async () => {
    expect(await office.close()).toMatchObject({ ok: false, error: { code: 'left', deletions: 0, imports: 1 } });
    await office.handed();
    await close();
    expect(office.column(periodsTable, 'month', 'state')).toEqual([
      ['2026-10', 'close'],
      ['2026-11', 'ouverte'],
    ]);
  });

  test('a leave of a closed month that Lucca cancels names the month and the import that it corrects', async () => {
    await office.handed();
    await close();
    office.cancelled('50');
    office.leave('90', ['2026-11-04']);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', outcome: 'thenImport' });
    expect(office.column(importLinesTable, 'run', 'direction', 'correctedMonth', 'corrects').slice(1)).toEqual([
      ['A2', 'à supprimer', '2026-10', 'A1'],
      ['A2', 'à importer', '', ''],
    ]);
  });

  test('a leave of a closed month approved late says which month it is of', async () => {
    await office.handed();
    await close();
    office.leave('91', ['2026-10-13']);
    await office.prepareImport();
    expect(office.column(importLinesTable, 'run', 'direction', 'correctedMonth').at(-1)).toEqual([
      'A2',
      'à importer',
      '2026-10',
    ]);
  });

  test('an account bound otherwise after the closing changes nothing of the closed month', async () => {
    await office.handed();
    await close();
    office.type('Congés payés', 'treatment', 'hors paie', accountBindingsTable);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('a stoppage of a closed month that turns into leave: an absence to import, and a line for the support of payroll', async () => {
    office.leave('80', ['2026-10-12'], '40');
    await office.handed();
    await close();
    office.cancelled('80');
    office.leave('81', ['2026-10-12']);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', outcome: 'import', imports: 1 });
    expect(office.column(supportTable, 'employeeNumber', 'kind')).toEqual([['0001', 'maladie']]);
    await office.confirm('A2');
    expect(await office.held()).toContain('1 2026-10-12 am CP');
  });

  test('shifted periods: from the 21st to the 20th, one after the other; a leave is cut between them', async () => {
    office = new Office();
    office.leave('50', ['2026-10-19', '2026-10-20', '2026-10-21']);
    await office.opened();
    await office.prepareImport();
    await office.abandon('A1');
    Object.assign(office.book.rows(startingPointTable)[0]?.cells ?? {}, { from: { date: '2026-09-21' } });
    await office.prepareImport();
    expect(office.column(importLinesTable, 'run', 'from', 'to').at(-1)).toEqual(['A2', '19/10/2026', '20/10/2026']);
    await office.confirm('A2');
    await close();
    expect(office.column(periodsTable, 'month', 'from', 'to').at(-1)).toEqual(['2026-11', '21/10/2026', '20/11/2026']);
    expect(await office.prepareImport()).toMatchObject({ number: 'A3', imports: 1 });
    expect(office.column(importLinesTable, 'run', 'from', 'correctedMonth').at(-1)).toEqual(['A3', '21/10/2026', '']);
  });
});
