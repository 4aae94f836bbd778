/** The calendar of a month of absences, its totals, its teams, and what it withholds. */
import { describe, expect, test } from '@jest/globals';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import { compareEntries, type CalendarEntry } from '../../../shared/domain/absences/calendar/entry.ts';
import {
  discreetCalendar,
  monthCalendar,
  type CalendarPerson,
  type MonthCalendar,
} from '../../../shared/domain/absences/calendar/monthCalendar.ts';
import { stretchesOf } from '../../../shared/domain/absences/calendar/stretches.ts';
import { teamsOf } from '../../../shared/domain/absences/calendar/teams.ts';
import { categoryTotals, totalOf } from '../../../shared/domain/absences/calendar/totals.ts';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { HolidayCalendar } from '../../../shared/domain/calendar/publicHolidays.ts';
import { bound, halfDay } from './builders.ts';

const METROPOLE: HolidayCalendar = { zone: 'FR', goodFriday: false };
const REUNION: HolidayCalendar = { zone: 'RE', goodFriday: false };

const person = (employeeId: string, more: Partial<CalendarPerson> = {}): CalendarPerson => ({
  ...{ employeeId, name: `Nom${employeeId} P`, employeeNumber: `000${employeeId}`, establishment: 'Lyon' },
  ...{ department: null, holidays: METROPOLE },
  ...more,
});

const calendar = (
  halfDays: readonly HalfDayAbsence[],
  people: readonly CalendarPerson[] = [person('1'), person('2')],
  month = '2026-10',
) => monthCalendar({ month: plainMonth(month), people, halfDays, boundTo: ({ id }) => bound(id) });

/** Dates on which something is shown: `'05 CP/RTT'`; several on one half with a `+`, hours in minutes. */
function shown({ rows }: MonthCalendar, at = 0): string[] {
  const told = (entries: readonly CalendarEntry[]) =>
    entries.map(({ category, minutes }) => `${category}${minutes === null ? '' : ` ${minutes}`}`).join('+');
  const days = rows[at]?.days ?? [];
  return days
    .filter(({ am, pm }) => am.length + pm.length > 0)
    .map(({ date, am, pm }) => `${date.slice(8)} ${told(am)}/${told(pm)}`);
}

describe('a row per person and a cell per date', () => {
  const cases: readonly (readonly [title: string, halfDays: readonly HalfDayAbsence[], expected: readonly string[]])[] =
    [
      [
        'un jour entier : ses deux moitiés',
        [halfDay('2026-10-05 am'), halfDay('2026-10-05 pm')],
        ['05 paidLeave/paidLeave'],
      ],
      [
        'deux comptes sur une date restent deux moitiés',
        [halfDay('2026-10-05 pm', { accountId: 'RTT' }), halfDay('2026-10-05 am')],
        ['05 paidLeave/rtt'],
      ],
      [
        'deux absences en heures sur une demi-journée sont montrées toutes deux, dans un ordre sûr',
        [
          halfDay('2026-10-06 am', { accountId: 'RTT', minutes: 120 }),
          halfDay('2026-10-06 am', { accountId: 'CP', minutes: 90 }),
        ],
        ['06 paidLeave 90+rtt 120/'],
      ],
      [
        'un compte que personne n’a rattaché est montré comme tel',
        [halfDay('2026-10-07 am', { accountId: 'NEW' })],
        ['07 unbound/'],
      ],
      [
        'arrêts et hors paie sont dits',
        [halfDay('2026-10-08 am', { accountId: 'MAL' }), halfDay('2026-10-09 pm', { accountId: 'OUT' })],
        ['08 stoppage/', '09 /outside'],
      ],
      [
        'les autres mois n’y sont pas',
        [halfDay('2026-09-30 pm'), halfDay('2026-10-31 am'), halfDay('2026-11-01 am')],
        ['31 paidLeave/'],
      ],
      ['une absence un jour férié ou un dimanche se voit quand même', [halfDay('2026-10-04 am')], ['04 paidLeave/']],
    ];
  test.each(cases)('%s', (_, halfDays, expected) => {
    expect(shown(calendar(halfDays))).toEqual(expected);
    expect(shown(calendar([...halfDays].reverse()))).toEqual(expected);
  });

  test.each([
    ['2026-10', 31],
    ['2028-02', 29],
    ['2026-02', 28],
  ])('%s a %i dates, dans l’ordre', (month, length) => {
    const { rows } = calendar([halfDay(`${month}-03 am`)], [person('1')], month);
    const dates = rows[0]?.days.map(({ date }) => date) ?? [];
    expect(dates).toHaveLength(length);
    expect(dates).toEqual([...dates].sort());
  });

  test('les fins de semaine et les jours fériés sont ceux du calendrier de la personne', () => {
    const away = [halfDay('2026-12-01 am'), halfDay('2026-12-01 am', { employeeId: '2' })];
    const { rows } = calendar(away, [person('1'), person('2', { holidays: REUNION })], '2026-12');
    const holidays = rows.map(({ days }) =>
      days.flatMap(({ date, holiday }) => (holiday ? [`${date} ${holiday}`] : [])),
    );
    expect(holidays).toEqual([['2026-12-25 Noël'], ["2026-12-20 Abolition de l'esclavage", '2026-12-25 Noël']]);
    expect(rows[0]?.days.filter(({ isWeekend }) => isWeekend).map(({ date }) => Number(date.slice(8)))).toEqual([
      5, 6, 12, 13, 19, 20, 26, 27,
    ]);
  });

  test('qui n’a pas d’absence n’a pas de ligne ; qui n’est pas connu de la paie est compté à part', () => {
    const { rows, leftOut } = calendar([
      halfDay('2026-10-05 am', { employeeId: '2' }),
      halfDay('2026-10-05 am', { employeeId: '9' }),
      halfDay('2026-10-05 pm', { employeeId: '9' }),
      halfDay('2026-10-06 pm', { employeeId: '8' }),
      halfDay('2026-09-30 pm', { employeeId: '7' }),
    ]);
    expect(rows.map((each) => each.person.employeeId)).toEqual(['2']);
    expect(leftOut).toEqual({ people: 2, halfDays: 3 });
  });
});

