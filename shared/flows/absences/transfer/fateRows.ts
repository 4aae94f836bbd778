/** « Sort en paie » of « Absences »: what becomes of each row whose half-days were read. */
import { compareHalfDates } from '../../../domain/absences/halfDay.ts';
import { kinOfSpan, spansOf } from '../../../domain/absences/spans.ts';
import type { FatedHalfDay } from '../../../domain/absences/wantedHalfDays.ts';
import { monthOf } from '../../../domain/calendar/plainDate.ts';
import { textCell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { fateText } from '../../../messages/fr/absences/fates.ts';
import { absencesTable } from '../../../tables/absencesTable.ts';
import { canonicalKey } from '../../../tables/declaration.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { setCells } from '../../replacing.ts';

/** Half-days of one request, account and month. */
function byKin(fates: readonly FatedHalfDay[]): ReadonlyMap<string, readonly FatedHalfDay[]> {
  const groups = new Map<string, FatedHalfDay[]>();
  for (const each of fates) {
    const { leaveId, accountId, date } = each.halfDay;
    const key = `${leaveId}-${accountId}-${monthOf(date)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

/** The lines that write it; rows that say it already, and rows that Lucca does not show, stay. */
export function fateRows(snapshot: BookSnapshot, fates: readonly FatedHalfDay[]): PlanLine[] {
  const rows = new Map(rowsOf(snapshot, absencesTable.name).map((row) => [row.key, row]));
  const kin = byKin(fates);
  return spansOf(fates.map(({ halfDay }) => halfDay)).flatMap(({ key, from, to }) => {
    const row = rows.get(canonicalKey(absencesTable, key));
    if (!row) return [];
    const own = (kin.get(kinOfSpan(key)) ?? []).filter(
      ({ halfDay }) => compareHalfDates(from, halfDay) <= 0 && compareHalfDates(halfDay, to) <= 0,
    );
    return setCells(absencesTable, row, { fate: textCell(fateText(own.map(({ fate }) => fate))) });
  });
}
