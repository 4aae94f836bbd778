/** One try of one request: sends it, reads the reply within bounds, and says what came of it. Decides nothing. */
import { parseRetryAfter } from './retryAfter.ts';
import { readErrorBody, type ErrorBody } from './errorBody.ts';
import type { Limits } from './limits.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Outcome =
  | { readonly kind: 'json'; readonly body: unknown }
  | (ErrorBody & { readonly kind: 'refused'; readonly status: number; readonly retryAfterMs: number | undefined })
  | { readonly kind: 'html' | 'unreadable' | 'tooLarge' | 'redirect' | 'stalled' | 'lost' };

interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly contentType: string;
  /** Undefined when longer than allowed. */
  readonly text: string | undefined;
}

async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

async function readReply(response: Response, maxBytes: number): Promise<Reply> {
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    contentType: response.headers.get('content-type') ?? '',
    text: await readText(response, maxBytes),
  };
}

function outcomeOf({ status, retryAfter, contentType, text }: Reply, nowMs: number): Outcome {
  if (status >= 300 && status < 400) return { kind: 'redirect' };
  if (status >= 400) {
    const retryAfterMs = parseRetryAfter(retryAfter, nowMs);
    return { kind: 'refused', status, retryAfterMs, ...readErrorBody(contentType, text ?? '') };
  }
  if (text === undefined) return { kind: 'tooLarge' };
  if (contentType.includes('html') || text.trimStart().startsWith('<')) return { kind: 'html' };
  try {
    return { kind: 'json', body: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'unreadable' };
  }
}

const STALLED = 'stalled';

/**
 * Sends `request` once. Redirects are not followed: the key must not travel to a host nobody checked.
 * Network errors are outcomes (`lost`, `stalled`), and so is an abort by `signal` (`lost`): the caller looks at its signal.
 */
export async function attemptOnce(
  fetchIt: typeof fetch,
  request: HttpRequest,
  limits: Pick<Limits, 'requestTimeoutMs' | 'maxReplyBytes'>,
  signal: AbortSignal,
  now: () => number,
): Promise<Outcome> {
  const mine = new AbortController();
  const stop = (): void => mine.abort();
  const timer = setTimeout(() => mine.abort(STALLED), limits.requestTimeoutMs);
  signal.addEventListener('abort', stop, { once: true });
  let reply: Reply;
  try {
    const { url, ...init } = request;
    const response = await fetchIt(url, { ...init, redirect: 'manual', signal: mine.signal });
    reply = await readReply(response, limits.maxReplyBytes);
  } catch {
    return { kind: mine.signal.reason === STALLED ? 'stalled' : 'lost' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
  return outcomeOf(reply, now());
}
