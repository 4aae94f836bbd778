/**
 * The examples of areas `overtime-week`, `overtime-absence`, `overtime-parttime`, `night`, `calendar-split`, `days-off-rule`, `non-cumul` and
 * `accounting-rule` of the reference, each by its own small adapter, on real rules and dates. Those about alerts and contingents are run by
 * their own tests.
 */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import { checkRuleSet } from '../../../shared/domain/worktime/checkRuleSet.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import { basePay, perMonth, premiumAmount } from '../../../shared/domain/worktime/premiumPay.ts';
import type { TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { hundredths, leftToExport } from '../../../shared/domain/worktime/settlement.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';
import {
  account,
  at,
  away,
  counted,
  daily,
  daysOff,
  fullTime,
  gap,
  legalTiers,
  MONDAY,
  PAID_LEAVE,
  partTime,
  partTimeTiers,
  person,
  planned,
  range,
  ruleSet,
  seedTiers,
  SICKNESS,
  totals,
  treatments,
} from './builders.ts';

type Run = (vector: Vector) => void;

const numbers = (of: unknown) => of as number[];
const euros = (text: unknown) => cents(Math.round(Number(text) * 100));
const rate = (text: unknown) => basisPoints(Math.round(Number(text) * 10_000));

/** Minutes spread over the five days of the ordinary week. */
function spread(minutes: unknown, from = MONDAY) {
  const day = Math.floor(Number(minutes) / 5);
  return daily(from, day, day, day, day, Number(minutes) - 4 * day);
}

/** A tier per row: its bound and its premium; names are those of the expected answer. */
function tiersOf(vector: Vector): TimeRule[] {
  const tiers = vector.input['tiers'] as { upToHour?: number; rate: string }[];
  return tiers.map(({ upToHour, rate: each }, nth) => {
    const code = `minutes${String(Math.round(Number(each) * 100))}`;
    const before = tiers[nth - 1];
    const first = Number(vector.input['thresholdMinutes'] ?? 2_100) / 60 + 1;
    const name = (percent: string) => `minutes${String(Math.round(Number(percent) * 100))}`;
    return gap(code, {
      lower: before ? { after: name(before.rate) } : { fromHour: first },
      upper: upToHour === undefined ? {} : { toHour: upToHour },
    });
  });
}

const zero = (expected: Vector['expected'], found: Record<string, number>) =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, found[key] ?? 0]));

const byTiers: Run = (vector) => {
  const found = counted(tiersOf(vector), { timed: spread(vector.input['effectiveMinutes']) });
  expect(zero(vector.expected, found)).toEqual(vector.expected);
};

const bySeedRules: Run = ({ input, expected }) => {
  const found = counted(seedTiers, {
    ...fullTime(Number(input['contractualMinutes'])),
    timed: spread(input['effectiveMinutes']),
  });
  expect(zero(expected, found)).toEqual(expected);
};

/** Rest for hours: each tier is transferred whole, with its premium. */
const byRest: Run = ({ input, expected }) => {
  const tiers = (input['tiers'] as { rate: string }[] | undefined) ?? [{ rate: input['rate'] as string }];
  const single = tiers.length === 1;
  const overtime: TimeRule[] = single ? [gap('T0', { lower: { fromHour: 36 } })] : [...legalTiers];
  const sources = single ? ['T0'] : ['HS25', 'HS50'];
  const transfers = sources.map((from, nth): TimeRule => ({
    kind: 'accounting',
    code: `R${String(nth)}`,
    account: from,
    operation: { name: 'transfer' },
    period: 'week',
    to: { account: 'RCR', factor: basisPoints(10_000 + rate(tiers[nth]?.rate)) },
  }));
  const set = ruleSet([...overtime, ...transfers], { accounts: [...sources, 'RCR'].map((code) => account(code)) });
  const found = counted(set, { timed: spread(2_100 + Number(input['overtimeMinutes'])) });
  expect(found['RCR']).toBe(expected['restMinutes']);
  for (const source of sources) expect(found[source] ?? 0).toBe(0);
};

