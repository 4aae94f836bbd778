/** `worktime --files`: the files of an export, prepared or confirmed. Lucca is not asked. */
import { readTimeExport } from '../../shared/flows/worktime/exportReading.ts';
import { timeFileKinds, timeFiles, type TimeFileKind } from '../../shared/flows/worktime/timeFiles.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { folderOf, writeFiles } from './filesOut.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { required, type Values } from './options.ts';
import { Stop, type Outcome } from './outcome.ts';
import { bookOutcome } from './sentences.ts';
import { openWorkbook } from './workbook.ts';
import { exportOutcome } from './worktimeOutcome.ts';

function kindOf(asked = 'paie'): TimeFileKind {
  const kind = timeFileKinds.find((each) => each === asked);
  if (kind) return kind;
  throw new Stop('usage', words.wrongOption('--kind', say.aFileKind), { code: 'usage' });
}

export async function writeTimeFiles(values: Values): Promise<Outcome> {
  const number = required(values, 'files');
  const kind = kindOf(values.kind);
  const folder = await folderOf(values);
  const held = await readTimeExport(await openWorkbook(values), number);
  if (!held.ok) {
    const { error } = held;
    if (error.code === 'book') return bookOutcome(error.error);
    if (error.code === 'unsound') return unsoundOutcome(error.findings);
    return exportOutcome({ code: error.code, open: false }, number);
  }
  const { files, findings } = timeFiles(held.value, { kind });
  const out = files.map(({ name, bytes, control }) => ({
    name,
    line: say.fileWritten(name, control.lines, control.hundredths),
    bytes: () => bytes,
  }));
  return writeFiles(folder, out, findings);
}
