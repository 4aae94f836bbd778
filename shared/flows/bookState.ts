/** What the workbook says of itself: where its data come from, what is under way, what can be undone. */
import { instant, parsePlainMonth, type Instant, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { ledgerCheck } from '../domain/review/checksum.ts';
import { displayed, textCell } from '../domain/review/cell.ts';
import type { Finding } from '../domain/finding.ts';
import { fieldGroups, type FieldGroup } from '../domain/people/employeeFields.ts';
import type { PlanLine, RowCells } from '../domain/review/plan.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { journalTable, planTable, stateTable } from '../tables/memoryTables.ts';
import type { TableDeclaration } from '../tables/declaration.ts';
import { tables } from '../tables/updateTables.ts';
import type { Book, BookError, BookRow, BookSnapshot } from './book.ts';
import { isUndone } from './planHistory.ts';
import { recordedPlan, type RecordedPlan, type RecordedState } from './planRecord.ts';

/** Whose people the workbook speaks of: known from the first link or update, while an identifier of Lucca remains. */
export interface BookOwner {
  readonly connection: string;
  readonly account: string;
}

/** Where the data of the workbook come from. */
export interface BookOrigin extends BookOwner {
  readonly asOf: Instant;
  readonly lastChange: number;
  readonly months: readonly PlainMonth[];
  /** What Lucca was read with, as `mappingText` writes it; absent or '' without a mapping. */
  readonly mapping?: string;
}

export interface BookState {
  /** Null before the first link or update. */
  readonly owner: BookOwner | null;
  /** Null before the first update. */
  readonly origin: BookOrigin | null;
  /** A plan begun and not finished: nothing else may be written before it is resumed or taken back. */
  readonly pending: RecordedPlan | null;
  /** The last plan, when it can be undone. */
  readonly undoable: RecordedPlan | null;
  /** Files that lack something are not created; they are until somebody says otherwise. */
  readonly incompleteWaits: boolean;
  /** Groups of fields whose changes are taken from Lucca without asking; none until somebody says otherwise. */
  readonly automatic: readonly FieldGroup[];
  /** Differences that the last update left to decide. */
  readonly undecided: number;
  readonly findings: readonly Finding[];
}

/** The name of what the workbook remembers of incomplete files, and the value that makes them wait. */
export const INCOMPLETE = 'incomplete';
export const WAITS = 'wait';

/** The name of what it remembers of automatic changes; its value is their groups, with spaces between. */
export const AUTOMATIC = 'automatic';

/** The name of what it remembers of the differences left to decide: how many. */
export const UNDECIDED = 'undecided';

const SCHEMA = '1';

/** Rows of a table, or none when it is absent. */
export function rowsOf(snapshot: BookSnapshot, table: string): readonly BookRow[] {
  const state = snapshot[table];
  return state?.state === 'found' ? state.rows : [];
}

function stateValues(snapshot: BookSnapshot): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(snapshot, stateTable.name).map((row) => [row.key, displayed(row.cells['value'] ?? textCell(''))]),
  );
}

/** Undefined for a text that a person spoilt. */
function instantIn(text: string): Instant | undefined {
  try {
    return instant(text);
  } catch {
    return undefined;
  }
}

function ownerOf(values: ReadonlyMap<string, string>): BookOwner | null {
  const connection = values.get('CONNECTION');
  return connection ? { connection, account: values.get('ACCOUNT') ?? '' } : null;
}

function originOf(values: ReadonlyMap<string, string>): BookOrigin | null {
  const [owner, asOf] = [ownerOf(values), instantIn(values.get('ASOF') ?? '')];
  if (!owner || !asOf) return null;
  const months = (values.get('MONTHS') ?? '').split(' ').flatMap((text) => parsePlainMonth(text) ?? []);
  return {
    ...owner,
    asOf,
    lastChange: Number(values.get('LASTCHANGE')) || 0,
    months,
    ...(values.has('MAPPING') ? { mapping: values.get('MAPPING') ?? '' } : {}),
  };
}

function automaticIn(text: string): FieldGroup[] {
  const held = text.split(' ');
  return fieldGroups.filter((group) => held.includes(group));
}

function valueLines(snapshot: BookSnapshot, wanted: readonly (readonly [string, string])[]): PlanLine[] {
  const rows = new Map(rowsOf(snapshot, stateTable.name).map((row) => [row.key, row]));
  return wanted.flatMap(([name, value]) => stateLines(name, rows.get(name.toUpperCase())?.cells, value));
}

/** The lines that make the workbook remember whose people it speaks of. */
export function ownerLines(snapshot: BookSnapshot, { connection, account }: BookOwner): PlanLine[] {
  return valueLines(snapshot, [
    // Before the connection: a plan cut short between them leaves no owner rather than one without an account.
    ['account', account],
    ['connection', connection],
  ]);
}

/** The lines that make the workbook remember `origin`. */
export function originLines(snapshot: BookSnapshot, origin: BookOrigin): PlanLine[] {
  const isMapped = rowsOf(snapshot, stateTable.name).some(({ key }) => key === 'MAPPING');
  return [
    ...ownerLines(snapshot, origin),
    ...valueLines(snapshot, [
      ['asOf', origin.asOf],
      ['lastChange', String(origin.lastChange)],
      ['months', origin.months.join(' ')],
      ['schema', SCHEMA],
      ...(origin.mapping || isMapped ? [['mapping', origin.mapping ?? ''] as const] : []),
    ]),
  ];
}

