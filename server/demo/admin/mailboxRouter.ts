import express, { type Response, type Router } from 'express';
import { Refusal } from '../api/refusal.ts';
import type { KeptMail, Mailbox } from './mailbox.ts';
import { renderMail, renderMailbox } from './mailboxPage.ts';

const PAGE =
  "default-src 'none'; style-src 'self'; frame-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";
/** A mail carries its own styles, and nothing else that does anything. */
const MAIL = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; sandbox";

function send(res: Response, policy: string, html: string): void {
  res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  res.type('html').send(html);
}

/** The pages of the letter box: the list, one mail, and its own page inside it. */
export function createMailboxRouter(mailbox: Mailbox): Router {
  const router = express.Router();

  function found(text: string): KeptMail {
    const mail = /^\d{1,9}$/.test(text) ? mailbox.find(Number(text)) : undefined;
    if (!mail) throw new Refusal(404, 'Ce message n’est plus là.');
    return mail;
  }

  router.get('/', (_req, res) => {
    send(res, PAGE, renderMailbox(mailbox.list()));
  });
  router.get('/:number', (req, res) => {
    send(res, PAGE, renderMail(found(req.params.number)));
  });
  router.get('/:number/page', (req, res) => {
    send(res, MAIL, found(req.params.number).html);
  });
  return router;
}