const week: Readonly<Record<string, Run>> = {
  'overtime-week-07': ({ input, expected }) => {
    const found = counted(legalTiers, { timed: spread(2_100 + Number(input['overtimeMinutes'])) });
    const hourly = euros(input['hourlyRate']);
    const amounts = [found['HS25'] ?? 0, found['HS50'] ?? 0].map(
      (minutes, nth) =>
        basePay(minutes, hourly) + premiumAmount(minutes, basisPoints(nth === 0 ? 2_500 : 5_000), hourly),
    );
    expect(amounts).toEqual([euros(expected['amount25']), euros(expected['amount50'])]);
    expect((amounts[0] ?? 0) + (amounts[1] ?? 0)).toBe(euros(expected['total']));
  },
  'overtime-week-10': byRest,
  'overtime-week-11': byRest,
  'overtime-week-12': ({ input, expected }) => {
    const timed = daily(plainDate(input['weekStart'] as string), ...numbers(input['minutesByDay']));
    const month = plainMonth(expected['payMonth'] as string);
    const { movements } = computeWorktime(person({ timed }), ruleSet(legalTiers), month);
    expect(movements).toMatchObject([{ minutes: expected['minutes25'], date: expected['postedOn'] }]);
  },
  'overtime-week-14': bySeedRules,
  'overtime-week-15': bySeedRules,
  'overtime-week-16': ({ input, expected }) => {
    const structural = perMonth(Number(input['weeklyHours']) * 60 - 2_100);
    expect((hundredths(structural) / 100).toFixed(2)).toBe(expected['hoursPerMonth']);
  },
};

/** Days of absence come first in the week, then the days worked. */
const byAbsence: Run = ({ input, expected }) => {
  const worked = numbers(input['worked']);
  const off = ['paidLeaveMinutes', 'sickMinutes', 'unpaidLeaveMinutes'].flatMap((key) => numbers(input[key] ?? []));
  const isPaidLeave = 'paidLeaveMinutes' in input;
  // Before the ruling: the same week a year earlier.
  const monday = input['paidLeaveCounts'] === false ? plainDate('2025-09-01') : MONDAY;
  const absences = off.flatMap((_, nth) => away(isPaidLeave ? PAID_LEAVE : SICKNESS, addDays(monday, nth)));
  const timed = daily(addDays(monday, off.length), ...worked);
  const who = { absences, timed, planned: planned(addDays(monday, -7), 42, 420) };
  const { movements } = computeWorktime(
    person(who),
    ruleSet(legalTiers, { absences: treatments }),
    plainMonth(monday.slice(0, 7)),
  );
  expect(totals({ movements })).toEqual(expected['minutes25'] === 0 ? {} : { HS25: expected['minutes25'] });
  const [first] = movements;
  if (first?.cause.kind === 'gap') expect(first.cause.measured).toBe(expected['counted']);
};

const absence: Readonly<Record<string, Run>> = {
  'overtime-absence-10': ({ input, expected }) => {
    const yearly = gap('HS', { period: { unit: 'year' }, lower: { fromHour: Number(input['thresholdHours']) + 1 } });
    // 1,600 h over 200 days of 8 h, and 25 days of leave of 7 h.
    const days = new Map(planned(plainDate('2025-12-29'), 400, 420));
    const timed = [...days.keys()]
      .filter((date) => date >= '2026-01-05' && (days.get(date)?.contractual?.am ?? 0) > 0)
      .slice(0, Number(input['effectiveHours']) / 8)
      .flatMap((date) => daily(date, 480));
    const leave = [...days.keys()].filter((date) => date >= '2026-11-09' && (days.get(date)?.contractual?.am ?? 0) > 0);
    const absences = leave.slice(0, Number(input['paidLeaveHours']) / 7).flatMap((date) => away(PAID_LEAVE, date));
    expect(timed.length).toBe(200);
    expect(absences.length).toBe(50);
    const found = counted([yearly], { planned: days, timed, absences }, plainMonth('2026-12'));
    expect(found).toEqual(expected['overtimeHours'] === 0 ? {} : { HS: Number(expected['overtimeHours']) * 60 });
  },
};

const byContract: Run = ({ input, expected }) => {
  const found = counted(partTimeTiers, {
    ...partTime(Number(input['contractMinutes'])),
    timed: spread(input['workedMinutes']),
  });
  expect([found['C10'] ?? 0, found['C25'] ?? 0]).toEqual([expected['minutes10'], expected['minutes25']]);
};

