import { expect, test } from '@jest/globals';
import { openDocument } from '../../server/store/document.ts';
import type { SealedFiles } from '../../server/sealed/sealedFile.ts';

type Failure = 'before' | 'after' | null;

/** One file in memory, whose next write may fail before or after the content is in place. */
function memoryFiles(): SealedFiles & { failNext(when: Failure): void } {
  let content: string | null = null;
  let failure: Failure = null;
  return {
    failNext(when) {
      failure = when;
    },
    read: () => Promise.resolve(content === null ? null : Buffer.from(content)),
    async write(_, pieces) {
      const [failing, text] = [failure, [] as string[]];
      failure = null;
      for await (const piece of pieces) text.push(piece);
      if (failing !== 'before') content = text.join('');
      if (failing) throw new Error(`the disk failed ${failing}`);
    },
    remove: () => Promise.resolve(),
  };
}

interface Count {
  readonly count: number;
}
const plusOne = ({ count }: Count): Count => ({ count: count + 1 });

test('a document starts from what it is given, and writes nothing before its first change', async () => {
  const files = memoryFiles();
  const document = await openDocument<Count>(files, 'd', { count: 1 });
  expect([document.value(), await files.read('d')]).toEqual([{ count: 1 }, null]);
  await expect(openDocument<Count>(files, 'd')).rejects.toMatchObject({ code: 'missing', file: 'd' });
  await document.change(plusOne);
  expect((await openDocument<Count>(files, 'd', { count: 1 })).value()).toEqual({ count: 2 });
});

test('changes given together are all counted', async () => {
  const document = await openDocument<Count>(memoryFiles(), 'd', { count: 0 });
  await Promise.all(Array.from({ length: 100 }, () => document.change(plusOne)));
  expect(document.value()).toEqual({ count: 100 });
});

test.each([
  ['before', 1],
  ['after', 2],
] as const)('a write that fails %s the content is in place: the value is what the disk holds', async (when, count) => {
  const files = memoryFiles();
  const document = await openDocument<Count>(files, 'd', { count: 0 });
  await document.change(plusOne);
  files.failNext(when);
  await expect(document.change(plusOne)).rejects.toThrow('the disk failed');
  expect(document.value()).toEqual({ count });
  await document.change(plusOne);
  expect((await openDocument<Count>(files, 'd')).value()).toEqual({ count: count + 1 });
});

test('a change that throws changes nothing, and the next one goes on', async () => {
  const document = await openDocument<Count>(memoryFiles(), 'd', { count: 0 });
  const failing = () => {
    throw new Error('no');
  };
  await expect(document.change(failing)).rejects.toThrow('no');
  await document.change(plusOne);
  expect(document.value()).toEqual({ count: 1 });
});
