/** « Simuler » in the pane: the question, both sides, what is left aside. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { simulationView } from '../../../addin/taskpane/model/worktime/timeSimulation.ts';
import { askedFirst, hourlyOf, triedChoices } from '../../../addin/taskpane/model/worktime/timeSimulationAsked.ts';
import type { TimeBoard, TimeSimulationAsked } from '../../../addin/taskpane/model/worktime/timeState.ts';
import { timeClerk } from './timeClerk.ts';

async function asking() {
  const clerk = await timeClerk();
  const { simulation } = await clerk.pane.worktime();
  await simulation.begin();
  return { clerk, simulation, ...clerk.screen('worktimeSimulation') };
}

const HCR: TimeSimulationAsked = { tried: 'ready hcr', regulation: '', rate: '' };

describe('the question', () => {
  test('proposes the sets of the sheet, then the six ready-made ones, and opens on one that is not in use', async () => {
    const { board, asked, result } = await asking();
    const choices = triedChoices(board);
    expect(choices[0]).toMatchObject({ name: 'Droit commun', isReady: false });
    expect(choices.filter(({ isReady }) => isReady)).toHaveLength(6);
    // « Droit commun » is the ready-made set of that name, copied.
    expect(asked).toEqual({ tried: 'ready hcr', regulation: '', rate: '' });
    expect(result).toBeNull();
    const other: TimeBoard = { ...board, sets: ['Droit commun', 'droit COMMUN', 'Essai'] };
    expect(askedFirst(other).tried).toBe('set Essai');
  });

  test.each([
    ['', null],
    ['  ', null],
    ['15,5', 1_550],
    ['15.50 €', 1_550],
    ['0', undefined],
    ['-3', undefined],
    ['1,555', undefined],
    ['douze', undefined],
  ])('an hourly rate typed « %s » is %s', (rate, hourly) => {
    expect(hourlyOf({ rate })).toBe(hourly);
  });
});

describe('both sides', () => {
  test('44 hours under the general law and under that of hotels, in hours and in euros; nothing is written', async () => {
    const { clerk, simulation, board } = await asking();
    const before = JSON.stringify([...clerk.company.book.tables]);
    await simulation.simulate(board, HCR);
    const { result } = clerk.screen('worktimeSimulation');
    if (!result) throw new RangeError('no result');
    const hours = simulationView(result, null);
    expect(hours.accounts.map(({ code, minutes, cost }) => [code, minutes.held, minutes.tried, cost])).toEqual([
      ['HS25', 480, 0, null],
      ['HS50', 60, 60, null],
      ['HS10', 0, 240, null],
      ['HS20', 0, 240, null],
    ]);
    expect(hours.people.map(({ employeeId }) => employeeId)).toEqual(['1']);
    const euros = simulationView(result, hourlyOf({ rate: '10' }) ?? null);
    // 8 h at 12.50 and 1 h at 15.00; 4 h at 11.00, 4 h at 12.00 and 1 h at 15.00.
    expect(euros.cost).toEqual({ held: 11_500, tried: 10_700 });
    expect(euros.accounts[0]?.cost).toEqual({ held: 10_000, tried: 0 });
    expect(JSON.stringify([...clerk.company.book.tables])).toBe(before);
  });

  test('whom a side cannot count is left, with the reason', async () => {
    const { clerk, simulation, board } = await asking();
    await simulation.simulate(board, { ...HCR, tried: 'ready partTime' });
    const { result } = clerk.screen('worktimeSimulation');
    const view = result && simulationView(result, null);
    expect(view).toMatchObject({ compared: 0, leftCount: 3, left: [], people: [] });
    expect(view?.leftByTried.map(({ finding, rules, names }) => [finding.code, rules, names.length])).toEqual([
      ['gapRuleOfPartTime', ['C10', 'C25'], 3],
    ]);
  });

  test('a premium that nobody typed is said, and makes no amount', async () => {
    const { clerk, simulation, board } = await asking();
    clerk.company.week('3', '2026-09-14', 7, 7, 7, 7, 7, 0, 4);
    await simulation.simulate(board, { ...HCR, tried: 'ready nightAndSunday' });
    const { result } = clerk.screen('worktimeSimulation');
    const view = result && simulationView(result, hourlyOf({ rate: '10' }) ?? null);
    const sunday = { code: 'DIM', minutes: { held: 0, tried: 240 }, cost: null, isUnrated: true };
    expect(view?.accounts.find(({ code }) => code === 'DIM')).toMatchObject(sunday);
    expect(view?.accounts.find(({ code }) => code === 'HS25')).toMatchObject({ isUnrated: false });
    expect(view?.cost?.tried).toBe(0);
    expect(
      view?.people.find(({ employeeId }) => employeeId === '3')?.gaps.map(({ code, cost }) => [code, cost]),
    ).toEqual(expect.arrayContaining([['DIM', null]]));
  });

  test('what goes to rest has no amount, and is no premium that lacks', async () => {
    const { clerk, simulation, board } = await asking();
    await simulation.simulate(board, { ...HCR, tried: 'ready restInsteadOfPay' });
    const { result } = clerk.screen('worktimeSimulation');
    const view = result && simulationView(result, hourlyOf({ rate: '10' }) ?? null);
    const rest = view?.accounts.find(({ code }) => code === 'RCR');
    expect(rest).toMatchObject({ cost: null, isUnrated: false, isRest: true });
    expect(view?.cost).toEqual({ held: 11_500, tried: 0 });
  });

  test('« Retour » goes to the question as it was asked, then home', async () => {
    const { clerk, simulation, board } = await asking();
    await simulation.simulate(board, { ...HCR, rate: '12' });
    await clerk.pane.back();
    expect(clerk.screen('worktimeSimulation')).toMatchObject({ result: null, asked: { rate: '12' } });
    await clerk.pane.back();
    clerk.screen('worktime');
  });
});

describe('what stops it', () => {
  test('a set with mistakes says them; one that is gone asks for another', async () => {
    const { clerk, simulation, board } = await asking();
    clerk.company.fill(
      timeRulesTable,
      { set: 'Droit commun', order: 1, code: 'HS25', kind: 'écart', account: 'HS25', fromHour: 36, toHour: 43 },
      { set: 'Essai', order: 1, code: 'HS50', kind: 'écart', account: 'HS50' },
    );
    const sets: TimeBoard = { ...board, sets: ['Essai', 'Parti'] };
    await simulation.simulate(sets, { ...HCR, tried: 'set Essai' });
    expect(clerk.screen('worktimeSimulation').findings.map(({ code }) => code)).toEqual(['gapWithoutLower']);
    expect(clerk.notice).toMatch(/ne peut pas être essayé/);
    await simulation.simulate(sets, { ...HCR, tried: 'set Parti' });
    expect(clerk.screen('worktimeSimulation').findings).toEqual([]);
    expect(clerk.notice).toMatch(/n’est plus dans « Règles de temps »/);
  });

  test('months that were never read are read in Lucca first, then counted', async () => {
    const clerk = await timeClerk();
    const { account } = clerk.company;
    const read = account.read;
    account.read = [];
    clerk.brings = () => (account.read = read);
    await clerk.pane.start();
    clerk.pane.chooseMonth(plainMonth('2026-09'));
    const { simulation } = await clerk.pane.worktime();
    await simulation.begin();
    await simulation.simulate(clerk.screen('worktimeSimulation').board, HCR);
    expect(clerk.requests.map(({ topics }) => topics)).toEqual([['planning', 'time']]);
    expect(clerk.screen('worktimeSimulation').result?.people).toHaveLength(1);
  });
});
