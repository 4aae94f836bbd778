/** The pages and their files. Pages are made for each answer (nonce, pairing code); files never change under one name. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import express, { type Express, type Response } from 'express';
import * as say from '../../shared/messages/fr/service.ts';
import { policy, type PolicyKind } from './policies.ts';
import type { PageOptions } from './ports.ts';
import { refuse } from './problemAnswer.ts';
import { nameRoute } from './requestLog.ts';
import { sendNothingHere, sendWaiting } from './wordsPage.ts';

const NONCE_MARKER = '__CSP_NONCE__';
const HASHED_NAME = /\.[0-9a-f]{16,}\.\w+$/;
const YEAR_S = 31_536_000;
const DAY_S = 86_400;
/** Names as a build gives them, written plainly: with an escaped letter a page would pass for a file. */
const FILE_NAME = /^[\w./-]+\.(?:css|js|png|svg|ico|wasm|woff2)$/;

/** The pairing code that the workbench's page carries; undefined when it must not carry one. */
export type CodeForPage = () => Promise<string | undefined>;

interface Page {
  readonly file: string;
  readonly kind: PolicyKind;
  /** Added to the head. */
  readonly meta?: () => Promise<string>;
}

async function built(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function sendPage(response: Response, options: PageOptions, page: Page): Promise<void> {
  const html = options.ready() ? await built(join(options.dist, page.file)) : undefined;
  if (html === undefined) {
    sendWaiting(response);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const meta = (await page.meta?.()) ?? '';
  response.set('Content-Security-Policy', policy(page.kind, nonce));
  response.set('Cache-Control', page.meta ? 'no-store' : 'no-cache');
  response.type('html').send(html.replaceAll(NONCE_MARKER, nonce).replace(/<head[^>]*>/i, (head) => head + meta));
}

/** Names with a hash are kept for ever. Pictures are fetched by Excel itself, from its own origin. */
function fileHeaders(response: Response, path: string): void {
  const name = basename(path);
  const picture = /\.(png|svg|ico)$/.test(name);
  response.set('Cache-Control', HASHED_NAME.test(name) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
  if (!picture) return;
  response.set('Cache-Control', `public, max-age=${DAY_S}`);
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
}

function workbenchPages(app: Express, options: PageOptions, officeClient: string, codeForPage: CodeForPage): void {
  const pairing = async () => {
    const code = await codeForPage();
    return code === undefined ? '' : `<meta name="passerelle-pairing" content="${code}">`;
  };
  app.get('/', nameRoute('/'), async (request, response) => {
    const dest = request.headers['sec-fetch-dest'];
    if (dest !== undefined && dest !== 'document') refuse(403, 'originRefused', say.originRefused());
    await sendPage(response, options, { file: 'workbench.html', kind: 'workbench', meta: pairing });
  });
  const pane = '/workbench/taskpane.html';
  app.get(pane, nameRoute(pane), (_request, response) =>
    sendPage(response, options, { file: 'workbench-taskpane.html', kind: 'workbenchPane' }),
  );
  const client = '/office-dev/excel-web-16.00.js';
  app.get(client, nameRoute(client), (_request, response) => {
    response.sendFile(officeClient, { headers: { 'Cache-Control': 'no-cache' }, dotfiles: 'allow' });
  });
}

export function servePages(app: Express, options: PageOptions, codeForPage: CodeForPage): void {
  if (options.officeClient !== null) workbenchPages(app, options, options.officeClient, codeForPage);
  else app.get('/', nameRoute('/'), (_request, response) => sendNothingHere(response));

  app.get('/taskpane.html', nameRoute('/taskpane.html'), (_request, response) => {
    response.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    return sendPage(response, options, { file: 'taskpane.html', kind: 'excelPane' });
  });
  const files = express.static(options.dist, { index: false, redirect: false, setHeaders: fileHeaders });
  app.use(nameRoute('(file)'), (request, response, next) => {
    if (FILE_NAME.test(request.path)) files(request, response, next);
    else next();
  });
}
