/** The evenings of one connection over a real store, with a clock, an account of Lucca and a letter box that the test holds. */
import { ok, fail, type Result } from '../../../shared/domain/result.ts';
import { addMinutes, instant, plainMonth, type Instant } from '../../../shared/domain/calendar/plainDate.ts';
import type { EveningSettings } from '../../../shared/contracts/eveningSettings.ts';
import type { Run } from '../../../shared/contracts/schemas.ts';
import type { Employee } from '../../../shared/domain/people/employee.ts';
import type { MailFailure } from '../../../shared/messages/fr/employees/evening.ts';
import { createEvenings, type Evenings } from '../../../server/jobs/evening/evenings.ts';
import { createPageMemories } from '../../../server/jobs/pageMemories.ts';
import { createRunner, type Runner } from '../../../server/jobs/runner.ts';
import type { LuccaConnector, LuccaError, Pull } from '../../../server/lucca/connector.ts';
import type { Mail } from '../../../server/mail/mail.ts';
import type { Store } from '../../../server/store/store.ts';
import { makeTestFolder, opened, removeTestFolder } from '../../store/folder.ts';
import { connection } from '../../store/sample.ts';

export const OCTOBER = plainMonth('2026-10');
export const NOVEMBER = plainMonth('2026-11');
export const A = connection('a', instant('2026-11-16T09:00:00.000Z'));
const DOWN: LuccaError = { code: 'unreachable', call: 'salariés' };

/** Somebody whose file is complete. */
export function person(id: string, lastName: string, more: Employee['values'] = {}): Employee {
  const values = {
    ...{ luccaId: id, employeeNumber: `0${id}`, lastName, firstName: 'Ada', establishment: 'Lyon' },
    ...{ contractStart: '2020-01-01', contractEnd: null, birthDate: '1990-05-17', nir: '290056938412345' },
    ...{ address: '1 rue des Lilas', postalCode: '69003', city: 'Lyon', iban: 'FR7630006000011234567890189' },
    ...more,
  };
  return { id, values };
}

export function pulled(employees: readonly Employee[], unreadFields: readonly string[] = []): Pull {
  const none = { planning: undefined, meals: undefined, expenseNatures: undefined, timeEntries: undefined };
  return {
    ...{ employees, absences: new Map([[NOVEMBER, []]]), contracts: [], leaveAccounts: [], ...none },
    ...{ timesheets: undefined, workingTimes: undefined, missingRights: undefined, customFields: undefined },
    ...{ unreadFields, sources: { record: [], custom: [], native: [] }, requests: 4 },
  };
}

export class Office {
  now: Instant = instant('2026-11-16T09:00:00.000Z');
  people: readonly Employee[] = [person('1', 'MARTIN'), person('2', 'DURAND')];
  unread: readonly string[] = [];
  /** What each next reading answers, when it is not the people. */
  readonly answers: Result<Pull, LuccaError>[] = [];
  /** Holds the reading of Lucca until it is let go. */
  held: Promise<void> | null = null;
  mails: Mail[] = [];
  refusals: MailFailure[] = [];
  /** Holds the server of mail until it is let go. */
  slow: Promise<void> | null = null;
  /** Mails that it held. */
  sending = 0;
  hasServer = true;
  readonly faults: unknown[] = [];
  store!: Store;
  runner!: Runner;
  evenings!: Evenings;
  private ids = 0;

  constructor(readonly folder: string) {}

  static async open(isAutomatic = true): Promise<Office> {
    const office = new Office(await makeTestFolder());
    await office.start(isAutomatic);
    await office.store.addConnection(A);
    return office;
  }

  /** A process of the service begins, over what the last one left. */
  async start(isAutomatic = true): Promise<void> {
    this.store = await opened(this.folder);
    const connector: LuccaConnector = {
      probe: () => Promise.resolve(ok({ employees: 0, missingRights: [] })),
      pull: async () => {
        await this.held;
        return this.answers.shift() ?? ok(pulled(this.people, this.unread));
      },
      importEntitlements: () => Promise.resolve(ok({ accepted: 0, errors: [] })),
    };
    this.runner = createRunner({
      store: this.store,
      credentials: () => Promise.resolve({ apiKey: 'canary-key' }),
      connectorOf: () => ok(connector),
      pages: createPageMemories(),
      now: () => this.now,
      newId: () => `run-${process.pid}-${(this.ids += 1)}`,
      onFault: (error) => void this.faults.push(error),
    });
    this.evenings = createEvenings(
      {
        store: this.store,
        runner: this.runner,
        now: () => this.now,
        zone: 'Europe/Paris',
        months: () => [OCTOBER, NOVEMBER],
        mailFor: () => ({
          kind: this.hasServer ? 'server' : 'none',
          mailer: this.hasServer ? { send: (mail) => this.receive(mail) } : null,
          firstRecipients: ['paie@acme.example'],
        }),
        onFault: (error) => void this.faults.push(error),
      },
      isAutomatic,
    );
  }

  private async receive(mail: Mail) {
    this.sending += this.slow ? 1 : 0;
    await this.slow;
    const refusal = this.refusals.shift();
    if (refusal) return fail(refusal);
    this.mails.push(mail);
    return ok({ refused: 0 });
  }

  down(times: number): void {
    for (let each = 0; each < times; each += 1) this.answers.push(fail(DOWN));
  }

  /** It is `moment` (UTC), and the service looks. */
  async at(moment: string): Promise<void> {
    this.now = instant(moment);
    await this.evenings.look();
  }

  async later(minutes: number): Promise<void> {
    await this.at(addMinutes(this.now, minutes));
  }

  /** What every evening of the connection came to, oldest first: when, why, how. */
  async history(): Promise<string[]> {
    const runs = await this.store.runs('a', 200);
    return [...runs].reverse().map((run) => `${run.startedAt.slice(0, 16)} ${run.trigger ?? 'person'} ${run.state}`);
  }

  /** The run that goes on, once it does. */
  async begun(): Promise<Run> {
    for (let turn = 0; turn < 200; turn += 1) {
      const [run] = await this.store.runs('a', 1);
      if (run?.state === 'running') return run;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nothing began');
  }

  async last(): Promise<Run> {
    const [run] = await this.store.runs('a', 1);
    if (!run) throw new Error('no run');
    return run;
  }

  async choose(settings: Partial<EveningSettings>): Promise<void> {
    const { enabled, time, recipients, onlyChanges } = await this.evenings.view(A);
    await this.evenings.save(A, { enabled, time, recipients, onlyChanges, ...settings });
  }

  /** An orderly end. */
  async stop(): Promise<void> {
    this.evenings.stop();
    await this.runner.close();
    await this.evenings.settled();
    await this.store.close();
  }

  async close(): Promise<void> {
    await this.stop();
    await removeTestFolder(this.folder);
  }
}
