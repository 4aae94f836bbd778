/**
 * `npm run bench [-- --people 1000,3000,10000] [--vouchers 1000,10000,100000] [--worktime 1000,3000,10000] [--matching 1000,5000,20000] [--absences 1000,3000,10000] [--page 1000,10000] [--json FILE]`:
 * the main job, the vouchers and the working time of one month, two lists of people matched, absences of one month reconciled, and the main job in a real page, at several sizes, each step beside its
 * plainest form. Ends with 1 when Lucca is asked too much, a step is quadratic, or a computation costs too many times a plain count; times
 * alone never fail it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, measureComputation, measureInPage, serveMeasure, type Computation, type Measure } from './measure.ts';
import { pageFailures, pageLines } from './pageReport.ts';
import type { PageMeasure } from './pageSteps.ts';
import {
  computationFailures,
  failures,
  growthLines,
  growths,
  plainRatios,
  sizeLines,
  stepLines,
  type Sized,
} from './report.ts';

const SIZES = '1000,3000,10000';
const VOUCHER_SIZES = '1000,10000,100000';
const WORKTIME_SIZES = '1000,3000,10000';
const MATCHING_SIZES = '1000,5000,20000';
const ABSENCE_SIZES = '1000,3000,10000';
const PAGE_SIZES = '1000,10000';

function sizesIn(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new RangeError('sizes: 1000,3000,10000');
  return sizes.sort((a, b) => a - b);
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

/** A computation at each of its sizes. */
async function computed(program: string, computation: Computation, sizes: string): Promise<Sized[]> {
  const measured: Sized[] = [];
  for (const people of sizesIn(sizes)) {
    measured.push(await measureComputation(program, people, computation));
    say(stepLines(measured.at(-1) as Sized));
  }
  say(growthLines(measured));
  return measured;
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: SIZES },
      vouchers: { type: 'string', default: VOUCHER_SIZES },
      worktime: { type: 'string', default: WORKTIME_SIZES },
      matching: { type: 'string', default: MATCHING_SIZES },
      absences: { type: 'string', default: ABSENCE_SIZES },
      page: { type: 'string', default: PAGE_SIZES },
      json: { type: 'string' },
    },
  });
  const program = fileURLToPath(import.meta.url);
  const measures: Measure[] = [];
  for (const people of sizesIn(values.people)) {
    const measured = await measure(program, people);
    measures.push(measured);
    say(sizeLines(measured));
  }
  say(growthLines(measures));
  const vouchers = await computed(program, 'vouchers', values.vouchers);
  const worktime = await computed(program, 'worktime', values.worktime);
  const matching = await computed(program, 'matching', values.matching);
  const absences = await computed(program, 'absences', values.absences);
  const pages: PageMeasure[] = [];
  for (const people of sizesIn(values.page)) {
    const measured = await measureInPage(people);
    pages.push(measured);
    say(pageLines(measured));
  }
  const failed = [
    ...failures(measures),
    ...computationFailures(vouchers, plainRatios.vouchers),
    ...computationFailures(worktime, plainRatios.worktime),
    ...computationFailures(matching, plainRatios.matching),
    ...computationFailures(absences, plainRatios.absences),
    ...pageFailures(pages),
  ];
  say(failed.length === 0 ? ['bench: OK'] : failed.map((each) => `bench: ${each}`));
  if (values.json !== undefined)
    await writeFile(
      values.json,
      JSON.stringify(
        { measures, vouchers, worktime, matching, absences, pages, growth: growths(measures), failures: failed },
        null,
        2,
      ),
    );
  if (failed.length > 0) process.exitCode = 1;
}

try {
  // The same program measures one size when it was started by itself.
  await (process.send ? serveMeasure() : bench());
} catch (error) {
  // Left to Node, a stack would come with the whole source of the client.
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
}
