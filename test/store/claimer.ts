/** Adds a receipt again and again until it is killed, saying each one that was answered. Argument: the folder of the store. */
import { instant, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { opened } from './folder.ts';

/** It ends by itself if nobody kills it. */
const RECEIPTS_AT_MOST = 2_000;

const store = await opened(process.argv[2] ?? '');
for (let number = 1; number <= RECEIPTS_AT_MOST; number += 1) {
  const count = await store.changeReceipts('a', (held) => {
    const about = { topic: 'vouchers', scope: `TR ${held.length}`, month: plainMonth('2026-10') } as const;
    const state = { step: 'validated', by: 'le volet Excel', forced: false } as const;
    const receipt = { id: `r${held.length}`, ...about, ...state, at: instant('2026-10-26T11:00:00.000Z') };
    return { receipts: [...held, receipt], answer: held.length + 1 };
  });
  process.stdout.write(`${count}\n`);
}
await store.close();
