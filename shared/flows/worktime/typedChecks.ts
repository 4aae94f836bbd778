/** « Temps saisis » of months that closed: what it held then stands as a check value, so that a line typed since is told. */
import { monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { dateOf } from '../../domain/calendar/wallTime.ts';
import { checksum } from '../../domain/review/checksum.ts';
import type { FrozenTime } from '../../domain/worktime/frozenTime.ts';
import { weekOf } from '../../domain/worktime/weeks.ts';
import type { TypedTime } from '../../tables/worktime/readTimeEntries.ts';

/** Whether a date is paid in a month: by its week, unless one of the regulations counts civil months. */
function isOf(month: PlainMonth, settings: Pick<FrozenTime, 'keys'>): (date: PlainDate) => boolean {
  const isCivil = [...settings.keys()].some((regulation) => regulation.month === 'civil');
  return (date) => monthOf(isCivil ? date : weekOf(date).to) === month;
}

/** The check value of what is typed of one person in a month; '' for nothing. The order of the rows changes nothing. */
export function typedCheck(
  typed: TypedTime | undefined,
  month: PlainMonth,
  settings: Pick<FrozenTime, 'keys'>,
): string {
  const isOwn = isOf(month, settings);
  const dates = [...(typed?.dates ?? [])].filter(isOwn);
  if (!typed || dates.length === 0) return '';
  const timed = typed.timed.filter(({ start }) => isOwn(dateOf(start)));
  const untimed = typed.untimed.filter(({ date }) => isOwn(date));
  const texts = [...dates, ...[...timed, ...untimed].map((each) => JSON.stringify(each))];
  return checksum(texts.sort().join('\n'));
}
