/** An import of absences in cells: its lines, and those of the register. */
import { absenceCategories } from '../../../domain/absences/treatment.ts';
import { payrollTargetKeys } from '../../../domain/absences/targets/targets.ts';
import { halfDaysIn, halfDaysText, type TransferLine } from '../../../domain/absences/transferLines.ts';
import { blank, displayed, numberCell, textCell, type Cell } from '../../../domain/review/cell.ts';
import { checksum, ledgerCheck } from '../../../domain/review/checksum.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { halfLabels } from '../../../tables/absencesTable.ts';
import {
  absenceRegisterTable,
  absenceSettingsTable,
  registerSigns,
  type RegisterSign,
} from '../../../tables/absences/absenceRegisterTable.ts';
import { directionLabels, importLinesTable } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import {
  checkedTexts,
  REGISTER_END,
  registerEnd,
  type TransferRegister,
} from '../../../tables/absences/readTransferRegister.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { establishmentIdOf } from '../../../tables/readEstablishments.ts';
import type { BookRow } from '../../book.ts';
import { replacing } from '../../replacing.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { BoundAccounts } from './boundAccounts.ts';
import { settingCells } from './settingCells.ts';
import type { WantedLine } from './transferReading.ts';

/** Who and what the lines speak of. */
export interface LineSurroundings {
  readonly personOf: (employeeId: string) => BookRow | undefined;
  readonly accounts: BoundAccounts;
  /** The line by which an import brought what a line takes back. */
  readonly broughtBy: (line: TransferLine) => BookRow | undefined;
}

const MINUTES_AN_HOUR = 60;
const HUNDRED = 100;

/** Hours and hundredths of minutes: 90 → 1.5. */
function hoursOf(minutes: number): number {
  return Math.round((minutes * HUNDRED) / MINUTES_AN_HOUR) / HUNDRED;
}

/** `A3/I/50/CP/12/2026-09-07M/J`: what finds the line again when the import is prepared once more. */
function lineId(run: string, { sign, employeeId, code, accountId, corrects, halfDays }: TransferLine): string {
  const [first] = halfDays;
  const from = first ? halfDaysText([{ ...first, minutes: null }]) : '';
  const unit = first?.minutes == null ? 'J' : 'H';
  const tail = corrects === '' ? [] : [corrects];
  return [run, sign === 1 ? 'I' : 'S', employeeId, code, accountId, from, unit, ...tail].join('/');
}

/** First and last half-day, days or hours, and the half-days one by one. */
export function spanCells({ halfDays }: Pick<TransferLine, 'halfDays'>): RowCells {
  const [first, last] = [halfDays[0], halfDays.at(-1)];
  const isInHours = first?.minutes != null;
  const minutes = halfDays.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  return {
    from: first ? { date: first.date } : blank,
    fromHalf: first ? textCell(halfLabels[first.half]) : blank,
    to: last ? { date: last.date } : blank,
    toHalf: last ? textCell(halfLabels[last.half]) : blank,
    days: isInHours ? blank : numberCell(halfDays.length / 2),
    hours: isInHours ? numberCell(hoursOf(minutes)) : blank,
    detail: textCell(halfDaysText(halfDays)),
  };
}

function whoCells(row: BookRow | undefined): RowCells {
  const keys = ['employeeNumber', 'lastName', 'firstName', 'establishment'];
  return Object.fromEntries(keys.map((key) => [key, row?.cells[key] ?? blank]));
}

const same = ['employeeNumber', 'lastName', 'firstName', 'establishment', 'category', 'account', ...payrollTargetKeys];

function placeCells(establishment: WantedLine['establishment']): RowCells {
  if (!establishment) return {};
  return { establishment: textCell(establishment.name), establishmentId: textCell(establishmentIdOf(establishment)) };
}

/** Who, and what the absence is called: as payroll was told when it took what a line takes back, else as it is at its date. */
function aboutCells({ line, establishment }: WantedLine, around: LineSurroundings): RowCells {
  const brought = around.broughtBy(line);
  if (brought) {
    const cells = Object.fromEntries(same.map((key) => [key, brought.cells[key] ?? blank]));
    return { ...cells, ...placeCells(establishment) };
  }
  const { employeeId, accountId, halfDays } = line;
  const [first] = halfDays;
  const binding = first && around.accounts.bindingOf(accountId, first.date);
  const treatment = binding?.treatment;
  const types = payrollTargetKeys.map((key) => [key, textCell(binding?.types[key] ?? '')] as const);
  return {
    ...whoCells(around.personOf(employeeId)),
    ...placeCells(establishment),
    category: textCell(treatment?.is === 'transferred' ? absenceCategories[treatment.category].name : ''),
    account: textCell(around.accounts.nameOf(accountId)),
    ...Object.fromEntries(types),
  };
}

