/** « Pourquoi ? »: from the row selected in the workbook to the month of its person. */
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Book } from '../../../shared/flows/book.ts';
import type { VoucherComputation, VoucherError } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { aboutPeople, askedRow, type AskedRow } from '../../../shared/flows/vouchers/selectedPerson.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/vouchers/why.ts';
import { ordersTable } from '../../../shared/tables/vouchers/ordersTable.ts';
import { readRegister } from '../../../shared/tables/vouchers/readRegister.ts';
import type { Notice } from './state.ts';
import type { PersonId } from './vouchersState.ts';

/** What is asked: the workbook, the month chosen in the pane, the computation that it shows, and how to compute another month. */
export interface WhyPorts {
  readonly book: Book;
  readonly month: PlainMonth;
  readonly held: VoucherComputation | null;
  readonly compute: (month: PlainMonth) => Promise<Result<VoucherComputation, VoucherError>>;
}

/** `told`: why there is nothing to show, and what to do. */
export type Why =
  | {
      readonly is: 'person';
      readonly computation: VoucherComputation;
      readonly person: PersonId;
      readonly notice: Notice | null;
    }
  | { readonly is: 'told'; readonly notice: Notice }
  | { readonly is: 'failed'; readonly error: VoucherError };

function told(sentence: string, intent: Notice['intent'] = 'info'): Why {
  return { is: 'told', notice: { intent, text: sentence } };
}

/** Names of the regulations whose order of `month` is made. */
async function orderedIn(book: Book, month: PlainMonth): Promise<ReadonlySet<string>> {
  const snapshot = await book.read([ordersTable]);
  const orders = snapshot.ok ? readRegister(snapshot.value).orders : [];
  const live = orders.filter((each) => each.month === month && each.state !== 'cancelled');
  return new Set(live.map(({ regulation }) => regulation));
}

function explained(row: AskedRow, computation: VoucherComputation, isOrdered: boolean): Why {
  const employeeId = row.employeeId(computation.book.people);
  if (employeeId === undefined) return told(text.nobodyNamed);
  const own = computation.people.filter(({ outcome }) => outcome.employeeId === employeeId);
  const found = own.find(({ outcome }) => outcome.regulation === row.regulation) ?? own.at(-1);
  if (!found) return told((isOrdered ? text.frozenMonth : text.nothingToExplain)(computation.month));
  const { regulation, count } = found.outcome;
  const hasMoved = row.ordered !== null && row.regulation === regulation && row.ordered !== count.ordered;
  const notice = hasMoved ? ({ intent: 'warning', text: text.numberMoved(row.ordered, count.ordered) } as const) : null;
  return { is: 'person', computation, person: { employeeId, regulation }, notice };
}

/** The person of the selected row, in the order of the month of the row, or of the month chosen where the row has none. */
export async function why({ book, month: chosen, held, compute }: WhyPorts): Promise<Why> {
  const selected = await book.selected(aboutPeople);
  if (!selected.ok) return told(bookErrorText(selected.error), 'error');
  if (!selected.value) return told(text.selectFirst);
  const row = askedRow(selected.value);
  const month = row.month ?? chosen;
  const ordered = await orderedIn(book, month);
  if (row.regulation !== null && ordered.has(row.regulation)) return told(text.frozenMonth(month));
  if (held?.month === month) return explained(row, held, ordered.size > 0);
  const computed = await compute(month);
  if (computed.ok) return explained(row, computed.value, ordered.size > 0);
  if (computed.error.code === 'notRead') return told(text.notReadYet(month));
  if (computed.error.code === 'noRegulation' && ordered.size > 0) return told(text.frozenMonth(month));
  return { is: 'failed', error: computed.error };
}
