/** The chart of a table, over the fake Excel: made once, fed at each writing, left to the person otherwise. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Host } from '../../addin/workbench/host/index.ts';
import type { ChartOutcome } from '../../shared/flows/book.ts';
import { valueOf, written } from '../book/reading.ts';
import { add, change, charted, memory, remove, text, three } from '../book/trialTables.ts';
import { endTrials, startTrial, type Trial } from './trial.ts';

afterEach(endTrials);

const { name: tableName, title: sheetName, chart } = charted;

/** Three people in the table of the chart, which is not drawn yet. */
async function begun(): Promise<Trial> {
  const trial = startTrial({ maxExcelApi: '1.14' });
  await written(trial.book, [{ table: charted, lines: three }]);
  return trial;
}

async function drawn(): Promise<Trial> {
  const trial = await begun();
  expect(valueOf(await trial.book.chart(charted, 'draw'))).toBe('drawn');
  return trial;
}

async function wished({ book }: Trial, wish: 'draw' | 'keep'): Promise<ChartOutcome> {
  return valueOf(await book.chart(charted, wish));
}

const chartsIn = ({ workbook }: Host, sheet = sheetName) => workbook.sheet(sheet)?.charts ?? [];
const sheetOf = ({ workbook }: Host) => workbook.sheet(sheetName)!;

/** What the series read, by name. */
function reads(host: Host): Record<string, readonly [values: string, categories: string]> {
  const series = chartsIn(host).flatMap((each) => each.series);
  return Object.fromEntries(series.map(({ name, values, categories }) => [name, [values, categories]]));
}

const overRows = (first: number, last: number) => ({
  Montant: [`='Essai'!D${first}:D${last}`, `='Essai'!B${first}:B${last}`],
  Enfants: [`='Essai'!E${first}:E${last}`, `='Essai'!B${first}:B${last}`],
});

describe('a chart is drawn', () => {
  test('once, stacked, under its name, one column after the table, one series for each of its columns', async () => {
    const { host } = await drawn();
    expect(chartsIn(host)).toMatchObject([
      {
        name: chart.name,
        type: 'ColumnStacked',
        title: 'Les essais',
        hasLegend: true,
        position: { top: 3, left: 9, height: 16, width: 8 },
      },
    ]);
    expect(reads(host)).toEqual(overRows(4, 6));
  });

  test('without a legend when it has one series', async () => {
    const { host, book } = await begun();
    valueOf(await book.chart({ ...charted, chart: { ...chart, series: ['amount'] } }, 'draw'));
    expect(chartsIn(host)).toMatchObject([{ hasLegend: false, series: [{ name: 'Montant' }] }]);
  });

  test('only when it is asked for', async () => {
    const trial = await begun();
    expect(await wished(trial, 'keep')).toBe('absent');
    expect(chartsIn(trial.host)).toEqual([]);
  });

  test('over the whole body of a table that is filtered, whose filter stays; its totals are left out', async () => {
    const trial = await begun();
    const table = trial.host.workbook.table(tableName)!;
    table.setTotals(true);
    trial.host.person.filter(table, 'Nom', ['Alice']);
    expect(await wished(trial, 'draw')).toBe('drawn');
    expect(reads(trial.host)).toEqual(overRows(4, 6));
    expect([...table.filters.values()]).toEqual([{ filterOn: 'Values', values: ['Alice'] }]);
  });
});

