/** Runs one command line from its words to its exit code. */
import { resolve } from 'node:path';
import * as say from '../../shared/messages/fr/cli.ts';
import { help } from '../../shared/messages/fr/cliHelp.ts';
import { faultFacts } from '../http/requestLog.ts';
import { StartError } from '../listen.ts';
import { main } from '../main.ts';
import { absences } from './absences.ts';
import { accounts } from './accounts.ts';
import { match } from './match.ts';
import { exitCodes, outcome, Stop, type Outcome } from './outcome.ts';
import { checkPayroll } from './checkPayroll.ts';
import { control } from './control.ts';
import { evening } from './evening.ts';
import { fields } from './fields.ts';
import { movements } from './movements.ts';
import { portOf, readWords, type Values } from './options.ts';
import { pull } from './pull.ts';
import { recap } from './recap.ts';
import type { Terminal } from './terminal.ts';
import { vouchers } from './vouchers.ts';
import { abandon, check, exportCsv, resume, template, undo } from './workbook.ts';
import { worktime } from './worktime.ts';

type Command = (terminal: Terminal, values: Values) => Promise<Outcome>;

function chosen(values: Values): NodeJS.ProcessEnv {
  const port = portOf(values);
  return {
    ...(port === undefined ? {} : { PORT: port }),
    ...(values.data === undefined ? {} : { PASSERELLE_DATA: resolve(values.data) }),
  };
}

/** Starts the service; it ends with the process, at Ctrl+C. */
function serving(more: NodeJS.ProcessEnv): Command {
  return async (terminal, values) => {
    const environment = { ...terminal.environment, ...more, ...chosen(values) };
    const print = (line: string) => (values.json ? terminal.note(line) : terminal.print(line));
    try {
      const { origin, announceCode, demo } = await main({ environment, print });
      if (!environment['PASSERELLE_HTTPS_CERT']) announceCode();
      print(say.howToPull(origin, demo ? 'demo' : 'acme'));
      return outcome('done', [], { code: 'listening', address: origin });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      const way = error.reason === 'portTaken' ? [say.portByOption] : [];
      return outcome('service', [error.message, ...way], { code: 'notStarted' });
    }
  };
}

const commands: Readonly<Record<string, Command>> = {
  template,
  pull,
  vouchers,
  worktime,
  movements,
  control,
  'check-payroll': checkPayroll,
  fields,
  accounts,
  absences,
  recap,
  match,
  evening,
  undo,
  resume,
  abandon,
  check,
  export: exportCsv,
  serve: serving({}),
  demo: serving({ PASSERELLE_DEMO: '1' }),
};

async function ended(terminal: Terminal, words: readonly string[]): Promise<Outcome & { readonly command: string }> {
  let command = '';
  try {
    const read = readWords(words);
    if (!read) return { command: 'help', ...outcome('done', [help]) };
    ({ command } = read);
    const run = commands[command];
    if (!run) throw new Stop('usage', say.unknownCommand(command), { code: 'usage' });
    return { command, ...(await run(terminal, read.values)) };
  } catch (error) {
    if (error instanceof Stop) return { command, ...error.outcome };
    // Its text may quote a cell: its kind and place are enough to look for it.
    const { kind, at } = faultFacts(error);
    return {
      command,
      ...outcome('unexpected', [say.unexpected([kind, ...at.slice(0, 3)].join(' '))], { code: 'unexpected' }),
    };
  }
}

/** True when the words ask for JSON, whatever else is wrong with them. */
export function wantsJson(words: readonly string[]): boolean {
  return words.includes('--json');
}

/** For a machine: the sentences. The lists under them, set two spaces in, are in the facts: none is announced. */
function shortMessage(lines: readonly string[]): string {
  const all = lines.flatMap((line) => line.split('\n'));
  const isListed = (line: string) => line.startsWith('  ');
  const announces = (at: number) => isListed(all[at + 1] ?? '  ');
  const sentences = all.map((line, at) => (announces(at) ? line.replace(/\s*:$/u, '.') : line));
  return sentences.filter((line) => !isListed(line)).join('\n');
}

/** Runs the command and answers its exit code. Results on standard output, failures on standard error; all in one line of JSON if asked. */
export async function runCommand(terminal: Terminal, words: readonly string[]): Promise<number> {
  const { command, exit, lines, facts } = await ended(terminal, words);
  const code = exitCodes[exit];
  if (wantsJson(words)) {
    const message = shortMessage(lines);
    terminal.print(JSON.stringify({ command, outcome: exit, exitCode: code, message, ...facts }));
    return code;
  }
  const isResult = exit === 'done' || exit === 'attention';
  for (const line of lines) {
    if (isResult) terminal.print(line);
    else terminal.note(line);
  }
  return code;
}
