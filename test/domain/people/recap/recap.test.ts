/** The recap of a month: what differs between two sets of people, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { employeeFields } from '../../../../shared/domain/people/employeeFields.ts';
import {
  keptCell,
  packPerson,
  unpackPerson,
  type FrozenPerson,
} from '../../../../shared/domain/people/recap/frozenPerson.ts';
import { isEmptyRecap, recapOf, type RecapHints } from '../../../../shared/domain/people/recap/recap.ts';
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

  test('who was there at the close is not created, even with a contract that starts in the month', () => {
    expect(recapped([starting('1', '2026-10-05')], [starting('1', '2026-10-05')])).toEqual(nobody);
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

  test('without a copy, whoever starts in the month arrives, even known before', () => {
    const people = [starting('1', '2026-10-05'), starting('2', '2026-09-05')];
    expect(recapped(people, people, { isOfLog: true })).toEqual({ ...nobody, arrivals: ['1'] });
    expect(recapped([], people, { isOfLog: true })).toEqual({ ...nobody, arrivals: ['1'], others: ['2'] });
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
        const { changes, arrivals, others, gone, removed } = recapOf(OCTOBER, all, [...all].reverse());
        expect([changes, arrivals, others, gone, removed]).toEqual([[], [], [], [], []]);
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
    expect(unpackPerson(OCTOBER, '1', packPerson({ ...ada, asked }, COPY))?.person).toEqual({ ...ada, asked });
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
