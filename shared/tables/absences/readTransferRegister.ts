/** « Imports d'absences » and « Registre des absences » as they stand: what payroll holds, and the months that are closed. */
import type { NamedBinding } from '../../domain/absences/bindAccounts.ts';
import { closedAbsences, type ClosedAbsences } from '../../domain/absences/frozenBindings.ts';
import { halfDaysIn } from '../../domain/absences/transferLines.ts';
import { heldBy, type TransferEntry } from '../../domain/absences/transferRegister.ts';
import { parsePlainDate, parsePlainMonth, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { ledgerCheck } from '../../domain/review/checksum.ts';
import type { BookRow, BookSnapshot, TableState } from '../../flows/book.ts';
import { canonicalKey } from '../declaration.ts';
import { currentIds } from '../people/currentIds.ts';
import { cellText } from '../vouchers/readRegister.ts';
import { absenceRegisterTable, absenceSettingsTable, registerSigns } from './absenceRegisterTable.ts';
import { absenceImportsTable, importLinesTable } from './importsTable.ts';
import { importOrder, readImports, type RecordedImport } from './readImports.ts';

/** The first month that was handed over, and its first day. */
export interface RegisterStart {
  readonly month: PlainMonth;
  readonly from: PlainDate;
}

/** `2026-10-01 2026-10-31` */
export interface WrittenPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface TransferRegister {
  /** In order of their numbers. */
  readonly imports: readonly RecordedImport[];
  readonly prepared: RecordedImport | null;
  /** Null as long as payroll holds nothing and no month is closed. */
  readonly start: RegisterStart | null;
  /** In order of months. */
  readonly closed: readonly ClosedAbsences<NamedBinding>[];
  /** Keys of the lines of « Lignes d'import » that payroll did, and did not undo. */
  readonly applied: ReadonlySet<string>;
  /** By month, the dates of a period that were written rather than typed. */
  readonly written: ReadonlyMap<string, WrittenPeriod>;
  /** The greatest number that an import ever had, 0 before the first. */
  readonly lastNumber: number;
  /** What payroll holds, under the identifiers that people have now. */
  readonly held: readonly TransferEntry[];
  /** Number and check value of the last line, from which the next ones go on. */
  readonly last: { readonly line: number; readonly check: string };
  /** Errors: nothing is prepared nor confirmed on a register that cannot be trusted. */
  readonly findings: readonly Finding[];
}

/** Key of what the settings remember of the end of the register: lines cut off at the end leave no wrong check value. */
export const REGISTER_END = 'REGISTER';

/** Key of the starting point that the register was begun with. */
export const REGISTER_START = 'START';

/** `2026-10 2026-10-01` */
export function registerStart({ month, from }: RegisterStart): string {
  return `${month} ${from}`;
}

/** `12 0f3a…`: the last line and its check value. */
export function registerEnd({ line, check }: TransferRegister['last']): string {
  return `${line} ${check}`;
}

function rowsOf(state: TableState | undefined): readonly BookRow[] {
  return state?.state === 'found' ? state.rows.filter(({ key }) => key !== '') : [];
}

function told(code: string, table: string, key: string, facts: Finding['facts'] = {}): Finding {
  return { code, severity: 'error', place: { table, key }, facts };
}

/** The cells of a line that its check value stands for, in the order of the columns. */
export function checkedTexts(cells: (key: string) => string): string[] {
  return absenceRegisterTable.columns.flatMap(({ key }) => (key === 'check' ? [] : cells(key)));
}

function closedIn(snapshot: BookSnapshot, findings: Finding[]): ClosedAbsences<NamedBinding>[] {
  const parts = new Map<string, { readonly at: number; readonly text: string }[]>();
  for (const row of rowsOf(snapshot[absenceSettingsTable.name])) {
    const [, month, at] = /^(\d{4}-\d{2})\/CLOSE-(\d+)$/.exec(row.key) ?? [];
    if (month === undefined) continue;
    parts.set(month, [...(parts.get(month) ?? []), { at: Number(at), text: cellText(row, 'value') }]);
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, pieces]) => {
      const texts = pieces.sort((a, b) => a.at - b.at).map(({ text }) => text);
      const closed = closedAbsences<NamedBinding>(texts);
      if (!closed) findings.push(told('absenceCloseUnreadable', absenceSettingsTable.name, month, { month }));
      return closed ?? [];
    });
}

function startIn(snapshot: BookSnapshot): RegisterStart | null {
  const row = rowsOf(snapshot[absenceSettingsTable.name]).find(({ key }) => key === REGISTER_START);
  const [typedMonth = '', typedFrom = ''] = row ? cellText(row, 'value').split(' ') : [];
  const [month, from] = [parsePlainMonth(typedMonth), parsePlainDate(typedFrom)];
  return month && from ? { month, from } : null;
}

/** What the settings remember under `…/PART`, by what comes before. */
function remembered(snapshot: BookSnapshot, part: string): ReadonlyMap<string, string> {
  const end = `/${part}`;
  const rows = rowsOf(snapshot[absenceSettingsTable.name]).filter(({ key }) => key.endsWith(end));
  return new Map(rows.map((row) => [row.key.slice(0, -end.length), cellText(row, 'value')]));
}

