import type { Logger } from 'pino';
import type { TableRead } from '../../shared/contracts/tableReadSchemas.ts';
import type { Health } from '../../shared/contracts/schemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { LuccaDoor } from '../jobs/luccaDoor.ts';
import type { Evenings } from '../jobs/evening/evenings.ts';
import type { Runner } from '../jobs/runner.ts';
import type { LuccaCredentials } from '../lucca/connector.ts';
import type { TableXlsx } from '../reports/recapFiles.ts';
import type { Store } from '../store/store.ts';
import type { Access } from './access.ts';

/** Secrets of connections, under the id of the connection. */
export interface CredentialVault {
  save(connectionId: string, credentials: LuccaCredentials): Promise<void>;
  remove(connectionId: string): Promise<void>;
}

export interface PageOptions {
  /** Folder of the built pages. */
  readonly dist: string;
  /** False while the pages are being built: a page that waits is shown instead. */
  readonly ready: () => boolean;
  /** File of Microsoft's client for the workbench; null when the workbench is off. */
  readonly officeClient: string | null;
}

/** Everything the HTTP application is given. It reads no environment, no clock of its own, no secret. */
export interface AppPorts {
  readonly store: Store;
  readonly runner: Runner;
  readonly evenings: Evenings;
  readonly lucca: LuccaDoor;
  readonly vault: CredentialVault;
  /** Null when nothing is kept for the connection. */
  readonly credentials: (connectionId: string) => Promise<LuccaCredentials | null>;
  /** True when who runs the service allowed it to credit counters in Lucca. */
  readonly writesToLucca: boolean;
  readonly access: Access;
  readonly health: () => Health;
  /** The blank workbook, as .xlsx. */
  readonly template: () => Promise<Uint8Array>;
  readonly tableXlsx: TableXlsx;
  /** The visible sheets of a workbook as plain rows, or why it cannot be read. */
  readonly readSheets: (bytes: Uint8Array) => TableRead | 'tooLarge' | 'notZip' | 'encrypted' | 'notWorkbook';
  readonly pages: PageOptions;
  readonly log: Logger;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Milliseconds that only go forward. */
  readonly ticks: () => number;
}
