import { afterEach, describe, expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import type { Workbook } from '../../addin/workbench/host/index.ts';
import { add, change, memory, remove, set, text, three, trial as trialTable } from '../book/trialTables.ts';
import { tableOf, under, written } from '../book/reading.ts';
import { endTrials, startTrial, type Trial } from './trial.ts';

afterEach(endTrials);

/** Requests of one write: one more than it takes. */
const moments = [1, 2, 3, 4, 5, 6];
const numbers = (...each: number[]) => each.map((number) => ({ number }));

const raise = set('2', 'amount', { number: 20 }, { number: 25 });

interface Watched extends Trial {
  /** True once what {@link before} asked for was done. */
  isOver: () => boolean;
}

async function started(patience = { watchdogMs: 20_000 }): Promise<Watched> {
  const trial = startTrial({}, patience);
  await written(trial.book, [change(...three)]);
  await trial.host.drain();
  return { ...trial, isOver: () => false };
}

/** Does `act`, once, before the request of that number from now. */
function before(trial: Watched, moment: number, act: (workbook: Workbook) => void): void {
  const first = trial.host.exchanges.length;
  let isDone = false;
  trial.isOver = () => isDone;
  trial.host.faults.betweenRequests = (workbook) => {
    if (isDone || trial.host.exchanges.length - first < moment - 1) return;
    isDone = true;
    act(workbook);
  };
}

describe('what a person or another author does meanwhile', () => {
  test('a sheet protected between two blocks is named, and the change completes once it is not', async () => {
    const { host, book, person } = await started();
    const changes = [change(raise), { table: memory, lines: [] }];
    host.faults.betweenRequests = (workbook) => {
      if (workbook.table(memory.name) === undefined) host.person.protect('Essai');
    };
    expect(await book.write(changes)).toEqual({
      ok: false,
      error: { code: 'protectedSheet', facts: { table: trialTable.name, sheet: 'Essai' } },
    });
    host.faults.clear();
    host.person.protect('Essai', false);
    expect(await written(book, changes)).toEqual({ written: 1, already: 0, refused: [] });
    expect(await under(person, 'Montant')).toEqual([10, 25, 30]);
  });

  test('while a cell is edited the write waits, says so, and is done when the cell is left', async () => {
    const told: boolean[] = [];
    const { host, book, person } = startTrial(
      {},
      { watchdogMs: 20_000, noticeMs: 20, onWaiting: (isWaiting) => told.push(isWaiting) },
    );
    await written(book, [change(...three)]);
    await host.drain();
    told.length = 0;
    host.faults.cellEdit = true;
    setTimeout(() => (host.faults.cellEdit = false), 120);
    expect(await written(book, [change(raise)])).toEqual({ written: 1, already: 0, refused: [] });
    expect(told.slice(0, 2)).toEqual([true, false]);
    expect(await under(person, 'Montant')).toEqual([10, 25, 30]);
  });

  test('an Excel that refuses while a cell is edited is told as such', async () => {
    const { host, book } = await started();
    host.faults.failAtRequest(1, { code: 'InvalidOperationInCellEditMode' });
    expect(await book.write([change(raise)])).toMatchObject({ ok: false, error: { code: 'cellEdit' } });
  });

  test.each(moments)('a table renamed, and pushed down, before request %i is written all the same', async (moment) => {
    const trial = await started();
    before(trial, moment, (workbook) => {
      const table = workbook.table(trialTable.name);
      if (!table) return;
      workbook.renameTable(table, 'Renommee');
      table.sheet.insert({ top: 0, left: 0, height: 2, width: 16_384 }, 'Down');
    });
    expect((await written(trial.book, [change(raise)])).refused).toEqual([]);
    expect((await tableOf(trial.book)).rows.map((row) => row.cells['amount'])).toEqual(numbers(10, 25, 30));
  });

  test.each(moments)('a table deleted before request %i is told, and nothing is said to be written', async (moment) => {
    const trial = await started();
    before(trial, moment, (workbook) => {
      const table = workbook.table(trialTable.name);
      if (table) table.sheet.remove(table.area, 'Up');
    });
    const result = await trial.book.write([change(raise)]);
    const isWritten = result.ok && result.value.written === 1;
    // The last moments are after the write itself.
    if (isWritten) expect(moment).toBeGreaterThan(4);
    else if (result.ok) expect(result.value.refused).toEqual([raise]);
    else expect(result.error).toMatchObject({ code: 'tableGone', facts: { table: trialTable.name } });
  });

  test.each(moments)(
    'rows sorted before request %i are found again, none is written in the place of another',
    async (moment) => {
      const trial = await started();
      before(trial, moment, (workbook) => {
        const table = workbook.table(trialTable.name);
        if (table) trial.host.person.sort(table, 'Nom', false);
      });
      const lines = [
        raise,
        remove('1', { name: text('Alice'), amount: { number: 10 } }),
        add('4', { name: text('Denis') }),
      ];
      const result = await trial.book.write([change(...lines)]);
      const { rows } = await tableOf(trial.book);
      if (!result.ok) {
        // Sorted just ahead of the request that deletes: too late to hold it back, but it is said.
        expect(result.error).toMatchObject({ code: 'hostRefused', facts: { reason: 'Conflict' } });
        return;
      }
      expect([result.value.written, result.value.refused]).toEqual([3, []]);
      const held = rows.map(({ key, cells }) => [key, cells['name'], cells['amount']]).sort();
      expect(held).toEqual([
        ['2', text('Bruno'), { number: 25 }],
        ['3', text('Chloé'), { number: 30 }],
        ['4', text('Denis'), blank],
      ]);
    },
  );

  test('a cell another author changes is sent back; in the last moment it is written over, and said', async () => {
    const outcomes: string[] = [];
    for (const moment of moments) {
      const trial = await started();
      before(trial, moment, (workbook) => {
        const table = workbook.table(trialTable.name);
        table?.sheet.cells.put(table.area.top + 2, 3, 99);
      });
      const result = await trial.book.write([change(raise)]);
      const amount = String((await under(trial.person, 'Montant'))[1]);
      outcomes.push(
        result.ok ? `${result.value.written} written, ${amount}` : `${String(result.error.facts['reason'])}, ${amount}`,
      );
    }
    const [lookedAt, last, after] = ['0 written, 99', 'Conflict, 25', '1 written, 99'];
    expect(outcomes).toEqual([lookedAt, lookedAt, lookedAt, lookedAt, last, after]);
  });

  test('a workbook that never stands still is given up, and says so', async () => {
    const { host, book } = await started();
    let row = 0;
    host.faults.betweenRequests = (workbook) => {
      const table = workbook.table(trialTable.name);
      if (table) table.addRows(undefined, [[`x${row++}`, 'X', null, null, null, null, null, null]]);
    };
    const result = await book.write([change(add('4', { name: text('Denis') }))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'hostRefused', facts: { reason: 'moving' } } });
  });
});

