import { describe, expect, test } from '@jest/globals';
import { judgedStoppage, type HeldStoppage } from '../../../shared/domain/absences/judgeStoppage.ts';
import { matchStoppages, type StoppageLine } from '../../../shared/domain/absences/matchStoppages.ts';
import {
  calendarDays,
  changedDates,
  halvesOf,
  overlap,
  touch,
  type StoppageDates,
} from '../../../shared/domain/absences/stoppageDates.ts';
import { firstWorked, type Stoppage, type WorkedDays } from '../../../shared/domain/absences/stoppages.ts';
import type { StoppageKind } from '../../../shared/domain/absences/treatment.ts';
import { isoWeekday, plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';

/** `'07 09'`: whole days of September 2026, sickness; `'07pm 09am'`: halves. */
function september(text: string, kind: StoppageKind = 'sickness'): StoppageDates {
  const [first = '', last = ''] = text.split(' ');
  const date = (part: string) => plainDate(`2026-09-${part.slice(0, 2)}`);
  return {
    kind,
    from: { date: date(first), half: first.endsWith('pm') ? 'pm' : 'am' },
    to: { date: date(last), half: last.endsWith('am') ? 'am' : 'pm' },
  };
}

const days = (dates: readonly string[]) => dates.map((date) => date.slice(8)).join(' ');

describe('les jours qui changent', () => {
  test.each<[string, StoppageDates, StoppageDates | null, string]>([
    ['aucun', september('07 09'), september('07 09'), ''],
    ['plus long', september('07 09'), september('07 11'), '10 11'],
    ['plus court', september('07 09'), september('08 09'), '07'],
    ['déplacé', september('07 09'), september('08 10'), '07 10'],
    ['ailleurs', september('07 08'), september('14 15'), '07 08 14 15'],
    ['une demi-journée de moins', september('07 09'), september('07 09am'), '09'],
    ['une autre nature', september('07 08'), september('07 08', 'maternity'), '07 08'],
    ['plus rien', september('07 08'), null, '07 08'],
    ['un week-end entre deux ne compte pas', september('04 04'), september('04 07'), '07'],
    ['un samedi où l’arrêt finit compte', september('04 04'), september('04 05'), '05'],
  ])('%s', (_, before, now, expected) => {
    expect(days(changedDates(before, now))).toBe(expected);
  });

  test('les demi-journées d’un arrêt sautent le week-end, pas ses bouts ; ses jours calendaires le comptent', () => {
    const weekend = september('04pm 08am');
    expect(halvesOf(weekend).map(({ date, half }) => `${date.slice(8)}${half}`)).toEqual([
      '04pm',
      '07am',
      '07pm',
      '08am',
    ]);
    expect([calendarDays(weekend), calendarDays(september('07 07'))]).toEqual([5, 1]);
  });

  test.each<[string, string, string, boolean, boolean]>([
    ['en commun', '07 09', '09 11', true, false],
    ['côte à côte', '07 09', '10 11', false, true],
    ['un week-end entre', '10 11', '14 15', false, true],
    ['un jour entre', '07 08', '10 11', false, false],
    ['une demi-journée entre', '07 08am', '09 11', false, false],
    ['le matin puis l’après-midi', '07 08am', '08pm 11', false, true],
  ])('%s, dans un sens comme dans l’autre', (_, a, b, isOver, isBeside) => {
    const [one, other] = [september(a), september(b)];
    expect([overlap(one, other), overlap(other, one)]).toEqual([isOver, isOver]);
    expect([touch(one, other), touch(other, one)]).toEqual([isBeside, isBeside]);
  });
});

function line(leaveId: string, dates: StoppageDates, employeeId = '1'): StoppageLine {
  return { key: `${leaveId}-${dates.kind}-${dates.from.date}-${dates.from.half}`, employeeId, leaveId, dates };
}

function stoppage(leaveId: string, dates: StoppageDates, employeeId = '1'): Stoppage {
  const { key } = line(leaveId, dates);
  return { key, employeeId, leaveId, ...dates, halfDays: 2, extends: null, lastDayWorked: null, knownOn: null };
}

describe('quelle ligne est quel arrêt', () => {
  test.each<[string, StoppageLine[], Stoppage[], [string, string][]]>([
    [
      'la même demande, le même premier jour',
      [line('50', september('07 09'))],
      [stoppage('50', september('07 15'))],
      [['50', '50']],
    ],
    [
      'ce que Lucca disait en dernier, quand la clé date d’avant',
      [{ ...line('50', september('08 09')), key: '50-sickness-2026-09-07-am' }],
      [stoppage('50', september('01 02')), stoppage('50', september('08 09'))],
      [['50', '50']],
    ],
    [
      'une autre demande sur un jour commun',
      [line('50', september('07 09'))],
      [stoppage('51', september('09 11'))],
      [['50', '51']],
    ],
    [
      'la même demande l’emporte sur une autre plus tôt',
      [line('50', september('07 11'))],
      [stoppage('51', september('07 08')), stoppage('50', september('09 11'))],
      [['50', '50']],
    ],
    [
      'une prolongation ne prend pas la ligne de l’arrêt qu’elle prolonge',
      [line('50', september('07 09'))],
      [stoppage('50', september('07 09')), stoppage('51', september('10 11'))],
      [['50', '50']],
    ],
    [
      'une autre nature sur un jour commun, faute de mieux',
      [line('50', september('07 09'))],
      [stoppage('50', september('07 09', 'workAccident'))],
      [['50', '50']],
    ],
    [
      'une autre nature à côté : un autre arrêt',
      [line('50', september('07 09'))],
      [stoppage('51', september('10 11', 'workAccident'))],
      [],
    ],
    ['un jour entre : un autre arrêt', [line('50', september('07 08'))], [stoppage('51', september('10 11'))], []],
    ['une autre personne', [line('50', september('07 09'))], [stoppage('51', september('07 09'), '2')], []],
  ])('%s', (_, lines, stoppages, expected) => {
    const matched = matchStoppages(lines, stoppages);
    expect([...matched].map(([held, found]) => [held.leaveId, found.leaveId])).toEqual(expected);
  });
});

const SEPTEMBER = {
  month: plainMonth('2026-09'),
  from: plainDate('2026-09-01'),
  to: plainDate('2026-09-30'),
};

function held(more: Partial<HeldStoppage> = {}): HeldStoppage {
  return { tick: 'open', typedAs: null, wasTicked: false, shown: september('07 09'), isInLucca: true, ...more };
}

const ticked = held({ tick: 'yes', typedAs: september('07 09') });

describe('ce qui est à faire d’un arrêt', () => {
  test.each<[string, HeldStoppage, StoppageDates | null, string | undefined, string | undefined]>([
    ['jamais coché', held(), september('07 09'), 'toType', 'toType'],
    ['jamais coché, changé', held(), september('07 11'), 'toType', 'support'],
    ['jamais coché, disparu', held(), null, undefined, 'support'],
    ['« non », changé', held({ tick: 'no' }), september('07 11'), 'toType', 'toType'],
    ['« non », disparu', held({ tick: 'no' }), null, undefined, undefined],
    ['décoché, disparu', held({ wasTicked: true, typedAs: september('07 09') }), null, undefined, undefined],
    ['coché à l’instant', held({ tick: 'yes' }), september('07 09'), 'typed', 'typed'],
    ['coché à l’instant, changé', held({ tick: 'yes' }), september('07 11'), 'toCorrect', 'support'],
    ['coché, inchangé', ticked, september('07 09'), 'typed', 'typed'],
    ['coché, changé', ticked, september('07 11'), 'toCorrect', 'support'],
    ['coché, disparu', ticked, null, 'toRemove', 'support'],
    ['coché, d’une autre nature', ticked, september('07 09', 'workAccident'), 'toCorrect', 'support'],
    [
      'coché, d’une nature qui n’est pas protégée',
      held({ tick: 'yes', typedAs: september('07 09', 'workAccident') }),
      september('07 11', 'workAccident'),
      'toCorrect',
      'toCorrect',
    ],
    [
      'disparu sans coche, et déjà pris pour saisi',
      held({ typedAs: september('07 08'), isInLucca: false }),
      null,
      undefined,
      'support',
    ],
  ])('%s : en mois ouvert, puis en mois clos', (_, line, now, open, closed) => {
    const protectedKinds: ReadonlySet<StoppageKind> = new Set(['sickness']);
    const states = [[], [SEPTEMBER]].map((months) => judgedStoppage(line, now, { closed: months, protectedKinds }));
    expect(states.map((each) => each?.state)).toEqual([open, closed]);
    expect(states[1]?.months ?? []).toEqual(closed === 'support' ? ['2026-09'] : []);
  });
});

describe('les dates autour d’un arrêt', () => {
  const planned: WorkedDays = {
    isPlanned: (_, date) => (date > '2026-09-30' ? undefined : isoWeekday(date) <= 5),
    isAway: (_, date) => date === '2026-09-14',
  };

  test.each<[string, StoppageDates, string | null]>([
    ['le jour travaillé qui suit, absences passées', september('07 11'), '2026-09-15'],
    ['l’après-midi du même jour', september('07 09am'), '2026-09-09'],
    ['inconnu où le planning s’arrête', september('07 30'), null],
  ])('la reprise est %s', (_, { to }, expected) => {
    expect(firstWorked('1', to, planned)).toBe(expected);
  });
});
