import { afterEach, expect, test } from '@jest/globals';
import { CLASSES, type Host } from '../../addin/workbench/host/index.ts';
import { displayLanguage, isReadOnly, theme, whenReady } from '../../addin/workbook/environment.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { valueOf, written } from '../book/reading.ts';
import { add, change, charted, memory, remove, set, text, three, trial } from '../book/trialTables.ts';
import { endTrials, startTrial, type Trial } from '../workbook/trial.ts';

afterEach(endTrials);

/** Members that the add-in never asks for, each with what it is there for. */
const OTHERS: Readonly<Record<string, string>> = {
  'Worksheet._RegisterDataChangedEvent': 'a listener proves that the add-in raises no event by its own writes',
};

/** `Class.Member` of all that the host answers, `Class.Member =` of what it lets be set. */
function declared(): string[] {
  return Object.entries(CLASSES).flatMap(([kind, spec]) => {
    const properties = Object.entries(spec.props ?? {}).flatMap(([name, prop]) => [
      ...('get' in prop ? [name] : []),
      ...('set' in prop ? [`${name} =`] : []),
    ]);
    const others = Object.keys({ ...spec.navs, ...spec.getters, ...spec.actions });
    const collection = [...('items' in spec ? ['items'] : []), ...('item' in spec ? ['getItem'] : [])];
    return [...properties, ...others, ...collection].map((member) => `${kind}.${member}`);
  });
}

const caption = 'Données Lucca du 21/11/2026';
const employees = { table: employeesTable, lines: [] };

/** Every kind of thing that the add-in does in a workbook, once. */
async function doEverything({ host, book, person }: Trial): Promise<void> {
  host.workbook.addSheet(employeesTable.title);
  await written(book, [{ ...change(...three), caption }, { table: memory, lines: [] }, employees]);
  await person.addColumn(trial.name, 'Prime', 3, [1, 2, 3]);
  filterAndTotal(host);
  await person.renameTable(trial.name, 'MonTableau');
  const kept = [{ heading: 'Prime', cell: { number: 14 }, formula: '=7*2' }];
  const lines = [
    set('3', 'amount', { number: 30 }, { number: 33 }),
    remove('2', { name: text('Bruno'), amount: { number: 20 } }),
    add('7', { name: text('Gaston') }, { at: 0, kept }),
    add('8', { name: text('Hélène') }),
  ];
  await written(book, [{ ...change(...lines), caption: `${caption}, à 9 h` }]);
  for (const place of [{}, { key: '7', column: 'name' }, { sheet: 'Essai', address: 'A1' }]) {
    valueOf(await book.show({ table: trial.name, ...place }));
    valueOf(await book.selected([trial]));
  }
}

/** What a person adds to the table: rows out of sight, and a line of totals. */
function filterAndTotal({ workbook, person }: Host): void {
  const table = workbook.table(trial.name);
  if (!table) throw new Error('no table');
  table.setTotals(true);
  person.filter(table, 'Nom', ['Alice']);
}

/** A chart is drawn, then read again. */
async function drawOne({ book }: Trial): Promise<void> {
  await written(book, [change(...three)]);
  expect(valueOf(await book.chart(charted, 'draw'))).toBe('drawn');
  expect(valueOf(await book.chart(charted, 'keep'))).toBe('kept');
}

/** The last row of a table is emptied, a table being never without a row. */
async function emptyOne({ book }: Trial): Promise<void> {
  await written(book, [change(add('1', { name: text('Alice') }))]);
  await written(book, [change(remove('1', { name: text('Alice') }))]);
}

/** More cells than the client sends as one array. */
async function writeMany({ book }: Trial): Promise<void> {
  const names = Array.from({ length: 2_000 }, (_, index) => add(String(index), { name: text(`Salarié ${index}`) }));
  await written(book, [change(...names)]);
}

test('around the client, Office has what it and the add-in ask for, and no more', async () => {
  const scope = globalThis as unknown as Record<'Office', { context: object }>;
  startTrial();
  const office = scope.Office;
  const asked = new Set<string>();
  const watched = (whole: object, prefix = ''): object =>
    new Proxy(
      {},
      {
        get(_, name) {
          asked.add(prefix + String(name));
          const value: unknown = Reflect.get(whole, name);
          return value === office.context ? watched(office.context, 'context.') : value;
        },
      },
    );
  Object.assign(globalThis, { Office: watched(office), matchMedia: () => ({ matches: false }) });
  await whenReady();
  [isReadOnly, theme, displayLanguage].forEach((ask) => ask());
  await written(officeBook(), [change(...three)]);
  scope.Office = office;
  const given = [
    ...Object.getOwnPropertyNames(office),
    ...Object.keys(office.context).map((name) => `context.${name}`),
  ];
  // The client compares it with where it runs, in a page with custom functions.
  expect(given.filter((name) => !asked.has(name))).toEqual(['HostType']);
});

test('the host answers the members that the add-in uses, and no other', async () => {
  const used = new Set<string>();
  for (const work of [doEverything, drawOne, emptyOne, writeMany]) {
    const trial = startTrial();
    await work(trial);
    await trial.host.drain();
    for (const member of trial.host.membersUsed) used.add(member);
  }
  const unused = declared().filter((member) => !used.has(member));
  expect(unused.sort()).toEqual(Object.keys(OTHERS).sort());
  expect([...used].filter((member) => !declared().includes(member))).toEqual([]);
});
