/** « Simuler » in the pane: asked, computed twice, shown; the workbook never changes. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { basisPoints } from '../../shared/domain/money/money.ts';
import { differingDays } from '../../shared/flows/vouchers/simulation/differingDays.ts';
import { dayText } from '../../shared/messages/fr/vouchers/simulation.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import {
  askedOf,
  changeOf,
  impactNow,
  validOnes,
  variantOf,
  type SimulationAsked,
} from '../../addin/taskpane/model/simulationAsked.ts';
import { regulationRow, SIEGE } from '../flows/vouchers/voucherCompany.ts';
import { Clerk } from './voucherClerk.ts';

const SEPTEMBER = plainMonth('2026-09');

async function questionOf(clerk: Clerk) {
  const { simulation } = await clerk.vouchers();
  await simulation.begin();
  return { simulation, ...clerk.screen('voucherSimulation') };
}

async function simulated(clerk: Clerk, part: Partial<SimulationAsked>) {
  const { simulation, base, asked } = await questionOf(clerk);
  await simulation.simulate(base, { ...asked, ...part });
  const { result } = clerk.screen('voucherSimulation');
  if (!result) throw new Error(clerk.notice);
  return result;
}

describe('the question', () => {
  test('opens with the settings of today', async () => {
    const clerk = await Clerk.begun();
    const { asked, result } = await questionOf(clerk);
    expect(result).toBeNull();
    expect(asked).toMatchObject({ kind: 'change', regulation: SIEGE, face: '9,00', shareKind: 'rate', share: '60,00' });
    expect(asked).toMatchObject({ cse: '0,00', startDay: '1' });
    expect(asked).toMatchObject({ days: 'M', absences: 'M-1', expenses: 'M-1', account: '9', nature: '31' });
    expect(asked.other).toBe('2026-08');
  });

  test('where nothing is valid, says what to do first', async () => {
    const clerk = await Clerk.begun();
    clerk.company.fill(regulationsTable, regulationRow({ face: '' }));
    await (await clerk.vouchers()).simulation.begin();
    clerk.screen('vouchers');
    expect(clerk.notice).toMatch(/^Aucun réglementaire n’est valide/);
  });

  test('makes a change of what was typed, or none of what is no amount', async () => {
    const clerk = await Clerk.begun();
    const { base, asked } = await questionOf(clerk);
    const regulations = validOnes(base);
    const [own] = regulations;
    if (!own) throw new Error('no regulation');
    const change = (part: Partial<SimulationAsked>) => changeOf({ ...asked, ...part }, own, SEPTEMBER);
    expect(change({ face: '9,5 €' })).toEqual({ what: 'face', face: 950 });
    for (const face of ['', 'neuf', '9,005', '-9']) expect(change({ face })).toBeUndefined();
    const rate = basisPoints(5_550);
    expect(change({ what: 'share', share: '55,5 %' })).toEqual({ what: 'share', share: { kind: 'rate', rate } });
    expect(change({ what: 'share', shareKind: 'amount', share: '5' })).toMatchObject({ share: { cents: 500 } });
    expect(change({ what: 'cse', cse: '1,2' })).toEqual({ what: 'cse', cse: 120 });
    expect(change({ what: 'cse', cse: ' ' })).toEqual({ what: 'cse', cse: 0 });
    expect(change({ what: 'cse', cse: 'un' })).toBeUndefined();
    const shifts = { days: 'M', absences: 'M-1', expenses: 'M-1' };
    for (const day of [1, 28])
      expect(change({ what: 'windows', startDay: ` ${day} ` })).toEqual({ what: 'windows', ...shifts, startDay: day });
    for (const startDay of ['', '0', '29', '1,5', '-1', 'un'])
      expect(change({ what: 'windows', startDay })).toBeUndefined();
    expect(change({ what: 'partialDays' })).toEqual({ what: 'partialDays', deduct: false });
    expect(change({ what: 'hourAbsence' })).toEqual({ what: 'hourAbsence', takes: 'any' });
    expect(change({ what: 'account' })).toEqual({ what: 'account', id: '9', deducts: false });
    expect(change({ what: 'nature', nature: '' })).toBeUndefined();
    expect(impactNow(own, 'account', '9', SEPTEMBER)).toBe(true);
    expect(variantOf({ ...asked, kind: 'like' }, regulations, SEPTEMBER)).toBeUndefined();
    expect(variantOf({ ...asked, regulation: 'TR' }, regulations, SEPTEMBER)).toBeUndefined();
    expect(askedOf(SEPTEMBER, [])).toMatchObject({ regulation: '', face: '' });
  });
});

describe('a simulation in the pane', () => {
  test('shows both sides, and writes nothing', async () => {
    const clerk = await Clerk.begun();
    const before = clerk.company.book.copy();
    const { simulation, basis, isOrdered } = await simulated(clerk, { what: 'share', share: '50' });
    expect(simulation.totals).toMatchObject({ now: { employer: 35_640 }, then: { employer: 29_700 } });
    expect([basis, isOrdered]).toEqual([null, false]);
    expect(clerk.company.book.copy()).toEqual(before);
  });

  test('tells the days that change, an absence never named', async () => {
    const clerk = await Clerk.begun();
    clerk.company.dayOff('2026-09-08');
    const { simulation } = await simulated(clerk, { what: 'windows', absences: 'M' });
    const [person] = simulation.people;
    if (!person) throw new Error('nobody');
    const days = differingDays(person);
    expect(days.map(({ date }) => date)).toEqual(['2026-09-08']);
    const told = days.map(({ now, then }) => [dayText(now, new Map()), dayText(then, new Map())]);
    expect(told).toEqual([['jour travaillé, un titre', 'jour travaillé, un titre ; absence, titre retiré']]);
  });

  test('moves the period by its first day, and the share of the CSE takes from that of the person', async () => {
    const clerk = await Clerk.begun();
    const shifted = await simulated(clerk, { what: 'windows', startDay: '16' });
    const windows = shifted.simulation.people.map(({ then }) =>
      then.outcomes.flatMap(({ lines }) => lines.map(({ date }) => date)).sort(),
    );
    expect(windows[0]?.[0]?.slice(0, 7)).toBe('2026-08');
    expect(windows[0]?.at(-1)).toBe('2026-09-15');
    const { simulation } = await simulated(clerk, { what: 'cse', cse: '1' });
    const { now, then } = simulation.totals;
    expect([then.employer, now.employee - then.employee]).toEqual([now.employer, now.ordered * 100]);
  });

  test('beside another month says how each was come by', async () => {
    const clerk = await Clerk.begun();
    await clerk.company.close('2026-09');
    clerk.pane.chooseMonth(plainMonth('2026-10'));
    const { basis, simulation } = await simulated(clerk, { kind: 'months', other: SEPTEMBER });
    expect(basis).toEqual({ now: 'ordered', then: 'computed' });
    expect(simulation.totals).toMatchObject({ now: { ordered: 66 }, then: { ordered: 66 } });
  });

  test('of an ordered month says that the order stays', async () => {
    const clerk = await Clerk.begun();
    await clerk.company.close('2026-09');
    expect((await simulated(clerk, { what: 'partialDays' })).isOrdered).toBe(true);
  });

  test('reads in Lucca the months that it turns out to need', async () => {
    const clerk = await Clerk.begun();
    const { account } = clerk.company;
    const planned = account.planned;
    const { simulation, base, asked } = await questionOf(clerk);
    account.planned = [];
    await clerk.pane.home();
    clerk.brings = () => (account.planned = planned);
    await simulation.simulate(base, asked);
    expect(clerk.requests).toMatchObject([{ months: ['2026-08', '2026-09'] }]);
    expect(clerk.screen('voucherSimulation').result).not.toBeNull();
  });

  test('« Annuler » in the middle goes back to the question as it was asked', async () => {
    const clerk = await Clerk.begun();
    const { simulation, base, asked } = await questionOf(clerk);
    const stop = clerk.pane.store.subscribe(() => {
      const { screen } = clerk.pane.store.get();
      if (screen.name === 'working' && screen.progress.step === 'compute' && !screen.cancelling) clerk.pane.cancel();
    });
    const own = { ...asked, what: 'partialDays' as const };
    await simulation.simulate(base, own);
    stop();
    expect(clerk.screen('voucherSimulation')).toMatchObject({ asked: own, result: null });
    expect(clerk.notice).toMatch(/^La simulation a été arrêtée/);
  });

  test('of a month before the start goes back to the question, and says why', async () => {
    const clerk = await Clerk.begun(plainMonth('2026-08'));
    const { simulation, base, asked } = await questionOf(clerk);
    await simulation.simulate(base, asked);
    expect(clerk.screen('voucherSimulation').result).toBeNull();
    expect(clerk.notice).toMatch(/à partir de son départ/);
  });

  test('« Retour » goes from the result to the question, then to where one came from', async () => {
    const clerk = await Clerk.begun();
    const tasks = await clerk.vouchers();
    await tasks.computing.calculate();
    const { computation } = clerk.screen('voucherResult');
    await tasks.simulation.begin(SIEGE, computation);
    const { base, asked } = clerk.screen('voucherSimulation');
    await tasks.simulation.simulate(base, asked);
    await clerk.pane.back();
    expect(clerk.screen('voucherSimulation').result).toBeNull();
    await clerk.pane.back();
    expect(clerk.screen('voucherResult').computation).toBe(computation);
    await clerk.pane.back();
    await tasks.simulation.begin();
    await clerk.pane.back();
    clerk.screen('vouchers');
  });
});
