/** « Pointage de la paie »: the journal of the month against what was handed over, as rows of its sheet, explanations kept. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { payrollEstablishment } from '../../../domain/files/payrollPeople.ts';
import { payrollCheckOf, type CheckedLine } from '../../../domain/people/month/payrollCheck.ts';
import { blank, isBlank, isExactly, numberCell, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import {
  checkStates,
  goneState,
  measureHeadings,
  payrollCheckTable,
  payrollJournalTable,
} from '../../../tables/people/payrollCheckTables.ts';
import {
  codeText,
  readPayrollJournal,
  type KnownPaid,
  type PayrollJournal,
} from '../../../tables/people/readPayrollJournal.ts';
import { establishmentNamed, readEstablishments, type Establishment } from '../../../tables/readEstablishments.ts';
import { sourceTables } from '../../../tables/tables.ts';
import { readTimeAccounts } from '../../../tables/worktime/readTimeAccounts.ts';
import { regulationsTable } from '../../../tables/vouchers/regulationsTable.ts';
import { timeAccountsTable } from '../../../tables/worktime/timeAccountsTable.ts';
import type { ApplyError, ApplyPorts, ApplyReport } from '../../apply.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../../book.ts';
import { bookState, rowsOf, tableFindings } from '../../bookState.ts';
import { newTables } from '../../newTables.ts';
import { ownPeople } from '../../ownPeople.ts';
import type { FlowOptions } from '../../ports.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { withLines } from '../../vouchers/preparation.ts';
import type { BroughtJournal } from './bringJournal.ts';
import { handedOver, type HandedOver } from './handedOver.ts';
import { writeMonth } from './writeMonth.ts';

export interface PayrollCheck {
  readonly month: PlainMonth;
  readonly snapshot: BookSnapshot;
  readonly lines: readonly CheckedLine[];
  /** Rows of the sheet, one for each line, in the same order; then those that were explained and that nothing says any more. */
  readonly rows: readonly RowCells[];
  /** Lines that differ and that nobody explained. */
  readonly unexplained: number;
  readonly findings: readonly Finding[];
  /** Lines that bring a file into the journal, written with the check. */
  readonly brought: readonly PlanLine[];
  /** Lines that the file brings, 0 without a file. */
  readonly kept: number;
}

/** `noJournal`: nothing of the month stands in « Journal de paie », which is there to be filled. */
export type PayrollCheckError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'pending' }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] }
  | { readonly code: 'noJournal'; readonly findings: readonly Finding[] };

const HUNDRED = 100;
const CODES_TOLD = 5;

/** Names by which an establishment may be called. */
function aliasesOf({ id, code, name, codes }: Establishment): string[] {
  return [id, code, name, codes.payrollDossier].filter((each) => each !== '');
}

/** Who may be paid: everybody of « Salariés », and those to whom something was handed over, who may have left it. */
function payees(snapshot: BookSnapshot, establishments: readonly Establishment[], handed: HandedOver): KnownPaid[] {
  const placed = (typed: string) => {
    const own = establishmentNamed(establishments, typed);
    return { place: own ? payrollEstablishment(own) : typed, aliases: own ? aliasesOf(own) : [typed] };
  };
  const present = ownPeople(snapshot).value.map((row): KnownPaid => {
    const name = ['lastName', 'firstName'].map((key) => textOf(row, key)).join(' ');
    return { ...placed(textOf(row, 'establishment')), employeeNumber: textOf(row, 'employeeNumber'), name };
  });
  const handedTo = handed.lines.map(({ place, employeeNumber, name }): KnownPaid => {
    return { ...placed(place), place, employeeNumber, name };
  });
  // Who was handed something is written as the file wrote them.
  return [...present, ...handedTo];
}

/** Codes under which something is, or may be, handed over. */
function ownCodes(snapshot: BookSnapshot, { lines }: HandedOver): ReadonlySet<string> {
  const accounts = readTimeAccounts(snapshot[timeAccountsTable.name]).value;
  const paid = accounts.filter(({ transfer }) => transfer === 'payroll');
  const rubriques = rowsOf(snapshot, regulationsTable.name).map((row) => textOf(row, 'payCode'));
  const codes = [
    ...rubriques,
    ...lines.map(({ code }) => code),
    ...paid.map(({ payrollCode, account }) => payrollCode || account.code),
  ];
  return new Set(codes.map(codeText).filter((code) => code !== ''));
}

function otherCodes({ others }: PayrollJournal): Finding[] {
  if (others.size === 0) return [];
  const lines = [...others.values()].reduce((sum, each) => sum + each, 0);
  const codes = [...others.keys()].slice(0, CODES_TOLD).join(', ');
  return [
    {
      code: 'journalOtherCodes',
      severity: 'info',
      facts: { lines, codes, others: Math.max(0, others.size - CODES_TOLD) },
    },
  ];
}

const figureCell = (hundredths: number | null): Cell =>
  hundredths === null ? blank : numberCell(hundredths / HUNDRED);

/** What the person wrote holds while the figures are the same; of other figures it is kept apart. */
function explanationCells(row: BookRow | undefined, expected: Cell, found: Cell): RowCells {
  const own = row?.cells['explanation'] ?? blank;
  const former = row?.cells['formerExplanation'] ?? blank;
  const isSame = (key: string, cell: Cell) => isExactly(row?.cells[key] ?? blank, cell);
  if (!row || (isSame('expected', expected) && isSame('found', found)))
    return { explanation: own, formerExplanation: former };
  return { explanation: blank, formerExplanation: isBlank(own) ? former : own };
}

