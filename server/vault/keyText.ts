import { fail, ok, type Result } from '../../shared/domain/result.ts';

export type KeyTextError =
  | { readonly code: 'notEncoded' }
  | { readonly code: 'wrongLength'; readonly bytes: number }
  | { readonly code: 'tooSimple' };

const KEY_BYTES = 32;
/** 32 random bytes hold 30 distinct values on average; 16 or fewer comes up once in 10^11. */
const FEWEST_DISTINCT_BYTES = 17;

/** The 32 bytes written in `text`, in hexadecimal or base64 (either alphabet). Refuses what was plainly not drawn at random. */
export function parseKey(text: string): Result<Buffer, KeyTextError> {
  const bytes = decode(text.trim());
  if (!bytes) return fail({ code: 'notEncoded' });
  if (bytes.length !== KEY_BYTES) return fail({ code: 'wrongLength', bytes: bytes.length });
  return isSimple(bytes) ? fail({ code: 'tooSimple' }) : ok(bytes);
}

function decode(text: string): Buffer | undefined {
  if (/^([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  // Buffer.from skips what it does not know: a mistyped character would quietly give another key.
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

/** Few distinct bytes, a typed phrase, or an arithmetic sequence (0, 1, 2…). */
function isSimple(bytes: Buffer): boolean {
  const distinct = new Set(bytes).size;
  const typed = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const steps = new Set(bytes.subarray(1).map((byte, index) => byte - (bytes[index] ?? 0)));
  return distinct < FEWEST_DISTINCT_BYTES || typed || steps.size === 1;
}
