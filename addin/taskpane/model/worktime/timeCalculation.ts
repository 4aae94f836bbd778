/** What « Calculer » computes of working time. */
import { monthsOfWeeks } from '../../../../shared/domain/worktime/weeks.ts';
import { computeTimes, type WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { WorktimeBook } from '../../../../shared/flows/worktime/worktimeBook.ts';
import type { WorktimeRequest } from '../../../../shared/flows/worktime/worktimeReading.ts';
import { writeTimes, writeTimeStates, type WrittenTimes } from '../../../../shared/flows/worktime/writeTimes.ts';
import * as text from '../../../../shared/messages/fr/worktime/pane.ts';
import { otherFindings, type Calculated } from '../calculation.ts';
import type { PaneDesk } from '../desk.ts';
import type { TimeWays } from './timeWays.ts';

function writtenText({ added, changed, deleted, leftOut }: WrittenTimes): string {
  const sentence = text.written(added + changed + deleted);
  return leftOut === 0 ? sentence : `${sentence} ${text.leftOut(leftOut)}`;
}

export function timeCalculation(
  desk: PaneDesk,
  ways: Pick<TimeWays, 'read'>,
): Calculated<WorktimeRequest, WorktimeComputation, WorktimeBook, WrittenTimes> {
  return {
    words: { unsound: text.unsound, stillUnread: text.stillUnread },
    compute: (subject, options) => computeTimes(desk.ports, subject, options),
    monthsOf: ({ month }) => Promise.resolve(monthsOfWeeks([month])),
    write: (computation, options) => writeTimes(desk.ports, computation, options),
    sentence: writtenText,
    writeStates: (book, options) => writeTimeStates(desk.ports, book, options),
    async withoutRegulation(findings) {
      const board = await ways.read();
      if (!board) return;
      const shown = [...board.findings, ...board.regulations.flatMap((each) => each.findings)];
      const sentence = board.regulations.length === 0 ? text.noRegulation : text.noneValid;
      desk.show(
        { name: 'worktime', board, findings: otherFindings(findings, shown) },
        { intent: 'warning', text: sentence },
      );
    },
  };
}
