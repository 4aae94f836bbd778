/** Commits again and again until it is killed, saying the number of each commit that ended. Argument: the folder of the store. */
import { fullCommitOf, runOf } from './sample.ts';
import { opened } from './folder.ts';

const CONNECTION = 'a';
/** It ends by itself if nobody kills it. */
const COMMITS_AT_MOST = 400;

const store = await opened(process.argv[2] ?? '');
const first = (await store.mirror(CONNECTION))?.snapshot ?? 0;
for (let number = first + 1; number <= first + COMMITS_AT_MOST; number += 1) {
  await store.saveRun(runOf(`r${String(number)}`, CONNECTION, 'running'));
  const head = await store.commit(CONNECTION, fullCommitOf(String(number), 600));
  process.stdout.write(`${String(head.snapshot)}\n`);
}
await store.close();
