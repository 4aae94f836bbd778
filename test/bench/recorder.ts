import { memory, timed, trafficSince, type Plain, type Step } from './stopwatch.ts';

/** Collects the steps of one size, in their order. */
export interface Recorder {
  readonly steps: readonly Step[];
  /** Measures a step of the product. */
  readonly step: <T>(name: string, job: () => T | Promise<T>) => Promise<T>;
  /** Measures the plainest form of the step before. */
  readonly plain: <T>(what: string, job: () => T | Promise<T>) => Promise<T>;
  /** From now on round trips to this host are counted; undefined: to none. */
  readonly watch: (host: Watched | undefined) => void;
}

interface Watched {
  readonly exchanges: readonly { readonly requestBytes: number }[];
}

export function recorder(): Recorder {
  const steps: Step[] = [];
  let watched: Watched | undefined;

  async function measured<T>(job: () => T | Promise<T>) {
    const from = watched?.exchanges.length ?? 0;
    const { value, cost } = await timed(job);
    return { value, cost: { ...cost, ...(watched ? { traffic: trafficSince(watched.exchanges, from) } : {}) } };
  }

  return {
    steps,
    async step(name, job) {
      const { value, cost } = await measured(job);
      steps.push({ name, ...cost, ...memory() });
      return value;
    },
    async plain(what, job) {
      const { value, cost } = await measured(job);
      const last = steps.pop();
      const beside: Plain = { what, ...cost };
      if (last) steps.push({ ...last, plain: beside });
      return value;
    },
    watch: (host) => {
      watched = host;
    },
  };
}
