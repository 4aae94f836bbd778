/** The settings that a closed month was counted with, as texts: it is always counted again with them. */
import type { TimeRegulation } from './population.ts';
import type { AbsenceTreatment, RuleSet } from './ruleSet.ts';

export type FrozenTime = ReadonlyMap<TimeRegulation, RuleSet>;

/** Characters of a cell, with room to spare. */
const PIECE = 25_000;

interface Packed extends Omit<RuleSet, 'absences'> {
  readonly absences: readonly (readonly [string, AbsenceTreatment])[];
}

/** A text cut into texts that fit in cells: at least one. */
export function piecesOf(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / PIECE));
  return Array.from({ length: count }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE));
}

/** The settings in texts that fit in cells. */
export function frozenTexts(settings: FrozenTime): string[] {
  const packed = [...settings].map(([regulation, { absences, ...set }]) => {
    return { regulation, set: { ...set, absences: [...absences] } satisfies Packed };
  });
  return piecesOf(JSON.stringify(packed));
}

/** Inverse of {@link frozenTexts}; undefined when they are not what it wrote. */
export function frozenTime(texts: readonly string[]): FrozenTime | undefined {
  try {
    const packed = JSON.parse(texts.join('')) as readonly { regulation: TimeRegulation; set: Packed }[];
    return new Map(
      packed.map(({ regulation, set }) => [regulation, { ...set, absences: new Map(set.absences) }] as const),
    );
  } catch {
    return undefined;
  }
}
