/** A month of titres-restaurant by the command line, against the real service and the fictional account, over HTTP. */
import { utimesSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { voucherReportSchema, type VoucherReport } from '../../shared/contracts/voucherReport.ts';
import { blank, displayed, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../shared/tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { resultTable } from '../../shared/tables/vouchers/resultTable.ts';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import { makeFolder, startTestService, type TestService } from '../http/testService.ts';
import { json, passerelle } from './commandLine.ts';
import { decide, regulation, SIEGE, tableIn, typed } from './voucherClerk.ts';

let folder: string;
let demo: Demo;
let service: TestService;
let path: string;

beforeAll(async () => {
  folder = await makeFolder();
  // A month of five readings is more than Lucca lets through in a minute: the limit has its own tests.
  demo = await startDemo({ employees: 12, seed: 3, rateLimit: { limit: 100_000 } });
  const account = { origin: demo.origin, tokenUrl: demo.oauth.tokenUrl };
  service = await startTestService(folder, { demo: null, accounts: new Map([['fictif', account]]) });
  path = join(folder, 'classeur.xlsx');
});

afterAll(async () => {
  await service.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

function over(command: string, month: string, ...words: string[]) {
  return on(path, command, month, ...words);
}

function on(workbook: string, command: string, month: string, ...words: string[]) {
  return during(() => undefined, workbook, command, month, ...words);
}

function during(onProgress: () => void, workbook: string, command: string, month: string, ...words: string[]) {
  const common = ['--workbook', workbook, '--service', service.origin, '--token', service.token, '--account', 'fictif'];
  const environment = { PASSERELLE_API_KEY: demo.apiKey };
  return passerelle([command, ...common, '--month', month, ...words], { environment, onProgress });
}

const vouchers = (month: string, ...words: string[]) => over('vouchers', month, ...words);

async function moved(...words: string[]) {
  const { code, printed, noted } = await passerelle(['vouchers', '--workbook', path, ...words]);
  return [code, `${printed}${noted}`];
}

function reportOf(said: Awaited<ReturnType<typeof vouchers>>): VoucherReport {
  return voucherReportSchema.parse(json(said)['report']);
}

/** Cells of the rows of « Titres-restaurant » of a month, by person. */
async function results(month: string, ...keys: string[]): Promise<Map<string, unknown[]>> {
  const { rows } = await tableIn(path, resultTable);
  const own = rows.filter(({ cells }) => displayed(cells['month'] ?? blank) === month);
  const valueIn = (cell: Cell = blank) => ('number' in cell ? cell.number : displayed(cell));
  return new Map(
    own.map(({ cells }) => [displayed(cells['luccaId'] ?? blank), keys.map((key) => valueIn(cells[key]))]),
  );
}

/** What a report corrects of closed orders, by person. */
function corrections({ people }: VoucherReport) {
  return people.flatMap(({ employeeId, lines }) =>
    lines
      .filter(({ correction, change }) => correction !== null && change !== 0)
      .map(({ taking: _, ...line }) => [employeeId, line]),
  );
}

test('prepare, fill, compute, validate; a late absence is one correction of the next month', async () => {
  expect((await over('pull', '2026-10', '--accept', 'all')).code).toBe(0);

  const prepared = await vouchers('2026-10');
  expect([prepared.code, prepared.printed]).toEqual([
    5,
    expect.stringMatching(
      /^Feuilles créées : Établissements, Réglementaires TR[\s\S]*Remplissez « Réglementaires TR »/,
    ),
  ]);
  await typed(path, regulationsTable, [regulation({ payNature: textCell('17') })]);
  const undecided = await vouchers('2026-10');
  expect([undecided.code, undecided.printed]).toEqual([
    5,
    expect.stringMatching(/Impacts absences TR!B4 : Définissez l'impact des absences[\s\S]*Impacts frais TR!B4/),
  ]);
  await decide(path, absenceImpactsTable, (name) => (/formation|télétravail/i.test(name) ? 'ne déduit pas' : 'déduit'));
  await decide(path, expenseImpactsTable, (name) => (name === 'Dîner' ? 'ne déduit pas' : 'déduit'));

  const october = await vouchers('2026-10', '--json');
  expect(json(october)).toMatchObject({ exitCode: 0, code: 'computed', written: { added: 48, refused: 0 } });
  const report = reportOf(october);
  expect(report).toMatchObject({
    regulations: [{ name: SIEGE, people: 8, vouchers: 134, incomplete: 0, total: { faceCents: 120_600 } }],
    findings: [],
  });
  for (const { count, lines } of report.people)
    expect(count.total).toBe(lines.reduce((sum, { change }) => sum + change, count.manual + count.carriedIn));
  expect(await results('2026-10', 'ordered', 'sum', 'totalFace')).toEqual(
    new Map(report.people.map(({ employeeId, count, sum }) => [employeeId, [count.ordered, sum, count.ordered * 9]])),
  );

  const checked = await passerelle(['check', '--workbook', path]);
  // The fictional account has files to correct.
  expect([checked.code, checked.printed]).toEqual([5, expect.stringContaining('Réglementaires TR : 1 ligne')]);
  const out = join(folder, 'titres.csv');
  expect((await passerelle(['export', '--workbook', path, '--table', resultTable.title, '--out', out])).code).toBe(0);
  expect((await readFile(out, 'utf8')).trimEnd().split('\r\n')).toHaveLength(10);

  const before = await readFile(path);
  const again = await vouchers('2026-10');
  expect([again.code, again.printed]).toEqual([
    0,
    'Titres-restaurant, octobre 2026\n  TR Siège : 8 personnes, 134 titres, 1\u202f206,00\u00a0€',
  ]);
  expect(before.equals(await readFile(path))).toBe(true);
  const copy = join(folder, 'copie.xlsx');
  await copyFile(path, copy);
  // Somebody saves the workbook meanwhile: what was validated is lost, and the month stays to be ordered.
  const lost = await during(() => utimesSync(path, 0, 0), path, 'vouchers', '2026-10', '--validate', SIEGE);
  expect([lost.code, lost.noted]).toEqual([3, expect.stringContaining('classeur.xlsx')]);
  const validated = await vouchers('2026-10', '--validate', 'tr siège');
  expect([validated.code, validated.printed]).toEqual([0, expect.stringContaining('Commande TR1 validée : TR Siège.')]);
  const elsewhere = await on(copy, 'vouchers', '2026-10', '--validate', SIEGE);
  expect([elsewhere.code, elsewhere.printed]).toEqual([
    5,
    expect.stringMatching(/déjà validée dans une autre copie[\s\S]*la ligne de commande[\s\S]*--force/),
  ]);
  const forced = await on(copy, 'vouchers', '2026-10', '--validate', SIEGE, '--force');
  expect([forced.code, forced.printed]).toEqual([0, expect.stringContaining('Commande TR1 validée')]);
  await typed(path, regulationsTable, [regulation({ name: textCell('TR Lille'), establishments: textCell('Lille') })]);
  const twice = await vouchers('2026-10', '--validate', SIEGE);
  expect([twice.code, twice.printed]).toEqual([
    5,
    expect.stringMatching(
      /^Déjà commandé pour octobre 2026 : TR1 \(TR Siège\)[\s\S]*Réglementaires TR!E5 : L'établissement « Lille » n'est pas/,
    ),
  ]);

  demo.changes.make({ kind: 'addLeave', personId: 101, from: '2026-09-08' });
  const november = reportOf(await vouchers('2026-11', '--json'));
  expect(corrections(november)).toEqual([
    ['101', { date: '2026-09-08', fact: 'absence', change: -1, reason: 'taken', correction: '2026-10' }],
  ]);
  expect(november.people.find(({ employeeId }) => employeeId === '101')?.count.corrections).toBe(-1);

  const files = await moved('--files', 'tr1', '--out', folder);
  expect(files).toEqual([expect.any(Number), expect.stringContaining('Fichier écrit : paie-tr-')]);
  const [name = ''] = /paie-tr-[\w-]+\.csv/.exec(files[1] as string) ?? [];
  const [, ...rows] = (await readFile(join(folder, name), 'utf8')).trim().split('\r\n');
  const inFile = rows.reduce((sum, row) => sum + Number(row.split(';')[6]), 0);
  const inSheet = [...(await results('2026-10', 'ordered')).values()].reduce((sum, [each]) => sum + Number(each), 0);
  expect(inFile).toBe(inSheet);
  expect(await moved('--files', 'TR1', '--out', folder)).toEqual([3, expect.stringContaining(name)]);
  expect(await moved('--files', 'TR1', '--out', folder, '--kind', 'papier')).toEqual([
    2,
    expect.stringContaining('--kind'),
  ]);
  const items = await moved('--files', 'TR1', '--out', folder, '--kind', 'remuneration');
  const [itemsName = ''] = /remuneration-[\w-]+\.json/.exec(items[1] as string) ?? [];
  const bodies = JSON.parse(await readFile(join(folder, itemsName), 'utf8')) as { natureId: number; amount: number }[];
  expect(items).toEqual([5, expect.stringContaining('à récupérer avec le solde de tout compte')]);
  expect(new Set(bodies.map(({ natureId }) => natureId))).toEqual(new Set([17]));
  expect(bodies.reduce((sum, { amount }) => sum + amount, 0)).toBe(inSheet);
  // Swile gives cards: nobody signs. A model of the workbook takes the place of Swile's rules.
  expect(await moved('--files', 'TR1', '--out', folder, '--kind', 'emargement')).toEqual([
    5,
    expect.stringContaining("n'est sur papier"),
  ]);
  const model = join(folder, 'modele.csv');
  await writeFile(model, 'Matricule;Nombre de titres');
  expect((await moved('--model', model, '--template', 'Essai'))[0]).toBe(0);
  const order = await moved('--files', 'TR1', '--out', folder, '--kind', 'commande', '--template', 'essai');
  expect(order).toEqual([0, expect.stringContaining('Fichier écrit : commande-swile-2026-10.csv')]);
  const [, ...people] = (await readFile(join(folder, 'commande-swile-2026-10.csv'), 'utf8')).trim().split('\r\n');
  expect(people.reduce((sum, row) => sum + Number(row.split(';')[1]), 0)).toBe(inSheet);
  expect(await moved('--files', 'TR7', '--out', folder)).toEqual([2, expect.stringContaining('TR7')]);
  const desk = ['--service', service.origin, '--token', service.token];
  expect(await moved('--order', 'TR1', '--data', join(folder, 'ailleurs'))).toEqual([
    4,
    expect.stringContaining('ne connaît pas le compte'),
  ]);
  // The other copy insisted above: the order is now its own, until this one insists.
  expect(await moved('--order', 'tr1', ...desk)).toEqual([5, expect.stringMatching(/autre copie[\s\S]*--force/)]);
  const ordered = await moved('--order', 'tr1', '--force', ...desk);
  expect(ordered).toEqual([0, expect.stringContaining('Commande TR1 marquée « commandée ».')]);
  expect(ordered[1]).not.toContain('prévenu');
  expect(await moved('--order', 'TR1')).toEqual([2, expect.stringContaining('pas de commande TR1 dans cet état')]);
  const left = await passerelle(['vouchers', '--workbook', copy, '--order', 'TR1', ...desk]);
  expect([left.code, left.printed]).toEqual([5, expect.stringContaining('--force')]);
  expect((await moved('--cancel', 'TR1', ...desk))[0]).toBe(0);
  // Given back: the other copy may hand its own over.
  const given = await passerelle(['vouchers', '--workbook', copy, '--order', 'TR1', ...desk]);
  expect([given.code, given.printed]).toEqual([0, expect.stringContaining('marquée')]);
  const alone = await passerelle(['vouchers', '--workbook', copy, '--cancel', 'TR1']);
  expect([alone.code, alone.printed]).toEqual([0, expect.stringMatching(/TR1 annulée[\s\S]*n’est pas prévenu/)]);
}, 120_000);
