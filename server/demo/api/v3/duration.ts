/** `[d.]hh:mm:ss`, as .NET writes a duration. */
export function duration(minutes: number): string {
  const pad = (count: number): string => String(count).padStart(2, '0');
  const days = Math.floor(minutes / 1_440);
  return `${days === 0 ? '' : `${String(days)}.`}${pad(Math.floor((minutes % 1_440) / 60))}:${pad(minutes % 60)}:00`;
}
