/** « Calendrier du mois » in the pane: reading, choosing a month, looking at a person, printing. */
import { MOST_CALENDAR_PEOPLE } from '../../../../../shared/contracts/absenceCalendarSchemas.ts';
import { wallClock, type PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import { calendarFileName, printedCalendar } from '../../../../../shared/flows/absences/calendarDocument.ts';
import { readCalendar, type CalendarReading } from '../../../../../shared/flows/absences/readCalendar.ts';
import { tooManyPrinted } from '../../../../../shared/messages/fr/absences/calendarPane.ts';
import type { PaneDesk } from '../../desk.ts';
import { downloadFrom } from '../../fileDoor.ts';
import { hasRead } from '../../serviceWays.ts';
import type { Notice } from '../../state.ts';
import type { AbsenceWays } from '../absenceWays.ts';
import { wholeMonth, type ShownCalendar } from './calendarState.ts';
import { shownIn, teamsIn } from './calendarView.ts';

const PARIS = 'Europe/Paris';

export class CalendarTasks {
  constructor(
    private readonly desk: PaneDesk,
    private readonly ways: AbsenceWays,
  ) {}

  async open(notice: Notice | null = null, shown: ShownCalendar = wholeMonth): Promise<void> {
    const connection = await this.ways.begun();
    const { month } = this.desk.store.get();
    if (!connection || !month) return;
    const read = await readCalendar(this.desk.ports, { connection, month }, this.ways.working());
    if (!read.ok && read.error.code !== 'notRead') return this.ways.failed(read.error);
    const reading = read.ok ? read.value : null;
    const own = reading ? shownIn(reading, shown) : shown;
    this.desk.show({ name: 'absenceCalendar', month, reading, shown: own, from: null }, notice);
  }

  chooseMonth(month: PlainMonth): Promise<void> {
    const { screen } = this.desk.store.get();
    const shown = screen.name === 'absenceCalendar' ? { ...screen.shown, week: null } : wholeMonth;
    this.desk.store.set({ month });
    return this.open(null, shown);
  }

  /** « Lire Lucca », for a month that was not read. */
  async readLucca(): Promise<void> {
    const connection = await this.ways.begun();
    const { month } = this.desk.store.get();
    if (!connection || !month) return;
    const asked = { months: [month], topics: [] };
    if (await hasRead(this.desk, connection.id, asked, (notice) => this.open(notice))) return this.open();
  }

  narrow(part: Partial<ShownCalendar>): void {
    const { screen } = this.desk.store.get();
    if (screen.name === 'absenceCalendar' || screen.name === 'absenceCalendarPerson')
      this.desk.store.set({ screen: { ...screen, shown: { ...screen.shown, ...part } } });
  }

  person(employeeId: string): void {
    const { screen } = this.desk.store.get();
    if (screen.name !== 'absenceCalendar' || !screen.reading) return;
    const { reading, shown } = screen;
    this.desk.show({ name: 'absenceCalendarPerson', reading, shown, employeeId });
  }

  /** « Imprimer »: the chosen team, or each of them; whoever reads it learns no reason of health, whatever the screen shows. */
  async print(reading: CalendarReading, { by, team }: ShownCalendar): Promise<void> {
    const teams = teamsIn(reading, by).filter(({ name }) => team === null || name === team);
    const people = teams.reduce((sum, { rows }) => sum + rows.length, 0);
    if (people > MOST_CALENDAR_PEOPLE) {
      this.desk.store.set({ notice: { intent: 'warning', text: tooManyPrinted(people, MOST_CALENDAR_PEOPLE) } });
      return;
    }
    const { date } = wallClock(this.desk.ports.clock.now(), PARIS);
    const name = calendarFileName(reading.calendar.month);
    const calendar = printedCalendar(reading, teams, date);
    return downloadFrom(this.desk, name, { kind: 'absenceCalendar', name, calendar });
  }

  /** « Retour »: from a person to the calendar as it was, from there to the home of the area. */
  back(): Promise<void> {
    const { screen } = this.desk.store.get();
    if (screen.name !== 'absenceCalendarPerson') return this.ways.open();
    const { reading, shown, employeeId } = screen;
    const { month } = reading.calendar;
    this.desk.show({ name: 'absenceCalendar', month, reading, shown, from: employeeId });
    return Promise.resolve();
  }
}
