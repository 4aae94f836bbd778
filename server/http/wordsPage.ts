import * as say from '../../shared/messages/fr/service.ts';
import { policy } from './policies.ts';
import type { Response } from 'express';
import { randomBytes } from 'node:crypto';

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}';

/** A page of words, with neither script nor file: it works before anything is built. */
function sendWords(response: Response, status: number, words: { title: string; text: string }, refresh: string): void {
  const nonce = randomBytes(16).toString('base64');
  const html =
    `<!doctype html><html lang="fr"><head><meta charset="utf-8">${refresh}<title>${words.title}</title>` +
    `<style nonce="${nonce}">${STYLE}</style></head>` +
    `<body><main><h1>${words.title}</h1><p role="status">${words.text}</p></main></body></html>`;
  response.status(status).set({ 'Content-Security-Policy': policy('words', nonce), 'Cache-Control': 'no-store' });
  response.type('html').send(html);
}

/** Shown until the pages are built; it asks again by itself. */
export function sendWaiting(response: Response): void {
  response.set('Retry-After', '2');
  sendWords(response, 503, say.waitingPage(), '<meta http-equiv="refresh" content="2">');
}

/** Shown at `/` when there is no workbench. */
export function sendNothingHere(response: Response): void {
  sendWords(response, 200, say.servicePage(), '');
}
