/** Which of the plans that the workbook remembers stand, and which it goes on remembering: those that can be taken back, one after the other. */
import type { Instant } from '../domain/calendar/plainDate.ts';
import type { PlanKind } from '../domain/review/plan.ts';

export type PlanState = 'open' | 'done' | 'abandoned';

export interface PlanHeader {
  readonly id: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly at: Instant;
  /** Cells that hold its lines. */
  readonly parts: number;
  readonly check: string;
  /** Places in the list of lines that were sent back: they were never written, nor are they undone. */
  readonly refused: readonly number[];
  /** Of an undo: the plan that it takes back. */
  readonly undoes?: string;
}

/** A header as it is read before its other rows are: without the lines sent back. */
export type BareHeader = Omit<PlanHeader, 'refused'>;

/** How many steps back the workbook offers. */
const STEPS_BACK = 5;

/** Cells that those before the last one may take together: every reading of the workbook carries them. */
const PARTS_KEPT = 60;

const undoneKinds: ReadonlySet<PlanKind> = new Set([
  'refresh',
  'vouchers',
  'worktime',
  'recap',
  'movements',
  'control',
  'payrollCheck',
  'peopleClose',
  'peopleReopen',
  'payrollList',
  'matching',
  'fields',
  'absenceAccounts',
  'stoppages',
]);

/** Whether it can be taken back; an order or an export has its own way of being cancelled. */
export function isUndone({ kind, state }: BareHeader): boolean {
  return state === 'done' && undoneKinds.has(kind);
}

/** Those of `headers` that stand: neither taken back nor, once written, what took another one back. Undefined: one that cannot be read. */
export function standing<H extends BareHeader>(headers: readonly (H | undefined)[]): (H | undefined)[] {
  const undos = headers.filter((header) => header?.state === 'done' && header.undoes !== undefined);
  const undone = new Set(undos.map((header) => header?.undoes));
  return headers.filter((header) => header === undefined || !(undone.has(header.id) || undos.includes(header)));
}

/**
 * What can still be taken back, the last first, once nothing but `held` stands: what cannot be taken back stops the way.
 * @param held in the order in which they were begun.
 */
export function stepsBack<H extends BareHeader>(held: readonly (H | undefined)[]): H[] {
  const steps: H[] = [];
  let parts = 0;
  for (const header of standing(held).reverse()) {
    if (!header || !isUndone(header) || steps.length === STEPS_BACK) break;
    // The last one is kept whatever its size, and is not counted.
    parts += steps.length === 0 ? 0 : header.parts;
    if (parts > PARTS_KEPT) break;
    steps.push(header);
  }
  return steps;
}
