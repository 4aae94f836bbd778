#!/usr/bin/env node
/** `passerelle`: what the pane does, without a screen. `passerelle --help` says everything. */
import * as say from '../../shared/messages/fr/cli.ts';
import { runCommand, wantsJson } from './commands.ts';
import { exitCodes } from './outcome.ts';
import { processTerminal } from './terminal.ts';

const words = process.argv.slice(2);
const stop = new AbortController();
const terminal = processTerminal(stop.signal, wantsJson(words));

// A reader that has seen enough, as `| head` does, closes its end: there is nobody left to tell.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? exitCodes.done : exitCodes.unexpected);
});

// `serve` and `demo` end in their own way, once the service runs.
if (words[0] !== 'serve' && words[0] !== 'demo') {
  const stopped = () => {
    if (stop.signal.aborted) process.exit(exitCodes.cancelled);
    terminal.note(say.stopping);
    stop.abort();
  };
  process.on('SIGINT', stopped).on('SIGTERM', stopped);
}

process.exitCode = await runCommand(terminal, words);
terminal.end();
