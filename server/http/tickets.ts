import { randomBytes } from 'node:crypto';

export const TICKET_SECONDS = 60;
const MOST_TICKETS = 100;

/** Rights to fetch one file once, for those who cannot send a header: a browser opening an address. */
export interface Tickets<T> {
  issue(what: T): string;
  /** What the ticket was for; undefined when it served already, is too old, or never was. */
  take(ticket: string): T | undefined;
}

/**
 * `now` in milliseconds that only go forward. `most`: tickets open at once. What nobody fetched in time is let go, so that the bytes
 * behind a ticket stay in memory no longer than it serves.
 */
export function createTickets<T>(now: () => number, most = MOST_TICKETS): Tickets<T> {
  const open = new Map<string, { readonly what: T; readonly until: number }>();
  return {
    issue(what) {
      const ticket = randomBytes(32).toString('base64url');
      open.set(ticket, { what, until: now() + TICKET_SECONDS * 1000 });
      for (const oldest of open.keys()) if (open.size > most) open.delete(oldest);
      setTimeout(() => open.delete(ticket), TICKET_SECONDS * 1000).unref();
      return ticket;
    },
    take(ticket) {
      const found = open.get(ticket);
      open.delete(ticket);
      return found && found.until > now() ? found.what : undefined;
    },
  };
}
