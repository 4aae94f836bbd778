import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../bench/measure.ts';
import { computationFailures, failures, growthLines, limitSeconds, table } from '../bench/report.ts';
import { repositoryRoot } from '../support/repository.ts';

const program = ['--import', './scripts/typescript.mjs', 'test/bench/main.ts'];

test('npm run bench measures every step, and asks Lucca no more than it must', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-test-'));
  try {
    const json = join(folder, 'bench.json');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...program,
        '--people',
        '100',
        '--vouchers',
        '200',
        '--worktime',
        '20',
        '--matching',
        '200',
        '--absences',
        '200',
        '--page',
        '30',
        '--json',
        json,
      ],
      {
        cwd: repositoryRoot,
      },
    );
    const { measures } = JSON.parse(await readFile(json, 'utf8')) as { measures: Measure[] };
    const [measured] = measures;
    expect(measured!.requests / measured!.minimum).toBeLessThanOrEqual(1.1);
    expect(measured!.requests).toBeGreaterThanOrEqual(measured!.minimum);
    expect(stdout).toMatch(/^requests: \d+, minimum \d+, ratio 1\.0\d OK/m);
    for (const { name, plain } of measured!.steps) {
      expect(stdout).toMatch(new RegExp(`^${name} +[\\d.]+ `, 'm'));
      if (plain) expect(stdout).toContain(plain.what);
    }
    expect(measured!.steps).toHaveLength(8);
    expect(stdout).toMatch(/^vouchers of one month, reasons kept +[\d.]+ .* a loop that counts$/m);
    expect(stdout).toMatch(/^five weeks under twelve rules, movements kept +[\d.]+ .* a loop for the two tiers$/m);
    expect(stdout).toMatch(/^the two tiers alone +[\d.]+ .* json-rules-engine on weekly sums$/m);
    expect(stdout).toMatch(/^« Appliquer », until it is written +[\d.]+ .* the same cells in arrays$/m);
    expect(stdout).toMatch(/^absences of one month reconciled +[\d.]+ .* a keyed diff$/m);
    expect(stdout).toMatch(/^reconciled, beside a table diff +[\d.]+ .* daff on tables$/m);
    expect(stdout).toMatch(/^bench: OK$/m);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

function measured(people: number, cpuSeconds: number, requests = 10): Measure {
  const step = { name: 'write', seconds: 1, cpuSeconds, peakRssMb: 1, heapMb: 1 };
  return { people, halfDays: 0, lines: 0, requests, minimum: 10, steps: [step] };
}

describe('what fails the bench', () => {
  test('linear growth and few requests do not', () => {
    expect(failures([measured(1_000, 1), measured(3_000, 3, 11), measured(10_000, 24)])).toEqual([]);
  });

  test('one request too many for ten', () => {
    expect(failures([measured(1_000, 1, 12)])).toEqual(['1000 people: 12 requests for a minimum of 10']);
  });

  test('a step that takes the square of its size, unless it is too short to tell', () => {
    expect(failures([measured(1_000, 0.1), measured(10_000, 10)])).toEqual([
      '« write » grows ×100.0: a step is quadratic',
    ]);
    expect(failures([measured(1_000, 0.001), measured(10_000, 0.1)])).toEqual([]);
    expect(growthLines([measured(1_000, 0.1), measured(10_000, 10)]).join('\n')).toContain('QUADRATIC');
  });
});

test('a computation that costs many times its plain form, or whose memory outgrows the people, fails the bench', () => {
  const sized = (people: number, cpuSeconds: number, heapMb: number) => {
    const plain = { what: 'plain', seconds: 1, cpuSeconds: cpuSeconds / 10 };
    return { people, steps: [{ name: 'count', seconds: 1, cpuSeconds, peakRssMb: 1, heapMb, plain }] };
  };
  expect(computationFailures([sized(1_000, 1, 10), sized(10_000, 10, 100)], 20)).toEqual([]);
  expect(computationFailures([sized(1_000, 1, 10), sized(10_000, 10, 101)], 20)).toEqual([
    '« count »: memory grows faster than people',
  ]);
  const [slow] = [sized(1_000, 1, 10)].map(({ people, steps }) => ({
    people,
    steps: steps.map((step) => ({ ...step, plain: { ...step.plain, cpuSeconds: 0.04 } })),
  }));
  expect(computationFailures(slow ? [slow] : [], 20)).toEqual([
    '1000 people: « count » costs more than 20 times its plain form',
  ]);
});

test.each([
  [50, 0],
  [51, 60],
  [100, 60],
  [131, 120],
])('the documented limit makes %i requests last %i s at least', (requests, seconds) => {
  expect(limitSeconds(requests)).toBe(seconds);
});

test('columns are aligned on the widest cell', () => {
  expect(
    table([
      ['step', 's'],
      ['a', '10'],
    ]),
  ).toEqual(['step   s', 'a     10']);
});
