import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { answerJson } from '../../gate/answer.ts';
import type { DemoState } from '../../state.ts';
import { queryOf } from '../asked.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { runCursorQuery } from './list.ts';
import { CURSOR_COLLECTIONS, type CursorCollection } from './rows.ts';

/** The only version of the captured documentation; a later date falls back to it, an earlier one knows no version. */
const API_VERSION = '2024-11-01';

/** The v5 routes, mounted under `/lucca-api`: bearer token, `Api-Version`, cursor paging. */
export function createV5Router(state: DemoState): Router {
  const router = express.Router();
  for (const collection of CURSOR_COLLECTIONS) {
    const path = collection.path.replace('/lucca-api', '');
    router.get(path, (req, res) => {
      const view = admit(state, collection, req, res);
      answerJson(res, runCursorQuery(collection, collection.source(view), queryOf(req), view.origin));
    });
    router.get(`${path}/:id`, (req, res) => {
      const source = collection.source(admit(state, collection, req, res));
      for (let index = 0; index < source.size; index += 1) {
        const row = source.write(index);
        if (row.id === req.params.id) {
          answerJson(res, row);
          return;
        }
      }
      throw new Refusal(404, 'Not Found');
    });
  }
  return router;
}

/** Token, then scope, then version. */
function admit(state: DemoState, { type }: CursorCollection, req: Request, res: Response): View {
  const scopes = state.tokens.scopesOf(req.headers.authorization);
  if (!scopes.includes(`${type}.readonly`) && !scopes.includes(`${type}.readwrite`))
    throw new Refusal(403, 'Forbidden');
  const version = req.get('Api-Version') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(version) || version < API_VERSION) {
    throw new Refusal(400, 'Unsupported API version', { 'Api-Version': [`Expected ${API_VERSION} or later.`] });
  }
  res.set('Api-Version', API_VERSION);
  return { company: state.company, origin: state.origin(), principal: 'OAuth', denied: new Set() };
}

/** `POST /connect/token`: client credentials in a form body. */
export function createTokenHandlers(state: DemoState): RequestHandler[] {
  return [
    express.urlencoded({ extended: false, limit: '20kb' }),
    (req, res) => {
      const answer = state.tokens.grant((req.body ?? {}) as Record<string, unknown>);
      res.set('Cache-Control', 'no-store');
      answerJson(res, answer, 'error' in answer ? 400 : 200);
    },
  ];
}
