/** Everything the pane shows, as one value. */
import type { Connection, ConnectionTest, Health, Run } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import { addMonths, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { BookState } from '../../../shared/flows/bookState.ts';
import type { Progress } from '../../../shared/flows/ports.ts';
import type { Review } from '../../../shared/flows/prepareReview.ts';
import type { Decisions } from '../../../shared/flows/reviewEntries.ts';
import type { AbsencesScreen } from './absences/absencesState.ts';
import type { EveningScreen } from './evening/eveningState.ts';
import type { PeopleScreen } from './people/peopleState.ts';
import type { VoucherScreen } from './vouchersState.ts';
import type { TimeScreen } from './worktime/timeState.ts';

export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly details?: readonly string[];
  /** A longer list, shown when it is asked for. */
  readonly more?: { readonly label: string; readonly lines: readonly string[] };
  /** Fields that `details` name as no longer read. */
  readonly unread?: ReadonlySet<string>;
  /** It tells that a writing was taken back: taking back the one before it is asked about. */
  readonly isUndo?: true;
  /** Offers the way to the reading of the evening and its messages. */
  readonly toEvening?: true;
}

export type Screen =
  | { readonly name: 'starting' }
  | { readonly name: 'offline'; readonly error: ServiceError }
  | { readonly name: 'pairing'; readonly busy: boolean }
  | { readonly name: 'connect'; readonly busy: 'testing' | 'connecting' | null; readonly tested: ConnectionTest | null }
  | { readonly name: 'home' }
  | { readonly name: 'pulling'; readonly run: Run | null; readonly cancelling: boolean }
  | { readonly name: 'working'; readonly progress: Progress; readonly cancelling: boolean }
  | { readonly name: 'review'; readonly review: Review; readonly decisions: Decisions }
  | AbsencesScreen
  | EveningScreen
  | PeopleScreen
  | VoucherScreen
  | TimeScreen
  | { readonly name: 'pending' }
  | { readonly name: 'settings' };

export interface PaneState {
  readonly screen: Screen;
  readonly health: Health | null;
  readonly connection: Connection | null;
  readonly book: BookState | null;
  readonly month: PlainMonth | null;
  /** What just happened; stays until the next action. */
  readonly notice: Notice | null;
}

export const initialState: PaneState = {
  screen: { name: 'starting' },
  health: null,
  connection: null,
  book: null,
  month: null,
  notice: null,
};

/** The month of pay and the one before it, where late absences fall. */
export function payMonths({ month }: Pick<PaneState, 'month'>): PlainMonth[] {
  return month ? [addMonths(month, -1), month] : [];
}
