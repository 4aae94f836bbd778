import { BookFailure, type Where } from './failure.ts';

/** How long Excel is waited for: it has no time-out of its own. */
export interface Patience {
  /** Milliseconds after which a round trip is given up; its late answer is ignored. */
  readonly watchdogMs: number;
  /** Milliseconds after which `onWaiting(true)` is called: Excel holds every request while a cell is being edited. */
  readonly noticeMs?: number;
  /** `true` when an answer is long in coming, then `false` when it came or was given up. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

/** The answer to `sent`, or a `hostTimeout` when it does not come in time. */
export async function answerWithin<T>(sent: Promise<T>, patience: Patience, where: Where): Promise<T> {
  const { watchdogMs, noticeMs = watchdogMs, onWaiting } = patience;
  const told: boolean[] = [];
  const tell = (isWaiting: boolean): void => {
    told.push(isWaiting);
    onWaiting?.(isWaiting);
  };
  const notice = setTimeout(() => tell(true), noticeMs);
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    alarm = setTimeout(() => reject(new BookFailure('hostTimeout', { ...where })), watchdogMs);
  });
  try {
    return await Promise.race([sent, silence]);
  } finally {
    clearTimeout(notice);
    clearTimeout(alarm);
    if (told.length > 0) tell(false);
  }
}
