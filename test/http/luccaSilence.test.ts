/** What the key or the application no longer reads, and what cannot be read: over real HTTP, from the fictional account to the review. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Connection } from '../../shared/contracts/schemas.ts';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import { applyPlan, planLines } from '../../shared/flows/apply.ts';
import { forbidsUpToDate } from '../../shared/flows/luccaFindings.ts';
import { prepareReview, type Review } from '../../shared/flows/prepareReview.ts';
import { noDecisions } from '../../shared/flows/reviewEntries.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { MemoryBook } from '../support/memoryBook.ts';
import { TestClock } from '../support/smallCompany.ts';
import { demoAccount, endOf, makeFolder, OCTOBER, startTestService, value, type TestService } from './testService.ts';

let folder: string;
let service: TestService;
let book: MemoryBook;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: 40, month: OCTOBER, seed: 1 } });
  book = new MemoryBook();
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function withApplication() {
  const { clientId, clientSecret } = service.demo.oauth;
  return { ...demoAccount(service), oauth: { clientId, clientSecret } };
}

async function connect(request = demoAccount(service)): Promise<Connection> {
  return value(await service.api.connect(request));
}

/** Reads Lucca again; how the run ended. */
async function run(connection: Connection) {
  const started = value(await service.api.startRun(connection.id, { months: [OCTOBER], startedBy: 'Awa' }));
  return endOf(service.api, started.id);
}

async function review({ id }: Connection, months = [OCTOBER]): Promise<Review> {
  const connection = value(await service.api.connections()).find((each) => each.id === id)!;
  return value(await prepareReview({ service: service.api, book, clock: new TestClock() }, { connection, months }));
}

/** Reads Lucca again and compares. */
async function read(connection: Connection): Promise<Review> {
  expect((await run(connection)).state).toBe('done');
  return review(connection);
}

async function update(connection: Connection): Promise<void> {
  const lines = planLines(await read(connection), noDecisions);
  value(await applyPlan({ book, clock: new TestClock() }, lines));
}

const said = ({ findings }: Review) => findings.filter(forbidsUpToDate).map(findingText);
const asked = ({ entries }: Review) =>
  entries.map(({ item: { kind, table, changes, decision } }) => [
    table,
    kind,
    decision,
    ...changes.map(({ column }) => column),
  ]);
const deny = (...denied: Parameters<TestService['demo']['keys']['deny']>[1]) =>
  service.demo.keys.deny(service.demo.apiKey, denied);
const children = (id: number) => {
  const row = book
    .rows(employeesTable)
    .find(({ cells }) => JSON.stringify(cells['luccaId']).includes(`"${String(id)}"`));
  return row?.cells['dependentChildren'];
};

