/** `absences --files`: the files of an import, prepared or confirmed. Lucca is not asked. */
import { encodings, type Encoding } from '../../shared/domain/files/encoding.ts';
import {
  transferFileKinds,
  transferFiles,
  type TransferFileKind,
  type TransferToFile,
} from '../../shared/flows/absences/transferFiles.ts';
import { transferSheets } from '../../shared/flows/absences/transferSheets.ts';
import { readTransferFile } from '../../shared/flows/absences/transfer/readTransferFile.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { fileQuantity } from '../../shared/messages/fr/absences/files.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { transferSheetKinds, type TransferSheetKind } from '../../shared/tables/absences/transferSheets.ts';
import { tableXlsx } from '../xlsx/tableXlsx.ts';
import { stepOutcome } from './absencesOutcome.ts';
import { refuseApart } from './actions.ts';
import { folderOf, writeFiles } from './filesOut.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { required, type Values } from './options.ts';
import { Stop, type Outcome } from './outcome.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { openWorkbook } from './workbook.ts';

function usage(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

function kindOf({ kind: asked = 'controle' }: Values): TransferFileKind {
  const kind = transferFileKinds.find((each) => each === asked);
  if (kind) return kind;
  throw usage(words.wrongOption('--kind', say.aFileKind));
}

function encodingOf({ encoding: asked }: Values): Encoding | undefined {
  if (asked === undefined) return undefined;
  const encoding = encodings.find((each) => each.toLowerCase() === asked.toLowerCase());
  if (encoding) return encoding;
  throw usage(words.wrongOption('--encoding', say.anEncoding));
}

/** The kind as a sheet; undefined where text is asked for. */
function sheetKindOf(values: Values, kind: TransferFileKind): TransferSheetKind | undefined {
  const { format = 'csv' } = values;
  if (format !== 'csv' && format !== 'xlsx') throw usage(words.wrongOption('--format', say.aFileFormat));
  if (format === 'csv') return undefined;
  refuseApart(values, 'format', 'encoding');
  const sheet = transferSheetKinds.find((each) => each === kind);
  if (sheet) return sheet;
  throw usage(say.noSheet(kind));
}

async function heldImport(values: Values, number: string): Promise<TransferToFile> {
  const held = await readTransferFile(await openWorkbook(values), number);
  if (held.ok) return held.value;
  const { error } = held;
  if (error.code === 'book') throw stopAt(bookOutcome(error.error));
  if (error.code === 'unsound') throw stopAt(unsoundOutcome(error.findings));
  throw stopAt(stepOutcome({ code: error.code, open: false }, number));
}

function sheetsOf(terminal: Terminal, held: TransferToFile, kind: TransferSheetKind) {
  const { sheets, findings } = transferSheets(held, kind);
  const at = new Date(terminal.clock.now());
  const files = sheets.map(({ name, table, rows, caption, control }) => ({
    name,
    line: say.fileWritten(name, control.lines, fileQuantity(control)),
    bytes: () => tableXlsx(table, rows, caption, at),
  }));
  return { files, findings };
}

function textsOf(held: TransferToFile, kind: TransferFileKind, encoding: Encoding | undefined) {
  const { files, findings } = transferFiles(held, { kind, ...(encoding && { encoding }) });
  const out = files.map(({ name, bytes, control }) => ({
    name,
    line: say.fileWritten(name, control.lines, fileQuantity(control)),
    bytes: () => bytes,
  }));
  return { files: out, findings };
}

export async function writeTransferFiles(terminal: Terminal, values: Values): Promise<Outcome> {
  const number = required(values, 'files');
  const kind = kindOf(values);
  const encoding = encodingOf(values);
  const sheetKind = sheetKindOf(values, kind);
  if (kind === 'payfit' && encoding) throw usage(say.noEncoding(kind));
  const folder = await folderOf(values);
  const held = await heldImport(values, number);
  const { files, findings } = sheetKind ? sheetsOf(terminal, held, sheetKind) : textsOf(held, kind, encoding);
  return writeFiles(folder, files, findings, values.force ?? false);
}
