/** `absences`: which of its works is asked for, and the options that would be dropped without a word. */
import { showAbsences, showLines } from './absencesBoard.ts';
import { writeTransferFiles } from './absencesFiles.ts';
import { closeMonth, prepareMonth } from './absencesMonth.ts';
import { abandonImport, cancelImport, confirmImport, reopenMonth } from './absencesSettle.ts';
import { tick, untick } from './absencesTick.ts';
import { actionOf, refuseBeside, refuseWithout } from './actions.ts';
import { accountOptions } from './commandOptions.ts';
import type { Values } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

const workbook = ['workbook'] as const;
const month = [...accountOptions, 'month'] as const;

/** Options that go with each work. */
const beside = {
  prepare: [...month, 'mail'],
  done: workbook,
  undone: workbook,
  confirm: [...accountOptions, 'force'],
  abandon: workbook,
  cancel: accountOptions,
  close: [...month, 'force'],
  reopen: workbook,
  files: ['workbook', 'kind', 'encoding', 'format', 'out', 'force'],
  lines: workbook,
} as const;
type Action = keyof typeof beside;

const works: Readonly<Record<Action, (terminal: Terminal, values: Values) => Promise<Outcome>>> = {
  prepare: prepareMonth,
  done: tick,
  undone: untick,
  confirm: confirmImport,
  abandon: abandonImport,
  cancel: cancelImport,
  close: closeMonth,
  reopen: reopenMonth,
  files: writeTransferFiles,
  lines: showLines,
};

const alone: Readonly<Partial<Record<keyof Values, Action>>> = {
  ...Object.fromEntries(accountOptions.filter((name) => name !== 'workbook').map((name) => [name, 'prepare'])),
  ...{ kind: 'files', encoding: 'files', format: 'files', out: 'files', force: 'confirm', mail: 'prepare' },
};

/** Without an action: where absences stand in the workbook. Lucca is not asked. */
export async function absences(terminal: Terminal, values: Values): Promise<Outcome> {
  const action = actionOf(values, Object.keys(works) as Action[]);
  if (!action) {
    refuseWithout(values, alone);
    return showAbsences(terminal, values);
  }
  refuseBeside(values, action, beside[action]);
  return works[action](terminal, values);
}
