/** Runs tasks one after the other, in the order they came; one that fails does not stop the next. */
export interface MutationQueue {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended. */
  idle(): Promise<void>;
  /** As `idle`, and a task given from now on is a bug: it rejects, without being run. */
  close(): Promise<void>;
}

export function mutationQueue(): MutationQueue {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  async function idle(): Promise<void> {
    await last;
  }
  return {
    run(task) {
      if (closed) return Promise.reject(new Error('closed: nothing more can be written'));
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
    idle,
    close() {
      closed = true;
      return idle();
    },
  };
}
