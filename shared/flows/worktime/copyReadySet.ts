/** « Copier un jeu prêt à l'emploi »: its accounts and rules become rows of the sheets, the customer's own from then on. */
import { blank, numberCell, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ReadyMadeSet } from '../../domain/worktime/readyMade.ts';
import type { TimeAccount, TimeRule } from '../../domain/worktime/ruleSet.ts';
import { rowKey, type TableDeclaration } from '../../tables/declaration.ts';
import { foldedName } from '../../tables/worktime/readTimeRegulations.ts';
import { ruleRow } from '../../tables/worktime/ruleRow.ts';
import { timeAccountsTable, transferLabels } from '../../tables/worktime/timeAccountsTable.ts';
import { contractKindLabels, timeRegulationsTable } from '../../tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../tables/worktime/timeRulesTable.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { FlowOptions } from '../ports.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { withTimeTables, type TimeSheetsError } from './timeSheets.ts';
import type { WorktimePorts, WorktimeRequest } from './worktimeReading.ts';

/** `into`: the set that gets the rules; one of the name of the ready-made set, where none is said. `regulation`: name of a regulation to make for it. */
export interface CopyRequest extends Pick<WorktimeRequest, 'connection'> {
  readonly set: ReadyMadeSet;
  readonly into?: string;
  readonly regulation?: string;
}

const PERCENT = 100;

function added(table: TableDeclaration, after: RowCells): PlanLine {
  return { operation: 'add', table: table.name, key: rowKey(table, after), after, reason: 'result' };
}

/** Accounts to which rules transfer hold rest; the others are paid. */
function restAccounts(rules: readonly TimeRule[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => (rule.kind === 'accounting' && rule.to ? [rule.to.account] : [])));
}

function accountRow({ code, name, premium }: TimeAccount, rest: ReadonlySet<string>): RowCells {
  return {
    name: textCell(name),
    code: textCell(code),
    premium: premium === null ? blank : numberCell(premium / PERCENT),
    transfer: textCell(transferLabels[rest.has(code) ? 'rest' : 'payroll']),
  };
}

/** Rules of a set that hold for part time are of a population of part time, and the others of full time. */
function regulationRow(name: string, set: string, { rules }: ReadyMadeSet): RowCells {
  const gaps = rules.flatMap((rule) => (rule.kind === 'gap' ? [rule.contracts] : []));
  const [kind] = gaps;
  return {
    name: textCell(name),
    set: textCell(set),
    contracts: kind === undefined ? blank : textCell(contractKindLabels[kind]),
  };
}

function isNamed(rows: readonly BookRow[], key: string, name: string): boolean {
  return rows.some((row) => foldedName(textOf(row, key)) === foldedName(name));
}

/** The lines that copy; accounts and rules whose code is there already are left as they are. */
function copyLines(snapshot: BookSnapshot, { set, into, regulation }: CopyRequest): PlanLine[] {
  const name = into ?? set.name;
  const accounts = rowsOf(snapshot, timeAccountsTable.name);
  const rules = rowsOf(snapshot, timeRulesTable.name).filter(
    (row) => foldedName(textOf(row, 'set')) === foldedName(name),
  );
  const orders = rules.map((row) => Number(textOf(row, 'order').replace(',', '.')) || 0);
  const last = Math.max(0, ...orders);
  const rest = restAccounts(set.rules);
  const regulations = rowsOf(snapshot, timeRegulationsTable.name);
  const isNew = regulation !== undefined && !isNamed(regulations, 'name', regulation);
  return [
    ...set.accounts
      .filter(({ code }) => !isNamed(accounts, 'code', code))
      .map((account) => added(timeAccountsTable, accountRow(account, rest))),
    ...set.rules
      .filter(({ code }) => !isNamed(rules, 'code', code))
      .map((rule, index) => added(timeRulesTable, ruleRow(name, rule, last + index + 1))),
    ...(isNew ? [added(timeRegulationsTable, regulationRow(regulation, name, set))] : []),
  ];
}

/** Copies a set. What stands in the sheets is never changed; nothing to add → an empty report. One undo takes it back. */
export async function copyReadySet(
  ports: WorktimePorts,
  request: CopyRequest,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, TimeSheetsError>> {
  const tables = await withTimeTables(ports, request, options);
  if (!tables.ok) return tables;
  const lines = copyLines(tables.value.snapshot, request);
  if (lines.length === 0) return ok({ added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'worktime');
  return report.ok ? report : fail({ code: 'apply', error: report.error });
}
