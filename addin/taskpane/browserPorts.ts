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

/** What `use` answers; undefined when the browser gives no storage to a page in a frame of another site: touching it throws. */
function fromStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** The token of this page, for want of storage. */
let held: string | null = null;

/** The pairing token: the only thing this product keeps in a browser. Without storage it lasts as long as the page. */
export const storedToken = {
  get: () => fromStorage((storage) => storage.getItem(TOKEN)) ?? held,
  set(token: string) {
    held = token;
    fromStorage((storage) => storage.setItem(TOKEN, token));
  },
  clear() {
    held = null;
    fromStorage((storage) => storage.removeItem(TOKEN));
  },
};

/** Content of a meta element of the page, null when it is absent or empty. */
export function pageMeta(name: string): string | null {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  return content === undefined || content === '' ? null : content;
}
