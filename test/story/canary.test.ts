/**
 * A key, a NIR, an account and a phone that nobody else has, put through everything: they are where payroll needs them, and in no log, no
 * address, no error, no line of the command line, no masked file; the key is not even in the workbook.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { serviceOver, type Send } from '../../shared/contracts/service.ts';
import { nirKey } from '../../shared/domain/people/checks/nir.ts';
import { passerelle } from '../cli/commandLine.ts';
import { DemoOffice } from '../cli/demoOffice.ts';
import { pdfPages } from '../support/pdfText.ts';
import { OCTOBER, raw, sendTo } from '../http/testService.ts';

const number = '2840975116042';
const CANARIES = {
  nir: `${number}${nirKey(number)}`,
  iban: 'FR1420041010050500013M02606',
  phone: '0642424242',
  birth: '1984-09-23',
};
const LATER = { iban: 'FR7630006000011234567890189', phone: '0643434343' };
const SECRETS = [CANARIES.nir, CANARIES.iban, LATER.iban];
/** Personal: never in a log, an address or an error either. */
const PERSONAL = [CANARIES.phone, LATER.phone, CANARIES.birth];

let office: DemoOffice;
let path: string;
const asked: string[] = [];
const problems: string[] = [];

/** Every address called, every problem answered. */
const watched: Send = async (request) => {
  asked.push(request.path);
  const reply = await sendTo(office.service.origin, office.service.token)(request);
  if (reply && reply.status >= 400) problems.push(JSON.stringify(reply.body));
  return reply;
};

function spelt(values: readonly string[]): string[] {
  return values.flatMap((value) => [value, value.replace(/(.{4})(?=.)/g, '$1 ')]);
}

function expectNone(text: string, values: readonly string[]): void {
  for (const value of spelt(values)) expect(text.includes(value) ? `holds ${value}` : 'holds none').toBe('holds none');
}

async function check(...rest: string[]): Promise<string> {
  const said = await passerelle(['check', '--workbook', path, ...rest]);
  return `${said.printed} ${said.noted}`;
}

async function words(command: string, ...rest: string[]): Promise<string> {
  const said = await office.on('paie.xlsx', command, ['--month', OCTOBER, ...rest]);
  return [said.printed, said.noted, ...said.questions, ...said.labels].join('\n');
}

/** All that a file says, whatever its kind. */
function textOf(bytes: Uint8Array, name: string): string {
  if (name.endsWith('.pdf')) return pdfPages(bytes).join('\n');
  return name.endsWith('.xlsx') ? xlsxText(bytes) : strFromU8(bytes);
}

function xlsxText(bytes: Uint8Array): string {
  const parts = Object.values(unzipSync(bytes));
  return parts.map((part) => strFromU8(part)).join('\n');
}

beforeEach(async () => {
  office = await DemoOffice.opened(12, 3);
  path = office.file('paie.xlsx');
  const [person] = office.demo.company.people.values();
  if (!person) throw new Error('nobody');
  person.birthDate = CANARIES.birth;
  Object.assign(person, { personalMobile: CANARIES.phone });
  Object.assign(person.extended, { e_nir: CANARIES.nir, e_iban: CANARIES.iban, e_bic: 'PSSTFRPP' });
});

afterEach(async () => {
  await office.closed();
});

test('a canary sings only where payroll needs it', async () => {
  const said = [await words('pull', '--accept', 'all')];
  const [person] = office.demo.company.people.values();
  Object.assign(person?.extended ?? {}, { e_iban: LATER.iban, e_bic: 'BNPAFRPP' });
  Object.assign(person ?? {}, { personalMobile: LATER.phone });
  said.push(await words('pull', '--accept', 'none'), await words('pull', '--accept', 'all', '--json'));
  said.push(await check(), await check('--json'));
  const files = office.file('recap');
  await mkdir(files);
  for (const kind of ['csv', 'pdf', 'xlsx']) {
    said.push(await words('recap', '--files', files, '--kind', kind));
  }
  const api = serviceOver(watched);
  const known = await api.connections();
  const id = known.ok ? (known.value[0]?.id ?? '') : '';
  expect((await api.employees(id, { offset: 0, limit: 50 })).ok).toBe(true);
  await api.connect({ account: 'fictif', apiKey: `${office.demo.apiKey}wrong` });
  await api.startRun(id, { months: [OCTOBER], startedBy: CANARIES.iban.slice(0, 3), topics: [CANARIES.nir as never] });
  await raw(office.service.origin, '/api/connections', {
    method: 'POST',
    headers: { authorization: `Bearer ${office.service.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'fictif', apiKey: office.demo.apiKey, [CANARIES.nir]: CANARIES.iban }),
  }).then(({ body }) => problems.push(body));
  expect(problems.length).toBeGreaterThanOrEqual(3);

  const told = said.join('\n');
  expectNone(told, [...SECRETS, office.demo.apiKey]);
  expectNone(office.service.logged(), [...SECRETS, ...PERSONAL, office.demo.apiKey, office.service.token]);
  expectNone([...asked, ...problems].join('\n'), [...SECRETS, ...PERSONAL, office.demo.apiKey]);
  const made = await readdir(files);
  expect(made).toHaveLength(6);
  for (const name of made) expectNone(textOf(await readFile(join(files, name)), name), SECRETS);

  const parts = xlsxText(await readFile(path));
  expect([parts.includes(CANARIES.nir), parts.includes(CANARIES.iban)]).toEqual([true, true]);
  expectNone(parts, [office.demo.apiKey, office.service.token]);
});
