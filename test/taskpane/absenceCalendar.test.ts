/** « Calendrier du mois » in the pane, without a screen: what is shown, said, printed, and where one goes on. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { MOST_CALENDAR_PEOPLE } from '../../shared/contracts/absenceCalendarSchemas.ts';
import type { FileRequest } from '../../shared/contracts/fileSchemas.ts';
import type { CalendarEntry } from '../../shared/domain/absences/calendar/entry.ts';
import type { CalendarDay } from '../../shared/domain/absences/calendar/monthCalendar.ts';
import type { Stretch } from '../../shared/domain/absences/calendar/stretches.ts';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { ok } from '../../shared/domain/result.ts';
import { confirmAccounts, prepareAccounts } from '../../shared/flows/absences/prepareAccounts.ts';
import { amount } from '../../shared/messages/fr/absences/calendar.ts';
import { daySentence, stretchText, weekOption } from '../../shared/messages/fr/absences/calendarPane.ts';
import { otherAccountBody } from '../../shared/messages/fr/pane.ts';
import { wholeMonth, type ShownCalendar } from '../../addin/taskpane/model/absences/calendar/calendarState.ts';
import { daysOn, foundRows, monthWeeks, toldRows } from '../../addin/taskpane/model/absences/calendar/calendarView.ts';
import type { PanePorts } from '../../addin/taskpane/model/desk.ts';
import { halfDay, OCTOBER, person, SmallCompany, sound, wholeDays } from '../support/smallCompany.ts';
import { Clerk } from './voucherClerk.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const entry = (category: CalendarEntry['category'], more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ category, kind: null, account: null, minutes: null },
  ...more,
});

describe('what is said of a day', () => {
  const day = (more: Partial<CalendarDay>): CalendarDay => ({
    ...{ date: plainDate('2026-10-01'), isWeekend: false, holiday: null, am: [], pm: [] },
    ...more,
  });
  const [leave, sick] = [entry('paidLeave'), entry('stoppage', { kind: 'sickness' })];
  const cases: readonly (readonly [title: string, day: CalendarDay, sentence: string])[] = [
    ['rien', day({}), '1er octobre'],
    ['un jour entier', day({ am: [leave], pm: [leave] }), '1er octobre : congés payés'],
    ['un matin', day({ am: [sick] }), '1er octobre : arrêt (maladie) le matin'],
    [
      'deux comptes, un par moitié',
      day({ am: [leave], pm: [entry('rtt')] }),
      '1er octobre : congés payés le matin ; RTT l’après-midi',
    ],
    [
      'deux absences en heures sur une moitié',
      day({ pm: [entry('rest', { minutes: 90 }), entry('rest', { minutes: 60 })] }),
      '1er octobre : repos (1 h 30) l’après-midi ; repos (1 h) l’après-midi',
    ],
    [
      'deux comptes d’une catégorie ne font pas un jour entier',
      day({ am: [entry('rtt', { account: 'A' })], pm: [entry('rtt', { account: 'B' })] }),
      '1er octobre : RTT le matin ; RTT l’après-midi',
    ],
    [
      'un jour férié',
      day({ holiday: 'Toussaint', am: [leave] }),
      '1er octobre : congés payés le matin ; férié, Toussaint',
    ],
  ];
  test.each(cases)('%s', (_, each, sentence) => {
    expect(plain(daySentence(each))).toBe(sentence);
  });

  const stretch = (from: string, to: string, more: Partial<Stretch> = {}): Stretch => {
    const half = (text: string) => ({
      date: plainDate(`2026-10-${text.slice(0, 2)}`),
      half: text.slice(3) as 'am' | 'pm',
    });
    return { entry: leave, from: half(from), to: half(to), halfDays: 2, minutes: 0, ...more };
  };
  test.each([
    ['un jour', stretch('05 am', '05 pm'), '5 octobre : congés payés, 1 j'],
    ['une demi-journée', stretch('05 pm', '05 pm', { halfDays: 1 }), '5 octobre après-midi : congés payés, 0,5 j'],
    ['plusieurs jours', stretch('01 am', '09 pm', { halfDays: 14 }), '1er – 9 octobre : congés payés, 7 j'],
    [
      'des bords à moitié',
      stretch('05 pm', '07 am', { halfDays: 4 }),
      '5 après-midi – 7 octobre matin : congés payés, 2 j',
    ],
    ['des heures', stretch('05 am', '05 am', { halfDays: 0, minutes: 90 }), '5 octobre matin : congés payés, 1 h 30'],
  ])('%s, d’un trait', (_, each, sentence) => {
    expect(plain(stretchText(each))).toBe(sentence);
  });

  test('des jours et des heures se disent ensemble ; rien est zéro jour', () => {
    expect(plain(amount({ halfDays: 3, minutes: 210 }))).toBe('1,5 j et 3 h 30');
    expect(plain(amount({ halfDays: 0, minutes: 0 }))).toBe('0 j');
  });
});

describe('weeks', () => {
  test.each([
    ['2026-10', ['1er – 4 octobre', '5 – 11 octobre', '12 – 18 octobre', '19 – 25 octobre', '26 – 31 octobre']],
    ['2027-02', ['1er – 7 février', '8 – 14 février', '15 – 21 février', '22 – 28 février']],
    [
      '2026-11',
      ['1er novembre', '2 – 8 novembre', '9 – 15 novembre', '16 – 22 novembre', '23 – 29 novembre', '30 novembre'],
    ],
  ])('%s : du lundi au dimanche, dans le mois', (month, names) => {
    const weeks = monthWeeks(plainMonth(month));
    expect(weeks.map(weekOption)).toEqual(names);
    expect(new Set(weeks.map(({ length }) => length))).toEqual(new Set([7]));
  });
});

describe('the screen', () => {
  let clerk: Clerk<SmallCompany>;

  beforeEach(async () => {
    const company = new SmallCompany();
    company.account.employees = [person('1', { establishment: 'Brest' }), person('2'), person('3')];
    company.account.leaveAccounts = [
      { id: '26', name: 'Congés payés 2026-2027', establishments: ['1'] },
      { id: '40', name: 'Arrêt maladie', establishments: ['1'] },
    ];
    company.account.halfDays = [
      ...wholeDays('1', '2026-10-05').map((each) => ({ ...each, accountId: '26' })),
      halfDay('2', '2026-10-14', 'am', { employeeId: '2', accountId: '40', accountName: 'Arrêt maladie' }),
    ];
    await company.apply();
    sound(await prepareAccounts(company.ports, company.account.connection()));
    sound(await confirmAccounts(company.ports, company.account.connection()));
    clerk = await Clerk.of(company, OCTOBER);
  });

  const tasks = async () => (await clerk.pane.absences()).calendar;
  const screen = () => clerk.screen('absenceCalendar');
  const reading = () => {
    const { reading: read } = screen();
    if (!read) throw new RangeError('not read');
    return read;
  };
  const found = (more: Partial<ShownCalendar> = {}) => {
    const shown = { ...screen().shown, ...more };
    return foundRows(toldRows(reading(), shown), OCTOBER, shown).map((each) => each.person.name);
  };
  const asked: FileRequest[] = [];
  const printing = () => {
    asked.length = 0;
    const ports = clerk.pane.ports as { -readonly [P in keyof PanePorts]: PanePorts[P] };
    const file = (request: FileRequest) => {
      asked.push(request);
      return Promise.resolve(ok({ path: '/files/ticket', expiresInSeconds: 60 }));
    };
    ports.service = { ...ports.service, file };
  };

  test('everybody who is away; then a team, a week, a name', async () => {
    await (await tasks()).open();
    expect(screen().shown).toEqual(wholeMonth);
    expect(found()).toEqual(['Nom1 P1', 'Nom2 P2']);
    expect(found({ team: 'Brest' })).toEqual(['Nom1 P1']);
    expect(found({ week: 2 })).toEqual(['Nom2 P2']);
    expect(found({ week: 0 })).toEqual([]);
    expect(found({ search: 'nom1' })).toEqual(['Nom1 P1']);
    expect(found({ search: '0002' })).toEqual(['Nom2 P2']);
  });

  test('a team that is not there that month is let go', async () => {
    const calendar = await tasks();
    await calendar.open(null, { ...wholeMonth, team: 'Brest' });
    expect(screen().shown.team).toBe('Brest');
    await calendar.open(null, { ...wholeMonth, team: 'Nantes' });
    expect(screen().shown).toEqual(wholeMonth);
    await calendar.open(null, { ...wholeMonth, by: 'department', team: '' });
    expect(screen().shown).toEqual(wholeMonth);
  });

  test('a nature is told to whoever asks, and only then', async () => {
    await (await tasks()).open();
    const second = (isTold: boolean) => {
      const [, row] = toldRows(reading(), { ...wholeMonth, isTold });
      return row && daysOn(row, [plainDate('2026-10-14')])[0]?.am[0];
    };
    expect(second(false)).toMatchObject({ category: 'stoppage', kind: null, account: null });
    expect(second(true)).toMatchObject({ category: 'stoppage', kind: 'sickness', account: 'Arrêt maladie' });
  });

  test('a person, and back to the calendar as it was', async () => {
    const calendar = await tasks();
    await calendar.open();
    calendar.narrow({ week: 1, search: 'nom' });
    calendar.person('1');
    calendar.narrow({ isTold: true });
    expect(clerk.screen('absenceCalendarPerson')).toMatchObject({ employeeId: '1', shown: { week: 1, isTold: true } });
    await clerk.pane.back();
    expect(screen()).toMatchObject({ from: '1', shown: { week: 1, search: 'nom', isTold: true } });
    await clerk.pane.back();
    expect(clerk.screen('absences')).toBeDefined();
  });

  test('printed: the chosen team, without a reason even where the screen tells it', async () => {
    const calendar = await tasks();
    await calendar.open();
    printing();
    await calendar.print(reading(), { ...wholeMonth, isTold: true });
    await calendar.print(reading(), { ...wholeMonth, team: 'Brest' });
    expect(asked).toMatchObject([
      {
        kind: 'absenceCalendar',
        name: 'calendrier-absences-2026-10.pdf',
        calendar: { teams: [{ name: 'Brest' }, { name: 'Lyon' }] },
      },
      { calendar: { teams: [{ name: 'Brest', people: [{ name: 'Nom1 P1' }] }] } },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/maladie|sickness/i);
  });

  test('more people than a document holds are refused, which is told', async () => {
    const calendar = await tasks();
    await calendar.open();
    printing();
    const read = reading();
    const [row] = read.calendar.rows;
    const rows = Array.from({ length: MOST_CALENDAR_PEOPLE + 1 }, () => row).flatMap((each) => each ?? []);
    await calendar.print({ ...read, calendar: { ...read.calendar, rows } }, wholeMonth);
    expect(asked).toEqual([]);
    expect(plain(clerk.notice)).toMatch(
      /^601 personnes sont absentes, un document en tient 600 au plus : choisissez une équipe/,
    );
  });

  test('a month that was not read is told, and keeps what was chosen but the week', async () => {
    const calendar = await tasks();
    await calendar.open();
    calendar.narrow({ team: 'Brest', week: 3 });
    await calendar.chooseMonth(plainMonth('2026-12'));
    expect(screen()).toMatchObject({ month: '2026-12', reading: null, shown: { team: 'Brest', week: null } });
  });

  test('the workbook of another account is told at the home of the area', async () => {
    const { connection } = clerk.pane.store.get();
    if (!connection) throw new RangeError('no connection');
    clerk.pane.store.set({ connection: { ...connection, id: 'c2', host: 'other.ilucca.net' } });
    await (await tasks()).open();
    expect(clerk.screen('absences')).toBeDefined();
    expect(clerk.notice).toBe(otherAccountBody('acme.ilucca.net'));
  });
});
