import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

export interface TokenOffice {
  /** Answers a token, or the OAuth2 error word. */
  grant(form: Readonly<Record<string, unknown>>): TokenAnswer | { readonly error: string };
  /** The scopes of a live token; a 401 when it is absent, unknown or expired. */
  scopesOf(authorization: string | undefined): readonly string[];
}

/** Client credentials in the body, tokens that expire by the injected clock. */
export function createTokenOffice(client: OAuthClient, lifetimeSeconds: number, now: () => number): TokenOffice {
  const tokens = new Map<string, { scopes: readonly string[]; until: number }>();
  return {
    grant: (form) => {
      if (form.grant_type !== 'client_credentials') return { error: 'unsupported_grant_type' };
      if (form.client_id !== client.clientId || form.client_secret !== client.clientSecret)
        return { error: 'invalid_client' };
      const asked = typeof form.scope === 'string' ? form.scope.split(' ').filter(Boolean) : client.scopes;
      if (asked.some((scope) => !client.scopes.includes(scope))) return { error: 'invalid_scope' };
      const token = `demo-${randomUUID()}`;
      tokens.set(token, { scopes: asked, until: now() + lifetimeSeconds * 1000 });
      return { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope: asked.join(' ') };
    },
    scopesOf: (authorization) => {
      const known = tokens.get(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
      if (known === undefined || known.until <= now()) throw new Refusal(401, 'Unauthorized');
      return known.scopes;
    },
  };
}
