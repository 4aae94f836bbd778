/** What the pane offers for an account: the categories that are transferred, the stoppages by kind, and nothing in payroll. */
import { proposedBinding } from '../../../../../shared/domain/absences/proposeBinding.ts';
import {
  absenceCategories,
  stoppageKinds,
  type AbsenceCategory,
  type AbsenceTreatment,
  type StoppageKind,
} from '../../../../../shared/domain/absences/treatment.ts';
import { yearlyPattern } from '../../../../../shared/domain/absences/yearlyPattern.ts';
import type { ChosenTreatment } from '../../../../../shared/flows/absences/bindingCells.ts';
import type { AccountReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import { bound as boundAs } from '../../../../../shared/messages/fr/absences/accounts.ts';
import { choiceGroupNames } from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { treatmentCells } from '../../../../../shared/tables/absences/treatmentLabels.ts';

interface TreatmentChoice {
  readonly key: string;
  readonly label: string;
  readonly treatment: ChosenTreatment;
}

/** `transferred paidLeave`, `stoppage sickness`, `outside`: one for each choice, whatever code an account has. */
export function choiceKey(treatment: AbsenceTreatment | ChosenTreatment): string {
  if (treatment.is === 'transferred') return `${treatment.is} ${treatment.category}`;
  return treatment.is === 'stoppage' ? `${treatment.is} ${treatment.kind}` : treatment.is;
}

/** `congés payés`, `arrêt de travail (maladie)` */
export function choiceLabel(chosen: ChosenTreatment): string {
  const { treatment, kind } = treatmentCells(chosen);
  return boundAs(treatment, kind);
}

const choice = (treatment: ChosenTreatment): TreatmentChoice => ({
  key: choiceKey(treatment),
  label: choiceLabel(treatment),
  treatment,
});

const categories = Object.keys(absenceCategories) as AbsenceCategory[];
const kinds = Object.keys(stoppageKinds) as StoppageKind[];

export const choiceGroups: readonly { readonly title: string; readonly choices: readonly TreatmentChoice[] }[] = [
  {
    title: choiceGroupNames.transferred,
    choices: categories.map((category) => choice({ is: 'transferred', category })),
  },
  { title: choiceGroupNames.stoppage, choices: kinds.map((kind) => choice({ is: 'stoppage', kind })) },
  { title: choiceGroupNames.outside, choices: [choice({ is: 'outside' })] },
];

/** The choice of that key; undefined for none. */
export function choiceOf(key: string): ChosenTreatment | undefined {
  return choiceGroups.flatMap(({ choices }) => choices).find((each) => each.key === key)?.treatment;
}

/** Key of the choice that is made, or proposed, before anybody touches it; '' for none. */
export function firstChoice({ account, bound, line }: AccountReading): string {
  const treatment = bound.state === 'bound' ? bound.treatment : (line?.treatment ?? proposedBinding(account.name));
  return treatment && bound.state !== 'ambiguous' ? choiceKey(treatment) : '';
}

/** The pattern of the accounts of every year, and how many Lucca has; undefined for an account that is not made each year. */
export function yearsOf(
  { account }: AccountReading,
  accounts: readonly AccountReading[],
): { readonly pattern: string; readonly count: number } | undefined {
  const pattern = yearlyPattern(account.name);
  if (pattern === undefined) return undefined;
  return { pattern, count: accounts.filter((each) => yearlyPattern(each.account.name) === pattern).length };
}
