/** « Pourquoi ? »: from the row selected in the workbook to the month of its person, and to the account or the date that it speaks of. */
import { parsePlainMonth, type PlainDate, type PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import type { Book, BookRow, SelectedCell } from '../../../../shared/flows/book.ts';
import { aboutPeople, askedRow } from '../../../../shared/flows/vouchers/selectedPerson.ts';
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { WorktimeError } from '../../../../shared/flows/worktime/worktimeReading.ts';
import { bookErrorText } from '../../../../shared/messages/fr/book.ts';
import * as text from '../../../../shared/messages/fr/worktime/why.ts';
import { worktimeTables } from '../../../../shared/tables/worktime/worktimeTables.ts';
import type { Notice } from '../state.ts';

/** What is asked: the workbook, the month chosen in the pane, the computation that it shows, and how to compute another month. */
export interface TimeWhyPorts {
  readonly book: Book;
  readonly month: PlainMonth;
  readonly held: WorktimeComputation | null;
  readonly compute: (month: PlainMonth) => Promise<Result<WorktimeComputation, WorktimeError>>;
}

/** `told`: why there is nothing to show, and what to do. */
export type TimeWhy =
  | {
      readonly is: 'person';
      readonly computation: WorktimeComputation;
      readonly employeeId: string;
      readonly asked: { readonly account: string | null; readonly date: PlainDate | null };
    }
  | { readonly is: 'told'; readonly notice: Notice }
  | { readonly is: 'failed'; readonly error: WorktimeError };

function told(sentence: string, intent: Notice['intent'] = 'info'): TimeWhy {
  return { is: 'told', notice: { intent, text: sentence } };
}

/** The first date that the row gives: of a movement, of a control, of a week. */
function dateIn({ cells }: BookRow): PlainDate | null {
  const cell = [cells['date'], cells['from'], cells['week']].find((each) => each !== undefined && 'date' in each);
  return cell && 'date' in cell ? cell.date : null;
}

/** What the row says beside its person; only rows of working time say a month of it. */
function askedIn({ table, row }: SelectedCell) {
  const isOfTime = worktimeTables.some(({ name }) => name === table);
  return {
    month: isOfTime ? (parsePlainMonth(textOf(row, 'month')) ?? null) : null,
    account: (isOfTime && textOf(row, 'account')) || null,
    date: isOfTime ? dateIn(row) : null,
  };
}

export async function whyTime({ book, month: chosen, held, compute }: TimeWhyPorts): Promise<TimeWhy> {
  const selected = await book.selected(aboutPeople);
  if (!selected.ok) return told(bookErrorText(selected.error), 'error');
  if (!selected.value) return told(text.selectFirst);
  const { month: own, ...asked } = askedIn(selected.value);
  const month = own ?? chosen;
  const computed = held?.month === month ? null : await compute(month);
  if (computed && !computed.ok)
    return computed.error.code === 'notRead' ? told(text.notReadYet(month)) : { is: 'failed', error: computed.error };
  const computation = computed?.value ?? held;
  const employeeId = computation ? askedRow(selected.value).employeeId(computation.book.people) : undefined;
  if (!computation || employeeId === undefined) return told(text.nobodyNamed);
  const isThere = computation.people.some(({ outcome }) => outcome.employeeId === employeeId);
  return isThere ? { is: 'person', computation, employeeId, asked } : told(text.nothingToExplain(month));
}
