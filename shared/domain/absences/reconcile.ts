/** The difference between what payroll holds and what it should hold: what to import, what to regularise, in that order. */
import { compareHalfDates } from './halfDay.ts';
import { transferKey, type TransferEntry, type TransferredHalfDay } from './transferRegister.ts';

/** A half-day that Lucca filed elsewhere under the same payroll code: told, never regularised. */
export interface Refiled {
  readonly held: TransferEntry;
  readonly wanted: TransferredHalfDay;
}

export interface Reconciliation {
  readonly added: readonly TransferredHalfDay[];
  /** To be added once nothing that waits stands in their place: payroll would hold two absences there. */
  readonly waiting: readonly TransferredHalfDay[];
  /** With the run and the month that brought them to payroll. */
  readonly deleted: readonly TransferEntry[];
  readonly refiled: readonly Refiled[];
  /** Held by payroll, absent from Lucca, and left: why is said where the half-days of Lucca are told. */
  readonly kept: readonly TransferEntry[];
}

function grouped<T extends TransferredHalfDay>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = transferKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function compared(a: TransferredHalfDay, b: TransferredHalfDay): number {
  if (a.employeeId !== b.employeeId) return a.employeeId < b.employeeId ? -1 : 1;
  return compareHalfDates(a, b) || (transferKey(a) < transferKey(b) ? -1 : 1);
}

const placeOf = ({ employeeId, date, half }: TransferredHalfDay) => `${employeeId} ${date} ${half}`;

/** Pairs those of one account first, so that what is left over is what truly changed. */
function paired(wanted: readonly TransferredHalfDay[], held: readonly TransferEntry[]) {
  const left = [...held];
  const unpaired = wanted.filter((each) => {
    const at = left.findIndex(({ accountId }) => accountId === each.accountId);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const refiled = unpaired.flatMap((each, index) => {
    const other = left[index];
    return other ? [{ held: other, wanted: each }] : [];
  });
  return { refiled, added: unpaired.slice(refiled.length), deleted: left.slice(refiled.length) };
}

/**
 * What payroll is to be told so that it holds `wanted`, by person, date, half, code and value; two on one half stay two. Neither order matters.
 * @param wanted what it should hold (`wantedHalfDays`).
 * @param held what it holds (`heldBy`).
 * @param isJudged false for a half-day whose absence from `wanted` proves nothing: its month was not read, its account or its person waits.
 */
export function reconciled(
  wanted: readonly TransferredHalfDay[],
  held: readonly TransferEntry[],
  isJudged: (entry: TransferEntry) => boolean = () => true,
): Reconciliation {
  const [asked, has] = [grouped(wanted), grouped(held)];
  const keys = new Set([...asked.keys(), ...has.keys()]);
  const pairs = [...keys].map((key) => paired(asked.get(key) ?? [], has.get(key) ?? []));
  const gone = pairs.flatMap(({ deleted }) => deleted).sort(compared);
  const kept = gone.filter((entry) => !isJudged(entry));
  const places = new Set(kept.map(placeOf));
  const added = pairs.flatMap((pair) => pair.added).sort(compared);
  return {
    added: added.filter((each) => !places.has(placeOf(each))),
    waiting: added.filter((each) => places.has(placeOf(each))),
    deleted: gone.filter(isJudged),
    refiled: pairs.flatMap(({ refiled }) => refiled).sort((a, b) => compared(a.wanted, b.wanted)),
    kept,
  };
}

/** `nothing` to do · something to `import` · to `regularise` by hand · to regularise, `thenImport`. */
export type SyncOutcome = 'nothing' | 'import' | 'regularise' | 'thenImport';

/** @param added, deleted how many half-days. */
export function outcomeOf(added: number, deleted: number): SyncOutcome {
  if (deleted === 0) return added === 0 ? 'nothing' : 'import';
  return added === 0 ? 'regularise' : 'thenImport';
}
