/** The rows of « Détail TR »: every number of a computation, taken apart. */
import { isoWeekday, type PlainDate } from '../../domain/calendar/plainDate.ts';
import { blank, numberCell, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import type { ManualAdjustment, VoucherLine, VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import * as text from '../../messages/fr/vouchers/detail.ts';
import { weekdays, type LuccaNames } from '../../messages/fr/vouchers/days.ts';
import { detailKinds, detailTable } from '../../tables/vouchers/detailTable.ts';
import type { BookRow } from '../book.ts';
import type { PersonVouchers, VoucherComputation } from './computeVouchers.ts';
import { MOST_ROWS, withRoom } from '../longTable.ts';
import { replacing } from '../replacing.ts';
import type { VoucherBook } from './voucherBook.ts';

/** What is needed of a computation. */
interface Detailed extends Pick<VoucherComputation, 'people'> {
  readonly book: Pick<VoucherBook, 'names'>;
}

interface Detail {
  readonly kind: keyof typeof detailKinds;
  readonly date: PlainDate | null;
  readonly effect: number;
  readonly reason: string;
  readonly corrected: string;
}

/** The plain case, which the first row counts: a day worked that gives its voucher. */
function isOrdinary({ fact, change, reason, correction }: VoucherLine): boolean {
  return fact === 'given' && change === 1 && reason === 'worked' && correction === null;
}

/** Days on which nothing was to happen. */
function isNothing({ fact, change, reason }: VoucherLine): boolean {
  return fact === 'given' && change === 0 && reason === 'notPlanned';
}

function ofLine(line: VoucherLine, names: LuccaNames): Detail {
  const { fact, date, change, correction } = line;
  const reason = correction === null ? text.detailText(line, names) : text.correctionDetail(line, correction, names);
  return { kind: fact, date, effect: change, reason, corrected: correction ?? '' };
}

/** Adjustments of one date, and those that order nothing apart, as one row each: nothing else tells them from each other. */
function ofManual(manual: readonly ManualAdjustment[]): Detail[] {
  const groups = new Map<string, ManualAdjustment[]>();
  for (const each of manual) {
    const key = `${each.kind === 'returned'} ${each.date ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group): Detail => {
    const [first] = group;
    const number = group.reduce((sum, each) => sum + each.number, 0);
    const isReturned = first?.kind === 'returned';
    const told = group.map(({ kind, comment }) => text.adjustmentDetail(kind, comment === '' ? [] : [comment]));
    return {
      kind: isReturned ? 'returned' : 'manual',
      date: first?.date ?? null,
      effect: isReturned ? 0 : number,
      reason: isReturned ? text.returnedDetail(number) : told.join(' ; '),
      corrected: '',
    };
  });
}

function detailsOf({ lines, manual, count }: VoucherOutcome, names: LuccaNames): Detail[] {
  const days = lines.filter(isOrdinary).length;
  const whole = { date: null, corrected: '' };
  return [
    ...(days === 0 ? [] : [{ ...whole, kind: 'days' as const, effect: days, reason: text.ordinaryDays(days) }]),
    ...lines.filter((line) => !isOrdinary(line) && !isNothing(line)).map((line) => ofLine(line, names)),
    ...ofManual(manual),
    ...(count.carriedIn === 0
      ? []
      : [{ ...whole, kind: 'carried' as const, effect: count.carriedIn, reason: text.carriedDetail }]),
  ];
}

function rowOf({ row, outcome }: PersonVouchers, { kind, date, effect, reason, corrected }: Detail): RowCells {
  const who = ['employeeNumber', 'lastName', 'firstName'].map((key) => [key, row.cells[key] ?? blank] as const);
  return {
    month: textCell(outcome.month),
    regulation: textCell(outcome.regulation),
    ...Object.fromEntries(who),
    date: date === null ? blank : { date },
    weekday: date === null ? blank : textCell(weekdays[isoWeekday(date) - 1]?.[1] ?? ''),
    kind: textCell(detailKinds[kind]),
    effect: numberCell(effect),
    reason: textCell(reason),
    corrected: corrected === '' ? blank : textCell(corrected),
    luccaId: textCell(outcome.employeeId),
  };
}

/**
 * The rows of a computation, person after person. Their effects add up, person by person, to what is ordered, carried over and settled.
 * Of a person whose planning is not known there is none.
 */
function detailRows({ people, book }: Detailed): RowCells[] {
  return people.flatMap((person) => detailsOf(person.outcome, book.names).map((detail) => rowOf(person, detail)));
}

/** What fits in the sheet: without the days that change nothing when there are too many, else nothing. `left`: rows that do not. */
function fitting(
  rows: readonly RowCells[],
  most: number,
): { readonly rows: readonly RowCells[]; readonly left: number } {
  if (rows.length <= most) return { rows, left: 0 };
  const counting = rows.filter(({ effect }) => effect && 'number' in effect && effect.number !== 0);
  const kept = counting.length <= most ? counting : [];
  return { rows: kept, left: rows.length - kept.length };
}

/**
 * The lines that make « Détail TR » say a computation: rows `inScope` become those of it, the others stay while there is room.
 * `left`: rows that no sheet has room for.
 */
export function detailLines(
  computation: Detailed,
  held: readonly BookRow[],
  inScope: (row: BookRow) => boolean,
  most = MOST_ROWS,
): { readonly lines: readonly PlanLine[]; readonly left: number } {
  const { rows, left } = fitting(detailRows(computation), most);
  return { lines: replacing(detailTable, held, rows, withRoom(held, inScope, most - rows.length)), left };
}
