/** What an export remembers for the months that will be too old to be counted again: corrections it takes, typed time, refused lines. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import type { MonthMinutes, TypedCheck } from '../../domain/worktime/timeMemory.ts';
import { memoryPieces, packedCheck, packedMinutes, type MemoryPart } from '../../tables/worktime/readTimeMemory.ts';
import { byPerson } from '../byPerson.ts';
import type { BookRow } from '../book.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { correctedIn } from './accountLines.ts';
import type { WorktimeComputation } from './computeTimes.ts';
import { settingRow } from './exportLines.ts';
import { typedCheck } from './typedChecks.ts';
import { luccaIdOf } from './worktimeBook.ts';

/** Months whose memory an export goes on with: its own, and those closed before that remember. */
function monthsOf({ book, month }: WorktimeComputation): PlainMonth[] {
  const closed = book.register.closed.filter((each) => each.isRemembered && each.month < month);
  return [...closed.map((each) => each.month), month];
}

/** What corrections bring to each month beside what exports before counted of them. Of people who were not computed nothing is handed over, so nothing is remembered. */
function newCorrections(computation: WorktimeComputation): MonthMinutes[] {
  const { book, month: current, people } = computation;
  const closed = book.register.closed.map(({ month }) => month).filter((month) => month < current);
  const corrections = byPerson(book.corrections);
  return people.flatMap(({ outcome: { employeeId } }) => {
    const memory = book.register.memoryOf(employeeId);
    return monthsOf(computation).flatMap((origin): MonthMinutes[] => {
      const now = correctedIn(origin, corrections.get(employeeId) ?? [], closed, current);
      const accounts = new Set([...now.keys(), ...memory.accounts(origin)]);
      return [...accounts].flatMap((account) => {
        const minutes = (now.get(account) ?? 0) - memory.corrected(origin, account);
        return minutes === 0 ? [] : [{ employeeId, origin, account, minutes }];
      });
    });
  });
}

/** Of everybody, computed or not: it says what stood in the sheet. */
function newChecks(computation: WorktimeComputation): TypedCheck[] {
  const { book, month } = computation;
  const settings = new Map(book.register.closed.map((each) => [each.month, each.settings] as const));
  return book.people.map(luccaIdOf).flatMap((employeeId) => {
    const [memory, typed] = [book.register.memoryOf(employeeId), book.typed.get(employeeId)];
    return monthsOf(computation).flatMap((origin): TypedCheck[] => {
      const check = typedCheck(typed, origin, origin === month ? book.sets : (settings.get(origin) ?? book.sets));
      return check === memory.typed(origin) ? [] : [{ employeeId, origin, check }];
    });
  });
}

/** Refused lines that this export could not propose again: of people who were not computed, on accounts that the sheet has no more. */
function carried({ book, people }: WorktimeComputation): MonthMinutes[] {
  const computed = new Set(people.map(({ outcome }) => outcome.employeeId));
  const known = new Set(book.accounts.map(({ account }) => account.code));
  return book.register.refused.filter(({ employeeId, account }) => !computed.has(employeeId) || !known.has(account));
}

function partLines(number: string, part: MemoryPart, rows: Parameters<typeof memoryPieces>[1]): PlanLine[] {
  return memoryPieces(part, rows).map(([name, text]) => settingRow(number, name, text));
}

/** The part of the settings of an export that remembers. */
export function memoryLines(number: string, computation: WorktimeComputation): PlanLine[] {
  const [checks, left] = [newChecks(computation), carried(computation)];
  return [
    ...partLines(number, 'CORRECTIONS', newCorrections(computation).map(packedMinutes)),
    ...(checks.length === 0 ? [] : partLines(number, 'TYPED', checks.map(packedCheck))),
    ...(left.length === 0 ? [] : partLines(number, 'CARRIED', left.map(packedMinutes))),
  ];
}

/** Lines of « Lignes d'export » that payroll refused: they come back, however old their month. */
export function refusedLines(number: string, rows: readonly BookRow[]): PlanLine[] {
  const refused = rows.flatMap((row): MonthMinutes[] => {
    const origin = parsePlainMonth(textOf(row, 'origin'));
    const cell = row.cells['minutes'];
    const minutes = cell && 'number' in cell ? cell.number : 0;
    return origin ? [{ employeeId: textOf(row, 'luccaId'), origin, account: textOf(row, 'account'), minutes }] : [];
  });
  return refused.length === 0 ? [] : partLines(number, 'REFUSED', refused.map(packedMinutes));
}
