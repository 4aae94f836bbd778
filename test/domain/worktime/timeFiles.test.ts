/** Files of an export of hours on random lines: they add up to what was counted, to the hundredth, whatever the dossiers and the counters. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { frenchPayrollLayout } from '../../../shared/domain/files/payrollText.ts';
import { entitlementTable } from '../../../shared/domain/worktime/files/entitlements.ts';
import { payrollHours } from '../../../shared/domain/worktime/files/payrollHours.ts';
import { restFile } from '../../../shared/domain/worktime/files/restFile.ts';
import type { TimeFileLine } from '../../../shared/domain/worktime/files/timeFile.ts';

const months = ['2026-08', '2026-09', '2026-10'].map(plainMonth);

const lines = fc
  .array(
    fc.record({
      person: fc.nat({ max: 12 }),
      account: fc.nat({ max: 3 }),
      origin: fc.constantFrom(...months),
      hundredths: fc.integer({ min: -20_000, max: 20_000 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((drawn) => drawn.map(lineOf));

type Drawn = Pick<TimeFileLine, 'origin' | 'hundredths'> & { readonly person: number; readonly account: number };

/** Establishments and dossiers follow the person, two accounts feed each counter. */
function lineOf({ person, account, origin, hundredths }: Drawn): TimeFileLine {
  const place = person % 3;
  return {
    person: { luccaId: String(person), employeeNumber: `M${person}`, lastName: `Nom ${person}`, firstName: 'Élodie' },
    establishment: { code: `E${place}`, name: `Lieu ${place}`, payrollDossier: `D${place % 2}` },
    origin,
    account: `A${account}`,
    accountName: `Compte ${account}`,
    payrollCode: `1${account}`,
    counter: { leaveAccount: `C${account % 2}`, dayHundredths: null },
    hundredths,
  };
}

const input = (own: readonly TimeFileLine[]) => ({ number: 'HT1', month: plainMonth('2026-10'), lines: own });
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const textOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? new Uint8Array());
/** Figures of a file read back as hundredths: `-0,50` → −50. */
const hundredthsIn = (text: string) => Math.round(Number((text || '0').replace(',', '.')) * 100);

describe('on random exports', () => {
  test('pay variables add up to the lines, in figures read back from the bytes as in the control total', () => {
    fc.assert(
      fc.property(lines, (own) => {
        const { files, findings } = payrollHours(input(own), frenchPayrollLayout);
        const rows = files.flatMap(({ bytes }) => textOf(bytes).trim().split('\r\n').slice(1));
        expect(findings).toEqual([]);
        expect(rows).toHaveLength(own.length);
        expect(sum(rows.map((row) => hundredthsIn(row.split(';')[6] ?? '')))).toBe(
          sum(own.map((each) => each.hundredths)),
        );
        expect(sum(files.map(({ control }) => control.hundredths))).toBe(sum(own.map((each) => each.hundredths)));
        expect(
          files.every(({ recipient, preview }) =>
            preview.slice(1).every(([place = '']) => `D${Number(place.slice(1)) % 2}` === recipient),
          ),
        ).toBe(true);
      }),
    );
  });

  test('rest adds up to the lines, one row per person, one column per counter', () => {
    fc.assert(
      fc.property(lines, (own) => {
        const { files } = restFile(input(own));
        const rows = textOf(files[0]?.bytes ?? null)
          .trim()
          .split('\r\n')
          .slice(1)
          .map((row) => row.split(';'));
        expect(sum(rows.flatMap((row) => row.slice(4).map(hundredthsIn)))).toBe(
          sum(own.map((each) => each.hundredths)),
        );
        expect(new Set(rows.map(([, matricule]) => matricule)).size).toBe(rows.length);
        expect(files[0]?.control.hundredths).toBe(sum(own.map((each) => each.hundredths)));
      }),
    );
  });
});

describe('a counter in days', () => {
  const inDays = (dayHundredths: number, ...hundredths: readonly number[]) =>
    entitlementTable(
      hundredths.map((each) => ({
        ...lineOf({ person: 1, account: 0, origin: plainMonth('2026-10'), hundredths: each }),
        counter: { leaveAccount: 'RC', dayHundredths },
      })),
    ).rows.map(({ amounts }) => amounts);

  test.each<[string, number, readonly number[], readonly (readonly (number | null)[])[]]>([
    ['half a day of 7 h', 700, [350], [[50]]],
    ['a day of 7,50 h', 750, [750], [[100]]],
    ['rounded once, after the sum: 3 × 1 h', 700, [100, 100, 100], [[43]]],
    ['just under a half: nothing to give, no row', 800, [3], []],
    ['a half, away from zero', 800, [4], [[1]]],
    ['a half taken back, away from zero', 800, [-4], [[-1]]],
    ['nothing in all: no row', 700, [100, -100], []],
  ])('%s', (_, day, hundredths, expected) => {
    expect(inDays(day, ...hundredths)).toEqual(expected);
  });
});

test('une personne qui change d’établissement est regardée dans chacun : son matricule peut y être celui d’une autre', () => {
  const drawn = { account: 0, origin: plainMonth('2026-10'), hundredths: 100 };
  const [before, other] = [lineOf({ ...drawn, person: 1 }), lineOf({ ...drawn, person: 2 })];
  const moved = { ...before, establishment: other.establishment };
  const twin = { ...other, person: { ...other.person, employeeNumber: before.person.employeeNumber } };
  const codes = (...own: readonly TimeFileLine[]) =>
    [payrollHours(input(own), frenchPayrollLayout), restFile(input(own))].map(({ findings }) =>
      findings.map(({ code, subject }) => [code, subject]),
    );
  expect(codes(before, moved)).toEqual([[], []]);
  expect(codes(before, twin)).toEqual([[], []]);
  expect(codes(before, moved, twin)).toEqual([[['fileTwice', '2']], [['fileTwice', '2']]]);
});
