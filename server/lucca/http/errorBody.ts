import { isRecord } from '../caseless.ts';

/** `Status`/`Message` (v3), `error` (some routes), `title`/`detail` (problem+json), `error_description` (token endpoint). */
const ERROR_KEYS = new Set(['status', 'message', 'error', 'title', 'detail', 'errors']);

/**
 * True when the body of a refusal may come from Lucca: one of its JSON shapes, a bare text or nothing. A web page is not.
 * The text itself goes no further: it may quote the request or a person.
 */
export function speaksLikeLucca(contentType: string, text: string): boolean {
  if (contentType.includes('html') || text.trimStart().startsWith('<')) return false;
  if (!text.trimStart().startsWith('{')) return true;
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && Object.keys(body).some((key) => ERROR_KEYS.has(key.toLowerCase()));
  } catch {
    return true;
  }
}
