import { createContext, useContext } from 'react';
import type { RegulationAnswers, WizardField } from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import type { FieldFinding, RegulationDraft } from '../../../../../shared/flows/vouchers/wizard/draft.ts';
import type { WizardBase } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';

/** What every step of the wizard sees, and the one way to answer. */
export interface WizardDesk {
  readonly base: WizardBase;
  readonly answers: RegulationAnswers;
  readonly draft: RegulationDraft;
  /** What is told now. */
  readonly told: readonly FieldFinding[];
  readonly answer: (part: Partial<RegulationAnswers>) => void;
}

export const WizardContext = createContext<WizardDesk | null>(null);

/** Outside a step of the wizard is a bug and throws. */
export function useWizard(): WizardDesk {
  const desk = useContext(WizardContext);
  if (!desk) throw new Error('useWizard outside the wizard');
  return desk;
}

/** What is told of a question; `at`: of one of several exclusions. */
export function toldOf(told: readonly FieldFinding[], field: WizardField, at?: number): FieldFinding[] {
  return told.filter((each) => each.field === field && (at === undefined || each.at === at));
}
