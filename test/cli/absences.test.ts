/** `passerelle absences` against the real service and the fictional account, over HTTP, on an .xlsx: from an empty workbook to the four outcomes. */
import { utimesSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import { flowStep } from '../../shared/messages/fr/pane.ts';
import { absenceRegisterTable } from '../../shared/tables/absences/absenceRegisterTable.ts';
import { absenceImportsTable, importLinesTable } from '../../shared/tables/absences/importsTable.ts';
import { startingPointTable } from '../../shared/tables/absences/startingPointTable.ts';
import { transferTable } from '../../shared/tables/absences/transferSheets.ts';
import { periodsTable } from '../../shared/tables/periodsTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { json, passerelle, type Said } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];
const SICKNESS = 41;
const FORMATION = 44;

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
});

afterAll(() => office.closed());

/** A step that asks the account. */
const absences = (...words: string[]) => office.on(BOOK, 'absences', words);
/** A step on the workbook alone: each opens the file anew. */
const alone = (...words: string[]) => passerelle(['absences', '--workbook', office.file(BOOK), ...words]);
const prepared = async () => json(await absences('--prepare', '--json'));
/** Exit code and sentences; no-break spaces have their own test. */
const told = ({ code, printed, noted }: Said) => [code, `${printed}${noted}`.replaceAll('\u00a0', ' ')];

async function columns(table: TableDeclaration, ...keys: string[]): Promise<string[][]> {
  const { rows } = await tableIn(office.file(BOOK), table);
  return rows.map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));
}

interface ToldLine {
  readonly id: string;
  readonly direction: 'import' | 'delete';
  readonly state: string;
}
const lines = async () => json(await alone('--lines', '--json'))['lines'] as readonly ToldLine[];
const idsOf = async (direction: ToldLine['direction']) =>
  (await lines()).filter((line) => line.direction === direction).map(({ id }) => id);

/** An approved paid leave of October that is still there. */
function paidLeave(): number {
  const own = [...office.demo.company.periods.values()].find(
    ({ rows, confirmedAt }) =>
      confirmedAt !== null &&
      rows.every(
        ({ cancelledAt, date, accountId }) => cancelledAt === null && date.startsWith('2026-10') && accountId === 1226,
      ),
  );
  if (!own) throw new Error('no paid leave in October');
  return own.id;
}

const cancelLeave = () => office.demo.changes.make({ kind: 'cancelLeave', periodId: paidLeave() });

async function written(name: string, encoding: BufferEncoding = 'utf8'): Promise<string[]> {
  return (await readFile(office.file(name), encoding)).trim().split('\r\n');
}

test('an empty workbook: what to do is said, nothing is handed over before its accounts are confirmed', async () => {
  expect((await office.on(BOOK, 'pull', [...OCTOBER, '--accept', 'all'])).code).toBe(0);
  expect(told(await alone(...OCTOBER))).toEqual([
    0,
    'Absences d’octobre 2026, du 01/10/2026 au 31/10/2026.\n' +
      'Rien n’a encore été préparé : « passerelle absences --prepare » compare la paie et Lucca, à partir du 01/10/2026.\n' +
      'Aucun mois n’est clos.',
  ]);
  expect(told(await alone('--lines'))).toEqual([0, expect.stringContaining('Aucun import')]);
  const early = await absences('--prepare', ...OCTOBER);
  expect(told(early)).toEqual([
    5,
    expect.stringMatching(
      /à partir du 01\/10\/2026\. Celles d’avant comptent comme déjà en paie[\s\S]*« Reprise »[\s\S]*Rien à transmettre pour l’instant[\s\S]* {2}\d+ demi-journées d’un compte à rattacher/,
    ),
  ]);
  expect(early.labels).toContain(flowStep('journal'));
  expect(await columns(startingPointTable, 'topic', 'month')).toEqual([['absences', '2026-10']]);
  expect(told(await alone('--month', '2026-12'))).toEqual([5, expect.stringContaining('ouverte est octobre 2026')]);
  expect(told(await absences('--prepare', '--month', '2026-12'))).toEqual([
    2,
    expect.stringContaining('ouverte est octobre 2026'),
  ]);
}, 120_000);

