/** Ticks put and taken off from the pane, and what the pane shows. */
import { expect, test } from '@jest/globals';
import {
  dropsSupport,
  isHeldAsTold,
  mayBeAbsent,
} from '../../../../addin/taskpane/model/absences/stoppages/stoppagesState.ts';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { undoAction, undone } from '../../../../shared/messages/fr/undo.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import { readStoppages } from '../../../../shared/flows/absences/stoppages/readStoppages.ts';
import { tickStoppages, type TickRequest } from '../../../../shared/flows/absences/stoppages/tickStoppages.ts';
import { stoppagesTable } from '../../../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../../shared/tables/absences/supportTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { away, StoppageDesk, typedDesk } from './stoppageDesk.ts';

const KEY = '50-SICKNESS-2026-09-07-AM';
const TYPED = 'du 07/09/2026 au 09/09/2026, maladie';

async function listed(): Promise<StoppageDesk> {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09');
  await desk.run();
  return desk;
}

const tick = async (desk: StoppageDesk, request: TickRequest) =>
  sound(await tickStoppages(desk.company.ports, request));

test('le volet lit chaque arrêt avec son délai', async () => {
  const desk = await listed();
  expect(readStoppages(await desk.snapshot())).toMatchObject({
    stoppages: [
      {
        key: KEY,
        employeeId: '1',
        name: 'Nom1 P1',
        employeeNumber: '0001',
        establishment: 'Lyon',
        state: 'toType',
        dates: { kind: 'sickness', from: { date: '2026-09-07', half: 'am' }, to: { date: '2026-09-09', half: 'pm' } },
        knownOn: '2026-09-08',
        signalBy: '2026-09-13',
        lastWorked: '2026-09-04',
        typedAs: '',
        remark: '',
        isInLucca: true,
        isTicked: false,
        waitsForSupport: false,
      },
    ],
    support: [],
    findings: [],
  });
});

test('un arrêt connu après le dernier contrôle du délai le fait dire une fois', async () => {
  const desk = await new StoppageDesk().open();
  const late = { requestedOn: plainDate('2027-01-04'), approvedOn: plainDate('2027-01-04') };
  desk.lucca = [...away('50', '2026-09-07', '2026-09-09'), ...away('51', '2026-09-21', '2026-09-22')].map((each) => ({
    ...each,
    ...late,
  }));
  await desk.run();
  const { findings } = readStoppages(await desk.snapshot());
  expect(findings.map(({ code, place }) => [code, place?.column])).toEqual([['legalValueUnchecked', 'signalBy']]);
});

test('cocher fige la ligne, une seconde fois ne change rien, la mise à jour qui suit non plus', async () => {
  const desk = await listed();
  expect(await tick(desk, { stoppages: [KEY], isTicked: true })).toMatchObject({ refused: [] });
  expect(desk.lines('state', 'typed', 'typedAs')).toEqual([['saisi', 'oui', TYPED]]);
  expect(await tick(desk, { stoppages: [KEY], isTicked: true })).toMatchObject({ changed: 0 });
  expect(await desk.run()).toBe(0);
});

test('cocher de nouveau un arrêt à corriger dit que la paie tient ce que dit la ligne', async () => {
  const desk = await typedDesk();
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  await tick(desk, { stoppages: [KEY], isTicked: true });
  expect(desk.lines('state', 'typedAs', 'remark')).toEqual([['saisi', 'du 07/09/2026 au 11/09/2026, maladie', '']]);
  expect(await desk.run()).toBe(0);
});

test('décocher rend la ligne à saisir ; celle que Lucca n’a plus s’en va', async () => {
  const desk = await typedDesk();
  await tick(desk, { stoppages: [KEY], isTicked: false });
  expect(desk.lines('state', 'typed', 'typedAt', 'typedAs')).toEqual([['à saisir', 'non', '', '']]);
  expect(await desk.run()).toBe(0);
  await tick(desk, { stoppages: [KEY], isTicked: true });
  desk.lucca = [];
  await desk.run();
  await tick(desk, { stoppages: [KEY], isTicked: false });
  expect(desk.lines('state')).toEqual([]);
  expect(await desk.run()).toBe(0);
});

