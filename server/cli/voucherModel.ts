/** `vouchers --model`: a model of order read from a file of the issuer and saved in the workbook. Lucca is not asked. */
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { orderField } from '../../shared/domain/vouchers/files/orderFields.ts';
import { readModelFile, type ReadModel } from '../../shared/domain/vouchers/files/readModel.ts';
import type { TemplateColumn } from '../../shared/domain/vouchers/files/template.ts';
import { saveTemplate } from '../../shared/flows/vouchers/orderTemplates.ts';
import * as say from '../../shared/messages/fr/vouchers/templates.ts';
import { encodingLabels, separatorLabels } from '../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { findingLines, reportedFinding } from './findings.ts';
import type { Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions, openWorkbook, requireWritable, savedOutcome } from './workbook.ts';

/** The first line of a model is enough, and what follows helps to guess its encoding. */
const MOST_BYTES = 300_000;

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new Stop('usage', say.modelUnreadable(basename(path)), { code: 'modelUnreadable' });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new Stop('usage', say.modelUnreadable(basename(path)), { code: 'modelUnreadable' });
  } finally {
    await file.close();
  }
}

function columnLine({ heading, binding }: TemplateColumn, index: number): string {
  return say.boundColumn(index + 1, heading, binding.kind === 'field' ? orderField(binding.field).label : null);
}

function readLines({ template, encoding, findings }: ReadModel): string[] {
  if (!template) return findingLines(findings);
  const { columns, layout } = template;
  const { separator, encoding: written } = layout;
  return [
    say.guessed(columns.length, separatorLabels[separator], encodingLabels[written], encoding !== null),
    ...columns.map(columnLine),
    ...findingLines(findings),
  ];
}

/** Reads the headings, saves what each column can certainly be bound to, and says what is left to a person. */
export async function addModel(terminal: Terminal, values: Values): Promise<Outcome> {
  const path = values.model ?? '';
  const name = (values.template ?? basename(path, extname(path))).trim();
  const read = readModelFile(await firstBytes(path), name);
  const facts = { findings: read.findings.map(reportedFinding) };
  if (!read.template) return outcome('usage', readLines(read), { code: 'unreadable', ...facts });
  const book = await openWorkbook(values);
  requireWritable(book);
  const saved = await saveTemplate({ book, clock: terminal.clock }, read.template, flowOptions(terminal));
  if (!saved.ok) return applyOutcome(saved.error);
  const done = await savedOutcome({ book, isNew: false }, values, say.saved(name), saved.value);
  const isWhole = read.findings.length === 0;
  const left = isWhole ? [] : [say.changeInSheet];
  const exit = isWhole || done.exit !== 'done' ? done.exit : 'attention';
  return outcome(exit, [...readLines(read), ...done.lines, ...left], { ...done.facts, ...facts });
}
