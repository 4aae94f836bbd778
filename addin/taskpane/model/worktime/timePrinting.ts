/** « Imprimer »: sheets of working time to sign, made by the service. */
import { MOST_TIME_SHEETS } from '../../../../shared/contracts/timeSheetSchemas.ts';
import { wallClock } from '../../../../shared/domain/calendar/plainDate.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import { timeSheetsName, timeSheetsOf } from '../../../../shared/flows/worktime/timeSheetDocument.ts';
import { tooManySheets } from '../../../../shared/messages/fr/worktime/sheet.ts';
import type { PaneDesk } from '../desk.ts';
import { downloadFrom } from '../fileDoor.ts';

const PARIS = 'Europe/Paris';

/** One document for the people given; more than it holds are refused, which is told. */
export async function printTimeSheets(
  desk: PaneDesk,
  computation: WorktimeComputation,
  people: readonly PersonWorktime[],
): Promise<void> {
  if (people.length > MOST_TIME_SHEETS) {
    desk.store.set({ notice: { intent: 'warning', text: tooManySheets(people.length, MOST_TIME_SHEETS) } });
    return;
  }
  const { date } = wallClock(desk.ports.clock.now(), PARIS);
  const sheets = timeSheetsOf(people, computation, date);
  const name = timeSheetsName(sheets);
  return downloadFrom(desk, name, { kind: 'timeSheets', name, sheets });
}