test('cocher un arrêt que Lucca n’a plus, jamais coché : la paie tient ce qu’il disait, et le support attend toujours', async () => {
  const desk = await listed();
  desk.closed = ['2026-09'];
  for (const lucca of [away('50', '2026-09-07', '2026-09-11'), []]) {
    desk.lucca = lucca;
    await desk.run();
  }
  await tick(desk, { stoppages: [KEY], isTicked: true });
  expect(desk.lines('state', 'typed', 'typedAs')).toEqual([['au support', 'oui', TYPED]]);
  await desk.run();
  expect(desk.support('held', 'now', 'remark')).toEqual([[TYPED, 'supprimé', '']]);
});

test('« Transmis » se coche ; l’arrêt réglé, ce qui attendait s’en va et ce qui fut transmis reste', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  const support = async () => readStoppages(await desk.snapshot()).support;
  expect(await support()).toMatchObject([{ state: 'waiting', name: 'Nom1 P1', held: TYPED, months: 'septembre 2026' }]);
  const [waiting] = await support();
  await tick(desk, { support: [waiting?.key ?? ''], isTicked: true });
  await desk.run();
  expect(await support()).toMatchObject([{ state: 'sent' }]);
  desk.lucca = [];
  await desk.run();
  expect((await support()).map(({ state }) => state)).toEqual(['sent', 'waiting']);
  await tick(desk, { stoppages: [KEY], isTicked: false });
  expect(desk.lines('state')).toEqual([]);
  expect((await support()).map(({ state }) => state)).toEqual(['sent']);
  expect(await desk.run()).toBe(0);
});

test.each([
  ['disparu de Lucca', [], []],
  ['changé dans Lucca', away('50', '2026-09-07', '2026-09-10'), [['à saisir', 'non', '', '']]],
])('jamais coché, d’un mois clos, %s : « Pas dans la paie » le règle sans rien dire de faux', async (_, now, left) => {
  const desk = await listed();
  desk.closed = ['2026-09'];
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  await desk.run();
  desk.lucca = now;
  await desk.run();
  const [entry] = readStoppages(await desk.snapshot()).stoppages;
  expect(entry).toMatchObject({ state: 'support', isTicked: false, waitsForSupport: true });
  expect(entry && [isHeldAsTold(entry), mayBeAbsent(entry), dropsSupport(entry, false)]).toEqual([false, true, true]);
  expect(entry?.remark).toContain('Personne ne l’a marqué comme saisi');
  await tick(desk, { stoppages: [KEY], isTicked: false });
  for (const again of [false, true]) {
    if (again) await desk.run();
    expect(desk.lines('state', 'typed', 'typedAs', 'remark')).toEqual(left);
    expect(desk.rows(supportTable, 'now')).toEqual([]);
  }
});

test('ce qui attend le support ne s’en va qu’après une question', async () => {
  const desk = await typedDesk();
  desk.closed = ['2026-09'];
  const asks = async () => {
    await desk.run();
    const [entry] = readStoppages(await desk.snapshot()).stoppages;
    return entry && [mayBeAbsent(entry), dropsSupport(entry, true), dropsSupport(entry, false)];
  };
  expect(await asks()).toEqual([false, false, false]);
  desk.lucca = away('50', '2026-09-07', '2026-09-11');
  expect(await asks()).toEqual([false, true, true]);
  desk.lucca = [];
  expect(await asks()).toEqual([false, false, true]);
  const [waiting] = readStoppages(await desk.snapshot()).support;
  await tick(desk, { support: [waiting?.key ?? ''], isTicked: true });
  expect(await asks()).toEqual([false, false, false]);
});

test('« Annuler » reprend la coche, et s’appelle par son nom', async () => {
  const desk = await listed();
  const before = desk.company.book.rows(stoppagesTable).map(({ cells }) => cells);
  await tick(desk, { stoppages: [KEY], isTicked: true });
  const report = sound(await undoLastPlan(desk.company.ports));
  expect(report).toMatchObject({ kind: 'stoppages', refused: [] });
  expect(desk.company.book.rows(stoppagesTable).map(({ cells }) => cells)).toEqual(before);
  expect(undoAction('stoppages', '26/10/2026', '21:04')).toContain('Arrêts à saisir');
  expect(undone(report)).toContain('est annulée');
});

test('une ligne disparue entre-temps : rien n’est écrit', async () => {
  const desk = await listed();
  const request = { stoppages: [KEY, '99-SICKNESS-2026-09-07-AM'], isTicked: true };
  expect(await tickStoppages(desk.company.ports, request)).toEqual({
    ok: false,
    error: { code: 'unknown', open: false },
  });
  expect(desk.lines('typed')).toEqual([['']]);
  expect(desk.rows(supportTable, 'now')).toEqual([]);
});
