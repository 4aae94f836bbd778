/** What is asked of « Simuler » for working time. Pure. */
import { cents, type Cents } from '../../../../shared/domain/money/money.ts';
import { readyMadeSets } from '../../../../shared/domain/worktime/readyMade.ts';
import type { TriedSet } from '../../../../shared/flows/worktime/triedSet.ts';
import { foldedName } from '../../../../shared/tables/worktime/readTimeRegulations.ts';
import { typedHundredths } from '../typedHundredths.ts';
import { shortName } from './setDraft.ts';
import type { TimeBoard, TimeSimulationAsked } from './timeState.ts';

export interface TriedChoice {
  readonly key: string;
  readonly name: string;
  readonly isReady: boolean;
  readonly tried: TriedSet;
}

/** Sets of « Règles de temps », then the ready-made ones. */
export function triedChoices({ sets }: Pick<TimeBoard, 'sets'>): TriedChoice[] {
  return [
    ...sets.map((name) => ({ key: `set ${name}`, name, isReady: false, tried: { name } })),
    ...readyMadeSets.map((ready) => ({ key: `ready ${ready.key}`, name: ready.name, isReady: true, tried: { ready } })),
  ];
}

/** The question as it opens: the first set that no regulation takes already, whole or copied from a ready-made one, for all of them. */
export function askedFirst(board: TimeBoard): TimeSimulationAsked {
  const inUse = new Set(board.regulations.map(({ set }) => foldedName(set)));
  const choices = triedChoices(board);
  const other = choices.find(({ name, isReady }) => {
    const names = isReady ? [name, shortName({ name })] : [name];
    return names.every((each) => !inUse.has(foldedName(each)));
  });
  return { tried: (other ?? choices[0])?.key ?? '', regulation: '', rate: '' };
}

export function choiceOf(board: TimeBoard, { tried }: TimeSimulationAsked): TriedChoice | undefined {
  return triedChoices(board).find(({ key }) => key === tried);
}

/** Cents of an hour; null where none is asked, undefined where what was typed is no amount. */
export function hourlyOf({ rate }: Pick<TimeSimulationAsked, 'rate'>): Cents | null | undefined {
  if (rate.trim() === '') return null;
  const typed = typedHundredths(rate);
  return typed === undefined || typed === 0 ? undefined : cents(typed);
}
