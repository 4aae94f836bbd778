import { LuccaFailure } from './http/failure.ts';

/** The request itself was refused, for good: the rest of the account can still be read. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof LuccaFailure)) return false;
  const { code, status = 0 } = error.reason;
  return code === 'forbidden' || (code === 'badReply' && status >= 400);
}

/** What `read` answers, or undefined when the account refuses to give it. Every other failure goes on. */
export async function ifAllowed<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
