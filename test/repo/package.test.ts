import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
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
});
