import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ICON_SIZES, iconPng } from '../../scripts/icons.ts';
import { deriveManifest, differsOnlyByOrigin, LOCAL_ORIGIN } from '../../scripts/manifest/derive.ts';
import { manifestFaults, type IconSize, type ManifestRule } from '../../scripts/manifest/rules.ts';
import { readXml } from '../../scripts/manifest/xml.ts';
import { readPng } from '../../scripts/png.ts';
import { fileText, repositoryRoot } from '../support/repository.ts';

const manifest = fileText('manifest.xml');

const iconSize: IconSize = (path) => {
  const file = join(repositoryRoot, 'addin/assets', basename(path));
  return existsSync(file) ? readPng(readFileSync(file)) : undefined;
};

/** One way to break each rule: what is replaced in the manifest, by what. */
const BROKEN: readonly (readonly [ManifestRule, string, string | RegExp, string])[] = [
  ['id', 'an id that is no GUID', /<Id>.*<\/Id>/, '<Id>passerelle</Id>'],
  ['id', 'no id', /<Id>.*<\/Id>/, ''],
  ['version', 'a version of three numbers', '<Version>0.1.0.0<', '<Version>0.1.0<'],
  ['host', 'a host misspelt', 'Name="Workbook"', 'Name="Wrkbook"'],
  ['host', 'another host', 'xsi:type="Workbook"', 'xsi:type="Document"'],
  [
    'https',
    'an icon over http',
    'DefaultValue="https://localhost:3000/assets/icon-32.png"',
    'DefaultValue="http://localhost:3000/assets/icon-32.png"',
  ],
  ['https', 'a relative page', 'DefaultValue="https://localhost:3000/taskpane.html"', 'DefaultValue="taskpane.html"'],
  [
    'oneOrigin',
    'a page from elsewhere',
    '<bt:Url id="Pane.Url" DefaultValue="https://localhost:3000',
    '<bt:Url id="Pane.Url" DefaultValue="https://elsewhere.example',
  ],
  ['resourceMissing', 'a label nobody defines', 'resid="Tab.Label"', 'resid="Tab.Labell"'],
  [
    'resourceUnused',
    'a text nobody shows',
    '</bt:LongStrings>',
    '<bt:String id="Spare" DefaultValue="x" /></bt:LongStrings>',
  ],
  [
    'resourceTwice',
    'an id defined twice',
    '</bt:LongStrings>',
    '<bt:String id="Tab.Label" DefaultValue="x" /></bt:LongStrings>',
  ],
  ['icon', 'an icon that is no file', 'assets/icon-80.png', 'assets/icon-81.png'],
  ['icon', 'an icon of another size', 'assets/icon-80.png', 'assets/icon-16.png'],
  ['icon', 'a ribbon size left out', /<bt:Image size="80".*/, ''],
  ['icon', 'no large icon', /<HighResolutionIconUrl.*/, ''],
  ['length', 'a label of 126 characters', 'DefaultValue="Ouvrir"', `DefaultValue="${'a'.repeat(126)}"`],
  ['length', 'a tip of 251 characters', /DefaultValue="Ouvre [^"]*"/, `DefaultValue="${'a'.repeat(251)}"`],
  [
    'length',
    'a description of 251 characters',
    /<Description DefaultValue="[^"]*"/,
    `<Description DefaultValue="${'a'.repeat(251)}"`,
  ],
  ['length', 'an empty label', 'DefaultValue="Ouvrir"', 'DefaultValue=""'],
  ['length', 'a resource id of 33 characters', /Tab\.Label/g, 'a'.repeat(33)],
  [
    'appDomain',
    'a domain with a path',
    '<Hosts>',
    '<AppDomains><AppDomain>https://a.example/x</AppDomain></AppDomains><Hosts>',
  ],
  [
    'appDomain',
    'a domain over http',
    '<Hosts>',
    '<AppDomains><AppDomain>http://a.example</AppDomain></AppDomains><Hosts>',
  ],
  ['requirement', 'a set some supported Excel lacks', 'MinVersion="1.14"', 'MinVersion="1.17"'],
  ['requirement', 'no minimum set', /<Requirements>[\s\S]*<\/Requirements>/, ''],
];

