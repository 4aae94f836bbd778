import { prepareBrowser } from './browser.ts';
import { openMemoryFolder } from './memoryFolder.ts';

/** Once before all tests: the browser is unpacked here, so that no worker waits for another. */
export default function globalSetup(): void {
  prepareBrowser();
  openMemoryFolder();
}
