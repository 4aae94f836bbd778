/** What the workbook remembers of bank accounts: what payroll refused, and when it accepted. */
import { sameTexts } from '../../domain/people/recap/sameField.ts';
import { maskedIban } from '../../domain/people/recap/bankIdentity.ts';
import { blank, canonical, displayed, isBlank, type Cell } from '../../domain/review/cell.ts';
import { secondsBetween, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { bankFields, type BankField } from '../../domain/people/recap/bankChange.ts';
import { baseText } from '../../domain/review/baseTexts.ts';
import { fingerprint, memoryText } from '../../domain/review/memory.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { itemId } from '../../domain/review/review.ts';
import { employeesBaseTable, employeesTable } from '../../tables/employeesTable.ts';
import { decisionsTable } from '../../tables/memoryTables.ts';
import { bankChangesTable } from '../../tables/recap/recapTables.ts';
import type { BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { stamp } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import type { RecapBook } from './recapBook.ts';

/** True for a value of Lucca that payroll refused, and that Lucca still says. */
export function ignoredBank(snapshot: BookSnapshot): (id: string, field: BankField, value: Cell) => boolean {
  const refused = new Map(
    rowsOf(snapshot, decisionsTable.name).map((row) => [textOf(row, 'key'), textOf(row, 'value')]),
  );
  return (id, field, value) => {
    const change = { column: field, before: blank, after: value };
    return (
      refused.get(itemId(employeesTable.name, id, field)) === fingerprint('changed', employeesTable.columns, [change])
    );
  };
}

/** True for a value of Lucca that payroll last accepted: what the base remembers. */
export function acceptedBank(snapshot: BookSnapshot): (id: string, field: BankField, value: Cell) => boolean {
  const base = new Map(rowsOf(snapshot, employeesBaseTable.name).map((row) => [row.key, row]));
  return (id, field, value) => {
    const row = base.get(id);
    return row !== undefined && sameTexts(field, memoryText('identifier', value), baseText(row, field));
  };
}

/** When payroll accepted an account, as a sheet tells it, by {@link accountKey}. */
export type Acceptances = ReadonlyMap<string, string>;

/** A person and their IBAN, whole or as a sheet masks it: the date of one account is never told of another. */
export function accountKey(id: string, iban: string): string {
  return `${id} ${iban.includes('•') ? iban : maskedIban(iban)}`;
}

function isOfBank(line: PlanLine): boolean {
  if (line.table !== employeesTable.name || line.operation === 'delete') return false;
  if (line.operation === 'set') return bankFields.some((field) => field === line.column);
  return bankFields.some((field) => !isBlank(line.after[field] ?? blank));
}

/** The IBAN that a line writes; where it writes a BIC alone, the one of the workbook. */
function ibanOf(line: PlanLine, { people }: RecapBook): Cell {
  if (line.operation === 'add') return line.after['iban'] ?? blank;
  if (line.operation === 'set' && line.column === 'iban') return line.after;
  return people.find(({ id }) => id === line.key)?.cells['iban'] ?? blank;
}

function heldDates(snapshot: BookSnapshot, month: PlainMonth): [string, string][] {
  return rowsOf(snapshot, bankChangesTable.name)
    .filter((row) => textOf(row, 'month') === month && textOf(row, 'acceptedAt') !== '')
    .map((row) => [accountKey(textOf(row, 'luccaId'), textOf(row, 'ibanAfter')), textOf(row, 'acceptedAt')]);
}

/**
 * Of the last update, which the workbook remembers line by line; and what « RIB modifiés » told already of the month: older updates are not
 * remembered.
 */
export function acceptances(book: RecapBook, month: PlainMonth): Acceptances {
  const held = heldDates(book.snapshot, month);
  const plan = book.state.undoable;
  const closedAt = book.closedAt.get(month);
  if (plan?.header.kind !== 'refresh' || (closedAt && secondsBetween(closedAt, plan.header.at) > 0)) {
    return new Map(held);
  }
  const at = displayed(stamp(plan.header.at));
  const lines = plan.lines().filter(isOfBank);
  const told = lines.map((line): [string, string] => [
    accountKey(line.key, canonical('identifier', ibanOf(line, book))),
    at,
  ]);
  return new Map([...held, ...told]);
}
