import type { ClosedMonth } from '../../../domain/absences/judgeStoppage.ts';
import type { HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import type { StoppageKind } from '../../../domain/absences/treatment.ts';
import type { FatedHalfDay } from '../../../domain/absences/wantedHalfDays.ts';
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../../domain/calendar/plannedMonth.ts';
import type { Cell } from '../../../domain/review/cell.ts';

/** What stoppages are read from, beside the workbook. */
export interface StoppageContext {
  /** Every half-day that was read. */
  readonly fates: readonly FatedHalfDay[];
  /** By its account and its date; undefined for what is no stoppage. */
  readonly kindOf: (halfDay: HalfDayAbsence) => StoppageKind | undefined;
  /** As the service gives them; where there are none, the last day worked is not known. */
  readonly planning: readonly PlannedMonth[];
  /** A date that was not read proves nothing: what the sheet says of it stands. */
  readonly isRead: (date: PlainDate) => boolean;
  /** First date handled here: a stoppage that ended before is « déjà en paie ». */
  readonly start: PlainDate;
  /** A stoppage that begins after waits. */
  readonly upTo: PlainDate;
  readonly closed: readonly ClosedMonth[];
  /** Of the payroll target. */
  readonly protectedKinds: ReadonlySet<StoppageKind>;
  /** In « Salariés » and in Lucca: of anybody else nothing is listed, and nothing is taken back. */
  readonly isKnown: (employeeId: string) => boolean;
  /** When the sheets are written, as they tell it. */
  readonly at: Cell;
}
