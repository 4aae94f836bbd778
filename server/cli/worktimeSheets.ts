/** `worktime --files … --kind fiches`: what each person did in the month, to be read and signed. The month is computed, nothing is written in the workbook. */
import { parsePayMonth } from '../../shared/domain/calendar/payMonth.ts';
import { wallClock, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import { timeSheetDocuments } from '../../shared/flows/worktime/timeSheetDocument.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { timeSheetsPdf } from '../reports/timeSheetPdf.ts';
import { folderOf, writeFiles, type OutFile } from './filesOut.ts';
import { required, type Values } from './options.ts';
import { outcome, type Outcome } from './outcome.ts';
import { computeRead, readFirst } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { onAccount } from './work.ts';
import { heldExport } from './worktimeFiles.ts';
import { computing } from './worktimeMonth.ts';
import { toFillFirst, toFillOutcome, worktimeOutcome } from './worktimeOutcome.ts';

const PARIS = 'Europe/Paris';

/** Named as the pane names them. */
function documentsOf({ clock }: Terminal, computation: WorktimeComputation): OutFile[] {
  const { date } = wallClock(clock.now(), PARIS);
  return timeSheetDocuments(computation.people, computation, date).map(({ name, sheets }) => ({
    name,
    line: say.sheetsWritten(name, sheets.people.length),
    bytes: () => timeSheetsPdf(sheets),
  }));
}

/** `--files` names an export, whose month it is, or the month itself: people sign before anything is exported, too. */
async function monthAsked(values: Values): Promise<PlainMonth> {
  const asked = required(values, 'files');
  return parsePayMonth(asked) ?? (await heldExport(values, asked)).month;
}

export async function writeTimeSheets(terminal: Terminal, values: Values): Promise<Outcome> {
  const folder = await folderOf(values);
  const month = await monthAsked(values);
  return onAccount(terminal, values, month, async (work, connection) => {
    const fresh = await readFirst(work, connection, computing(work));
    const { computation: counted, connection: last } = await computeRead(work, fresh, computing(work));
    if (!counted.ok) {
      const { error } = counted;
      return error.code === 'noRegulation'
        ? toFillOutcome(month, error.findings, toFillFirst(error.findings))
        : worktimeOutcome(error, last);
    }
    const { computation } = counted.value;
    if (computation.people.length > 0) return writeFiles(folder, documentsOf(terminal, computation), []);
    return outcome('attention', [say.nobodyToSign(month)], { code: 'written', files: [], findings: [] });
  });
}