test('import: prepared from Lucca, its lines and its files, confirmed in one copy of the workbook only', async () => {
  await office.on(BOOK, 'accounts', ['--prepare']);
  await office.on(BOOK, 'accounts', ['--confirm']);
  const said = await absences('--prepare');
  expect(told(said)).toEqual([
    5,
    expect.stringMatching(
      /Import A1 : 12 lignes à importer\.\nLaissé de côté :\n {2}1 demi-journée d’un compte à rattacher[\s\S]*« --confirm A1 »/,
    ),
  ]);
  expect(said.noted).toContain('Lucca est lu');
  expect(await prepared()).toMatchObject({
    outcome: 'attention',
    exitCode: 5,
    code: 'prepared',
    toDo: 'import',
    import: 'A1',
    deletions: 0,
    imports: 12,
    fates: { transferred: 45, unbound: 1 },
    isNew: false,
    month: '2026-10',
  });
  expect(await columns(absenceImportsTable, 'number', 'state')).toEqual([['A1', 'préparé']]);
  expect(await columns(periodsTable, 'month', 'state')).toEqual([['2026-10', 'préparée']]);
  const board = json(await alone('--json'));
  expect(board).toMatchObject({ exitCode: 5, import: { number: 'A1', isLocked: false, importsTodo: 12 }, closed: [] });
  const shown = await alone('--lines');
  expect(told(shown)[1]).toMatch(/^Import A1 : 12 lignes\.\n {2}à importer : .*, le 06\/10\/2026 matin, 0,5 jour$/ms);
  // Whose lines they are stands in the sheet.
  const [name = ''] = (await columns(importLinesTable, 'lastName')).flat();
  expect(shown.printed).toContain(name);
  expect((await alone('--lines', '--json')).printed).not.toContain(name);

  const out = ['--out', office.folder];
  expect(told(await alone('--files', 'a1', ...out))).toEqual([
    0,
    expect.stringMatching(/absences-controle-2026-10-a1\.csv \(12 lignes, 22,5 jours\)/),
  ]);
  expect(await written('absences-controle-2026-10-a1.csv')).toHaveLength(13);
  const again = ['--files', 'A1', ...out];
  expect(told(await alone(...again))).toEqual([3, expect.stringContaining('existe déjà')]);
  expect(told(await alone(...again, '--force', '--encoding', 'windows1252'))).toEqual([0, expect.any(String)]);
  const [headings = ''] = await written('absences-controle-2026-10-a1.csv', 'latin1');
  expect(headings).toContain('Prénom');
  // Two people of two establishments share a matricule: files that name no establishment would give one the absences of the other.
  const shared = /Salariés!B\d+ : .*« Matricule » : la même valeur/;
  expect(told(await alone(...again, '--kind', 'payfit'))).toEqual([5, expect.stringMatching(shared)]);
  expect((await alone(...again, '--kind', 'import', '--format', 'xlsx')).code).toBe(0);
  const sheet = await tableIn(office.file('absences-import-2026-10-a1.xlsx'), transferTable('import', []));
  expect(sheet.rows).toHaveLength(12);
  // « Télétravail » has no type in Silae: the cell to fill is named.
  expect(told(await alone(...again, '--kind', 'silae'))).toEqual([
    5,
    expect.stringMatching(/!G\d+ : .*« Type Silae »/),
  ]);
  expect(told(await alone(...again, '--kind', 'suppressions'))).toEqual([
    5,
    expect.stringContaining('rien à supprimer'),
  ]);

  await copyFile(office.file(BOOK), office.file('copie.xlsx'));
  // Somebody saves the workbook meanwhile: nothing is confirmed, and the receipt is given back.
  const onProgress = () => utimesSync(office.file(BOOK), 0, 0);
  const lost = await office.on(BOOK, 'absences', ['--confirm', 'A1'], { onProgress });
  expect([lost.code, lost.noted]).toEqual([3, expect.stringContaining(BOOK)]);
  expect(told(await absences('--confirm', 'a1'))).toEqual([0, expect.stringContaining('Import A1 confirmé')]);
  expect(await columns(absenceRegisterTable, 'sign')).toHaveLength(12);
  const elsewhere = await office.on('copie.xlsx', 'absences', ['--confirm', 'A1']);
  expect(told(elsewhere)).toEqual([5, expect.stringMatching(/autre copie[\s\S]*--force/)]);
  // Not saved either, the cancellation leaves the month to the workbook that still says it is confirmed.
  expect((await office.on(BOOK, 'absences', ['--cancel', 'A1'], { onProgress })).code).toBe(3);
  expect((await office.on('copie.xlsx', 'absences', ['--confirm', 'A1'])).code).toBe(5);
  expect(await prepared()).toMatchObject({
    toDo: 'nothing',
    import: null,
    written: { added: 0, changed: 0, deleted: 0 },
  });
}, 120_000);

