/** How the absences of a month are cut into requests: by establishments, and finer where Lucca finds that too long. */
import { firstDay, lastDay, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { chunksOf } from './chunks.ts';
import { LuccaFailure } from './http/failure.ts';
import { readList } from './list.ts';
import { listOfLeaves, type Leave, type LeaveFilter } from './resources/leaves.ts';
import { establishmentOf, type User } from './resources/users.ts';
import type { Session } from './session.ts';

/** Establishments are asked for together up to this many people: about a page of half-days in an ordinary month. */
const PEOPLE_PER_WINDOW = 1_000;
/** More ids make an address longer than Lucca's 8 KB. */
const IDS_PER_WINDOW = 100;
/** A window that is too long once is likely too long again. */
const TOO_LONG_ATTEMPTS = 2;

/** Whose absences, in one window: establishments with the people known there, or people alone. */
export type Window =
  { readonly establishments: ReadonlyMap<string, readonly string[]> } | { readonly people: readonly string[] };

function peopleByEstablishment(users: readonly User[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const user of users) {
    const establishment = establishmentOf(user) ?? '';
    const people = groups.get(establishment);
    if (people) people.push(user.id);
    else groups.set(establishment, [user.id]);
  }
  return groups;
}

/** The windows that cover `users` once: small establishments together, large ones alone, people of none by their ids. */
export function windowsFor(users: readonly User[]): Window[] {
  const groups = peopleByEstablishment(users);
  const homeless = groups.get('') ?? [];
  groups.delete('');
  const windows: { establishments: Map<string, readonly string[]>; people: number }[] = [];
  for (const [id, people] of [...groups].sort(([, a], [, b]) => a.length - b.length)) {
    const last = windows.at(-1);
    const fits = last && last.people + people.length <= PEOPLE_PER_WINDOW && last.establishments.size < IDS_PER_WINDOW;
    if (fits) {
      last.establishments.set(id, people);
      last.people += people.length;
    } else windows.push({ establishments: new Map([[id, people]]), people: people.length });
  }
  return [
    ...windows.map(({ establishments }) => ({ establishments })),
    ...chunksOf(homeless, IDS_PER_WINDOW).map((people) => ({ people })),
  ];
}

/** The same people in smaller windows: one establishment each, then a hundred people each, then half of them, down to one. */
export function narrower(window: Window): Window[] {
  if ('people' in window) {
    const { people } = window;
    return people.length < 2 ? [] : chunksOf(people, Math.ceil(people.length / 2)).map((half) => ({ people: half }));
  }
  const { establishments } = window;
  if (establishments.size > 1) return [...establishments].map((each) => ({ establishments: new Map([each]) }));
  return [...establishments.values()].flatMap((people) =>
    chunksOf(people, IDS_PER_WINDOW).map((chunk) => ({ people: chunk })),
  );
}

function filterOf(window: Window, month: PlainMonth): LeaveFilter {
  const range = { from: firstDay(month), to: lastDay(month) };
  return 'people' in window
    ? { ...range, by: 'leavePeriod.ownerId', ids: window.people }
    : { ...range, by: 'leavePeriod.owner.legalEntityId', ids: [...window.establishments.keys()] };
}

/** Too long for Lucca (408), or several establishments at once refused (400). A network that stalls asks for nothing. */
function asksForNarrower(error: unknown): boolean {
  return error instanceof LuccaFailure && (error.reason.status === 408 || error.reason.status === 400);
}

/**
 * Every row of a window in a month. A window that Lucca finds too long is read in narrower ones; one person alone that is too
 * long is a failure. `onRows` tells the rows of the window so far and expected.
 */
export async function readWindow(
  session: Session,
  month: PlainMonth,
  window: Window,
  onRows: (done: number, total: number) => void,
): Promise<Leave[]> {
  const list = listOfLeaves(filterOf(window, month));
  try {
    const send = (path: string): Promise<unknown> => session.get('leaves', path, TOO_LONG_ATTEMPTS);
    return await readList(session, { ...list, send, onRows });
  } catch (error) {
    const parts = asksForNarrower(error) ? narrower(window) : [];
    if (parts.length === 0) throw error;
    const rows: Leave[] = [];
    for (const part of parts) {
      const before = rows.length;
      const read = await readWindow(session, month, part, (done) => onRows(before + done, 0));
      for (const row of read) rows.push(row);
    }
    return rows;
  }
}
