/** v5: a token for the customer's application, kept until shortly before it expires. */
import { z } from 'zod';
import { LuccaFailure } from './http/failure.ts';
import type { LuccaCredentials } from './connector.ts';
import type { LuccaCall } from './failures.ts';
import type { Session } from './session.ts';

const SCOPE = 'employee-personal-records.readonly';
const API_VERSION = '2024-11-01';
/** The part of a token's life we use, so that it does not expire under way. */
const USED_LIFE = 0.9;

const tokenSchema = z.object({ access_token: z.string().regex(/^[\x21-\x7e]+$/), expires_in: z.number().positive() });

interface Token {
  readonly text: string;
  readonly until: number;
}

type Application = NonNullable<LuccaCredentials['oauth']>;

async function requestToken(session: Session, { clientId, clientSecret }: Application): Promise<Token> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: SCOPE };
  const reply = await session.ask({
    call: 'token',
    url: session.line.account.tokenUrl,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
    on401: 'wrongClient',
  });
  const token = tokenSchema.safeParse(reply);
  if (!token.success) throw session.oddReply('token');
  const { access_token: text, expires_in: seconds } = token.data;
  return { text, until: session.line.clock.now() + seconds * 1_000 * USED_LIFE };
}

/** Asks a path of v5. A 401 renews the token and asks again, once; a second one is `wrongClient`. */
export function createV5(
  session: Session,
  application: Application,
): (call: LuccaCall, path: string) => Promise<unknown> {
  let token: Token | undefined;

  async function currentToken(): Promise<Token> {
    if (token !== undefined && token.until > session.line.clock.now()) return token;
    return (token = await requestToken(session, application));
  }

  function send(call: LuccaCall, path: string, { text }: Token): Promise<unknown> {
    const headers = { authorization: `Bearer ${text}`, 'api-version': API_VERSION, accept: 'application/json' };
    const url = `${session.line.account.origin}${path}`;
    return session.ask({ call, url, method: 'GET', headers, on401: 'wrongClient' });
  }

  return async (call, path) => {
    const first = await currentToken();
    try {
      return await send(call, path, first);
    } catch (error) {
      if (!(error instanceof LuccaFailure) || error.reason.code !== 'wrongClient') throw error;
      token = undefined;
    }
    return send(call, path, await currentToken());
  };
}
