/** « Arrêts à saisir » and « À transmettre au support », as a screen. */
import type { StoppageEntry, StoppagesReading } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import { holdsWords } from '../../search.ts';

export interface StoppagesScreen {
  readonly name: 'absenceStoppages';
  readonly reading: StoppagesReading;
  /** Keys in the order of need when the screen was opened: a row that is ticked stays under the hand. */
  readonly order: readonly string[];
  readonly search: string;
  /** Keys of rows whose tick is being written. */
  readonly ticking: ReadonlySet<string>;
}

/** Ticked, and still as Lucca says: the box is full; a changed one is ticked again once payroll is corrected. */
export function isHeldAsTold({ state, typedAt, isInLucca }: StoppageEntry): boolean {
  return state === 'typed' || (typedAt !== '' && !isInLucca);
}

/** For support, and nobody said that payroll holds it: it may well not be there. */
export function mayBeAbsent({ state, isTicked }: StoppageEntry): boolean {
  return state === 'support' && !isTicked;
}

/** True where saying so takes away a row that support was to be told of. */
export function dropsSupport({ waitsForSupport, isInLucca }: StoppageEntry, isTicked: boolean): boolean {
  return waitsForSupport && (isInLucca || !isTicked);
}

const isTyped = ({ state }: StoppageEntry) => state === 'typed';

/** What is to be done first, the nearest deadline before the others; then what is typed. */
export function inOrderOfNeed(stoppages: readonly StoppageEntry[]): readonly string[] {
  const last = '9999-12-31';
  const sorted = [...stoppages].sort((a, b) => {
    if (isTyped(a) !== isTyped(b)) return isTyped(a) ? 1 : -1;
    const [first, second] = [a.signalBy ?? last, b.signalBy ?? last];
    return first < second ? -1 : Number(first > second);
  });
  return sorted.map(({ key }) => key);
}

/** Those that are searched, in that order. */
export function shownStoppages({ reading, order, search }: StoppagesScreen): readonly StoppageEntry[] {
  const places = new Map(order.map((key, at) => [key, at]));
  const placeOf = ({ key }: StoppageEntry) => places.get(key) ?? order.length;
  return reading.stoppages
    .filter(({ name, employeeNumber, establishment }) =>
      holdsWords([name, employeeNumber, establishment].join(' '), search),
    )
    .sort((a, b) => placeOf(a) - placeOf(b));
}
