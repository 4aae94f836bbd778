/** Values that Lucca gave, then did not give, then gave again. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instant, plainDate, type Instant } from '../../../shared/domain/calendar/plainDate.ts';
import type { Employee, EmployeeValue } from '../../../shared/domain/people/employee.ts';
import { lastGivenBeside, type LastGiven } from '../../../shared/domain/review/lastGiven.ts';
import { goneAfter, mirrorChanges, type MirrorChange } from '../../../shared/domain/review/mirrorChanges.ts';
import '../../support/properties.ts';

type Values = Employee['values'];

const dayOf = (day: number): Instant => instant(`${addDays(plainDate('2026-01-01'), day)}T19:00:00.000Z`);

/** The mirror of one account, read again and again: what it keeps beside the people, and its log. */
class Readings {
  private employees: readonly Employee[] | null = null;
  private asOf: Instant = dayOf(0);
  private mapping = '';
  lastGiven: readonly LastGiven[] = [];
  readonly log: MirrorChange[] = [];

  /** Person 7 as Lucca gives them that day; undefined when Lucca does not show them. Answers what is logged. */
  read(day: number, values: Values | undefined, mapping = ''): string[] {
    const employees = values ? [{ id: '7', values }] : [];
    const [at, none] = [dayOf(day), new Map<never, never>()];
    const { asOf, mapping: readWith, lastGiven } = this;
    const before = { employees: this.employees ?? [], absences: none, asOf, mapping: readWith, lastGiven };
    const after = { employees, absences: none, mapping };
    const changes = this.employees ? mirrorChanges(before, after, goneAfter(this.log)) : [];
    if (this.employees) this.lastGiven = lastGivenBeside(before, employees, at);
    [this.employees, this.asOf, this.mapping] = [employees, at, mapping];
    this.log.push(...changes);
    return changes.map(told);
  }
}

function told({ kind, field, before, after, cause }: MirrorChange): string {
  if (kind !== 'changed') return kind;
  return `${field ?? ''} ${String(before)} → ${String(after)}${cause === undefined ? '' : ` (${cause})`}`;
}

describe('a field that one reading lacks', () => {
  test('is compared with what Lucca gave last, once it is given again', () => {
    const readings = new Readings();
    readings.read(1, { lastName: 'Roche', city: 'Lyon', iban: 'FR76A' });
    expect(readings.read(2, { lastName: 'Roche' })).toEqual([]);
    expect(readings.lastGiven).toEqual([{ id: '7', at: dayOf(1), values: { city: 'Lyon', iban: 'FR76A' }, from: {} }]);
    expect(readings.read(3, { lastName: 'Roche', city: 'Lyon' })).toEqual([]);
    expect(readings.read(4, { lastName: 'Roche', city: 'Lille', iban: 'FR76B' })).toEqual([
      'city Lyon → Lille',
      'iban FR76A → FR76B',
    ]);
    expect(readings.lastGiven).toEqual([]);
  });

  test('null and nothing stay two things', () => {
    const readings = new Readings();
    readings.read(1, { city: null });
    expect(readings.read(2, {})).toEqual([]);
    expect(readings.read(3, { city: 'Lyon' })).toEqual(['city null → Lyon']);
    expect(readings.read(4, { city: null })).toEqual(['city Lyon → null']);
    expect(readings.read(5, {})).toEqual([]);
    expect(readings.read(6, { city: null })).toEqual([]);
  });

  test('is forgotten after three months', () => {
    const kept = (day: number) => {
      const readings = new Readings();
      readings.read(0, { city: 'Lyon' });
      readings.read(1, {});
      readings.read(day, {});
      return [readings.lastGiven.length, readings.read(day + 1, { city: 'Lille' })];
    };
    expect(kept(92)).toEqual([1, ['city Lyon → Lille']]);
    expect(kept(93)).toEqual([0, []]);
  });
});

describe('somebody whom one reading does not show', () => {
  test('comes back with what changed meanwhile', () => {
    const readings = new Readings();
    readings.read(1, { lastName: 'Roche', iban: 'FR76A' });
    expect(readings.read(2, undefined)).toEqual(['gone']);
    expect(readings.read(3, undefined)).toEqual([]);
    expect(readings.read(4, { lastName: 'Roche', iban: 'FR76B', city: 'Lyon' })).toEqual([
      'returned',
      'iban FR76A → FR76B',
    ]);
    expect(readings.lastGiven).toEqual([]);
  });

  test('leaves nothing behind after three months', () => {
    const readings = new Readings();
    readings.read(0, { lastName: 'Roche', iban: 'FR76A' });
    readings.read(1, undefined);
    readings.read(93, undefined);
    expect(readings.lastGiven).toEqual([]);
    expect(readings.read(94, { iban: 'FR76B' })).toEqual(['returned']);
  });
});

describe('« Correspondance champs »', () => {
  const [old, other] = ['luccaId=native iban=custom:e_iban', 'luccaId=native iban=custom:e_rib'];

  test('a value read elsewhere is told to be so, and only where it is read elsewhere', () => {
    const readings = new Readings();
    readings.read(1, { iban: 'FR76A', city: 'Lyon' }, old);
    expect(readings.read(2, { iban: 'FR76B', city: 'Lille' }, other)).toEqual([
      'city Lyon → Lille',
      'iban FR76A → FR76B (mapping)',
    ]);
    expect(readings.read(3, { iban: 'FR76C' }, other)).toEqual(['iban FR76B → FR76C']);
  });

  test('accepted for the first time: a name can only be read where it always was', () => {
    const readings = new Readings();
    readings.read(1, { lastName: 'Roche', iban: 'FR76A' });
    expect(readings.read(2, { lastName: 'Petit', iban: 'FR76B' }, `lastName=native ${old}`)).toEqual([
      'lastName Roche → Petit',
      'iban FR76A → FR76B (mapping)',
    ]);
  });

  test('bound to nothing for a day, then to the same: it is the person who changed; to another: the mapping', () => {
    const [same, elsewhere] = [old, other].map((mapping) => {
      const readings = new Readings();
      readings.read(1, { iban: 'FR76A' }, old);
      readings.read(2, {}, 'luccaId=native iban=none');
      return readings.read(3, { iban: 'FR76B' }, mapping);
    });
    expect([same, elsewhere]).toEqual([['iban FR76A → FR76B'], ['iban FR76A → FR76B (mapping)']]);
  });
});

test('whatever Lucca gives and does not give, the log leads from the first value to the last, without a gap', () => {
  const value = fc.constantFrom<EmployeeValue | undefined>(undefined, undefined, null, 'a', 'b');
  const reading = fc.option(fc.record({ city: value, iban: value }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 2, maxLength: 12 }), (given) => {
      const readings = new Readings();
      for (const [day, each] of given.entries()) {
        const values = each && Object.fromEntries(Object.entries(each).filter(([, it]) => it !== undefined));
        readings.read(day, values);
      }
      for (const key of ['city', 'iban'] as const) {
        const values = given.map((each) => each?.[key]).filter((each) => each !== undefined);
        const steps = values.slice(1).flatMap((after, index) => {
          const before = values[index];
          return before === after ? [] : [[before, after]];
        });
        const logged = readings.log.filter(({ field }) => field === key);
        expect(logged.map(({ before, after }) => [before, after])).toEqual(steps);
      }
    }),
  );
});
