/** What is to be decided about leave accounts and natures: those that count, grouped by year, and those that do not count yet. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { deductsOn, type Impacts } from '../../../domain/vouchers/regulation.ts';
import type { TableDeclaration } from '../../../tables/declaration.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../tables/vouchers/impactsTables.ts';
import { impactsFor } from '../../../tables/vouchers/readImpacts.ts';
import { countsFor, type UsedAccount } from '../../../tables/vouchers/regulationState.ts';
import { yearlyGroup } from '../../../tables/vouchers/yearlyGroup.ts';
import type { ImpactAnswer, ImpactAnswers, RegulationAnswers } from './answers.ts';
import { proposedImpact } from './impactProposals.ts';
import { firstDayOf } from './regulationRow.ts';
import { impactRowsFor, type WizardBase } from './wizardBase.ts';

export interface ImpactChoice {
  readonly id: string;
  readonly name: string;
  /** Undefined: not decided, neither here nor in the sheet. */
  readonly deducts: boolean | undefined;
  /** Filled in from the name, to be looked at. */
  readonly isProposed: boolean;
}

/** Accounts that are created again each year, under the name they share. */
export interface ImpactGroup {
  readonly name: string;
  readonly choices: readonly ImpactChoice[];
}

export interface ImpactChoices {
  readonly groups: readonly ImpactGroup[];
  /** Neither attached to the establishments nor used there of late: they need no decision. */
  readonly apart: readonly ImpactGroup[];
}

const french = new Intl.Collator('fr', { numeric: true });

function grouped(choices: readonly ImpactChoice[]): ImpactGroup[] {
  const groups = new Map<string, ImpactChoice[]>();
  for (const choice of choices) {
    const name = yearlyGroup(choice.name);
    groups.set(name, [...(groups.get(name) ?? []), choice]);
  }
  return [...groups]
    .map(([name, own]) => ({ name, choices: own.sort((a, b) => french.compare(a.name, b.name)) }))
    .sort((a, b) => french.compare(a.name, b.name));
}

function choiceOf(
  { id, name }: UsedAccount,
  answer: ImpactAnswer | undefined,
  held: boolean | undefined,
): ImpactChoice {
  return { id, name, deducts: answer?.deducts ?? held, isProposed: answer?.isProposed ?? false };
}

function choicesOf(
  known: readonly UsedAccount[],
  answers: ImpactAnswers,
  held: Impacts,
  { establishments, ...rest }: RegulationAnswers,
  month: PlainMonth,
): ImpactChoices {
  const from = firstDayOf({ establishments, ...rest });
  const chosen = establishments.map((id) => ({ id }));
  const choice = (each: UsedAccount) => choiceOf(each, answers.get(each.id), deductsOn(held, each.id, from));
  const counting = known.filter((each) => countsFor(each, chosen, month));
  const others = known.filter((each) => !counting.includes(each));
  return { groups: grouped(counting.map(choice)), apart: grouped(others.map(choice)) };
}

function heldImpacts(
  base: WizardBase,
  table: TableDeclaration,
  known: readonly UsedAccount[],
  answers: RegulationAnswers,
): Impacts {
  const name = answers.name.trim();
  return impactsFor(name, impactRowsFor(base, table, known, name), known);
}

export function accountChoices(base: WizardBase, answers: RegulationAnswers): ImpactChoices {
  const { accounts } = base.frame;
  const held = heldImpacts(base, absenceImpactsTable, accounts, answers);
  return choicesOf(accounts, answers.accounts, held, answers, answers.firstMonth);
}

export function natureChoices(base: WizardBase, answers: RegulationAnswers): ImpactChoices {
  const { natures } = base.frame;
  const held = heldImpacts(base, expenseImpactsTable, natures, answers);
  return choicesOf(natures, answers.natures, held, answers, answers.firstMonth);
}

/** `answers` with one decision for each of `ids`. */
export function decided(answers: ImpactAnswers, ids: readonly string[], deducts: boolean): ImpactAnswers {
  return new Map([...answers, ...ids.map((id): [string, ImpactAnswer] => [id, { deducts, isProposed: false }])]);
}

/** Those whose name speaks for itself and that nobody decided yet. */
export function proposals({ groups }: ImpactChoices): ReadonlyMap<string, boolean> {
  const undecided = groups.flatMap(({ choices }) => choices.filter(({ deducts }) => deducts === undefined));
  return new Map(
    undecided.flatMap(({ id, name }): [string, boolean][] => {
      const deducts = proposedImpact(name);
      return deducts === undefined ? [] : [[id, deducts]];
    }),
  );
}

/** `answers` with what the names propose, marked as such. */
export function withProposals(answers: ImpactAnswers, proposed: ReadonlyMap<string, boolean>): ImpactAnswers {
  return new Map([
    ...answers,
    ...[...proposed].map(([id, deducts]): [string, ImpactAnswer] => [id, { deducts, isProposed: true }]),
  ]);
}
