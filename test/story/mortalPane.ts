/** A pane that a person closes: from then on its page is gone, with everything that it was waiting for. */
import { browserClock } from '../../addin/taskpane/browserPorts.ts';
import type { Pane } from '../../addin/taskpane/model/pane.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import { serviceOver } from '../../shared/contracts/service.ts';
import type { BookError } from '../../shared/flows/book.ts';
import type { Result } from '../../shared/domain/result.ts';
import { sendTo, type TestService } from '../http/testService.ts';
import { openPane } from './openPane.ts';

/** What becomes of the last request: lost with the pane, or served by Excel when nobody is there to hear. */
export type Fate = 'lost' | 'served';

export interface MortalPane {
  readonly pane: Pane;
  readonly close: () => void;
  /** Closes the pane at the n-th request that it sends to Excel from now. */
  readonly closeAt: (n: number, fate: Fate) => void;
  /** Ends when the pane is closed, and Excel expects nothing more of it. */
  readonly closed: Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);
/** Excel's silence is certain once the pane is closed: it is not waited for. */
const SILENCE_MS = 50;

export function mortalPane(service: TestService, host: Host): MortalPane {
  let [isOver, last] = [false, Number.POSITIVE_INFINITY];
  let tell: () => void;
  const closed = new Promise<void>((resolve) => (tell = resolve));
  const close = (): void => {
    isOver = true;
    host.close();
    tell();
  };
  const alive = async <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = isOver ? NEVER : await ask();
    return isOver ? NEVER : answer;
  };
  const heard = async <T>(asked: Promise<Result<T, BookError>>): Promise<Result<T, BookError>> => {
    const result = await asked;
    if (!result.ok && result.error.code === 'hostTimeout') close();
    return result;
  };
  const book = officeBook({
    get watchdogMs() {
      return host.exchanges.length + 1 < last ? 60_000 : SILENCE_MS;
    },
  });
  const send = sendTo(service.origin, service.token);
  const pane = openPane(service, {
    service: serviceOver((request) => alive(() => send(request))),
    clock: { ...browserClock, wait: (...args) => alive(() => browserClock.wait(...args)) },
    book: {
      ...book,
      read: (tables) => alive(() => heard(book.read(tables))),
      write: (changes, options) => alive(() => heard(book.write(changes, options))),
    },
  });
  const closeAt = (n: number, fate: Fate): void => {
    last = host.exchanges.length + n;
    const { faults } = host;
    faults.betweenRequests = (_, number) => {
      if (number < last) return;
      // A request that is served and not answered is not counted: the one after it bears its number.
      if (fate === 'served' && faults.neverAnswers === 'no') faults.neverAnswers = 'applied';
      else host.close();
    };
  };
  return { pane, close, closeAt, closed };
}