describe('totals', () => {
  const away = [
    ...['05', '06'].flatMap((day) => [halfDay(`2026-10-${day} am`), halfDay(`2026-10-${day} pm`)]),
    halfDay('2026-10-07 am', { accountId: 'RTT', minutes: 90 }),
    halfDay('2026-10-07 am', { accountId: 'RTT2', minutes: 120 }),
    halfDay('2026-10-05 am', { employeeId: '2' }),
    halfDay('2026-10-12 am', { employeeId: '2', accountId: 'MAL' }),
  ];

  test('par catégorie : jours des comptes en jours, heures des comptes en heures, personnes concernées', () => {
    expect(categoryTotals(calendar(away).rows)).toEqual([
      { category: 'paidLeave', people: 2, halfDays: 5, minutes: 0 },
      { category: 'rtt', people: 1, halfDays: 0, minutes: 210 },
      { category: 'stoppage', people: 1, halfDays: 1, minutes: 0 },
    ]);
  });

  test('par personne, et toutes ensemble : la somme des catégories', () => {
    const { rows } = calendar(away);
    expect(rows.map((row) => totalOf([row]))).toEqual([
      { halfDays: 4, minutes: 210 },
      { halfDays: 2, minutes: 0 },
    ]);
    expect(totalOf(rows)).toEqual({ halfDays: 6, minutes: 210 });
    expect(totalOf([])).toEqual({ halfDays: 0, minutes: 0 });
  });
});

test('teams: in order of their names, who has none last; rows keep their order', () => {
  const places = ['Strasbourg', 'Lyon', 'Lyon', 'Équipe 10', 'Équipe 2', ''];
  const people = places.map((establishment, at) =>
    person(String(at), { establishment, department: at === 1 ? 'Paie' : null }),
  );
  const { rows } = calendar(
    people.map(({ employeeId }) => halfDay('2026-10-05 am', { employeeId })),
    people,
  );
  const named = (by: 'establishment' | 'department') =>
    teamsOf(rows, by).map(({ name, rows: own }) => [name, own.map((row) => row.person.employeeId).join()]);
  expect(named('establishment')).toEqual([
    ['Équipe 2', '4'],
    ['Équipe 10', '3'],
    ['Lyon', '1,2'],
    ['Strasbourg', '0'],
    ['', '5'],
  ]);
  expect(named('department')).toEqual([
    ['Paie', '1'],
    ['', '0,2,3,4,5'],
  ]);
});

