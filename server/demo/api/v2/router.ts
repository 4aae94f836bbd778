import express, { type Router } from 'express';
import { answerJson } from '../../gate/answer.ts';
import type { DemoState } from '../../state.ts';
import { queryOf, viewFor } from '../asked.ts';
import { Refusal } from '../refusal.ts';
import { parsePaging } from '../v3/paging.ts';

type Row = Readonly<Record<string, unknown>>;

const WORDS = ['fields', 'paging'];

/** What is left of v2: natures of expenses, in its own envelope, by `fields` and `paging` alone. */
export function createV2Router(state: DemoState): Router {
  const router = express.Router();
  router.get('/expenseNatures', (req, res) => {
    const { company, denied } = viewFor(state, req);
    const query = queryOf(req);
    if ([...query.keys()].some((word) => !WORDS.includes(word))) throw new Refusal(400, 'Query parameter is invalid');
    const rows = denied.has('expenses')
      ? []
      : company.natures.map((nature, at): Row => ({ ...nature, position: at + 1 }));
    const { offset, limit } = parsePaging(query.get('paging') ?? undefined, 1000);
    const data = rows.slice(offset, offset + limit).map((row) => pick(row, query.get('fields') ?? 'id,name'));
    answerJson(res, { header: { paging: { count: rows.length } }, data });
  });
  return router;
}

function pick(row: Row, fields: string): Row {
  return Object.fromEntries(
    fields.split(',').map((field) => {
      if (!(field in row)) throw new Refusal(400, `Unknown property ${field} on ExpenseNature`);
      return [field, row[field]];
    }),
  );
}
