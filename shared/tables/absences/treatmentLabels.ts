/** What an accountant chooses for a leave account: a category, a stoppage and its kind, or nothing. Excel offers short lists only: two of them. */
import {
  absenceCategories,
  stoppageKinds,
  type AbsenceCategory,
  type AbsenceTreatment,
  type StoppageKind,
} from '../../domain/absences/treatment.ts';
import type { ProposedBinding } from '../../domain/absences/proposeBinding.ts';

const STOPPAGE = 'arrêt de travail';
const OUTSIDE = 'hors paie';

const categories = Object.keys(absenceCategories) as AbsenceCategory[];

/** In the order of the list. */
export const treatmentLabels: readonly string[] = [
  ...categories.map((category) => absenceCategories[category].name),
  STOPPAGE,
  OUTSIDE,
];

export const kindLabels = Object.fromEntries(
  Object.entries(stoppageKinds).map(([kind, { name }]) => [kind, name]),
) as Readonly<Record<StoppageKind, string>>;

/** How a treatment is written in both cells: `congés payés` and nothing, `arrêt de travail` and `maladie`. */
export function treatmentCells(treatment: AbsenceTreatment | ProposedBinding): {
  readonly treatment: string;
  readonly kind: string;
} {
  if (treatment.is === 'transferred') return { treatment: absenceCategories[treatment.category].name, kind: '' };
  if (treatment.is === 'stoppage') return { treatment: STOPPAGE, kind: kindLabels[treatment.kind] };
  return { treatment: OUTSIDE, kind: '' };
}

/** `kindMissing`: a stoppage of which nobody said what it is. */
export type WrittenTreatment = AbsenceTreatment | 'kindMissing' | undefined;

/** The treatment that both cells write; `code` '' stands for the code of the category. Undefined where the first one says nothing. */
export function treatmentOf(label: string, kind: StoppageKind | undefined, code: string): WrittenTreatment {
  if (label === OUTSIDE) return { is: 'outside' };
  if (label === STOPPAGE) return kind ? { is: 'stoppage', kind } : 'kindMissing';
  const category = categories.find((each) => absenceCategories[each].name === label);
  return category && { is: 'transferred', category, code: code || absenceCategories[category].code };
}
