/** « Mouvements du mois »: who comes, who goes and what changes in a month, from the contracts that Lucca has. Rules: docs/rules/monthControls.md. */
import { firstDay, frenchDate, lastDay, monthOf, type PlainDate, type PlainMonth } from '../../calendar/plainDate.ts';
import { afterOf, beforeOf, covers, inOrder, type MonthContract } from './contracts.ts';
import { compareMovements, type Movement } from './movement.ts';

export type Noticed = Omit<Movement, 'employeeId' | 'kind'> & { readonly kind: 'establishment' | 'workingTime' };

/** What is known of one person. */
export interface MovementPerson {
  readonly employeeId: string;
  readonly contracts: readonly MonthContract[];
  /** Last days that payroll was told, or wrote, and that may have moved since. */
  readonly toldEnds: readonly PlainDate[];
  /** First and last days of contracts, of earlier months, that are still to be told: Lucca knew them too late for their month. */
  readonly late: { readonly starts: ReadonlySet<PlainDate>; readonly ends: ReadonlySet<PlainDate> };
  /** Changes that were seen without a new contract: of the work cycle in the planning, of the establishment in what Lucca showed. */
  readonly noticed: readonly Noticed[];
  /** In the workbook and no more in Lucca: the last day that the workbook has, null without one. `isKnown`:
   * accepted there, or told already. Undefined for somebody whom Lucca has. */
  readonly gone: { readonly end: PlainDate | null; readonly isKnown: boolean } | undefined;
  /** Made to leave in payroll once gone from Lucca, and there again: since when, and the last day that was made, '' where it is not known. */
  readonly returned?: Pick<Movement, 'date' | 'before'> | undefined;
}

type Found = Omit<Movement, 'employeeId'>;

const NOTHING = { before: '', after: '' };

/** Names that differ, where both are known. */
function differs(before: string, after: string): boolean {
  return before !== '' && after !== '' && before !== after;
}

function changesOf(before: MonthContract, contract: MonthContract): Found[] {
  return (['establishment', 'workingTime', 'nature'] as const)
    .filter((key) => differs(before[key], contract[key]))
    .map((kind) => ({ kind, date: contract.from, before: before[kind], after: contract[kind] }));
}

function entryOf(all: readonly MonthContract[], contract: MonthContract): Found[] {
  const before = beforeOf(all, contract);
  const { from: date, establishment: after } = contract;
  switch (before.is) {
    case 'nothing':
      return [{ kind: 'hire', date, before: '', after }];
    case 'earlier':
      return [{ kind: 'rehire', date, before: before.contract.to ? frenchDate(before.contract.to) : '', after }];
    case 'beside':
      return [{ kind: 'secondContract', date, before: before.contract.establishment, after }];
    case 'followed': {
      const { establishment } = before.contract;
      return [{ kind: 'secondContract', date, before: establishment, after }, ...changesOf(before.contract, contract)];
    }
  }
}

/** Of the month, or of an earlier one and not told yet. */
const isToTell = (date: PlainDate, month: PlainMonth, late: ReadonlySet<PlainDate>) =>
  monthOf(date) === month || (date < firstDay(month) && late.has(date));

function exitOf(
  all: readonly MonthContract[],
  contract: MonthContract,
  month: PlainMonth,
  late: ReadonlySet<PlainDate>,
): Found[] {
  const { to: date, establishment } = contract;
  if (date === null || contract.from > lastDay(month)) return [];
  const after = afterOf(all, contract);
  const isNow = isToTell(date, month, late);
  if (!isNow && date < firstDay(month)) return [];
  if (after === 'nothing') return [{ kind: isNow ? 'exit' : 'futureExit', date, before: establishment, after: '' }];
  return after === 'beside' && isNow ? [{ kind: 'contractEnd', date, before: establishment, after: '' }] : [];
}

/** The contract whose end was told to be `told`, and is not any more. */
function movedFrom(all: readonly MonthContract[], told: PlainDate): MonthContract | undefined {
  if (all.some(({ to }) => to === told)) return undefined;
  const over = all.filter((each) => covers(each, told));
  return over.at(-1) ?? all.filter(({ from, to }) => from <= told && to !== null && to < told).at(-1);
}

function movedEnds(
  all: readonly MonthContract[],
  toldEnds: readonly PlainDate[],
  month: PlainMonth,
  late: ReadonlySet<PlainDate>,
): Found[] {
  const seen = new Map<string, Found>();
  for (const told of [...new Set(toldEnds)].sort()) {
    const contract = movedFrom(all, told);
    if (!contract) continue;
    const { to } = contract;
    // Two months that both lie behind are of no pay that is still to come, unless nobody was told.
    const isPast = told < firstDay(month) && to !== null && to < firstDay(month);
    if (isPast && !late.has(to)) continue;
    const before = frenchDate(told);
    if (to === null) seen.set(`removed ${told}`, { kind: 'endRemoved', date: told, before, after: '' });
    else seen.set(`moved ${to}`, { kind: 'endMoved', date: to, before, after: frenchDate(to) });
  }
  return [...seen.values()];
}

/** What contracts say by themselves is not said twice; who arrives has nothing that could change. */
function unsaid(noticed: readonly Noticed[], found: readonly Found[], month: PlainMonth): Found[] {
  const said = new Set(found.map(({ kind }) => kind));
  if (said.has('hire') || said.has('rehire')) return [];
  return noticed.filter(({ kind, date }) => !said.has(kind) && monthOf(date) === month);
}

function goneOf({ end }: NonNullable<MovementPerson['gone']>, month: PlainMonth): Found[] {
  if (end !== null && end < firstDay(month)) return [];
  return [{ kind: 'gone', date: end ?? firstDay(month), ...NOTHING, before: end ? frenchDate(end) : '' }];
}

function foundOf(person: MovementPerson, month: PlainMonth): Found[] {
  const { contracts, toldEnds, late, noticed, gone, returned } = person;
  if (gone) return goneOf(gone, month);
  const all = inOrder(contracts);
  const started = all.filter(({ from }) => isToTell(from, month, late.starts));
  const entries = started.flatMap((each) => entryOf(all, each));
  return [
    ...(returned ? [{ kind: 'returned' as const, ...returned, after: '' }] : []),
    ...entries,
    ...all.flatMap((each) => exitOf(all, each, month, late.ends)),
    ...movedEnds(all, toldEnds, month, late.ends),
    ...unsaid(noticed, entries, month),
  ];
}

/** Of two alike on one day the first: two contracts that begin, or end, together are one movement. */
function eachOnce(movements: readonly Movement[]): Movement[] {
  const seen = new Map<string, Movement>();
  for (const each of movements) {
    const key = `${each.employeeId} ${each.kind} ${each.date}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

/**
 * The movements of `month`, entries first, then exits and changes. Contract 1 to 30 September, contract 2 from 1 October in another
 * establishment → a second contract and a change of establishment on 1 October, and no exit.
 */
export function movementsOf(people: readonly MovementPerson[], month: PlainMonth): Movement[] {
  const found = people.flatMap((person) =>
    foundOf(person, month).map((each): Movement => ({ employeeId: person.employeeId, ...each })),
  );
  return eachOnce(found).sort(compareMovements);
}
