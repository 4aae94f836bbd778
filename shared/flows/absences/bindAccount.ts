/** What payroll does with an account, chosen for it alone or for those of every year: one plan, which adds the row that is missing. */
import type { Connection } from '../../contracts/schemas.ts';
import type { LeaveAccount } from '../../contracts/voucherSchemas.ts';
import type { AbsenceTreatment } from '../../domain/absences/treatment.ts';
import { yearlyPattern } from '../../domain/absences/yearlyPattern.ts';
import type { Place } from '../../domain/finding.ts';
import { foldedName } from '../../domain/people/mapping/customField.ts';
import { isExactly, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import type { BindingLine } from '../../tables/absences/readAccountBindings.ts';
import { rowKey } from '../../tables/declaration.ts';
import type { BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { folded, withLines } from '../vouchers/preparation.ts';
import { accountRows, followingLines } from './accountRows.ts';
import { confirmedCells, bindingCells, type ChosenTreatment } from './bindingCells.ts';
import { accountsIn, areInHours, type AccountFacts, type AccountOptions, type AccountPorts } from './readAccounts.ts';
import { withSheet, writeAccounts } from './writeAccounts.ts';

export interface AccountChoice {
  readonly account: string;
  readonly treatment: ChosenTreatment;
  /** Also for the accounts of the other years: `Congés payés *`. Of no effect on a name that bears no year. */
  readonly everyYear: boolean;
}

/** `accountGone`: Lucca has that account no more. `row`: its row has no name, or its name and number stand in two rows. */
export type ChoiceError =
  { readonly code: 'accountGone' } | { readonly code: 'row'; readonly place: Place | undefined };

type Lines = Result<readonly PlanLine[], ChoiceError>;

const { name: table } = accountBindingsTable;

/** What a row says of whom: `id` '' for a pattern. */
interface Named {
  readonly id: string;
  readonly name: string;
}

function isOf({ account }: BindingLine, { id, name }: Named): boolean {
  return 'id' in account ? account.id === id : id === '' && foldedName(account.pattern) === foldedName(name);
}

/** Whether a row under `named` speaks of the account: by its number, or by the pattern of its years. */
function isNamed(account: LeaveAccount, { id, name }: Named): boolean {
  if (id !== '') return account.id === id;
  return foldedName(yearlyPattern(account.name) ?? '') === foldedName(name);
}

/** The lines that make the row of `named` say `chosen`; the row is added where there is none. */
function rowLines(snapshot: BookSnapshot, lines: readonly BindingLine[], named: Named, chosen: ChosenTreatment): Lines {
  const line = lines.find((each) => isOf(each, named));
  if (!line) {
    const identity = { id: textCell(named.id), name: textCell(named.name) };
    const after = { ...identity, ...bindingCells(chosen), ...confirmedCells(chosen, {}) };
    const key = rowKey(accountBindingsTable, after);
    return ok([{ operation: 'add', table, key, after, reason: 'result' }]);
  }
  const place = line.row.place('id');
  const [row, ...others] = rowsOf(snapshot, table).filter(({ key }) => key === place.key);
  if (!row || row.key === '' || others.length > 0) return fail({ code: 'row', place });
  return ok(setLines(row.key, row.cells, confirmedCells(chosen, row.cells)));
}

function setLines(key: string, held: RowCells, wanted: RowCells): PlanLine[] {
  return Object.entries(wanted).flatMap(([column, after]): PlanLine[] => {
    const { [column]: before } = held;
    // A column that the person took away is not theirs to be given back here.
    if (before === undefined || isExactly(before, after)) return [];
    return [{ operation: 'set', table, key, column, before, after, reason: 'result' }];
  });
}

function says(treatment: AbsenceTreatment | undefined, chosen: ChosenTreatment): boolean {
  if (treatment?.is === 'transferred') return chosen.is === 'transferred' && treatment.category === chosen.category;
  if (treatment?.is === 'stoppage') return chosen.is === 'stoppage' && treatment.kind === chosen.kind;
  return treatment?.is === chosen.is;
}

/** Accounts of those years that say something else all the same: by a row of their own, or by a pattern that is as precise. */
function exceptions(snapshot: BookSnapshot, facts: AccountFacts, pattern: string, chosen: ChosenTreatment): Named[] {
  const { accounts, sheet } = accountsIn(snapshot, facts);
  return accounts.flatMap(({ account, bound }) => {
    if (!isNamed(account, { id: '', name: pattern })) return [];
    const own = sheet.lines.find((line) => isOf(line, account));
    const isSaid = bound.state === 'bound' && says(bound.treatment, chosen);
    const isConfirmed = own === undefined || (own.state === 'confirmed' && says(own.treatment, chosen));
    return isSaid && isConfirmed ? [] : [account];
  });
}

function choiceLines(before: BookSnapshot, facts: AccountFacts, choice: AccountChoice): Lines {
  const account = facts.accounts.find(({ id }) => id === choice.account);
  if (!account) return fail({ code: 'accountGone' });
  const plan: PlanLine[] = [];
  let snapshot = withSheet(before);
  const put = (lines: readonly PlanLine[]) => {
    plan.push(...lines);
    snapshot = withLines(snapshot, lines);
  };
  const reading = accountsIn(snapshot, facts);
  if (before[table]?.state === 'absent') put(accountRows(snapshot, reading));
  const pattern = choice.everyYear ? yearlyPattern(account.name) : undefined;
  const asked: Named[] = [pattern === undefined ? account : { id: '', name: pattern }];
  for (const named of asked) {
    const own = reading.accounts.filter((each) => isNamed(each.account, named));
    const chosen = { ...choice.treatment, isInHours: areInHours(own) };
    const made = rowLines(snapshot, accountsIn(snapshot, facts).sheet.lines, named, chosen);
    if (!made.ok) return made;
    put(made.value);
    if (pattern !== undefined && named.id === '') asked.push(...exceptions(snapshot, facts, pattern, choice.treatment));
  }
  put(followingLines(snapshot, accountsIn(snapshot, facts)));
  return ok(folded(plan));
}

/** Writes what a person chose, confirmed; the same choice a second time writes nothing. */
export function bindAccount(
  ports: AccountPorts,
  connection: Connection,
  choice: AccountChoice,
  options: AccountOptions = {},
) {
  return writeAccounts(ports, connection, options, (snapshot, _, facts) => choiceLines(snapshot, facts, choice));
}
