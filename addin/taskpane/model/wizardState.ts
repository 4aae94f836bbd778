/** Where a person stands in the wizard of a regulation: the step, the answers, and which findings are told yet. Pure. */
import {
  blankAnswers,
  fieldsOfStep,
  wizardSteps,
  type RegulationAnswers,
  type WizardField,
  type WizardStep,
} from '../../../shared/flows/vouchers/wizard/answers.ts';
import {
  blocking,
  findingsOfStep,
  type FieldFinding,
  type RegulationDraft,
} from '../../../shared/flows/vouchers/wizard/draft.ts';

export interface WizardState {
  readonly answers: RegulationAnswers;
  readonly step: WizardStep;
  /** Steps that somebody tried to leave: what they lack is told. */
  readonly tried: ReadonlySet<WizardStep>;
}

/** `focus`: the question to go to; null: the first of the step. */
export interface Move {
  readonly state: WizardState;
  readonly focus: WizardField | null;
}

function isError({ finding }: FieldFinding): boolean {
  return finding.severity === 'error';
}

/** Nothing was answered yet: leaving loses nothing. */
export function isUntouched(answers: RegulationAnswers): boolean {
  const blank = blankAnswers(answers.firstMonth);
  const isEmpty = (value: unknown) =>
    (Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0);
  const keys = Object.keys(blank) as (keyof RegulationAnswers)[];
  return keys.every((key) => answers[key] === blank[key] || (isEmpty(answers[key]) && isEmpty(blank[key])));
}

/**
 * What is told of the step: errors once one tried to leave it, and of the value as soon as both its figures are typed; the rest at once.
 */
export function toldFindings({ answers, step, tried }: WizardState, draft: RegulationDraft): FieldFinding[] {
  const isValueTyped = step === 'value' && answers.face.trim() !== '' && answers.share.trim() !== '';
  const isTold = tried.has(step) || isValueTyped;
  return findingsOfStep(draft, step).filter((each) => isTold || !isError(each));
}

function at(index: number): WizardStep {
  return wizardSteps[Math.max(0, Math.min(wizardSteps.length - 1, index))] ?? 'identity';
}

function moved(state: WizardState, by: number): Move {
  return { state: { ...state, step: at(wizardSteps.indexOf(state.step) + by) }, focus: null };
}

/** « Suivant »: stays at the first answer that is wrong or missing, which is then told. */
export function nextStep(state: WizardState, draft: RegulationDraft): Move {
  const wrong = findingsOfStep(draft, state.step).find(isError);
  if (!wrong) return moved(state, 1);
  return { state: { ...state, tried: new Set([...state.tried, state.step]) }, focus: wrong.field };
}

/** « Précédent » */
export function previousStep(state: WizardState): Move {
  return moved(state, -1);
}

/** « Décider plus tard » */
export function postponedStep(state: WizardState): Move {
  return moved(state, 1);
}

/** The step where a question is asked. */
export function stepOfField(field: WizardField): WizardStep {
  const holds = (step: WizardStep) => (fieldsOfStep[step] as readonly WizardField[]).includes(field);
  return wizardSteps.find(holds) ?? 'identity';
}

/** « Modifier », or what is still wrong at the end. */
export function goTo(state: WizardState, step: WizardStep, focus: WizardField | null = null): Move {
  return { state: { ...state, step, tried: new Set([...state.tried, step]) }, focus };
}

/** « Créer »: undefined when everything holds; else where to go. */
export function firstWrong(state: WizardState, draft: RegulationDraft): Move | undefined {
  const [wrong] = blocking(draft);
  return wrong && goTo(state, stepOfField(wrong.field), wrong.field);
}
