/** What is being chosen before a ready-made set is copied. */
import { readyMadeSets, type ReadyMadeSet } from '../../../../shared/domain/worktime/readyMade.ts';
import type { SetCopy } from './timeSheetTasks.ts';

/** `into`: a set of the sheet; null: a new one, called `name`. */
export interface SetDraft {
  readonly set: ReadyMadeSet;
  readonly into: string | null;
  readonly name: string;
  readonly withRegulation: boolean;
  readonly regulation: string;
}

/** « Droit commun : 25 % puis 50 % » → « Droit commun ». */
export function shortName({ name }: Pick<ReadyMadeSet, 'name'>): string {
  return (name.split(' : ')[0] ?? name).trim();
}

function draftOf(set: ReadyMadeSet): SetDraft {
  return { set, into: null, name: shortName(set), withRegulation: true, regulation: shortName(set) };
}

/** The first set, in a new one of its name, with a regulation of that name. */
export function openedDraft(): SetDraft {
  const [first] = readyMadeSets;
  if (!first) throw new RangeError('no ready-made set');
  return draftOf(first);
}

/** Another set, where the draft goes; the names that were proposed follow it, those that were typed stay. */
export function withSet(draft: SetDraft, key: string): SetDraft {
  const set = readyMadeSets.find((each) => each.key === key) ?? draft.set;
  const [before, after] = [shortName(draft.set), shortName(set)];
  const follow = (typed: string) => (typed === before ? after : typed);
  return { ...draft, set, name: follow(draft.name), regulation: follow(draft.regulation) };
}

export function isReady({ into, name, withRegulation, regulation }: SetDraft): boolean {
  return (into !== null || name.trim() !== '') && (!withRegulation || regulation.trim() !== '');
}

export function copyOf({ set, into, name, withRegulation, regulation }: SetDraft): SetCopy {
  return { set: set.key, into: into ?? name.trim(), regulation: withRegulation ? regulation.trim() : '' };
}
