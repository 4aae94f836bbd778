import { describe, expect, test } from '@jest/globals';
import { fileText } from '../support/repository.ts';

const ACCEPTED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);

/** Packages under another licence: why, and where it was read. `pako` and `png-js` come with pdfmake. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ibantools: 'MIT or MPL-2.0, at choice, which its package.json writes in small letters (package.json)',
  nodemailer: 'MIT-0: the MIT licence without its one condition (LICENSE)',
  pako: 'MIT for its code, Zlib for what it ports: both let anybody use and pass on (LICENSE, header of lib/zlib)',
  'png-js': 'MIT, which its package.json does not say (LICENSE)',
};

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Whether one of the licences offered (« MIT OR GPL-3.0 ») is accepted. */
function isAccepted(licence: string | undefined): boolean {
  return (licence ?? '')
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => ACCEPTED.has(choice.trim()));
}

/** What `npm ci --omit=dev` installs, with its licence. */
function productionPackages(): readonly (readonly [string, string | undefined])[] {
  const lock = JSON.parse(fileText('package-lock.json')) as { packages: Record<string, LockedPackage> };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { license }]) => [path.replace(/^.*node_modules\//, ''), license]);
}

describe('licences', () => {
  test('every package of the product is free to use and to pass on', () => {
    const packages = productionPackages();
    expect(packages.map(([name]) => name)).toContain('express');
    expect(packages.filter(([name, licence]) => !isAccepted(licence) && !(name in EXCEPTIONS))).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['GPL-3.0-only', false],
    ['MIT AND CC-BY-3.0', false],
    [undefined, false],
  ])('%s: %s', (licence, accepted) => {
    expect(isAccepted(licence)).toBe(accepted);
  });
});
