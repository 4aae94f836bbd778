/** « Récapitulatif du mois », from the first reading of Lucca to a year of closes. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { setAutomatic } from '../../../shared/flows/bookChoices.ts';
import { waitingDifferences } from '../../../shared/flows/recap/closeEmployees.ts';
import { bankLines, bankReport, recapReport } from '../../../shared/flows/recap/recapReports.ts';
import { writeRecap } from '../../../shared/flows/recap/writeRecap.ts';
import { plainDate, plainMonth, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { ContractSpan } from '../../../shared/contracts/voucherSchemas.ts';
import { bankReportSchema, recapReportSchema } from '../../../shared/contracts/recapSchemas.ts';
import { waitingText } from '../../../shared/messages/fr/employees/recap.ts';
import { undoAction, undone } from '../../../shared/messages/fr/undo.ts';
import { journalTable, planTable } from '../../../shared/tables/memoryTables.ts';
import { periodsTable } from '../../../shared/tables/periodsTable.ts';
import { bankChangesTable, closingsTable, recapTable } from '../../../shared/tables/recap/recapTables.ts';
import { IBAN, OCTOBER, OTHER_IBAN, person, sound } from '../../support/smallCompany.ts';
import { NOVEMBER, RecapCompany, SEPTEMBER } from './recapCompany.ts';

const NIR = '185057512345622';
const DE = 'DE89370400440532013000';

let company: RecapCompany;

const at = (text: string) => {
  company.clock.at = Date.parse(text);
};

beforeEach(async () => {
  company = new RecapCompany();
  at('2026-10-01T08:00:00Z');
  company.account.employees = [person('1', { nir: NIR }), person('2', { iban: OTHER_IBAN }), person('3', { iban: DE })];
  await company.apply();
});

describe('after a close', () => {
  beforeEach(async () => {
    sound(await company.close(SEPTEMBER, { by: 'le volet' }));
  });

  test('the same workbook has nothing to tell', async () => {
    expect(await company.lines(OCTOBER)).toEqual([]);
    expect(sound(await company.recap(OCTOBER))).toMatchObject({
      source: { from: 'closes', since: '2026-09' },
      closed: null,
      findings: [],
      bank: { changes: [], findings: [] },
    });
  });

  test('what Lucca changed and payroll accepted, twice over: the last value; what payroll typed: « paie »', async () => {
    company.lucca('2026-10-05T18:00:00Z', [
      person('1', { nir: NIR, city: 'Paris' }),
      ...company.account.employees.slice(1),
    ]);
    await company.apply();
    company.lucca('2026-10-12T18:00:00Z', [
      person('1', { nir: NIR, city: 'Lille' }),
      ...company.account.employees.slice(1),
    ]);
    await company.apply();
    company.type('2', 'city', 'Brest');
    company.type('3', 'city', '  LYON ');
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Lille lucca', '2 Ville Lyon → Brest payroll']);
  });

  test('people created who arrive in the month, apart from the others; who leaves, who is gone, who was taken away', async () => {
    const [one, , three] = company.account.employees as [never, never, never];
    company.lucca('2026-10-05T18:00:00Z', [
      one,
      person('3', { iban: DE, contractEnd: '2026-10-31' }),
      person('4', { contractStart: '2026-10-05', iban: null }),
      person('5', { contractStart: '2026-11-02', iban: null }),
    ]);
    expect(three).toBeDefined();
    await company.apply(() => 'accept');
    company.book.tables.set('Passerelle_Salaries', company.book.tables.get('Passerelle_Salaries')!.slice(1));
    expect(await company.lines(OCTOBER)).toEqual([
      '3 Fin de contrat  → 31/10/2026 lucca',
      '4 arrival 05/10/2026',
      '5 other 02/11/2026',
      '3 leaver 31/10/2026',
      '2 gone ',
      '1 removed ',
    ]);
  });

  test('known before their month: an arrival of that month, whatever closes told of them, and of no other', async () => {
    const others = company.account.employees;
    company.lucca('2026-10-05T18:00:00Z', [...others, person('4', { contractStart: '2026-11-02', iban: null })]);
    await company.apply();
    expect(await company.lines(OCTOBER)).toEqual(['4 other 02/11/2026']);
    at('2026-10-28T10:00:00Z');
    sound(await company.close(OCTOBER));
    expect(await company.lines(NOVEMBER)).toEqual(['4 arrival 02/11/2026']);
    at('2026-11-28T10:00:00Z');
    sound(await company.close(NOVEMBER));
    expect(await company.lines(NOVEMBER)).toEqual(['4 arrival 02/11/2026']);
    expect(await company.lines(plainMonth('2026-12'))).toEqual([]);
  });

  test('a contract that another one follows the next day is no departure; the close keeps it', async () => {
    const [, two, three] = company.account.employees as [never, never, never];
    company.lucca('2026-10-05T18:00:00Z', [person('1', { nir: NIR, contractEnd: '2026-10-14' }), two, three]);
    await company.apply();
    const change = '1 Fin de contrat  → 14/10/2026 lucca';
    expect(await company.lines(OCTOBER)).toEqual([change, '1 leaver 14/10/2026']);
    const span = (id: string, from: string, to: string | null) => ({ id, employeeId: '1', from, to }) as ContractSpan;
    company.account.spans = [span('a', '2021-01-01', '2026-10-14'), span('b', '2026-10-15', null)];
    expect(await company.lines(OCTOBER)).toEqual([change]);
    sound(await company.close(OCTOBER));
    company.account.spans = [];
    expect(await company.lines(OCTOBER)).toEqual([change]);
  });

  test('a month that is closed keeps what it told; the next one begins from it; two closes are kept', async () => {
    const change = (at: string, city: string) =>
      company.lucca(at, [person('1', { nir: NIR, city }), ...company.account.employees.slice(1)]);
    change('2026-10-05T18:00:00Z', 'Lille');
    await company.apply();
    at('2026-10-26T10:00:00Z');
    sound(await company.close(OCTOBER));
    change('2026-11-05T18:00:00Z', 'Nice');
    await company.apply();
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Lille lucca']);
    expect(await company.lines(NOVEMBER)).toEqual(['1 Ville Lille → Nice lucca']);
    at('2026-11-28T10:00:00Z');
    sound(await company.close(NOVEMBER));
    expect(company.sheet(closingsTable, 'month', 'luccaId')).toEqual([
      ...[
        ['2026-10', '1'],
        ['2026-10', '2'],
        ['2026-10', '3'],
      ],
      ...[
        ['2026-11', '1'],
        ['2026-11', '2'],
        ['2026-11', '3'],
      ],
    ]);
    expect(await company.lines(NOVEMBER)).toEqual(['1 Ville Lille → Nice lucca']);
    expect(sound(await company.recap(OCTOBER))).toMatchObject({ source: { from: 'log' }, isPast: true });
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Lyon → Lille lucca']);
  });

  test('« Périodes » says which month is closed, from where and when, and opens the next; vouchers and hours are left', () => {
    expect(company.sheet(periodsTable, 'topic', 'month', 'from', 'to', 'state', 'by')).toEqual([
      ['salariés', '2026-09', '01/09/2026', '30/09/2026', 'close', 'le volet'],
      ['salariés', '2026-10', '01/10/2026', '31/10/2026', 'ouverte', 'le volet'],
    ]);
  });

  test('a close is undone whole, and its line stands in « Journal »', async () => {
    const before = company.book.copy();
    sound(await company.close(OCTOBER));
    sound(await undoLastPlan(company.ports));
    expect(company.sheet(closingsTable, 'month', 'luccaId', 'content')).toEqual(
      before.tables
        .get(closingsTable.name)
        ?.map(({ cells }) => ['month', 'luccaId', 'content'].map((key) => (cells[key] as { text: string }).text)),
    );
    expect(company.sheet(periodsTable, 'month', 'state')).toEqual([
      ['2026-09', 'close'],
      ['2026-10', 'ouverte'],
    ]);
    expect(company.sheet(journalTable, 'what').slice(-2)).toEqual([
      ['Clôture du mois des salariés'],
      ['Annulation de la dernière mise à jour'],
    ]);
  });

  test('refused: closed already unless asked again, older than the last close, somebody on two rows, nobody, a plan left open', async () => {
    expect(await company.close(SEPTEMBER)).toMatchObject({ error: { code: 'closed' } });
    expect(await company.close(SEPTEMBER, { again: true })).toMatchObject({ ok: true, value: { people: 3 } });
    expect(await company.close(plainMonth('2026-08'))).toMatchObject({ error: { code: 'later', month: '2026-09' } });
    const rows = company.book.tables.get('Passerelle_Salaries')!;
    company.book.tables.set('Passerelle_Salaries', [...rows, structuredClone(rows[0]!)]);
    expect(await company.close(OCTOBER)).toMatchObject({
      error: { code: 'twice', findings: [{ code: 'duplicateKey' }] },
    });
    company.book.tables.set('Passerelle_Salaries', []);
    expect(await company.close(OCTOBER)).toMatchObject({ error: { code: 'nobody' } });
    company.book.tables.set('Passerelle_Salaries', rows);
    company.book.linesBeforeFault = 3;
    expect(await company.close(OCTOBER)).toMatchObject({ error: { code: 'apply', error: { open: true } } });
    company.book.linesBeforeFault = Infinity;
    expect(await company.close(OCTOBER)).toMatchObject({ error: { code: 'pending' } });
    expect(await company.recap(OCTOBER)).toMatchObject({ error: { code: 'pending' } });
  });

  test('somebody on two rows is told once, as that: their row was not taken away', async () => {
    const rows = company.book.tables.get('Passerelle_Salaries')!;
    company.book.tables.set('Passerelle_Salaries', [...rows, structuredClone(rows[0]!)]);
    expect(await company.lines(OCTOBER)).toEqual([]);
    expect(sound(await company.recap(OCTOBER)).findings.map(({ code }) => code)).toEqual(['duplicateKey']);
  });

  test('refused: a month that has not begun, unless asked again', async () => {
    const before = company.book.copy();
    expect(await company.close(NOVEMBER)).toMatchObject({ error: { code: 'far' } });
    expect(company.sheet(closingsTable, 'month')).toHaveLength(before.tables.get(closingsTable.name)!.length);
    expect(await company.close(NOVEMBER, { again: true })).toMatchObject({ ok: true });
  });

  test('what waits in « Revoir » is counted, bank accounts apart', async () => {
    company.lucca('2026-10-05T18:00:00Z', [
      person('1', { nir: NIR, city: 'Lille', iban: OTHER_IBAN }),
      ...company.account.employees.slice(1),
    ]);
    const request = { connection: company.account.connection() };
    const waiting = (await waitingDifferences(company.ports, request))!;
    expect(waiting).toEqual({ differences: 2, oneByOne: 1, automatic: 0 });
    sound(await setAutomatic(company.book, ['address']));
    const taken = (await waitingDifferences(company.ports, request))!;
    expect(taken).toEqual({ differences: 1, oneByOne: 1, automatic: 1 });
    expect(waitingText(taken)).toBe(
      '1 différence attend votre décision dans « Revoir », dont 1 RIB ou conflit ; 1 changement sera repris sans demander par « Revoir » : ce qui sera écrit après la clôture sera compté dans le mois suivant.',
    );
    expect(waitingText({ differences: 0, oneByOne: 0, automatic: 0 })).toBe('');
  });
});

describe('before any close', () => {
  test('an account that changed while a reading lacked it, or while the person was not shown, is told', async () => {
    const [one] = company.account.employees as [never];
    const { iban: _iban, ...silent } = person('2').values;
    company.lucca('2026-10-05T10:00:00Z', [one, { id: '2', values: silent }]);
    company.lucca('2026-10-06T10:00:00Z', [one, person('2', { iban: IBAN }), person('3', { iban: OTHER_IBAN })]);
    expect((await company.lines(OCTOBER)).filter((line) => line.includes('IBAN'))).toEqual([
      `2 IBAN ${OTHER_IBAN} → ${IBAN} lucca`,
      `3 IBAN ${DE} → ${OTHER_IBAN} lucca`,
    ]);
    const { bank } = sound(await company.recap(OCTOBER));
    expect(bank.changes.map(({ person: { id }, state, changedAt }) => [id, state, changedAt])).toEqual([
      ['2', 'waiting', '2026-10-06T10:00:00Z'],
      ['3', 'waiting', '2026-10-06T10:00:00Z'],
    ]);
  });

  test('what Lucca showed in the month, its last value; months around are not in it; who is gone has the name of the workbook', async () => {
    const others = company.account.employees.slice(1);
    company.lucca('2026-09-30T21:30:00Z', [person('1', { nir: NIR, city: 'Nantes' }), ...others]);
    company.lucca('2026-09-30T22:30:00Z', [person('1', { nir: NIR, city: 'Paris' }), ...others]);
    company.lucca('2026-10-10T10:00:00Z', [
      person('1', { nir: NIR, city: 'Lille' }),
      ...others,
      person('4', { contractStart: '2026-10-12' }),
    ]);
    company.lucca('2026-10-20T10:00:00Z', [
      person('1', { nir: NIR, city: 'Lille' }),
      person('2', { iban: OTHER_IBAN }),
      person('4', { contractStart: '2026-10-12' }),
    ]);
    company.lucca('2026-11-02T10:00:00Z', [
      person('1', { nir: NIR, city: 'Metz' }),
      person('2', { iban: OTHER_IBAN }),
      person('4', { contractStart: '2026-10-12' }),
    ]);
    expect(await company.lines(OCTOBER)).toEqual(['1 Ville Nantes → Lille lucca', '4 arrival 12/10/2026', '3 gone ']);
    const recap = sound(await company.recap(OCTOBER));
    expect(recap.source).toEqual({ from: 'log', since: null, knownFrom: null });
    expect(recap.recap.gone.map(({ name }) => name)).toEqual(['Nom3 P3']);
    expect(await company.lines(SEPTEMBER)).toEqual(['1 Ville Lyon → Nantes lucca']);
  });

  test('an account that Lucca was not seen to say in the month was there before it; what waits, waits against it', async () => {
    const lucca = (at: string, one: string, two: string) =>
      company.lucca(at, [person('1', { iban: one }), person('2', { iban: two }), person('3')]);
    lucca('2026-09-10T10:00:00Z', OTHER_IBAN, IBAN);
    await company.apply(({ item }) => (item.key === '1' ? 'undecided' : 'accept'));
    lucca('2026-10-05T10:00:00Z', DE, OTHER_IBAN);
    await company.apply(({ item }) => (item.key === '1' ? 'undecided' : 'accept'));
    lucca('2026-10-12T10:00:00Z', DE, DE);
    const { changes } = sound(await company.recap(OCTOBER)).bank;
    expect(changes.map(({ person: { id }, before, after, state }) => [id, before.iban, after.iban, state])).toEqual([
      ['1', IBAN, DE, 'waiting'],
      ['2', IBAN, OTHER_IBAN, 'accepted'],
      ['2', OTHER_IBAN, DE, 'waiting'],
    ]);
  });

  test('who is gone had the account of the workbook: it did not change, unless Lucca was seen to change it', async () => {
    const [one, two] = company.account.employees as [never, never];
    company.lucca('2026-10-05T10:00:00Z', [one, two]);
    await company.apply();
    expect(sound(await company.recap(OCTOBER)).bank.changes).toEqual([]);
    company.lucca('2026-10-06T10:00:00Z', [one, person('2', { iban: IBAN })]);
    company.lucca('2026-10-07T10:00:00Z', [one]);
    const { bank } = sound(await company.recap(OCTOBER));
    expect(bank.changes).toMatchObject([
      { person: { id: '2' }, before: { iban: OTHER_IBAN }, after: { iban: IBAN }, state: 'waiting' },
    ]);
  });
});

describe('« RIB modifiés »', () => {
  const changed = (iban: string, at = '2026-10-05T18:00:00Z') =>
    company.lucca(at, [person('1', { nir: NIR, iban }), ...company.account.employees.slice(1)]);
  const accounts = async () =>
    bankLines(sound(await company.recap(OCTOBER)), 'open').map(
      ({ luccaId, state, ibanBefore, ibanAfter, countryBefore, countryAfter, changedAt, acceptedAt }) => [
        ...[luccaId, state, ibanBefore, ibanAfter, countryBefore, countryAfter],
        ...[changedAt, acceptedAt],
      ],
    );
  const LINE = ['FR 30006 •••• 0189', 'FR 20041 •••• 2606', 'FR', 'FR', '05/10/2026 20:00'];

  beforeEach(async () => {
    sound(await company.close(SEPTEMBER));
  });

  test('waits, then ignored, then accepted, with when Lucca changed it and when payroll took it', async () => {
    changed(OTHER_IBAN);
    expect(await accounts()).toEqual([['1', 'waiting', ...LINE, '']]);
    await company.apply(() => 'ignore');
    expect(await accounts()).toEqual([['1', 'ignored', ...LINE, '']]);
    await company.apply(() => 'accept');
    expect(await accounts()).toEqual([['1', 'accepted', ...LINE, expect.stringMatching(/^01\/10\/2026 1\d:\d\d$/)]]);
  });

  test('accepted, then Lucca asks for another one, or for the first again: the one that payroll pays keeps its row and its date', async () => {
    changed(DE);
    await company.apply(() => 'accept');
    const taken = ['1', 'accepted', LINE[0], 'DE 37040044 •••• 3000', 'FR', 'DE', LINE[4]];
    changed(OTHER_IBAN, '2026-10-12T18:00:00Z');
    const waits = ['1', 'waiting', 'DE 37040044 •••• 3000', LINE[1], 'DE', 'FR', '12/10/2026 20:00', ''];
    const acceptedAt = expect.stringMatching(/^01\/10\/2026 1\d:\d\d$/);
    expect(await accounts()).toEqual([[...taken, acceptedAt], waits]);
    changed(IBAN, '2026-10-14T18:00:00Z');
    const back = [...waits.slice(0, 3), LINE[0], 'DE', 'FR', '14/10/2026 20:00', ''];
    expect(await accounts()).toEqual([[...taken, acceptedAt], back]);
    sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    expect(company.sheet(bankChangesTable, 'state', 'ibanBefore', 'ibanAfter')).toEqual([
      ['accepté', LINE[0], 'DE 37040044 •••• 3000'],
      ['à confirmer', 'DE 37040044 •••• 3000', LINE[0]],
    ]);
    at('2026-10-28T10:00:00Z');
    sound(await company.close(OCTOBER));
    expect(await accounts()).toEqual([[...taken, acceptedAt], back]);
    const november = bankLines(sound(await company.recap(NOVEMBER)), 'open');
    expect(november.map(({ state, ibanBefore, ibanAfter }) => [state, ibanBefore, ibanAfter])).toEqual([
      ['waiting', 'DE 37040044 •••• 3000', LINE[0]],
    ]);
  });

  test('what was noted beside an account that waited stays beside it once it is accepted, and not beside the next that waits', async () => {
    const noted = () => company.book.rows(bankChangesTable).map(({ cells, others }) => [cells['state'], others]);
    const write = async () => sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    const note = [{ heading: 'Vu', cell: { text: 'oui' } }];
    changed(DE);
    await write();
    company.book.rows(bankChangesTable)[0]!.others = note;
    await company.apply(() => 'accept');
    await write();
    expect(noted()).toEqual([[{ text: 'accepté' }, note]]);
    changed(OTHER_IBAN, '2026-10-12T18:00:00Z');
    await write();
    expect(noted()).toEqual([
      [{ text: 'accepté' }, note],
      [{ text: 'à confirmer' }, []],
    ]);
    sound(await undoLastPlan(company.ports));
    sound(await undoLastPlan(company.ports));
    expect(noted()).toEqual([[{ text: 'à confirmer' }, note]]);
  });

  test('typed over what was accepted: the account of the workbook, not a question that nobody can answer', async () => {
    changed(DE);
    await company.apply(() => 'accept');
    company.type('1', 'iban', OTHER_IBAN);
    expect((await accounts())[0]?.slice(0, 4)).toEqual(['1', 'typed', LINE[0], LINE[1]]);
    expect(await company.proposals()).toEqual([]);
  });

  test('typed, while Lucca says a third one: what the workbook holds, and what becomes of the other', async () => {
    const told = async () =>
      sound(await company.recap(OCTOBER)).bank.changes.map(({ after, state }) => [after.iban, state]);
    changed(DE);
    await company.apply(() => 'ignore');
    company.type('1', 'iban', OTHER_IBAN);
    expect([await told(), await company.proposals()]).toEqual([
      [
        [OTHER_IBAN, 'typed'],
        [DE, 'ignored'],
      ],
      ['conflict 1 iban: ignore'],
    ]);
    changed('FR7610107001011234567890129', '2026-10-06T18:00:00Z');
    expect(await told()).toEqual([
      [OTHER_IBAN, 'typed'],
      ['FR7610107001011234567890129', 'waiting'],
    ]);
    await company.apply(() => 'ignore');
    expect([await told(), await company.proposals()]).toEqual([[[OTHER_IBAN, 'typed']], []]);
  });

  test('a close keeps where each account stood: refused, accepted, left waiting; what waits goes on to the next month', async () => {
    const [FOURTH, FIFTH] = ['FR7610107001011234567890129', 'GB29NWBK60161331926819'];
    company.lucca('2026-10-05T18:00:00Z', [
      person('1', { nir: NIR, iban: FOURTH }),
      person('2', { iban: FIFTH }),
      person('3', { iban: IBAN }),
    ]);
    const chosen: Readonly<Record<string, 'ignore' | 'accept' | 'undecided'>> = { 1: 'ignore', 2: 'accept' };
    await company.apply(({ item }) => chosen[item.key] ?? 'undecided');
    const told = async (month: PlainMonth) =>
      sound(await company.recap(month)).bank.changes.map(({ person: { id }, state, before, after }) => [
        ...[id, state, before.iban, after.iban],
      ]);
    const stood = [
      ['1', 'ignored', IBAN, FOURTH],
      ['2', 'accepted', OTHER_IBAN, FIFTH],
      ['3', 'waiting', DE, IBAN],
    ];
    expect(await told(OCTOBER)).toEqual(stood);
    at('2026-10-28T10:00:00Z');
    sound(await company.close(OCTOBER));
    expect(await told(OCTOBER)).toEqual(stood);
    expect(await told(NOVEMBER)).toEqual([stood[0], stood[2]]);
    const others = company.account.employees.slice(0, 2);
    company.lucca('2026-11-05T18:00:00Z', [...others, person('3', { iban: OTHER_IBAN })]);
    await company.apply(() => 'accept');
    expect(await told(OCTOBER)).toEqual(stood);
    expect(await told(NOVEMBER)).toEqual([
      ['1', 'accepted', IBAN, FOURTH],
      ['3', 'accepted', DE, OTHER_IBAN],
    ]);
  });

  test('an account that waits, and that a later reading does not show, waits still, at the close too', async () => {
    changed(OTHER_IBAN);
    const { iban: _iban, ...silent } = person('1', { nir: NIR }).values;
    company.lucca('2026-10-06T18:00:00Z', [{ id: '1', values: silent }, ...company.account.employees.slice(1)]);
    expect((await accounts())[0]?.slice(0, 4)).toEqual(['1', 'waiting', LINE[0], LINE[1]]);
    sound(await company.close(OCTOBER));
    expect((await accounts())[0]?.slice(0, 4)).toEqual(['1', 'waiting', LINE[0], LINE[1]]);
  });

  test('of a month whose copy is not kept: accepted where that is remembered, else nobody knows', async () => {
    changed(OTHER_IBAN);
    company.lucca('2026-10-06T18:00:00Z', [
      company.account.employees[0]!,
      person('2', { iban: IBAN }),
      company.account.employees[2]!,
    ]);
    await company.apply(({ item }) => (item.key === '1' ? 'accept' : 'ignore'));
    at('2026-10-28T10:00:00Z');
    sound(await company.close(OCTOBER));
    at('2026-11-28T10:00:00Z');
    sound(await company.close(NOVEMBER));
    company.book.tables.set(closingsTable.name, []);
    expect((await accounts()).map(([id, state]) => [id, state])).toEqual([
      ['1', 'accepted'],
      ['2', 'unknown'],
    ]);
  });

  test('an account removed in Lucca waits, then payroll has none', async () => {
    company.lucca('2026-10-05T18:00:00Z', [
      person('1', { nir: NIR, iban: null }),
      ...company.account.employees.slice(1),
    ]);
    expect((await accounts())[0]?.slice(0, 4)).toEqual(['1', 'waiting', LINE[0], '']);
    await company.apply(() => 'accept');
    expect((await accounts())[0]?.slice(0, 4)).toEqual(['1', 'accepted', LINE[0], '']);
  });

  test('when payroll accepted it is remembered by the sheet, after other updates', async () => {
    changed(OTHER_IBAN);
    await company.apply(() => 'accept');
    const [[, , , , , , , at] = []] = await accounts();
    sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    company.lucca('2026-10-20T18:00:00Z', [
      company.account.employees[0]!,
      person('2', { iban: OTHER_IBAN, city: 'Metz' }),
      company.account.employees[2]!,
    ]);
    await company.apply();
    expect((await accounts())[0]?.at(-1)).toBe(at);
    expect(at).not.toBe('');
  });

  test('the date of one account is never told of another: unknown is blank', async () => {
    const acceptedAt = async () => (await accounts())[0]?.at(-1);
    changed(DE);
    at('2026-10-06T08:00:00Z');
    await company.apply(() => 'accept');
    sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    expect(await acceptedAt()).toMatch(/^06\/10\/2026/);
    changed(OTHER_IBAN, '2026-10-07T10:00:00Z');
    at('2026-10-08T08:00:00Z');
    await company.apply(() => 'accept');
    expect(await acceptedAt()).toMatch(/^08\/10\/2026/);
    company.lucca('2026-10-09T10:00:00Z', [
      ...company.account.employees.slice(0, 1),
      person('2', { iban: OTHER_IBAN, city: 'Metz' }),
    ]);
    at('2026-10-10T08:00:00Z');
    await company.apply(() => 'accept');
    expect(await acceptedAt()).toMatch(/^08\/10\/2026/);
    company.type('1', 'iban', DE);
    expect(await acceptedAt()).toBe('');
  });

  test('a month runs from close to close: what changed after its close is of the next one, twice told there', async () => {
    const told = async (month: PlainMonth) => {
      const { changes, findings } = sound(await company.recap(month)).bank;
      return [
        changes.map(({ before, after, changedAt }) => [before.iban, after.iban, changedAt]),
        findings.filter(({ code }) => code === 'bankTwice').map(({ facts }) => facts['times']),
      ];
    };
    at('2026-10-26T10:00:00Z');
    sound(await company.close(OCTOBER));
    expect(await told(OCTOBER)).toEqual([[], []]);
    changed(DE, '2026-10-28T10:00:00Z');
    await company.apply(() => 'accept');
    changed(IBAN, '2026-10-30T10:00:00Z');
    await company.apply(() => 'accept');
    expect(await told(OCTOBER)).toEqual([[], []]);
    expect(await told(NOVEMBER)).toEqual([[[IBAN, IBAN, '2026-10-30T10:00:00Z']], [2]]);
  });

  test('closed late: what changed before its close is of the month, the first one without a close before too', async () => {
    changed(DE, '2026-11-02T10:00:00Z');
    await company.apply(() => 'accept');
    at('2026-11-04T10:00:00Z');
    sound(await company.close(OCTOBER));
    const told = async (month: PlainMonth) =>
      sound(await company.recap(month)).bank.changes.map(({ after, changedAt }) => [after.iban, changedAt]);
    expect([await told(OCTOBER), await told(NOVEMBER)]).toEqual([[[DE, '2026-11-02T10:00:00Z']], []]);
    changed(OTHER_IBAN, '2026-11-05T10:00:00Z');
    await company.apply(() => 'accept');
    expect(await told(OCTOBER)).toEqual([[DE, '2026-11-02T10:00:00Z']]);
    expect(await told(NOVEMBER)).toEqual([[OTHER_IBAN, '2026-11-05T10:00:00Z']]);
  });

  test('one account for two people, and a bank abroad, are told', async () => {
    changed(DE);
    const { bank } = sound(await company.recap(OCTOBER));
    expect(bank.findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['bankCountryChanged', { person: 'Nom1 P1 (0001)', from: 'FR', to: 'DE' }],
      ['bankShared', { person: 'Nom1 P1 (0001)', others: 'Nom3 P3 (0003)' }],
    ]);
  });
});

describe('what is written and printed', () => {
  const all = async () => sound(await company.recap(OCTOBER));
  const on = plainDate('2026-10-26');

  beforeEach(async () => {
    sound(await company.close(SEPTEMBER));
    company.lucca('2026-10-05T18:00:00Z', [
      person('1', { nir: '2850575123456', iban: OTHER_IBAN, workEmail: 'a@b.fr' }),
      ...company.account.employees.slice(1),
    ]);
    await company.apply(() => 'accept');
  });

  test('masked unless asked for: no NIR, no account in any line, nor in the sheets', async () => {
    const recap = await all();
    sound(await writeRecap(company.ports, recap, 'open'));
    const masked = JSON.stringify([
      recapReport(recap, 'open', on),
      bankReport(recap, 'open', on),
      ...[recapTable, bankChangesTable].map((table) => company.book.rows(table)),
    ]);
    for (const secret of [NIR, '2850575123456', IBAN, OTHER_IBAN]) expect(masked).not.toContain(secret);
    expect(company.sheet(recapTable, 'field', 'before', 'after', 'origin')).toEqual([
      ['Numéro de sécurité sociale', '••••••', '••••••', 'Lucca'],
      ['E-mail professionnel', '', 'a@b.fr', 'Lucca'],
      ['IBAN', 'FR 30006 •••• 0189', 'FR 20041 •••• 2606', 'Lucca'],
    ]);
    const shown = JSON.stringify(recapReport(recap, 'secret', on));
    expect([NIR, OTHER_IBAN].map((secret) => shown.includes(secret))).toEqual([true, true]);
    expect(JSON.stringify(recapReport(recap, 'personal', on))).not.toContain(NIR);
  });

  test('a matricule that is a NIR is masked in every line and sheet', async () => {
    const [first, ...others] = company.account.employees;
    const values = { ...first!.values, employeeNumber: NIR };
    company.lucca('2026-10-07T18:00:00Z', [{ ...first!, values }, ...others]);
    await company.apply(() => 'accept');
    const recap = await all();
    sound(await writeRecap(company.ports, recap, 'open'));
    const masked = [recapReport(recap, 'personal', on), bankReport(recap, 'personal', on)];
    expect(
      JSON.stringify([...masked, company.book.rows(recapTable), company.book.rows(bankChangesTable)]),
    ).not.toContain(NIR);
    expect(recapReport(recap, 'secret', on).rows[0]?.employeeNumber).toBe(NIR);
  });

  test('lines are what the service takes; the sheets are made again the same, and undone', async () => {
    const recap = await all();
    for (const upTo of ['open', 'secret'] as const) {
      expect(recapReportSchema.parse(recapReport(recap, upTo, on))).toEqual(recapReport(recap, upTo, on));
      expect(bankReportSchema.parse(bankReport(recap, upTo, on))).toEqual(bankReport(recap, upTo, on));
    }
    expect(sound(await writeRecap(company.ports, recap, 'open'))).toMatchObject({ added: 4, refused: [] });
    expect(sound(await writeRecap(company.ports, await all(), 'open'))).toMatchObject({ added: 0, changed: 0 });
    expect(sound(await writeRecap(company.ports, await all(), 'secret')).changed).toBeGreaterThan(2);
    sound(await undoLastPlan(company.ports));
    expect(company.sheet(bankChangesTable, 'ibanAfter')).toEqual([['FR 20041 •••• 2606']]);
  });

  test('a row of a sheet stays where it stands, and new ones come at its end; lines are in the order of the catalogue', async () => {
    const order = () => company.sheet(recapTable, 'field').flat();
    sound(await writeRecap(company.ports, await all(), 'open'));
    const first = order();
    company.lucca('2026-10-06T18:00:00Z', [
      person('1', { nir: '2850575123456', iban: OTHER_IBAN, workEmail: 'a@b.fr', city: 'Lille' }),
      ...company.account.employees.slice(1),
    ]);
    await company.apply(() => 'accept');
    sound(await writeRecap(company.ports, await all(), 'open'));
    expect(order()).toEqual([...first, 'Ville']);
    const lines = recapReport(await all(), 'open', on).rows.map(({ field }) => field);
    expect([lines.at(-1), new Set(lines)]).toEqual(['IBAN', new Set(order())]);
  });

  test('undone, it says that the recap was, and not the update before it', async () => {
    company.lucca('2026-10-05T18:00:00Z', [person('1', { nir: NIR, city: 'Lille' })]);
    await company.apply(() => 'accept');
    sound(await writeRecap(company.ports, sound(await company.recap(OCTOBER)), 'open'));
    const report = sound(await undoLastPlan(company.ports));
    expect(report).toMatchObject({ kind: 'recap', refused: [] });
    expect([undone(report), undone({ kind: 'refresh', refused: [1] })]).toEqual([
      'L’écriture du récapitulatif est annulée\u00a0: les feuilles sont revenues comme avant. «\u00a0Salariés\u00a0» et «\u00a0Absences\u00a0» n’ont pas changé.',
      'La dernière mise à jour est annulée, sauf là où vous avez changé quelque chose depuis.',
    ]);
    expect((['recap', 'refresh'] as const).map((kind) => undoAction(kind, '05/10/2026', '20:04'))).toEqual([
      'Annuler l’écriture du récapitulatif du\u00a005/10\u00a0à\u00a020:04',
      'Annuler la mise à jour du\u00a005/10\u00a0à\u00a020:04',
    ]);
  });

  test('a column of the accountant follows its row; a month without a change leaves empty sheets', async () => {
    sound(await writeRecap(company.ports, await all(), 'open'));
    company.book.rows(bankChangesTable)[0]!.others = [{ heading: 'Vu', cell: { text: 'oui' } }];
    sound(await writeRecap(company.ports, await all(), 'open'));
    expect(company.book.rows(bankChangesTable)[0]!.others).toEqual([{ heading: 'Vu', cell: { text: 'oui' } }]);
    at('2026-10-26T10:00:00Z');
    sound(await company.close(OCTOBER));
    sound(await writeRecap(company.ports, sound(await company.recap(NOVEMBER)), 'open'));
    expect([recapTable, bankChangesTable].map((table) => company.book.rows(table).length)).toEqual([0, 0]);
    expect(company.book.rows(planTable).length).toBeGreaterThan(0);
  });
});
