/** « Contrôle », case by case: docs/rules/monthControls.md names each title. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  controlOf,
  type ControlInput,
  type ControlLine,
  type CountedTopic,
  type MonthFigure,
} from '../../../../shared/domain/people/month/control.ts';
import '../../../support/properties.ts';

const ALL: ReadonlySet<CountedTopic> = new Set(['vouchers', 'absences', 'hours']);

/** `'1 vouchers 18'`, `'1 hours HS25 3.5'`: in units. */
function figures(...texts: string[]): MonthFigure[] {
  return texts.map((text) => {
    const words = text.split(' ');
    const [employeeId = '', topic = '', ...rest] = words;
    const hundredths = Math.round(Number(rest.at(-1)) * 100);
    return { employeeId, topic: topic as CountedTopic, item: rest.slice(0, -1).join(' '), hundredths };
  });
}

function input(before: MonthFigure[], now: MonthFigure[], more: Partial<ControlInput> = {}): ControlInput {
  const people = ['1', '2', '3'].map((employeeId) => ({
    employeeId,
    place: employeeId === '3' ? 'Metz' : 'Lyon',
    isPresent: true,
  }));
  return {
    people,
    before: { figures: before, known: ALL },
    now: { figures: now, known: ALL },
    changed: [],
    thresholds: { vouchers: 300, absences: 400, hours: 500 },
    ...more,
  };
}

function told(line: ControlLine): string {
  const what = 'topic' in line ? `${line.topic}${line.item === '' ? '' : ` ${line.item}`}` : '';
  const sides =
    'gap' in line
      ? `${line.before}→${line.after} (${line.gap})`
      : 'before' in line
        ? `${line.before}→${line.after}`
        : '';
  return [line.kind, line.employeeId || line.place, what, sides].filter((each) => each !== '').join(' ');
}

const rows = (asked: ControlInput, kinds: readonly ControlLine['kind'][] = ['nothing', 'nowhere', 'changed', 'gap']) =>
  controlOf(asked)
    .lines.filter(({ kind }) => kinds.includes(kind))
    .map(told);

