/** What a job costs: time, processor and memory. */

export interface Cost {
  /** On the clock: other programs of the machine count. */
  readonly seconds: number;
  /** Processor of this process alone, all its threads: what ratios and growth are computed on. */
  readonly cpuSeconds: number;
}

/** A step of the main job, measured; `plain` is the same work done in the plainest way, in the same run. */
export interface Step extends Cost {
  readonly name: string;
  /** Highest resident memory of the process so far. */
  readonly peakRssMb: number;
  /** Size of the JavaScript heap at the end. */
  readonly heapMb: number;
  readonly plain?: Plain;
  readonly traffic?: Traffic;
}

export interface Plain extends Cost {
  readonly what: string;
  readonly traffic?: Traffic;
}

/** What a step asked of the fake Excel. */
export interface Traffic {
  /** `context.sync()` answered. */
  readonly roundTrips: number;
  readonly largestRequestMb: number;
}

const MEGABYTE = 1024 * 1024;

/** What `job` answers and what it cost. Garbage of the jobs before is collected first, when Node was asked to let it. */
export async function timed<T>(job: () => T | Promise<T>): Promise<{ readonly value: T; readonly cost: Cost }> {
  globalThis.gc?.();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = await job();
  const { user, system } = process.cpuUsage(cpu);
  return { value, cost: { seconds: (performance.now() - start) / 1_000, cpuSeconds: (user + system) / 1_000_000 } };
}

/** Memory of this process, as a step tells it. */
export function memory(): Pick<Step, 'peakRssMb' | 'heapMb'> {
  return {
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    heapMb: process.memoryUsage().heapTotal / MEGABYTE,
  };
}

/** Traffic of the requests served since `from`. */
export function trafficSince(exchanges: readonly { readonly requestBytes: number }[], from: number): Traffic {
  const since = exchanges.slice(from);
  const largest = since.reduce((most, { requestBytes }) => Math.max(most, requestBytes), 0);
  return { roundTrips: since.length, largestRequestMb: largest / MEGABYTE };
}
