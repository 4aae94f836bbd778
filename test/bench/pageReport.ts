/** What the bench prints of the job in the page, and what it holds to. */
import type { PageMeasure, PageStep } from './pageSteps.ts';
import { quadraticSteps, table } from './report.ts';

const HEADINGS = ['step in the page', 's', 'busy s', 'heap MB', 'plain busy s', 'ratio', 'plain form'];

function row({ name, seconds, busySeconds, heapMb, plain }: PageStep): string[] {
  return [
    name,
    seconds.toFixed(2),
    busySeconds.toFixed(2),
    heapMb.toFixed(0),
    plain ? plain.busySeconds.toFixed(2) : '',
    plain ? (busySeconds / plain.busySeconds).toFixed(1) : '',
    plain?.what ?? '',
  ];
}

/** The lines of one size. */
export function pageLines({ people, steps }: PageMeasure): string[] {
  return [`${people} people in a page`, ...table([HEADINGS, ...steps.map(row)]), ''];
}

/** Steps of the page that grow much faster than people. */
export function pageFailures(measures: readonly PageMeasure[]): string[] {
  return quadraticSteps(
    measures.map(({ people, steps }) => ({
      people,
      steps: steps.map(({ name, busySeconds }) => ({ name: `${name} (page)`, cpuSeconds: busySeconds })),
    })),
  );
}
