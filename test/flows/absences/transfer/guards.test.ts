/** What an import is protected from: another copy of the workbook, a fault at any line, a register or lines that somebody edited, people who change. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { displayed, numberCell, textCell } from '../../../../shared/domain/review/cell.ts';
import { abandonPlan, resumePlan } from '../../../../shared/flows/apply.ts';
import { prepareTransfer } from '../../../../shared/flows/absences/transfer/prepareTransfer.ts';
import { reopenAbsences } from '../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { cancelTransfer } from '../../../../shared/flows/absences/transfer/settleTransfer.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { absenceRegisterTable, absenceSettingsTable } from '../../../../shared/tables/absences/absenceRegisterTable.ts';
import { absenceImportsTable, importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { startingPointTable } from '../../../../shared/tables/absences/startingPointTable.ts';
import { periodsTable } from '../../../../shared/tables/periodsTable.ts';
import { formerIdsTable } from '../../../../shared/tables/people/formerIdsTable.ts';
import { ReceiptService } from '../../../support/receiptService.ts';
import { person } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

let office: Office;

beforeEach(async () => {
  office = new Office();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.opened();
});

describe('two copies of one workbook', () => {
  const desk = (service: ReceiptService, more: object = {}) => ({ receipts: { service, connectionId: 'c1', ...more } });

  test('the second one is told who confirmed, unless the person insists; the first one goes on', async () => {
    const service = new ReceiptService();
    await office.prepareImport();
    const other = new Office();
    Object.assign(other.account, office.account);
    await other.opened();
    await other.prepareImport();
    await office.confirm('A1', desk(service));
    expect(await other.tryConfirm('A1', desk(service))).toMatchObject({ ok: false, error: { code: 'taken' } });
    expect(await other.held()).toEqual([]);
    office.leave('51', ['2026-10-12']);
    await office.prepareImport();
    expect(await office.tryConfirm('A2', desk(service))).toMatchObject({ ok: true });
    expect(await other.tryConfirm('A1', desk(service, { force: true }))).toMatchObject({ ok: true });
  });

  test('a copy that missed an import does not close its month, unless the person insists: it would propose it again', async () => {
    const service = new ReceiptService();
    const other = new Office();
    Object.assign(other.account, office.account);
    await other.opened();
    await office.prepareImport();
    await office.confirm('A1', desk(service));
    expect(await other.close(true, desk(service))).toMatchObject({
      ok: false,
      error: { code: 'step', error: { code: 'taken' } },
    });
    expect(await office.close(false, desk(service))).toMatchObject({ ok: true });
    expect(await other.close(true, desk(service, { force: true }))).toMatchObject({ ok: true });
  });

  test('a month closed in one copy is not confirmed in another one', async () => {
    const service = new ReceiptService();
    const other = new Office();
    Object.assign(other.account, office.account);
    await other.opened();
    await other.prepareImport();
    expect(await office.close(true, desk(service))).toMatchObject({ ok: true });
    expect(await other.tryConfirm('A1', desk(service))).toMatchObject({ ok: false, error: { code: 'taken' } });
    expect(await reopenAbsences(office.ports, desk(service))).toMatchObject({ ok: true });
    expect(await other.tryConfirm('A1', desk(service))).toMatchObject({ ok: true });
  });

  test('a confirmation that could not be written, after a cancelled one, leaves the month to this copy', async () => {
    const service = new ReceiptService();
    await office.prepareImport();
    await office.confirm('A1', desk(service));
    await cancelTransfer(office.ports, 'A1', desk(service));
    await office.prepareImport();
    office.book.linesBeforeFault = 0;
    expect(await office.tryConfirm('A2', desk(service))).toMatchObject({ ok: false });
    office.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    await abandonPlan(office.ports);
    expect(service.receipts).toEqual([]);
    expect(await office.tryConfirm('A2', desk(service))).toMatchObject({ ok: true });
  });

  test('a close that could not be written leaves the month free', async () => {
    const service = new ReceiptService();
    office.book.linesBeforeFault = 0;
    expect(await office.close(true, desk(service))).toMatchObject({ ok: false });
    expect(service.receipts).toEqual([]);
  });

  test('a service that is silent stops the confirmation, unless the person insists', async () => {
    const service = new ReceiptService();
    service.isOut = true;
    await office.prepareImport();
    expect(await office.tryConfirm('A1', desk(service))).toMatchObject({ ok: false, error: { code: 'silent' } });
    expect(await office.tryConfirm('A1', desk(service, { unguarded: true }))).toMatchObject({ ok: true });
  });
});

describe('a fault at any line of a step', () => {
  /** Every number of lines after which the host may refuse, until the step ends. */
  async function everywhere(
    step: () => Promise<{ readonly ok: boolean }>,
    mend: () => Promise<unknown>,
  ): Promise<number> {
    for (let at = 0; at < 200; at += 1) {
      office.book.linesBeforeFault = at;
      const done = await step();
      office.book.linesBeforeFault = Number.POSITIVE_INFINITY;
      if (done.ok) return at;
      await mend();
    }
    throw new Error('the step never ended');
  }

  const mends = {
    resumed: () => resumePlan(office.ports),
    abandoned: () => abandonPlan(office.ports),
  };

  test.each(['resumed', 'abandoned'] as const)(
    'prepared, ticked and confirmed through faults, each one %s: nothing is held twice',
    async (mend) => {
      const request = () => prepareTransfer(office.ports, office.request);
      await everywhere(request, mends[mend]);
      await everywhere(async () => {
        const { current } = await office.board();
        return current?.state === 'confirmed' ? { ok: true } : office.tryConfirm('A1');
      }, mends[mend]);
      expect(await office.held()).toHaveLength(4);
      office.cancelled('50');
      await everywhere(request, mends[mend]);
      const ids = office.lines('A2').map(({ cells }) => displayed(cells['id'] ?? textCell('')).toUpperCase());
      await everywhere(() => office.tick('A2', ids), mends[mend]);
      expect(await office.held()).toEqual([]);
      expect(office.register).toHaveLength(2);
    },
  );
});

