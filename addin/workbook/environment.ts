/** What the pane needs of Office beside the workbook. Every member is guarded: an old Excel, or the workbench, may lack it. */

/** The smallest requirement set the product runs on; the manifest says the same. */
export const MINIMUM_EXCEL_API = '1.14';

export type Theme = 'light' | 'dark' | 'highContrast';

/** `notExcel`: the page was opened outside Excel. `tooOld`: this Excel lacks the minimum set. */
export type Readiness = 'ready' | 'notExcel' | 'tooOld';

/** Waits for Office, and says whether the product can run here. */
export async function whenReady(): Promise<Readiness> {
  const { host } = await Office.onReady();
  if (String(host) !== 'Excel') return 'notExcel';
  return has('ExcelApi', MINIMUM_EXCEL_API) ? 'ready' : 'tooOld';
}

/** True when this Excel has the requirement set. */
export function has(set: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(set, version);
}

/** True when the workbook was opened for reading only: nothing can be written in it. */
export function isReadOnly(): boolean {
  return String(context().document?.mode) === 'readOnly';
}

/** Language of Excel's own menus, `fr-FR`. */
export function displayLanguage(): string {
  return context().displayLanguage ?? 'fr-FR';
}

/** The theme the person chose: the system's high contrast, else Office's own colours; light when Office does not say. */
export function theme(): Theme {
  if (window.matchMedia('(forced-colors: active)').matches) return 'highContrast';
  const background = context().officeTheme?.bodyBackgroundColor;
  return background !== undefined && brightness(background) < 0.5 ? 'dark' : 'light';
}

/** Opens an address in the person's browser: downloads do not work inside the pane of every Excel. */
export function openInBrowser(url: string): void {
  const ui = context().ui;
  if (ui?.openBrowserWindow) ui.openBrowserWindow(url);
  else window.open(url, '_blank', 'noopener');
}

/** What may be absent, said as such: the declared types promise more than every host keeps. */
interface GuardedContext {
  readonly document?: { readonly mode?: unknown };
  readonly displayLanguage?: string;
  readonly officeTheme?: { readonly bodyBackgroundColor: string };
  readonly ui?: { openBrowserWindow?(url: string): void };
}

function context(): GuardedContext {
  return Office.context;
}

/** 0 for black, 1 for white. */
function brightness(color: string): number {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!digits) return 1;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return (red * 299 + green * 587 + blue * 114) / 255_000;
}
