/**
 * `npm run bench [-- --people 1000,3000,10000] [--json FILE]`: the main job at several sizes, each step beside its plainest form.
 * Ends with 1 when Lucca is asked too much or a step is quadratic; times alone never fail it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, serveMeasure, type Measure } from './measure.ts';
import { failures, growthLines, growths, sizeLines } from './report.ts';

const SIZES = '1000,3000,10000';

function sizesIn(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new RangeError('--people 1000,3000,10000');
  return sizes.sort((a, b) => a - b);
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { people: { type: 'string', default: SIZES }, json: { type: 'string' } } });
  const measures: Measure[] = [];
  for (const people of sizesIn(values.people)) {
    const measured = await measure(fileURLToPath(import.meta.url), people);
    measures.push(measured);
    say(sizeLines(measured));
  }
  say(growthLines(measures));
  const failed = failures(measures);
  say(failed.length === 0 ? ['bench: OK'] : failed.map((each) => `bench: ${each}`));
  if (values.json !== undefined)
    await writeFile(values.json, JSON.stringify({ measures, growth: growths(measures), failures: failed }, null, 2));
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