describe('what somebody edited', () => {
  const code = async () => {
    const prepared = await prepareTransfer(office.ports, office.request);
    if (prepared.ok) return 'done';
    const { error } = prepared;
    const findings =
      'findings' in error ? error.findings : 'error' in error && 'findings' in error.error ? error.error.findings : [];
    return findings.map((each) => each.code).join();
  };

  test('a line of the register: nothing is prepared any more, and the line is named', async () => {
    await office.handed();
    Object.assign(office.book.rows(absenceRegisterTable)[0]?.cells ?? {}, { code: textCell('RTT') });
    expect(await code()).toBe('absenceRegisterEdited');
  });

  test('a register cut at its end, or deleted whole: missed', async () => {
    await office.handed();
    const rows = office.book.rows(absenceRegisterTable);
    const [only] = rows.splice(0);
    expect(await code()).toBe('absenceRegisterCut');
    if (only) rows.push(only);
    expect(await code()).toBe('done');
    office.book.rows(absenceSettingsTable).splice(0);
    expect(await code()).toBe('absenceRegisterCut');
  });

  test('the state of an import typed by hand is told at its cell', async () => {
    await office.handed();
    office.type('A1', 'state', 'préparé', absenceImportsTable);
    expect(await code()).toBe('absenceImportStateOdd');
  });

  test.each([
    ['a date', { from: textCell('2026-10-07') }],
    ['the half-days', { detail: textCell('2026-10-07M') }],
    ['the hours', { days: numberCell(9) }],
  ])('%s of a prepared line: the import is to be abandoned, and another one prepared', async (_, cells) => {
    await office.prepareImport();
    Object.assign(office.book.rows(importLinesTable)[0]?.cells ?? {}, cells);
    expect(await office.tryConfirm('A1')).toMatchObject({ ok: false, error: { code: 'unsound' } });
    expect(await readTransferFile(office.book, 'A1')).toMatchObject({ ok: false, error: { code: 'unsound' } });
    await office.abandon('A1');
    await office.prepareImport();
    expect(await office.tryConfirm('A2')).toMatchObject({ ok: true });
  });

  test('the starting point stands once payroll holds something; deleted, it is written again', async () => {
    const start = (cells: object) => Object.assign(office.book.rows(startingPointTable)[0]?.cells ?? {}, cells);
    await office.prepareImport();
    start({ from: { date: '2026-09-21' } });
    expect(await code()).toBe('done');
    expect((await office.board()).period).toMatchObject({ from: '2026-09-21', to: '2026-10-20' });
    await office.confirm('A1');
    start({ from: { date: '2026-09-15' } });
    expect(await code()).toBe('absenceStartMoved');
    office.book.rows(startingPointTable).splice(0);
    expect(await code()).toBe('done');
    expect(office.column(startingPointTable, 'month', 'from')).toEqual([['2026-10', '21/09/2026']]);
  });

  test('« Reprise » moved beyond what waits: it is not confirmed, for nothing would ever take it back', async () => {
    await office.prepareImport();
    office.type('absences', 'from', { date: plainDate('2026-10-15') }, startingPointTable);
    expect(await office.tryConfirm('A1')).toMatchObject({
      ok: false,
      error: { code: 'unsound', findings: [{ code: 'absenceLineBeforeStart' }] },
    });
    await office.abandon('A1');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    expect(await office.held()).toEqual([]);
  });

  test.each([
    ['later', { from: { date: '2026-10-12' } }],
    ['earlier', { month: textCell('2026-09'), from: { date: '2026-09-01' } }],
  ])(
    '« Reprise » moved %s while another import waits: it is not confirmed, and the first day stands',
    async (_, to) => {
      await office.handed();
      office.leave('51', ['2026-10-12']);
      await office.prepareImport();
      const [row] = office.book.rows(startingPointTable);
      const before = { ...row?.cells };
      Object.assign(row?.cells ?? {}, to);
      expect(await office.tryConfirm('A2')).toMatchObject({ error: { findings: [{ code: 'absenceStartMoved' }] } });
      Object.assign(row?.cells ?? {}, before);
      await office.confirm('A2');
      expect(await code()).toBe('done');
    },
  );

  test('somebody who moves whole while an import waits: it says another content, for another payroll file', async () => {
    await office.prepareImport();
    office.account.spans = office.account.spans.map((each) => ({
      ...each,
      establishmentId: '2',
      establishment: 'Paris',
    }));
    expect(await office.tryPrepare()).toMatchObject({ ok: false, error: { error: { code: 'changed' } } });
    await office.abandon('A1');
    await office.prepareImport();
    expect(office.column(importLinesTable, 'run', 'establishment')).toContainEqual(['A2', 'Paris']);
  });

  test('the end of the open period moves where a person types it; before its beginning, it is an error at its cell', async () => {
    office.leave('51', ['2026-10-28']);
    await office.prepareImport();
    const ends = (date: string) => Object.assign(office.book.rows(periodsTable)[0]?.cells ?? {}, { to: { date } });
    await office.abandon('A1');
    ends('2026-10-20');
    expect(await office.prepareImport()).toMatchObject({ imports: 1, fates: { later: 2 } });
    ends('2026-09-20');
    expect(await code()).toBe('absencePeriodEnd');
  });

  test('another « Du » in « Périodes » is an error at its cell: what came before would be in no line and in no count', async () => {
    await office.prepareImport();
    await office.abandon('A1');
    const [row] = office.book.rows(periodsTable);
    Object.assign(row?.cells ?? {}, { from: { date: '2026-09-21' }, to: { date: '2026-10-20' } });
    expect(await code()).toBe('absencePeriodStart');
    office.type('absences', 'from', { date: plainDate('2026-09-21') }, startingPointTable);
    expect(await code()).toBe('done');
    expect((await office.board()).period).toMatchObject({ from: '2026-09-21', to: '2026-10-20' });
  });

  test('the row of an import that payroll took nothing of may be deleted; its number is not given again', async () => {
    await office.prepareImport();
    await office.abandon('A1');
    office.book.rows(absenceImportsTable).splice(0);
    expect(await office.prepareImport()).toMatchObject({ number: 'A2', imports: 1 });
    await office.confirm('A2');
    office.book.rows(absenceImportsTable).splice(0);
    expect(await code()).toBe('absenceImportLost');
  });
});

