/** Accepts a mapping again and again until it is killed, saying each one that was kept. Argument: the folder of the store. */
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import { opened } from './folder.ts';

/** It ends by itself if nobody kills it. */
const MAPPINGS_AT_MOST = 2_000;

const store = await opened(process.argv[2] ?? '');
for (let number = 1; number <= MAPPINGS_AT_MOST; number += 1) {
  const before = Number((await store.fieldMapping('a'))?.hash ?? 0);
  const lines = [{ key: 'city', from: 'custom', code: `e_${before + 1}`, name: 'Ville' }] as const;
  const about = { by: 'le volet Excel', acceptedAt: instant('2026-10-26T11:00:00.000Z') };
  await store.acceptMapping('a', { hash: String(before + 1), ...about, lines });
  process.stdout.write(`${before + 1}\n`);
}
await store.close();
