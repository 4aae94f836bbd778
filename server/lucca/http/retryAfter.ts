/**
 * Milliseconds that a `Retry-After` header asks to wait from `nowMs`: a number of seconds (`'12'`) or an HTTP date
 * (`'Wed, 21 Oct 2026 07:28:00 GMT'`, never negative). Undefined when it is absent or unreadable.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  if (!/^[A-Z][a-z]{2,8},/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - nowMs);
}
