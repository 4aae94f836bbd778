/** What an export of hours hands over, and the rows that say it. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { checksum, ledgerCheck } from '../../domain/review/checksum.ts';
import { blank, displayed, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { frozenTexts, type FrozenTime } from '../../domain/worktime/frozenTime.ts';
import { rowKey, type TableDeclaration } from '../../tables/declaration.ts';
import { checkedTexts, type TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { destinationLabels, exportLinesTable, type Destination } from '../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import type { BookRow } from '../book.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import type { AccountLine } from './accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from './computeTimes.ts';

/** One line: what a month of one person leaves to hand over on an account. */
export interface ExportLine {
  readonly row: BookRow;
  readonly employeeId: string;
  readonly origin: PlainMonth;
  readonly account: AccountLine['account'];
  readonly destination: Destination;
  readonly minutes: number;
  readonly hundredths: number;
}

const HUNDRED = 100;

function linesOf({ held, outcome, accounts }: PersonWorktime): ExportLine[] {
  return accounts.flatMap(({ account, posted, corrected, hundredths, late }): ExportLine[] => {
    const about = { row: held.row, employeeId: outcome.employeeId, account };
    const destination: Destination = account.transfer ?? 'none';
    const own = { origin: outcome.month, minutes: posted + corrected, hundredths, destination };
    const all = [own, ...late].filter((each) => each.minutes !== 0 || each.hundredths !== 0);
    return all.map((each) => ({ ...each, ...about }));
  });
}

/** Everything that a computation hands over, person after person; months that were closed before come as corrections. */
export function exportLines({ people }: Pick<WorktimeComputation, 'people'>): ExportLine[] {
  return people.flatMap(linesOf);
}

export function added(table: TableDeclaration, after: RowCells): PlanLine {
  return { operation: 'add', table: table.name, key: rowKey(table, after), after, reason: 'result' };
}

/** A row of « Lignes d'export ». */
export function lineCells(number: string, line: ExportLine): RowCells {
  const { row, account, destination } = line;
  return {
    export: textCell(number),
    origin: textCell(line.origin),
    employeeNumber: row.cells['employeeNumber'] ?? blank,
    lastName: row.cells['lastName'] ?? blank,
    firstName: row.cells['firstName'] ?? blank,
    establishment: row.cells['establishment'] ?? blank,
    account: textCell(account.account.code),
    destination: textCell(destinationLabels[destination]),
    payrollCode: destination === 'payroll' ? textCell(account.payrollCode || account.account.code) : blank,
    hours: numberCell(line.hundredths / HUNDRED),
    minutes: numberCell(line.minutes),
    taken: blank,
    luccaId: textCell(line.employeeId),
  };
}

/** Columns whose edition would hand over something else than what was computed: all but the tick and the person's own. */
const checkedColumns = exportLinesTable.columns.map(({ key }) => key).filter((key) => key !== 'taken');

/** What stands for the lines of an export, whatever their order: a line edited, deleted or added changes it. */
export function linesCheck(rows: readonly { readonly cells: RowCells }[]): string {
  const texts = rows.map(({ cells }) => JSON.stringify(checkedColumns.map((key) => displayed(cells[key] ?? blank))));
  return checksum(texts.sort().join('\n'));
}

/** A row of the settings of an export. */
export function settingRow(number: string, part: string, value: string): PlanLine {
  return added(timeSettingsTable, { key: textCell(`${number}/${part}`), value: textCell(value) });
}

/** The settings an export was computed with, and the check of its lines. */
export function settingLines(number: string, settings: FrozenTime, check: string): PlanLine[] {
  const pieces = frozenTexts(settings);
  return [settingRow(number, 'CHECK', check), ...pieces.map((text, at) => settingRow(number, String(at + 1), text))];
}

/** The receipt of an export is kept with its settings. */
export function receiptLine(number: string, id: string): PlanLine {
  return settingRow(number, `RECEIPT-${id}`, id);
}

/** The register goes on with the lines that payroll has taken, each checked over the one before. */
export function registerLines(
  number: string,
  month: PlainMonth,
  rows: readonly BookRow[],
  { line, check }: TimeRegister['last'],
): PlanLine[] {
  let previous = check;
  return rows.map((row, index) => {
    const same = (key: string): Cell => row.cells[key] ?? blank;
    const hours = row.cells['hours'];
    const cells: RowCells = {
      line: textCell(String(line + index + 1)),
      export: textCell(number),
      month: textCell(month),
      origin: same('origin'),
      luccaId: same('luccaId'),
      employeeNumber: same('employeeNumber'),
      name: textCell([textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim()),
      establishment: same('establishment'),
      account: same('account'),
      destination: same('destination'),
      payrollCode: same('payrollCode'),
      minutes: same('minutes'),
      hundredths: numberCell(Math.round((hours && 'number' in hours ? hours.number : 0) * HUNDRED)),
    };
    previous = ledgerCheck(
      previous,
      checkedTexts((key) => displayed(cells[key] ?? blank)),
    );
    return added(timeRegisterTable, { ...cells, check: textCell(previous) });
  });
}
