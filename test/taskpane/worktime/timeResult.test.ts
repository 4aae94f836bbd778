import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { waitingOf } from '../../../shared/flows/worktime/leftOut.ts';
import { halfDay } from '../../support/smallCompany.ts';
import { timeChart } from '../../../addin/taskpane/model/worktime/timeChart.ts';
import { accountChains } from '../../../addin/taskpane/model/worktime/timePerson.ts';
import {
  accountTotals,
  controlLines,
  foundPeople,
  needsLook,
  timePersonLines,
} from '../../../addin/taskpane/model/worktime/timeResult.ts';
import { firstShown, weekPictures } from '../../../addin/taskpane/model/worktime/timeWeek.ts';
import { copyOf, isReady, openedDraft, withSet } from '../../../addin/taskpane/model/worktime/setDraft.ts';
import { calculated, timeClerk } from './timeClerk.ts';

const HOUR = 60;

async function computed() {
  return (await calculated()).screen('worktimeResult').computation;
}

/** The week of the 7th of a person: `weeks` in which it stands, and itself. */
async function weekOfPerson(employeeId: string) {
  const computation = await computed();
  const person = computation.people.find(({ outcome }) => outcome.employeeId === employeeId);
  if (!person) throw new Error('nobody');
  const weeks = weekPictures(person, computation);
  const week = weeks.find((each) => each.week.from === '2026-09-07');
  if (!week) throw new Error('no week');
  return { computation, person, weeks, week };
}

describe('a computation of working time summed up', () => {
  test('accounts add up what people got, in minutes and in hundredths to hand over', async () => {
    expect(accountTotals(await computed())).toEqual([
      {
        code: 'HS25',
        name: 'Heures supp. 25 %',
        people: 1,
        posted: 8 * HOUR,
        balance: 8 * HOUR,
        hundredths: 800,
      },
      { code: 'HS50', name: 'Heures supp. 50 %', people: 1, posted: HOUR, balance: HOUR, hundredths: 100 },
    ]);
  });

  test('an account without a transfer hands nothing over', async () => {
    const clerk = await timeClerk();
    clerk.company.fill(timeAccountsTable, { name: 'HS 25', code: 'HS25' }, { name: 'HS 50', code: 'HS50' });
    await (await clerk.pane.worktime()).computing.calculate();
    const totals = accountTotals(clerk.screen('worktimeResult').computation);
    expect(totals.map(({ hundredths }) => hundredths)).toEqual([null, null]);
  });

  test('what waits is told in weeks and hours', async () => {
    expect(waitingOf(await computed())).toEqual({ people: 1, weeks: 1, minutes: 40 * HOUR });
  });

  test.each([
    ['establishment', [['Lyon', { HS25: 480, HS50: 60 }]]],
    ['week', [['2026-09-07', { HS25: 480, HS50: 60 }]]],
  ] as const)('the chart by %s stacks accounts', async (by, expected) => {
    const { accounts, bars } = timeChart(await computed(), by);
    expect(accounts.map(({ code }) => code)).toEqual(['HS25', 'HS50']);
    const told = bars.map(({ name, parts }) => [
      name,
      Object.fromEntries(parts.map(({ code, minutes }) => [code, minutes])),
    ]);
    expect(told).toEqual(expected);
  });

  test.each([
    ['', false, ['1', '2', '3']],
    ['nom2', false, ['2']],
    ['0003 NOM', false, ['3']],
    ['', true, ['1', '2']],
    ['nom3', true, []],
  ])('people found by « %s », those to look at only: %s', async (search, onlyLook, expected) => {
    const lines = timePersonLines(await computed());
    expect(foundPeople(lines, search, onlyLook).map(({ employeeId }) => employeeId)).toEqual(expected);
  });

  test('what narrowed the list is found again when one comes back from a person', async () => {
    const clerk = await calculated();
    const time = await clerk.pane.worktime();
    const filter = { search: 'nom1', onlyLook: true };
    time.person(clerk.screen('worktimeResult').computation, '1', filter);
    await clerk.pane.back();
    expect(clerk.screen('worktimeResult')).toMatchObject({ from: '1', filter });
    await time.computing.calculate();
    expect(clerk.screen('worktimeResult').filter).toEqual({ search: '', onlyLook: false });
  });

  test('somebody past a limit, or who waits, is to be looked at', async () => {
    expect(timePersonLines(await computed()).map(needsLook)).toEqual([true, true, false]);
  });

  test('controls bear their article and lead to their row', async () => {
    const clerk = await calculated();
    const lines = controlLines(clerk.screen('worktimeResult').computation);
    const day = lines.find(({ key }) => key.includes('dayTooLong') || key.includes('DAYTOOLONG'));
    expect(day).toMatchObject({ severity: 'warning', name: 'Nom1 P1' });
    expect(day?.sentence).toMatch(/^11\u00a0h de travail le 07\/09\/2026/);
    expect(day?.article).toMatch(/L3121-18/);
  });

  test('one control of one person is one line, with its days and the way to the first one', async () => {
    const clerk = await timeClerk();
    clerk.company.week('1', '2026-09-07', 11, 12, 11, 11, 11);
    await (await clerk.pane.worktime()).computing.calculate();
    const lines = controlLines(clerk.screen('worktimeResult').computation);
    const days = lines.filter(({ article }) => article.includes('L3121-18'));
    expect(days.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(
        /^5 jours : 07\/09, 08\/09, 09\/09, 10\/09… Le premier : 11\u00a0h de travail le 07\/09\/2026/,
      ),
    ]);
    expect(days[0]?.key).toMatch(/2026-09-07/);
  });
});