function cellsOf(line: CheckedLine, month: PlainMonth, held: ReadonlyMap<string, BookRow>): RowCells {
  const [expected, found] = [figureCell(line.expected), figureCell(line.found)];
  const cells = {
    month: textCell(month),
    state: textCell(checkStates[line.state]),
    establishment: textCell(line.place),
    employeeNumber: textCell(line.employeeNumber),
    name: textCell(line.name),
    code: textCell(line.code),
    label: textCell(line.label),
    measure: textCell(measureHeadings[line.measure]),
    expected,
    found,
    gap: numberCell(line.gap / HUNDRED),
    lines: numberCell(line.lines),
  };
  return { ...cells, ...explanationCells(held.get(rowKey(payrollCheckTable, cells)), expected, found) };
}

/** Explained rows of the month that nothing says any more: their words wait for the line to come back. */
function goneRows(held: readonly BookRow[], current: ReadonlySet<string>, month: PlainMonth): RowCells[] {
  const isExplained = ({ cells }: BookRow) =>
    ['explanation', 'formerExplanation'].some((key) => !isBlank(cells[key] ?? blank));
  return held
    .filter((row) => row.key !== '' && textOf(row, 'month') === month && !current.has(row.key) && isExplained(row))
    .map(({ cells }) => ({ ...cells, state: textCell(goneState) }));
}

/** Lines of the journal against lines handed over, in what was read. */
function checkIn(snapshot: BookSnapshot, month: PlainMonth, handed: HandedOver, brought: BroughtJournal) {
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const journal = readPayrollJournal(snapshot[payrollJournalTable.name], {
    month,
    people: payees(snapshot, establishments, handed),
    places: establishments.flatMap(aliasesOf),
    codes: ownCodes(snapshot, handed),
  });
  const lines = payrollCheckOf(handed.lines, journal.value.lines);
  const own = rowsOf(snapshot, payrollCheckTable.name);
  const held = new Map(own.map((row) => [row.key, row]));
  const current = lines.map((line) => cellsOf(line, month, held));
  const keys = new Set(current.map((cells) => rowKey(payrollCheckTable, cells)));
  const rows = [...current, ...goneRows(own, keys, month)];
  const { pasted, count } = journal.value;
  const isMixed = pasted > 0 && pasted < count;
  const findings: Finding[] = [
    ...brought.findings,
    ...journal.findings,
    ...handed.findings,
    ...otherCodes(journal.value),
    ...(lines.length === 0 ? [{ code: 'checkNothing', severity: 'warning' as const, facts: { month } }] : []),
    ...(isMixed ? [{ code: 'journalPastedBeside', severity: 'warning' as const, facts: { lines: pasted } }] : []),
  ];
  const unexplained = lines.filter(({ state }, at) => state !== 'equal' && isBlank(rows[at]?.['explanation'] ?? blank));
  const sums = { unexplained: unexplained.length, brought: brought.lines, kept: brought.kept };
  const check: PayrollCheck = { month, snapshot, lines, rows, findings, ...sums };
  return { check, count };
}

/** The workbook as a file will have made its journal. */
function broughtIn(snapshot: BookSnapshot, brought: readonly PlanLine[]): BookSnapshot {
  const journal = snapshot[payrollJournalTable.name];
  if (journal?.state !== 'found') return snapshot;
  const gone = new Set(brought.flatMap(({ operation, key }) => (operation === 'delete' ? [key] : [])));
  const rows = journal.rows.filter(({ key }) => !gone.has(key));
  return withLines({ ...snapshot, [payrollJournalTable.name]: { ...journal, rows } }, brought);
}

export interface PayrollCheckRequest {
  readonly month: PlainMonth;
  /** The lines that bring a file into the journal; none when what was pasted is checked. */
  readonly bring?: (snapshot: BookSnapshot) => BroughtJournal;
}

const nothingBrought: BroughtJournal = { lines: [], kept: 0, findings: [] };

/** Reads the workbook and checks its journal; the sheet to paste it in is made where it is not there. Writes nothing else. */
export async function computePayrollCheck(
  { book }: { readonly book: Book },
  { month, bring = () => nothingBrought }: PayrollCheckRequest,
  options: FlowOptions = {},
): Promise<Result<PayrollCheck, PayrollCheckError>> {
  const read = await book.read(sourceTables);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  if (bookState(read.value).pending) return fail({ code: 'pending' });
  const broken = tableFindings(read.value, sourceTables);
  if (broken.length > 0) return fail({ code: 'unsound', findings: broken });
  const made = await newTables(book, read.value, [payrollJournalTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const { snapshot } = made.value;
  const brought = bring(snapshot);
  const handed = await handedOver(book, snapshot, month);
  const { check, count } = checkIn(broughtIn(snapshot, brought.lines), month, handed, brought);
  return count === 0 ? fail({ code: 'noJournal', findings: [...brought.findings, ...handed.findings] }) : ok(check);
}

/** Writes « Pointage de la paie », and what a file brings into the journal, as one plan. */
export function writePayrollCheck(
  ports: ApplyPorts,
  { month, snapshot, rows, brought }: PayrollCheck,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const sheets = [{ table: payrollCheckTable, rows, isKept: true }];
  return writeMonth(ports, { kind: 'payrollCheck', month, snapshot, sheets, more: brought }, options);
}
