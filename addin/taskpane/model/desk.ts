/** What the pane lends to the tasks that are loaded when they are first asked for. */
import type { Service, ServiceError } from '../../../shared/contracts/service.ts';
import type { Connection } from '../../../shared/contracts/schemas.ts';
import type { Book } from '../../../shared/flows/book.ts';
import type { Clock, FlowOptions } from '../../../shared/flows/ports.ts';
import type { WatchOptions } from '../../../shared/flows/refresh.ts';
import type { Notice, PaneState, Screen } from './state.ts';
import type { Store } from './store.ts';

export interface PanePorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
  /** The pairing token: the only thing kept in the browser. */
  readonly token: { get(): string | null; set(token: string): void; clear(): void };
  /** A pairing code that came with the page, in the workbench only. */
  readonly offeredCode: string | null;
  /** The workbook was opened for reading only. */
  readonly readOnly: () => boolean;
  /** Opens an address of the service for download. */
  readonly download: (path: string) => void;
}

export interface PaneDesk {
  readonly ports: PanePorts;
  readonly store: Store<PaneState>;
  show(screen: Screen, notice?: Notice | null): void;
  /** Home, where what just happened is told. */
  home(notice?: Notice | null): Promise<void>;
  /** The service is out of reach, or does not know this pane any more. */
  lost(error: ServiceError): void;
  /** Follows a run that goes on, then shows what it brought. */
  watch(runId: string): Promise<void>;
  /** Asks the service for its connections again; undefined, and told, when it does not answer. */
  connectionNow(): Promise<Connection | undefined>;
  /** Options of work shown step by step, that can be cancelled. */
  working(): FlowOptions;
  /** Options of a run of the service, shown step by step. */
  watching(): WatchOptions;
}
