/** « Remarque » of a line of « Arrêts à saisir »: what changed, and what is to be done of it. */
import type { Judgement } from '../../../domain/absences/judgeStoppage.ts';
import type { StoppageDates } from '../../../domain/absences/stoppageDates.ts';
import { addDays, isoWeekday, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import * as text from '../../../messages/fr/absences/stoppages.ts';
import { shortDatesText } from '../../../tables/absences/stoppageText.ts';
import { kindLabels } from '../../../tables/absences/treatmentLabels.ts';
import type { StoppageContext } from './stoppageContext.ts';

const FRIDAY = 5;

function nextWeekday(date: PlainDate, step: 1 | -1): PlainDate {
  const next = addDays(date, step);
  return isoWeekday(next) > FRIDAY ? nextWeekday(next, step) : next;
}

/** A stoppage that goes up to a date that was not read may well go further. */
export function openEnds({ from, to }: StoppageDates, { isRead }: Pick<StoppageContext, 'isRead'>): string[] {
  const isCut = (date: PlainDate, step: 1 | -1) => isRead(date) && !isRead(nextWeekday(date, step));
  return [
    ...(from.half === 'am' && isCut(from.date, -1) ? [text.mayBeginEarlier] : []),
    ...(to.half === 'pm' && isCut(to.date, 1) ? [text.mayEndLater] : []),
  ];
}

function changeOf(held: StoppageDates, now: StoppageDates | null): string {
  if (!now) return text.gone;
  const [before, after] = [shortDatesText(held, [now]), shortDatesText(now, [held])];
  const [from, to] = [kindLabels[held.kind], kindLabels[now.kind]];
  if (held.kind === now.kind) return text.moved(before, after);
  return before === after ? text.otherKind(from, to) : text.otherKind(`${from} ${before}`, `${to} ${after}`);
}

export interface RemarkFacts {
  readonly now: StoppageDates | null;
  readonly isTicked: boolean;
  /** When this change was handed over, '' where nobody knows; null: it was not. */
  readonly sentAt: string | null;
}

/** What support is to do, or did. */
function supportParts({ months }: Judgement, { now, isTicked, sentAt }: RemarkFacts): string[] {
  const doubt = isTicked ? [] : [text.neverTicked];
  if (sentAt === null) return [...doubt, text.handItOver(text.monthsText(months))];
  return [...doubt, text.handedOver(sentAt), now ? text.thenCorrected : text.thenRemoved];
}

function remarkParts(judgement: Judgement, facts: RemarkFacts, context: StoppageContext): string[] {
  const { state, typedAs } = judgement;
  const { now } = facts;
  if (state === 'toType') return now ? openEnds(now, context) : [];
  if (state === 'typed' || !typedAs) return [];
  const change = changeOf(typedAs, now);
  if (state === 'support') return [change, ...supportParts(judgement, facts)];
  return [change, now ? text.correctIt : text.removeIt];
}

export function stoppageRemark(judgement: Judgement, facts: RemarkFacts, context: StoppageContext): string {
  return remarkParts(judgement, facts, context).join(' ');
}
