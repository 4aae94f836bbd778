/** Rows of « Correspondance comptes d'absence »: a proposal for each account that no row speaks of, and what follows in the others. */
import { proposedBinding } from '../../domain/absences/proposeBinding.ts';
import { yearlyPattern } from '../../domain/absences/yearlyPattern.ts';
import { blank, isExactly, numberCell, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { covers, proposedFrom } from '../../messages/fr/absences/accounts.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { accountBindingsTable, bindingStates } from '../../tables/absences/accountBindingsTable.ts';
import { rowKey } from '../../tables/declaration.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { writable } from '../vouchers/preparation.ts';
import { bindingCells } from './bindingCells.ts';
import { areInHours, type AccountReading, type AccountsReading } from './readAccounts.ts';

/** Columns that follow the others: a person writes none of them. */
const followers = ['waiting', 'remark'] as const;

/** What is proposed for accounts that share a name but for its year: one row by pattern, or one row by number. */
interface Proposal {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly AccountReading[];
}

function proposalsOf(accounts: readonly AccountReading[]): Proposal[] {
  const groups = new Map<string, Proposal>();
  for (const reading of accounts) {
    const { id, name } = reading.account;
    const pattern = proposedBinding(name) && yearlyPattern(name);
    const key = pattern ?? `${id} ${name}`;
    const held = groups.get(key)?.accounts ?? [];
    groups.set(key, { id: pattern ? '' : id, name: pattern ?? name, accounts: [...held, reading] });
  }
  return [...groups.values()];
}

const waitingOf = (accounts: readonly AccountReading[]) => accounts.reduce((sum, { waiting }) => sum + waiting, 0);

/** What is to be known of a row: that a name alone speaks for it, which accounts a pattern stands for, what is wrong at its cells. */
function remarkOf(
  isProposed: boolean,
  isPattern: boolean,
  accounts: readonly AccountReading[],
  told: readonly string[] = [],
): string {
  const names = accounts.map(({ account }) => account.name);
  return [
    ...(isProposed ? [proposedFrom] : []),
    ...(isPattern && names.length > 0 ? [covers(names)] : []),
    ...told,
  ].join(' ');
}

function cellsOf({ id, name, accounts }: Proposal): RowCells {
  const proposed = proposedBinding(name);
  return {
    id: textCell(id),
    name: textCell(name),
    ...bindingCells(proposed && { ...proposed, isInHours: areInHours(accounts) }),
    state: textCell(proposed ? bindingStates.proposed : bindingStates.open),
    waiting: numberCell(waitingOf(accounts)),
    remark: textCell(remarkOf(proposed !== undefined, id === '', accounts)),
  };
}

/** What follows in a row that stands already. */
function following(row: BookRow, reading: AccountsReading): PlanLine[] {
  const own = reading.accounts.filter(({ line }) => line?.row.place('id').key === row.key);
  const told = reading.findings.filter(({ place }) => place?.key === row.key).map(findingText);
  const line = reading.sheet.lines.find((each) => each.row.place('id').key === row.key);
  const isPattern = line !== undefined && 'pattern' in line.account;
  const remark = remarkOf(line?.state === 'proposed', isPattern, own, told);
  const wanted = { waiting: numberCell(waitingOf(own)), remark: textCell(remark) };
  return followers.flatMap((column): PlanLine[] => {
    const [before, after] = [row.cells[column] ?? blank, wanted[column]];
    const { name: table } = accountBindingsTable;
    return isExactly(before, after)
      ? []
      : [{ operation: 'set', table, key: row.key, column, before, after, reason: 'result' }];
  });
}

/** What follows what the sheet says, row by row: what waits, and what is to be known of it. */
export function followingLines(snapshot: BookSnapshot, reading: AccountsReading): PlanLine[] {
  const held = rowsOf(snapshot, accountBindingsTable.name).filter(({ key }) => key !== '');
  return writable(
    snapshot,
    held.flatMap((row) => following(row, reading)),
  );
}

/** The lines that bring the sheet up to date; what a person chose stays. */
export function accountRows(snapshot: BookSnapshot, reading: AccountsReading): PlanLine[] {
  const { name: table } = accountBindingsTable;
  const added = proposalsOf(reading.accounts.filter(({ line }) => line === null)).map((proposal): PlanLine => {
    const after = cellsOf(proposal);
    return { operation: 'add', table, key: rowKey(accountBindingsTable, after), after, reason: 'result' };
  });
  return [...followingLines(snapshot, reading), ...writable(snapshot, added)];
}

/** The lines that confirm every proposal: one for each row. */
export function confirmingLines(snapshot: BookSnapshot, { sheet }: AccountsReading): PlanLine[] {
  const { name: table } = accountBindingsTable;
  const rows = new Map(rowsOf(snapshot, table).map((row) => [row.key, row]));
  const proposed = sheet.lines.filter(({ state, treatment }) => state === 'proposed' && treatment !== undefined);
  const lines = proposed.flatMap(({ row }): PlanLine[] => {
    const key = row.place('id').key ?? '';
    const before = rows.get(key)?.cells['state'];
    const after = textCell(bindingStates.confirmed);
    return before ? [{ operation: 'set', table, key, column: 'state', before, after, reason: 'result' }] : [];
  });
  return writable(snapshot, lines);
}
