import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** Reads one person and one half-day of each clock change, in a process of its own: the zone is fixed when Node starts. */
const SCRIPT = `
import { listOfUsers } from './server/lucca/resources/users.ts';
import { listOfLeaves } from './server/lucca/resources/leaves.ts';
import { nativeValues } from './server/lucca/mapping/nativeValues.ts';
import { toAbsences } from './server/lucca/mapping/absences.ts';
const days = ['2026-03-29', '2026-10-25', '2026-09-27', '2026-03-08', '2026-12-31'];
const seen = days.flatMap((day) => {
  const user = listOfUsers().row.parse({ id: 1, birthDate: day + 'T00:00:00', dtContractStart: day, dtContractEnd: day + 'T23:59:59.999' });
  const period = { id: 1, ownerId: 1, isConfirmed: true, confirmationDate: day + 'T00:00:00.1234567' };
  const leave = { id: day, date: day + 'T00:00:00', isAM: true, isActive: true, creationDate: day + 'T23:30:00', leaveAccountId: 1, leavePeriod: period };
  const { birthDate, contractStart, contractEnd } = nativeValues(user, undefined, new Map());
  const [absence] = toAbsences([listOfLeaves({ from: day, to: day, by: 'leavePeriod.ownerId', ids: ['1'] }).row.parse(leave)], new Map());
  return [birthDate, contractStart, contractEnd, absence.date, absence.requestedOn, absence.approvedOn].map((each) => each === day);
});
process.stdout.write(JSON.stringify([new Date(2026, 0, 1).getTimezoneOffset(), seen.length, seen.every(Boolean)]));
`;

test.each([
  ['Pacific/Auckland', -780],
  ['America/Los_Angeles', 480],
])('in %s a date stays the day that Lucca wrote', async (TZ, offset) => {
  const args = ['--import', './scripts/typescript.mjs', '--input-type=module', '--eval', SCRIPT];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } });
  expect(JSON.parse(stdout)).toEqual([offset, 30, true]);
});
