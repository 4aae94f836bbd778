import { z } from 'zod';

const counts = {
  /** Part of the path of the requests concerned; every API request without it. */
  path: z.string().min(1).optional(),
  /** The first concerned request that fails, counted from when the fault was asked for. */
  nth: z.int().min(1).default(1),
  /** How many requests in a row fail from there. */
  times: z.int().min(1).max(100_000).default(1),
};

/** What can go wrong on demand. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfter: z.string().optional(),
    ...counts,
  }),
  ...(
    [
      'rawText',
      'html',
      'truncated',
      'cut',
      'reset',
      'stall',
      'dataAsArray',
      'itemsAtRoot',
      'rowInserted',
      'rowRemoved',
      'unknownUserIs500',
    ] as const
  ).map((kind) => z.strictObject({ kind: z.literal(kind), ...counts })),
]);

export type Fault = z.infer<typeof faultSchema>;
export type FaultRequest = z.input<typeof faultSchema>;

export interface FaultDesk {
  /** Asks for a fault; it stays until it has happened `times` times. Throws when the request makes no sense. */
  add(fault: FaultRequest): void;
  clear(): void;
  /** The faults still to come. */
  pending(): readonly Fault[];
  /** The fault that strikes a request to this path, if any. */
  strike(path: string): Fault | undefined;
}

interface Armed {
  readonly fault: Fault;
  seen: number;
  struck: number;
}

export function createFaultDesk(): FaultDesk {
  let armed: Armed[] = [];
  return {
    add: (request) => {
      armed.push({ fault: faultSchema.parse(request), seen: 0, struck: 0 });
    },
    clear: () => {
      armed = [];
    },
    pending: () => armed.map(({ fault }) => fault),
    strike: (path) => {
      const concerned = armed.filter(({ fault }) => path.includes(fault.path ?? ''));
      for (const entry of concerned) entry.seen += 1;
      const due = concerned.find((entry) => entry.seen >= entry.fault.nth);
      if (due === undefined) return undefined;
      due.struck += 1;
      armed = armed.filter((entry) => entry.struck < entry.fault.times);
      return due.fault;
    },
  };
}
