/** Who may call: bearer tokens, obtained against a pairing code that serves once. Only digests are kept. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Where the digests of tokens obtained with a typed code outlive a restart. */
export interface TokenMemory {
  load(): Promise<readonly string[]>;
  save(digests: readonly string[]): Promise<void>;
}

export interface AccessOptions {
  readonly memory: TokenMemory;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Shows a new code to the person in front of the service, when the last one no longer serves. Absent: nobody types codes. */
  readonly announce?: (code: string) => void;
}

export interface Access {
  /** Shows a new code, of eight characters, to be typed in the pane. */
  announceCode(): void;
  /** A code for the page that carries it; its token ends with the process. */
  pageCode(): string;
  /** The token for a code, or undefined; a code serves once, whatever comes of it. */
  pair(code: string): Promise<string | undefined>;
  /** A token for the process itself, never written. */
  ownToken(): string;
  allows(token: string): boolean;
}

export const TYPED_CODE_MS = 10 * 60_000;
export const PAGE_CODE_MS = 5 * 60_000;
const MOST_SAVED_TOKENS = 20;
const MOST_PASSING = 200;

/** No 0, O, 1, I, L, U: they are read for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED_LENGTH = 8;

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
const secret = () => randomBytes(32).toString('base64url');

function typedCode(): string {
  const letters = Array.from({ length: TYPED_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** `k7qm 2fxd` is what a person types for `K7QM-2FXD`. */
function asTyped(code: string): string {
  return code.toUpperCase().replace(/[^A-Z\d]/g, '');
}

/** Adds, and forgets the oldest beyond `most`. */
function remember<T>(items: Map<string, T>, key: string, value: T, most: number): void {
  items.set(key, value);
  for (const oldest of items.keys()) {
    if (items.size <= most) return;
    items.delete(oldest);
  }
}

interface Code {
  readonly kind: 'typed' | 'page';
  readonly until: number;
}

export async function openAccess({ memory, now, announce }: AccessOptions): Promise<Access> {
  const saved = new Map((await memory.load()).map((each) => [each, true]));
  const passing = new Map<string, true>();
  const codes = new Map<string, Code>();

  const allowPassing = (token: string) => {
    remember(passing, digest(token), true, MOST_PASSING);
    return token;
  };

  function take(code: string): Code | undefined {
    for (const key of [digest(code), digest(asTyped(code))]) {
      const found = codes.get(key);
      codes.delete(key);
      if (found && found.until > now()) return found;
    }
    return undefined;
  }

  function announceCode(): void {
    if (!announce) return;
    for (const [key, { kind }] of codes) if (kind === 'typed') codes.delete(key);
    const code = typedCode();
    codes.set(digest(asTyped(code)), { kind: 'typed', until: now() + TYPED_CODE_MS });
    announce(code);
  }

  const isShown = () => [...codes.values()].some(({ kind, until }) => kind === 'typed' && until > now());

  return {
    announceCode,
    pageCode() {
      const code = secret();
      remember(codes, digest(code), { kind: 'page', until: now() + PAGE_CODE_MS }, MOST_PASSING);
      return code;
    },
    async pair(code) {
      const found = take(code);
      if (!found) {
        if (!isShown()) announceCode();
        return undefined;
      }
      const token = secret();
      if (found.kind === 'page') return allowPassing(token);
      remember(saved, digest(token), true, MOST_SAVED_TOKENS);
      await memory.save([...saved.keys()]);
      return token;
    },
    ownToken: () => allowPassing(secret()),
    allows: (token) => passing.has(digest(token)) || saved.has(digest(token)),
  };
}
