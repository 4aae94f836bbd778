/** Who stands under which identifier now: what was written of somebody before Lucca had them created again is theirs still. */
import { canonical, displayed, textCell } from '../../domain/review/cell.ts';
import type { BookRow, BookSnapshot } from '../../flows/book.ts';
import { formerIdsTable } from './formerIdsTable.ts';

const idOf = (text: string) => canonical('identifier', textCell(text));

function textIn({ cells }: BookRow, key: string): string {
  return idOf(displayed(cells[key] ?? textCell('')));
}

/** The identifier that followed each, the last one said: an identifier that comes back is its own again. */
function followers(snapshot: BookSnapshot): ReadonlyMap<string, string> {
  const state = snapshot[formerIdsTable.name];
  const next = new Map<string, string>();
  for (const row of state?.state === 'found' ? state.rows : []) {
    const [before, after] = [textIn(row, 'luccaId'), textIn(row, 'current')];
    if (before === '' || after === '' || before === after) continue;
    next.delete(after);
    next.set(before, after);
  }
  return next;
}

export interface CurrentIds {
  /** `of('101')` → `'9101'`; an identifier that nobody gave up is its own. */
  readonly of: (id: string) => string;
  /** `formerOf('9101')` → `['101']`. */
  readonly formerOf: (id: string) => readonly string[];
}

export function currentIds(snapshot: BookSnapshot): CurrentIds {
  const next = followers(snapshot);
  const of = (id: string) => {
    if (next.size === 0) return id;
    let current = idOf(id);
    for (let to = next.get(current); to !== undefined; to = next.get(current)) current = to;
    return current;
  };
  return { of, formerOf: (id) => [...next.keys()].filter((each) => of(each) === id) };
}
