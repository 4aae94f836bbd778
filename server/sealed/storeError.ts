import { hostname } from 'node:os';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import {
  connectionUnknown,
  fileDamaged,
  fileMissing,
  fileUnreadable,
  fileUnwritable,
  folderInUse,
  newerFormat,
  otherKey,
} from '../../shared/messages/fr/storage.ts';
import { reasonOf } from './durableFile.ts';

export type StoreErrorCode =
  'locked' | 'damaged' | 'missing' | 'unreadable' | 'unwritable' | 'otherKey' | 'newerFormat' | 'unknownConnection';

/**
 * Something outside the program went wrong with what is kept on disk. `message` is a French sentence that may be shown;
 * `file` is relative to the folder and says nothing of the people in it. `since` is set when another process holds the folder.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly file: string | null;
  readonly since: Instant | null;

  constructor(
    code: StoreErrorCode,
    sentence: string,
    facts: { readonly file?: string; readonly since?: Instant } = {},
  ) {
    super(sentence);
    this.code = code;
    this.file = facts.file ?? null;
    this.since = facts.since ?? null;
  }
}

interface Holder {
  readonly since: Instant;
  readonly pid: number;
  readonly host: string;
  readonly mark: string | null;
}

/** The lock of a process of this machine that is gone goes by itself: its file is named only where nobody can tell. */
export function lockedError({ since, pid, host, mark }: Holder, lockFile: string): StoreError {
  const isSure = host === hostname() && mark !== null;
  return new StoreError('locked', folderInUse(since, pid, host, isSure ? undefined : lockFile), { since });
}

export function damagedError(file: string): StoreError {
  return new StoreError('damaged', fileDamaged(file), { file });
}

export function missingError(file: string): StoreError {
  return new StoreError('missing', fileMissing(file), { file });
}

export function unreadableError(file: string, reason: string): StoreError {
  return new StoreError('unreadable', fileUnreadable(file, reason), { file });
}

export function unwritableError(file: string, reason: string): StoreError {
  return new StoreError('unwritable', fileUnwritable(file, reason), { file });
}

export function otherKeyError(folder: string): StoreError {
  return new StoreError('otherKey', otherKey(folder));
}

export function newerFormatError(folder: string): StoreError {
  return new StoreError('newerFormat', newerFormat(folder));
}

export function unknownConnectionError(): StoreError {
  return new StoreError('unknownConnection', connectionUnknown());
}

/** A failure of the system (full disk, rights…) while writing `file`, as a `StoreError`; one already is itself. A bug is thrown on. */
export function asStoreError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  return unwritableError(file, reason);
}
