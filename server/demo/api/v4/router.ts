import express, { type Router } from 'express';
import { answerJson } from '../../gate/answer.ts';
import type { DemoState } from '../../state.ts';
import { queryOf, viewFor } from '../asked.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { runFlatQuery, type FlatList } from './list.ts';
import {
  ESTABLISHMENTS,
  establishmentRows,
  LEGAL_UNITS,
  legalUnitRows,
  WORK_CONTRACTS,
  workContractRows,
} from './rows.ts';
import { workingTimeRows } from './workingTimes.ts';

type Row = Readonly<Record<string, unknown>>;

/** The v4 routes: flat lists, whole objects. */
export function createV4Router(state: DemoState): Router {
  const router = express.Router();
  serve(router, state, '/organization/structure/api/establishments', ESTABLISHMENTS, establishmentRows);
  serve(router, state, '/organization/structure/api/legal-units', LEGAL_UNITS, legalUnitRows);
  serve(router, state, '/directory/api/4.0/work-contracts', WORK_CONTRACTS, workContractRows);
  router.get('/schedule/api/working-time-arrangements/:id', (req, res) => {
    answerJson(res, one(workingTimeRows(viewFor(state, req)), req.params.id));
  });
  return router;
}

function one(rows: readonly Row[], asked: string): Row {
  const row = rows.find(({ id }) => String(id) === asked);
  if (row === undefined) throw new Refusal(404, `Resource ${asked} not found`);
  return row;
}

function serve(router: Router, state: DemoState, path: string, list: FlatList, rowsOf: (view: View) => Row[]): void {
  router.get(path, (req, res) => {
    const view = viewFor(state, req);
    answerJson(res, runFlatQuery(list, rowsOf(view), queryOf(req), `${view.origin}${path}`));
  });
  router.get(`${path}/:id`, (req, res) => {
    answerJson(res, one(rowsOf(viewFor(state, req)), req.params.id));
  });
}
