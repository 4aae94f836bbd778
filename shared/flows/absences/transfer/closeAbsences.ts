/** The payroll month of absences, closed: its accounts are frozen as they are, and what changes afterwards is regularised in the next one. */
import { nextPeriod } from '../../../domain/absences/absencePeriod.ts';
import { closedTexts, type ClosedAbsences } from '../../../domain/absences/frozenBindings.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { transferTables } from '../../../tables/absences/absenceTables.ts';
import { REGISTER_START, registerStart } from '../../../tables/absences/readTransferRegister.ts';
import { periodsTable } from '../../../tables/periodsTable.ts';
import { applyPlan, type ApplyPorts, type ApplyReport } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { newTables } from '../../newTables.ts';
import { releaseReceipt } from '../../receipts.ts';
import { replacing } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { periodLines, writtenPeriod } from './absencePeriods.ts';
import { heldTransfer, refused, type TransferError, type TransferOptions } from './heldTransfer.ts';
import type { PrepareError } from './prepareTransfer.ts';
import { knownAccounts } from './boundAccounts.ts';
import { openTransfer, type OpenedTransfer, type TransferPorts, type TransferRequest } from './readTransfer.ts';
import { claimMonth, receiptOf } from './monthReceipt.ts';
import { appliedRows } from './registeredLines.ts';
import { isLaterFates } from './preparedFates.ts';
import { adoptTyped, adoptWhatCan } from './typedTicks.ts';
import { transferIn, type TransferReading } from './transferReading.ts';
import { settingCells } from './settingCells.ts';

export interface ClosedReport extends ApplyReport {
  readonly month: PlainMonth;
  /** Gives the receipt back, where what was written could not be saved after all. */
  readonly giveBack?: () => Promise<unknown>;
}

/** `left`: what would be left for the next month. `waiting`: half-days of an account, or of a person, that nobody bound. */
export type CloseError =
  | PrepareError
  | { readonly code: 'left'; readonly deletions: number; readonly imports: number; readonly waiting: number };

export interface CloseOptions extends TransferOptions {
  /** The person was told what is left, and insists: it will be proposed in the next month. */
  readonly withLeft?: boolean;
}

function frozen(opened: OpenedTransfer, { bindings }: TransferReading): ClosedAbsences {
  return { ...opened.period, bindings, accounts: knownAccounts(opened) };
}

/** « Clôturer »: refused while an import waits, or where another copy of the workbook holds the month. */
export async function closeAbsences(
  ports: TransferPorts,
  request: TransferRequest,
  options: CloseOptions = {},
): Promise<Result<ClosedReport, CloseError>> {
  const typed = await adoptTyped(ports, options);
  if (!typed.ok) return fail({ code: 'step', error: typed.error });
  const read = await openTransfer(ports, request, options);
  if (!read.ok) return read;
  const { period, register } = read.value;
  if (register.prepared) return fail({ code: 'step', error: { code: 'preparedLeft', open: false } });
  const reading = transferIn(read.value);
  const deletions = reading.lines.filter(({ line }) => line.sign === -1).length;
  const imports = reading.lines.length - deletions;
  const waits = reading.fates.filter(({ fate }) => fate === 'unbound' || fate === 'unknownPerson');
  const left = { deletions, imports, waiting: waits.length };
  if (reading.lines.length + waits.length > 0 && !options.withLeft) return fail({ code: 'left', ...left });
  const made = await newTables(ports.book, read.value.snapshot, [...transferTables, periodsTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const receipt = await claimMonth(read.value, period.month, options);
  if (!receipt.ok) return fail({ code: 'step', error: receipt.error });
  const rows = (name: string) => rowsOf(made.value.snapshot, name);
  const next = nextPeriod(period, read.value.start);
  const begun = settingCells(REGISTER_START, registerStart(read.value.start));
  const texts = closedTexts(frozen(read.value, reading));
  const settings = texts.map((text, at) => settingCells(`${period.month}/CLOSE-${at + 1}`, text));
  const at = stamp(ports.clock.now());
  const plan = [
    ...replacing(
      absenceSettingsTable,
      rows(absenceSettingsTable.name),
      [...settings, begun, writtenPeriod(next, next.to), ...receipt.value.cells],
      () => false,
    ),
    ...periodLines(rows(periodsTable.name), period, 'closed', options.by ?? '', at, read.value.start),
  ];
  const report = await applyPlan(ports, plan, options, 'absenceTransfer');
  const { giveBack } = receipt.value;
  if (report.ok) return ok({ ...report.value, month: period.month, giveBack });
  if (!report.error.open) await giveBack();
  return fail({ code: 'step', error: report.error });
}

/** « Rouvrir » the last closed month, as long as nothing was prepared nor done in a later one. One that payroll took nothing of is free for any copy again. */
export async function reopenAbsences(
  ports: ApplyPorts,
  options: TransferOptions = {},
): Promise<Result<ClosedReport, TransferError>> {
  const typed = await adoptWhatCan(ports, options);
  if (!typed.ok) return typed;
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const { register, rows } = read.value;
  const last = register.closed.at(-1);
  if (!last) return refused('nothingClosed');
  const later = register.imports.filter(({ month }) => month > last.month);
  const isStanding = later.some(({ state }) => state === 'prepared' || state === 'confirmed');
  const numbers = new Set(later.map(({ number }) => number));
  const isDone = appliedRows(read.value).some(([, row]) => numbers.has(textOf(row, 'run')));
  if (isStanding) return refused('notLast');
  if (isDone) return refused('doneLeft');
  const { month } = last;
  // What a later month left aside is not what this one does.
  const isOurs = ({ key }: BookRow) => key.startsWith(`${month}/CLOSE-`) || isLaterFates(key, month);
  const plan = [
    ...replacing(absenceSettingsTable, rows(absenceSettingsTable), [], isOurs),
    ...periodLines(
      rows(periodsTable),
      last,
      'open',
      options.by ?? '',
      stamp(ports.clock.now()),
      register.start ?? last,
    ),
  ];
  const report = await applyPlan(ports, plan, options, 'absenceTransfer');
  if (!report.ok) return report;
  const isTaken = register.imports.some((each) => each.month === month && each.state === 'confirmed');
  if (!isTaken) await releaseReceipt(options.receipts, receiptOf(read.value.snapshot, month));
  return ok({ ...report.value, month });
}
