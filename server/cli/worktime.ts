/** `worktime`: which of its works is asked for, and the options that would be dropped without a word. */
import { actionOf, refuseBeside, refuseWithout } from './actions.ts';
import { accountOptions, type Values } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { confirmTime, endTime } from './worktimeExport.ts';
import { countMonth } from './worktimeMonth.ts';
import { copySet } from './worktimeSet.ts';

const actions = ['prepare', 'set', 'export', 'confirm', 'abandon', 'cancel'] as const;

/** Options that go with what computes no month. */
const beside = {
  set: [...accountOptions, 'month', 'into', 'regulation'],
  confirm: [...accountOptions, 'force'],
  abandon: ['workbook'],
  cancel: ['workbook'],
} as const;
type Apart = keyof typeof beside;

const apart: Readonly<Record<Apart, (terminal: Terminal, values: Values) => Promise<Outcome>>> = {
  set: copySet,
  confirm: confirmTime,
  abandon: (terminal, values) => endTime(terminal, values, 'abandon'),
  cancel: (terminal, values) => endTime(terminal, values, 'cancel'),
};

const isApart = (action: string): action is Apart => action in beside;

export async function worktime(terminal: Terminal, values: Values): Promise<Outcome> {
  const action = actionOf(values, actions);
  if (action && isApart(action)) {
    refuseBeside(values, action, beside[action]);
    return apart[action](terminal, values);
  }
  refuseWithout(values, { into: 'set', regulation: 'set', force: 'confirm' });
  return countMonth(terminal, values);
}