describe('what cannot be read', () => {
  test('is told with its field and its people, and nothing of it is written', async () => {
    const connection = await connect();
    await update(connection);
    expect(said(await review(connection))).toEqual([]);
    const { personId } = service.demo.changes.make({ kind: 'unreadable' });
    const before = children(personId);
    const spoilt = await read(connection);
    expect(asked(spoilt)).toEqual([]);
    expect(said(spoilt)).toEqual([
      expect.stringMatching(
        /^« Enfants à charge » : dans Lucca, ce n'est pas un nombre entier pour 1 personne : .+ \(.+\)\. La cellule/,
      ),
    ]);
    expect(said(spoilt).join()).not.toContain('2,5');
    expect(children(personId)).toEqual(before);
    service.demo.changes.make({ kind: 'field', personId, field: 'e_enfants', value: 3 });
    const right = await read(connection);
    expect([said(right), right.entries.length]).toEqual([[], 1]);
  });

  test('a birth date written in French is read where it can be meant in one way only', async () => {
    const connection = await connect();
    await update(connection);
    const [one, other] = [...service.demo.company.people.values()].map(({ id }) => id);
    service.demo.changes.make({ kind: 'field', personId: one!, field: 'birthDate', value: '31/12/1980' });
    service.demo.changes.make({ kind: 'field', personId: other!, field: 'birthDate', value: '03/04/1980 ' });
    const found = await read(connection);
    expect(asked(found)).toEqual([[employeesTable.name, 'changed', 'accept', 'birthDate']]);
    expect(said(found)).toEqual([
      expect.stringMatching(/^« Date de naissance » : dans Lucca, ce n'est pas une date pour 1 personne/),
    ]);
  });
});

describe('a right taken from the key', () => {
  test('customer fields: nothing is proposed, the address included; all comes back with the right', async () => {
    const connection = await connect();
    await update(connection);
    deny('extendedData');
    for (let reading = 1; reading <= 2; reading += 1) {
      const found = await read(connection);
      expect(asked(found)).toEqual([]);
      expect(said(found)).toEqual([
        expect.stringMatching(
          /^Lucca ne donne plus Numéro de sécurité sociale, Adresse, .*IBAN, Nom de naissance et \d+ autres champs : la clé/,
        ),
      ]);
    }
    deny();
    const back = await read(connection);
    expect([asked(back), said(back)]).toEqual([[], []]);
  });

  test('it holds after a restart of the service', async () => {
    const connection = await connect();
    await update(connection);
    await service.close();
    service = await startTestService(folder, { demo: { employees: 40, month: OCTOBER, seed: 1 } });
    deny('extendedData');
    const again = await connect();
    expect(asked(await read(again))).toEqual([]);
  });

  test('a field never read stays the quiet matter that it was', async () => {
    deny('extendedData', 'birthDate');
    const connection = await connect();
    await update(connection);
    const found = await read(connection);
    expect(said(found)).toEqual([]);
    expect(value(await service.api.connections())[0]!.unreadFields).toEqual(
      expect.arrayContaining(['Date de naissance', 'IBAN']),
    );
  });

  test('personal data: told, and kept', async () => {
    const connection = await connect();
    await update(connection);
    deny('personalData', 'birthDate');
    const found = await read(connection);
    expect(asked(found)).toEqual([]);
    expect(said(found)).toEqual([
      expect.stringMatching(/^Lucca ne donne plus Date de naissance, Titre civil, Nationalité,/),
    ]);
  });

  test('absences: told, and nothing is removed by what is proposed', async () => {
    const connection = await connect();
    await update(connection);
    const rows = book.rows(absencesTable).length;
    expect(rows).toBeGreaterThan(5);
    deny('leaves');
    const found = await read(connection);
    expect(said(found)).toEqual([
      expect.stringMatching(/^Lucca n'a rendu aucune absence pour octobre 2026 \(\d+ personnes\)/),
    ]);
    expect(new Set(asked(found).map(([table, kind, decision]) => [table, kind, decision].join(' ')))).toEqual(
      new Set([`${absencesTable.name} removed undecided`]),
    );
    expect(asked(found)).toHaveLength(rows);
  });

  test('absences, few enough not to be a mass disappearance: the same', async () => {
    const connection = await connect();
    await update(connection);
    const [kept] = book.rows(absencesTable);
    const leave = displayed(kept?.cells['id'] ?? blank).split('-')[0];
    const { periods } = service.demo.company;
    for (const id of [...periods.keys()]) if (String(id) !== leave) periods.delete(id);
    const cancelled = await read(connection);
    const all = new Map(cancelled.entries.map(({ item }) => [item.id, 'accept' as const]));
    value(await applyPlan({ book, clock: new TestClock() }, planLines(cancelled, all)));
    const left = book.rows(absencesTable).length;
    expect([left > 0, left < 6]).toEqual([true, true]);
    deny('leaves');
    expect(asked(await read(connection)).map(([, kind, decision]) => [kind, decision])).toEqual(
      Array.from({ length: left }, () => ['removed', 'undecided']),
    );
  });
});

describe('personal records', () => {
  test('an application that is refused stops the run and changes nothing', async () => {
    const connection = await connect(withApplication());
    await update(connection);
    service.demo.faults.add({ kind: 'status', status: 403, path: '/lucca-api/employee-personal-records', times: 1 });
    const refused = await run(connection);
    expect([refused.state, refused.problem?.code]).toEqual(['failed', 'luccaForbidden']);
    expect(asked(await review(connection))).toEqual([]);
    expect(asked(await read(connection))).toEqual([]);
  });

  test('without the application, NIR and bank are not taken from the customer fields, which say otherwise', async () => {
    const connection = await connect(withApplication());
    await update(connection);
    const [person] = [...service.demo.company.people.values()];
    const key = await connect();
    expect(key.id).toBe(connection.id);
    const found = await read(key);
    expect(asked(found)).toEqual([]);
    expect(said(found)).toEqual([
      expect.stringMatching(/^Lucca ne donne plus Numéro de sécurité sociale, IBAN, BIC :/),
    ]);
    service.demo.changes.make({ kind: 'iban', personId: person!.id });
    expect(asked(await read(key))).toEqual([]);
    expect(asked(await read(await connect(withApplication())))).toEqual([
      [employeesTable.name, 'changed', 'undecided', 'iban', 'bic'],
    ]);
  });
});

test('a month that was never read is another matter', async () => {
  const connection = await connect();
  await update(connection);
  const { findings } = await review(connection, [plainMonth('2026-08'), OCTOBER]);
  expect(findings.map(({ code }) => code)).toEqual(['monthNotRead']);
});
