/** The screens of « Calendrier du mois », as values. */
import type { TeamBy } from '../../../../../shared/domain/absences/calendar/teams.ts';
import type { PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { CalendarReading } from '../../../../../shared/flows/absences/readCalendar.ts';

/** What narrows the calendar. `team`: null for all of them; `week`: its place in the month, null for the whole month. */
export interface ShownCalendar {
  readonly by: TeamBy;
  readonly team: string | null;
  readonly week: number | null;
  readonly search: string;
  /** Natures of stoppages, reasons of health and accounts are shown: only when somebody asks. */
  readonly isTold: boolean;
}

export const wholeMonth: ShownCalendar = { by: 'establishment', team: null, week: null, search: '', isTold: false };

/** `reading`: null while Lucca was not read for that month. `from`: the person one comes back from. */
interface MonthScreen {
  readonly name: 'absenceCalendar';
  readonly month: PlainMonth;
  readonly reading: CalendarReading | null;
  readonly shown: ShownCalendar;
  readonly from: string | null;
}

interface PersonScreen {
  readonly name: 'absenceCalendarPerson';
  readonly reading: CalendarReading;
  readonly shown: ShownCalendar;
  readonly employeeId: string;
}

export type CalendarScreen = MonthScreen | PersonScreen;
