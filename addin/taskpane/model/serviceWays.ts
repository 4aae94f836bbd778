/** The ways to the service that titres-restaurant and working time share: having Lucca read, and what to do when nobody answers. */
import type { Topic } from '../../../shared/contracts/schemas.ts';
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { BookError } from '../../../shared/flows/book.ts';
import type { MirrorError } from '../../../shared/flows/mirrorPages.ts';
import { refresh } from '../../../shared/flows/refresh.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { paneActor } from '../../../shared/messages/fr/pane.ts';
import type { PaneDesk } from './desk.ts';
import { runNotice, serviceNotice } from './notices.ts';
import type { Notice } from './state.ts';

/** The workbook or the service do not answer as they should. `pending`: home shows the plan left open. */
export type Unanswered =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' };

async function serviceFailed(desk: PaneDesk, error: MirrorError): Promise<void> {
  const isOut = error.code === 'unreachable' || error.code === 'unexpected';
  if (isOut || (error.code === 'refused' && error.problem.status === 401)) {
    desk.lost(error);
    return;
  }
  return desk.home(serviceNotice(error));
}

/** Tells it where one can go on. */
export async function tellUnanswered(desk: PaneDesk, failure: Unanswered): Promise<void> {
  if (failure.code === 'service') return serviceFailed(desk, failure.error);
  return desk.home(failure.code === 'book' ? { intent: 'error', text: bookErrorText(failure.error) } : null);
}

/** Has Lucca read. False when it was not, which is then told: `otherwise` shows how a run ended badly. */
export async function hasRead(
  desk: PaneDesk,
  connectionId: string,
  asked: { readonly months: readonly PlainMonth[]; readonly topics: readonly Topic[] },
  otherwise: (notice: Notice) => Promise<void>,
): Promise<boolean> {
  desk.show({ name: 'pulling', run: null, cancelling: false });
  const request = { months: [...asked.months], startedBy: paneActor, topics: [...asked.topics] };
  const run = await refresh(desk.ports, connectionId, request, desk.watching());
  const notice = run.ok ? runNotice(run.value) : undefined;
  if (!run.ok) await serviceFailed(desk, run.error);
  else if (notice) await otherwise(notice);
  else return (await desk.connectionNow()) !== undefined;
  return false;
}