describe('people who change', () => {
  test('somebody created again in Lucca keeps what was handed over: nothing is taken back nor imported twice', async () => {
    await office.handed();
    office.account.employees = [person('9'), person('2')];
    office.account.spans = office.account.spans.map((each) => ({
      ...each,
      employeeId: each.employeeId === '1' ? '9' : each.employeeId,
    }));
    office.account.halfDays = office.account.halfDays.map((each) => ({ ...each, employeeId: '9' }));
    office.type('1', 'luccaId', '9');
    office.book.tables.set(formerIdsTable.name, [
      { cells: { luccaId: textCell('1'), current: textCell('9') }, others: [] },
    ]);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
    const shown = office.account.halfDays;
    office.account.halfDays = [];
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', kept: 4 });
    office.account.halfDays = shown.filter(({ date }) => date === '2026-10-05');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'regularise', deletions: 1, kept: 0 });
    await office.tickAll('A2');
    expect(await office.held()).toEqual(['9 2026-10-05 am CP', '9 2026-10-05 pm CP']);
  });

  /** Person 1 leaves on the 16th and is created again as 9 from the 19th on; « Salariés » and `_identifiants` follow. */
  function createdAgain({ isShown }: { readonly isShown: boolean }): void {
    const [own, other] = office.account.spans;
    office.account.employees = [person('9', { contractStart: '2026-10-19' }), person('2')];
    office.account.spans = [
      ...(own && isShown ? [{ ...own, to: plainDate('2026-10-16') }] : []),
      ...(own ? [{ ...own, id: 'c9', employeeId: '9', from: plainDate('2026-10-19') }] : []),
      ...(other ? [other] : []),
    ];
    if (!isShown) office.account.halfDays = [];
    office.type('1', 'luccaId', '9');
    office.type('9', 'contractStart', { date: plainDate('2026-10-19') });
    office.book.tables.set(formerIdsTable.name, [
      { cells: { luccaId: textCell('1'), current: textCell('9') }, others: [] },
    ]);
  }

  test('created again while Lucca shows the leaves of the former identifier still: they are theirs, the new ones too', async () => {
    await office.handed();
    office.leave('51', ['2026-10-12']);
    createdAgain({ isShown: true });
    expect(await office.prepareImport()).toMatchObject({ outcome: 'import', imports: 1, fates: { transferred: 6 } });
    expect(office.column(importLinesTable, 'run', 'luccaId', 'from')).toContainEqual(['A2', '9', '12/10/2026']);
    await office.confirm('A2');
    office.cancelled('50');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'regularise', deletions: 1 });
  });

  test('created again, a leave that Lucca shows under both identifiers is one leave', async () => {
    await office.handed();
    createdAgain({ isShown: true });
    office.account.halfDays = office.account.halfDays.flatMap((each) => [
      each,
      { ...each, id: `9-${each.id}`, leaveId: '90', employeeId: '9' },
    ]);
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing' });
  });

  test('created again and of the former identifier nothing is shown any more: what payroll holds stays, and is counted', async () => {
    await office.handed();
    createdAgain({ isShown: false });
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', kept: 4 });
  });

  test('of somebody gone from Lucca, of a month that was not read, nothing is taken back', async () => {
    await office.handed();
    office.account.halfDays = [];
    office.account.employees = [person('2')];
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', kept: 4 });
    office.account.employees = [person('1'), person('2')];
    office.account.months = [];
    expect(await prepareTransfer(office.ports, office.request)).toEqual({
      ok: false,
      error: { code: 'notRead', months: ['2026-10'] },
    });
  });

  test('somebody of whom Lucca shows no contract any more keeps what payroll holds', async () => {
    await office.handed();
    office.account.spans = office.account.spans.filter(({ employeeId }) => employeeId !== '1');
    expect(await office.prepareImport()).toMatchObject({ outcome: 'nothing', kept: 4, fates: { noContract: 4 } });
  });

  test('a contract that ends cuts what is imported, and takes back what is beyond', async () => {
    await office.handed();
    office.account.spans = office.account.spans.map((each) => ({ ...each, to: '2026-10-05' as typeof each.from }));
    office.type('1', 'contractEnd', { date: '2026-10-05' as never });
    expect(await office.prepareImport()).toMatchObject({
      outcome: 'regularise',
      fates: { transferred: 2, noContract: 2 },
    });
    await office.tickAll('A2');
    expect(await office.held()).toEqual(['1 2026-10-05 am CP', '1 2026-10-05 pm CP']);
  });
});
