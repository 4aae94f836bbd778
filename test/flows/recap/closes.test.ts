/** What closes leave behind: reopened, spoilt, not kept any more; the first month, who comes back, and when accounts were accepted. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed } from '../../../shared/domain/review/cell.ts';
import { applyPlan, undoLastPlan } from '../../../shared/flows/apply.ts';
import { bankLines, recapNotes, recapReport } from '../../../shared/flows/recap/recapReports.ts';
import { reopenEmployees } from '../../../shared/flows/recap/reopenEmployees.ts';
import { writeRecap } from '../../../shared/flows/recap/writeRecap.ts';
import { stampedAt } from '../../../shared/flows/stamp.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { journalTable } from '../../../shared/tables/memoryTables.ts';
import { periodsTable } from '../../../shared/tables/periodsTable.ts';
import {
  acceptedAccountsTable,
  bankChangesTable,
  closingsTable,
  recapTable,
} from '../../../shared/tables/recap/recapTables.ts';
import { IBAN, OCTOBER, OTHER_IBAN, person, sound } from '../../support/smallCompany.ts';
import { NOVEMBER, RecapCompany, SEPTEMBER } from './recapCompany.ts';

const DE = 'DE89370400440532013000';
const AUGUST = plainMonth('2026-08');

let company: RecapCompany;

const at = (text: string) => {
  company.clock.at = Date.parse(text);
};
const [one, two] = [person('1'), person('2', { iban: DE })];
const moved = (when: string, city: string, iban = IBAN) => company.lucca(when, [person('1', { city, iban }), two]);
const reopen = (month: PlainMonth) =>
  reopenEmployees(company.ports, { connection: company.account.connection(), month }, { by: 'le volet' });
const copies = () => [...new Set(company.sheet(closingsTable, 'month').flat())];

beforeEach(async () => {
  company = new RecapCompany();
  at('2026-09-01T08:00:00Z');
  company.account.employees = [one, two];
  await company.apply();
});

describe('a month reopened', () => {
  beforeEach(async () => {
    at('2026-09-28T08:00:00Z');
    sound(await company.close(SEPTEMBER));
    moved('2026-10-05T18:00:00Z', 'Lille');
    await company.apply();
    at('2026-10-28T08:00:00Z');
    sound(await company.close(OCTOBER));
    moved('2026-10-29T18:00:00Z', 'Brest');
    await company.apply();
  });

  test('is open again and compared with the close before; closed again, the next one begins from it', async () => {
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Lille lucca']);
    sound(await reopen(OCTOBER));
    expect(company.sheet(periodsTable, 'month', 'state', 'by')).toEqual([
      ['2026-09', 'close', ''],
      ['2026-10', 'ouverte', 'le volet'],
    ]);
    expect([copies(), await company.lines(OCTOBER)]).toEqual([['2026-09'], ['1 Ville Lyon → Brest lucca']]);
    expect(sound(await company.recap(OCTOBER))).toMatchObject({ closed: null, source: { since: '2026-09' } });
    at('2026-10-30T08:00:00Z');
    sound(await company.close(OCTOBER));
    moved('2026-11-05T18:00:00Z', 'Nice');
    await company.apply();
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Brest lucca']);
    expect(await company.lines(NOVEMBER)).toEqual(['1 Ville Brest → Nice lucca']);
  });

  test('undone, it is closed as it was; its line stands in « Journal »', async () => {
    const before = company.book.copy();
    sound(await reopen(OCTOBER));
    sound(await undoLastPlan(company.ports));
    for (const { name } of [closingsTable, periodsTable])
      expect(company.book.tables.get(name)).toEqual(before.tables.get(name));
    expect(company.sheet(journalTable, 'what').at(-2)).toEqual(['Réouverture du mois des salariés']);
  });

  test('refused: a month that is not the last closed, or not closed at all', async () => {
    expect(await reopen(SEPTEMBER)).toMatchObject({ error: { code: 'later', month: '2026-10' } });
    expect(await reopen(NOVEMBER)).toMatchObject({ error: { code: 'notClosed' } });
  });

  test('both reopened, the older one is told from the log since the close that is left', async () => {
    sound(await reopen(OCTOBER));
    sound(await reopen(SEPTEMBER));
    expect([copies(), await company.lines(SEPTEMBER)]).toEqual([[], []]);
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Brest lucca']);
  });
});

describe('a copy that is not kept any more', () => {
  test('its moment in « Périodes » still cuts the log: changes are of the month that was closed after them', async () => {
    at('2026-08-28T08:00:00Z');
    sound(await company.close(AUGUST));
    moved('2026-09-05T18:00:00Z', 'Lille', OTHER_IBAN);
    await company.apply(() => 'accept');
    at('2026-10-02T08:00:00Z');
    sound(await company.close(SEPTEMBER));
    for (const month of [OCTOBER, NOVEMBER]) {
      at(`${month}-28T08:00:00Z`);
      moved(`${month}-10T18:00:00Z`, month);
      await company.apply();
      sound(await company.close(month));
    }
    expect(copies()).toEqual(['2026-10', '2026-11']);
    expect(await company.lines(OCTOBER)).toEqual([
      '1 Ville Lille → 2026-10 lucca',
      `1 IBAN ${OTHER_IBAN} → ${IBAN} lucca`,
    ]);
    const october = sound(await company.recap(OCTOBER));
    expect(october.source).toEqual({ from: 'log', since: '2026-09', knownFrom: null });
    expect(recapNotes(october)).toEqual([
      'La copie de la clôture de septembre 2026 n’est pas gardée\u00a0: d’après ce que Passerelle a vu changer dans Lucca depuis cette clôture, sans ce que la paie a saisi.',
      expect.stringContaining('Arrivées'),
      expect.stringMatching(/^Mois clos/),
      'Un mois suivant est clos\u00a0: celui-ci ne peut plus être rouvert.',
    ]);
  });

  test('changed after the last day of the month and before its close: of that month, not of the next', async () => {
    at('2026-08-28T08:00:00Z');
    sound(await company.close(AUGUST));
    at('2026-10-03T08:00:00Z');
    moved('2026-10-02T18:00:00Z', 'Lille', OTHER_IBAN);
    await company.apply(() => 'accept');
    sound(await company.close(SEPTEMBER));
    moved('2026-10-20T18:00:00Z', 'Brest', OTHER_IBAN);
    await company.apply();
    company.book.tables.set(closingsTable.name, []);
    expect(await company.lines(SEPTEMBER)).toEqual([
      '1 Ville Lyon → Lille lucca',
      `1 IBAN ${IBAN} → ${OTHER_IBAN} lucca`,
    ]);
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lille → Brest lucca']);
    const accounts = async (month: PlainMonth) => sound(await company.recap(month)).bank.changes.length;
    expect([await accounts(SEPTEMBER), await accounts(OCTOBER)]).toEqual([1, 0]);
  });

  test.each([
    ['26/10/2026 21:03', '2026-10-26T20:03:00.000Z'],
    ['01/07/2026 00:00', '2026-06-30T22:00:00.000Z'],
    ['26/10/2026', undefined],
    ['31/02/2026 10:00', undefined],
    ['26/10/2026 25:00', undefined],
    ['', undefined],
  ])('%j is the moment %s', (text, moment) => {
    expect(stampedAt(text)).toBe(moment);
  });
});

describe('the first month', () => {
  test('the first reading is a start; contracts that begin in the month arrive all the same, and it is said from where', async () => {
    company.account.employees = [one, person('2', { iban: DE, contractStart: '2026-10-05' })];
    const recap = async () => sound(await company.recap(OCTOBER));
    expect(await company.lines(OCTOBER)).toEqual(['2 arrival 05/10/2026']);
    expect((await recap()).source).toEqual({ from: 'log', since: null, knownFrom: '2026-10-01' });
    expect(recapNotes(await recap())).toEqual([
      'Sans clôture précédente\u00a0: d’après ce que Passerelle a vu changer dans Lucca pendant le mois, sans ce que la paie a saisi.',
      'Lucca est lu depuis le 01/10/2026\u00a0: ce qui a changé avant n’est pas connu.',
      'Arrivées\u00a0: les contrats qui commencent dans le mois, d’après Lucca, que la personne vienne ou non d’y être créée.',
    ]);
    company.lucca('2026-10-08T10:00:00Z', [
      ...company.account.employees,
      person('3', { contractStart: '2026-10-12' }),
      person('4', { contractStart: '2026-11-02' }),
    ]);
    expect(await company.lines(OCTOBER)).toEqual([
      '2 arrival 05/10/2026',
      '3 arrival 12/10/2026',
      '4 other 02/11/2026',
    ]);
    expect(await company.lines(NOVEMBER)).toEqual(['4 arrival 02/11/2026']);
  });
});

describe('somebody who comes back to Lucca', () => {
  const goneAndBack = async () => {
    company.lucca('2026-10-06T10:00:00Z', [one]);
    await company.apply(() => 'accept');
    company.lucca('2026-10-20T10:00:00Z', [one, two]);
    await company.apply(() => 'accept');
  };

  test('is told without a close', async () => {
    await goneAndBack();
    expect(await company.lines(OCTOBER)).toEqual(['2 returned 01/01/2021']);
  });

  test('is told after a close, gone before it or since', async () => {
    sound(await company.close(SEPTEMBER));
    await goneAndBack();
    expect(await company.lines(OCTOBER)).toEqual(['2 returned 01/01/2021']);
    company.lucca('2026-10-25T10:00:00Z', [one]);
    await company.apply(() => 'accept');
    at('2026-10-28T10:00:00Z');
    sound(await company.close(OCTOBER));
    company.lucca('2026-11-03T10:00:00Z', [one, two]);
    await company.apply(() => 'accept');
    expect(await company.lines(NOVEMBER)).toEqual(['2 returned 01/01/2021']);
  });
});

describe('a copy that somebody spoilt', () => {
  const rows = () => company.book.rows(closingsTable);
  const told = async (month = OCTOBER) => {
    const recap = sound(await company.recap(month));
    return { lines: await company.lines(month), findings: recap.findings.map(findingText), recap };
  };

  beforeEach(async () => {
    at('2026-09-28T08:00:00Z');
    sound(await company.close(SEPTEMBER));
    moved('2026-10-05T18:00:00Z', 'Lille', OTHER_IBAN);
    await company.apply(() => 'accept');
  });

  test('a cell edited: the person is told as not compared, what to do is told, on screen and on paper', async () => {
    const [first] = rows();
    first!.cells['content'] = { text: (first!.cells['content'] as { text: string }).text.replace('Lyon', 'Lille') };
    const { lines, findings, recap } = await told();
    expect(lines).toEqual(['1 unread illisible']);
    expect(findings).toEqual([
      'La copie gardée à la clôture de septembre 2026 est abîmée\u00a0: 1 ligne illisible. Ce récapitulatif est incomplet. Reprenez une version enregistrée du classeur\u00a0; sinon, «\u00a0Clore de nouveau\u00a0» septembre 2026, s’il est le dernier clos\u00a0: sa copie sera le classeur d’aujourd’hui, et ce qui a changé depuis ne sera plus dit.',
    ]);
    expect(recapReport(recap, 'open', plainDate('2026-10-26')).notes[0]).toBe(findings[0]);
    // What the log saw of their account is told all the same.
    expect(recap.bank.changes.map(({ person: { id }, changedAt }) => [id, changedAt])).toEqual([
      ['1', '2026-10-05T18:00:00Z'],
    ]);
  });

  test('a row taken away is counted: nobody takes the list for a quiet one', async () => {
    company.book.tables.set(closingsTable.name, rows().slice(0, 1));
    const { lines, recap } = await told();
    expect(recap.findings).toEqual([
      { code: 'closingSpoilt', severity: 'warning', facts: { month: '2026-09', unread: 0, missing: 1 } },
    ]);
    expect(lines).toContain('2 other 01/01/2021');
    sound(await writeRecap(company.ports, recap, 'open'));
    const written = company.book.rows(recapTable).map(({ cells }) => cells);
    const keys = ['month', 'luccaId', 'name', 'kind', 'field', 'after'];
    expect(keys.map((key) => displayed(written.at(-1)?.[key] ?? blank))).toEqual([
      ...['2026-10', '', '1 ligne effacée', 'non comparé', 'Copie de clôture de septembre 2026'],
      'effacée\u00a0: qui y était passe pour créé ou retiré',
    ]);
  });

  test('closed again, the copy is whole; the copy of the month itself is looked at too', async () => {
    rows()[0]!.cells['content'] = { text: 'x' };
    sound(await company.close(SEPTEMBER, { again: true }));
    expect((await told()).findings).toEqual([]);
    at('2026-10-28T08:00:00Z');
    sound(await company.close(OCTOBER));
    rows().at(-1)!.cells['content'] = { text: 'x' };
    expect(await told()).toMatchObject({
      lines: ['2 unread illisible'],
      findings: [expect.stringContaining('octobre')],
    });
  });
});

describe('when an account was accepted', () => {
  const acceptedAt = async (month: PlainMonth) =>
    bankLines(sound(await company.recap(month)), 'open').map(({ luccaId, acceptedAt: when }) => [luccaId, when]);

  beforeEach(async () => {
    at('2026-09-28T08:00:00Z');
    sound(await company.close(SEPTEMBER));
    moved('2026-10-05T18:00:00Z', 'Lyon', OTHER_IBAN);
    at('2026-10-06T08:00:00Z');
    company.clock.step = 0;
    await company.apply(() => 'accept');
  });

  test('is kept whatever is written or closed since, and no account with it', async () => {
    at('2026-10-20T08:00:00Z');
    sound(await company.close(OCTOBER));
    sound(await writeRecap(company.ports, sound(await company.recap(NOVEMBER)), 'open'));
    expect(await acceptedAt(OCTOBER)).toEqual([['1', '06/10/2026 10:00']]);
    expect(company.sheet(acceptedAccountsTable, 'luccaId', 'account').at(-1)).toEqual([
      '1',
      expect.stringMatching(/^FR •••• 2606 [\dA-F]{4}$/),
    ]);
    const memory = JSON.stringify(company.book.rows(acceptedAccountsTable));
    for (const iban of [IBAN, OTHER_IBAN, DE]) expect(memory).not.toContain(iban.slice(4, -4));
  });

  test('accepted again later: a closed month keeps its own date', async () => {
    at('2026-10-20T08:00:00Z');
    sound(await company.close(OCTOBER));
    for (const [day, iban] of [
      ['02', IBAN],
      ['09', OTHER_IBAN],
    ] as const) {
      moved(`2026-11-${day}T07:00:00Z`, 'Lyon', iban);
      at(`2026-11-${day}T08:00:00Z`);
      await company.apply(() => 'accept');
    }
    expect([await acceptedAt(OCTOBER), await acceptedAt(NOVEMBER)]).toEqual([
      [['1', '06/10/2026 10:00']],
      [['1', '09/11/2026 09:00']],
    ]);
  });

  test('undone with its update; typed again by payroll, it was not accepted', async () => {
    const before = company.sheet(acceptedAccountsTable, 'luccaId', 'at').length;
    sound(await undoLastPlan(company.ports));
    expect(company.sheet(acceptedAccountsTable, 'luccaId', 'at')).toHaveLength(before - 1);
    company.type('1', 'iban', OTHER_IBAN);
    expect(await acceptedAt(OCTOBER)).toEqual([['1', '']]);
  });

  test('somebody new is accepted with their row', async () => {
    company.lucca('2026-10-07T18:00:00Z', [...company.account.employees, person('3')]);
    at('2026-10-08T08:00:00Z');
    await company.apply(() => 'accept');
    expect(await acceptedAt(OCTOBER)).toEqual([
      ['1', '06/10/2026 10:00'],
      ['3', '08/10/2026 10:00'],
    ]);
  });
});

test('an account that payroll corrected before it was written is not remembered as accepted', async () => {
  moved('2026-10-05T18:00:00Z', 'Lille', OTHER_IBAN);
  const lines = company.chosen(await company.review(), () => 'accept');
  company.type('1', 'iban', DE);
  const before = company.sheet(acceptedAccountsTable, 'luccaId').length;
  expect(sound(await applyPlan(company.ports, lines))).toMatchObject({ changed: 1, refused: [{ column: 'iban' }] });
  expect(company.sheet(acceptedAccountsTable, 'luccaId')).toHaveLength(before);
});

describe('« RIB modifiés »', () => {
  test('says the establishment; a workbook that has not its column is written without it', async () => {
    sound(await company.close(SEPTEMBER));
    moved('2026-10-05T18:00:00Z', 'Lyon', OTHER_IBAN);
    const write = async () => sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    await write();
    expect(company.sheet(bankChangesTable, 'employeeNumber', 'establishment', 'state')).toEqual([
      ['0001', 'Lyon', 'à confirmer'],
    ]);
    company.book.tables.delete(bankChangesTable.name);
    company.book.tables.set(bankChangesTable.name, []);
    company.book.removedColumns.set(bankChangesTable.name, ['establishment']);
    expect(await write()).toMatchObject({ added: 1, refused: [] });
    expect(await write()).toMatchObject({ added: 0, changed: 0, refused: [] });
  });
});
