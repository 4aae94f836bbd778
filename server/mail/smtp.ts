/** Mail over SMTP. What the server says, and what it was told to be let in, never leave this file. */
import { createTransport } from 'nodemailer';
import { fail, ok } from '../../shared/domain/result.ts';
import type { MailFailure } from '../../shared/messages/fr/employees/evening.ts';
import type { Mailer } from './mail.ts';

/** `url`: `smtps://user:password@mail.example.net`, or `smtp://` with a port. */
export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  /** Longest silence of the server. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

/** Where the server is and how to be let in. Words and passwords go in clear to this machine only. */
function doorOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (PORTS[protocol] ?? 587) : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: protocol === 'smtp:' && !LOOPBACK.has(hostname),
    ...(username === '' ? {} : { auth }),
  };
}

const failures: Readonly<Record<string, MailFailure>> = {
  EAUTH: 'refusedLogin',
  ENOAUTH: 'refusedLogin',
  EOAUTH2: 'refusedLogin',
  ETLS: 'insecure',
  EREQUIRETLS: 'insecure',
  ETIMEDOUT: 'timeout',
  EENVELOPE: 'refusedAddress',
  EMESSAGE: 'refusedMail',
  EPROTOCOL: 'refusedMail',
};

/** A certificate that is not good, and whatever else the system says of one. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/;

function failureOf(error: unknown): MailFailure {
  const { code, originalCode } = error as { code?: unknown; originalCode?: unknown };
  const codes = [originalCode, code].filter((each) => typeof each === 'string');
  if (codes.some((each) => CERTIFICATE.test(each))) return 'insecure';
  return codes.map((each) => failures[each]).find((each) => each !== undefined) ?? 'unreachable';
}

export function smtpMailer({ url, from, patienceMs = PATIENCE_MS }: SmtpOptions): Mailer {
  const transport = createTransport({
    ...doorOf(url),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    async send({ to, subject, text, html }) {
      try {
        const mail = { from, to: [...to], subject, text, html, xMailer: false as const };
        const sent = (await transport.sendMail(mail)) as { readonly rejected: readonly unknown[] };
        return ok({ refused: sent.rejected.length });
      } catch (error) {
        return fail(failureOf(error));
      }
    },
  };
}
