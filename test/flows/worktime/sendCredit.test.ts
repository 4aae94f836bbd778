/** Rest credited in Lucca from a workbook: simulated, sent once, and what the workbook remembers when something breaks in between. */
import { describe, expect, test } from '@jest/globals';
import type { EntitlementAnswer, EntitlementRequest } from '../../../shared/contracts/entitlementSchemas.ts';
import type { Service, ServiceError } from '../../../shared/contracts/service.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { BookError } from '../../../shared/flows/book.ts';
import { blank, displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { sendCredit } from '../../../shared/flows/worktime/sendCredit.ts';
import { simulateCredit, type CreditSimulation } from '../../../shared/flows/worktime/simulateCredit.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { cancelExport, confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeExportsTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import {
  creditAmount,
  creditDoubt,
  creditMessages,
  creditRefusals,
  creditSent,
  creditSimulated,
} from '../../../shared/messages/fr/worktime/credit.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { ReceiptService } from '../../support/receiptService.ts';
import { sound } from '../../support/smallCompany.ts';
import { TimeCompany } from './timeCompany.ts';

type Answer = Result<EntitlementAnswer, ServiceError>;

const locked = fail<BookError>({ code: 'fileLocked', facts: { file: 'paie.xlsx' } });

const problem = (status: number, code: string): ServiceError => ({
  code: 'refused',
  problem: { type: '', title: '', detail: 'Non.', facts: {}, status, code },
});

/** A service in front of a Lucca that answers what it is told to, and keeps what it was sent. */
class CreditService extends ReceiptService implements Pick<Service, 'importEntitlements'> {
  readonly asked: EntitlementRequest[] = [];
  /** What the cell of the workbook says while Lucca is asked. */
  readonly seen: string[] = [];
  answer: (request: EntitlementRequest) => Answer = ({ rows }) => ok({ accepted: rows.length, errors: [] });

  constructor(readonly look: () => string) {
    super();
  }

  importEntitlements: Service['importEntitlements'] = (_, request) => {
    this.asked.push(request);
    this.seen.push(this.look());
    return Promise.resolve(this.answer(request));
  };

  get sendings(): number {
    return this.asked.filter(({ mode }) => mode === 'send').length;
  }
}

function sentAt(company: TimeCompany, number = 'HT1'): string {
  const row = (company.book.tables.get(timeExportsTable.name) ?? []).find(
    ({ cells }) => displayed(cells['number'] ?? blank) === number,
  );
  return displayed(row?.cells['sentAt'] ?? blank);
}

function setSentAt(company: TimeCompany, text: string): void {
  const [row] = company.book.tables.get(timeExportsTable.name) ?? [];
  if (row) row.cells = { ...row.cells, sentAt: text === '' ? blank : textCell(text) };
}

async function confirmed(company: TimeCompany): Promise<string> {
  const { number } = sound(await prepareExport(company.ports, await company.computed('2026-09')));
  sound(await confirmExport(company.ports, number));
  return number;
}

async function begun() {
  const company = await TimeCompany.begun();
  company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYO' });
  const rest = { transfer: 'repos', counter: 'RC 2026', counterUnit: 'heures' };
  company.fill(
    timeAccountsTable,
    { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, ...rest },
    { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie' },
  );
  company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
  company.week('2', '2026-09-07', 8, 8, 8, 8, 9);
  await confirmed(company);
  const service = new CreditService(() => sentAt(company));
  const desk = { service, connectionId: 'c1' };
  return { company, service, desk };
}

type Scene = Awaited<ReturnType<typeof begun>>;

const simulated = async ({ company, desk }: Scene, number = 'HT1') =>
  sound(await simulateCredit(company.ports, desk, number));
const send = ({ company, desk }: Scene, simulation: CreditSimulation) => sendCredit(company.ports, desk, simulation);
const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'done' : answer.error?.code);

