/** Runs tasks one after the other, in the order they came; one that fails does not stop the next. */
export interface MutationQueue {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended. */
  idle(): Promise<void>;
}

export function mutationQueue(): MutationQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
    async idle() {
      await last;
    },
  };
}
