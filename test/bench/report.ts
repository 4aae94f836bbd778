/** What the bench prints, and what it holds to: few requests, and no step worse than linear by far. No wall time is judged. */
import type { Measure } from './measure.ts';
import type { Step } from './stopwatch.ts';

/** Requests made, at most, for each one that is necessary. */
const REQUEST_RATIO = 1.1;
/** A step may grow this many times faster than the number of people. */
const GROWTH_SLACK = 2.5;
/** Times the plain form that a computation may cost: it keeps every reason. Hours of clocks, breaks and shifts cost more than days. */
export const plainRatios = { vouchers: 20, worktime: 40, matching: 40, absences: 20 } as const;
/** Below this a step is too short to be judged. */
const JUDGED_SECONDS = 0.5;
/** Lucca's documented limit. */
const WINDOW = { requests: 50, seconds: 60 };

type Row = readonly string[];

/** Columns aligned: the first to the left, the others to the right. */
export function table(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

const HEADINGS: Row = ['step', 's', 'cpu s', 'RSS MB', 'heap MB', 'trips', 'MB', 'plain cpu s', 'ratio', 'plain form'];

function stepRow({ name, seconds, cpuSeconds, peakRssMb, heapMb, traffic, plain }: Step): Row {
  return [
    name,
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    peakRssMb.toFixed(0),
    heapMb.toFixed(0),
    traffic ? String(traffic.roundTrips) : '',
    traffic ? traffic.largestRequestMb.toFixed(2) : '',
    plain ? plain.cpuSeconds.toFixed(2) : '',
    plain ? (cpuSeconds / plain.cpuSeconds).toFixed(1) : '',
    plain ? plain.what + (plain.traffic ? `, ${plain.traffic.roundTrips} trips` : '') : '',
  ];
}

/** Seconds that the documented limit alone makes `requests` last. */
export function limitSeconds(requests: number): number {
  return Math.floor(Math.max(0, requests - 1) / WINDOW.requests) * WINDOW.seconds;
}

function requestRatio({ requests, minimum }: Measure): number {
  return requests / minimum;
}

/** The lines of one size. */
export function sizeLines(measure: Measure): string[] {
  const { people, halfDays, lines, requests, minimum, steps } = measure;
  const verdict = requestRatio(measure) <= REQUEST_RATIO ? 'OK' : 'OVER';
  return [
    `${people} people, ${halfDays} half-days of absence, ${lines} lines written`,
    `requests: ${requests}, minimum ${minimum}, ratio ${requestRatio(measure).toFixed(2)} ${verdict} (at most ${REQUEST_RATIO});` +
      ` Lucca's limit of ${WINDOW.requests} per ${WINDOW.seconds} s makes them last ${limitSeconds(requests)} s at least`,
    ...table([HEADINGS, ...steps.map(stepRow)]),
    '',
  ];
}

interface Growth {
  readonly step: string;
  /** Times more processor, from each size to the next. */
  readonly factors: readonly number[];
  readonly whole: number;
  readonly isWorse: boolean;
}

/** The steps of one size. */
export type Sized = Pick<Measure, 'people' | 'steps'>;

/** What growth is computed on. */
interface Costed {
  readonly people: number;
  readonly steps: readonly Pick<Step, 'name' | 'cpuSeconds'>[];
}

/** How each step grows over the sizes, which are in ascending order. */
export function growths(measures: readonly Costed[]): Growth[] {
  const [first, last] = [measures[0], measures.at(-1)];
  if (!first || !last || first === last) return [];
  const limit = (last.people / first.people) * GROWTH_SLACK;
  return first.steps.map(({ name }, index) => {
    const costs = measures.map(({ steps }) => steps[index]?.cpuSeconds ?? 0);
    const factors = costs.slice(1).map((cost, nth) => cost / (costs[nth] ?? cost));
    const whole = factors.reduce((product, each) => product * each, 1);
    return { step: name, factors, whole, isWorse: whole > limit && (costs.at(-1) ?? 0) > JUDGED_SECONDS };
  });
}

/** The growth table; nothing when there is one size only. */
export function growthLines(measures: readonly Sized[]): string[] {
  const found = growths(measures);
  if (found.length === 0) return [];
  const sizes = measures.map(({ people }) => people);
  const headings = sizes.slice(1).map((size, nth) => `${sizes[nth] ?? ''}→${size}`);
  const rows = found.map(({ step, factors, whole, isWorse }): Row => [
    step,
    ...factors.map((each) => `×${each.toFixed(1)}`),
    `×${whole.toFixed(1)}`,
    isWorse ? 'QUADRATIC' : 'ok',
  ]);
  const asked = `people ×${((sizes.at(-1) ?? 0) / (sizes[0] ?? 1)).toFixed(1)}`;
  return ['growth of processor time', ...table([[asked, ...headings, 'whole', ''], ...rows]), ''];
}

/** The lines of one size of a computation that asks nothing of Lucca. */
export function stepLines({ people, steps }: Sized): string[] {
  return [`${people} people`, ...table([HEADINGS, ...steps.map(stepRow)]), ''];
}

/** Computations that cost too much beside their plain form, or whose memory grows faster than people. */
export function computationFailures(measures: readonly Sized[], plainRatio: number): string[] {
  const [first, last] = [measures[0], measures.at(-1)];
  const slow = measures.flatMap(({ people, steps }) =>
    steps
      .filter(
        ({ cpuSeconds, plain }) => plain && cpuSeconds > JUDGED_SECONDS && cpuSeconds > plain.cpuSeconds * plainRatio,
      )
      .map(({ name }) => `${people} people: « ${name} » costs more than ${plainRatio} times its plain form`),
  );
  if (!first || !last) return slow;
  const limit = last.people / first.people;
  const large = last.steps.filter(({ heapMb }, index) => heapMb > (first.steps[index]?.heapMb ?? heapMb) * limit);
  return [
    ...slow,
    ...quadraticSteps(measures),
    ...large.map(({ name }) => `« ${name} »: memory grows faster than people`),
  ];
}

/** Steps that grow much faster than people, a sentence each. */
export function quadraticSteps(measures: readonly Costed[]): string[] {
  return growths(measures)
    .filter(({ isWorse }) => isWorse)
    .map(({ step, whole }) => `« ${step} » grows ×${whole.toFixed(1)}: a step is quadratic`);
}

/** What fails the bench, a sentence each. */
export function failures(measures: readonly Measure[]): string[] {
  const over = measures.filter((each) => requestRatio(each) > REQUEST_RATIO);
  return [
    ...over.map(
      ({ people, requests, minimum }) => `${people} people: ${requests} requests for a minimum of ${minimum}`,
    ),
    ...quadraticSteps(measures),
  ];
}
