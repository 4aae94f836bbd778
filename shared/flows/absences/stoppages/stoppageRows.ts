/** Rows of « Arrêts à saisir ». */
import { calendarDays } from '../../../domain/absences/stoppageDates.ts';
import type { Stoppage } from '../../../domain/absences/stoppages.ts';
import { stoppageKinds } from '../../../domain/absences/treatment.ts';
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import { signalBy } from '../../../domain/legal/stoppageNotice.ts';
import { blank, numberCell, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { halfLabels } from '../../../tables/absencesTable.ts';
import { datesText, stoppageText } from '../../../tables/absences/stoppageText.ts';
import { stoppageStates } from '../../../tables/absences/stoppagesTable.ts';
import { kindLabels } from '../../../tables/absences/treatmentLabels.ts';
import type { PersonCells } from './personCells.ts';
import type { StoppageContext } from './stoppageContext.ts';
import type { JudgedLine, StoppageReading } from './stoppageReading.ts';
import { openEnds, stoppageRemark } from './stoppageRemark.ts';

export const dateCell = (date: PlainDate | null | undefined): Cell => (date ? { date } : blank);

/** What Lucca says of a stoppage. What it does not say, or no more, stays as `held` has it: the last day worked while the first day is the same. */
function luccaCells(stoppage: Stoppage, { all }: Pick<StoppageReading, 'all'>, held: RowCells): RowCells {
  const { kind, from, to, leaveId, lastDayWorked, knownOn } = stoppage;
  const before = all.get(stoppage.extends ?? '');
  const first = held['from'];
  const isSameStart = first !== undefined && 'date' in first && first.date === from.date;
  const known = knownOn ? dateCell(knownOn) : (held['knownOn'] ?? blank);
  return {
    kind: textCell(kindLabels[kind]),
    reason: textCell(stoppageKinds[kind].reason),
    from: dateCell(from.date),
    fromHalf: textCell(halfLabels[from.half]),
    to: dateCell(to.date),
    toHalf: textCell(halfLabels[to.half]),
    days: numberCell(calendarDays(stoppage)),
    extends: textCell(before ? datesText(before) : ''),
    lastWorked: lastDayWorked ? dateCell(lastDayWorked) : ((isSameStart ? held['lastWorked'] : undefined) ?? blank),
    knownOn: known,
    signalBy: 'date' in known ? dateCell(signalBy(known.date)?.date) : blank,
    inLucca: textCell('oui'),
    leaveId: textCell(leaveId),
  };
}

/** « Saisi le » and « Saisi comme », written once when the row is ticked, and taken off with the tick. */
function tickCells({ line, row, judgement }: JudgedLine, at: Cell): RowCells {
  const isNew = line.held.typedAs === null || line.typedAt === '';
  const isTicked = line.held.tick === 'yes';
  return {
    typedAt: isTicked ? ((isNew ? at : row.cells['typedAt']) ?? at) : blank,
    typedAs: judgement?.typedAs ? textCell(stoppageText(judgement.typedAs)) : blank,
  };
}

/** A row that stands, as it is to be; undefined where it goes. `sentAt`: see `RemarkFacts`. */
export function lineCells(
  judged: JudgedLine,
  reading: StoppageReading,
  person: PersonCells,
  sentAt: string | null,
  context: StoppageContext,
): RowCells | undefined {
  const { line, row, stoppage, judgement } = judged;
  if (!judgement) return undefined;
  const facts = { now: stoppage, isTicked: line.held.tick === 'yes', sentAt };
  return {
    ...row.cells,
    ...person.of(line.employeeId),
    ...(stoppage ? luccaCells(stoppage, reading, row.cells) : { inLucca: textCell('non') }),
    ...tickCells(judged, context.at),
    state: textCell(stoppageStates[judgement.state]),
    remark: textCell(stoppageRemark(judgement, facts, context)),
  };
}

export function newCells(
  stoppage: Stoppage,
  reading: StoppageReading,
  person: PersonCells,
  context: StoppageContext,
): RowCells {
  return {
    ...person.of(stoppage.employeeId),
    ...luccaCells(stoppage, reading, {}),
    state: textCell(stoppageStates.toType),
    remark: textCell(openEnds(stoppage, context).join(' ')),
    key: textCell(stoppage.key),
  };
}
