import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import {
  benefitSpans,
  type Coverage,
  type EstablishmentSpan,
  type Period,
} from '../../../shared/domain/vouchers/benefitSpans.ts';

const day = (text: string | null) => (text === null ? null : plainDate(text));
const contract = (establishmentId: string, from: string | null, to: string | null = null): EstablishmentSpan => ({
  establishmentId,
  from: day(from),
  to: day(to),
});
const covers = (
  regulation: string,
  establishmentId: string,
  from: string | null = null,
  to: string | null = null,
): Coverage => ({
  ...contract(establishmentId, from, to),
  regulation,
});
const period = (from: string | null, to: string | null): Period => ({ from: day(from), to: day(to) });

const both = [covers('A', 'lyon'), covers('B', 'lille')];

describe('who benefits when', () => {
  test.each<[string, EstablishmentSpan[], Coverage[], Period[], string | null, string[]]>([
    ['a contract without end', [contract('lyon', '2020-01-01')], both, [], null, ['A 2020-01-01 …']],
    ['an establishment that no regulation covers', [contract('nice', '2020-01-01')], both, [], null, []],
    [
      'a move',
      [contract('lyon', '2020-01-01', '2026-10-15'), contract('lille', '2026-10-16')],
      both,
      [],
      null,
      ['A 2020-01-01 2026-10-15', 'B 2026-10-16 …'],
    ],
    [
      'an exclusion in the middle',
      [contract('lyon', '2020-01-01')],
      both,
      [period('2026-09-01', '2026-09-30')],
      null,
      ['A 2020-01-01 2026-08-31', 'A 2026-10-01 …'],
    ],
    [
      'an exclusion without end',
      [contract('lyon', '2020-01-01')],
      both,
      [period('2026-09-01', null)],
      null,
      ['A 2020-01-01 2026-08-31'],
    ],
    ['an exclusion from ever', [contract('lyon', '2020-01-01')], both, [period(null, null)], null, []],
    ['a personal start', [contract('lyon', '2020-01-01')], both, [], '2026-09-16', ['A 2026-09-16 …']],
    [
      'a regulation that begins later',
      [contract('lyon', '2020-01-01')],
      [covers('A', 'lyon', '2026-09-01')],
      [],
      null,
      ['A 2026-09-01 …'],
    ],
    [
      'a new contract the day after, in the same establishment',
      [contract('lyon', '2020-01-01', '2026-09-30'), contract('lyon', '2026-10-01')],
      both,
      [],
      null,
      ['A 2020-01-01 …'],
    ],
    [
      'a re-hire after a gap',
      [contract('lyon', '2020-01-01', '2026-09-30'), contract('lyon', '2026-10-05')],
      both,
      [],
      null,
      ['A 2020-01-01 2026-09-30', 'A 2026-10-05 …'],
    ],
    [
      'overlapping contracts: the last to begin counts',
      [contract('lyon', '2020-01-01'), contract('lille', '2026-10-01', '2026-10-31')],
      both,
      [],
      null,
      ['A 2020-01-01 2026-09-30', 'B 2026-10-01 2026-10-31', 'A 2026-11-01 …'],
    ],
  ])('%s', (_, contracts, coverages, exclusions, start, expected) => {
    const spans = benefitSpans(contracts, coverages, exclusions, day(start));
    expect(spans.map(({ regulation, from, to }) => `${regulation} ${from} ${to ?? '…'}`)).toEqual(expected);
    expect(benefitSpans([...contracts].reverse(), [...coverages].reverse(), exclusions, day(start))).toEqual(spans);
  });
});
