import { describe, expect, test } from '@jest/globals';
import { createPageMemories } from '../../server/jobs/pageMemories.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';

const OCTOBER = plainMonth('2026-10');
const SEPTEMBER = plainMonth('2026-09');

/** A memory in which a failed run of October left one page. */
function failedOnce(keepMs?: number, limit?: number) {
  const memories = createPageMemories(keepMs, limit);
  const pages = memories.take('a', [OCTOBER]);
  pages.set('users?page=1', ['Ada']);
  memories.keep('a', [OCTOBER], pages);
  return memories;
}

describe('pages of a failed run', () => {
  test('are given back to the next run of the same connection and months, once', () => {
    const memories = failedOnce();
    expect(memories.take('a', [OCTOBER]).get('users?page=1')).toEqual(['Ada']);
    expect(memories.take('a', [OCTOBER]).get('users?page=1')).toBeUndefined();
    memories.close();
  });

  test('the order of months does not matter, their choice does', () => {
    const memories = failedOnce();
    memories.keep('a', [OCTOBER, SEPTEMBER], memories.take('a', [OCTOBER]));
    expect(memories.take('a', [SEPTEMBER, OCTOBER]).get('users?page=1')).toEqual(['Ada']);
    memories.close();
    expect(failedOnce().take('a', [SEPTEMBER]).get('users?page=1')).toBeUndefined();
  });

  test('are never those of another connection', () => {
    expect(failedOnce().take('b', [OCTOBER]).get('users?page=1')).toBeUndefined();
  });

  test('are forgotten after their time, on demand, and at the end', async () => {
    const short = failedOnce(20);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(short.take('a', [OCTOBER]).get('users?page=1')).toBeUndefined();
    const asked = failedOnce();
    asked.forget('a');
    expect(asked.take('a', [OCTOBER]).get('users?page=1')).toBeUndefined();
    const closed = failedOnce();
    closed.close();
    expect(closed.take('a', [OCTOBER]).get('users?page=1')).toBeUndefined();
  });

  test('stop growing at the limit: what is beyond is read again', () => {
    const pages = createPageMemories(1000, 20).take('a', [OCTOBER]);
    pages.set('one', 'x'.repeat(10));
    pages.set('two', 'x'.repeat(10));
    expect([pages.get('one'), pages.get('two')]).toEqual(['x'.repeat(10), undefined]);
  });
});
