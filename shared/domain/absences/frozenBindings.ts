/** What each account was for payroll when a month was closed, as texts: its absences are always compared with it. */
import { parsePlainDate, parsePlainMonth } from '../calendar/plainDate.ts';
import { piecesOf } from '../worktime/frozenTime.ts';
import type { AbsencePeriod } from './absencePeriod.ts';
import type { AbsenceTreatment } from './treatment.ts';

/** A closed period. `treatments`: by account; an account that nobody had bound is not in it. */
export interface ClosedAbsences extends AbsencePeriod {
  readonly treatments: ReadonlyMap<string, AbsenceTreatment>;
}

/** In texts that fit in cells. */
export function closedTexts({ treatments, ...period }: ClosedAbsences): string[] {
  return piecesOf(JSON.stringify({ ...period, treatments: [...treatments] }));
}

/** Inverse of {@link closedTexts}; undefined when they are not what it wrote. */
export function closedAbsences(texts: readonly string[]): ClosedAbsences | undefined {
  try {
    const read = JSON.parse(texts.join('')) as Record<'month' | 'from' | 'to', string> & {
      readonly treatments: readonly (readonly [string, AbsenceTreatment])[];
    };
    const [month, from, to] = [parsePlainMonth(read.month), parsePlainDate(read.from), parsePlainDate(read.to)];
    return month && from && to ? { month, from, to, treatments: new Map(read.treatments) } : undefined;
  } catch {
    return undefined;
  }
}
