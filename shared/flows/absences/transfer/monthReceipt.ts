/** The receipt of a payroll month of absences: of two copies of one workbook, a single one confirms its imports and closes it. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { blank, displayed } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { periodTopics } from '../../../tables/periodsTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { claimReceipt, releaseReceipt } from '../../receipts.ts';
import { refused, type HeldTransfer, type TransferError, type TransferOptions } from './heldTransfer.ts';
import { settingCells } from './settingCells.ts';

const prefixOf = (month: PlainMonth) => `${month}/RECEIPT-`;

/** The last one that the workbook keeps of `month`; null without one. */
export function receiptOf(snapshot: BookSnapshot, month: PlainMonth): string | null {
  const kept = rowsOf(snapshot, absenceSettingsTable.name).filter(({ key }) => key.startsWith(prefixOf(month)));
  const last = kept.at(-1);
  return last ? displayed(last.cells['value'] ?? blank) : null;
}

export interface MonthReceipt {
  /** Null where nobody was there to ask, or to answer. */
  readonly id: string | null;
  /** What the workbook keeps of it. */
  readonly cells: readonly RowCells[];
  /** When what it was asked for could not be written. Not in a month that has a confirmed import: it would be free for a copy of this workbook. */
  readonly giveBack: () => Promise<unknown>;
}

/** Asks for it. Refused when another copy has it, or when the service is silent, unless the person insists. */
export async function claimMonth(
  { snapshot, register }: Pick<HeldTransfer, 'snapshot' | 'register'>,
  month: PlainMonth,
  { by = '', receipts }: TransferOptions,
): Promise<Result<MonthReceipt, TransferError>> {
  const holds = receiptOf(snapshot, month);
  const about = { topic: 'absences', regulation: periodTopics.absences, step: 'confirmed' } as const;
  const answer = await claimReceipt(receipts, { ...about, month, by, holds });
  if (answer.is === 'taken') return fail({ code: 'taken', open: false, detail: answer.detail });
  if (answer.is === 'silent' && !receipts?.unguarded) return refused('silent');
  const id = answer.is === 'granted' ? answer.id : null;
  const isTaken = register.imports.some((each) => each.month === month && each.state === 'confirmed');
  return ok({
    id,
    cells: id === null ? [] : [settingCells(`${prefixOf(month)}${id}`, id)],
    giveBack: () => (isTaken ? Promise.resolve() : releaseReceipt(receipts, id)),
  });
}
