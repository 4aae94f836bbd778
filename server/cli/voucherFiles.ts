/** `vouchers --files`: the files of a validated order, written beside each other in a folder. Lucca is not asked. */
import { canonical, textCell } from '../../shared/domain/review/cell.ts';
import {
  orderFileKinds,
  orderFiles,
  type OrderFileContent,
  type OrderFileKind,
} from '../../shared/flows/vouchers/orderFiles.ts';
import { readOrder } from '../../shared/flows/vouchers/orderReading.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { attendancePdf } from '../reports/attendancePdf.ts';
import { folderOf, writeFiles } from './filesOut.ts';
import { findingLines } from './findings.ts';
import type { Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { bookOutcome } from './sentences.ts';
import { openWorkbook } from './workbook.ts';

function kindOf(asked: string | undefined): OrderFileKind {
  const kind = orderFileKinds.find((each) => say.fileKinds[each] === (asked ?? say.fileKinds.payroll));
  if (kind) return kind;
  throw new Stop('usage', words.wrongOption('--kind', say.aFileKind), { code: 'usage' });
}

function bytesOf(content: OrderFileContent): Uint8Array | Promise<Uint8Array> {
  return content.kind === 'bytes' ? content.bytes : attendancePdf(content.sheet);
}

/** Writes them all, or none where one finding is an error: an order is given whole. */
export async function writeOrderFiles(values: Values): Promise<Outcome> {
  const asked = values.files ?? '';
  const kind = kindOf(values.kind);
  const folder = await folderOf(values);
  const book = await openWorkbook(values);
  const order = await readOrder(book, canonical('identifier', textCell(asked)));
  if (!order.ok) {
    const { error } = order;
    if (error.code === 'book') return bookOutcome(error.error);
    if (error.code === 'unknown') return outcome('usage', [say.unknownOrder(asked)], { code: 'unknownOrder' });
    return outcome('workbook', findingLines(error.findings), { code: 'unsound' });
  }
  const { template } = values;
  const { files, findings } = orderFiles(order.value, template === undefined ? { kind } : { kind, template });
  const out = files.map(({ name, content, control }) => ({
    name,
    line: say.fileWritten(name, control.lines, control.vouchers),
    bytes: () => content && bytesOf(content),
  }));
  return writeFiles(folder, out, findings);
}
