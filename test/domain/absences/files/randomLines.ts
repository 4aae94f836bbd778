/** Lines of an import drawn at random, put together as payroll ticks them. */
import fc from 'fast-check';
import { addDays, plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { broughtLines, halfDaysText } from '../../../../shared/domain/absences/transferLines.ts';
import type { TransferFileLine } from '../../../../shared/domain/absences/files/transferFile.ts';
import { line, someone } from './fileLines.ts';

const halfDays = fc.array(
  fc.record({
    employeeId: fc.constantFrom('1', '2', '3'),
    day: fc.integer({ min: 0, max: 40 }),
    half: fc.constantFrom('am' as const, 'pm' as const),
    minutes: fc.constantFrom(null, null, 0, 50, 445),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Dossiers follow the person, codes the unit. */
export const randomLines: fc.Arbitrary<readonly TransferFileLine[]> = halfDays.map((drawn) =>
  broughtLines(
    drawn.map(({ day, ...more }) => ({
      ...more,
      date: addDays(plainDate('2026-09-15'), day),
      code: more.minutes === null ? 'CP' : 'CPH',
      accountId: 'CP26',
    })),
  ).map(({ employeeId, code, halfDays: own }) =>
    line(halfDaysText(own), {
      code,
      person: someone(Number(employeeId)),
      establishment: { payrollDossier: `D${Number(employeeId) % 2}` },
    }),
  ),
);
