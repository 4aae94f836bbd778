/** What payroll must take back by hand before it imports anything: a list to tick. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import type { PayrollLayout } from '../../files/payrollText.ts';
import { checkColumns } from './checkFile.ts';
import type { TransferFileInput, TransferFiles } from './transferFile.ts';
import { transferText } from './transferText.ts';
import type { TransferColumn } from './transferValue.ts';
import type { TransferWords } from './transferWords.ts';

const tick: TransferColumn = {
  key: 'done',
  heading: 'Fait dans la paie',
  kind: 'text',
  value: ({ isDone }) => (isDone ? { text: 'oui' } : { blank: true }),
};

/** The columns of the check, and one to tick: what is ticked already says so. */
export function deletionColumns(words: TransferWords, own: PlainMonth): TransferColumn[] {
  return [...checkColumns(words, own), tick];
}

/** The lines to delete alone. */
export function deletionsFile(input: TransferFileInput, layout: PayrollLayout, words: TransferWords): TransferFiles {
  const lines = input.lines.filter(({ direction }) => direction === 'delete');
  return transferText({ ...input, lines, kind: 'suppressions', columns: deletionColumns(words, input.month) }, layout);
}