describe('what a colleague must not read', () => {
  const categories: readonly (readonly [string, HalfDayAbsence, string])[] = [
    ['un arrêt reste un arrêt, sans sa nature', halfDay('2026-10-05 am', { accountId: 'MAL' }), 'stoppage'],
    ['hors paie devient « autre absence »', halfDay('2026-10-05 am', { accountId: 'OUT' }), 'other'],
    ['un enfant malade devient « autre absence »', halfDay('2026-10-05 am', { accountId: 'sickChild' }), 'other'],
    ['un temps partiel thérapeutique aussi', halfDay('2026-10-05 am', { accountId: 'therapeuticPartTime' }), 'other'],
    ['un congé reste un congé', halfDay('2026-10-05 am'), 'paidLeave'],
    [
      'un compte à rattacher reste à rattacher, sans son nom',
      halfDay('2026-10-05 am', { accountId: 'NEW' }),
      'unbound',
    ],
  ];
  test.each(categories)('%s', (_, absence, category) => {
    const whole = monthCalendar({
      month: plainMonth('2026-10'),
      people: [person('1')],
      halfDays: [{ ...absence, accountName: 'Maladie' }],
      boundTo: ({ id }) =>
        id === 'sickChild' || id === 'therapeuticPartTime'
          ? { state: 'bound', treatment: { is: 'transferred', category: id, code: 'X' } }
          : bound(id),
    });
    const told = discreetCalendar(whole);
    expect(told.rows[0]?.days[4]?.am).toEqual([{ category, kind: null, account: null, minutes: null }]);
    expect(JSON.stringify(told)).not.toMatch(/Maladie|sickness|sickChild|therapeutic/);
    expect(totalOf(told.rows)).toEqual(totalOf(whole.rows));
  });

  test('l’ordre de deux absences d’une demi-journée ne dépend pas de ce qui est tu', () => {
    const one = (category: CalendarEntry['category'], minutes: number) => ({
      category,
      kind: null,
      account: null,
      minutes,
    });
    const entries = [one('stoppage', 30), one('other', 20), one('other', 10), one('rtt', 5)];
    expect([...entries].sort(compareEntries).map(({ minutes }) => minutes)).toEqual([5, 30, 10, 20]);
  });
});

describe('what is read aloud', () => {
  const stretches = (...halfDays: HalfDayAbsence[]) =>
    stretchesOf(calendar(halfDays, [person('1')]).rows[0] ?? { person: person('1'), days: [] }).map(
      ({ entry, from, to, halfDays: count, minutes }) =>
        `${entry.account ?? ''} ${from.date.slice(8)} ${from.half}–${to.date.slice(8)} ${to.half}: ${count}, ${minutes}`,
    );
  const whole = (day: string, more: Partial<HalfDayAbsence> = {}) => [
    halfDay(`2026-10-${day} am`, more),
    halfDay(`2026-10-${day} pm`, more),
  ];
  const cases: readonly (readonly [string, readonly HalfDayAbsence[], readonly string[]])[] = [
    ['une fin de semaine ne coupe pas', [...whole('02'), ...whole('05')], ['CP 02 am–05 pm: 4, 0']],
    ['un mercredi manquant coupe', [...whole('06'), ...whole('08')], ['CP 06 am–06 pm: 2, 0', 'CP 08 am–08 pm: 2, 0']],
    [
      'un autre compte entre deux ne se mêle pas',
      [halfDay('2026-10-06 am'), halfDay('2026-10-06 pm', { accountId: 'RTT' }), halfDay('2026-10-07 am')],
      ['CP 06 am–06 am: 1, 0', 'RTT 06 pm–06 pm: 1, 0', 'CP 07 am–07 am: 1, 0'],
    ],
    [
      'les heures s’ajoutent ; deux sur une demi-journée restent deux',
      [
        halfDay('2026-10-06 am', { minutes: 60 }),
        halfDay('2026-10-06 am', { minutes: 90 }),
        halfDay('2026-10-06 pm', { minutes: 120 }),
      ],
      ['CP 06 am–06 am: 0, 60', 'CP 06 am–06 pm: 0, 210'],
    ],
  ];
  test.each(cases)('%s', (_, halfDays, expected) => {
    expect(stretches(...halfDays)).toEqual(expected);
  });
});
