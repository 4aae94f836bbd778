import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { ok } from '../../shared/domain/result.ts';
import { entryMonthOf } from '../../shared/domain/worktime/entryMonth.ts';
import type { Service } from '../../shared/contracts/service.ts';
import type { Timesheet } from '../../shared/contracts/worktimeSchemas.ts';
import { monthsOfWeeks } from '../../shared/domain/worktime/weeks.ts';
import { readWorktimeFacts } from '../../shared/flows/readWorktimeFacts.ts';
import { FakeAccount } from '../support/fakeService.ts';

const [SEPTEMBER, OCTOBER, NOVEMBER] = ['2026-09', '2026-10', '2026-11'].map(plainMonth) as [never, never, never];

const sheet = (from: string, to: string, status: Timesheet['status']): Timesheet => ({
  employeeId: '1',
  from: plainDate(from),
  to: plainDate(to),
  status,
});

/** An account of one person that notes which months were asked of which list. */
function account() {
  const fake = new FakeAccount();
  const asked: string[] = [];
  const page = <T>(list: string, items: readonly T[]) => {
    asked.push(list);
    const { snapshot, asOf } = fake;
    return Promise.resolve(ok({ snapshot, asOf, total: items.length, items: [...items] }));
  };
  const sheets: Partial<Record<PlainMonth, Timesheet[]>> = {
    [SEPTEMBER]: [sheet('2026-09-21', '2026-09-27', 'approved'), sheet('2026-09-28', '2026-10-04', 'pending')],
    [OCTOBER]: [sheet('2026-09-28', '2026-10-04', 'approved'), sheet('2026-10-05', '2026-10-11', 'rejected')],
  };
  const service: Service = {
    ...fake.service(),
    absences: (_, month) => page(`absences ${month}`, []),
    contracts: () => page('contracts', []),
    workingTimes: () => page('workingTimes', [{ id: '23', name: null, isPartTime: true, weeklyMinutes: 1_680 }]),
    planning: (_, month) => page(`planning ${month}`, []),
    timeEntries: (_, month) => page(`entries ${month}`, [entryMonthOf('1', month, [])]),
    timesheets: (_, month) => page(`sheets ${month}`, sheets[month] ?? []),
    leaveAccounts: () => page('accounts', []),
  };
  return { fake, service, asked };
}

describe('what working time is computed from', () => {
  test('declared time of the months, planned days and absences of every month that their weeks touch', async () => {
    const { service, asked } = account();
    const read = await readWorktimeFacts(service, 'c1', [OCTOBER]);
    expect(read.ok && read.value.entries).toEqual([{ employeeId: '1', month: '2026-10', entries: [] }]);
    expect(read.ok && read.value.workingTimes).toEqual([
      { id: '23', name: null, isPartTime: true, weeklyMinutes: 1_680 },
    ]);
    const touched = [SEPTEMBER, OCTOBER, NOVEMBER];
    expect(asked).toEqual([
      ...touched.map((month) => `absences ${String(month)}`),
      'contracts',
      'workingTimes',
      ...touched.map((month) => `planning ${String(month)}`),
      'entries 2026-10',
      'sheets 2026-10',
      'accounts',
    ]);
  });

  test('a week that two months share is told once, by the later one, in whatever order they are asked', async () => {
    const { service } = account();
    const read = await readWorktimeFacts(service, 'c1', [OCTOBER, SEPTEMBER]);
    expect(read.ok && read.value.sheets).toEqual([
      sheet('2026-09-21', '2026-09-27', 'approved'),
      sheet('2026-09-28', '2026-10-04', 'approved'),
      sheet('2026-10-05', '2026-10-11', 'rejected'),
    ]);
  });

  test('a run that ends between two lists: everything is read again', async () => {
    const { fake, service, asked } = account();
    const restless: Service = {
      ...service,
      contracts: (...args) => {
        if (fake.snapshot === 1) fake.snapshot = 2;
        return service.contracts(...args);
      },
    };
    expect(await readWorktimeFacts(restless, 'c1', [OCTOBER])).toMatchObject({ ok: true, value: { snapshot: 2 } });
    expect(asked.filter((list) => list === 'contracts')).toHaveLength(2);
  });
});

test.each([
  [['2026-10'], ['2026-09', '2026-10', '2026-11']],
  [['2027-02'], ['2027-02']],
  [
    ['2026-12', '2026-11'],
    ['2026-10', '2026-11', '2026-12', '2027-01'],
  ],
  [[], []],
])('the weeks of %j touch %j', (months, touched) => {
  expect(monthsOfWeeks(months.map(plainMonth))).toEqual(touched);
});
