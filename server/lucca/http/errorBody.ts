import { isRecord, valueAt } from '../caseless.ts';

/** `Status`/`Message` (v3), `error` (some routes, token endpoint), `title`/`detail`/`errors` (problem+json). */
const ERROR_KEYS = new Set(['status', 'message', 'error', 'title', 'detail', 'errors']);

/** The words of the token endpoint that change what we say. */
const TOKEN_ERRORS = ['invalid_client', 'invalid_scope'] as const;

export interface ErrorBody {
  /** False for a web page, or JSON that is nothing of Lucca's: another site answers. */
  readonly fromLucca: boolean;
  readonly tokenError: (typeof TOKEN_ERRORS)[number] | undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the body of a refusal tells: one of Lucca's JSON shapes, a bare text (some routes send one as JSON), or nothing at all.
 * Its text goes no further: it may quote the request or a person.
 */
export function readErrorBody(contentType: string, text: string): ErrorBody {
  if (contentType.includes('html') || text.trimStart().startsWith('<')) {
    return { fromLucca: false, tokenError: undefined };
  }
  const body = parsed(text);
  const fromLucca = !isRecord(body) || Object.keys(body).some((key) => ERROR_KEYS.has(key.toLowerCase()));
  return { fromLucca, tokenError: TOKEN_ERRORS.find((word) => word === valueAt(body, 'error')) };
}
