import { frenchDate, wallClock, type Instant } from '../domain/calendar/plainDate.ts';
import { textCell, type Cell } from '../domain/review/cell.ts';

/** As a sheet tells an instant: `26/10/2026 21:03`. */
export function stamp(at: Instant): Cell {
  const { date, time } = wallClock(at, 'Europe/Paris');
  return textCell(`${frenchDate(date)} ${time}`);
}
