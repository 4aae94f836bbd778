/** `worktime --files`: the files of an export, prepared or confirmed. Lucca is not asked. */
import { readTimeExport, type TimeExportToFile } from '../../shared/flows/worktime/exportReading.ts';
import { timeFileKinds, timeFiles, type TimeFileKind } from '../../shared/flows/worktime/timeFiles.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { folderOf, writeFiles } from './filesOut.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { required, type Values } from './options.ts';
import { Stop, type Outcome } from './outcome.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import { openWorkbook } from './workbook.ts';
import { exportOutcome } from './worktimeOutcome.ts';

/** `fiches`: sheets to sign, which are computed. The others are what the export holds. */
const kinds = [...timeFileKinds, 'fiches'] as const;

export function kindOf({ kind: asked = 'paie' }: Values): TimeFileKind | 'fiches' {
  const kind = kinds.find((each) => each === asked);
  if (kind) return kind;
  throw new Stop('usage', words.wrongOption('--kind', say.aFileKind), { code: 'usage' });
}

/** The export of that number, prepared or confirmed. */
export async function heldExport(values: Values, number: string): Promise<TimeExportToFile> {
  const held = await readTimeExport(await openWorkbook(values), number);
  if (held.ok) return held.value;
  const { error } = held;
  if (error.code === 'book') throw stopAt(bookOutcome(error.error));
  if (error.code === 'unsound') throw stopAt(unsoundOutcome(error.findings));
  throw stopAt(exportOutcome({ code: error.code, open: false }, number));
}

export async function writeTimeFiles(values: Values, kind: TimeFileKind): Promise<Outcome> {
  const number = required(values, 'files');
  const folder = await folderOf(values);
  const { files, findings } = timeFiles(await heldExport(values, number), { kind });
  const out = files.map(({ name, bytes, control }) => ({
    name,
    line: say.fileWritten(name, control.lines, control.hundredths),
    bytes: () => bytes,
  }));
  return writeFiles(folder, out, findings);
}