describe('a chart that is there', () => {
  test.each(['draw', 'keep'] as const)('is not made twice (%s)', async (wish) => {
    const trial = await drawn();
    expect(await wished(trial, wish)).toBe('kept');
    expect(chartsIn(trial.host)).toHaveLength(1);
  });

  test('reads the rows that came and no longer those that left', async () => {
    const trial = await drawn();
    await written(trial.book, [change(add('4', { name: text('Denis') }), add('5', { name: text('Emma') }))]);
    expect(await wished(trial, 'keep')).toBe('kept');
    expect(reads(trial.host)).toEqual(overRows(4, 8));
    await written(trial.book, [change(remove('1', { name: text('Alice'), amount: { number: 10 } }))]);
    await wished(trial, 'keep');
    expect(reads(trial.host)).toEqual(overRows(4, 7));
  });

  test('keeps what the person made of it: place, size, title, name of a series', async () => {
    const trial = await drawn();
    const [own] = chartsIn(trial.host);
    Object.assign(own!, {
      title: 'Mon titre',
      position: { top: 30, left: 0, height: 40, width: 20 },
      hasLegend: false,
    });
    own!.series[1]!.name = 'Mes enfants';
    const before = structuredClone(own);
    await wished(trial, 'draw');
    expect(own).toEqual(before);
  });

  test('is found again on a sheet that was renamed, and its copy elsewhere is left alone', async () => {
    const trial = await drawn();
    trial.host.workbook.renameSheet(sheetOf(trial.host), 'Les nôtres');
    const copy = structuredClone(chartsIn(trial.host, 'Les nôtres'));
    trial.host.workbook.addSheet('Copie').charts = copy;
    await written(trial.book, [change(add('4', { name: text('Denis') }))]);
    expect(await wished(trial, 'keep')).toBe('kept');
    const values = (sheet: string) => chartsIn(trial.host, sheet).flatMap(({ series }) => series[0]?.values);
    expect([values('Les nôtres'), values('Copie')]).toEqual([["='Les nôtres'!D4:D7"], ["='Les nôtres'!D4:D6"]]);
  });

  test('deleted by the person, comes back only when it is asked for', async () => {
    const trial = await drawn();
    sheetOf(trial.host).charts = [];
    expect([await wished(trial, 'keep'), chartsIn(trial.host)]).toEqual(['absent', []]);
    expect([await wished(trial, 'draw'), chartsIn(trial.host).length]).toEqual(['drawn', 1]);
  });
});

describe('a chart cannot be drawn', () => {
  test('beside a table that is gone', async () => {
    const trial = await drawn();
    await written(trial.book, [{ table: memory, lines: [] }]);
    trial.host.workbook.removeSheet(sheetOf(trial.host));
    expect(await wished(trial, 'draw')).toBe('absent');
    expect(trial.host.workbook.sheets.flatMap(({ charts }) => charts)).toEqual([]);
  });

  test('on a protected sheet, which is named; it is once it may be', async () => {
    const trial = await begun();
    trial.host.person.protect(sheetName);
    expect(await trial.book.chart(charted, 'draw')).toMatchObject({
      ok: false,
      error: { code: 'protectedSheet', facts: { table: tableName, sheet: sheetName } },
    });
    expect(chartsIn(trial.host)).toEqual([]);
    sheetOf(trial.host).protection = { password: null, options: { allowEditObjects: true } };
    expect(await wished(trial, 'draw')).toBe('drawn');
  });

  test('in a workbook opened for reading', async () => {
    const { host, book } = await begun();
    const { context } = (globalThis as unknown as Record<'Office', { context: object }>).Office;
    Object.defineProperty(context, 'document', { value: { mode: 'readOnly' }, configurable: true });
    expect(await book.chart(charted, 'draw')).toMatchObject({ ok: false, error: { code: 'readOnly' } });
    expect(chartsIn(host)).toEqual([]);
  });

  test('whole when Excel stops in the middle: it is found again by its name, not made twice', async () => {
    const trial = await begun();
    let cutAfterName = 0;
    for (let spared = 0; ; spared++) {
      sheetOf(trial.host).charts = [];
      trial.host.faults.failAtWrite(1, { code: 'GeneralException' }, spared);
      const result = await trial.book.chart(charted, 'draw');
      trial.host.faults.clear();
      if (result.ok) break;
      expect(result.error).toMatchObject({ code: 'hostRefused', facts: { sheet: sheetName } });
      if (chartsIn(trial.host)[0]?.name !== chart.name) continue;
      cutAfterName++;
      expect([spared, await wished(trial, 'draw'), chartsIn(trial.host).length]).toEqual([spared, 'kept', 1]);
    }
    expect(cutAfterName).toBeGreaterThan(5);
  });
});
