/** `worktime`: which of its works is asked for, and the options that would be dropped without a word. */
import { actionOf, refuseApart, refuseBeside, refuseWithout } from './actions.ts';
import { accountOptions } from './commandOptions.ts';
import type { Values } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { creditTime } from './worktimeCredit.ts';
import { confirmTime, endTime } from './worktimeExport.ts';
import { kindOf, writeTimeFiles } from './worktimeFiles.ts';
import { countInput } from './worktimeInput.ts';
import { countMonth } from './worktimeMonth.ts';
import { copySet } from './worktimeSet.ts';
import { writeTimeSheets } from './worktimeSheets.ts';

const actions = ['prepare', 'set', 'export', 'confirm', 'abandon', 'cancel', 'credit', 'files', 'input'] as const;

/** Options that go with what computes no month. */
const beside = {
  set: [...accountOptions, 'month', 'into', 'regulation'],
  confirm: [...accountOptions, 'force'],
  abandon: ['workbook'],
  cancel: ['workbook'],
  credit: [...accountOptions, 'send', 'yes', 'again'],
  files: [...accountOptions, 'kind', 'out'],
  input: ['month'],
} as const;
type Apart = keyof typeof beside;

/** Sheets to sign are computed: Lucca is read for them. */
function writeFilesOf(terminal: Terminal, values: Values): Promise<Outcome> {
  const kind = kindOf(values);
  if (kind === 'fiches') return writeTimeSheets(terminal, values);
  refuseBeside(values, 'files', ['workbook', 'kind', 'out']);
  return writeTimeFiles(values, kind);
}

const apart: Readonly<Record<Apart, (terminal: Terminal, values: Values) => Promise<Outcome>>> = {
  set: copySet,
  confirm: confirmTime,
  abandon: (terminal, values) => endTime(terminal, values, 'abandon'),
  cancel: (terminal, values) => endTime(terminal, values, 'cancel'),
  credit: creditTime,
  files: writeFilesOf,
  input: countInput,
};

const isApart = (action: string): action is Apart => action in beside;

export async function worktime(terminal: Terminal, values: Values): Promise<Outcome> {
  const action = actionOf(values, actions);
  refuseWithout(values, { send: 'credit', yes: 'send', again: 'send' });
  if (action && isApart(action)) {
    refuseBeside(values, action, beside[action]);
    return apart[action](terminal, values);
  }
  refuseWithout(values, { into: 'set', regulation: 'set', force: 'confirm', kind: 'files', out: 'files' });
  refuseApart(values, 'write-input', 'prepare');
  return countMonth(terminal, values);
}
