/** A real SMTP server on this machine: what it receives, and what it may refuse. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came, header and body. */
  readonly raw: string;
}

export interface SmtpOffice {
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

export async function openSmtpOffice(over: SMTPServerOptions = {}): Promise<SmtpOffice> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...over,
  });
  // What a client does wrong is the client's to say.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A header as a person reads it: encoded words put back (RFC 2047, base64 and quoted-printable). */
export function headerOf(raw: string, name: string): string {
  const unfolded = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const value = new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const words = /=\?UTF-8\?([BQ])\?([^?]*)\?=(?:\s+(?==\?))?/gi;
  return value.replaceAll(words, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quotedText(text.replaceAll('_', ' ')),
  );
}

function quotedText(text: string): string {
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  // A line sent as it is may hold letters beyond ASCII only in UTF-8 text, which quoting never leaves.
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The parts of a message by type, decoded. */
export function partsOf(raw: string): ReadonlyMap<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const [header = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n').replace(/\r\n$/, '');
      const type = /Content-Type: ([\w/]+)/i.exec(header)?.[1] ?? '';
      const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(header)?.[1] ?? '7bit';
      const text =
        encoding === 'base64'
          ? Buffer.from(body, 'base64').toString('utf8')
          : encoding === 'quoted-printable'
            ? quotedText(body)
            : body;
      return [type, text.replaceAll('\r\n', '\n')] as const;
    }),
  );
}
