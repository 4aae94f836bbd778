/** Content-Security-Policy of each kind of answer. Everything not named is refused. */

type Directives = Readonly<Record<string, readonly string[]>>;

/** Where Excel on the web frames a pane. To be confirmed on a real tenant; on a desktop the pane is not framed. */
const OFFICE_FRAMES = [
  'https://*.cloud.microsoft',
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
];
const OFFICE_CDN = 'https://appsforoffice.microsoft.com';

const page: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'frame-ancestors': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
};

const kinds = {
  /** Anything that is not a page: an answer of the API, a script, a picture. */
  nothing: {
    'default-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  },
  /** Pages of words only: waiting for the build, or nothing to show here. */
  words: { ...page, 'script-src': ["'none'"] },
  /** The pane in Excel: Office.js comes from Microsoft and nowhere else. */
  excelPane: { ...page, 'script-src': ["'self'", OFFICE_CDN], 'frame-ancestors': ["'self'", ...OFFICE_FRAMES] },
  /** The same pane beside the workbench: nothing leaves this machine. */
  workbenchPane: page,
  /** The grid compiles WebAssembly; it alone may. */
  workbench: {
    ...page,
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
  },
} as const satisfies Record<string, Directives>;

export type PolicyKind = keyof typeof kinds;

/** The header's value. `nonce` is the one that the page's own style elements carry. */
export function policy(kind: PolicyKind, nonce?: string): string {
  const styles = nonce === undefined ? {} : { 'style-src': ["'self'", `'nonce-${nonce}'`] };
  const directives: Directives = { ...kinds[kind], ...styles };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