const parts: Readonly<Record<string, Run>> = {
  // The alert is a control's; a complementary hour stays one all the same.
  'overtime-parttime-07': byContract,
  'overtime-parttime-09': ({ input, expected }) => {
    const contract = Number(input['contractHoursMonth']) * 60;
    const monthly = partTimeTiers.map((rule): TimeRule => {
      if (rule.kind !== 'gap') return rule;
      const { counter } = rule.upper;
      const roundTo = input['roundTenth'] as 'hour';
      return { ...rule, period: { unit: 'month' }, upper: counter ? { counter: { ...counter, roundTo } } : {} };
    });
    // 104 h planned and 124 h worked, on sixteen Mondays to Thursdays.
    const dates = [0, 7, 14, 21].flatMap((from) => [0, 1, 2, 3].map((day) => addDays(MONDAY, from + day)));
    const inMonth = dates.filter((date) => date <= '2026-09-27');
    const share = contract / inMonth.length;
    const days = new Map(planned(plainDate('2026-08-31'), 63, 0));
    for (const date of inMonth) {
      const day = days.get(date);
      const halves = { am: share / 2, pm: share / 2 };
      if (day) days.set(date, { ...day, contractual: halves, theoretical: halves });
    }
    const total = contract + Number(input['complementaryHours']) * 60;
    const timed = inMonth.flatMap((date) => daily(date, total / inMonth.length));
    const found = counted(monthly, { ...partTime(1_440), planned: days, timed });
    expect([found['C10'], found['C25']].map((minutes) => String((minutes ?? 0) / 60))).toEqual([
      expected['hours10'],
      expected['hours25'],
    ]);
  },
};

const shift: Run = ({ input, expected }) => {
  const [from = '', to = ''] = input['window'] as string[];
  const breaks = ((input['breaks'] as string[][] | undefined) ?? []).map(([start = '', end = '']) => ({
    start: at(start, end).start,
    end: at(start, end).end,
  }));
  const timed = [at(input['start'] as string, input['end'] as string, { breaks })];
  const rules = [range('NUIT', from, to), gap('TOUT', { lower: { fromHour: 1 }, measured: 'presence' })];
  const found = counted(rules, { timed });
  expect([found['TOUT'], found['NUIT'] ?? 0]).toEqual([expected['totalMinutes'], expected['nightMinutes']]);
};

const split: Readonly<Record<string, Run>> = {
  'calendar-split-02': ({ input, expected }) => {
    const rules = [gap('TOUT', { lower: { fromHour: 1 }, measured: 'presence' }), daysOff('DIM', 7)];
    const { movements } = computeWorktime(
      person({ timed: [at(input['start'] as string, input['end'] as string)] }),
      ruleSet(rules),
      plainMonth('2026-09'),
    );
    expect(movements.map(({ account: code, date, minutes }) => [code, date, minutes])).toEqual([
      ['TOUT', '2026-09-13', expected['weekOf2026-09-07']],
      ['TOUT', '2026-09-20', expected['weekOf2026-09-14']],
      ['DIM', '2026-09-13', expected['sunday']],
    ]);
  },
  'calendar-split-04': ({ input, expected }) => {
    const hourly = euros(input['hourlyRate']);
    expect(basePay(Number(input['minutes']), hourly)).toBe(euros(expected['salary']));
    expect(premiumAmount(Number(input['minutes']), basisPoints(10_000), hourly)).toBe(euros(expected['indemnity']));
  },
  'calendar-split-05': ({ input, expected }) => {
    const hourly = euros(input['hourlyRate']);
    expect(basePay(Number(input['minutes']), hourly)).toBe(euros(expected['salary']));
    expect(premiumAmount(Number(input['minutes']), basisPoints(0), hourly)).toBe(euros(expected['premium']));
  },
};

const dayRules: Readonly<Record<string, Run>> = {
  'days-off-rule-01': ({ input, expected }) => {
    const entries = input['entries'] as { start: string; end: string }[];
    expect(counted([daysOff('DIM', 7)], { timed: entries.map(({ start, end }) => at(start, end)) })).toEqual(expected);
  },
  'days-off-rule-02': ({ input, expected }) => {
    const entries = input['entries'] as { start: string; end: string }[];
    const days = new Map(planned(plainDate('2026-08-31'), 63, 420));
    const wednesday = plainDate('2026-09-16');
    const rest = { am: 0, pm: 0 };
    const day = days.get(wednesday);
    if (day) days.set(wednesday, { ...day, contractual: rest, theoretical: rest, isWeeklyRest: true });
    const timed = entries.map(({ start, end }) => at(start, end));
    expect(counted([daysOff('REPOS', 'weeklyRest')], { planned: days, timed })).toEqual(expected);
  },
};

interface Posted {
  readonly account: string;
  readonly rate: string;
  readonly interval: readonly [string, string];
}

