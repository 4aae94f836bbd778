/** Titres-restaurant as a clerk lives them: computed, written, validated, corrected by the next order, cancelled. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { ledgerCheck } from '../../../shared/domain/review/checksum.ts';
import { displayed, blank, textCell } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { computeVouchers } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { cancelOrder, markOrdered, validateOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { journalTable } from '../../../shared/tables/memoryTables.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { beneficiariesTable } from '../../../shared/tables/vouchers/beneficiariesTable.ts';
import { absenceImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { mealsTable } from '../../../shared/tables/vouchers/mealsTable.ts';
import { ordersTable } from '../../../shared/tables/vouchers/ordersTable.ts';
import { planningsTable } from '../../../shared/tables/planningsTable.ts';
import { registerTable } from '../../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { resultTable } from '../../../shared/tables/vouchers/resultTable.ts';
import { person, sound } from '../../support/smallCompany.ts';
import { ordered, regulationRow, SIEGE, VoucherCompany } from './voucherCompany.ts';

const cellsOf = (company: VoucherCompany, table: typeof resultTable, ...keys: string[]) =>
  company.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)).join(' '));

/** Those that « Registre TR » was first made with. */
const firstColumns = [
  ...['line', 'order', 'month', 'regulation', 'luccaId', 'employeeNumber', 'name', 'givenFrom', 'given', 'takenFrom'],
  ...['taken', 'others', 'ordered', 'corrections', 'carriedIn', 'carriedOut', 'manual', 'returned', 'support'],
  'settlement',
];

