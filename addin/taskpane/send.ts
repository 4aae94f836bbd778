import type { Send } from '../../shared/contracts/service.ts';

/** No answer of the service takes longer: Lucca is read by runs, not by requests. */
const PATIENCE_MS = 60_000;

/** Carries requests to the service that served this page, with the pairing token once there is one. */
export function sendOver(token: () => string | null): Send {
  return async ({ method, path, body }) => {
    const bearer = token();
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    };
    try {
      const reply = await fetch(path, {
        method,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      return { status: reply.status, body: parsed(text) };
    } catch {
      // Whatever kept the answer from coming, what follows is the same: the service is out of reach.
      return undefined;
    }
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
