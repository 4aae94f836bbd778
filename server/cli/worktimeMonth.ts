/** A month of working time computed from a workbook and Lucca, and written in the workbook. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { monthsOfWeeks } from '../../shared/domain/worktime/weeks.ts';
import { countReading, type WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import { inputOf } from '../../shared/flows/worktime/inputDocument.ts';
import { prepareTimeSheets } from '../../shared/flows/worktime/timeSheets.ts';
import {
  readForWorktime,
  type WorktimeError,
  type WorktimeReading,
} from '../../shared/flows/worktime/worktimeReading.ts';
import { writeTimes, writeTimeStates } from '../../shared/flows/worktime/writeTimes.ts';
import { sheetsReady } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { keepInput, requireInputPlace, withoutInput } from './documentOut.ts';
import { preparedLines } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { computeRead, readFirst, type Computing } from './reading.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';
import { flowOptions } from './workbook.ts';
import { prepared } from './worktimeExport.ts';
import { countedOutcome, toFillFirst, toFillOutcome, worktimeOutcome } from './worktimeOutcome.ts';

/** A month, and what it was computed from. */
export interface Counted {
  readonly computation: WorktimeComputation;
  readonly reading: WorktimeReading;
}

async function counted(work: Work, connection: Connection): Promise<Result<Counted, WorktimeError>> {
  const { terminal, month } = work;
  const options = flowOptions(terminal);
  const reading = await readForWorktime(portsOf(work), { connection, month }, options);
  if (!reading.ok) return reading;
  const computation = await countReading(terminal, reading.value, month, options);
  return computation.ok ? ok({ computation: computation.value, reading: reading.value }) : computation;
}

/** The month of the work, from the workbook and Lucca. */
export function computing(work: Work): Computing<Counted, WorktimeError> {
  return {
    topics: ['planning', 'time'],
    usual: monthsOfWeeks([work.month]),
    compute: (connection) => counted(work, connection),
    hopeless: (error, connection) => {
      const isHopeless = error.code === 'pending' || error.code === 'book' || error.code === 'unsound';
      return isHopeless ? worktimeOutcome(error, connection) : undefined;
    },
  };
}

async function written(work: Work, before: readonly string[], { computation, reading }: Counted): Promise<Outcome> {
  const { terminal, values } = work;
  const report = await writeTimes(portsOf(work), computation, writeOptions(terminal));
  if (!report.ok) return applyOutcome(report.error);
  work.reports.push(report.value);
  const { leftOut } = report.value;
  const handed = values.export ? await prepared(work, computation) : outcome('done', []);
  if (handed.exit !== 'done' && handed.exit !== 'attention') return handed;
  const told = countedOutcome(computation, say.noEmployees);
  const document = await keepInput(work, () => inputOf(reading, computation.month));
  const lines = [
    ...before,
    ...told.lines,
    ...(leftOut > 0 ? [say.leftOut(leftOut)] : []),
    ...handed.lines,
    ...document,
  ];
  return saved(
    work,
    outcome(told.exit === 'done' ? handed.exit : told.exit, lines, { ...told.facts, ...handed.facts }),
  );
}

async function withLucca(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, month, values } = work;
  const fresh = await readFirst(work, connection, computing(work));
  const sheets = await prepareTimeSheets(portsOf(work), { connection: fresh }, flowOptions(terminal));
  if (!sheets.ok) return worktimeOutcome(sheets.error, fresh);
  work.reports.push(sheets.value);
  const before = preparedLines(sheets.value, fresh);
  if (values.prepare) {
    const created = sheets.value.created.map(({ title }) => title);
    return saved(work, outcome('done', [...before, sheetsReady], { code: 'prepared', sheets: created }));
  }
  const { computation, connection: last } = await computeRead(work, fresh, computing(work));
  if (computation.ok) return written(work, before, computation.value);
  const { error } = computation;
  if (error.code !== 'noRegulation') return worktimeOutcome(error, last);
  const states = await writeTimeStates(portsOf(work), error.book, flowOptions(terminal));
  if (!states.ok) return applyOutcome(states.error);
  work.reports.push(states.value);
  const nothing = toFillOutcome(month, error.findings, toFillFirst(error.findings));
  return saved(work, withoutInput(values, { ...nothing, lines: [...before, ...nothing.lines] }));
}

/** Prepares the sheets, computes the month, and prepares its export where that is asked. */
export async function countMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = monthOf(values);
  await requireInputPlace(values);
  return onAccount(terminal, values, asked, withLucca);
}
