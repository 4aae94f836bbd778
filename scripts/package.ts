/** `npm run package -- https://paie.exemple.fr` writes what a customer installs: the service, the pane, the manifest. No workbench. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { deriveManifest } from './manifest/derive.ts';
import { manifestFaults } from './manifest/rules.ts';
import { readPng } from './png.ts';
import { orSayWhy } from './run/service.ts';
import { buildPages, compileService, root } from './run/tools.ts';

/** The date in the archive: the same sources give the same bytes. */
const ARCHIVE_DATE = new Date(2026, 0, 1);

await orSayWhy(async () => {
  const origin = process.argv[2];
  if (origin === undefined)
    throw new Error("Indiquez l'adresse du service : npm run package -- https://paie.exemple.fr");
  const manifest = checkedManifest(origin);
  console.log('Construction du service et du volet…');
  for (const built of [await compileService(), await buildPages('product')]) {
    if (!built.ok) throw new Error(built.output);
  }
  const files = { ...topFiles(), ...serviceFiles(), ...paneFiles(), 'manifest.xml': Buffer.from(manifest) };
  const name = `build/passerelle-${version()}.zip`;
  writeFileSync(join(root, name), zipSync(files, { mtime: ARCHIVE_DATE, level: 9 }));
  console.log(`Écrit : ${name} (${Object.keys(files).length} fichiers).`);
});

function checkedManifest(origin: string): string {
  const derived = deriveManifest(readFileSync(join(root, 'manifest.xml'), 'utf8'), origin);
  const iconSize = (path: string) => {
    const file = join(root, 'addin/assets', basename(path));
    return existsSync(file) ? readPng(readFileSync(file)) : undefined;
  };
  const faults = manifestFaults(derived, iconSize);
  if (faults.length > 0)
    throw new Error(`Manifeste à corriger : ${faults.map(({ rule, about }) => `${rule} (${about})`).join(', ')}`);
  return derived;
}

type Files = Record<string, Buffer>;

function topFiles(): Files {
  const names = ['package.json', 'package-lock.json', 'LICENSE', 'CHANGELOG.md', '.env.example'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name))]));
}

/** Compiled files whose source still exists: the compiler leaves behind what was renamed. */
function serviceFiles(): Files {
  const compiled = ['shared', 'server'].flatMap((room) => filesUnder(`build/${room}`));
  return contents(
    compiled.filter(
      (path) => path.endsWith('.js') && existsSync(join(root, path.replace(/^build\/(.*)\.js$/, '$1.ts'))),
    ),
    (path) => path,
  );
}

function paneFiles(): Files {
  return contents(filesUnder('build/product'), (path) => path.replace(/^build\/product/, 'dist'));
}

function contents(paths: readonly string[], nameOf: (path: string) => string): Files {
  return Object.fromEntries(paths.map((path) => [nameOf(path), readFileSync(join(root, path))]));
}

/** Files below a folder of the repository, relative to its root, with `/`. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function version(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
