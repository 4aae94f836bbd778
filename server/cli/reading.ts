/** Lucca is read for the months that a computation names. */
import type { Connection, Topic } from '../../shared/contracts/schemas.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../shared/domain/result.ts';
import { pulled } from './account.ts';
import type { Outcome } from './outcome.ts';
import { stopAt } from './sentences.ts';
import type { Work } from './work.ts';

/** `notRead` gives the months that are to be read first. */
interface Failure {
  readonly code: string;
  readonly months?: readonly PlainMonth[];
}

/** A computation of the workbook and of what was read of Lucca. */
export interface Computing<C, E extends Failure> {
  readonly topics: readonly Topic[];
  /** Months that are read in any case. */
  readonly usual: readonly PlainMonth[];
  readonly compute: (connection: Connection) => Promise<Result<C, E>>;
  /** The end of a command that no reading would help, said before the long reading rather than after it. */
  readonly hopeless: (error: E, connection: Connection) => Outcome | undefined;
}

/** Readings of Lucca: one for what the sheets are known to need, one for what it makes them need, one to spare. */
const READINGS = 3;

const unreadIn = ({ code, months = [] }: Failure) => (code === 'notRead' ? months : []);

/** Reads Lucca for the months that the computation is known to need: told that no month was read, it names every one of them. */
export async function readFirst<C, E extends Failure>(
  { terminal, service }: Work,
  connection: Connection,
  { topics, usual, compute, hopeless }: Computing<C, E>,
): Promise<Connection> {
  const { mirror } = connection;
  const asked = mirror && (await compute({ ...connection, mirror: { ...mirror, months: [] } }));
  const error = asked?.ok === false ? asked.error : undefined;
  const end = error && hopeless(error, connection);
  if (end) throw stopAt(end);
  const months = new Set([...usual, ...(error ? unreadIn(error) : [])]);
  return pulled(terminal, service, connection, [...months].sort(), topics);
}

/** Computes; months that turn out to be needed are read. */
export async function computeRead<C, E extends Failure>(
  { terminal, service }: Work,
  connection: Connection,
  { topics, compute }: Computing<C, E>,
): Promise<{ readonly computation: Result<C, E>; readonly connection: Connection }> {
  let fresh = connection;
  for (let reading = 2; ; reading += 1) {
    const computation = await compute(fresh);
    const unread = computation.ok ? [] : unreadIn(computation.error);
    if (unread.length === 0 || reading > READINGS) return { computation, connection: fresh };
    fresh = await pulled(terminal, service, fresh, unread, topics);
  }
}
