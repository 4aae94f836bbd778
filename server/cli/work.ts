/** A workbook on which a month is worked: the account it comes from, what was written in it so far, and how it is kept. */
import { basename } from 'node:path';
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { ApplyReport } from '../../shared/flows/apply.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { leftPlaces } from '../../shared/messages/fr/failures.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import type { XlsxBook } from '../xlsx/xlsxFile.ts';
import { serviceFor } from './access.ts';
import { accountOf, connectionTo } from './account.ts';
import { outcome, type Outcome } from './outcome.ts';
import { required, type Values } from './options.ts';
import { bookOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions, openWorkbook, requireWritable } from './workbook.ts';

export interface Work {
  readonly terminal: Terminal;
  readonly values: Values;
  readonly book: XlsxBook;
  readonly service: Service;
  readonly month: PlainMonth;
  readonly reports: ApplyReport[];
  /** What is to be taken back where the file cannot be saved. */
  readonly unsaved: (() => Promise<unknown>)[];
  /** What waits until the file is saved. */
  readonly whenSaved?: readonly (() => Promise<unknown>)[];
}

/** « Périodes » says where a step was made. */
export const writeOptions = (terminal: Terminal) => ({ ...flowOptions(terminal), by: words.actor });

export const portsOf = ({ terminal: { clock }, book, service }: Work) => ({ clock, book, service });

/** What was written is saved at once, at the end: the file is the old one or the new one. */
export async function saved(
  {
    book,
    values,
    reports,
    unsaved,
    whenSaved = [],
  }: Pick<Work, 'book' | 'values' | 'reports' | 'unsaved' | 'whenSaved'>,
  { exit, lines, facts }: Outcome,
): Promise<Outcome> {
  const isChanged = book.changed;
  const saving = await book.save();
  if (!saving.ok) {
    for (const takeBack of unsaved) await takeBack();
    return bookOutcome(saving.error);
  }
  for (const each of whenSaved) await each();
  const sum = (of: (report: ApplyReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const refused = reports.flatMap((report) => report.refused);
  const left = refused.length === 0 ? [] : [pane.leftAlone(refused.length), ...leftPlaces(refused)];
  const file = isChanged ? [words.saved(basename(required(values, 'workbook')))] : [];
  const written = {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    deleted: sum(({ deleted }) => deleted),
    refused: refused.length,
  };
  const isLeft = refused.length > 0 && exit === 'done';
  return outcome(isLeft ? 'attention' : exit, [...lines, ...left, ...file], { ...facts, written });
}

/** Opens the workbook and reaches its account, for as long as `worked` lasts. `asked`: the month of the command, else the current one. */
export async function onAccount(
  terminal: Terminal,
  values: Values,
  asked: PlainMonth | undefined,
  worked: (work: Work, connection: Connection) => Promise<Outcome>,
): Promise<Outcome> {
  const book = await openWorkbook(values);
  requireWritable(book);
  const account = await accountOf(book, values);
  const access = await serviceFor(terminal, { ...values, account }, asked);
  try {
    const { service, health } = access;
    const connection = await connectionTo(terminal, values, service, health, account);
    const month = asked ?? health.month;
    return await worked({ terminal, values, book, service, month, reports: [], unsaved: [] }, connection);
  } finally {
    await access.close();
  }
}
