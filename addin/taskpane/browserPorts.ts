/** What the pane takes from the browser: the clock, the token, the code that came with the page. */
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import type { Clock } from '../../shared/flows/ports.ts';

const SLICE_MS = 100;

export const browserClock: Clock = {
  now: () => instant(new Date().toISOString()),
  async wait(milliseconds, signal) {
    const end = Date.now() + milliseconds;
    do {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(SLICE_MS, end - Date.now()))));
    } while (Date.now() < end && !signal?.aborted);
  },
};

const TOKEN = 'passerelle.token';

/** The pairing token: the only thing this product keeps in a browser. */
export const storedToken = {
  get: () => localStorage.getItem(TOKEN),
  set: (token: string) => localStorage.setItem(TOKEN, token),
  clear: () => localStorage.removeItem(TOKEN),
};

/** Content of a meta element of the page, null when it is absent or empty. */
export function pageMeta(name: string): string | null {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  return content === undefined || content === '' ? null : content;
}
