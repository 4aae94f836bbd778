/** The process as `npm start` has it, without the building of pages. */
import { main } from '../../../server/main.ts';

try {
  await main({ environment: process.env, print: (line) => void process.stdout.write(`${line}\n`) });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
}
