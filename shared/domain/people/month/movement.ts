/** « Mouvements du mois »: what a movement is, whatever found it. */
import { monthOf, type PlainDate, type PlainMonth } from '../../calendar/plainDate.ts';

/** In the order in which they are read: who comes, who goes, what changes. */
export const movementKinds = [
  'hire',
  'rehire',
  'returned',
  'secondContract',
  'exit',
  'contractEnd',
  'gone',
  'futureExit',
  'endMoved',
  'endRemoved',
  'establishment',
  'workingTime',
  'nature',
] as const;
export type MovementKind = (typeof movementKinds)[number];

export type MovementSection = 'entry' | 'exit' | 'change';

const exits: ReadonlySet<MovementKind> = new Set(['exit', 'contractEnd', 'gone', 'futureExit']);
const entries: ReadonlySet<MovementKind> = new Set(['hire', 'rehire', 'returned', 'secondContract']);

export function sectionOf(kind: MovementKind): MovementSection {
  if (entries.has(kind)) return 'entry';
  return exits.has(kind) ? 'exit' : 'change';
}

/**
 * One movement of one person. `date`: first day under the contract, last day of the one that ends, first day of what changes. `before`, `after`:
 * names of establishments, of working times or of natures; a day as a French reader writes it; '' where there is nothing to say.
 */
export interface Movement {
  readonly employeeId: string;
  readonly kind: MovementKind;
  readonly date: PlainDate;
  readonly before: string;
  readonly after: string;
}

/** True for a movement of an earlier month that `month` tells: of an entry, an exit or a change, whose day is its own. */
export function isLate({ kind, date }: Pick<Movement, 'kind' | 'date'>, month: PlainMonth): boolean {
  const isOwn = kind !== 'returned' && kind !== 'endMoved' && kind !== 'endRemoved';
  return isOwn && monthOf(date) < month;
}

/** By section, then by kind, date and person. */
export function compareMovements(a: Movement, b: Movement): number {
  const rank = ({ kind }: Movement) => movementKinds.indexOf(kind);
  const of = (each: Movement) => `${each.date} ${each.employeeId}`;
  return rank(a) - rank(b) || (of(a) < of(b) ? -1 : Number(of(a) > of(b)));
}

/** What Lucca does not hand over and payroll types at an entry. */
export const entryTasks = ['contract', 'workingTime', 'pay', 'dpae', 'jei', 'transport'] as const;
export type EntryTask = (typeof entryTasks)[number];

/**
 * Those that an entry needs. A contract that follows without a break, or goes beside another one, needs no new declaration before hiring (DPAE);
 * JEI and transport go on as they were.
 */
export function tasksOf(kind: MovementKind): readonly EntryTask[] {
  if (kind === 'hire' || kind === 'rehire') return entryTasks;
  return kind === 'secondContract' ? ['contract', 'workingTime', 'pay'] : [];
}