/** `cells`: of the row of `name`, undefined when there is none. */
function stateLines(name: string, cells: RowCells | undefined, value: string): PlanLine[] {
  const same = { table: stateTable.name, key: name.toUpperCase(), reason: 'memory' as const };
  if (!cells) return [{ ...same, operation: 'add', after: { key: textCell(name), value: textCell(value) } }];
  const before = cells['value'] ?? textCell('');
  return displayed(before) === value
    ? []
    : [{ ...same, operation: 'set', column: 'value', before, after: textCell(value) }];
}

/** What the workbook remembers now of the differences left to decide, as {@link undecidedLines} takes it. */
export function undecidedHeld(snapshot: BookSnapshot): RowCells | undefined {
  return rowsOf(snapshot, stateTable.name).find(({ key }) => key === UNDECIDED.toUpperCase())?.cells;
}

/** The line that makes the workbook remember that `count` differences are left to decide; none that only says 0. */
export function undecidedLines(held: RowCells | undefined, count: number): PlanLine[] {
  return count === 0 && !held ? [] : stateLines(UNDECIDED, held, String(count));
}

/** Date of the data after `lines` are written, undefined when they do not say; null when they take it away. */
export function asOfAfter(lines: readonly PlanLine[]): Instant | null | undefined {
  for (const line of lines) {
    if (line.table !== stateTable.name || line.key !== 'ASOF') continue;
    if (line.operation === 'delete') return null;
    return instantIn(displayed(line.operation === 'set' ? line.after : (line.after['value'] ?? textCell(''))));
  }
  return undefined;
}

/** Tables of `asked` that cannot be read as they stand. */
export function tableFindings(snapshot: BookSnapshot, asked: readonly TableDeclaration[]): Finding[] {
  return asked.flatMap((table): Finding[] => {
    const state = snapshot[table.name];
    if (state?.state === 'broken') {
      const facts = { sheet: state.sheet, table: table.title, headings: state.missingHeadings.join(', ') };
      return [{ code: 'tableBroken', severity: 'error', place: { table: table.name, sheet: state.sheet }, facts }];
    }
    if (state?.state === 'ambiguous') {
      const facts = { table: table.title, sheets: state.candidates.map((each) => each.sheet).join(', ') };
      return [{ code: 'tableAmbiguous', severity: 'error', place: { table: table.name }, facts }];
    }
    return [];
  });
}

/**
 * Columns of the tables that come from Lucca which the sheet does not have: deleted on purpose or renamed by mistake, nobody can tell, and
 * what Lucca says there goes nowhere.
 */
function columnFindings(snapshot: BookSnapshot): Finding[] {
  return [employeesTable, absencesTable].flatMap((table): Finding[] => {
    const state = snapshot[table.name];
    if (state?.state !== 'found') return [];
    const gone = table.columns
      .filter(({ key, isDerived }) => !isDerived && !(key in state.letters))
      .map(({ heading }) => heading);
    if (gone.length === 0) return [];
    const place = { table: table.name, sheet: state.sheet };
    return [
      { code: 'columnsMissing', severity: 'warning', place, facts: { sheet: state.sheet, headings: gone.join(', ') } },
    ];
  });
}

/** Cells of a row of « Journal » that its check value covers. */
export function journalCells(row: BookRow): string[] {
  return journalTable.columns
    .filter(({ key }) => key !== 'check')
    .map(({ key }) => displayed(row.cells[key] ?? textCell('')));
}

function journalFindings(snapshot: BookSnapshot): Finding[] {
  let previous = '';
  for (const row of rowsOf(snapshot, journalTable.name)) {
    const check = displayed(row.cells['check'] ?? textCell(''));
    if (check !== ledgerCheck(previous, journalCells(row))) {
      return [
        {
          code: 'journalEdited',
          severity: 'warning',
          place: { table: journalTable.name, key: row.key },
          facts: { plan: row.key },
        },
      ];
    }
    previous = check;
  }
  return [];
}

function damaged(recorded: RecordedState): Finding[] {
  if (recorded.state !== 'damaged') return [];
  const code = recorded.mayBeOpen ? 'openPlanDamaged' : 'planDamaged';
  return [{ code, severity: 'error', place: { table: planTable.name }, facts: {} }];
}

/** What a snapshot of every table says. */
export function bookState(snapshot: BookSnapshot): BookState {
  const recorded = recordedPlan(rowsOf(snapshot, planTable.name));
  const plan = recorded.state === 'recorded' ? recorded.plan : null;
  const values = stateValues(snapshot);
  return {
    owner: ownerOf(values),
    origin: originOf(values),
    pending: plan?.header.state === 'open' ? plan : null,
    undoable: plan && isUndone(plan.header) ? plan : null,
    incompleteWaits: values.get(INCOMPLETE.toUpperCase()) === WAITS,
    automatic: automaticIn(values.get(AUTOMATIC.toUpperCase()) ?? ''),
    undecided: Number(values.get(UNDECIDED.toUpperCase())) || 0,
    findings: [
      ...tableFindings(snapshot, tables),
      ...columnFindings(snapshot),
      ...journalFindings(snapshot),
      ...damaged(recorded),
    ],
  };
}

/** Reads the workbook and says what it says of itself. */
export async function readBookState(book: Book): Promise<Result<BookState, BookError>> {
  const snapshot = await book.read(tables);
  return snapshot.ok ? ok(bookState(snapshot.value)) : snapshot;
}