/** A row of « Lignes d'import », not ticked. */
export function lineCells(run: string, wanted: WantedLine, around: LineSurroundings): RowCells {
  const { line, correctedMonth } = wanted;
  const { employeeId, code, accountId, sign, corrects } = line;
  return {
    run: textCell(run),
    direction: textCell(sign === 1 ? directionLabels.import : directionLabels.delete),
    done: blank,
    ...aboutCells(wanted, around),
    code: textCell(code),
    ...spanCells(line),
    correctedMonth: textCell(correctedMonth ?? ''),
    corrects: textCell(corrects),
    doneAt: blank,
    doneBy: blank,
    accountId: textCell(accountId),
    luccaId: textCell(employeeId),
    id: textCell(lineId(run, line)),
  };
}

/** The identifier that the other cells of a row make. */
export function preparedId(row: BookRow): string {
  const text = (key: string) => textOf(row, key);
  return lineId(text('run'), {
    sign: text('direction') === directionLabels.delete ? -1 : 1,
    employeeId: text('luccaId'),
    code: text('code'),
    accountId: text('accountId'),
    corrects: text('corrects'),
    halfDays: halfDaysIn(text('detail')) ?? [],
  });
}

/** What payroll ticks, and the check value itself; every other cell is what was prepared. */
const ticked: readonly string[] = ['done', 'doneAt', 'doneBy', 'check'];
const checkedColumns = importLinesTable.columns.map(({ key }) => key).filter((key) => !ticked.includes(key));

/** Imports that were prepared before the column was there hold without it. */
const isChecked = (key: string, text: string) => key !== 'establishmentId' || text !== '';

function checkedText(cells: RowCells): string {
  const texts = checkedColumns.map((key) => [key, displayed(cells[key] ?? blank)] as const);
  return JSON.stringify(texts.flatMap(([key, text]) => (isChecked(key, text) ? [text] : [])));
}

/** What stands for a line, its tick aside: « Contrôle ». */
export function lineCheck(cells: RowCells): string {
  return checksum(checkedText(cells));
}

export function withCheck(cells: RowCells): RowCells {
  return { ...cells, check: textCell(lineCheck(cells)) };
}

/** What stands for the lines of an import, whatever their order: a line edited, deleted or added changes it. */
export function linesCheck(rows: readonly { readonly cells: RowCells }[]): string {
  const texts = rows.map(({ cells }) => checkedText(cells));
  return checksum(texts.sort().join('\n'));
}

/** What a row of « Lignes d'import » does to the register. `run`: the one that is under way; `month`: its payroll month. */
export interface RegisterMove {
  readonly row: BookRow;
  readonly sign: RegisterSign;
  readonly run: string;
  readonly month: string;
  /** The run that brought the absence to payroll, and its month. */
  readonly origin: { readonly run: string; readonly month: string };
}

/** Cells that the register takes over as they are. */
export const registeredColumns = [
  'employeeNumber',
  'code',
  'account',
  'from',
  'fromHalf',
  'to',
  'toHalf',
  'days',
  'hours',
  'detail',
  'accountId',
  'luccaId',
];

/** What takes back a row of the register, under the same import. */
export function inverseMove(row: BookRow, { number, month }: RecordedImport): RegisterMove {
  const cells = { ...row.cells, id: row.cells['lineId'] ?? blank, lastName: row.cells['name'] ?? blank };
  const sign = textOf(row, 'sign') === registerSigns.taken ? 'takenBack' : 'taken';
  const origin = { run: textOf(row, 'origin'), month: textOf(row, 'originMonth') };
  return { row: { ...row, cells }, sign, run: number, month, origin };
}

function moveCells(move: RegisterMove, line: number): RowCells {
  const { row, sign, run, month, origin } = move;
  const same = registeredColumns.map((key): [string, Cell] => [key, row.cells[key] ?? blank]);
  return {
    line: textCell(String(line)),
    run: textCell(run),
    month: textCell(month),
    lineId: row.cells['id'] ?? blank,
    sign: textCell(registerSigns[sign]),
    origin: textCell(origin.run),
    originMonth: textCell(origin.month),
    name: textCell([textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim()),
    ...Object.fromEntries(same),
  };
}

/**
 * The register goes on with `moves`, each line checked over the one before, and the settings remember where it ends.
 * @param settings rows of `_reglages_absences`.
 */
export function registerLines(
  moves: readonly RegisterMove[],
  { line, check }: TransferRegister['last'],
  settings: readonly BookRow[],
): PlanLine[] {
  if (moves.length === 0) return [];
  const { name: table } = absenceRegisterTable;
  let end = { line, check };
  const added = moves.map((move): PlanLine => {
    const cells = moveCells(move, end.line + 1);
    const texts = checkedTexts((key) => displayed(cells[key] ?? blank));
    end = { line: end.line + 1, check: ledgerCheck(end.check, texts) };
    const after = { ...cells, check: textCell(end.check) };
    return { operation: 'add', table, key: rowKey(absenceRegisterTable, after), after, reason: 'result' };
  });
  const kept = [settingCells(REGISTER_END, registerEnd(end))];
  return [...added, ...replacing(absenceSettingsTable, settings, kept, () => false)];
}