describe('a computation', () => {
  test('counts everybody of « Salariés », and writes one row per person with the sum written out', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-09-08');
    const computation = await company.computed('2026-10');
    expect(ordered(computation)).toEqual({ 1: 22, 2: 22, 3: 22 });
    const september = await company.close('2026-09');
    expect(ordered(september)).toEqual({ 1: 22, 2: 22, 3: 22 });
    sound(await writeVouchers(company.ports, await company.computed('2026-10')));
    expect(
      cellsOf(company, resultTable, 'month', 'employeeNumber', 'ordered', 'totalFace', 'totalEmployer', 'sum'),
    ).toEqual([
      '2026-09 0001 22 198 118,8 22 jours = 22',
      '2026-09 0002 22 198 118,8 22 jours = 22',
      '2026-09 0003 22 198 118,8 22 jours = 22',
      '2026-10 0001 21 189 113,4 22 jours − 1 absence = 21',
      '2026-10 0002 22 198 118,8 22 jours = 22',
      '2026-10 0003 22 198 118,8 22 jours = 22',
    ]);
  });

  test('of five people without one absence, doubts that the key may read them', async () => {
    const company = await VoucherCompany.begun();
    const { account } = company;
    account.employees = ['1', '2', '3', '4', '5'].map((id) => person(id));
    account.contracts = account.employees.map(({ id }) => company.contract(id));
    await company.apply(() => 'accept');
    const doubts = async () => {
      const { findings } = await company.computed('2026-09');
      return findings.filter(({ code }) => code === 'voucherNoAbsence').map(findingText);
    };
    company.dayOff('2026-08-11');
    expect(await doubts()).toEqual([
      "Lucca n'a rendu aucune absence pour septembre 2026 (5 personnes) : vérifiez que la clé a le droit « Timmi Absences : consulter les absences de tous les établissements ». Sans absences, chacun reçoit tous ses titres.",
    ]);
    company.dayOff('2026-09-08');
    expect(await doubts()).toEqual([]);
  });

  test('computed again writes nothing; a change writes its row; a person who is gone leaves the month', async () => {
    const company = await VoucherCompany.begun();
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    expect(sound(await writeVouchers(company.ports, await company.computed('2026-09')))).toMatchObject({
      added: 0,
      changed: 0,
    });
    company.fill(adjustmentsTable, { month: '2026-09-01', luccaId: '2', kind: 'autre', number: -2, comment: 'essai' });
    company.account.contracts = company.account.contracts.map((each) =>
      each.employeeId === '3' ? { ...each, establishmentId: '14', establishment: 'Lille' } : each,
    );
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    expect(cellsOf(company, resultTable, 'luccaId', 'ordered')).toEqual(['1 22', '2 20']);
  });

  test('what a person added beside a row stays with it', async () => {
    const company = await VoucherCompany.begun();
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    const [row] = company.book.rows(resultTable);
    if (row) row.others = [{ heading: 'Note', cell: textCell('vu') }];
    company.account.contracts = company.account.contracts.map((each) => ({ ...each, to: plainDate('2026-09-15') }));
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    expect(company.book.rows(resultTable)[0]?.others).toEqual([{ heading: 'Note', cell: { text: 'vu' } }]);
  });

  test('is undone like an update', async () => {
    const company = await VoucherCompany.begun();
    sound(await writeVouchers(company.ports, await company.computed('2026-09')));
    sound(await undoLastPlan(company.ports));
    expect(company.book.rows(resultTable)).toEqual([]);
  });

  test('follows the contract dates that payroll wrote', async () => {
    const company = await VoucherCompany.begun();
    company.row('2').cells['contractEnd'] = { date: plainDate('2026-09-15') };
    expect(ordered(await company.computed('2026-09'))).toEqual({ 1: 22, 2: 11, 3: 22 });
  });

  test('leaves out whom an exception excludes, and begins later whom it says', async () => {
    const company = await VoucherCompany.begun();
    company.fill(
      beneficiariesTable,
      { criterion: 'Identifiant Lucca', value: '1', exception: 'exclu', from: '2026-09-16' },
      { criterion: 'Identifiant Lucca', value: '2', exception: 'date de début', from: '2026-09-16' },
    );
    const { findings, people } = await company.computed('2026-09');
    expect(findings.map(findingText)).toEqual([]);
    expect(ordered({ people })).toEqual({ 1: 11, 2: 11, 3: 22 });
  });

  test('takes a meal typed in the sheet, and one of Lucca, once', async () => {
    const company = await VoucherCompany.begun();
    const meal = { id: 'E1', employeeId: '1', date: plainDate('2026-09-08'), natureId: '31', host: null, moment: null };
    company.account.meals = [{ ...meal, stage: 'controlled' }];
    company.fill(
      mealsTable,
      { id: 'E1', luccaId: '1', date: '2026-09-08', nature: 'Déjeuner' },
      { luccaId: '2', date: '2026-09-09', nature: 'Déjeuner' },
    );
    await company.close('2026-09');
    expect(ordered(await company.computed('2026-10'))).toEqual({ 1: 21, 2: 21, 3: 22 });
  });

  test('of a month with nobody is validated empty, and the next month follows; where somebody waits it is not', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    const off = { criterion: 'Établissement', value: 'Lyon', exception: 'exclu', from: '2026-10-01', to: '2026-10-31' };
    company.fill(beneficiariesTable, off);
    expect((await company.close('2026-10')).people).toEqual([]);
    expect(cellsOf(company, ordersTable, 'number', 'month', 'lines', 'people', 'vouchers', 'amount')).toEqual([
      'TR1 2026-09 3 3 66 594',
      'TR2 2026-10 0 0 0 0',
    ]);
    for (const id of ['1', '2', '3']) company.account.unplanned.add(id);
    const november = await company.computed('2026-11');
    const refused = { ok: false, error: { code: 'incomplete' } };
    expect(await validateOrder(company.ports, november, SIEGE)).toMatchObject(refused);
    company.account.unplanned.clear();
    expect(ordered(await company.close('2026-11'))).toEqual({ 1: 21, 2: 21, 3: 21 });
  });

  test('of a person whose planning is not known waits, the others do not', async () => {
    const company = await VoucherCompany.begun();
    company.account.unplanned.add('2');
    const { people } = await company.computed('2026-09');
    expect(people.map(({ outcome }) => [outcome.employeeId, outcome.state])).toEqual([
      ['1', 'computed'],
      ['2', 'incomplete'],
      ['3', 'computed'],
    ]);
    expect(people.flatMap(({ outcome }) => outcome.findings.map(findingText))).toHaveLength(1);
  });
});

describe('without a planning in Lucca', () => {
  test('« Plannings » says who works when, with the holidays of the establishment', async () => {
    const company = await VoucherCompany.begun();
    for (const id of ['1', '2', '3']) company.account.unplanned.add(id);
    const week = {
      monday: 'journée',
      tuesday: 'journée',
      wednesday: 'journée',
      thursday: 'journée',
      friday: 'journée',
    };
    company.fill(planningsTable, week, {
      luccaId: '2',
      monday: 'journée',
      tuesday: 'matin',
      wednesday: 'matin avec repas',
    });
    await company.close('2026-09');
    await company.close('2026-10');
    const november = await company.computed('2026-11');
    expect(november.findings.map(findingText)).toEqual([]);
    // 20 weekdays but the 11th; five Mondays and four Wednesdays, one of them the 11th.
    expect(ordered(november)).toEqual({ 1: 20, 2: 8, 3: 20 });
  });

  test('of a half that Lucca gives, it says whether the meal is included', async () => {
    const company = await VoucherCompany.begun();
    company.account.mornings.add('1').add('2');
    company.fill(planningsTable, {
      luccaId: '2',
      monday: 'matin avec repas',
      tuesday: 'journée',
      friday: 'après-midi avec repas',
    });
    expect(ordered(await company.computed('2026-09'))).toEqual({ 1: 0, 2: 4, 3: 22 });
  });

  test('what Lucca gives passes before it', async () => {
    const company = await VoucherCompany.begun();
    company.fill(planningsTable, { monday: 'journée' });
    expect(ordered(await company.computed('2026-09'))).toEqual({ 1: 22, 2: 22, 3: 22 });
  });
});

