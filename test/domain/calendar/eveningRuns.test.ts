import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { dueEvening, isTimeOfDay, lastEvening, plausibleDay } from '../../../shared/domain/calendar/eveningRuns.ts';
import { instant, plainDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import { repositoryRoot } from '../../support/repository.ts';
import { sampled } from '../../support/seeds.ts';

const PARIS = { time: '20:00', zone: 'Europe/Paris' };
const due = (lastDay: string, now: string, plan = PARIS) => dueEvening(plan, plainDate(lastDay), instant(now));

describe('the evening of 20:00 in Paris', () => {
  test.each([
    ['a minute before, nothing', '2026-11-19', '2026-11-20T18:59:59.999Z', undefined],
    ['at the very minute', '2026-11-19', '2026-11-20T19:00:00.000Z', ['2026-11-20', 1, false]],
    ['a slow timer is no catch-up', '2026-11-19', '2026-11-20T19:09:59.000Z', ['2026-11-20', 1, false]],
    ['ten minutes late is one', '2026-11-19', '2026-11-20T19:10:00.000Z', ['2026-11-20', 1, true]],
    ['once run, nothing more that evening', '2026-11-20', '2026-11-20T22:59:00.000Z', undefined],
    ['nor the next morning', '2026-11-20', '2026-11-21T08:00:00.000Z', undefined],
    ['the morning after a missed evening', '2026-11-19', '2026-11-21T07:00:00.000Z', ['2026-11-20', 1, true]],
    ['five evenings asleep are one run', '2026-11-15', '2026-11-21T07:00:00.000Z', ['2026-11-20', 5, true]],
    ['five evenings, woken at 20:00 sharp', '2026-11-15', '2026-11-20T19:00:00.000Z', ['2026-11-20', 5, true]],
    ['a clock put back brings none', '2026-11-21', '2026-11-20T21:00:00.000Z', undefined],
    ['in summer, an hour earlier in UTC', '2026-07-13', '2026-07-14T18:00:00.000Z', ['2026-07-14', 1, false]],
  ])('%s', (_title, lastDay, now, expected) => {
    const found = due(lastDay, now);
    expect(found && [found.day, found.evenings, found.late]).toEqual(expected);
  });
});

test.each([
  ['a month ahead', '2026-12-16', '2026-11-17T09:00:00.000Z', '2026-11-16'],
  ['a day ahead', '2026-11-18', '2026-11-17T19:00:00.000Z', '2026-11-16'],
  ['today is no clock ahead', '2026-11-17', '2026-11-17T09:00:00.000Z', '2026-11-17'],
  ['nor a clock that is being set at midnight', '2026-11-18', '2026-11-17T22:59:59.000Z', '2026-11-18'],
])('a last day in the future is brought back: %s', (_title, last, now, expected) => {
  expect(plausibleDay(plainDate(last), instant(now), 'Europe/Paris')).toBe(expected);
});

describe('a time of a Sunday when the clocks change', () => {
  const night = { time: '02:30', zone: 'Europe/Paris' };

  test('that does not exist has come when the clocks pass it, and is not late', () => {
    expect(due('2026-03-28', '2026-03-29T00:59:59.000Z', night)).toBeUndefined();
    expect(due('2026-03-28', '2026-03-29T01:00:00.000Z', night)).toEqual({
      day: '2026-03-29',
      evenings: 1,
      late: false,
    });
  });

  test('that comes twice is run the first time only', () => {
    const first = due('2026-10-24', '2026-10-25T00:30:00.000Z', night);
    expect(first).toEqual({ day: '2026-10-25', evenings: 1, late: false });
    // The wall shows 02:10 again: the last evening that it names is the one before, which was run too.
    expect(due('2026-10-25', '2026-10-25T01:10:00.000Z', night)).toBeUndefined();
    expect(due('2026-10-25', '2026-10-25T01:30:00.000Z', night)).toBeUndefined();
    expect(lastEvening(night, instant('2026-10-26T01:30:00.000Z'))).toBe('2026-10-26');
  });
});

test.each(['20:00', '00:00', '23:59'])('%s is a time of day', (text) => expect(isTimeOfDay(text)).toBe(true));
test.each(['24:00', '8:00', '20h00', '20:60', '20:00:00', ''])('« %s » is not', (text) => {
  expect(isTimeOfDay(text)).toBe(false);
});

/** Looks every hour of seven years, or every half hour, and says on which dates something ran, in a process of its own: the zone is fixed when Node starts. */
const counting = `
const { dueEvening } = await import('./shared/domain/calendar/eveningRuns.ts');
const [time, zone, step] = process.argv.slice(1);
const days = [];
let last = '2023-12-31';
let late = 0;
const end = Date.parse('2030-12-31T23:00:00Z');
for (let at = Date.parse('2023-12-31T23:00:00Z'); at < end; at += Number(step)) {
  const due = dueEvening({ time, zone }, last, new Date(at).toISOString());
  if (!due) continue;
  last = due.day;
  days.push(due.day);
  if (due.late) late += 1;
}
const host = new Date(0).getTimezoneOffset();
console.log(JSON.stringify({ host, runs: days.length, dates: new Set(days).size, late, first: days[0], last }));
`;

async function counted(hostZone: string, time: string): Promise<unknown> {
  const loader = join(repositoryRoot, 'scripts/typescript.mjs');
  const words = [
    '--import',
    loader,
    '--input-type=module',
    '-e',
    counting,
    time,
    PARIS.zone,
    time.endsWith('00') ? '3600000' : '1800000',
  ];
  const options = { cwd: repositoryRoot, env: { ...process.env, TZ: hostZone } };
  return JSON.parse((await promisify(execFile)(process.execPath, words, options)).stdout);
}

describe('from 1 January 2024 to 31 December 2030', () => {
  const machines: [string, number, string][] = [
    ['Pacific/Auckland', -720, '20:00'],
    ['UTC', 0, '20:00'],
    ['America/Los_Angeles', 480, '20:00'],
    // Skipped seven times, and seven times there twice.
    ['Europe/Paris', -60, '02:30'],
  ];

  test.each(sampled(machines, 3))(
    'on a machine in %s (%i), %s in Paris is 2,557 runs, one for each date, none of them late',
    async (hostZone, host, time) => {
      const whole = { runs: 2557, dates: 2557, late: 0, first: '2024-01-01', last: '2030-12-31' };
      expect(await counted(hostZone, time)).toEqual({ host, ...whole });
    },
    120_000,
  );
});

test('the wall of Paris is read the same whatever the machine says', () => {
  expect(wallClock(instant('2026-10-25T00:30:00.000Z'), 'Europe/Paris')).toEqual({ date: '2026-10-25', time: '02:30' });
});
