/** Rows of « À transmettre au support »: one for each change that support is to make, kept once it was handed over. */
import { isSameStoppage } from '../../../domain/absences/stoppageDates.ts';
import { firstWorked } from '../../../domain/absences/stoppages.ts';
import { stoppageKinds } from '../../../domain/absences/treatment.ts';
import { blank, displayed, numberCell, textCell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import * as text from '../../../messages/fr/absences/stoppages.ts';
import type { SupportRow } from '../../../tables/absences/readSupport.ts';
import { stoppageText } from '../../../tables/absences/stoppageText.ts';
import { supportStates } from '../../../tables/absences/supportTable.ts';
import { kindLabels } from '../../../tables/absences/treatmentLabels.ts';
import type { BookRow } from '../../book.ts';
import type { PersonCells } from './personCells.ts';
import type { StoppageContext } from './stoppageContext.ts';
import type { JudgedLine, StoppageReading } from './stoppageReading.ts';
import { dateCell } from './stoppageRows.ts';

/** What payroll holds and what Lucca says, as both sheets tell them. */
interface Change {
  readonly held: string;
  readonly now: string;
}

const nowText = ({ stoppage }: JudgedLine) => (stoppage ? stoppageText(stoppage) : text.removed);

function changeOf(judged: JudgedLine): Change | undefined {
  const { judgement } = judged;
  if (judgement?.state !== 'support' || !judgement.typedAs) return undefined;
  return { held: stoppageText(judgement.typedAs), now: nowText(judged) };
}

/** Where the change of a line stands among the rows that bear its key. */
export interface SupportPlace {
  readonly change: Change | undefined;
  /** The row that handed this very change over. */
  readonly sent: SupportRow | undefined;
  /** The row that still waits, which the change takes. */
  readonly waiting: SupportRow | undefined;
  readonly number: number;
}

/** @param rows those of the line, in the order of their numbers. */
export function supportPlace(judged: JudgedLine, rows: readonly SupportRow[]): SupportPlace {
  const change = changeOf(judged);
  const last = rows.filter(({ isSent }) => isSent).at(-1);
  const isTold = last !== undefined && last.held === change?.held && last.now === change.now;
  const number = Math.max(0, ...rows.map((row) => row.number)) + 1;
  return { change, sent: isTold ? last : undefined, waiting: rows.find(({ isSent }) => !isSent), number };
}

/** The row that is to be handed over. `held`: the one that stands for it, if any; `line`: the row of « Arrêts à saisir » as it is to be. */
export function waitingCells(
  judged: JudgedLine,
  { change, waiting, number }: SupportPlace,
  held: BookRow | undefined,
  line: RowCells,
  { days }: StoppageReading,
  person: PersonCells,
): RowCells | undefined {
  const { employeeId, rowKey, held: stoppage } = judged.line;
  const typedAs = judged.judgement?.typedAs;
  if (!change || !typedAs) return undefined;
  const back = firstWorked(employeeId, (judged.stoppage ?? typedAs).to, days);
  const { knownOn = blank, leaveId = blank, lastWorked = blank } = line;
  return {
    ...held?.cells,
    ...person.of(employeeId),
    dossier: textCell(person.dossierOf(employeeId)),
    kind: textCell(kindLabels[typedAs.kind]),
    reason: textCell(stoppageKinds[typedAs.kind].reason),
    held: textCell(change.held),
    now: textCell(change.now),
    months: textCell(text.monthsText(judged.judgement.months)),
    lastWorked,
    firstWorked: back ? dateCell(back) : blank,
    knownOn,
    leaveId,
    remark: textCell(stoppage.tick === 'yes' ? '' : text.neverTickedThere),
    sentAt: blank,
    state: textCell(supportStates.waiting),
    stoppage: textCell(rowKey),
    number: numberCell(waiting?.number ?? number),
  };
}

/** What Lucca says is again what payroll was said to hold: support was told of a change that there is no more. */
function isTakenBack(judged: JudgedLine | undefined, row: SupportRow): boolean {
  const now = judged?.stoppage;
  const typedAs = judged?.judgement?.typedAs;
  const isSound = now && judged.judgement?.state !== 'support' && (!typedAs || isSameStoppage(typedAs, now));
  return isSound === true && stoppageText(now) === row.held;
}

/** A row that was handed over: its facts are frozen. `judged`: its line, where it was judged; `isLast`: none was handed over after it. */
export function sentCells(
  support: SupportRow,
  row: BookRow,
  judged: JudgedLine | undefined,
  isLast: boolean,
  { at }: StoppageContext,
): RowCells {
  const remark = isLast && isTakenBack(judged, support) ? text.takenBack : '';
  return {
    ...row.cells,
    sentAt: support.sentAt === '' ? at : (row.cells['sentAt'] ?? at),
    state: textCell(supportStates.sent),
    ...(judged ? { remark: textCell(remark) } : {}),
  };
}

/** When the change of a line was handed over; null: it was not. */
export function sentAt({ sent }: SupportPlace, { at }: StoppageContext): string | null {
  return sent ? sent.sentAt || displayed(at) : null;
}
