/** « Exports de temps » and « Registre de temps » as the computation takes them: closed months with their settings, and what they recorded. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { ledgerCheck } from '../../domain/review/checksum.ts';
import { frozenTime, type FrozenTime } from '../../domain/worktime/frozenTime.ts';
import type { RecordedTime } from '../../domain/worktime/recordedTime.ts';
import {
  timeMemory,
  type ExportMemory,
  type MonthMinutes,
  type PersonMemory,
} from '../../domain/worktime/timeMemory.ts';
import type { BookRow, BookSnapshot, TableState } from '../../flows/book.ts';
import { currentIds, type CurrentIds } from '../people/currentIds.ts';
import { cellText } from '../vouchers/readRegister.ts';
import { stateFindings, stateOf } from './exportStates.ts';
import { exportMemory, memoryParts, type MemoryPart } from './readTimeMemory.ts';
import { destinationLabels, timeExportsTable, type Destination, type ExportState } from './timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from './timeRegisterTable.ts';

/** One export of « Exports de temps ». `lines`: those it has, in the register once it is confirmed. */
export interface RecordedExport {
  readonly number: string;
  readonly month: PlainMonth;
  readonly state: ExportState;
  readonly lines: number;
}

export interface ClosedTime {
  readonly month: PlainMonth;
  readonly number: string;
  readonly settings: FrozenTime;
  /** False: nothing says which corrections it counted, and none of its month is counted any more. */
  readonly isRemembered: boolean;
}

export interface TimeRegister {
  readonly exports: readonly RecordedExport[];
  /** Confirmed exports whose settings could be read, by month. */
  readonly closed: readonly ClosedTime[];
  /** By person, under the identifier that they have now, as all that follows. */
  readonly entries: ReadonlyMap<string, readonly RecordedTime[]>;
  /** What confirmed exports remember of a person beside the register. */
  readonly memoryOf: (employeeId: string) => PersonMemory;
  /** Minutes that the last confirmed export left refused. */
  readonly refused: readonly MonthMinutes[];
  /** Number and check value of the last line, from which the next ones go on. */
  readonly last: { readonly line: number; readonly check: string };
  readonly findings: readonly Finding[];
}

function rowsOf(state: TableState | undefined): readonly BookRow[] {
  return state?.state === 'found' ? state.rows.filter(({ key }) => key !== '') : [];
}

/** NaN for what is no number. */
function numberIn(row: BookRow, key: string): number {
  const text = cellText(row, key).replace(',', '.');
  return text === '' ? NaN : Number(text);
}

function told(code: string, table: string, key: string, facts: Finding['facts'] = {}): Finding {
  return { code, severity: 'error', place: { table, key }, facts };
}

/** The cells of a line that its check value stands for, in the order of the columns. */
export function checkedTexts(cells: (key: string) => string): string[] {
  return timeRegisterTable.columns.flatMap(({ key }) => (key === 'check' ? [] : cells(key)));
}

function exportsIn(snapshot: BookSnapshot, findings: Finding[]): RecordedExport[] {
  return rowsOf(snapshot[timeExportsTable.name]).flatMap((row): RecordedExport[] => {
    const month = parsePlainMonth(cellText(row, 'month'));
    const state = stateOf(row);
    if (month && state) return [{ number: row.key, month, state, lines: numberIn(row, 'lines') || 0 }];
    findings.push(told('timeExportUnreadable', timeExportsTable.name, row.key, { export: row.key }));
    return [];
  });
}

/** A part by number of export, its pieces in order: the settings, `1`, `2`…, where `part` is '', else `CORRECTIONS-1`… */
function partByExport(snapshot: BookSnapshot, part: MemoryPart | ''): ReadonlyMap<string, readonly string[]> {
  const pieces = new Map<string, { readonly at: number; readonly text: string }[]>();
  const prefix = part === '' ? '' : `${part}-`;
  for (const row of rowsOf(snapshot[timeSettingsTable.name])) {
    const [number = '', name = ''] = row.key.split('/');
    const at = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^\d+$/.test(at)) continue;
    pieces.set(number, [...(pieces.get(number) ?? []), { at: Number(at), text: cellText(row, 'value') }]);
  }
  const inOrder = ([number, own]: [string, { at: number; text: string }[]]) =>
    [number, own.sort((a, b) => a.at - b.at).map(({ text }) => text)] as const;
  return new Map([...pieces].map(inOrder));
}

/** A memory of people under the identifiers that they have now. */
function ofCurrent({ corrected, typed, refused }: ExportMemory, of: CurrentIds['of']): ExportMemory {
  const renamed = <T extends { readonly employeeId: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, employeeId: of(row.employeeId) }));
  return { corrected: renamed(corrected), typed: renamed(typed), refused: renamed(refused) };
}