describe('what is refused', () => {
  test('months that were not read are named, and nothing is computed', async () => {
    const company = await VoucherCompany.begun();
    company.account.planned = [];
    expect(await company.compute('2026-10')).toMatchObject({
      ok: false,
      error: { code: 'notRead', months: ['2026-09', '2026-10'] },
    });
  });

  test('an impact that nobody decided makes the regulation not valid, in the words of the seed', async () => {
    const company = await VoucherCompany.begun();
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés' });
    const refused = await company.compute('2026-10');
    expect(refused.ok).toBe(false);
    const findings = refused.ok || !('findings' in refused.error) ? [] : refused.error.findings;
    expect(findings.map(findingText)).toContain(
      "Définissez l'impact des absences associées à ces comptes d'absence pour le calcul des titres restaurant : Congés payés.",
    );
  });

  test('one regulation that is not valid leaves the others alone', async () => {
    const company = await VoucherCompany.begun();
    company.fill(
      regulationsTable,
      regulationRow(),
      regulationRow({ name: 'TR Lille', establishments: 'Lille', sharePercent: 45 }),
    );
    const [, , third] = company.account.contracts;
    if (third) company.account.contracts[2] = { ...third, establishmentId: '14', establishment: 'Lille' };
    const { people, findings } = await company.computed('2026-09');
    expect(people.map(({ outcome }) => outcome.employeeId)).toEqual(['1', '2']);
    expect(findings.map(({ code, subject }) => [code, subject])).toContainEqual(['voucherPersonWaits', '3']);
    for (const each of findings) expect(findingText(each).length).toBeGreaterThan(20);
  });

  test('a regulation that was ordered with and is renamed is asked for by its name', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    company.fill(regulationsTable, regulationRow({ name: 'TR Nouveau' }));
    expect(await company.compute('2026-10')).toMatchObject({
      error: { code: 'unsound', findings: [{ code: 'voucherRegulationGone', facts: { regulation: SIEGE } }] },
    });
  });

  test.each([
    [
      'a number that was edited',
      (company: VoucherCompany) => ({ ...company.book.rows(registerTable)[1]?.cells, ordered: { number: 99 } }),
    ],
    [
      'a day that was edited',
      (company: VoucherCompany) => ({ ...company.book.rows(registerTable)[1]?.cells, given: textCell('J') }),
    ],
    [
      'an establishment that was edited',
      (company: VoucherCompany) => ({ ...company.book.rows(registerTable)[1]?.cells, establishment: textCell('14') }),
    ],
    [
      'an establishment that was erased',
      (company: VoucherCompany) => ({ ...company.book.rows(registerTable)[1]?.cells, establishment: blank }),
    ],
  ])('the register is not computed on with %s', async (_, edit) => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    const row = company.book.rows(registerTable)[1];
    if (row) row.cells = edit(company);
    const result = await company.compute('2026-10');
    expect(result).toMatchObject({
      error: { code: 'unsound', findings: [{ code: 'voucherRegisterEdited', facts: { line: '2' } }] },
    });
  });

  test.each<[string, (company: VoucherCompany) => void, string]>([
    ['whose last line is gone', (company) => company.book.rows(registerTable).pop(), 'voucherRegisterCut'],
    [
      'that was deleted with its sheet',
      (company) => company.book.tables.delete(registerTable.name),
      'voucherRegisterCut',
    ],
    ['whose orders were deleted', (company) => company.book.tables.delete(ordersTable.name), 'voucherOrderLost'],
  ])('a register %s is not computed on', async (_, spoil, code) => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    spoil(company);
    const result = await company.compute('2026-10');
    expect(result).toMatchObject({ error: { code: 'unsound', findings: [{ code }] } });
    if (!result.ok && 'findings' in result.error)
      result.error.findings.forEach((each) => expect(findingText(each)).toContain('TR1'));
  });

  test('a register of before its column of establishments stays sound, and goes on with or without it', async () => {
    const company = await VoucherCompany.begun();
    company.fill(registerTable);
    company.book.removedColumns.set(registerTable.name, ['establishment']);
    await company.close('2026-09');
    await company.close('2026-10');
    company.book.removedColumns.clear();
    await company.close('2026-11');
    await company.computed('2026-12');
    const recorded = cellsOf(company, registerTable, 'line', 'order', 'establishment');
    expect(recorded.slice(5)).toEqual(['6 TR2 ', '7 TR3 13', '8 TR3 13', '9 TR3 13']);
    const [older] = company.book.rows(registerTable);
    const shown = (key: string) => displayed(older?.cells[key] ?? blank);
    expect(shown('check')).toBe(ledgerCheck('', firstColumns.map(shown)));
    if (older) older.cells['establishment'] = textCell('13');
    expect(await company.compute('2026-12')).toMatchObject({
      error: { code: 'unsound', findings: [{ code: 'voucherRegisterEdited', facts: { line: '1' } }] },
    });
  });

  test('a register whose column of establishments was deleted is not computed on', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    company.book.removedColumns.set(registerTable.name, ['establishment']);
    expect(await company.compute('2026-10')).toMatchObject({
      error: { code: 'unsound', findings: [{ code: 'voucherRegisterEdited', facts: { line: '1' } }] },
    });
  });

  test('a workbook of another account is refused', async () => {
    const company = await VoucherCompany.begun();
    const connection = { ...company.account.connection(), host: 'other.ilucca.net' };
    const result = await computeVouchers(company.ports, { connection, month: plainMonth('2026-09') });
    expect(result).toMatchObject({ error: { code: 'unsound', findings: [{ code: 'voucherOtherAccount' }] } });
  });

  test('the register may be sorted', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    company.book.rows(registerTable).reverse();
    expect(ordered(await company.computed('2026-10'))).toEqual({ 1: 22, 2: 22, 3: 22 });
  });
});

