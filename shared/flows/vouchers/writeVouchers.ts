/**
 * Writing a computation: the rows of its month in « Titres-restaurant » and « Détail TR » are made the same, the others are left;
 * « Totaux TR » and its chart follow.
 */
import { firstDay, type Instant } from '../../domain/calendar/plainDate.ts';
import { blank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { voucherSum } from '../../messages/fr/vouchers/sum.ts';
import { stateTable } from '../../tables/memoryTables.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { detailTable } from '../../tables/vouchers/detailTable.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import { resultRow, takenBy } from '../../tables/vouchers/resultRow.ts';
import { resultTable } from '../../tables/vouchers/resultTable.ts';
import { totalsTable } from '../../tables/vouchers/totalsTable.ts';
import { versionOn } from '../../tables/vouchers/readRegulations.ts';
import type { VoucherSupport } from '../../tables/vouchers/issuers.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookError, BookRow, BookSnapshot, ChartOutcome } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { FlowOptions } from '../ports.ts';
import { chartOf } from '../tableChart.ts';
import { nextMonth, type PersonVouchers, type VoucherComputation } from './computeVouchers.ts';
import { detailLines } from './detailRows.ts';
import { bookStateLines, writable } from './preparation.ts';
import { missingLines, type PeriodMove, type PeriodOptions } from './periods.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import { textOf, type VoucherBook } from './voucherBook.ts';
import { totalRows } from './voucherTotals.ts';

/** Paper or card: the person's own choice, else the one of the regulation. */
export function supportOf({ book }: VoucherComputation, { outcome }: PersonVouchers): VoucherSupport {
  const on = firstDay(outcome.month);
  const typed = book.regulations.find(({ name }) => name === outcome.regulation);
  const own = book.beneficiaries.supports.find(
    ({ employeeId, from, to }) =>
      employeeId === outcome.employeeId && (from === null || from <= on) && (to === null || to >= on),
  );
  return own?.support ?? (typed && versionOn(typed, on)?.order.support) ?? 'card';
}

/** « 22 jours − 3 absences = 19 »; '' for an incomplete person. */
export function sumOf(outcome: VoucherOutcome): string {
  if (outcome.state === 'incomplete') return '';
  return voucherSum(outcome.count, takenBy(outcome, 'absence'), takenBy(outcome, 'meal'));
}

/** Where they are ordered for, as the files say it; what « Salariés » says where no establishment is known. */
function establishmentOf({ book }: VoucherComputation, { row, place }: PersonVouchers): Cell {
  const name = book.establishments.find(({ id }) => id === place)?.name;
  return name === undefined ? (row.cells['establishment'] ?? blank) : textCell(name);
}

/** The rows of « Titres-restaurant » of a computation, in the order of « Salariés ». */
export function resultRows(computation: VoucherComputation): RowCells[] {
  return computation.people.map((person) => {
    const unit = computation.regulations.get(person.outcome.regulation)?.unit ?? null;
    const who = { ...person.row.cells, establishment: establishmentOf(computation, person) };
    return resultRow(person.outcome, who, unit, supportOf(computation, person), sumOf(person.outcome));
  });
}

/**
 * Regulations of the month that are ordered already keep their rows: what was ordered stays to be read. All others go, also those of a
 * regulation that has another name since, or is not valid any more: its people would be there twice, or with a number that nobody computed.
 */
function isReplaced({ book, month }: VoucherComputation): (row: BookRow) => boolean {
  const orders = book.register.orders.filter((each) => each.month === month && each.state !== 'cancelled');
  const ordered = new Set(orders.map(({ regulation }) => regulation));
  return (row) => textOf(row, 'month') === month && !ordered.has(textOf(row, 'regulation'));
}

const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };

/** Writes « État » and « À corriger » of the regulations as they were read: also when nothing could be computed with them. */
export async function writeStates(
  ports: ApplyPorts,
  book: VoucherBook,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const snapshot = await ports.book.read([regulationsTable]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const lines = writable(snapshot.value, bookStateLines(snapshot.value, book));
  return lines.length === 0 ? ok(nothing) : applyPlan(ports, lines, options, 'vouchers');
}

export interface WrittenVouchers extends ApplyReport {
  /** Rows of « Détail TR » that no sheet has room for. */
  readonly leftOut: number;
  /** A chart that could not be drawn changes nothing else: it is told, and tried again at the next computation. */
  readonly chart: Result<ChartOutcome, BookError>;
}

/** The periods that no row tells yet: those of closed orders, and the one that each regulation is to order next. */
function periodsOf({ book, regulations, month }: VoucherComputation, by: string, now: Instant): PeriodMove[] {
  const { orders, closed } = book.register;
  const done = closed.map((each): PeriodMove => {
    const order = orders.find(
      ({ regulation, state, ...its }) =>
        regulation === each.regulation.key && its.month === each.month && state !== 'cancelled',
    );
    const isOrdered = order?.state === 'ordered';
    const at = isOrdered ? blank : textCell(order?.validatedAt ?? '');
    return { ...each, state: isOrdered ? 'closed' : 'prepared', by: '', at };
  });
  const due = [...regulations.values()].filter(({ regulation }) => nextMonth(book, regulation) === month);
  return [
    ...done,
    ...due.map(({ regulation }): PeriodMove => ({ regulation, month, state: 'open', by, at: stamp(now) })),
  ];
}

const written = [regulationsTable, resultTable, totalsTable, detailTable, periodsTable, stateTable];

/** The rows of « Titres-restaurant » made those of the computation, and « Totaux TR » what the whole month adds up to. */
function resultLines(computation: VoucherComputation, before: BookSnapshot): PlanLine[] {
  const { month } = computation;
  const inScope = isReplaced(computation);
  const [held, computed] = [rowsOf(before, resultTable.name), resultRows(computation)];
  const ordered = held.filter((row) => row.key !== '' && textOf(row, 'month') === month && !inScope(row));
  const totals = totalRows(month, [...ordered.map(({ cells }) => cells), ...computed]);
  return [
    ...replacing(resultTable, held, computed, inScope),
    ...replacing(totalsTable, rowsOf(before, totalsTable.name), totals, () => true),
  ];
}

/** Writes the computation, its detail, its period, and the states of its regulations. Nothing to change → an empty report. */
export async function writeVouchers(
  ports: ApplyPorts,
  computation: VoucherComputation,
  options: PeriodOptions = {},
): Promise<Result<WrittenVouchers, ApplyError>> {
  const snapshot = await ports.book.read(written);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const inScope = isReplaced(computation);
  const detail = detailLines(computation, rowsOf(snapshot.value, detailTable.name), inScope);
  const lines = [
    ...writable(snapshot.value, bookStateLines(snapshot.value, computation.book)),
    ...resultLines(computation, snapshot.value),
    ...detail.lines,
    ...missingLines(
      rowsOf(snapshot.value, periodsTable.name),
      periodsOf(computation, options.by ?? '', ports.clock.now()),
    ),
  ];
  const report = lines.length === 0 ? ok(nothing) : await applyPlan(ports, lines, options, 'vouchers');
  if (!report.ok) return report;
  const chart = await chartOf(ports.book, totalsTable, snapshot.value);
  return ok({ ...report.value, leftOut: detail.left, chart });
}