test('regularise: what Lucca cancelled is to be deleted in payroll, and confirmed once it is', async () => {
  const { label } = cancelLeave();
  expect(label).toContain('Congé annulé');
  const said = await absences('--prepare');
  expect(told(said)[1]).toMatch(/Import A2 : 1 ligne à supprimer dans la paie\.[\s\S]*« --done all » les coche toutes/);
  expect(told(await absences('--confirm', 'A2'))).toEqual([5, expect.stringMatching(/verrouillé[\s\S]*--done all/)]);
  expect(told(await alone('--done', 'Dupont'))).toEqual([2, expect.not.stringContaining('Dupont')]);
  expect(told(await alone('--done', 'all'))).toEqual([
    0,
    expect.stringMatching(/^1 ligne cochée\.\nToutes les suppressions sont cochées[\s\S]*--confirm A2/),
  ]);
  expect(told(await alone('--done', 'ALL'))).toEqual([0, 'Il ne reste rien à supprimer dans la paie.']);
  expect(told(await absences('--confirm', 'A2'))).toEqual([0, expect.stringContaining('Import A2 confirmé')]);
  expect((await columns(absenceRegisterTable, 'run', 'sign')).at(-1)).toEqual(['A2', 'reprise']);
}, 120_000);

test('regularise, then import: locked until each deletion is ticked; a line that payroll refuses is proposed again', async () => {
  const { personId } = cancelLeave();
  office.demo.changes.make({ kind: 'addLeave', personId, halves: 2 });
  office.demo.changes.make({
    kind: 'addLeave',
    personId,
    halves: 1,
    accountId: 28,
  });
  expect(await prepared()).toMatchObject({ toDo: 'thenImport', import: 'A3', deletions: 1, imports: 2 });
  expect(told(await alone())[1]).toMatch(
    /Import A3, préparé le [^:]+:[^:]+: 1 ligne à supprimer d’abord dans la paie, puis 2 à importer\.\n {2}Suppressions : 0 faite, 1 à faire\./,
  );
  const [deletion = ''] = await idsOf('delete');
  const [first = '', second = ''] = await idsOf('import');
  expect((await alone('--undone', second)).printed).toContain('1 ligne décochée');
  expect((await alone('--undone', second)).printed).toContain('rien n’est changé');
  expect((await absences('--confirm', 'A3')).code).toBe(5);
  expect((await alone('--done', deletion.toLowerCase())).code).toBe(0);
  expect((await alone('--undone', deletion)).printed).toContain('verrouillé');
  const mixed = await alone('--done', [deletion, 'A1/I/0'].join(','));
  expect(mixed.code).toBe(2);
  const [other = ''] = (await columns(importLinesTable, 'id')).flat();
  expect(told(await alone('--done', [deletion, other].join(';')))).toEqual([
    2,
    expect.stringContaining('plusieurs imports'),
  ]);
  expect((await alone('--done', 'all')).code).toBe(0);
  expect((await lines()).map(({ id, state }) => [id, state])).toEqual([
    [deletion, 'done'],
    [first, 'todo'],
    [second, 'refused'],
  ]);
  expect((await absences('--confirm', 'A3')).code).toBe(0);
  expect(json(await alone('--json'))).toMatchObject({
    import: { number: 'A3', state: 'confirmed', deletionsDone: 1, importsDone: 1, refused: 1 },
  });
  expect(await prepared()).toMatchObject({ toDo: 'import', import: 'A4', imports: 1 });
  expect(told(await absences('--close'))).toEqual([5, expect.stringContaining('Un import est préparé')]);
  expect(told(await alone('--abandon', 'A4'))).toEqual([0, expect.stringContaining('Import A4 abandonné')]);
  expect(told(await alone('--abandon', 'A4'))).toEqual([2, expect.stringContaining('pas d’import A4 dans cet état')]);
}, 120_000);

