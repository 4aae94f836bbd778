/** « Sort en paie » of « Absences »: what becomes of each row whose half-days were read. */
import { compareHalfDates } from '../../../domain/absences/halfDay.ts';
import { kinOfSpan, monthOfSpan, spansOf } from '../../../domain/absences/spans.ts';
import type { FatedHalfDay } from '../../../domain/absences/wantedHalfDays.ts';
import { firstDay, monthOf } from '../../../domain/calendar/plainDate.ts';
import { textCell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { fateText, goneFromLucca } from '../../../messages/fr/absences/fates.ts';
import { absencesTable } from '../../../tables/absencesTable.ts';
import { canonicalKey } from '../../../tables/declaration.ts';
import { rowsOf } from '../../bookState.ts';
import { setCells } from '../../replacing.ts';
import type { OpenedTransfer } from './readTransfer.ts';
import type { TransferReading } from './transferReading.ts';

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

/** The lines that write it, of the months that Lucca answers for; a row that Lucca shows no more says so. */
export function fateRows({ snapshot }: OpenedTransfer, { fates, isRead }: TransferReading): PlanLine[] {
  const rows = new Map(rowsOf(snapshot, absencesTable.name).map((row) => [row.key, row]));
  const kin = byKin(fates);
  const shown = spansOf(fates.map(({ halfDay }) => halfDay)).map(({ key, from, to }) => {
    const own = (kin.get(kinOfSpan(key)) ?? []).filter(
      ({ halfDay }) => compareHalfDates(from, halfDay) <= 0 && compareHalfDates(halfDay, to) <= 0,
    );
    return [canonicalKey(absencesTable, key), fateText(own.map(({ fate }) => fate))] as const;
  });
  const texts = new Map(shown);
  return [...rows.values()].flatMap((row) => {
    const month = monthOfSpan(row.key);
    const text = texts.get(row.key) ?? (month && isRead(firstDay(month)) ? goneFromLucca : undefined);
    return text === undefined ? [] : setCells(absencesTable, row, { fate: textCell(text) });
  });
}
