import { z } from 'zod';
import {
  absencePageSchema,
  changePageSchema,
  contractPageSchema,
  employeePageSchema,
  expenseNaturePageSchema,
  leaveAccountPageSchema,
  mealPageSchema,
  planningPageSchema,
  timeEntryPageSchema,
  timesheetPageSchema,
  workingTimePageSchema,
} from '../../../shared/contracts/schemas.ts';
import { plainMonthSchema } from '../../../shared/contracts/scalars.ts';
import * as say from '../../../shared/messages/fr/service.ts';
import type { MirrorHead, MirrorReader } from '../../store/store.ts';
import type { Connections } from '../connections.ts';
import { operation, type Operation } from '../operation.ts';
import type { AppPorts } from '../ports.ts';
import { refuse } from '../problemAnswer.ts';

const MOST_ROWS = 5000;
const count = z.coerce.number().int().min(0);
const slice = { offset: count.default(0), limit: count.min(1).max(MOST_ROWS).default(1000) };

const sliceSchema = z.strictObject(slice);
const monthQuerySchema = z.strictObject({ month: plainMonthSchema, ...slice });
const changeQuerySchema = z.strictObject({ since: count.default(0), ...slice });

/** A list too short for pages. */
const WHOLE = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

function page<T>({ snapshot, asOf }: MirrorHead, rows: readonly T[], { offset, limit }: Slice) {
  return { snapshot, asOf, total: rows.length, items: rows.slice(offset, offset + limit) };
}

export function mirrorOperations({ store }: AppPorts, connections: Connections): Operation[] {
  async function pageOf<T>(connectionId: string, part: Slice, read: (mirror: MirrorReader) => Promise<readonly T[]>) {
    await connections.record(connectionId);
    const found = await store.withMirror(connectionId, async (mirror) => page(mirror.head, await read(mirror), part));
    return found ?? refuse(409, 'mirrorMissing', say.mirrorMissing());
  }
  const problems = [400, 404, 409];
  return [
    operation({
      id: 'readEmployees',
      method: 'get',
      path: '/api/connections/{connectionId}/employees',
      summary: 'People of the mirror, by pages of one snapshot',
      query: sliceSchema,
      status: 200,
      answer: employeePageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) => pageOf(connectionId, query, (mirror) => mirror.employees()),
    }),
    operation({
      id: 'readAbsences',
      method: 'get',
      path: '/api/connections/{connectionId}/absences',
      summary: 'Half-days of absence of one month, by pages of one snapshot; none for a month never read',
      query: monthQuerySchema,
      status: 200,
      answer: absencePageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.absences(query.month)),
    }),
    operation({
      id: 'readContracts',
      method: 'get',
      path: '/api/connections/{connectionId}/contracts',
      summary: 'Contracts of the people of the mirror, with their establishment, by pages of one snapshot',
      query: sliceSchema,
      status: 200,
      answer: contractPageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) => pageOf(connectionId, query, (mirror) => mirror.contracts()),
    }),
    operation({
      id: 'readPlanning',
      method: 'get',
      path: '/api/connections/{connectionId}/planning',
      summary: 'Planned days of one month, a row per person, by pages of one snapshot; none for a month never read',
      query: monthQuerySchema,
      status: 200,
      answer: planningPageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.planning(query.month)),
    }),
    operation({
      id: 'readMeals',
      method: 'get',
      path: '/api/connections/{connectionId}/meals',
      summary: 'Meals of one month on expense reports, own and as a guest, by pages of one snapshot',
      query: monthQuerySchema,
      status: 200,
      answer: mealPageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.meals(query.month)),
    }),
    operation({
      id: 'readTimeEntries',
      method: 'get',
      path: '/api/connections/{connectionId}/time-entries',
      summary:
        'Declared time of the weeks of one month, a row per person, by pages of one snapshot; none for a month never read',
      query: monthQuerySchema,
      status: 200,
      answer: timeEntryPageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.timeEntries(query.month)),
    }),
    operation({
      id: 'readTimesheets',
      method: 'get',
      path: '/api/connections/{connectionId}/timesheets',
      summary: 'Sheets of declared time that touch the weeks of one month, with their state, by pages of one snapshot',
      query: monthQuerySchema,
      status: 200,
      answer: timesheetPageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.timesheets(query.month)),
    }),
    operation({
      id: 'readWorkingTimes',
      method: 'get',
      path: '/api/connections/{connectionId}/working-times',
      summary: 'Arrangements of working time that contracts name; none before a run has read declared time',
      status: 200,
      answer: workingTimePageSchema,
      problems: [404, 409],
      handle: ({ params: { connectionId } }) => pageOf(connectionId, WHOLE, (mirror) => mirror.workingTimes()),
    }),
    operation({
      id: 'readLeaveAccounts',
      method: 'get',
      path: '/api/connections/{connectionId}/leave-accounts',
      summary: 'Every leave account ever seen',
      status: 200,
      answer: leaveAccountPageSchema,
      problems: [404, 409],
      handle: ({ params: { connectionId } }) => pageOf(connectionId, WHOLE, (mirror) => mirror.leaveAccounts()),
    }),
    operation({
      id: 'readExpenseNatures',
      method: 'get',
      path: '/api/connections/{connectionId}/expense-natures',
      summary: 'Natures of expenses, and whether they are meals; none before a run has read meals',
      status: 200,
      answer: expenseNaturePageSchema,
      problems: [404, 409],
      handle: ({ params: { connectionId } }) => pageOf(connectionId, WHOLE, (mirror) => mirror.expenseNatures()),
    }),
    operation({
      id: 'readChanges',
      method: 'get',
      path: '/api/connections/{connectionId}/changes',
      summary: 'Changes seen in Lucca after the change number `since`, oldest first',
      query: changeQuerySchema,
      status: 200,
      answer: changePageSchema,
      problems,
      handle: ({ params: { connectionId }, query }) =>
        pageOf(connectionId, query, (mirror) => mirror.changes(query.since)),
    }),
  ];
}
