/** The recap of a month: what differs between two sets of people, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { employeeFields } from '../../../../shared/domain/people/employeeFields.ts';
import {
  keptCell,
  packPerson,
  unpackPerson,
  type FrozenPerson,
} from '../../../../shared/domain/people/recap/frozenPerson.ts';
import { isEmptyRecap, recapOf, type RecapHints } from '../../../../shared/domain/people/recap/recap.ts';
import { withContracts } from '../../../../shared/domain/people/recap/goesOn.ts';
import { rewound } from '../../../../shared/domain/people/recap/rewind.ts';
import { blank, LONGEST_TEXT, numberCell, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { SEEDS } from '../../../support/seeds.ts';
import { vectorsOf } from '../../../cases/vectors.ts';
import { date, somebody } from './people.ts';

const OCTOBER = plainMonth('2026-10');
const COPY = { month: OCTOBER, at: instant('2026-10-26T19:10:00.000Z'), count: 3 };

const told = (before: FrozenPerson[], after: FrozenPerson[]) =>
  recapOf(OCTOBER, before, after).changes.map(
    ({ person, field, before: was, after: is, origin }) =>
      `${person.name} ${field} ${JSON.stringify(was)} → ${JSON.stringify(is)} (${origin})`,
  );

describe('one line per person and field', () => {
  const rows: readonly (readonly [string, Record<string, Cell>, Record<string, Cell>, readonly string[]])[] = [
    [
      'a town that changed',
      { city: textCell('Lyon') },
      { city: textCell('Lille') },
      ['Nom1 P1 city {"text":"Lyon"} → {"text":"Lille"} (lucca)'],
    ],
    ['a space and a capital are no change', { city: textCell('Lyon ') }, { city: textCell('LYON') }, []],
    [
      'two spellings of one phone are no change',
      { workPhone: textCell('06 12 34 56 78') },
      { workPhone: textCell('+33612345678') },
      [],
    ],
    [
      'a date typed as text is no change',
      { contractEnd: date('2026-10-31') },
      { contractEnd: textCell('31/10/2026') },
      [],
    ],
    [
      'a number typed as text is no change',
      { dependentChildren: numberCell(2) },
      { dependentChildren: textCell('2') },
      [],
    ],
    [
      'a value that came',
      { city: blank },
      { city: textCell('Lyon') },
      ['Nom1 P1 city {"blank":true} → {"text":"Lyon"} (lucca)'],
    ],
    [
      'a value that went',
      { city: textCell('Lyon') },
      { city: blank },
      ['Nom1 P1 city {"text":"Lyon"} → {"blank":true} (lucca)'],
    ],
    ['a column that one side lacks proves nothing', {}, { city: textCell('Lyon') }, []],
  ];
  test.each(rows)('%s', (_, before, after, expected) => {
    expect(told([somebody('1', before)], [somebody('1', after)])).toEqual(expected);
  });

  test('a value that payroll typed says « paie »; the others say « Lucca »', () => {
    const after = somebody('1', { city: textCell('Lille'), address: textCell('2 rue A') }, { own: ['city'] });
    const before = somebody('1', { city: textCell('Lyon'), address: textCell('1 rue A') });
    expect(recapOf(OCTOBER, [before], [after]).changes.map(({ field, origin }) => [field, origin])).toEqual([
      ['address', 'lucca'],
      ['city', 'payroll'],
    ]);
  });

  test('people by name whatever the order of rows; fields in the order of the catalogue', () => {
    const two = (id: string, lastName: string) =>
      [textCell('a'), textCell('b')].map((each) =>
        somebody(id, { lastName: textCell(lastName), bic: each, city: each, civilTitle: each }),
      );
    const people = [two('3', 'Zola'), two('1', 'Étienne'), two('2', 'Dumas')];
    const recap = recapOf(
      OCTOBER,
      people.map(([was]) => was!),
      people.map(([, is]) => is!),
    );
    expect(recap.changes.map(({ person, field }) => `${person.name.split(' ')[0] ?? ''} ${field}`)).toEqual(
      ['Dumas', 'Étienne', 'Zola'].flatMap((name) => [`${name} civilTitle`, `${name} city`, `${name} bic`]),
    );
  });
});

describe('who came, who leaves', () => {
  const recapped = (before: FrozenPerson[], after: FrozenPerson[], hints: RecapHints = {}) => {
    const { arrivals, others, returned, leavers, gone, removed } = recapOf(OCTOBER, before, after, hints);
    const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);
    return {
      arrivals: ids(arrivals),
      others: ids(others),
      returned: ids(returned),
      leavers: ids(leavers),
      gone: ids(gone),
      removed: ids(removed),
    };
  };
  const nobody = { arrivals: [], others: [], returned: [], leavers: [], gone: [], removed: [] };
  const starting = (id: string, day: string) => somebody(id, { contractStart: date(day) });

  test('created: the first and the last day of the month are in it, the days around are not; a date that is unknown is apart', () => {
    const created = [
      ...[starting('1', '2026-10-01'), starting('2', '2026-10-31')],
      ...[starting('3', '2026-09-30'), starting('4', '2026-11-01'), somebody('5', { contractStart: blank })],
    ];
    expect(recapped([], created)).toEqual({ ...nobody, arrivals: ['1', '2'], others: ['3', '4', '5'] });
  });

  test('known before the month: an arrival when the contract starts in it, unless they had come in an earlier one, or are gone', () => {
    const was = [...['2026-10-05', '2026-11-05', '2026-09-05'].map((day, index) => starting(String(index), day))];
    const gone = somebody('9', { contractStart: date('2026-10-05') }, { isGone: true });
    const now = was.map(({ id }) => starting(id, '2026-10-05'));
    const undated = starting('3', '2026-10-12');
    expect(recapped([...was, somebody('3'), gone], [...now, undated, gone])).toEqual({
      ...nobody,
      arrivals: ['0', '1', '3'],
    });
  });

  test('a contract that ends in the month leaves, whether it changed or not', () => {
    const ending = (id: string, day: string) => somebody(id, { contractEnd: date(day) });
    const people = [ending('1', '2026-10-31'), ending('2', '2026-11-01'), ending('3', '2026-09-30')];
    expect(recapped(people, people)).toEqual({ ...nobody, leavers: ['1'] });
  });

  test('gone from Lucca is told once; a row that was taken away is told apart', () => {
    const gone = (id: string) => somebody(id, {}, { isGone: true });
    expect(recapped([somebody('1'), gone('2'), somebody('3')], [gone('1'), gone('2')])).toEqual({
      ...nobody,
      gone: ['1'],
      removed: ['3'],
    });
  });

  test('back in Lucca: gone at the close and there again, or seen by the log to come back; told so, and not as created', () => {
    const gone = somebody('1', {}, { isGone: true });
    expect(recapped([gone], [somebody('1')])).toEqual({ ...nobody, returned: ['1'] });
    const hints = { returned: new Set(['1', '2', '3', '4']) };
    const now = [somebody('1'), starting('2', '2026-10-05'), somebody('3', {}, { isGone: true })];
    expect(recapped([], now, hints)).toEqual({
      ...nobody,
      ...{ arrivals: ['2'], others: ['3'], returned: ['1', '2'], gone: ['3'] },
    });
    expect(recapped([somebody('1')], [somebody('1')], hints)).toEqual({ ...nobody, returned: ['1'] });
  });

  test('a contract that another follows without a break: nobody leaves; an end that payroll typed stands', () => {
    const people = ['1', '2', '3', '4', '5'].map((id) => somebody(id, { contractEnd: date('2026-10-14') }));
    const span = (from: string, to: string | null) => ({
      from: plainDate(from),
      to: to === null ? null : plainDate(to),
    });
    const ended = span('2021-01-01', '2026-10-14');
    const contracts = new Map([
      ['1', [ended, span('2026-10-15', null)]],
      ['2', [ended, span('2026-10-01', '2026-12-31')]],
      ['3', [ended, span('2026-10-16', null)]],
      ['4', [span('2021-01-01', null)]],
    ]);
    expect(recapped(people, withContracts(people, contracts))).toEqual({ ...nobody, leavers: ['3', '4', '5'] });
  });

  test('whose copy cannot be read is told as that, on either side: neither created nor taken away', () => {
    const unread = [somebody('1'), somebody('2')];
    const hints = { unread };
    expect(recapped([somebody('2')], [starting('1', '2026-10-05')], hints)).toEqual(nobody);
    expect(recapOf(OCTOBER, [], [], hints).unread.map(({ name }) => name)).toEqual(['Nom1 P1', 'Nom2 P2']);
    expect(isEmptyRecap(recapOf(OCTOBER, [], [], hints))).toBe(false);
  });

  test.each(vectorsOf('employee-sync').filter(({ id }) => id === 'employee-sync-04'))(
    '$id: $title',
    ({ input, expected }) => {
      const created = (input['created'] as { id: number; contractStart: string }[]).map(({ id, contractStart }) =>
        starting(String(id), contractStart),
      );
      const { arrivals } = recapOf(plainMonth(String(input['month'])), [], created);
      expect(arrivals.map(({ id }) => Number(id))).toEqual(expected['recap']);
    },
  );
});

const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(blank),
  fc.string({ minLength: 1, maxLength: 12 }).map(textCell),
  fc.constantFrom(date('2026-10-01'), date('1990-02-28')),
  fc.integer({ min: 0, max: 9 }).map(numberCell),
);
const keys = employeeFields.map(({ key }) => key).filter((key) => key !== 'luccaId');
const people: fc.Arbitrary<FrozenPerson[]> = fc.uniqueArray(
  fc
    .record({ id: fc.nat(40).map(String), cells: fc.dictionary(fc.constantFrom(...keys), cells) })
    .map(({ id, cells: own }) => somebody(id, own)),
  { selector: ({ id }) => id, maxLength: 8 },
);

describe('whatever the people', () => {
  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { changes, others, gone, removed } = recapOf(OCTOBER, all, [...all].reverse());
        expect([changes, others, gone, removed]).toEqual([[], [], [], []]);
      }),
      { numRuns: SEEDS },
    );
    expect(isEmptyRecap(recapOf(OCTOBER, [], []))).toBe(true);
  });

  test('each field that changed is named once, with both its values, and no other', () => {
    fc.assert(
      fc.property(people, fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...keys)), { maxLength: 6 }), (all, marks) => {
        const changed = new Set(marks.flatMap(([at, key]) => (all[at] ? [`${all[at].id} ${key}`] : [])));
        const whole = all.map((person) => ({ ...person, cells: { ...blanks, ...person.cells } }));
        const after = whole.map((person) => {
          const own = keys.filter((key) => changed.has(`${person.id} ${key}`));
          return {
            ...person,
            cells: { ...person.cells, ...Object.fromEntries(own.map((key) => [key, textCell('X Y Z 9')])) },
          };
        });
        const { changes } = recapOf(OCTOBER, whole, after);
        expect(changes.map(({ person, field }) => `${person.id} ${field}`).sort()).toEqual([...changed].sort());
      }),
      { numRuns: SEEDS },
    );
  });

  test('a person packed and read back is the same, and fits in a cell however long the texts', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const person of all) {
          const kept = { person, at: COPY.at, count: COPY.count };
          expect(unpackPerson(OCTOBER, person.id, packPerson(person, COPY))).toEqual(kept);
        }
      }),
      { numRuns: SEEDS },
    );
    const long = keptCell(textCell('"\\é'.repeat(20_000)));
    const full = somebody('1', Object.fromEntries(keys.map((key) => [key, long])), { own: keys });
    expect(packPerson(full, COPY).length).toBeLessThan(LONGEST_TEXT);
    expect(keptCell(textCell(`${'a'.repeat(5_000)}b`))).not.toEqual(keptCell(textCell(`${'a'.repeat(5_000)}c`)));
  });

  test('a row whose text, month or identifier was changed is not read; one made before check values is', () => {
    const ada = somebody('1', { city: textCell('Lyon') });
    const text = packPerson(ada, COPY);
    expect(unpackPerson(OCTOBER, '2', text)).toBeUndefined();
    expect(unpackPerson(plainMonth('2026-09'), '1', text)).toBeUndefined();
    expect(unpackPerson(OCTOBER, '1', text.replace('Lyon', 'Lille'))).toBeUndefined();
    const asked = {
      iban: { value: textCell('DE'), state: 'waiting' },
      bic: { value: blank, state: 'ignored' },
    } as const;
    const whole: FrozenPerson = { ...ada, asked, goesOn: true };
    expect(unpackPerson(OCTOBER, '1', packPerson(whole, COPY))?.person).toEqual(whole);
    for (const spoilt of ['', text.slice(1), text.slice(0, -1), '{"v":3', '{"x":{}}', '{"v":null}'])
      expect(unpackPerson(OCTOBER, '1', spoilt)).toBeUndefined();
    const [, ...json] = text.split(' ');
    expect(unpackPerson(OCTOBER, '1', json.join(' '))?.person).toEqual(ada);
  });
});

const blanks = Object.fromEntries(keys.map((key) => [key, blank]));

describe('the people of Lucca, rewound', () => {
  const change = (
    employeeId: string,
    field: string | null,
    before: Cell,
    kind: 'changed' | 'arrived' | 'gone' = 'changed',
  ) => ({
    ...{ employeeId, kind, field, before, after: blank },
  });
  test('last changes are taken back first; who arrived is not there, who went is back without a file', () => {
    const now = [somebody('1', { city: textCell('Lille') }), somebody('2')];
    const log = [
      change('1', 'city', textCell('Lyon')),
      change('1', 'city', textCell('Paris')),
      change('2', null, blank, 'arrived'),
      change('3', null, blank, 'gone'),
    ];
    expect(rewound(now, log, [])).toEqual([
      somebody('1', { city: textCell('Lyon') }),
      { id: '3', cells: {}, own: new Set(), isGone: false },
    ]);
  });
});
