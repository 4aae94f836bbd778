/** What came after an import: lines that stand on the same half-days, and what keeps the whole of it from being cancelled. */
import { halfDaysIn } from '../../../domain/absences/transferLines.ts';
import { importOrder, type RecordedImport } from '../../../tables/absences/readImports.ts';
import { currentIds } from '../../../tables/people/currentIds.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { spoken, type HeldLine } from './heldLines.ts';
import { importIn, isApplied, isDeletion, isRefused, type HeldTransfer } from './heldTransfer.ts';
import { appliedRows } from './registeredLines.ts';

export const isStanding = ({ state }: RecordedImport) => state === 'prepared' || state === 'confirmed';
const anyState = ['prepared', 'confirmed', 'abandoned', 'cancelled'] as const;

/** Payroll was asked, and has nothing of it: another line may say what it holds there. */
function isLeftOut({ register }: HeldTransfer, { state }: RecordedImport, row: BookRow): boolean {
  return state === 'confirmed' && !isDeletion(row) && isRefused(row) && !isApplied(register, row);
}

/** The last import that has a line on each half-day of a person and code: one that stands, or of which the line is done. */
function placesTaken(held: HeldTransfer, lines: readonly HeldLine[], placesOf: (row: BookRow) => string[]) {
  const last = new Map<string, RecordedImport>();
  const note = (own: RecordedImport | undefined, row: BookRow) => {
    if (!own) return;
    for (const place of placesOf(row)) {
      const known = last.get(place);
      if (!known || importOrder(known.number) < importOrder(own.number)) last.set(place, own);
    }
  };
  const ownOf = (row: BookRow) => importIn(held.register, textOf(row, 'run'), anyState);
  const noted = new Set<string>();
  for (const line of lines) {
    const row = spoken(line);
    const own = ownOf(row);
    if (!own || !isStanding(own) || isLeftOut(held, own, row)) continue;
    note(own, row);
    if (line.prepared) noted.add(row.key);
  }
  for (const [key, row] of appliedRows(held)) if (!noted.has(key)) note(ownOf(row), row);
  return last;
}

/** The later import whose line stands on a half-day that a line speaks of: what the later one says of it counts. */
export function laterOn(held: HeldTransfer, lines: readonly HeldLine[]): (row: BookRow) => RecordedImport | undefined {
  const { of } = currentIds(held.snapshot);
  const known = new Map<BookRow, string[]>();
  const read = (row: BookRow) => {
    const person = [of(textOf(row, 'luccaId')), textOf(row, 'code')];
    return (halfDaysIn(textOf(row, 'detail')) ?? []).map(({ date, half }) => [...person, date, half].join(' '));
  };
  const placesOf = (row: BookRow) => {
    const places = known.get(row) ?? read(row);
    known.set(row, places);
    return places;
  };
  const last = placesTaken(held, lines, placesOf);
  return (row) => {
    const order = importOrder(textOf(row, 'run'));
    return placesOf(row)
      .map((place) => last.get(place))
      .find((each) => each && importOrder(each.number) > order);
  };
}

/** The imports of which something is done. */
export function doneRuns(held: HeldTransfer): ReadonlySet<string> {
  return new Set(appliedRows(held).map(([, row]) => textOf(row, 'run')));
}

/** What keeps an import from being cancelled: a later one that stands, else one that ended and left deletions done. */
export function followerOf(held: HeldTransfer, number: string, done = doneRuns(held)): RecordedImport | undefined {
  const later = held.register.imports.filter((each) => importOrder(each.number) > importOrder(number));
  return later.find(isStanding) ?? later.find((each) => done.has(each.number));
}
