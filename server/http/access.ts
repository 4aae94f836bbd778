/** Who may call: bearer tokens, obtained against a pairing code that serves once. Only digests are kept. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** The digest of a token that was handed out, and how its code was given. */
export interface SavedToken {
  readonly digest: string;
  readonly kind: CodeKind;
}

export type CodeKind = 'typed' | 'page';

/** Where digests outlive a restart: nobody pairs twice. */
export interface TokenMemory {
  load(): Promise<readonly SavedToken[]>;
  save(tokens: readonly SavedToken[]): Promise<void>;
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
  readonly announceCode: () => void;
  /** The same, unless one that still serves was shown already. */
  readonly showCode: () => void;
  /** A code for the page that carries it. */
  readonly pageCode: () => string;
  /** The token for a code, or undefined; a code serves once, whatever comes of it. */
  readonly pair: (code: string) => Promise<string | undefined>;
  /** A token for the process itself, never written. */
  readonly ownToken: () => string;
  readonly allows: (token: string) => boolean;
  /** Forgets what pages obtained without anybody typing, codes and tokens, but for `token`. */
  readonly forgetPages: (token: string) => Promise<void>;
}

export const TYPED_CODE_MS = 10 * 60_000;
export const PAGE_CODE_MS = 5 * 60_000;
/** Pages of the workbench pair by themselves, and often: they never push out a token that a person typed a code for. */
const MOST_TOKENS: Readonly<Record<CodeKind, number>> = { typed: 20, page: 50 };
const MOST_PAGE_CODES = 200;

/** No 0, O, 1, I, L, U: they are read for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED_LENGTH = 8;

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
const secret = () => randomBytes(32).toString('base64url');
/** In digits and letters alone: after `--token`, one that began with a dash would pass for an option. */
const newToken = () => randomBytes(32).toString('hex');

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
  readonly kind: CodeKind;
  readonly until: number;
}

export async function openAccess({ memory, now, announce }: AccessOptions): Promise<Access> {
  const tokens: Record<CodeKind, Map<string, true>> = { typed: new Map(), page: new Map() };
  for (const saved of await memory.load()) tokens[saved.kind].set(saved.digest, true);
  const own = new Set<string>();
  const codes = new Map<string, Code>();

  async function allow(token: string, kind: CodeKind): Promise<void> {
    remember(tokens[kind], digest(token), true, MOST_TOKENS[kind]);
    await save();
  }

  async function save(): Promise<void> {
    const kinds: readonly CodeKind[] = ['typed', 'page'];
    await memory.save(kinds.flatMap((each) => [...tokens[each].keys()].map((key) => ({ digest: key, kind: each }))));
  }

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

  function showCode(): void {
    const isShown = [...codes.values()].some(({ kind, until }) => kind === 'typed' && until > now());
    if (!isShown) announceCode();
  }

  return {
    announceCode,
    showCode,
    pageCode() {
      const code = secret();
      remember(codes, digest(code), { kind: 'page', until: now() + PAGE_CODE_MS }, MOST_PAGE_CODES);
      return code;
    },
    async pair(code) {
      const found = take(code);
      if (!found) {
        showCode();
        return undefined;
      }
      const token = newToken();
      await allow(token, found.kind);
      return token;
    },
    ownToken() {
      const token = newToken();
      own.add(digest(token));
      return token;
    },
    async forgetPages(token) {
      for (const [key, { kind }] of codes) if (kind === 'page') codes.delete(key);
      for (const key of [...tokens.page.keys()]) if (key !== digest(token)) tokens.page.delete(key);
      await save();
    },
    allows: (token) => [own, tokens.typed, tokens.page].some((known) => known.has(digest(token))),
  };
}
