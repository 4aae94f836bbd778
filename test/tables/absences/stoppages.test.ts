import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StoppageDates } from '../../../shared/domain/absences/stoppageDates.ts';
import { addDays, plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { readStoppageRows } from '../../../shared/tables/absences/readStoppages.ts';
import { readSupportRows } from '../../../shared/tables/absences/readSupport.ts';
import { shortDatesText, stoppageIn, stoppageText } from '../../../shared/tables/absences/stoppageText.ts';
import { stoppagesTable } from '../../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../shared/tables/absences/supportTable.ts';
import { kindLabels } from '../../../shared/tables/absences/treatmentLabels.ts';
import { said, sheet, type Typed } from '../vouchers/typedSheet.ts';

const row: Typed = {
  kind: 'maladie',
  from: '07/09/2026',
  fromHalf: 'matin',
  to: '09/09/2026',
  toHalf: 'après-midi',
  state: 'saisi',
  typed: 'oui',
  typedAt: '26/10/2026 21:03',
  typedAs: 'du 07/09/2026 au 08/09/2026, maladie',
  inLucca: 'oui',
  leaveId: '50',
  luccaId: '1',
  key: '50-sickness-2026-09-07-am',
};
const read = (...rows: readonly Typed[]) => readStoppageRows(sheet(stoppagesTable, ...rows));

const half = fc.constantFrom('am' as const, 'pm' as const);
const dates = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(kindLabels) as StoppageDates['kind'][])),
    days: fc.integer({ min: 0, max: 400 }),
    first: half,
    last: half,
  })
  .map(({ kind, days, first, last }): StoppageDates => {
    const from = plainDate('2026-09-07');
    const isBackwards = days === 0 && first === 'pm';
    return {
      kind,
      from: { date: from, half: first },
      to: { date: addDays(from, days), half: isBackwards ? 'pm' : last },
    };
  });

test('« Saisi comme » se relit tel qu’il fut écrit', () => {
  fc.assert(fc.property(dates, (each) => expect(stoppageIn(stoppageText(each))).toEqual(each)));
});

test.each<[string, string]>([
  ['2026-09-07 am 2026-09-09 pm', 'du 07/09/2026 au 09/09/2026, maladie'],
  ['2026-09-07 pm 2026-09-09 am', 'du 07/09/2026 après-midi au 09/09/2026 matin, maladie'],
  ['2026-09-07 am 2026-09-07 pm', 'le 07/09/2026, maladie'],
  ['2026-09-07 am 2026-09-07 am', 'le 07/09/2026 matin, maladie'],
  ['2026-09-07 pm 2026-09-07 pm', 'le 07/09/2026 après-midi, maladie'],
])('%s s’écrit « %s »', (text, expected) => {
  const [from = '', first, to = '', last] = text.split(' ');
  const end = (date: string, part = '') => ({
    date: plainDate(date),
    half: part === 'am' ? ('am' as const) : ('pm' as const),
  });
  expect(stoppageText({ kind: 'sickness', from: end(from, first), to: end(to, last) })).toBe(expected);
});

test.each([
  ['la semaine du 7'],
  ['du 07/09/2026 au 09/09/2026'],
  ['du 09/09/2026 au 07/09/2026, maladie'],
  ['du 31/09/2026 au 01/10/2026, maladie'],
  ['du 07/09/2026 au 09/09/2026, grippe'],
])('« %s » ne se relit pas', (text) => {
  expect(stoppageIn(text)).toBeUndefined();
});

test('l’année ne se dit que lorsqu’elle change', () => {
  const span = (from: string, to: string) => ({
    from: { date: plainDate(from), half: 'am' as const },
    to: { date: plainDate(to), half: 'pm' as const },
  });
  const [a, b] = [span('2026-09-07', '2026-09-09'), span('2026-12-30', '2027-01-04')];
  expect([shortDatesText(a, [a]), shortDatesText(a, [b])]).toEqual([
    'du 07/09 au 09/09',
    'du 07/09/2026 au 09/09/2026',
  ]);
});

test('une ligne cochée se lit : ce que Lucca dit, ce que la paie tient', () => {
  const { value, findings } = read(row);
  expect(findings).toEqual([]);
  expect(value.rows).toMatchObject([
    {
      rowKey: '50-SICKNESS-2026-09-07-AM',
      key: '50-sickness-2026-09-07-am',
      employeeId: '1',
      leaveId: '50',
      state: 'typed',
      held: {
        tick: 'yes',
        wasTicked: false,
        isInLucca: true,
        shown: { kind: 'sickness', to: { date: '2026-09-09', half: 'pm' } },
        typedAs: { kind: 'sickness', to: { date: '2026-09-08', half: 'pm' } },
      },
    },
  ]);
});

test.each<[string, Typed, string, boolean]>([
  ['oui', { typed: 'oui' }, 'yes', false],
  ['vrai', { typed: 'VRAI' }, 'yes', false],
  ['non', { typed: 'non' }, 'no', false],
  ['vidé après une coche', { typed: '' }, 'open', true],
  ['jamais coché', { typed: '', typedAt: '' }, 'open', false],
])('« Saisi en paie » : %s', (_, typed, tick, wasTicked) => {
  expect(read({ ...row, ...typed }).value.rows[0]?.held).toMatchObject({ tick, wasTicked });
});

test.each<[string, readonly Typed[], string, string, number]>([
  ['une date effacée', [{ ...row, to: '' }], 'stoppageCellBlank', 'to', 4],
  ['une nature effacée', [{ ...row, kind: '' }], 'stoppageCellBlank', 'kind', 4],
  ['une nature d’aucune liste', [{ ...row, kind: 'grippe' }], 'cellNotChoice', 'kind', 4],
  ['une date qui n’en est pas une', [{ ...row, from: 'lundi' }], 'cellNotDate', 'from', 4],
  ['une fin avant le début', [{ ...row, to: '01/09/2026' }], 'stoppageDatesReversed', 'to', 4],
  ['une coche illisible', [{ ...row, typed: 'x' }], 'cellNotBoolean', 'typed', 4],
  ['« Saisi comme » réécrit', [{ ...row, typedAs: 'la semaine du 7' }], 'stoppageTypedAsUnread', 'typedAs', 4],
  ['deux lignes d’un arrêt', [row, row], 'duplicateKey', 'key', 5],
])('%s se dit à sa cellule, et la ligne n’est pas lue', (_, rows, code, column, at) => {
  const { value, findings } = read(...rows);
  expect(said(findings)).toEqual([[code, column, at]]);
  expect([value.rows, [...value.unread]]).toEqual([[], ['50-SICKNESS-2026-09-07-AM']]);
});

test('« À transmettre au support » se lit dans l’ordre des numéros ; une coche illisible se dit', () => {
  const own = { stoppage: '50-sickness-2026-09-07-am', held: 'a', now: 'supprimé', luccaId: '1' };
  const { value, findings } = readSupportRows(
    sheet(
      supportTable,
      { ...own, number: 2, sent: '' },
      { ...own, number: 1, sent: 'oui', sentAt: '26/10/2026 21:03' },
      { ...own, number: 3, sent: 'x' },
    ),
  );
  expect(value.map(({ number, isSent, stoppage }) => [number, isSent, stoppage])).toEqual([
    [1, true, '50-SICKNESS-2026-09-07-AM'],
    [2, false, '50-SICKNESS-2026-09-07-AM'],
  ]);
  expect(said(findings)).toEqual([['cellNotBoolean', 'sent', 6]]);
});
