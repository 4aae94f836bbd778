/** `vouchers`: which of its works is asked for, and the options that would be dropped without a word. */
import * as words from '../../shared/messages/fr/cli.ts';
import { Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import type { Terminal } from './terminal.ts';
import { writeOrderFiles } from './voucherFiles.ts';
import { computeFromInput } from './voucherInput.ts';
import { addModel } from './voucherModel.ts';
import { computeMonth } from './voucherMonth.ts';
import { moveOrder } from './voucherOrder.ts';

const actions = ['prepare', 'validate', 'order', 'cancel', 'files', 'model', 'input'] as const;

/** Options that go with what asks Lucca nothing. */
const beside = {
  order: ['workbook'],
  cancel: ['workbook'],
  files: ['workbook', 'kind', 'template', 'out'],
  model: ['workbook', 'template'],
  input: ['month'],
} as const;
type Apart = keyof typeof beside;

const apart: Readonly<Record<Apart, (terminal: Terminal, values: Values) => Promise<Outcome>>> = {
  order: (terminal, values) => moveOrder(terminal, values, 'order'),
  cancel: (terminal, values) => moveOrder(terminal, values, 'cancel'),
  files: (_, values) => writeOrderFiles(values),
  model: addModel,
  input: computeFromInput,
};

const isApart = (action: string): action is Apart => action in beside;

function usage(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

function refuseOthers(values: Values, action: Apart): void {
  const taken = new Set<string>([action, 'json', ...beside[action]]);
  const other = Object.keys(values).find((name) => !taken.has(name));
  if (other !== undefined) throw usage(words.optionsApart(`--${action}`, `--${other}`));
}

function refuseAlone(values: Values, action: string | undefined): void {
  for (const name of ['kind', 'template', 'out'] as const)
    if (values[name] !== undefined) throw usage(words.optionNeeds(`--${name}`, '--files'));
  if (values.force && action !== 'validate') throw usage(words.optionNeeds('--force', '--validate'));
  if (values['write-input'] !== undefined && action === 'prepare')
    throw usage(words.optionsApart('--write-input', '--prepare'));
}

export async function vouchers(terminal: Terminal, values: Values): Promise<Outcome> {
  const [first, second] = actions.filter((name) => values[name] !== undefined);
  if (first && second) throw usage(words.optionsApart(`--${first}`, `--${second}`));
  if (first && isApart(first)) {
    refuseOthers(values, first);
    return apart[first](terminal, values);
  }
  refuseAlone(values, first);
  return computeMonth(terminal, values);
}
