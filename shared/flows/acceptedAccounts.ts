/** When payroll accepted each bank account: written with the update that accepts it, and taken back with it. */
import { instant, secondsBetween, type Instant } from '../domain/calendar/plainDate.ts';
import { accountMark } from '../domain/people/recap/accountMark.ts';
import { blank, canonical, displayed, isBlank, textCell, type Cell } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';
import { rowKey } from '../tables/declaration.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { currentIds } from '../tables/people/currentIds.ts';
import { acceptedAccountsTable } from '../tables/recap/recapTables.ts';
import type { BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';
import { stamp } from './stamp.ts';
import { textOf } from './vouchers/regulationReadings.ts';

const columns: readonly string[] = ['iban', 'bic'];

/** The IBAN that `line` writes; null where it writes a BIC alone, undefined where it writes no account. */
function writtenIban(line: PlanLine): Cell | null | undefined {
  if (line.table !== employeesTable.name || line.operation === 'delete') return undefined;
  if (line.operation === 'set') {
    if (!columns.includes(line.column)) return undefined;
    return line.column === 'iban' ? line.after : null;
  }
  const isAccount = columns.some((key) => !isBlank(line.after[key] ?? blank));
  return isAccount ? (line.after['iban'] ?? blank) : undefined;
}

/** By person, in the order of the lines. */
function acceptedIbans(snapshot: BookSnapshot, lines: readonly PlanLine[]): ReadonlyMap<string, Cell> {
  const ibans = new Map<string, Cell>();
  const bicAlone: string[] = [];
  for (const line of lines) {
    const iban = writtenIban(line);
    if (iban) ibans.set(line.key, iban);
    else if (iban === null) bicAlone.push(line.key);
  }
  const others = new Set(bicAlone.filter((key) => !ibans.has(key)));
  if (others.size === 0) return ibans;
  for (const { key, cells } of rowsOf(snapshot, employeesTable.name))
    if (others.has(key)) ibans.set(key, cells['iban'] ?? blank);
  return ibans;
}

/** What remembers that the accounts of `lines` are accepted `at`: one line per person. `snapshot`: the workbook before them. */
export function acceptanceLines(snapshot: BookSnapshot, lines: readonly PlanLine[], at: Instant): PlanLine[] {
  return [...acceptedIbans(snapshot, lines)].map(([id, iban]): PlanLine => {
    const account = textCell(accountMark(canonical('identifier', iban)) || NO_ACCOUNT);
    const after = { luccaId: textCell(id), account, at: textCell(at) };
    const key = rowKey(acceptedAccountsTable, after);
    return { operation: 'add', table: acceptedAccountsTable.name, key, after, reason: 'memory' };
  });
}

/** A removed account is accepted too; a cell that is blank would say nothing. */
const NO_ACCOUNT = '—';

/** When payroll accepted an account, as a sheet tells it, by {@link accountKey}. */
export type Acceptances = ReadonlyMap<string, string>;

/** A person and the mark of their IBAN: the date of one account is never told of another. */
export function accountKey(id: string, iban: string): string {
  return `${id} ${accountMark(iban) || NO_ACCOUNT}`;
}

/** Undefined for a text that a person spoilt. */
function momentIn(text: string): Instant | undefined {
  try {
    return instant(text);
  } catch {
    return undefined;
  }
}

/** The last time that each account was accepted, `until` when the month was closed. */
export function acceptances(snapshot: BookSnapshot, until: Instant | undefined): Acceptances {
  const last = new Map<string, Instant>();
  const ids = currentIds(snapshot);
  for (const row of rowsOf(snapshot, acceptedAccountsTable.name)) {
    const at = momentIn(textOf(row, 'at'));
    if (!at || (until && secondsBetween(until, at) > 0)) continue;
    const key = `${ids.of(textOf(row, 'luccaId'))} ${textOf(row, 'account')}`;
    const known = last.get(key);
    if (!known || secondsBetween(known, at) > 0) last.set(key, at);
  }
  return new Map([...last].map(([key, at]) => [key, displayed(stamp(at))]));
}