describe('control of a month beside the one before', () => {
  const had = ['2 vouchers 18', '3 vouchers 18'];
  test.each<readonly [string, string[], string[], string[]]>([
    ['sous le seuil', ['1 vouchers 18', ...had], ['1 vouchers 16', ...had], []],
    ['au seuil', ['1 vouchers 18', ...had], ['1 vouchers 15', ...had], ['gap 1 vouchers 1800→1500 (-300)']],
    ['au-dessus du seuil', ['1 vouchers 18', ...had], ['1 vouchers 22', ...had], ['gap 1 vouchers 1800→2200 (400)']],
    ['rien ce mois, quelque chose avant', ['1 vouchers 2', '1 hours HS25 1.5', ...had], had, ['nothing 1']],
    ['présent et nulle part', had, had, ['nowhere 1']],
    ['une absence suffit à n’être pas nulle part', had, [...had, '1 absences CP 2'], []],
    [
      'un compte qui apparaît, un compte qui disparaît',
      ['1 hours HS25 5', ...had],
      ['1 hours HS50 4.99', ...had],
      ['gap 1 hours HS25 500→0 (-500)'],
    ],
    [
      'le plus grand écart d’abord',
      ['1 vouchers 18', '2 vouchers 18', '3 vouchers 18'],
      ['1 vouchers 14', '2 vouchers 8', '3 vouchers 21'],
      ['gap 2 vouchers 1800→800 (-1000)', 'gap 1 vouchers 1800→1400 (-400)', 'gap 3 vouchers 1800→2100 (300)'],
    ],
  ])('%s', (_, before, now, expected) => expect(rows(input(figures(...before), figures(...now)))).toEqual(expected));

  test('a person who has nothing this month is told first, with what they had, and keeps their gap', () => {
    const { lines } = controlOf(
      input(figures('1 vouchers 18', '2 vouchers 18', '3 vouchers 18'), figures('2 vouchers 18', '3 vouchers 18')),
    );
    expect(lines.slice(0, 2)).toEqual([
      { kind: 'nothing', employeeId: '1', place: 'Lyon', item: '', had: figures('1 vouchers 18') },
      { kind: 'gap', employeeId: '1', place: 'Lyon', topic: 'vouchers', item: '', before: 1800, after: 0, gap: -1800 },
    ]);
  });

  test('a topic that is not known on both sides is neither compared nor taken for nought', () => {
    const before = { figures: figures('1 vouchers 18'), known: new Set<CountedTopic>(['vouchers', 'hours']) };
    const now = { figures: figures('1 hours HS25 9'), known: new Set<CountedTopic>(['hours']) };
    const asked = input([], [], { before, now, people: [{ employeeId: '1', place: 'Lyon', isPresent: true }] });
    expect(rows(asked)).toEqual(['gap 1 hours HS25 0→900 (900)']);
    expect(controlOf(asked).compared).toEqual(['hours']);
    const unknown = input([], [], { now: { figures: [], known: new Set<CountedTopic>(['absences']) } });
    expect(rows(unknown)).toEqual([]);
  });

  test('somebody who left is told once, and is not looked for where nobody expects them', () => {
    const people = [{ employeeId: '1', place: 'Lyon', isPresent: false }];
    expect(rows(input([], [], { people }))).toEqual([]);
    expect(rows(input(figures('1 vouchers 3'), [], { people }))).toEqual(['nothing 1', 'gap 1 vouchers 300→0 (-300)']);
  });

  test('what is not a figure is told without a threshold', () => {
    const changed = [{ employeeId: '2', topic: 'iban' as const, item: 'IBAN', before: '', after: '' }];
    expect(
      rows(
        input(
          figures('1 vouchers 1', '2 vouchers 1', '3 vouchers 1'),
          figures('1 vouchers 1', '2 vouchers 1', '3 vouchers 1'),
          { changed },
        ),
      ),
    ).toEqual(['changed 2 iban IBAN →']);
  });

  test('totals by establishment count everybody, under the threshold too', () => {
    const asked = input(
      figures('1 vouchers 18', '2 vouchers 10', '3 vouchers 4'),
      figures('1 vouchers 17', '2 vouchers 9', '3 vouchers 4'),
    );
    expect(rows(asked, ['total'])).toEqual(['total Lyon vouchers 2800→2600 (-200)', 'total Metz vouchers 400→400 (0)']);
    expect(controlOf(asked).under).toEqual({ vouchers: 2, absences: 0, hours: 0 });
  });

  test('a month against itself has no gap; the other way round every gap is its opposite', () => {
    const figure = fc.record({
      employeeId: fc.constantFrom('1', '2', '3'),
      topic: fc.constantFrom<CountedTopic>('vouchers', 'absences', 'hours'),
      item: fc.constantFrom('', 'CP', 'HS25'),
      hundredths: fc.integer({ min: -5000, max: 5000 }),
    });
    const thresholds = { vouchers: 0, absences: 0, hours: 0 };
    const gapsOf = (before: MonthFigure[], now: MonthFigure[]) =>
      controlOf(input(before, now, { thresholds })).lines.flatMap((line) => (line.kind === 'gap' ? [line] : []));
    fc.assert(
      fc.property(fc.array(figure), fc.array(figure), (before, now) => {
        expect(gapsOf(now, [...now].reverse())).toEqual([]);
        const there = gapsOf(before, now).map(
          ({ employeeId, topic, item, gap }) => `${employeeId} ${topic} ${item} ${gap}`,
        );
        const back = gapsOf(now, before).map(
          ({ employeeId, topic, item, gap }) => `${employeeId} ${topic} ${item} ${-gap}`,
        );
        expect(there.sort()).toEqual(back.sort());
        const totals = controlOf(input(before, now, { thresholds })).lines.filter(({ kind }) => kind === 'total');
        const sum = (lines: readonly ControlLine[]) =>
          lines.reduce((all, line) => all + ('gap' in line ? line.gap : 0), 0);
        expect(sum(totals)).toBe(sum(gapsOf(before, now)));
      }),
    );
  });
});