/** Each movement is given by a rule of its own: the range of its interval for the night, the whole day elsewhere. */
const overlap: Run = ({ input, expected }) => {
  const posted = input['movements'] as Posted[];
  const earliest = posted.map(({ interval }) => interval[0]).sort()[0] ?? '';
  const latest =
    posted
      .map(({ interval }) => interval[1])
      .sort()
      .at(-1) ?? '';
  const day = plainDate(latest.slice(0, 10));
  const rules = posted.map(({ account: code, interval: [from, to] }): TimeRule => {
    if (code === 'DIMANCHE') return daysOff(code, 7);
    return code === 'FERIE' ? daysOff(code, 'holiday') : range(code, from.slice(11), to.slice(11));
  });
  const days = new Map(planned(addDays(day, -40), 80, 420));
  const own = days.get(day);
  if (own) days.set(day, { ...own, holiday: 'legal' });
  const set = ruleSet(
    [...rules, { kind: 'nonCumulative', code: 'NC', accounts: posted.map((each) => each.account), explicit: null }],
    {
      accounts: posted.map(({ account: code, rate: each }) => account(code, Number(each) * 100)),
      month: 'civil',
    },
  );
  const found = counted(set, { planned: days, timed: [at(earliest, latest)] }, plainMonth(day.slice(0, 7)));
  expect(zero(expected, found)).toEqual(expected);
};

const overlaps: Readonly<Record<string, Run>> = {
  'non-cumul-06': ({ input, expected }) => {
    const [start = '', end = ''] = input['shift'] as string[];
    const { warning, ...totalsExpected } = expected;
    const set = ruleSet(
      [
        { kind: 'nonCumulative', code: 'NC', accounts: ['NUIT', 'DIMANCHE'], explicit: null },
        range('NUIT', '21:00', '06:00'),
        daysOff('DIMANCHE', 7),
      ],
      { accounts: [account('NUIT', 25), account('DIMANCHE', 50)] },
    );
    expect(counted(set, { timed: [at(start, end)] })).toEqual(totalsExpected);
    expect(warning).toBe('NON_CUMUL_BEFORE_SOURCES');
    expect(checkRuleSet(set).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning ruleBeforeSources',
      'warning ruleBeforeSources',
    ]);
  },
};

const accounting: Readonly<Record<string, Run>> = {
  'accounting-rule-01': ({ input, expected }) => {
    const rules: TimeRule[] = [
      gap('RECUP', { lower: { fromHour: 36 } }),
      {
        kind: 'accounting',
        code: 'PLAFOND',
        account: 'RECUP',
        operation: { name: 'cap', on: 'movements', limit: Number(input['cap']) },
        period: 'month',
        to: { account: input['excessTo'] as string, factor: basisPoints(10_000) },
      },
    ];
    const weeks = numbers(input['movementsMonth']);
    const timed = weeks.flatMap((minutes, nth) => spread(2_100 + minutes, addDays(MONDAY, 7 * nth)));
    expect(counted(rules, { timed })).toEqual(expected);
  },
  'accounting-rule-03': ({ input, expected }) => {
    const exported = input['exported'] as Record<string, number>;
    const now = input['recomputed'] as Record<string, number>;
    const left = Object.keys(exported).map((code) => [
      code,
      (leftToExport(now[code] ?? 0, hundredths(exported[code] ?? 0)) / 100) * 60,
    ]);
    expect(Object.fromEntries(left)).toEqual(expected['adjustment']);
  },
};

const night: Readonly<Record<string, Run>> = Object.fromEntries(
  ['02', '03', '04', '05', '07'].map((nth) => [`night-${nth}`, shift]),
);

const areas: readonly (readonly [string, Readonly<Record<string, Run>>, Run | undefined])[] = [
  ['overtime-week', week, byTiers],
  ['overtime-absence', absence, byAbsence],
  ['overtime-parttime', parts, byContract],
  ['night', night, undefined],
  ['calendar-split', split, undefined],
  ['days-off-rule', dayRules, undefined],
  ['non-cumul', overlaps, overlap],
  ['accounting-rule', accounting, undefined],
];

/** Examples of these areas about alerts, which controls answer. */
const alerts: ReadonlySet<string> = new Set(['overtime-parttime-08', 'night-10', 'night-11']);

describe.each(areas)('%s', (area, own, otherwise) => {
  const vectors = vectorsOf(area).filter(({ id }) => !alerts.has(id));
  test.each(vectors.map((vector): [string, string, Vector] => [vector.id, vector.title, vector]))(
    '%s: %s',
    (id, _, vector) => {
      const run = own[id] ?? otherwise;
      if (!run) throw new Error(`no adapter for ${id}`);
      run(vector);
    },
  );
});