describe('an account followed to its presence', () => {
  test('its movements say their cause, their rule and the last minutes of the week', async () => {
    const { computation, person } = await weekOfPerson('1');
    const [first, second] = accountChains(person, computation);
    expect(first?.movements).toEqual([
      {
        date: '2026-09-13',
        minutes: 8 * HOUR,
        rule: 'HS25',
        cause: "44\u00a0h comptées du 07/09/2026 au 13/09/2026, à partir de 35\u00a0h, jusqu'à 43\u00a0h",
        ruleSentence: expect.stringMatching(/^Chaque semaine, le travail effectif/) as unknown,
        parts: [
          { date: '2026-09-10', minutes: 2 * HOUR, from: '15:00', to: '17:00' },
          { date: '2026-09-11', minutes: 4 * HOUR, from: '08:00', to: '12:00' },
          { date: '2026-09-11', minutes: 2 * HOUR, from: '13:00', to: '15:00' },
        ],
      },
    ]);
    expect(second?.movements[0]?.parts).toEqual([{ date: '2026-09-11', minutes: HOUR, from: '15:00', to: '16:00' }]);
  });
});

describe('a week drawn', () => {
  test('presence and what goes beyond stand where the wall shows them, limits where they were passed', async () => {
    const { week } = await weekOfPerson('1');
    const [monday, , , , friday, , sunday] = week.days;
    expect(week).toMatchObject({ state: 'counted', counters: { presence: 44 * HOUR, contractual: 35 * HOUR } });
    expect(monday?.presence).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 1200 },
    ]);
    expect(monday?.controls.map(({ code }) => code)).toContain('dayTooLong');
    expect(friday?.beyond).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 960 },
    ]);
    expect(friday?.beyondMinutes).toBe(7 * HOUR);
    expect(sunday?.notes).toContain(7);
    expect(week.night).toEqual([
      { from: 0, to: 360 },
      { from: 1260, to: 1440 },
    ]);
  });

  test('a week that waits says so, and draws nothing beyond', async () => {
    const { week } = await weekOfPerson('2');
    expect(week.state).toBe('waiting');
    expect(week.days.map(({ beyondMinutes }) => beyondMinutes)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('the screen opens on the week asked about, else on the first that has something to tell', async () => {
    const { weeks } = await weekOfPerson('1');
    expect(firstShown(weeks, null)?.week.from).toBe('2026-09-07');
    expect(firstShown(weeks, plainDate('2026-09-20'))?.week.from).toBe('2026-09-14');
    expect(firstShown(weeks, plainDate('2025-01-01'))?.week.from).toBe('2026-09-07');
    expect(firstShown([], null)).toBeUndefined();
  });

  test('an absence stands on its half, under the name that Lucca gives it', async () => {
    const clerk = await timeClerk();
    clerk.company.account.halfDays = [halfDay('50', '2026-09-15', 'pm', { employeeId: '3' })];
    await (await clerk.pane.worktime()).computing.calculate();
    const { computation } = clerk.screen('worktimeResult');
    const person = computation.people.find(({ outcome }) => outcome.employeeId === '3');
    const days = (person ? weekPictures(person, computation) : []).flatMap((each) => each.days);
    expect(days.find(({ date }) => date === '2026-09-15')?.absences).toEqual([
      { half: 'pm', name: 'Congés payés', minutes: 210 },
    ]);
  });
});

describe('a ready-made set being chosen', () => {
  test('proposes a new set and a regulation of its name, which follow the choice as long as nobody types', () => {
    const opened = openedDraft();
    expect(copyOf(opened)).toEqual({ set: 'generalLaw', into: 'Droit commun', regulation: 'Droit commun' });
    const typed = withSet({ ...opened, regulation: 'Siège' }, 'accountants');
    expect(copyOf(typed)).toEqual({ set: 'accountants', into: 'Experts-comptables', regulation: 'Siège' });
  });

  test.each([
    ['a new set without a name', { name: ' ' }, false],
    ['a set of the sheet', { into: 'Droit commun', name: ' ' }, true],
    ['a regulation without a name', { regulation: '' }, false],
    ['no regulation', { regulation: '', withRegulation: false }, true],
  ])('%s', (_, change, expected) => {
    expect(isReady({ ...openedDraft(), ...change })).toBe(expected);
  });
});