describe('the life of an order', () => {
  test('an absence learnt after two orders gives exactly one correction, with its cause', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    await company.close('2026-10');
    company.dayOff('2026-09-08');
    const november = await company.close('2026-11');
    expect(ordered(november)).toEqual({ 1: 20, 2: 21, 3: 21 });
    const lines = november.people[0]?.outcome.lines.filter(({ correction }) => correction !== null);
    expect(lines).toMatchObject([{ date: '2026-09-08', fact: 'absence', correction: '2026-10', change: -1 }]);
    expect(ordered(await company.computed('2026-12'))).toEqual({ 1: 23, 2: 23, 3: 23 });
  });

  test('a setting that changes does not move what is closed', async () => {
    const company = await VoucherCompany.begun();
    company.dayOff('2026-09-08');
    company.dayOff('2026-10-06');
    await company.close('2026-09');
    await company.close('2026-10');
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés', impact: 'ne déduit pas' });
    const { people } = await company.computed('2026-11');
    expect(people[0]?.outcome.count).toMatchObject({ corrections: 0, taken: 0 });
  });

  test('a month is not ordered twice', async () => {
    const company = await VoucherCompany.begun();
    const computation = await company.close('2026-09');
    expect(await validateOrder(company.ports, computation, SIEGE)).toMatchObject({ error: { code: 'ordered' } });
    expect(await company.compute('2026-09')).toMatchObject({ error: { code: 'noRegulation' } });
  });

  test('a month is not skipped: its days would never be given', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    const november = await company.computed('2026-11');
    expect(november.findings.map(findingText)).toContain(
      "Réglementaire « TR Siège » : la commande de octobre 2026 n'est pas validée. Validez-la d'abord, sinon ses jours ne seraient jamais donnés.",
    );
    expect(await validateOrder(company.ports, november, SIEGE)).toMatchObject({ error: { code: 'skipped' } });
  });

  test('nothing is ordered before the first month', async () => {
    const company = await VoucherCompany.begun();
    expect(await company.compute('2026-08')).toMatchObject({
      error: { code: 'noRegulation', findings: [{ code: 'voucherBeforeStart', facts: { month: '2026-09' } }] },
    });
  });

  test('what was computed before another order is not validated after it', async () => {
    const company = await VoucherCompany.begun();
    const early = await company.computed('2026-10');
    await company.close('2026-09');
    expect(await validateOrder(company.ports, early, SIEGE)).toMatchObject({ error: { code: 'moved' } });
  });

  test('is written: validated, ordered, cancelled with its dates; then the month may be validated again', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    expect(
      cellsOf(company, ordersTable, 'number', 'month', 'state', 'issuer', 'people', 'vouchers', 'face', 'amount'),
    ).toEqual(['TR1 2026-09 validée Swile 3 66 9 594']);
    sound(await markOrdered(company.ports, 'TR1'));
    expect(await markOrdered(company.ports, 'TR1')).toMatchObject({ error: { code: 'unknown' } });
    sound(await cancelOrder(company.ports, 'TR1'));
    await company.close('2026-09');
    expect(cellsOf(company, ordersTable, 'number', 'month', 'state')).toEqual([
      'TR1 2026-09 annulée',
      'TR2 2026-09 validée',
    ]);
    expect(company.book.rows(registerTable)).toHaveLength(6);
    expect(cellsOf(company, journalTable, 'what').filter((each) => each.startsWith('Commande'))).toHaveLength(4);
    expect(ordered(await company.computed('2026-10'))).toEqual({ 1: 22, 2: 22, 3: 22 });
  });

  test('one on which a later order stands is not cancelled', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    await company.close('2026-10');
    expect(await cancelOrder(company.ports, 'TR1')).toMatchObject({ error: { code: 'notLast' } });
    sound(await cancelOrder(company.ports, 'TR2'));
    sound(await cancelOrder(company.ports, 'TR1'));
    expect(ordered(await company.computed('2026-09'))).toEqual({ 1: 22, 2: 22, 3: 22 });
  });

  test('is not undone: it is cancelled', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    expect(await undoLastPlan(company.ports)).toMatchObject({ error: { code: 'nothing' } });
  });

  test('what cannot be taken back is carried, and told', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    company.fill(adjustmentsTable, {
      month: '2026-10-01',
      luccaId: '1',
      kind: 'autre',
      number: -25,
      comment: 'trop reçu',
    });
    const october = await company.close('2026-10');
    expect(october.people[0]?.outcome.count).toMatchObject({ total: -3, ordered: 0, carriedOut: -3 });
    const { people } = await company.computed('2026-11');
    expect(people[0]?.outcome.count).toMatchObject({ carriedIn: -3, ordered: 18 });
  });

  test('an adjustment typed, or taken away, after its order is caught up once by the next', async () => {
    const company = await VoucherCompany.begun();
    const line = (month: string, number: number) => ({ month, luccaId: '1', kind: 'autre', number, comment: '' });
    company.fill(adjustmentsTable, line('2026-08-01', 5), line('2026-09-01', -2));
    expect(ordered(await company.close('2026-09'))).toMatchObject({ 1: 20 });
    company.fill(adjustmentsTable, line('2026-09-01', -2), line('2026-09-15', -1), line('2026-10-01', 3));
    expect(ordered(await company.close('2026-10'))).toMatchObject({ 1: 24 });
    company.fill(adjustmentsTable, line('2026-10-01', 3));
    expect(ordered(await company.close('2026-11'))).toMatchObject({ 1: 24 });
    expect(ordered(await company.computed('2026-12'))).toMatchObject({ 1: 23 });
  });

  test('an adjustment of somebody whose planning was not known is not lost', async () => {
    const company = await VoucherCompany.begun();
    company.account.unplanned.add('2');
    company.fill(adjustmentsTable, { month: '2026-09-01', luccaId: '2', kind: 'autre', number: -2, comment: '' });
    await company.close('2026-09');
    company.account.unplanned.clear();
    const { people } = await company.computed('2026-10');
    expect(people[1]?.outcome.count).toMatchObject({ days: 22, corrections: 22, manual: -2, ordered: 42 });
  });

  test('a fault while it is validated leaves a way on, and a way back', async () => {
    const company = await VoucherCompany.begun();
    const computation = await company.computed('2026-09');
    company.book.linesBeforeFault = 12;
    expect(await validateOrder(company.ports, computation, SIEGE)).toMatchObject({
      error: { code: 'book', open: true },
    });
    company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    expect(await company.compute('2026-09')).toMatchObject({ error: { code: 'pending' } });
  });

  test('a cancelled reading is no computation', async () => {
    const company = await VoucherCompany.begun();
    const request = { connection: company.account.connection(), month: plainMonth('2026-09') };
    const result = await computeVouchers(company.ports, request, { signal: { aborted: true } });
    expect(result).toMatchObject({ ok: false, error: { code: 'service', error: { code: 'cancelled' } } });
  });
});
