import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { differsOnlyByOrigin } from '../../scripts/manifest/derive.ts';
import { fileText, repositoryRoot } from '../support/repository.ts';

const ORIGIN = 'https://paie.exemple.fr';
const { version } = JSON.parse(fileText('package.json')) as { version: string };

let files: Unzipped;

beforeAll(async () => {
  const command = ['--import', './scripts/typescript.mjs', 'scripts/package.ts', ORIGIN];
  await promisify(execFile)(process.execPath, command, { cwd: repositoryRoot });
  files = unzipSync(readFileSync(join(repositoryRoot, `build/passerelle-${version}.zip`)));
}, 240_000);

const installed = mkdtempSync(join(tmpdir(), 'passerelle-package-'));

afterAll(() => {
  rmSync(installed, { recursive: true, force: true });
});

/** Puts the files of the package in a folder, beside the libraries that `npm ci` would bring. */
function install(): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(installed, name)), { recursive: true });
    writeFileSync(join(installed, name), content);
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), join(installed, 'node_modules'), 'junction');
}

const text = (name: string) => strFromU8(files[name]!);

describe('npm run package', () => {
  test('holds the service, the pane, the manifest and what explains them', () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'manifest.xml',
        'package.json',
        'package-lock.json',
        'LICENSE',
        'build/server/main.js',
        'build/shared/contracts/service.js',
        'dist/taskpane.html',
        'dist/assets/icon-80.png',
      ]),
    );
  });

  test('leaves the workbench and the tests out', () => {
    expect(
      Object.keys(files).filter((name) => /workbench|office-dev|^build\/(?!server|shared)|(^|\/)test\//.test(name)),
    ).toEqual([]);
    expect(text('dist/taskpane.html')).not.toContain('excel-web');
  });

  test('holds every file its page asks for', () => {
    const asked = [...text('dist/taskpane.html').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(
      ([, name]) => `dist/${name}`,
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((name) => !(name in files))).toEqual([]);
  });

  test('its manifest is ours, served from the address given', () => {
    expect(differsOnlyByOrigin(fileText('manifest.xml'), text('manifest.xml'), ORIGIN)).toBe(true);
  });

  test('once installed, starts and serves the pane', async () => {
    install();
    const environment = { PORT: '0', PASSERELLE_DATA: join(installed, 'data') };
    const service = spawn(process.execPath, ['build/server/main.js'], {
      cwd: installed,
      env: { ...process.env, ...environment },
    });
    const ended = once(service, 'close');
    try {
      let origin: string | undefined;
      for await (const line of createInterface(service.stdout)) {
        origin = /^Passerelle : (http:\S+)\/$/.exec(line)?.[1];
        if (origin !== undefined) break;
      }
      const answer = await fetch(`${origin}/taskpane.html`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('office.js');
      expect(await fetch(`${origin}/`).then((page) => page.text())).not.toContain('workbench');
    } finally {
      service.kill('SIGTERM');
      await ended;
    }
  });
});
