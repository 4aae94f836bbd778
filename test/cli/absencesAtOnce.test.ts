/** `passerelle absences` when something else is under way: another reading of Lucca, a command that was killed, an update left unfinished. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clock } from '../../server/cli/terminal.ts';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { fail } from '../../shared/domain/result.ts';
import { applyPlan } from '../../shared/flows/apply.ts';
import type { Book } from '../../shared/flows/book.ts';
import { startingPointTable } from '../../shared/tables/absences/startingPointTable.ts';
import { planTable } from '../../shared/tables/memoryTables.ts';
import { valueOf } from '../book/reading.ts';
import { startChild } from '../http/processes/child.ts';
import { until, value } from '../http/testService.ts';
import { repositoryRoot } from '../support/repository.ts';
import { json, passerelle } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];
const program = join(repositoryRoot, 'build/server/cli/passerelle.js');

let office: DemoOffice;

beforeEach(async () => {
  office = await DemoOffice.opened(6, 3);
  expect((await office.on(BOOK, 'pull', [...OCTOBER, '--accept', 'all'])).code).toBe(0);
});

afterEach(() => office.closed());

const prepare = (...words: string[]) => office.on(BOOK, 'absences', ['--prepare', ...OCTOBER, ...words]);
/** As a scheduled command: the service knows the account, no key is given. */
const known = () => [
  '--workbook',
  office.file(BOOK),
  '--service',
  office.service.origin,
  '--account',
  'fictif',
  ...OCTOBER,
];
const alone = (...words: string[]) => passerelle(['absences', '--workbook', office.file(BOOK), ...words]);

/** Lucca answers nothing more to a reading of absences. */
const stall = () => office.demo.faults.add({ kind: 'stall', path: 'leaves', times: 1000 });

/** The run that stands there. */
const stalled = () =>
  until('the reading of absences', async () => {
    const [connection] = value(await office.service.api.connections());
    const run = connection?.lastRun;
    return run?.state === 'running' && run.step === 'absences' ? run : undefined;
  });

test('two at once: the second is refused with who reads Lucca and since when, and writes nothing', async () => {
  const before = await readFile(office.file(BOOK));
  stall();
  let second: ReturnType<typeof passerelle> | undefined;
  const words = ['absences', '--prepare', ...known(), '--token', office.service.token];
  const first = await passerelle(words, {
    onProgress: (_, stop) => {
      second ??= passerelle([...words, '--json']).finally(() => stop.abort());
    },
  });
  expect(first.code).toBe(130);
  const refused = json(await second!);
  expect([refused.exitCode, refused['code']]).toEqual([4, 'runInProgress']);
  expect(refused.message).toMatch(/déjà en cours, lancée par la ligne de commande à \d\d:\d\d/);
  expect(before.equals(await readFile(office.file(BOOK)))).toBe(true);
}, 60_000);

test('killed while it reads Lucca: the workbook is the old one, and the command works again once the reading is stopped', async () => {
  const before = await readFile(office.file(BOOK));
  stall();
  const child = startChild(program, ['absences', '--prepare', ...known()], {
    PASSERELLE_TOKEN: office.service.token,
    PASSERELLE_API_KEY: '',
  });
  const { id } = await stalled();
  expect(await child.end('SIGKILL')).toBeNull();
  expect(before.equals(await readFile(office.file(BOOK)))).toBe(true);
  value(await office.service.api.cancelRun(id));
  office.demo.faults.clear();
  await until('the end of the reading', async () => {
    const run = value(await office.service.api.run(id));
    return run.state === 'cancelled' ? run : undefined;
  });
  expect(json(await prepare('--json'))).toMatchObject({ exitCode: 5, code: 'prepared', toDo: 'nothing' });
}, 60_000);

/** What the pane leaves when Excel stops in the middle: a plan journalled, none of its lines written. */
async function leaveOpen(): Promise<void> {
  const book = valueOf(await openXlsxBook(office.file(BOOK)));
  const failing: Book = {
    read: (tables) => book.read(tables),
    show: (place) => book.show(place),
    selected: () => book.selected(),
    chart: () => book.chart(),
    write: (changes, options) =>
      changes.some(({ table }) => table === planTable)
        ? book.write(changes, options)
        : Promise.resolve(fail({ code: 'hostRefused', facts: {} })),
  };
  const { name: table } = startingPointTable;
  const own = { operation: 'set', table, key: 'ABSENCES', reason: 'change' } as const;
  const lines: readonly PlanLine[] = [
    { ...own, column: 'month', before: { text: '2026-10' }, after: { text: '2026-09' } },
    { ...own, column: 'from', before: { date: plainDate('2026-10-01') }, after: { date: plainDate('2026-09-01') } },
  ];
  expect(await applyPlan({ book: failing, clock }, lines, {}, 'absenceTransfer')).toMatchObject({
    ok: false,
    error: { open: true },
  });
  valueOf(await book.save());
}

test('an update left unfinished is said with its two ways out, before Lucca is read; resumed, its month is the one prepared', async () => {
  expect((await prepare()).code).toBe(5);
  await leaveOpen();
  const told = await alone(...OCTOBER);
  expect([told.code, told.printed]).toEqual([5, expect.stringMatching(/passerelle resume[\s\S]*passerelle abandon/)]);
  const refused = await prepare();
  expect([refused.code, refused.printed, refused.labels]).toEqual([
    5,
    expect.stringContaining('passerelle resume'),
    [],
  ]);
  expect((await passerelle(['resume', '--workbook', office.file(BOOK)])).code).toBe(0);
  const other = await prepare();
  expect([other.code, other.noted]).toEqual([2, expect.stringContaining('septembre 2026')]);
  expect(json(await office.on(BOOK, 'absences', ['--prepare', '--json']))).toMatchObject({ month: '2026-09' });
}, 60_000);
