/** `vouchers`: which of its works is asked for, and the options that would be dropped without a word. */
import { actionOf, refuseApart, refuseBeside, refuseWithout } from './actions.ts';
import type { Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import type { Terminal } from './terminal.ts';
import { writeOrderFiles } from './voucherFiles.ts';
import { computeFromInput } from './voucherInput.ts';
import { addModel } from './voucherModel.ts';
import { computeMonth } from './voucherMonth.ts';
import { moveOrder } from './voucherOrder.ts';

const actions = ['prepare', 'validate', 'order', 'cancel', 'files', 'model', 'input'] as const;

/** Options that say which service keeps the receipts. */
const desk = ['service', 'token', 'token-file', 'code', 'data'] as const;

/** Options that go with what asks Lucca nothing. */
const beside = {
  order: ['workbook', 'force', ...desk],
  cancel: ['workbook', ...desk],
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

export async function vouchers(terminal: Terminal, values: Values): Promise<Outcome> {
  const action = actionOf(values, actions);
  if (action && isApart(action)) {
    refuseBeside(values, action, beside[action]);
    return apart[action](terminal, values);
  }
  refuseWithout(values, { kind: 'files', template: 'files', out: 'files', force: 'validate' });
  refuseApart(values, 'write-input', 'prepare');
  return computeMonth(terminal, values);
}
