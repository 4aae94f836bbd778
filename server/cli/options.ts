/** The words of a command line, checked: each mistake is a sentence that names the option. */
import { parseArgs } from 'node:util';
import { FIRST_PAY_MONTH, LAST_PAY_MONTH, parsePayMonth } from '../../shared/domain/calendar/payMonth.ts';
import { parsePlainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { unaccented } from '../../shared/domain/files/plainLetters.ts';
import { fieldGroups, type FieldGroup } from '../../shared/domain/people/employeeFields.ts';
import { automaticValues, groupNames } from '../../shared/messages/fr/employees/automatic.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { allowed, known, serviceOptions, switches, type Option } from './commandOptions.ts';
import { Stop } from './outcome.ts';

export type Values = ReturnType<typeof parse>['values'];

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], options: known, allowPositionals: true, strict: true, tokens: true });
}

function usage(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

function isSwitch(option: string): boolean {
  return option === '-h' || known[option.slice(2) as Option].type === 'boolean';
}

function explained(error: unknown): Stop {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(-{1,2}[\w-]+)/.exec(message)?.[1] ?? '';
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return usage(say.unknownOption(option));
  return usage(isSwitch(option) ? say.optionTakesNoValue(option) : say.optionWithoutValue(option));
}

/** One of two values would be dropped without a word. */
function refuseRepeated(tokens: ReturnType<typeof parse>['tokens']): void {
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !token.value || token.name === 'month') continue;
    if (seen.has(token.name)) throw usage(say.optionTwice(`--${token.name}`));
    seen.add(token.name);
  }
}

/** The service is the one of `--service`, with what lets in, or one of our own, with its folder. */
function refuseMixedServices(values: Values): void {
  if (values.service !== undefined) {
    if (values.data !== undefined) throw usage(say.optionsApart('--data', '--service'));
    return;
  }
  const alone = serviceOptions.find((name) => values[name] !== undefined);
  if (alone !== undefined) throw usage(say.optionNeeds(`--${alone}`, '--service'));
}

/** Options that the command takes without a value, as those that take one. */
function spelled(words: readonly string[]): string[] {
  const own = switches[words[0] ?? ''] ?? {};
  return words.map((word) => own[word] ?? word);
}

/** The command and its options, or undefined when help is what is asked for. Throws `Stop` at the first mistake. */
export function readWords(words: readonly string[]): { readonly command: string; readonly values: Values } | undefined {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(spelled(words));
  } catch (error) {
    throw explained(error);
  }
  const { values, positionals, tokens } = parsed;
  const [command, extra] = positionals;
  if (values.help || command === undefined || command === 'help') return undefined;
  const options = allowed[command];
  if (!options) throw usage(say.unknownCommand(command));
  if (extra !== undefined) throw usage(say.tooManyWords(extra));
  const stranger = Object.keys(values).find(
    (name) => name !== 'json' && name !== 'help' && !options.includes(name as Option),
  );
  if (stranger !== undefined) throw usage(say.otherCommandOption(`--${stranger}`, command));
  refuseRepeated(tokens);
  refuseMixedServices(values);
  refuseChoicesAlone(values);
  return { command, values };
}

type TextOption = { [O in Option]: (typeof known)[O] extends { type: 'string'; multiple?: false } ? O : never }[Option];

/** The value of an option without which the command means nothing. */
export function required(values: Values, option: TextOption): string {
  const value = values[option];
  if (value === undefined || value === '') throw usage(say.missingOption(`--${option}`));
  return value;
}

/** Answers in a file are an answer to what `--accept` asks. */
function refuseChoicesAlone({ choices, accept }: Values): void {
  if (choices !== undefined && accept === undefined) throw usage(say.optionNeeds('--choices', '--accept'));
}

/** The months asked for, each once; none when the option is absent. */
export function monthsOf({ month }: Values): PlainMonth[] {
  const months = (month ?? []).map((text) => {
    const month = parsePayMonth(text);
    if (month !== undefined) return month;
    const isMonth = parsePlainMonth(text) !== undefined;
    throw usage(say.wrongOption('--month', isMonth ? say.aPayMonth(FIRST_PAY_MONTH, LAST_PAY_MONTH) : say.aMonth));
  });
  return [...new Set(months)];
}

/** The one month asked for, if any. */
export function monthOf(values: Values): PlainMonth | undefined {
  const [month, other] = monthsOf(values);
  if (other !== undefined) throw usage(say.wrongOption('--month', say.oneMonth));
  return month;
}

export function acceptOf({ accept }: Values): 'all' | 'none' | undefined {
  if (accept === undefined || accept === 'all' || accept === 'none') return accept;
  throw usage(say.wrongOption('--accept', say.acceptValues));
}

const groupWords: ReadonlyMap<string, FieldGroup> = new Map(
  fieldGroups.map((group) => [plainWord(groupNames[group]), group]),
);

/** `État civil`, `etat-civil` → `ETATCIVIL`. */
function plainWord(text: string): string {
  return unaccented(text)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

/** The groups of `--automatic`; undefined without it. */
export function automaticOf({ automatic }: Values): readonly FieldGroup[] | undefined {
  if (automatic === undefined) return undefined;
  if (['AUCUN', 'AUCUNE'].includes(plainWord(automatic))) return [];
  return automatic.split(',').map((word) => {
    const group = groupWords.get(plainWord(word));
    if (group === undefined) throw usage(say.wrongOption('--automatic', automaticValues));
    return group;
  });
}

export function portOf({ port }: Values): string | undefined {
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw usage(say.wrongOption('--port', say.aPort));
  return port;
}
