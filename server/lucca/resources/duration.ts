/** Durations as .NET writes them: `[d.]hh:mm:ss[.fff]`. */

const DURATION = /^(?:(\d{1,2})\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;

/** Whole seconds: `03:30:00` → 12600, `1.00:00:00` → 86400; undefined for anything else. */
export function secondsOfDuration(text: string): number | undefined {
  const [, days = '0', hours, minutes, seconds] = DURATION.exec(text.trim()) ?? [];
  if (hours === undefined) return undefined;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** The nearest minute, half up: `03:30:00` → 210, `1.00:00:00` → 1440; undefined for anything else. */
export function minutesOfDuration(text: string): number | undefined {
  const seconds = secondsOfDuration(text);
  return seconds === undefined ? undefined : Math.round(seconds / 60);
}
