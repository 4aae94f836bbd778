import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../api/refusal.ts';
import { PERMISSIONS } from '../api/view.ts';
import { changeSchema } from '../changes/changes.ts';
import type { DemoState } from '../state.ts';
import { BUTTONS, PAGE_STYLE, renderPage } from './page.ts';
import { createMailboxRouter } from './mailboxRouter.ts';
import { faultSchema } from '../gate/faults.ts';

const keySchema = z.strictObject({ key: z.guid().optional(), denied: z.array(z.enum(PERMISSIONS)) });

/** The account's own page and its admin API, for this machine only. */
export function createAdminRouter(state: DemoState): Router {
  const router = express.Router();
  router.use(onlyThisMachine, express.json({ limit: '20kb' }));
  router.get('/', (req, res) => {
    sendPage(state, req, res);
  });
  router.use('/mailbox', createMailboxRouter(state.mailbox));
  router.get('/page.css', (_req, res) => {
    res.type('css').send(PAGE_STYLE);
  });
  router.post('/actions/:action', (req, res) => {
    act(state, req.params.action, res);
  });
  router
    .route('/changes')
    .get((_req, res) => void res.json(state.changes.history))
    .post((req, res) => {
      res.status(201).json(state.changes.make(read(changeSchema, req)));
    });
  router
    .route('/faults')
    .get((_req, res) => void res.json(state.faults.pending()))
    .post((req, res) => {
      state.faults.add(read(faultSchema, req));
      res.sendStatus(204);
    })
    .delete((_req, res) => {
      state.faults.clear();
      res.sendStatus(204);
    });
  router
    .route('/requests')
    .get((_req, res) => void res.json(countsByPath(state)))
    .delete((_req, res) => {
      state.requests.clear();
      res.sendStatus(204);
    });
  router.get('/entitlements', (_req, res) => void res.json(state.entitlements));
  router.put('/key', (req, res) => {
    const { key, denied } = read(keySchema, req);
    state.keys.deny(key ?? state.apiKey, denied);
    res.sendStatus(204);
  });
  router.get('/account', (_req, res) => {
    const { referenceMonth, today, people, establishments, notables } = state.company;
    res.json({
      referenceMonth,
      today,
      people: people.size,
      establishments: establishments.map(({ id, name }) => ({ id, name })),
      notables,
    });
  });
  return router;
}

/** Loopback callers under a loopback name, and no page of another origin. */
const onlyThisMachine: RequestHandler = (req, _res, next) => {
  const address = req.socket.remoteAddress ?? '';
  const loopback = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  const host = req.headers.host ?? '';
  const named = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  const sameOrigin = req.headers.origin === undefined || req.headers.origin === `http://${host}`;
  if (!loopback || !named || !sameOrigin) throw new Refusal(403, 'Cette page n’est ouverte qu’à cette machine.');
  next();
};

function read<T>(schema: z.ZodType<T>, req: Request): T {
  const parsed = schema.safeParse(req.body);
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function sendPage(state: DemoState, req: Request, res: Response): void {
  const notice =
    req.query.impossible === undefined
      ? state.changes.history.at(-1)?.label
      : 'Rien à changer de cette façon dans le compte.';
  res.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
  );
  res.set('Cache-Control', 'no-store');
  const { company, changes, entitlements, apiKey } = state;
  res.type('html').send(renderPage({ company, history: changes.history, entitlements, apiKey, notice }));
}

function act(state: DemoState, action: string, res: Response): void {
  const known = BUTTONS.some((button) => button.action === action);
  const change = known ? changeSchema.safeParse({ kind: action }).data : undefined;
  if (change === undefined) throw new Refusal(404, 'Ce bouton n’existe pas.');
  try {
    state.changes.make(change);
    res.redirect(303, '/demo/');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    res.redirect(303, '/demo/?impossible');
  }
}

function countsByPath({ requests }: DemoState): { method: string; path: string; count: number }[] {
  const counts = new Map<string, { method: string; path: string; count: number }>();
  for (const { method, path } of requests.entries) {
    const line = counts.get(`${method} ${path}`) ?? { method, path, count: 0 };
    line.count += 1;
    counts.set(`${method} ${path}`, line);
  }
  return [...counts.values()];
}
