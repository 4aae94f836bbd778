import type { BookError, BookErrorCode } from '../../shared/flows/book.ts';

/** Where the conversation with Excel stands, for the sentence a person will read. Names only, never the value of a cell. */
export interface Where {
  readonly table?: string;
  readonly sheet?: string;
  /** A1 address that matters: the cells in the way, for instance. */
  readonly range?: string;
}

/** An expected failure of the workbook, on its way to the `Result` of the port. `officeCode` is Excel's own word for it. */
export class BookFailure extends Error {
  readonly error: BookError;
  readonly officeCode: string | undefined;

  constructor(code: BookErrorCode, facts: BookError['facts'], officeCode?: string) {
    super(code);
    this.error = { code, facts };
    this.officeCode = officeCode;
  }
}

const meanings: Readonly<Record<string, BookErrorCode>> = {
  AccessDenied: 'protectedSheet',
  InvalidOperationInCellEditMode: 'cellEdit',
  ItemNotFound: 'tableGone',
  InvalidReference: 'tableGone',
  InsertDeleteConflict: 'noRoom',
  NonBlankCellOffSheet: 'noRoom',
  MergedRangeConflict: 'noRoom',
  RangeExceedsLimit: 'noRoom',
};

const tooLarge: readonly unknown[] = ['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded'];

/** What a refused round trip means for the port. The code of an unknown refusal is kept in the facts; its message, which may quote cells, is not. */
export function refusal(cause: unknown, where: Where): BookFailure {
  if (cause instanceof BookFailure) return cause;
  const officeCode = codeOf(cause);
  const code = meanings[officeCode] ?? 'hostRefused';
  return new BookFailure(code, code === 'hostRefused' ? { ...where, reason: officeCode } : { ...where }, officeCode);
}

/** True when the same work may pass in smaller pieces. */
export function isTooLarge(cause: unknown): boolean {
  return cause instanceof BookFailure && tooLarge.includes(cause.officeCode);
}

/** True when Excel did not answer at all: nothing more can be asked of it. */
export function isSilence(cause: unknown): boolean {
  return cause instanceof BookFailure && cause.error.code === 'hostTimeout';
}

function codeOf(cause: unknown): string {
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
