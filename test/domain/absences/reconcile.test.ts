import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { outcomeOf, reconciled } from '../../../shared/domain/absences/reconcile.ts';
import {
  heldBy,
  type TransferEntry,
  type TransferredHalfDay,
} from '../../../shared/domain/absences/transferRegister.ts';
import { fatesOf, judge, wantedHalfDays } from '../../../shared/domain/absences/wantedHalfDays.ts';
import { halfDay, taken, weekdays, world } from './builders.ts';

type Given = Parameters<typeof halfDay>;

const wantedOf = (halves: readonly Given[], more = {}) =>
  wantedHalfDays(
    fatesOf(
      halves.map((each) => halfDay(...each)),
      world(more),
    ),
  );
const heldOf = (halves: readonly Given[]) => wantedOf(halves).map((each) => taken(each));
const read = (items: readonly TransferredHalfDay[]) =>
  items.map(({ date, half, code, minutes }) => `${date} ${half} ${code}${minutes === null ? '' : ` ${minutes}`}`);

function compared(lucca: readonly Given[], payroll: readonly Given[]) {
  const { added, deleted, refiled } = reconciled(wantedOf(lucca), heldOf(payroll));
  return { outcome: outcomeOf(added.length, deleted.length), added: read(added), deleted: read(deleted), refiled };
}

const days = (from: string, to: string, more: Given[1] = {}): Given[] =>
  weekdays(plainDate(from), plainDate(to)).flatMap((date): Given[] => [
    [`${date} am`, more],
    [`${date} pm`, more],
  ]);

describe('what payroll holds beside what Lucca says', () => {
  test('leave that sickness replaced is taken back, and nothing is imported', () => {
    const sick = days('2026-09-07', '2026-09-09', { accountId: 'MAL', leaveId: '51' });
    const { outcome, added, deleted } = compared(sick, days('2026-09-07', '2026-09-09'));
    expect([outcome, added.length, deleted.length]).toEqual(['regularise', 0, 6]);
  });

  test('ten half-days filed under the account of another year are told, not regularised', () => {
    const refiled = days('2026-09-07', '2026-09-11', { accountId: 'CP26' });
    const found = compared(refiled, days('2026-09-07', '2026-09-11', { accountId: 'CP25' }));
    expect([found.outcome, found.refiled.length]).toEqual(['nothing', 10]);
    expect(found.refiled[0]).toMatchObject({ held: { accountId: 'CP25', run: 'A1' }, wanted: { accountId: 'CP26' } });
  });

  test('another code, or another number of hours, is taken back and brought', () => {
    expect(compared([['2026-09-08 am', { accountId: 'RTT' }]], [['2026-09-08 am', {}]])).toMatchObject({
      outcome: 'thenImport',
      added: ['2026-09-08 am RTT'],
      deleted: ['2026-09-08 am CP'],
    });
    expect(compared([['2026-09-08 am', { minutes: 90 }]], [['2026-09-08 am', { minutes: 120 }]])).toMatchObject({
      added: ['2026-09-08 am CP 90'],
      deleted: ['2026-09-08 am CP 120'],
    });
  });

  test('two rows of hours on one half stay two', () => {
    const two: Given[] = [
      ['2026-09-08 am', { leaveId: '1', minutes: 60 }],
      ['2026-09-08 am', { leaveId: '2', minutes: 60 }],
    ];
    expect(compared(two, [])).toMatchObject({ added: ['2026-09-08 am CP 60', '2026-09-08 am CP 60'] });
    expect(compared(two, two.slice(1))).toMatchObject({ added: ['2026-09-08 am CP 60'], deleted: [] });
    expect(compared(two.slice(1), two)).toMatchObject({ added: [], deleted: ['2026-09-08 am CP 60'] });
  });

  test('the same leave made again under another request is nothing', () => {
    expect(
      compared(days('2026-09-08', '2026-09-08', { leaveId: '99' }), days('2026-09-08', '2026-09-08')),
    ).toMatchObject({ outcome: 'nothing', refiled: [] });
  });

  test('Saturdays and Sundays are kept as Lucca gives them', () => {
    const weekend: Given[] = [
      ['2026-09-12 am', {}],
      ['2026-09-13 pm', {}],
    ];
    expect(compared(weekend, [])).toMatchObject({ added: ['2026-09-12 am CP', '2026-09-13 pm CP'] });
  });

  test('neither order matters, and what is brought and taken back makes payroll hold what Lucca says', () => {
    const place = fc.record({
      day: fc.integer({ min: 1, max: 3 }),
      half: fc.constantFrom('am', 'pm'),
      accountId: fc.constantFrom('CP25', 'CP26', 'RTT'),
      minutes: fc.constantFrom(null, 60, 120),
    });
    const some = fc
      .array(place, { maxLength: 8 })
      .map((all) => wantedOf(all.map(({ day, half, ...more }): Given => [`2026-09-0${day} ${half}`, more])));
    fc.assert(
      fc.property(some, some, (wanted, before) => {
        const held = before.map((each) => taken(each));
        const { added, deleted } = reconciled(wanted, held);
        const entries = [
          ...held,
          ...deleted.map((each) => ({ ...each, sign: -1 as const })),
          ...added.map((each) => taken(each)),
        ];
        const after = heldBy(entries);
        expect(after.orphans).toEqual([]);
        expect(read(after.held).sort()).toEqual(read(wanted).sort());
        expect(read(reconciled([...wanted].reverse(), [...held].reverse()).added)).toEqual(read(added));
      }),
    );
  });
});

