/** Rows of « Salariés » that are one human: hired again, somebody has another identifier in Lucca and often the same matricule. */
import { stableNir } from '../../domain/people/checks/nir.ts';
import type { Matchable } from '../../domain/people/matching/matchable.ts';
import { matchableOf } from '../../domain/people/matching/matchableOf.ts';
import { isSameHuman } from '../../domain/people/matching/sameHuman.ts';
import { displayed, textCell } from '../../domain/review/cell.ts';
import type { BookRow } from '../../flows/book.ts';

function byNir(rows: readonly BookRow[]): ReadonlyMap<string, readonly BookRow[]> {
  const groups = new Map<string, BookRow[]>();
  for (const row of rows) {
    const nir = stableNir(displayed(row.cells['nir'] ?? textCell('')).trim());
    if (nir === undefined) continue;
    const group = groups.get(nir);
    if (group) group.push(row);
    else groups.set(nir, [row]);
  }
  return groups;
}

/** By the identifier of each row that is somebody told higher up, the identifier told there: `9` → `1`. */
export function sameHumans(rows: readonly BookRow[]): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const group of byNir(rows).values()) {
    if (group.length < 2) continue;
    const firsts: Matchable[] = [];
    for (const person of group.map(({ key, cells }) => matchableOf(key, cells))) {
      const first = firsts.find((each) => isSameHuman(each, person));
      if (first) same.set(person.id, first.id);
      else firsts.push(person);
    }
  }
  return same;
}
