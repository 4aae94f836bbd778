/** Days are texts `2026-10-05`, months `2026-10`: arithmetic on them, without clock and without zone. */

const DAY_MS = 86_400_000;

const read = new Map<string, number>();

/** Ten thousand people ask for the same few thousand days: each is read once. */
function toTime(day: string): number {
  const known = read.get(day);
  if (known !== undefined) return known;
  const time = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  read.set(day, time);
  return time;
}

const written = new Map<number, string>();

/** As {@link toTime}: each is written once. */
function toDay(time: number): string {
  const known = written.get(time);
  if (known !== undefined) return known;
  const day = new Date(time).toISOString().slice(0, 10);
  written.set(time, day);
  return day;
}

/** `addDays('2026-10-31', 1)` is `2026-11-01`. */
export function addDays(day: string, count: number): string {
  return toDay(toTime(day) + count * DAY_MS);
}

/** `addMonths('2026-10', 3)` is `2027-01`. */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday.
  return (((toTime(day) / DAY_MS + 4) % 7) + 7) % 7;
}

/** Every day of the month, in order. */
export function daysOfMonth(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** True for a real calendar day written `yyyy-MM-dd`: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = toTime(text);
  return Number.isFinite(time) && toDay(time) === text;
}

/** A local timestamp without zone, as Lucca's older routes write it, with 0 to 7 decimals of a second. */
export function stamp(day: string, minuteOfDay: number, decimals = 3): string {
  const hours = String(Math.floor(minuteOfDay / 60) % 24).padStart(2, '0');
  const minutes = String(minuteOfDay % 60).padStart(2, '0');
  const fraction = decimals === 0 ? '' : `.${'2983351'.slice(0, decimals)}`;
  return `${day}T${hours}:${minutes}:27${fraction}`;
}
