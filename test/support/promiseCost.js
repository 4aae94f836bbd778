/**
 * Before each test file: closes the asynchronous storage that Jest's runner opened for the file before, and keeps open.
 * Node 20 goes through every open storage at each promise: after a hundred files, one promise costs sixty times more.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const { run } = AsyncLocalStorage.prototype;

// Modules of Node are one for the whole process, files come and go: what is known of the last one is kept there.
AsyncLocalStorage.openedByJest?.disable();

AsyncLocalStorage.prototype.run = function openedByJest(...given) {
  AsyncLocalStorage.prototype.run = run;
  AsyncLocalStorage.openedByJest = this;
  return run.apply(this, given);
};
