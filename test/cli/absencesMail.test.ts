/** `passerelle absences --prepare --mail` against the real service, the fictional account and a real server of mail. */
import { utimesSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { value } from '../http/testService.ts';
import { headerOf, openSmtpOffice, partsOf, type SmtpOffice } from '../mail/smtpOffice.ts';
import { json, passerelle } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';

const BOOK = 'classeur.xlsx';
const COPY = 'copie.xlsx';

let post: SmtpOffice;
let office: DemoOffice;

beforeAll(async () => {
  post = await openSmtpOffice();
  const mail = { url: `smtp://127.0.0.1:${post.port}`, from: 'passerelle@acme.example', to: [] };
  office = await DemoOffice.opened(12, 3, { mail });
  expect((await office.on(BOOK, 'pull', ['--month', '2026-10', '--accept', 'all'])).code).toBe(0);
}, 60_000);

afterAll(async () => {
  await office.closed();
  await post.close();
});

const typed = (text: string) => text.replaceAll('\u00a0', ' ');
const prepare = (...words: string[]) =>
  office.on(BOOK, 'absences', ['--prepare', '--month', '2026-10', '--mail', ...words]);
const subjects = () => post.received.map(({ raw }) => typed(headerOf(raw, 'Subject')));

async function writeTo(recipients: string[]): Promise<void> {
  const [connection] = value(await office.service.api.connections());
  const settings = { enabled: false, time: '20:00', recipients, onlyChanges: true };
  value(await office.service.api.saveEvening(connection?.id ?? '', settings));
}

test('nobody to write to: the preparation ends as without, and one line says why no mail left', async () => {
  const without = json(await office.on(BOOK, 'absences', ['--prepare', '--month', '2026-10', '--json']));
  const said = json(await prepare('--json'));
  expect(said).toMatchObject({ code: 'prepared', mail: { sent: false, code: 'mailNobody' } });
  expect(said['exitCode']).toBe(without['exitCode']);
  const { code, printed } = await prepare();
  expect([code, typed(printed)]).toEqual([
    without['exitCode'],
    expect.stringMatching(/^Le message n’est pas parti\. Aucune adresse n’est enregistrée : .*$/m),
  ]);
  expect(post.received).toEqual([]);
}, 60_000);

test('what was prepared and saved is written, in counts; the command says so', async () => {
  await writeTo(['awa@acme.example', 'bruno@acme.example']);
  await office.on(BOOK, 'accounts', ['--prepare']);
  await office.on(BOOK, 'accounts', ['--confirm']);
  await copyFile(office.file(BOOK), office.file(COPY));
  const said = json(await prepare('--json'));
  expect(said).toMatchObject({
    ...{ exitCode: 5, code: 'prepared', import: 'A1', imports: 12 },
    mail: { sent: true, recipients: 2, refused: 0 },
  });
  expect(said['message']).toContain('Message envoyé à 2 adresses.');
  expect(subjects()).toEqual([
    expect.stringMatching(/^Passerelle : absences d’octobre 2026, 12 lignes à importer \(.+\)$/),
  ]);
  const text = typed(partsOf(post.received[0]?.raw ?? '').get('text/plain') ?? '');
  expect(text).toContain('import A1 : 12 lignes à importer.');
  expect(text).toContain('- 1 demi-journée d’un compte à rattacher');
  const [connection] = value(await office.service.api.connections());
  const people = value(await office.service.api.employees(connection?.id ?? '', { offset: 0, limit: 100 })).items;
  const names = people.flatMap(({ values }) => [String(values.lastName), String(values.employeeNumber)]);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => text.includes(name))).toEqual([]);
}, 60_000);

test('a preparation that stops is told too, and fails as it would have', async () => {
  const before = post.received.length;
  const other = await office.on(BOOK, 'absences', ['--prepare', '--month', '2026-12', '--mail']);
  expect([other.code, typed(other.noted)]).toEqual([
    2,
    expect.stringMatching(/La période ouverte est octobre 2026[\s\S]*Message envoyé à 2 adresses\./),
  ]);
  expect(subjects().slice(before)).toEqual([
    expect.stringMatching(/^Passerelle : absences, la préparation n’a pas abouti \(.+\)$/),
  ]);
}, 60_000);

test('a preparation that could not be saved is never told as prepared', async () => {
  const before = post.received.length;
  // Somebody saves the workbook meanwhile.
  const onProgress = () => utimesSync(office.file(COPY), 0, 0);
  const lost = await office.on(COPY, 'absences', ['--prepare', '--mail'], { onProgress });
  expect([lost.code, typed(lost.noted)]).toEqual([3, expect.stringContaining('Message envoyé à 2 adresses.')]);
  expect(post.received).toHaveLength(before + 1);
  const text = typed(partsOf(post.received[before]?.raw ?? '').get('text/plain') ?? '');
  expect(text).toContain('le classeur n’a pas pu être lu ou enregistré');
  expect(text).not.toContain('import A1');
}, 60_000);

test('an import that Lucca overtook is told: nobody would know that nothing is prepared any more', async () => {
  const before = post.received.length;
  const leave = [...office.demo.company.periods.values()].find(
    ({ rows, confirmedAt }) =>
      confirmedAt !== null &&
      rows.every(
        ({ cancelledAt, date, accountId }) => cancelledAt === null && date.startsWith('2026-10') && accountId === 1226,
      ),
  );
  office.demo.changes.make({ kind: 'cancelLeave', periodId: leave?.id ?? 0 });
  const said = json(await prepare('--json'));
  expect(said).toMatchObject({ exitCode: 5, code: 'changed', mail: { sent: true } });
  expect(subjects().slice(before)).toEqual([
    expect.stringContaining('Passerelle : absences, Lucca a changé depuis l’import préparé'),
  ]);
}, 60_000);

test('a server of mail that is gone changes nothing of how the command ends', async () => {
  await post.close();
  const said = json(await prepare('--json'));
  expect(said).toMatchObject({
    exitCode: 5,
    code: 'changed',
    mail: { sent: false, code: 'mailFailed' },
  });
  expect(said['message']).toContain('Le message n’est pas parti. Le serveur de courrier ne répond pas');
}, 60_000);

test.each([
  [['--mail'], "L'option --mail ne sert qu'avec --prepare."],
  [['--prepare', '--mail=always'], "L'option --mail s'écrit seule, sans valeur."],
  [['--close', '--mail'], '--mail'],
])('%j is refused', async (words, sentence) => {
  const { code, noted } = await passerelle(['absences', '--workbook', office.file(BOOK), ...words]);
  expect([code, noted]).toEqual([2, expect.stringContaining(sentence)]);
});
