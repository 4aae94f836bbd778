/** « Plannings »: weeks that come back, for a person, an establishment or everybody. */
import { describe, expect, test } from '@jest/globals';
import { plannedBy } from '../../../shared/domain/calendar/weekPattern.ts';
import { planningOn, readPlannings } from '../../../shared/tables/readPlannings.ts';
import { planningsTable } from '../../../shared/tables/planningsTable.ts';
import { day, establishments, people, said, sheet, type Typed } from './typedSheet.ts';

const read = (...rows: readonly Typed[]) => readPlannings(sheet(planningsTable, ...rows), people, establishments);
const MONDAY = day('2026-10-05');

describe('« Plannings »', () => {
  test('a half of each shape is what its label says; a blank is a day off', () => {
    const labels = [
      'journée',
      'matin',
      'après-midi',
      'matin avec repas',
      'après-midi avec repas',
      'nuit avec repas',
      'repos',
      '',
    ];
    const shapes = labels.map((monday) => {
      const [row] = read({ monday, tuesday: 'journée', halfHours: 3.5 }).value;
      const planned = row && plannedBy(row.pattern, MONDAY, false);
      return [planned?.am, planned?.pm]
        .map((half) => (half ? `${half.minutes}${half.includesMeal ? '+repas' : ''}` : '-'))
        .join(' ');
    });
    expect(shapes).toEqual(['210 210', '210 -', '- 210', '210+repas -', '- 210+repas', '- 210+repas', '- -', '- -']);
  });

  test('the person before the establishment before everybody; the last to begin of several', () => {
    const { value, findings } = read(
      { monday: 'journée' },
      { establishment: 'Lyon', monday: 'matin' },
      { luccaId: '101', monday: 'après-midi', to: '31/10/2026' },
      { establishment: 'Paris', monday: 'matin', from: '01/01/2026' },
      { establishment: 'Paris', monday: 'repos', from: '01/10/2026' },
    );
    const shape = (id: string, establishment: string, on: string) =>
      planningOn(value, id, establishment, day(on))?.pattern.days[0];
    expect(findings).toEqual([]);
    expect(shape('101', '1', '2026-10-05')).toBe('afternoon');
    expect(shape('101', '1', '2026-11-02')).toBe('morning');
    expect(shape('102', '2', '2026-09-07')).toBe('morning');
    expect(shape('102', '2', '2026-10-05')).toBe('off');
    expect(shape('102', '3', '2026-10-05')).toBe('whole');
  });

  test('holidays are kept unless the row says they are worked', () => {
    const { value } = read({ monday: 'journée' }, { monday: 'journée', holidays: 'travaillés' });
    expect(value.map(({ pattern }) => plannedBy(pattern, MONDAY, true).holiday)).toEqual(['off', 'worked']);
    expect(value.map(({ pattern }) => plannedBy(pattern, MONDAY, false).holiday)).toEqual(['none', 'none']);
  });

  test('what cannot be applied is said at its cell, and left out', () => {
    const { value, findings } = read(
      { luccaId: '999', monday: 'journée' },
      { establishment: 'Nice', monday: 'journée' },
      { monday: 'toute la journée' },
      { monday: 'journée', from: '01/10/2026', to: '30/09/2026' },
      { monday: 'journée', halfHours: 35 },
    );
    expect(said(findings)).toEqual(
      expect.arrayContaining([
        ['voucherPersonUnknown', 'luccaId', 4],
        ['voucherEstablishmentUnknown', 'establishment', 5],
        ['cellNotChoice', 'monday', 6],
        ['voucherEndBeforeStart', 'to', 7],
        ['planningHours', 'halfHours', 8],
      ]),
    );
    expect(value).toMatchObject([{ pattern: { halfMinutes: null } }]);
  });
});
