import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../support/repository.ts';

/** A small repository with one bad import for each fence: the file that breaks it, and what it says. */
const BAD: Readonly<Record<string, readonly [from: string, source: string]>> = {
  'no-circles': ['shared/flows/one.ts', `import './two.ts';`],
  'no-orphans': ['shared/flows/alone.ts', `export const alone = 1;`],
  'no-unresolved': ['shared/flows/lost.ts', `import './nowhere.ts';`],
  'no-unlisted-package': ['server/unlisted.ts', `import 'unlisted';`],
  'domain-pure': ['shared/domain/screen.ts', `import type { Row } from '../tables/row.ts';`],
  'domain-phone-min': ['shared/domain/phone.ts', `import 'libphonenumber-js';`],
  'shared-knows-nobody': ['shared/flows/disk.ts', `import 'node:fs';`],
  'contracts-zod-only': ['shared/contracts/big.ts', `import 'express';`],
  'addin-not-server': ['addin/taskpane/shortcut.ts', `import type { Room } from '../../server/lucca/client.ts';`],
  'server-not-addin': ['server/pane.ts', `import '../addin/taskpane/pane.ts';`],
  'leaf-lucca': ['server/http/route.ts', `import type { Room } from '../lucca/client.ts';`],
  'leaf-store': ['server/http/store.ts', `import '../store/sealedFile.ts';`],
  'leaf-vault': ['server/http/vault.ts', `import '../vault/seal.ts';`],
  'leaf-xlsx': ['server/http/xlsx.ts', `import '../xlsx/book.ts';`],
  'leaf-mail': ['server/http/letter.ts', `import '../mail/smtp.ts';`],
  'leaf-demo': ['server/lucca/demo.ts', `import '../demo/company.ts';`],
  'leaf-workbook': ['addin/taskpane/screen.ts', `import '../workbook/book.ts';`],
  'workbench-apart': ['addin/taskpane/bench.ts', `import '../workbench/host.ts';`],
  'host-ignores-product': ['addin/workbench/copy.ts', `import '../workbook/book.ts';`],
  'no-test-code': ['server/tested.ts', `import '../test/support.ts';`],
  'no-scripts': ['server/scripted.ts', `import '../scripts/tool.ts';`],
  'no-dev-dependency': ['server/tool.ts', `import 'a-tool';`],
};

/** What the bad files reach for, and imports that every fence lets through. */
const GOOD: Readonly<Record<string, string>> = {
  'shared/flows/two.ts': `import './one.ts';`,
  'shared/flows/short.ts': `import 'fflate';`,
  'shared/tables/row.ts': `import '../domain/rule.ts'; export type Row = string;`,
  'shared/domain/rule.ts': `import 'date-fns'; import 'libphonenumber-js/min';`,
  'shared/contracts/schemas.ts': `import 'zod'; import '../domain/rule.ts';`,
  'server/main.ts': `import './lucca/client.ts'; import './store/sealedFile.ts'; import './demo/company.ts'; import 'express';`,
  'server/http/port.ts': `import type { Store } from '../store/store.ts';`,
  'server/store/store.ts': `import '../../shared/domain/rule.ts'; export type Store = string;`,
  'server/store/sealedFile.ts': `import './store.ts';`,
  'server/lucca/client.ts': `import '../../shared/domain/rule.ts'; export type Room = string;`,
  'server/vault/seal.ts': `import 'node:crypto';`,
  'server/mail/smtp.ts': `import '../../shared/domain/rule.ts';`,
  'server/xlsx/book.ts': `import '../../shared/domain/rule.ts';`,
  'server/demo/company.ts': `import '../../shared/domain/rule.ts';`,
  'addin/taskpane/index.tsx': `import '../workbook/book.ts'; import './pane.ts';`,
  'addin/taskpane/pane.ts': `import '../../shared/contracts/schemas.ts';`,
  'addin/workbook/book.ts': `import '../../shared/domain/rule.ts';`,
  'addin/workbench/host.ts': `import 'a-tool';`,
  'scripts/tool.ts': `import 'node:fs';`,
  'test/support.ts': `import '../addin/workbench/host.ts';`,
};

const PACKAGE = {
  dependencies: { 'date-fns': '1.0.0', fflate: '1.0.0', 'libphonenumber-js': '1.0.0', express: '1.0.0', zod: '1.0.0' },
  devDependencies: { 'a-tool': '1.0.0' },
};

interface Rule {
  readonly name: string;
  readonly severity: string;
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder: string;
let violations: readonly Violation[];
let rules: readonly Rule[];

function put(path: string, text: string): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

interface Summary {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly Rule[] };
}

async function cruise(): Promise<Summary> {
  const command = join(repositoryRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const fences = join(repositoryRoot, '.dependency-cruiser.mjs');
  const rooms = ['shared', 'server', 'addin', 'scripts', 'test'];
  // The command answers with the number of violations: a failing exit code is expected here.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, ...rooms, '--config', fences, '--output-type', 'json'],
    { cwd: folder },
  ).catch((failure: unknown) => failure as { stdout: string });
  const report = JSON.parse(stdout) as { summary: Summary };
  return report.summary;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-fences-'));
  put('package.json', JSON.stringify(PACKAGE));
  for (const name of [
    'date-fns',
    'libphonenumber-js',
    'libphonenumber-js/min',
    'express',
    'zod',
    'fflate',
    'a-tool',
    'unlisted',
  ]) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  for (const [path, source] of Object.values(BAD)) put(path, source);
  for (const [path, source] of Object.entries(GOOD)) put(path, source);
  const summary = await cruise();
  violations = summary.violations;
  rules = summary.ruleSetUsed.forbidden;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('fences', () => {
  test('each fence has its bad example', () => {
    expect(Object.keys(BAD).sort()).toEqual(rules.map((rule) => rule.name).sort());
  });

  test('every fence is an error', () => {
    expect(rules.filter((rule) => rule.severity !== 'error')).toEqual([]);
  });

  test.each(Object.entries(BAD))('%s is caught', (rule, [from]) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  test('what the house allows passes', () => {
    const bad = new Set(Object.values(BAD).map(([from]) => from));
    const circle = 'shared/flows/two.ts';
    expect(violations.filter(({ from }) => !bad.has(from) && from !== circle)).toEqual([]);
  });
});
