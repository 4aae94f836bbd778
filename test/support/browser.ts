/**
 * The one way to a Chromium for every test: `PASSERELLE_CHROMIUM`, else a browser of the machine, else the one that
 * npm brought (`@sparticuz/chromium`, Linux on x64), unpacked once by Jest's global set-up.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { repositoryRoot } from './repository.ts';

/** A browser that can be started: where it is, and what its process needs to find. */
interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Nothing leaves the machine, nothing is asked, nothing depends on a screen. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--lang=fr-FR',
  '--font-render-hinting=none',
];

const NO_BROWSER =
  'No Chromium found: set PASSERELLE_CHROMIUM to a Chromium, Chrome or Edge, or install one (the one npm brings runs on Linux x64 only).';

/** Starts a headless browser; the caller closes it. Throws one sentence when the machine has none. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = findChromium();
  return chromium.launch({
    executablePath: path,
    args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    env: { ...process.env, ...env },
  });
}

/** Unpacks the browser of npm where nothing better exists. Safe to call again; costs nothing the second time. */
export function prepareBrowser(): void {
  if (installedChromium() !== undefined || !packIsUsable() || existsSync(packFolder())) return;
  mkdirSync(dirname(packFolder()), { recursive: true });
  const partial = mkdtempSync(`${packFolder()}-`);
  try {
    // The pack writes where TMPDIR points, and brings its own system libraries only when told this.
    execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: repositoryRoot, env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
    );
    writeFileSync(join(partial, 'fonts/fonts.conf'), fontSettings(packFolder()));
    // Whole or absent: an unpacking cut short never looks like a browser. A rename over another one's work fails, which is fine.
    renameSync(partial, packFolder());
  } catch (failure) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(packFolder())) throw failure;
  }
}

function findChromium(): Chromium {
  const installed = installedChromium();
  if (installed !== undefined) return { path: installed, env: {} };
  const folder = packFolder();
  if (!existsSync(join(folder, 'chromium'))) throw new Error(NO_BROWSER);
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

function installedChromium(): string | undefined {
  const chosen = process.env['PASSERELLE_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error('PASSERELLE_CHROMIUM names a file that does not exist.');
  }
  return INSTALLED[process.platform]?.find((path) => existsSync(path));
}

/** The pack's own settings name folders of another machine: without these, pages would have no text. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>Open Sans</string></edit></match>
</fontconfig>
`;
}

function packIsUsable(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function packFolder(): string {
  const { version } = JSON.parse(
    readFileSync(join(repositoryRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  return join(repositoryRoot, 'node_modules/.cache/passerelle', `chromium-${version}`);
}