/**
 * An import whose row was deleted, or says another month, would be made twice, or undone in a closed month. One that payroll took nothing of is
 * missed by nobody.
 */
function lostImports(snapshot: BookSnapshot, imports: readonly RecordedImport[]): Finding[] {
  const months = new Map(imports.map(({ number, month }) => [number, month]));
  const used = new Set(rowsOf(snapshot[absenceRegisterTable.name]).map((row) => cellText(row, 'run')));
  return [...remembered(snapshot, 'RUN')].flatMap(([run, month]) =>
    months.get(run) === month || !(months.has(run) || used.has(run))
      ? []
      : [told('absenceImportLost', absenceImportsTable.name, run, { run, month })],
  );
}

/** Each line is done and undone in turn. */
function appliedIn(rows: readonly BookRow[]): ReadonlySet<string> {
  const applied = new Set<string>();
  for (const row of rows) {
    const key = canonicalKey(importLinesTable, cellText(row, 'lineId'));
    if (!applied.delete(key)) applied.add(key);
  }
  return applied;
}

/** Lines in the order in which they were written, whatever the sort of the sheet. The first whose check value is wrong is told. */
function checkedRows(snapshot: BookSnapshot, findings: Finding[]) {
  const { name } = absenceRegisterTable;
  const rows = [...rowsOf(snapshot[name])].sort((a, b) => Number(a.key) - Number(b.key));
  let previous = '';
  const wrong = rows.find((row) => {
    const check = cellText(row, 'check');
    const isRight =
      check ===
      ledgerCheck(
        previous,
        checkedTexts((key) => cellText(row, key)),
      );
    previous = check;
    return !isRight;
  });
  const end = rows.at(-1);
  const last = { line: Number(end?.key ?? 0), check: end ? cellText(end, 'check') : '' };
  const kept = rowsOf(snapshot[absenceSettingsTable.name]).find(({ key }) => key === REGISTER_END);
  const isCut = kept ? cellText(kept, 'value') !== registerEnd(last) : rows.length > 0;
  if (wrong) findings.push(told('absenceRegisterEdited', name, wrong.key, { line: wrong.key }));
  else if (isCut) findings.push(told('absenceRegisterCut', name, '', { line: last.line }));
  return { rows, last };
}

/** The half-days of a line; undefined when it cannot be read. */
function entriesIn(row: BookRow, of: (id: string) => string): TransferEntry[] | undefined {
  const halfDays = halfDaysIn(cellText(row, 'detail'));
  const month = parsePlainMonth(cellText(row, 'originMonth'));
  const label = cellText(row, 'sign');
  const isKnown = Object.values<string>(registerSigns).includes(label);
  if (!halfDays || !month || !isKnown) return undefined;
  const sign = label === registerSigns.taken ? 1 : -1;
  const [id, employeeId] = [cellText(row, 'luccaId'), of(cellText(row, 'luccaId'))];
  const about = {
    employeeId,
    ...(id === employeeId ? {} : { formerId: id }),
    code: cellText(row, 'code'),
    accountId: cellText(row, 'accountId'),
    run: cellText(row, 'origin'),
  };
  return halfDays.map((each) => ({ ...each, ...about, sign, month }));
}

/** Of an import whose row was deleted, the number is not given again. */
function lastNumberIn(snapshot: BookSnapshot, imports: readonly RecordedImport[]): number {
  const numbers = [...imports.map(({ number }) => number), ...remembered(snapshot, 'RUN').keys()];
  return Math.max(0, ...numbers.map(importOrder));
}

function writtenIn(snapshot: BookSnapshot): ReadonlyMap<string, WrittenPeriod> {
  const dates = [...remembered(snapshot, 'PERIOD')].flatMap(([month, text]): (readonly [string, WrittenPeriod])[] => {
    const [from, to] = text.split(' ').map(parsePlainDate);
    return from && to ? [[month, { from, to }]] : [];
  });
  return new Map(dates);
}

/** What the workbook holds of absences handed over. */
export function readTransferRegister(snapshot: BookSnapshot): TransferRegister {
  const { value: imports, findings: odd } = readImports(snapshot[absenceImportsTable.name]);
  const findings = [...odd];
  const closed = closedIn(snapshot, findings);
  const { rows, last } = checkedRows(snapshot, findings);
  if (findings.length === 0) findings.push(...lostImports(snapshot, imports));
  const { of } = currentIds(snapshot);
  const entries = rows.flatMap((row) => {
    const own = entriesIn(row, of);
    if (!own) findings.push(told('absenceRegisterUnreadable', absenceRegisterTable.name, row.key, { line: row.key }));
    return own ?? [];
  });
  const { held, orphans } = heldBy(entries);
  const [first] = orphans;
  if (first && findings.length === 0)
    findings.push(told('absenceRegisterOrphan', absenceRegisterTable.name, '', { date: first.date }));
  const prepared = imports.find(({ state }) => state === 'prepared') ?? null;
  const start = held.length > 0 || closed.length > 0 ? startIn(snapshot) : null;
  return {
    imports,
    prepared,
    start,
    closed,
    held,
    applied: appliedIn(rows),
    written: writtenIn(snapshot),
    lastNumber: lastNumberIn(snapshot, imports),
    last,
    findings,
  };
}
