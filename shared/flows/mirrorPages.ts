/** Whole lists of the service, page by page, and all of them from one snapshot. */
import type { Instant } from '../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ServiceError, ServiceResult, Slice } from '../contracts/service.ts';
import type { FlowOptions } from './ports.ts';

export type MirrorError = ServiceError | { readonly code: 'cancelled' } | { readonly code: 'restless' };

interface Page<T> {
  readonly snapshot: number;
  readonly asOf: Instant;
  readonly total: number;
  readonly items: readonly T[];
}

const ATTEMPTS = 3;

type Pages<T> = Result<{ readonly snapshot: number; readonly asOf: Instant; readonly items: T[] }, MirrorError>;

/** Every row of a list; `restless` when the snapshot changes on the way. */
export async function allPages<T>(
  read: (slice: Slice) => ServiceResult<Page<T>>,
  limit: number,
  options: FlowOptions,
): Promise<Pages<T>> {
  const items: T[] = [];
  let snapshot: number | undefined;
  for (;;) {
    if (options.signal?.aborted) return fail({ code: 'cancelled' });
    const page = await read({ offset: items.length, limit });
    if (!page.ok) return page;
    if (snapshot !== undefined && page.value.snapshot !== snapshot) return fail({ code: 'restless' });
    snapshot = page.value.snapshot;
    for (const each of page.value.items) items.push(each);
    options.onProgress?.({ step: 'read', done: items.length, total: page.value.total });
    if (items.length >= page.value.total || page.value.items.length === 0)
      return ok({ snapshot, asOf: page.value.asOf, items });
  }
}

/** Reads again, three times in all, while a run that ends meanwhile makes the reading `restless`. */
export async function untilSteady<T>(readOnce: () => Promise<Result<T, MirrorError>>): Promise<Result<T, MirrorError>> {
  for (let attempt = 1; ; attempt += 1) {
    const read = await readOnce();
    if (read.ok || read.error.code !== 'restless' || attempt === ATTEMPTS) return read;
  }
}
