/** Where one stands in the wizard: nothing is lost on the way, and nothing is told before it is asked for. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { blankAnswers, wizardSteps, type RegulationAnswers } from '../../shared/flows/vouchers/wizard/answers.ts';
import { draftRegulation, type RegulationDraft } from '../../shared/flows/vouchers/wizard/draft.ts';
import { readWizardBase, type WizardBase } from '../../shared/flows/vouchers/wizard/wizardBase.ts';
import {
  firstWrong,
  goTo,
  isUntouched,
  nextStep,
  postponedStep,
  previousStep,
  stepOfField,
  toldFindings,
  type WizardState,
} from '../../addin/taskpane/model/wizardState.ts';
import { typedVoucherTables } from '../../shared/tables/vouchers/voucherTables.ts';
import { VoucherCompany } from '../flows/vouchers/voucherCompany.ts';
import { sound } from '../support/smallCompany.ts';

const OCTOBER = plainMonth('2026-10');

async function untouchedBase(): Promise<WizardBase> {
  const company = await VoucherCompany.begun();
  for (const { name } of typedVoucherTables) company.book.tables.delete(name);
  const request = { connection: company.account.connection(), month: OCTOBER };
  return sound(await readWizardBase(company.ports, request));
}

function stateOf(answers: Partial<RegulationAnswers>, more: Partial<WizardState> = {}): WizardState {
  return { answers: { ...blankAnswers(OCTOBER), ...answers }, step: 'identity', tried: new Set(), ...more };
}

const identity = { name: 'TR', establishments: ['13'], issuer: 'Swile' };

describe('steps of the wizard', () => {
  test('« Suivant » stays at the first answer that is missing, and tells them all from then on', async () => {
    const base = await untouchedBase();
    const state = stateOf({ name: 'TR' });
    const draft = draftRegulation(base, state.answers);
    expect(toldFindings(state, draft)).toEqual([]);
    const move = nextStep(state, draft);
    expect(move.focus).toBe('establishments');
    expect(move.state.step).toBe('identity');
    expect(toldFindings(move.state, draft).map(({ field }) => field)).toEqual(['establishments', 'issuer']);
  });

  test('« Suivant » and « Précédent » keep every answer', async () => {
    const base = await untouchedBase();
    const state = stateOf(identity);
    const there = nextStep(state, draftRegulation(base, state.answers));
    expect(there).toMatchObject({ state: { step: 'value' }, focus: null });
    const back = previousStep(there.state);
    expect(back.state.step).toBe('identity');
    expect(back.state.answers).toBe(state.answers);
    expect(previousStep(back.state).state.step).toBe('identity');
  });

  test('of the value, what is wrong is told as soon as both figures are typed, without waiting', async () => {
    const base = await untouchedBase();
    const told = (answers: Partial<RegulationAnswers>) => {
      const state = stateOf({ ...identity, ...answers }, { step: 'value' });
      return toldFindings(state, draftRegulation(base, state.answers)).map(({ finding }) => finding.code);
    };
    expect(told({ face: '9' })).toEqual([]);
    expect(told({ face: '9', share: '49' })).toEqual(['voucherShareUnderMinimum']);
    expect(told({ face: '9', share: '60' })).toEqual([]);
  });

  test('impacts may be left for later; the rest may not', async () => {
    const base = await untouchedBase();
    const state = stateOf({ ...identity, face: '9', share: '60', before: 'first' }, { step: 'accounts' });
    const draft = draftRegulation(base, state.answers);
    expect(nextStep(state, draft)).toMatchObject({ state: { step: 'accounts' }, focus: 'accounts' });
    expect(postponedStep(state).state.step).toBe('natures');
    expect(firstWrong(state, draft)).toBeUndefined();
    const without = stateOf({ ...identity, face: '9', share: '60' }, { step: 'recap' });
    const wrong = firstWrong(without, draftRegulation(base, without.answers));
    expect(wrong).toMatchObject({ state: { step: 'start' }, focus: 'before' });
    const shown = wrong && toldFindings(wrong.state, draftRegulation(base, without.answers));
    expect(shown?.map(({ field }) => field)).toEqual(['before']);
  });

  test('the last step is the last, and « Modifier » leads to any', () => {
    const nothing = { findings: [] } as unknown as RegulationDraft;
    const last = stateOf({}, { step: 'recap' });
    expect(nextStep(last, nothing).state.step).toBe('recap');
    for (const step of wizardSteps) expect(goTo(last, step).state.step).toBe(step);
  });

  test('every question has its step', () => {
    expect(stepOfField('share')).toBe('value');
    expect(stepOfField('natures')).toBe('natures');
    expect(stepOfField('before')).toBe('start');
  });

  test('leaving asks only when something was answered', () => {
    const blank = blankAnswers(OCTOBER);
    expect(isUntouched(blank)).toBe(true);
    expect(isUntouched({ ...blank, establishments: [], accounts: new Map() })).toBe(true);
    expect(isUntouched({ ...blank, name: 'T' })).toBe(false);
    expect(isUntouched({ ...blank, establishments: ['13'] })).toBe(false);
    expect(isUntouched({ ...blank, absences: 'M' })).toBe(false);
    const decided = new Map([['9', { deducts: true, isProposed: true }]]);
    expect(isUntouched({ ...blank, accounts: decided })).toBe(false);
  });
});