describe('manifest.xml', () => {
  test('obeys every rule', () => {
    expect(manifestFaults(manifest, iconSize)).toEqual([]);
  });

  test.each(BROKEN)('breaks the rule « %s » with %s', (rule, _what, found, instead) => {
    const broken = manifest.replace(found, instead);
    expect(broken).not.toBe(manifest);
    expect(new Set(manifestFaults(broken, iconSize).map((fault) => fault.rule))).toContain(rule);
  });

  test.each([
    ['an element left open', '<a><b></a>'],
    ['an attribute without quotes', '<a b=c></a>'],
    ['two roots', '<a/><b/>'],
    ['text around the root', 'x<a/>'],
    ['nothing', ''],
  ])('XML with %s is refused', (_what, source) => {
    expect(() => readXml(source)).toThrow('XML mal formé');
  });

  test('strings at the limits pass: 125 and 250 characters', () => {
    const longest = manifest
      .replace('DefaultValue="Ouvrir"', `DefaultValue="${'a'.repeat(125)}"`)
      .replace(/DefaultValue="Ouvre [^"]*"/, `DefaultValue="${'a'.repeat(250)}"`);
    expect(manifestFaults(longest, iconSize)).toEqual([]);
  });

  test("is read by Microsoft's own command", async () => {
    const command = join(repositoryRoot, 'node_modules/office-addin-manifest/cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [command, 'info', 'manifest.xml'], {
      cwd: repositoryRoot,
    });
    expect(stdout).toContain('Id: 8c0b4a52-7f3e-4d19-9b6a-2e5d1f70c8a4');
    expect(stdout).toContain('Hosts: Workbook');
    expect(stdout).toContain('Default Locale: fr-FR');
    expect(stdout).toContain('Source Location: https://localhost:3000/taskpane.html');
  });
});

describe('a derived manifest', () => {
  const origin = 'https://paie.exemple.fr';
  const derived = deriveManifest(manifest, origin);

  test('obeys every rule and differs by its origin only', () => {
    expect(manifestFaults(derived, iconSize)).toEqual([]);
    expect(differsOnlyByOrigin(manifest, derived, origin)).toBe(true);
    expect(derived).toContain('https://paie.exemple.fr/taskpane.html');
  });

  test('that differs by more, or keeps a local address, is seen', () => {
    expect(differsOnlyByOrigin(manifest, derived.replace('Ouvrir', 'Fermer'), origin)).toBe(false);
    expect(differsOnlyByOrigin(manifest, manifest, origin)).toBe(false);
    expect(differsOnlyByOrigin(manifest, deriveManifest(manifest, LOCAL_ORIGIN), LOCAL_ORIGIN)).toBe(true);
  });

  test.each(['http://paie.exemple.fr', 'https://paie.exemple.fr/', 'https://paie.exemple.fr/x', 'paie', ''])(
    'is refused for « %s »',
    (address) => {
      expect(() => deriveManifest(manifest, address)).toThrow('il faut une adresse https sans chemin');
    },
  );
});

describe('icons', () => {
  test.each(ICON_SIZES)('the file of %d points is the drawing', (size) => {
    const drawn = readPng(readFileSync(join(repositoryRoot, 'addin/assets', `icon-${size}.png`)));
    expect(drawn).toMatchObject({ width: size, height: size });
    // Compared by their points: compressors differ from one Node to the next.
    expect(drawn?.rows.equals(readPng(iconPng(size))!.rows)).toBe(true);
  });

  test('a damaged file is no picture', () => {
    const file = iconPng(16);
    expect(readPng(file.subarray(0, 60))).toBeUndefined();
    expect(readPng(Buffer.from('not a picture'))).toBeUndefined();
  });
});