describe('a simulation', () => {
  test('asks of the rest of a confirmed export, dated the last day of its month, and writes nothing', async () => {
    const scene = await begun();
    expect(await simulated(scene)).toMatchObject({
      ...{ number: 'HT1', month: '2026-09', people: 2, findings: [], remarks: [], sentAt: '', sentBefore: [] },
      counters: [{ name: 'RC 2026', unit: 'hours' }],
      rows: [{ amounts: [500] }, { amounts: [600] }],
    });
    expect(scene.service.asked).toMatchObject([
      {
        mode: 'simulate',
        referenceDate: '2026-09-30',
        description: 'Passerelle, export HT1, septembre 2026',
        counters: ['RC 2026'],
        rows: [{ establishmentCode: 'LYO', amounts: [500] }, { amounts: [600] }],
      },
    ]);
    expect(sentAt(scene.company)).toBe('');
  });

  test('names the people whom Lucca refuses, with what to do', async () => {
    const scene = await begun();
    scene.service.answer = () =>
      ok({
        accepted: 0,
        errors: [
          { row: 2, code: 'employeeNumberNotExist' },
          { row: 1, code: 'LastLameNotMatching' },
          { row: null, code: 'odd' },
        ],
      });
    const simulation = await simulated(scene);
    const [first = '', second = '', third = ''] = simulation.findings.map(findingText);
    expect(first).toMatch(/^Lucca refuse le crédit de \S+ .* : Lucca ne connaît pas ce matricule/);
    expect(second).toContain('ses nom et prénom ne sont pas ceux de Lucca');
    expect(third).toContain('Lucca refuse ces crédits (« RC 2026 ») : Lucca répond « odd »');
    expect(simulation.findings).toMatchObject([
      { subject: '2', place: { table: employeesTable.name, key: '2' } },
      { subject: '1', place: { table: employeesTable.name, key: '1' } },
      { place: { table: timeAccountsTable.name, column: 'counter' } },
    ]);
    expect(code(await send(scene, simulation))).toBe('changed');
    expect(scene.service.sendings).toBe(0);
  });

  test('tells of an establishment once, whatever the number of its people', async () => {
    const scene = await begun();
    const errors = [1, 2].map((row) => ({ row, code: 'legalEntityNotFound' }));
    scene.service.answer = () => ok({ accepted: 0, errors });
    const { findings } = await simulated(scene);
    expect(findings.map(findingText)).toEqual([
      'Lucca refuse le crédit de 2 personnes (établissement « LYO ») : Lucca ne connaît pas ce code d’établissement : corrigez « Code » dans « Établissements ».',
    ]);
    expect(findings[0]?.place).toBeUndefined();
  });

  test('of an export that is only prepared, or without a counter, is not asked', async () => {
    const scene = await begun();
    const { company, desk, service } = scene;
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    sound(await prepareExport(company.ports, await company.computed('2026-10')));
    expect(code(await simulateCredit(company.ports, desk, 'HT2'))).toBe('notConfirmed');
    company.fill(timeAccountsTable, { name: 'Heures supp. 25 %', code: 'HS25', transfer: 'repos' });
    expect(await simulateCredit(company.ports, desk, 'HT1')).toMatchObject({
      error: { code: 'findings', findings: [{ code: 'timeCounterMissing' }] },
    });
    expect(service.asked).toEqual([]);
  });
});

