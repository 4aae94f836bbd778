import { writeSync } from 'node:fs';

/** Says the outcome alone on the very last line: `N passed, N failed`. A file that could not run counts as a failure. */
export default class TallyReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // Jest writes its own summary after the reporters: ours waits for the end of the process.
    process.once('exit', () => writeSync(process.stdout.fd, `${results.numPassedTests} passed, ${failed} failed\n`));
  }
}
