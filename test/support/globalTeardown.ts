import { closeMemoryFolder } from './memoryFolder.ts';

/** Once after all tests. */
export default function globalTeardown(): void {
  closeMemoryFolder();
}