describe('the register', () => {
  const own = (accountId: string, run: string, sign: 1 | -1 = 1): TransferEntry =>
    taken({ ...halfDay('2026-09-08 am', { accountId }), code: 'CP' }, { run, sign });

  test('takes back the last one taken, of the same account where there is one', () => {
    const runs = (entries: readonly TransferEntry[]) => heldBy(entries).held.map(({ run }) => run);
    expect(runs([own('CP25', 'A1'), own('CP25', 'A2'), own('CP25', 'A3', -1)])).toEqual(['A1']);
    expect(runs([own('CP25', 'A1'), own('CP26', 'A2'), own('CP25', 'A3', -1)])).toEqual(['A2']);
    expect(runs([own('CP25', 'A1'), own('CP26', 'A3', -1)])).toEqual([]);
  });

  test('says what it takes back that nothing gave', () => {
    expect(heldBy([own('CP25', 'A1', -1), own('CP25', 'A2')])).toMatchObject({
      held: [{ run: 'A2' }],
      orphans: [{ run: 'A1' }],
    });
  });
});

describe('what becomes of a half-day', () => {
  const fates = (given: Given, more = {}) => fatesOf([halfDay(...given)], world(more)).map(({ fate }) => fate);

  test.each([
    [['2026-09-08 am', {}], {}, 'transferred'],
    [['2026-10-01 am', {}], {}, 'later'],
    [['2026-08-31 am', {}], { start: plainDate('2026-09-01') }, 'before'],
    [['2026-09-08 am', { accountId: 'MAL' }], {}, 'stoppage'],
    [['2026-09-08 am', { accountId: 'OUT' }], {}, 'outside'],
    [['2026-09-08 am', { accountId: '1999' }], {}, 'unbound'],
    [['2026-10-08 am', { accountId: '1999' }], {}, 'later'],
    [['2026-09-08 am', {}], { contractsOf: () => undefined }, 'unknownPerson'],
    [['2026-09-08 am', {}], { contractsOf: () => [] }, 'noContract'],
    [
      ['2026-09-08 am', {}],
      { contractsOf: () => [{ from: plainDate('2020-01-01'), to: plainDate('2026-09-07') }] },
      'noContract',
    ],
    [
      ['2026-09-07 pm', {}],
      { contractsOf: () => [{ from: plainDate('2020-01-01'), to: plainDate('2026-09-07') }] },
      'transferred',
    ],
  ] as [Given, object, string][])('%j under %j: %s', (given, more, fate) => {
    expect(fates(given, more)).toEqual([fate]);
  });

  test('what waits, was not read or is not handled here proves nothing of what payroll holds', () => {
    const [held] = heldOf([['2026-09-08 am', {}]]);
    if (!held) throw new Error('nothing held');
    const judged = (halves: readonly Given[], more = {}, isRead = true) => {
      const context = world(more);
      const given = fatesOf(
        halves.map((each) => halfDay(...each)),
        context,
      );
      return judge(given, context, () => isRead)(held);
    };
    expect(judged([])).toBe(true);
    expect(judged([['2026-09-08 pm', { accountId: '1999' }]])).toBe(true);
    expect(judged([['2026-09-08 am', { accountId: '1999' }]])).toBe(false);
    expect(judged([], {}, false)).toBe(false);
    expect(judged([], { contractsOf: () => undefined })).toBe(false);
    expect(judged([], { start: plainDate('2026-10-01') })).toBe(false);
    expect(judged([], { upTo: plainDate('2026-08-31') })).toBe(false);
    expect(judged([], { contractsOf: () => [] })).toBe(true);
    const { deleted, kept } = reconciled([], [held], () => false);
    expect([deleted, kept]).toEqual([[], [held]]);
  });
});

test.each([
  [0, 0, 'nothing'],
  [3, 0, 'import'],
  [0, 2, 'regularise'],
  [3, 2, 'thenImport'],
])('%d to bring and %d to take back: %s', (added, deleted, outcome) => {
  expect(outcomeOf(added, deleted)).toBe(outcome);
});