describe('an Excel that does not answer', () => {
  test.each(['unapplied', 'applied'] as const)(
    'is given up after the watchdog, request %s; the same change completes',
    async (lost) => {
      const { host, book, person } = await started({ watchdogMs: 150 });
      host.faults.neverAnswers = lost;
      const result = await book.write([change(raise)]);
      expect(result).toMatchObject({ ok: false, error: { code: 'hostTimeout' } });
      host.faults.clear();
      const report = await written(book, [change(raise)]);
      expect(report.written + report.already).toBe(1);
      expect(await under(person, 'Montant')).toEqual([10, 25, 30]);
    },
  );

  test('its late answer is ignored: nothing more is written', async () => {
    const { host, book, person } = await started({ watchdogMs: 60 });
    host.faults.slowMs = 200;
    expect(await book.write([change(raise)])).toMatchObject({ ok: false, error: { code: 'hostTimeout' } });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await under(person, 'Montant')).toEqual([10, 20, 30]);
  });
});

describe('filters, totals, events', () => {
  test('a filter hides rows: all are written, and the filter is there again', async () => {
    const { host, book, person } = await started();
    const table = host.workbook.table(trialTable.name);
    if (!table) throw new Error('no table');
    host.person.filter(table, 'Nom', ['Alice', 'Denis']);
    await written(book, [
      change(raise, remove('1', { name: text('Alice'), amount: { number: 10 } }), add('4', { name: text('Denis') })),
    ]);
    expect(await under(person, 'Nom')).toEqual(['Bruno', 'Chloé', 'Denis']);
    expect(await under(person, 'Montant')).toEqual([25, 30, null]);
    expect([...table.filters.values()]).toEqual([{ filterOn: 'Values', values: ['Alice', 'Denis'] }]);
    expect(table.hiddenRows()).toHaveLength(2);
  });

  test('after a fault too', async () => {
    const { host, book } = await started();
    const table = host.workbook.table(trialTable.name);
    if (!table) throw new Error('no table');
    host.person.filter(table, 'Nom', ['Alice']);
    const lines = [
      raise,
      remove('1', { name: text('Alice'), amount: { number: 10 } }),
      add('4', { name: text('Denis') }),
    ];
    host.faults.failAtWrite(2, { code: 'GeneralException' });
    expect(await book.write([change(...lines)])).toMatchObject({ ok: false, error: { code: 'hostRefused' } });
    expect(table.filters.size).toBe(1);
  });

  test('a totals row stays under the rows added', async () => {
    const { host, book, person } = await started();
    host.workbook.table(trialTable.name)?.setTotals(true);
    await written(book, [change(add('4', { name: text('Denis') }), add('5', { name: text('Eva') }))]);
    expect((await tableOf(book)).rows.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5']);
    expect((await person.cell('Essai', 'A9')).value).toBe('Total');
    expect((await tableOf(book)).address).toBe('A3:H9');
  });

  test('another table under ours is moved down whole, or the range in the way is named', async () => {
    const { host, book, person } = await started();
    await person.setSheetCell('Essai', 'A9', 'Prime');
    await person.setSheetCell('Essai', 'A10', 12);
    const sheet = host.workbook.sheet('Essai');
    if (!sheet) throw new Error('no sheet');
    host.workbook.addTable(sheet, { top: 8, left: 6, height: 2, width: 4 }, true, 'Autre');
    const lines = ['4', '5', '6', '7'].map((key) => add(key, { name: text(`Personne ${key}`) }));
    const result = await book.write([change(...lines)]);
    expect(result).toMatchObject({ ok: false, error: { code: 'noRoom', facts: { sheet: 'Essai' } } });
    expect((await person.cell('Essai', 'A10')).value).toBe(12);
    expect((await tableOf(book)).rows).toHaveLength(3);
  });

  test('our own writes raise no event, and events are on again, after a fault too', async () => {
    const { host, book } = await started();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Essai').onChanged.add(async ({ address }) => {
        seen.push(address);
      });
      await context.sync();
    });
    await written(book, [change(raise)]);
    host.faults.failAtWrite(1, { code: 'GeneralException' });
    await book.write([change(set('2', 'children', blank, { number: 1 }))]);
    await host.drain();
    expect(seen).toEqual([]);
    host.person.type('Essai!H4', 'vu');
    await host.drain();
    expect(seen).toEqual(['H4']);
  });
});

test('a workbook opened for reading only is not written', async () => {
  const { book } = await started();
  const context = Office.context as unknown as { document?: unknown };
  Object.defineProperty(context, 'document', { value: { mode: 'readOnly' }, configurable: true });
  expect(await book.write([change(raise)])).toMatchObject({ ok: false, error: { code: 'readOnly' } });
});
