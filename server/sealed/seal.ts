/** The one way anything is made unreadable at rest: AES-256-GCM, bound to a text that says what the bytes are. */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** What a key serves for: a key of one purpose opens nothing of another. */
export type SealPurpose = 'store' | 'vault' | 'credentials';

/** `notAuthentic`: other key, other associated text, or a changed byte; nothing tells them apart. */
export type SealError = 'tooShort' | 'unknownVersion' | 'notAuthentic';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** The key of one purpose, derived from the master key (HKDF-SHA-256, RFC 5869). */
export function subkey(masterKey: KeyObject, purpose: SealPurpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `passerelle/${purpose}/1`, 32)));
}

/** Version (1 byte), nonce (12), tag (16), then the ciphertext. `associated` is not stored: it must be given again to open. */
export function seal(key: KeyObject, clear: Uint8Array, associated: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(associated));
  const body = [cipher.update(clear), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...body]);
}

/** What was sealed with the same key and the same `associated`; otherwise why not, and not one byte of it. */
export function unseal(key: KeyObject, sealed: Buffer, associated: string): Result<Buffer, SealError> {
  if (sealed.length < HEADER_BYTES) return fail('tooShort');
  if (sealed[0] !== VERSION) return fail('unknownVersion');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(associated));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  const clear = decipher.update(sealed.subarray(HEADER_BYTES));
  try {
    return ok(Buffer.concat([clear, decipher.final()]));
  } catch {
    return fail('notAuthentic');
  }
}
