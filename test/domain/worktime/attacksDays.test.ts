/** Days and ranges where code and page could part: every figure is worked by hand in its title or beside it. */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import {
  at,
  contract,
  counted,
  daily,
  daysOff,
  HOLIDAY,
  legalTiers,
  MONDAY,
  person,
  planned,
  plannedBut,
  range,
  ruleSet,
  SEPTEMBER,
  treatments,
} from './builders.ts';

const TUESDAY = addDays(MONDAY, 1);
const outcome = (who: Partial<PersonTime>, rules = legalTiers, month = SEPTEMBER) =>
  computeWorktime(person(who), ruleSet(rules, { absences: treatments }), month);

describe('days', () => {
  test('a Sunday that is a holiday, Saturday 22:00 to Sunday 6:00: 6 h on each account, 6 h on that of both', () => {
    const who = {
      planned: plannedBut({ '2026-11-01': HOLIDAY }, plainDate('2026-10-05')),
      timed: [at('2026-10-31T22:00', '2026-11-01T06:00')],
    };
    const rules = [daysOff('DIM', 7), daysOff('FERIE', 'holiday'), daysOff('DEUX', 7, 'holiday')];
    expect(counted(rules, who, plainMonth('2026-11'))).toEqual({ DIM: 360, FERIE: 360, DEUX: 360 });
  });

  test('1 May on a Sunday is Sunday and 1 May, no other holiday: 5 h, 5 h', () => {
    const plan = plannedBut(
      { '2022-05-01': { holiday: 'firstOfMay', theoretical: { am: 0, pm: 0 } } },
      plainDate('2022-04-25'),
    );
    const rules = [daysOff('DIM', 7), daysOff('FERIE', 'holiday'), daysOff('MAI', 'firstOfMay')];
    const who = { planned: plan, timed: daily(plainDate('2022-05-01'), 300) };
    expect(counted(rules, who, plainMonth('2022-05'))).toEqual({ DIM: 300, MAI: 300 });
  });

  test('solidarity, a holiday, of which only 8 h are known: 7 h, 1 h, and 33 h for the threshold', () => {
    const who = {
      planned: plannedBut({ '2026-09-07': { ...HOLIDAY, isSolidarity: true } }),
      untimed: [{ id: 'u', date: MONDAY, minutes: 480 }],
      timed: daily(TUESDAY, 480, 480, 480, 480),
    };
    const rules = [...legalTiers, daysOff('SOLID', 'solidarity'), daysOff('FERIE', 'holiday')];
    expect(counted(rules, who)).toEqual({ SOLID: 420, FERIE: 60 });
  });

  test('a week that waits is listed though no gap reads it: 4 h of Sunday, 7 h of Monday', () => {
    const who = {
      unapproved: [{ from: plainDate('2026-09-10'), to: plainDate('2026-09-10') }],
      timed: [...daily(MONDAY, 420), ...daily(plainDate('2026-09-13'), 240)],
    };
    const { state, movements, waiting } = outcome(who, [daysOff('DIM', 7)]);
    expect([state, movements]).toEqual(['incomplete', []]);
    expect(waiting).toEqual([{ period: { from: '2026-09-07', to: '2026-09-13' }, minutes: 660 }]);
  });

  test('outside the contract nothing counts, and it is told: 4 h', () => {
    const contracts = [contract('2020-01-01', '2026-09-12')];
    const { movements, findings } = outcome({ contracts, timed: daily(plainDate('2026-09-13'), 240) }, [
      daysOff('DIM', 7),
    ]);
    expect(movements).toEqual([]);
    expect(findings).toMatchObject([{ code: 'timeOutsideContract', facts: { minutes: 240 } }]);
  });

  test('9:00–17:00 and 16:00–18:00 are 9 h', () => {
    const timed = [at('2026-09-13T09:00', '2026-09-13T17:00'), at('2026-09-13T16:00', '2026-09-13T18:00')];
    expect(counted([daysOff('DIM', 7)], { timed })).toEqual({ DIM: 540 });
  });
});

describe('ranges', () => {
  const night = (least = 0) => [range('NUIT', '21:00', '06:00', least)];
  const pause = (start: string, end: string) => ({ start: at(start, end).start, end: at(start, end).end });

  test('12:00–14:00 inside 8:00–13:00 and 13:30–18:00: 60 + 30', () => {
    const timed = [at('2026-09-07T08:00', '2026-09-07T13:00'), at('2026-09-07T13:30', '2026-09-07T18:00')];
    expect(counted([range('MIDI', '12:00', '14:00')], { timed })).toEqual({ MIDI: 90 });
  });

  test.each([
    ['Europe/Paris', 'real', '2026-03-28', 420],
    ['Europe/Paris', 'wall', '2026-03-28', 480],
    ['Europe/Paris', 'real', '2026-10-24', 540],
    ['Europe/Paris', 'wall', '2026-10-24', 480],
    ['Pacific/Noumea', 'real', '2026-10-24', 480],
    ['America/Miquelon', 'real', '2026-03-07', 420],
  ] as const)('22:00–6:00 in %s, %s, on %s: %i minutes', (zone, clockChange, date, expected) => {
    const day = plainDate(date);
    const who = {
      zone,
      planned: planned(addDays(day, -30), 90, 420),
      timed: [at(`${day}T22:00`, `${addDays(day, 1)}T06:00`)],
    };
    expect(counted(ruleSet(night(), { clockChange }), who, plainMonth(date.slice(0, 7)))).toEqual({ NUIT: expected });
  });

  test('2:45 to 2:15 while the clocks go back: half an hour', () => {
    const who = {
      planned: planned(plainDate('2026-10-05'), 28, 420),
      timed: [at('2026-10-25T02:45', '2026-10-25T02:15')],
    };
    expect(counted(night(), who, plainMonth('2026-10'))).toEqual({ NUIT: 30 });
  });

  test('20:00–5:00 with a break of 1:00–1:30: 8 h less 30', () => {
    const breaks = [pause('2026-09-08T01:00', '2026-09-08T01:30')];
    expect(counted(night(), { timed: [at('2026-09-07T20:00', '2026-09-08T05:00', { breaks })] })).toEqual({
      NUIT: 450,
    });
  });

  test('three hours at least in a shift of 31 May and 1 June: 2 h of May, 6 h of June', () => {
    const who = {
      planned: planned(plainDate('2026-04-27'), 70, 420),
      timed: [at('2026-05-31T22:00', '2026-06-01T06:00')],
    };
    expect(counted(night(180), who, plainMonth('2026-05'))).toEqual({ NUIT: 120 });
    expect(counted(night(180), who, plainMonth('2026-06'))).toEqual({ NUIT: 360 });
    expect(counted(night(481), who, plainMonth('2026-06'))).toEqual({});
  });

  test('two entries that touch are one shift: 3 h + 3 h, five at least', () => {
    const timed = [at('2026-09-07T20:00', '2026-09-08T00:00'), at('2026-09-08T00:00', '2026-09-08T03:00')];
    expect(counted(night(300), { timed })).toEqual({ NUIT: 360 });
  });

  test('two shifts of a day, two hours at least: 5:00–7:00 gives nothing, 20:00–24:00 gives 3 h', () => {
    const timed = [at('2026-09-07T05:00', '2026-09-07T07:00'), at('2026-09-07T20:00', '2026-09-08T00:00')];
    expect(counted(night(120), { timed })).toEqual({ NUIT: 180 });
  });
});
