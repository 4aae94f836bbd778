/** One request as tests count it: no query, no header, no body, so nothing personal. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  /** How many requests whose path begins so; all of them without an argument. */
  count(pathStart?: string): number;
  clear(): void;
  add(request: LoggedRequest): void;
}

const KEPT = 20_000;

/** Remembers the requests in memory; the oldest go when there are too many. */
export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    count: (pathStart = '') => entries.filter(({ path }) => path.startsWith(pathStart)).length,
    clear: () => {
      entries.length = 0;
    },
    add: (request) => {
      entries.push(request);
      if (entries.length > KEPT) entries.shift();
    },
  };
}
