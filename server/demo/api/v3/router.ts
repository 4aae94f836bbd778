import express, { type Request, type Router } from 'express';
import { presenceOf } from '../../company/contracts.ts';
import { stamp } from '../../company/days.ts';
import { rowIdOf } from '../../company/leavePeriods.ts';
import type { Department, ExtensionDefinition, LeaveAccount, Person } from '../../company/model.ts';
import { answerJson } from '../../gate/answer.ts';
import type { Fault } from '../../gate/faults.ts';
import type { DemoState } from '../../state.ts';
import { queryOf, viewFor } from '../asked.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { claimCollection, itemCollection } from './expenses.ts';
import { leaveCollection } from './leaves.ts';
import { fieldsOf, runQuery, type Collection } from './query.ts';
import { project, type Resource } from './resource.ts';
import { departments, extensionDefinitions, leaveAccounts } from './resources.ts';
import { timeEntryCollection, timesheetCollection } from './timeEntries.ts';
import { userDateCollection } from './userDates.ts';
import { userCollection } from './users.ts';

const departmentCollection: Collection<Department> = {
  resource: departments,
  maximum: 1000,
  rows: (view) => view.company.departments,
};

const accountCollection: Collection<LeaveAccount> = {
  resource: leaveAccounts,
  maximum: 1000,
  rows: (view) => (view.denied.has('leaves') ? [] : view.company.accounts),
};

const definitionCollection: Collection<ExtensionDefinition> = {
  resource: extensionDefinitions,
  maximum: 1000,
  rows: (view) => (view.denied.has('extendedData') ? [] : view.company.definitions),
};

/** The v3 routes: lists under `data.items`, single rows under `data`. */
export function createV3Router(state: DemoState): Router {
  const router = express.Router();
  serve(router, state, '/departments', departmentCollection, (row, id) => String(row.id) === id);
  serve(
    router,
    state,
    '/extensionuserdefinitions',
    definitionCollection,
    (row, id) => row.code.toLowerCase() === id.toLowerCase(),
  );
  serve(router, state, '/leaveAccounts', accountCollection, (row, id) => String(row.id) === id);
  serve(router, state, '/leaves', leaveCollection, (row, id) => rowIdOf(row) === id);
  serveList(router, state, '/users', userCollection);
  serveList(router, state, '/userdates', userDateCollection);
  serveList(router, state, '/timeentries', timeEntryCollection);
  serveList(router, state, '/timmitimesheets', timesheetCollection);
  serveList(router, state, '/expenseClaims', claimCollection);
  serveList(router, state, '/expenseClaimItems', itemCollection);
  router.get('/users/:id', (req, res) => {
    const view = viewFor(state, req);
    const person = visiblePerson(view, req.params.id);
    const fault = res.locals.fault as Fault | undefined;
    if (person === undefined && fault?.kind === 'unknownUserIs500') throw new Refusal(500, 'User Not Found');
    answerJson(res, { header: headerOf(view), data: one(userCollection.resource, person, req.params.id, req, view) });
  });
  return router;
}

function serve<T>(
  router: Router,
  state: DemoState,
  path: string,
  collection: Collection<T>,
  isIt: (row: T, id: string) => boolean,
): void {
  serveList(router, state, path, collection);
  router.get(`${path}/:id`, (req, res) => {
    const view = viewFor(state, req);
    const row = collection.rows(view, new Map()).find((candidate) => isIt(candidate, req.params.id));
    answerJson(res, { header: headerOf(view), data: one(collection.resource, row, req.params.id, req, view) });
  });
}

function serveList<T>(router: Router, state: DemoState, path: string, collection: Collection<T>): void {
  router.get(path, (req, res) => {
    const view = viewFor(state, req);
    answerJson(res, { header: headerOf(view), data: runQuery(collection, queryOf(req), view, state.disorder) });
  });
}

function one<T>(resource: Resource<T>, row: T | undefined, id: string, req: Request, view: View): unknown {
  if (row === undefined) throw new Refusal(404, `Resource ${resource.name} with ID ${id} not found`);
  return project(resource, row, fieldsOf(queryOf(req)), view);
}

/** A person by id needs no `formerEmployees`, only the right to see them. */
function visiblePerson(view: View, id: string): Person | undefined {
  const person = view.company.people.get(Number(id));
  if (person === undefined) return undefined;
  const presence = presenceOf(person, view.company.today);
  if (presence === 'former' && view.denied.has('formerEmployees')) return undefined;
  return presence === 'future' && view.denied.has('futureEmployees') ? undefined : person;
}

function headerOf(view: View): { generated: string; principal: string } {
  return { generated: stamp(view.company.today, 612), principal: view.principal };
}
