/** The works of one command: one is asked for at a time, with its options and no other. */
import * as words from '../../shared/messages/fr/cli.ts';
import { Stop } from './outcome.ts';
import type { Values } from './options.ts';

type Name = keyof Values;

function refused(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

/** Which of `actions` is asked for, if any. */
export function actionOf<A extends Name>(values: Values, actions: readonly A[]): A | undefined {
  const [first, second] = actions.filter((name) => values[name] !== undefined);
  if (first && second) refuseApart(values, first, second);
  return first;
}

/** Refuses what is given beside `action` and would be dropped without a word. */
export function refuseBeside(values: Values, action: Name, taken: readonly Name[]): void {
  const known = new Set<string>([action, 'json', ...taken]);
  const other = Object.keys(values).find((name) => !known.has(name));
  if (other !== undefined) throw refused(words.optionsApart(`--${action}`, `--${other}`));
}

/** Refuses options that serve one action only, where it is not the one. */
export function refuseWithout(values: Values, needs: Readonly<Partial<Record<Name, Name>>>): void {
  for (const [name, action] of Object.entries(needs) as [Name, Name][])
    if (values[name] !== undefined && values[action] === undefined)
      throw refused(words.optionNeeds(`--${name}`, `--${action}`));
}

export function refuseApart(values: Values, one: Name, other: Name): void {
  if (values[one] !== undefined && values[other] !== undefined)
    throw refused(words.optionsApart(`--${one}`, `--${other}`));
}
