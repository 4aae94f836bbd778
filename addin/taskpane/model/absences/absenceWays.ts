import type { Connection } from '../../../../shared/contracts/schemas.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { ApplyError } from '../../../../shared/flows/apply.ts';
import type { FlowOptions, Step } from '../../../../shared/flows/ports.ts';
import type { Unanswered } from '../serviceWays.ts';
import type { Notice } from '../state.ts';

/** What keeps a place of « Absences » from being shown, as its flows answer it. */
export type AbsencesFailure =
  | Unanswered
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'notRead' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** What the tasks of « Absences » lend to each of its places. */
export interface AbsenceWays {
  /** The account one works on; undefined where nothing was read in Lucca yet: the home of the area then offers it. */
  begun(): Promise<Connection | undefined>;
  /** Options of work shown step by step, that can be cancelled. */
  working(step?: Step): FlowOptions;
  /** The home of the area. `findings`: why a place could not be opened. */
  open(notice?: Notice | null, findings?: readonly Finding[]): Promise<void>;
  /** Tells it where one can go on. */
  failed(error: AbsencesFailure): Promise<void>;
}