describe('a sending', () => {
  test('says « à vérifier » before it leaves, its date once Lucca has credited, and never leaves twice', async () => {
    const scene = await begun();
    const simulation = await simulated(scene);
    expect(sound(await send(scene, simulation))).toEqual({ number: 'HT1', people: 2 });
    expect(scene.service.seen[1]).toMatch(/^à vérifier dans Lucca \(\d\d\/\d\d\/\d{4} \d\d:\d\d\)$/);
    expect(sentAt(scene.company)).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    expect(code(await send(scene, await simulated(scene)))).toBe('sent');
    expect(scene.service.sendings).toBe(1);
  });

  test('of something else than what was simulated is refused', async () => {
    const scene = await begun();
    const simulation = await simulated(scene);
    scene.company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYS' });
    expect(code(await send(scene, simulation))).toBe('changed');
    expect([scene.service.sendings, sentAt(scene.company)]).toEqual([0, '']);
  });

  test.each<[string, Answer]>([
    ['nothing answers', fail({ code: 'unreachable' })],
    ['something else answers', fail({ code: 'unexpected', status: 200 })],
    ['the service does not know', fail(problem(502, 'entitlementsUncertain'))],
    ['the service breaks', fail(problem(500, 'internal'))],
    ['Lucca credits some', ok({ accepted: 1, errors: [{ row: 2, code: 'other' }] })],
    ['Lucca credits fewer without a word', ok({ accepted: 1, errors: [] })],
  ])('when %s, the cell keeps « à vérifier », and it does not leave again until it is emptied', async (_, answer) => {
    const scene = await begun();
    const simulation = await simulated(scene);
    scene.service.answer = () => answer;
    expect(code(await send(scene, simulation))).toBe('uncertain');
    expect(sentAt(scene.company)).toContain('à vérifier dans Lucca');
    expect(code(await send(scene, simulation))).toBe('sent');
    expect(scene.service.sendings).toBe(1);
    setSentAt(scene.company, '');
    scene.service.answer = ({ rows }) => ok({ accepted: rows.length, errors: [] });
    expect(code(await send(scene, simulation))).toBe('done');
  });

  test.each<[string, Answer, string]>([
    ['the service may not write', fail(problem(403, 'entitlementsOff')), 'service'],
    ['the key is wrong', fail(problem(422, 'luccaWrongKey')), 'service'],
    ['Lucca is asked too much', fail(problem(503, 'luccaRateLimited')), 'service'],
    [
      'Lucca refuses a row and takes none',
      ok({ accepted: 0, errors: [{ row: 1, code: 'duplicatedLine' }] }),
      'refused',
    ],
  ])('when %s, nothing was credited: no trace is left', async (_, answer, expected) => {
    const scene = await begun();
    const simulation = await simulated(scene);
    scene.service.answer = () => answer;
    expect(code(await send(scene, simulation))).toBe(expected);
    expect([sentAt(scene.company), scene.service.receipts]).toEqual(['', []]);
    scene.service.answer = ({ rows }) => ok({ accepted: rows.length, errors: [] });
    expect(code(await send(scene, simulation))).toBe('done');
  });

  test('a workbook without the column that would say it sends nothing', async () => {
    const scene = await begun();
    const simulation = await simulated(scene);
    scene.company.book.removedColumns.set(timeExportsTable.name, ['sentAt']);
    expect(code(await send(scene, simulation))).toBe('untraced');
    expect([scene.service.sendings, scene.service.receipts]).toEqual([0, []]);
  });

  test('what cannot be kept on the disk does not leave', async () => {
    const scene = await begun();
    const keep = () => Promise.resolve(locked);
    const sending = await sendCredit(scene.company.ports, scene.desk, await simulated(scene), { keep });
    expect(sending).toMatchObject({
      error: { code: 'apply', error: { code: 'book', open: false, error: { code: 'fileLocked' } } },
    });
    expect([scene.service.sendings, scene.service.receipts]).toEqual([0, []]);
  });

  test('the doubt is kept before it leaves; what cannot be kept once it left stays « à vérifier »', async () => {
    const scene = await begun();
    const kept: [cell: string, sendings: number][] = [];
    const keep = () => {
      kept.push([sentAt(scene.company), scene.service.sendings]);
      return Promise.resolve(kept.length === 1 ? ok(undefined) : locked);
    };
    const sending = await sendCredit(scene.company.ports, scene.desk, await simulated(scene), { keep });
    expect(code(sending)).toBe('uncertain');
    expect(kept).toEqual([
      [expect.stringContaining('à vérifier dans Lucca'), 0],
      [expect.stringMatching(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/), 1],
    ]);
  });

  test('a fault of the workbook at any line leaves either nothing sent, or « à vérifier »', async () => {
    const outcomes = new Set<string>();
    for (let lines = 0; !outcomes.has('done'); lines += 1) {
      const scene = await begun();
      const simulation = await simulated(scene);
      scene.company.book.linesBeforeFault = lines;
      const outcome = code(await send(scene, simulation)) ?? '';
      outcomes.add(outcome);
      expect(scene.service.sendings).toBe(outcome === 'apply' ? 0 : 1);
      if (outcome === 'uncertain') expect(sentAt(scene.company)).not.toBe('');
    }
    expect([...outcomes]).toEqual(['apply', 'uncertain', 'done']);
  });

  test('a copy of the workbook does not send the same again, nor does one whose service is silent', async () => {
    const scene = await begun();
    const simulation = await simulated(scene);
    sound(await send(scene, simulation));
    const copy = await begun();
    const desk = { service: scene.service, connectionId: 'c1' };
    expect(code(await send({ ...copy, desk }, await simulated({ ...copy, desk })))).toBe('taken');
    scene.service.isOut = true;
    expect(code(await send({ ...copy, desk }, await simulated({ ...copy, desk })))).toBe('silent');
    expect(scene.service.sendings).toBe(1);
  });

  test('a month whose export was sent, then cancelled, is not sent again unless somebody insists', async () => {
    const scene = await begun();
    const { company, desk } = scene;
    sound(await send(scene, await simulated(scene)));
    sound(await cancelExport(company.ports, 'HT1'));
    const number = await confirmed(company);
    const simulation = await simulated(scene, number);
    expect(simulation.sentBefore).toEqual(['HT1']);
    expect(await send(scene, simulation)).toMatchObject({ error: { code: 'sentBefore', number: 'HT1' } });
    expect(code(await sendCredit(company.ports, desk, simulation, { again: true }))).toBe('done');
  });
});

test('what is said of a sending names the cell to look at, or the step that comes next', () => {
  expect(creditSimulated(2)).toContain("2 personnes, sans erreur. Rien n'est encore envoyé : confirmez");
  expect(creditSent(1)).toContain('1 personne.');
  for (const text of [creditMessages.untraced(), creditMessages.uncertain(), creditMessages.sent('22/11/2026 11:00')])
    expect(text).toContain('« Envoyé à Lucca le »');
  expect(creditMessages.sent(creditDoubt('22/11/2026 11:00'))).toMatch(
    /est à vérifier dans Lucca \(22.* videz cette cellule/,
  );
  expect(creditMessages.sentBefore('HT1')).toContain('HT1, annulé depuis');
  expect(creditMessages.notConfirmed()).toContain('confirmez-le');
  expect(creditMessages.changed()).toContain('simulez de nouveau');
  expect(creditMessages.silent()).toContain("rien n'est parti");
  const elsewhere = creditMessages.taken('le volet Excel', '22/11/2026 11:00');
  expect(elsewhere).toContain('déjà envoyé cet export à Lucca, depuis le volet Excel, le 22/11/2026 11:00 :');
  expect(creditMessages.taken('', '')).toContain('déjà envoyé cet export à Lucca :');
  expect([creditAmount(1_234_50, 'hours'), creditAmount(-50, 'days')]).toEqual([
    '+1\u202f234,50\u00a0h',
    '−0,50\u00a0j',
  ]);
  expect(creditRefusals(1)).toContain('1 erreur :');
});
