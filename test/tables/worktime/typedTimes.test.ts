/** « Corrections de temps » and « Temps saisis » as people type them: durations, and what is typed twice. */
import { describe, expect, test } from '@jest/globals';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { readTimeCorrections } from '../../../shared/tables/worktime/readTimeCorrections.ts';
import { readTimeEntries } from '../../../shared/tables/worktime/readTimeEntries.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../../shared/tables/worktime/timeEntriesTable.ts';
import { said, sheet, type Typed } from '../vouchers/typedSheet.ts';

const people = [
  { id: '1', employeeNumber: '0001', establishment: 'Lyon' },
  { id: '2', employeeNumber: '0002', establishment: 'Lyon' },
];
const accounts = [{ code: 'HS25', name: 'Heures supp. 25 %', premium: null, isTransferable: true }];

const corrections = (...rows: readonly Typed[]) => {
  const { value, findings } = readTimeCorrections(sheet(timeCorrectionsTable, ...rows), people, accounts);
  return { minutes: value.map(({ minutes }) => minutes), said: said(findings), findings };
};

const opening = { luccaId: '1', date: '30/06/2026', account: 'HS25', kind: 'solde de départ', hours: 10 };
const contingent = { luccaId: '1', date: '30/06/2026', kind: 'contingent déjà utilisé', hours: 40 };
const manual = { luccaId: '1', date: '30/06/2026', account: 'HS25', hours: 2 };

describe('a correction', () => {
  test.each<[string, Typed, number[], string[]]>([
    ['in hours and hundredths', { hours: 7.33 }, [440], []],
    ['in hours and minutes', { hours: '7 h 20' }, [440], []],
    ['of a time that Excel made a part of a day', { hours: 0.3125 }, [], ['cellHoursOdd']],
    ['of a round part of a day', { hours: 0.25 }, [15], ['cellHoursDoubtful']],
  ])('%s', (_, cells, minutes, codes) => {
    const read = corrections({ ...manual, ...cells });
    expect(read.minutes).toEqual(minutes);
    expect(read.findings.map(({ code }) => code)).toEqual(codes);
  });

  test.each<[string, Typed[], number[], string[]]>([
    [
      'an account begins once: the earliest',
      [opening, { ...opening, date: '31/05/2026', hours: 4 }],
      [240],
      ['timeOpeningTwice'],
    ],
    [
      'also when the person is named by their matricule',
      [opening, { ...opening, luccaId: '', employeeNumber: '0001' }],
      [600],
      ['timeOpeningTwice'],
    ],
    ['another person, another beginning', [opening, { ...opening, luccaId: '2' }], [600, 600], []],
    [
      'what was used of a contingent is a total: the latest',
      [contingent, { ...contingent, date: '31/08/2026', hours: 60 }],
      [3_600],
      ['timeContingentTwice'],
    ],
    ['of another year: another contingent', [contingent, { ...contingent, date: '30/06/2025' }], [2_400, 2_400], []],
    ['the same to the letter: both count, and it is told', [manual, manual], [120, 120], ['timeCorrectionTwice']],
    ['of one day, for two reasons', [manual, { ...manual, comment: 'astreinte' }], [120, 120], []],
    ['of one day, other hours', [manual, { ...manual, hours: 1 }], [120, 60], []],
  ])('%s', (_, rows, minutes, codes) => {
    const read = corrections(...rows);
    expect(read.minutes).toEqual(minutes);
    expect(read.findings.map(({ code }) => code)).toEqual(codes);
    for (const each of read.findings) expect(findingText(each)).toMatch(/ligne \d/);
  });

  test('the row that does not count is the one that is told, whatever the order of the rows', () => {
    const early = { ...opening, date: '31/05/2026', hours: 4 };
    expect(corrections(opening, early)).toMatchObject({ minutes: [240], said: [['timeOpeningTwice', 'kind', 4]] });
    expect(corrections(early, opening)).toMatchObject({ minutes: [240], said: [['timeOpeningTwice', 'kind', 5]] });
  });
});

describe('a typed duration', () => {
  const entry = { luccaId: '1', date: '05/10/2026' };
  const entries = (...rows: readonly Typed[]) => {
    const { value, findings } = readTimeEntries(
      sheet(timeEntriesTable, ...rows.map((each) => ({ ...entry, ...each }))),
      people,
    );
    const [one] = value.values();
    return { minutes: (one?.untimed ?? []).map(({ minutes }) => minutes), said: said(findings) };
  };

  test('of a time that Excel made a part of a day counts nothing, and its date is still the sheet’s', () => {
    expect(entries({ hours: 0.3125 })).toEqual({ minutes: [], said: [['cellHoursOdd', 'hours', 4]] });
    expect(entries({ hours: '7h30' })).toEqual({ minutes: [450], said: [] });
  });

  test('of a date that has one already adds up, and is told', () => {
    expect(entries({ hours: 4 }, { hours: 3 })).toEqual({
      minutes: [240, 180],
      said: [['timeDurationTwice', 'hours', 5]],
    });
    expect(entries({ hours: 4 }, { hours: 3, date: '06/10/2026' })).toEqual({ minutes: [240, 180], said: [] });
    expect(entries({ hours: 4 }, { start: '13:00', end: '16:00' })).toEqual({ minutes: [240], said: [] });
  });
});