test('a month is closed with what is left of it said, and opened again; the last import is cancelled', async () => {
  expect(told(await absences('--close'))).toEqual([
    5,
    expect.stringMatching(/1 ligne à importer[\s\S]*proposé en novembre 2026[\s\S]*--force/),
  ]);
  expect(told(await absences('--close', '--force'))).toEqual([
    5,
    expect.stringMatching(/^Absences d’octobre 2026 closes[\s\S]*compte à rattacher : 1 demi-journée/),
  ]);
  expect(told(await alone())[1]).toMatch(/^Absences de novembre 2026[\s\S]*Mois clos : octobre 2026\./);
  expect(told(await alone('--cancel', 'A3'))).toEqual([5, expect.stringContaining('clos')]);
  expect(told(await alone('--reopen'))).toEqual([0, expect.stringContaining('Absences d’octobre 2026 rouvertes')]);
  expect(told(await alone('--reopen'))).toEqual([5, expect.stringContaining('rien à rouvrir')]);
  expect(told(await alone('--cancel', 'A1'))).toEqual([5, expect.stringContaining('plus récent')]);
  expect(told(await absences('--cancel', 'A3'))).toEqual([0, expect.stringContaining('Import A3 annulé')]);
  expect(await prepared()).toMatchObject({ toDo: 'import', import: 'A5', imports: 2 });
  expect(await columns(absenceImportsTable, 'number', 'state')).toEqual([
    ['A1', 'confirmé'],
    ['A2', 'confirmé'],
    ['A3', 'annulé'],
    ['A4', 'abandonné'],
    ['A5', 'préparé'],
  ]);
}, 120_000);

test('another copy of the workbook confirms when it insists', async () => {
  const forced = await office.on('copie.xlsx', 'absences', ['--confirm', 'A1', '--force']);
  expect(told(forced)).toEqual([0, expect.stringContaining('Import A1 confirmé')]);
}, 60_000);

test('a stoppage is in no line: it is to be typed, and said', async () => {
  office.demo.changes.make({ kind: 'addLeave', accountId: SICKNESS, halves: 4 });
  const said = await absences('--prepare');
  expect(told(said)[1]).toContain(
    '1 arrêt reste à saisir, à corriger ou à retirer dans la paie : voyez « Arrêts à saisir »',
  );
  expect(told(await alone())[1]).toContain(
    '1 arrêt est à saisir ou à corriger dans la paie : « Arrêts à saisir » le montre.',
  );
  expect(json(await alone('--json'))['stoppages']).toEqual({ toType: 1, toHandOver: 0 });
}, 60_000);

test('a key that lost its right to read absences empties no payroll, and is said', async () => {
  expect((await alone('--abandon', 'A5')).code).toBe(0);
  office.demo.keys.deny(office.demo.apiKey, ['leaves']);
  const said = await prepared();
  expect(said).toMatchObject({
    exitCode: 5,
    deletions: 0,
    findings: [{ code: 'transferNoAbsence', severity: 'warning' }],
  });
  expect(said['findings']).toMatchObject([{ sentence: expect.stringContaining('aucune absence pour octobre 2026') }]);
  office.demo.keys.deny(office.demo.apiKey, []);
  expect(await prepared()).toMatchObject({ deletions: 0, findings: [] });
}, 60_000);

test('Ctrl+C while Lucca is read leaves the workbook as it was', async () => {
  const before = await readFile(office.file(BOOK));
  office.demo.changes.make({ kind: 'addLeave', accountId: FORMATION });
  const stopped = await office.on(BOOK, 'absences', ['--prepare'], { onProgress: (_, stop) => stop.abort() });
  expect([stopped.code, stopped.noted]).toEqual([130, expect.stringContaining("Le classeur n'a pas été modifié")]);
  expect(before.equals(await readFile(office.file(BOOK)))).toBe(true);
}, 60_000);

test('a close says which stoppages nobody marked as typed', async () => {
  const { import: current } = json(await alone('--json'));
  if (current) expect((await alone('--abandon', (current as { readonly number: string }).number)).code).toBe(0);
  const closed = await absences('--close', '--force');
  expect(told(closed)[1]).toMatch(
    /^Absences d’octobre 2026 closes[\s\S]*1 arrêt n’est pas marqué comme saisi dans la paie\./,
  );
  expect((await alone('--reopen')).code).toBe(0);
}, 60_000);

test.each<[string, readonly string[]]>([
  ['two works at once', ['--prepare', '--close']],
  ['an option of another work', ['--done', 'all', '--month', '2026-10']],
  ['an account where none is asked', ['--account', 'demo']],
  ['a kind that does not exist', ['--files', 'A1', '--kind', 'paie', '--out', '.']],
  ['an encoding that does not exist', ['--files', 'A1', '--encoding', 'utf16', '--out', '.']],
  ['a sheet of what is text only', ['--files', 'A1', '--kind', 'payfit', '--format', 'xlsx', '--out', '.']],
  ['an encoding of a sheet', ['--files', 'A1', '--format', 'xlsx', '--encoding', 'utf8', '--out', '.']],
  ['no folder', ['--files', 'A1']],
])('%s: refused', async (_, words) => {
  expect((await alone(...words)).code).toBe(2);
});
