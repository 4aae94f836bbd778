/** What became of half-days at the last preparation: counted once, and told as long as nothing else is prepared. */
import { periodOf, type AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { FatedHalfDay, HalfDayFate } from '../../../domain/absences/wantedHalfDays.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { settingCells } from './settingCells.ts';

/** Half-days, by what becomes of them. */
export type FateCounts = Readonly<Partial<Record<HalfDayFate, number>>>;

/** What somebody is to settle, of whatever month: the rest is told of the open period alone. */
const open: ReadonlySet<HalfDayFate> = new Set(['unbound', 'unknownPerson']);

const END = '/FATES';

/** The half-days of `period`, and those of earlier months that wait. */
export function countedFates(fates: readonly FatedHalfDay[], period: AbsencePeriod): FateCounts {
  const counts: Partial<Record<HalfDayFate, number>> = {};
  for (const { fate, halfDay } of fates) {
    const isTold = open.has(fate) || fate === 'later' || periodOf(halfDay.date, [period]) !== undefined;
    if (isTold) counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return counts;
}

export function fatesSetting({ month }: AbsencePeriod, counts: FateCounts): RowCells {
  return settingCells(`${month}${END}`, JSON.stringify(Object.entries(counts).sort()));
}

/** Whether a setting tells what was left aside in a month after `month`. */
export function isLaterFates(key: string, month: PlainMonth): boolean {
  return key.endsWith(END) && key > `${month}${END}`;
}

/** Those of the last month that was prepared; nothing before. */
export function preparedFates(snapshot: BookSnapshot): FateCounts {
  const kept = rowsOf(snapshot, absenceSettingsTable.name).filter(({ key }) => key.endsWith(END));
  const last = kept.sort((a, b) => (a.key < b.key ? -1 : 1)).at(-1);
  if (!last) return {};
  try {
    return Object.fromEntries(JSON.parse(textOf(last, 'value')) as [HalfDayFate, number][]);
  } catch {
    return {};
  }
}
