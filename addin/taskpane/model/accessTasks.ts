/** Who may read what: the code that pairs the pane with the service, and the connection to an account of Lucca. */
import type { Connection, ConnectionRequest } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import type { PaneDesk } from './desk.ts';
import { serviceNotice } from './notices.ts';

export class AccessTasks {
  private readonly desk: PaneDesk;
  private offeredCode: string | null;

  constructor(desk: PaneDesk) {
    this.desk = desk;
    this.offeredCode = desk.ports.offeredCode;
  }

  get isPaired(): boolean {
    return this.desk.ports.token.get() !== null;
  }

  /** The page came with a code that was not used yet. */
  get isOffered(): boolean {
    return this.offeredCode !== null;
  }

  /** Uses the code that came with the page. It is good once. */
  async exchangeOffered(): Promise<void> {
    const code = this.offeredCode;
    this.offeredCode = null;
    if (code !== null) await this.exchange(code);
  }

  private async exchange(code: string): Promise<ServiceError | null> {
    const { service, token } = this.desk.ports;
    const paired = await service.pair(code);
    if (!paired.ok) return paired.error;
    token.set(paired.value.token);
    return null;
  }

  async pair(code: string): Promise<void> {
    this.desk.show({ name: 'pairing', busy: true });
    const failure = await this.exchange(code.trim());
    if (failure) this.desk.show({ name: 'pairing', busy: false }, serviceNotice(failure));
    else await this.desk.home();
  }

  async test(request: ConnectionRequest): Promise<void> {
    this.desk.show({ name: 'connect', busy: 'testing', tested: null });
    const tested = await this.desk.ports.service.testConnection(request);
    this.desk.show(
      { name: 'connect', busy: null, tested: tested.ok ? tested.value : null },
      tested.ok ? null : serviceNotice(tested.error),
    );
  }

  async connect(request: ConnectionRequest): Promise<void> {
    this.desk.show({ name: 'connect', busy: 'connecting', tested: null });
    const connected = await this.desk.ports.service.connect(request);
    if (connected.ok) return this.welcome(connected.value);
    this.desk.show({ name: 'connect', busy: null, tested: null }, serviceNotice(connected.error));
  }

  /** The service reads a new account by itself: its first reading is followed to its end. */
  private async welcome({ lastRun }: Connection): Promise<void> {
    await this.desk.home();
    const isHome = this.desk.store.get().screen.name === 'home';
    if (isHome && lastRun?.state === 'running') await this.desk.watch(lastRun.id);
  }

  async disconnect(): Promise<void> {
    const { connection } = this.desk.store.get();
    if (!connection) return;
    const gone = await this.desk.ports.service.disconnect(connection.id);
    if (gone.ok) await this.desk.home();
    else this.desk.show({ name: 'settings' }, serviceNotice(gone.error));
  }
}