/** What each export remembers; those that remember nothing left out. */
function memoriesByExport(snapshot: BookSnapshot, { of }: CurrentIds): ReadonlyMap<string, ExportMemory> {
  const parts = new Map(memoryParts.map((part) => [part, partByExport(snapshot, part)] as const));
  const numbers = [...(parts.get('CORRECTIONS')?.keys() ?? [])];
  return new Map(
    numbers.flatMap((number) => {
      const own = exportMemory((part) => (parts.get(part)?.get(number) ?? []).join(''));
      return own ? [[number, ofCurrent(own, of)] as const] : [];
    }),
  );
}

/** Lines in the order in which they were written, whatever the sort of the sheet. The first whose check value is wrong is told. */
function checkedLines(snapshot: BookSnapshot, findings: Finding[]) {
  const rows = [...rowsOf(snapshot[timeRegisterTable.name])].sort((a, b) => Number(a.key) - Number(b.key));
  let previous = '';
  for (const row of rows) {
    const check = cellText(row, 'check');
    const texts = checkedTexts((key) => cellText(row, key));
    if (check !== ledgerCheck(previous, texts)) {
      findings.push(told('timeRegisterEdited', timeRegisterTable.name, row.key, { line: row.key }));
      break;
    }
    previous = check;
  }
  const last = rows.at(-1);
  return { rows, last: { line: Number(last?.key ?? 0), check: last ? cellText(last, 'check') : '' } };
}

/** Lines cut off at the end leave no wrong check value; nor does a sheet deleted whole. */
function lostLines(exports: readonly RecordedExport[], rows: readonly BookRow[], settled: Iterable<string>): Finding[] {
  const held = new Map<string, number>();
  for (const row of rows) held.set(cellText(row, 'export'), (held.get(cellText(row, 'export')) ?? 0) + 1);
  const kept = exports.filter(({ state }) => state === 'confirmed' || state === 'cancelled');
  const known = new Set(exports.map(({ number }) => number));
  const lost = [...new Set([...settled, ...held.keys()])].filter((number) => !known.has(number));
  return [
    ...kept
      .filter(({ number, lines }) => (held.get(number) ?? 0) !== lines)
      .map(({ number }) => told('timeRegisterCut', timeRegisterTable.name, number, { export: number })),
    ...lost.map((number) => told('timeExportLost', timeExportsTable.name, number, { export: number })),
  ];
}

function recordedIn(row: BookRow): RecordedTime | undefined {
  const origin = parsePlainMonth(cellText(row, 'origin'));
  const [minutes, hundredths] = [numberIn(row, 'minutes'), numberIn(row, 'hundredths')];
  const label = cellText(row, 'destination');
  const destination = (Object.keys(destinationLabels) as Destination[]).find(
    (each) => destinationLabels[each] === label,
  );
  if (!origin || !destination || !Number.isInteger(minutes) || !Number.isInteger(hundredths)) return undefined;
  return { origin, account: cellText(row, 'account'), minutes, hundredths, destination };
}

/** What the workbook holds of closed months. A line that cannot be read, or was edited, is an error: nothing is computed on it. */
export function readTimeRegister(snapshot: BookSnapshot): TimeRegister {
  const findings: Finding[] = [];
  const exports = exportsIn(snapshot, findings);
  const settings = partByExport(snapshot, '');
  const ids = currentIds(snapshot);
  const memories = memoriesByExport(snapshot, ids);
  const confirmed = new Map(exports.flatMap((each) => (each.state === 'confirmed' ? [[each.number, each]] : [])));
  const inOrder = [...confirmed.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
  // What an export forgot may be of any month before it.
  const [forgotten] = inOrder.filter(({ number }) => !memories.has(number)).slice(-1);
  const closed = inOrder.flatMap(({ number, month }): ClosedTime[] => {
    const own = frozenTime(settings.get(number) ?? []);
    if (!own) findings.push(told('timeSettingsLost', timeExportsTable.name, number, { export: number }));
    const isRemembered = forgotten === undefined || month > forgotten.month;
    return own ? [{ month, number, settings: own, isRemembered }] : [];
  });
  const { rows, last } = checkedLines(snapshot, findings);
  const registered = new Set(rows.map((row) => cellText(row, 'export')));
  const odd = stateFindings(snapshot[timeExportsTable.name], registered);
  const isOdd = new Set(odd.map(({ place }) => place?.key));
  // An export whose state is wrong is told of its state alone.
  findings.push(...odd, ...lostLines(exports, rows, settings.keys()).filter(({ place }) => !isOdd.has(place?.key)));
  const entries = new Map<string, RecordedTime[]>();
  for (const row of rows.filter((each) => confirmed.has(cellText(each, 'export')))) {
    const own = recordedIn(row);
    if (!own) findings.push(told('timeRegisterUnreadable', timeRegisterTable.name, row.key, { line: row.key }));
    const person = ids.of(cellText(row, 'luccaId'));
    entries.set(person, [...(entries.get(person) ?? []), ...(own ? [own] : [])]);
  }
  const remembered = closed.flatMap(({ number }) => memories.get(number) ?? []);
  const refused = memories.get(closed.at(-1)?.number ?? '')?.refused ?? [];
  return { exports, closed, entries, memoryOf: timeMemory(remembered, refused), refused, last, findings };
}
