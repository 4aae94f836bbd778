/** What the wizard asks about leave accounts and natures: grouped by year, those that do not count told apart, nothing decided by itself. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { blankAnswers } from '../../../../shared/flows/vouchers/wizard/answers.ts';
import {
  accountChoices,
  decided,
  natureChoices,
  proposals,
  withProposals,
  type ImpactGroup,
} from '../../../../shared/flows/vouchers/wizard/impactChoices.ts';
import { proposedImpact } from '../../../../shared/flows/vouchers/wizard/impactProposals.ts';
import { readWizardBase } from '../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import { absenceImpactsTable } from '../../../../shared/tables/vouchers/impactsTables.ts';
import { sound } from '../../../support/smallCompany.ts';
import { VoucherCompany } from '../voucherCompany.ts';

const OCTOBER = plainMonth('2026-10');
const answers = { ...blankAnswers(OCTOBER), name: 'TR Lille', establishments: ['14'] };

async function company(): Promise<VoucherCompany> {
  const made = await VoucherCompany.begun();
  made.account.accounts = [
    { id: '9', name: 'Congés payés 2026-2027', establishments: ['Lille'] },
    { id: '8', name: 'Congés payés 2025-2026', establishments: ['Lille'] },
    { id: '10', name: 'Télétravail', establishments: ['Lille'] },
    { id: '11', name: 'RTT', establishments: ['Lyon'] },
  ];
  made.fill(absenceImpactsTable, { id: '8', name: 'Congés payés 2025-2026', impact: 'déduit' });
  return made;
}

async function baseOf(made: VoucherCompany) {
  return sound(await readWizardBase(made.ports, { connection: made.account.connection(), month: OCTOBER }));
}

function shown(groups: readonly ImpactGroup[]) {
  return groups.map(({ name, choices }) => [name, choices.map(({ id, deducts }) => [id, deducts])]);
}

describe('choices of impacts', () => {
  test('accounts of a year stand together; what the sheet decides is shown; those of other establishments stand apart', async () => {
    const { groups, apart } = accountChoices(await baseOf(await company()), answers);
    expect(shown(groups)).toEqual([
      [
        'Congés payés',
        [
          ['8', true],
          ['9', undefined],
        ],
      ],
      ['Télétravail', [['10', undefined]]],
    ]);
    expect(shown(apart)).toEqual([['RTT', [['11', undefined]]]]);
  });

  test('a row that an older regulation of that name left is shown: it will decide', async () => {
    const made = await company();
    const left = { id: '10', name: 'Télétravail', regulation: 'TR Lille', impact: 'déduit' };
    made.fill(absenceImpactsTable, { id: '10', name: 'Télétravail', impact: 'ne déduit pas' }, left);
    const choice = ({ groups }: ReturnType<typeof accountChoices>) => groups.find(({ name }) => name === 'Télétravail');
    const base = await baseOf(made);
    expect(choice(accountChoices(base, answers))?.choices).toMatchObject([{ id: '10', deducts: true }]);
    expect(choice(accountChoices(base, { ...answers, name: 'TR Nord' }))?.choices).toMatchObject([{ deducts: false }]);
  });

  test('an account used in the establishment of late counts, wherever it is attached', async () => {
    const made = await company();
    made.account.halfDays = made.account.halfDays.map((each) => ({ ...each, accountId: '11' }));
    made.dayOff('2026-10-05');
    made.account.halfDays = made.account.halfDays.map((each) => ({ ...each, accountId: '11' }));
    const lyon = { ...answers, establishments: ['13'] };
    made.account.accounts = made.account.accounts.map((each) => ({ ...each, establishments: [] }));
    const { groups } = accountChoices(await baseOf(made), lyon);
    expect(shown(groups)).toEqual([['RTT', [['11', undefined]]]]);
  });

  test('every restaurant nature in use counts', async () => {
    const made = await company();
    made.account.natures = [
      { id: '31', name: 'Déjeuner', isRestaurant: true, isEnabled: true },
      { id: '32', name: 'Dîner', isRestaurant: true, isEnabled: true },
      { id: '33', name: 'Train', isRestaurant: false, isEnabled: true },
      { id: '34', name: 'Ancien', isRestaurant: true, isEnabled: false },
    ];
    expect(shown(natureChoices(await baseOf(made), answers).groups)).toEqual([
      ['Déjeuner', [['31', true]]],
      ['Dîner', [['32', undefined]]],
    ]);
  });

  test('what names propose is filled in when asked, marked until somebody decides, and never over a decision', async () => {
    const base = await baseOf(await company());
    const before = accountChoices(base, answers);
    const proposed = proposals(before);
    expect([...proposed]).toEqual([
      ['9', true],
      ['10', false],
    ]);
    const filled = { ...answers, accounts: withProposals(answers.accounts, proposed) };
    const marks = accountChoices(base, filled).groups.flatMap(({ choices }) => choices);
    expect(marks.map(({ id, deducts, isProposed }) => [id, deducts, isProposed])).toEqual([
      ['8', true, false],
      ['9', true, true],
      ['10', false, true],
    ]);
    const looked = { ...filled, accounts: decided(filled.accounts, ['10'], true) };
    const after = accountChoices(base, looked).groups.flatMap(({ choices }) => choices);
    expect(after.at(-1)).toMatchObject({ id: '10', deducts: true, isProposed: false });
    expect(proposals(accountChoices(base, looked)).size).toBe(0);
  });
});

describe('what a name proposes', () => {
  test.each([
    ['Congés payés 2025-2026', true],
    ['CP 2026', true],
    ['RTT', true],
    ['Maladie non professionnelle', true],
    ['Congé sans solde', true],
    ['Télétravail', false],
    ['Formation', false],
    ['Déjeuner France', true],
    ['Dîner', false],
    ['Congé sans solde pour formation', undefined],
    ['Délégation', undefined],
    ['CPF', undefined],
    ['Repas', undefined],
  ])('%s', (name, expected) => {
    expect(proposedImpact(name)).toBe(expected);
  });
});
