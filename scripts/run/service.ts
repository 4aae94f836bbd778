/** The service with its pages, from sources just compiled: what `npm start` and `npm run excel` share. */
import { buildPages, compileService, type Outcome } from './tools.ts';

/** Exists only once compiled. */
const SERVICE = new URL('../../build/server/main.js', import.meta.url).href;

const endedEarly = () => process.exit(130);

/**
 * Compiles, starts the service as soon as it is compiled, and builds the pages meanwhile: until they are there, the
 * service shows a page that waits. Answers when the pages are ready. Throws when something could not be built or started.
 */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  process.once('SIGINT', endedEarly).once('SIGTERM', endedEarly);
  let pagesReady = false;
  const pages = buildPages('workbench');
  mustSucceed(await compileService(), 'Le service ne compile pas :');
  const { main } = (await import(SERVICE)) as typeof import('../../server/main.ts');
  process.off('SIGINT', endedEarly).off('SIGTERM', endedEarly);
  const service = await main({ environment, print: console.log, pagesReady: () => pagesReady });
  const built = await pages;
  if (!built.ok) await service.close();
  mustSucceed(built, 'Les pages ne se construisent pas :');
  pagesReady = true;
}

/** Runs `task`; what it throws is one message and a failing end. */
export async function orSayWhy(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exit(1);
  }
}

function mustSucceed({ ok, output }: Outcome, otherwise: string): void {
  if (!ok) throw new Error(`${otherwise}\n${output}`);
}
