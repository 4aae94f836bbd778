/** How a life goes on: each event, with what must hold whenever the workbook is written. */
import { expect } from '@jest/globals';
import { blank, canonical, displayed, sameValue } from '../../shared/domain/review/cell.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import { abandonPlan, applyPlan, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { employeesBaseTable, employeesTable } from '../../shared/tables/employeesTable.ts';
import { decisionsTable, stateTable } from '../../shared/tables/memoryTables.ts';
import { sound } from '../support/smallCompany.ts';
import { Life, type Event } from './life.ts';

export const everything = (): Decision => 'accept';

/** Accepts until nothing is left: absences of somebody ignored until now come at the look after the one that brings them back. */
export async function acceptedWhole(life: Life): Promise<void> {
  for (let look = 0; look < 2; look += 1) expect((await life.apply(everything)).refused).toEqual([]);
}

/** A decision for each entry, drawn by `seed`; kinds of lives that accept, ignore and leave. */
export function drawn(seed: number): (entry: ReviewEntry) => Decision | undefined {
  let state = seed + 1;
  return () => {
    state = (state * 7_919 + 104_729) % 1_000_003;
    return ([undefined, undefined, 'accept', 'accept', 'ignore', 'undecided'] as const)[state % 6];
  };
}

/** What is remembered, besides the plans. */
export function memory(life: Life) {
  return [employeesBaseTable, decisionsTable, stateTable].map((table) =>
    life
      .rowsIn(table)
      .map(({ cells }) => table.columns.map(({ key }) => canonical('text', cells[key] ?? blank)))
      .sort(),
  );
}

export async function begun(events: readonly Event[] = []): Promise<Life> {
  const life = new Life();
  await life.apply(everything);
  for (const event of events) await lived(life, event);
  return life;
}

/** One event; the properties of writing, undoing and faults are checked as they come. */
async function lived(life: Life, event: Event): Promise<void> {
  if (event.deed === 'apply') await applied(life, event);
  else if (event.deed === 'undo') await undone(life);
  else if (event.deed === 'fault') await faulted(life, event);
  else life.do(event);
}

async function applied(life: Life, { a, b }: Event): Promise<void> {
  life.account.asOf = life.clock.now();
  const review = await life.review();
  const choose = a % 3 === 0 ? () => undefined : drawn(b);
  const before = new Map(
    life.rowsIn(employeesTable).map((row) => [displayed(row.cells['luccaId'] ?? blank), row.others]),
  );
  await life.apply(choose);
  for (const [id, others] of before) if (id !== '') expect([id, life.row(id).others]).toEqual([id, others]);
  if (a % 3 === 0) expectTypedKept(life);
  else forgetAccepted(life, review, drawn(b));
}

/** Nothing that payroll alone changed is written by what is proposed. */
export function expectTypedKept(life: Life): void {
  for (const [place, cell] of life.typed) {
    const [id = '', column = ''] = JSON.parse(place) as string[];
    expect([place, life.row(id).cells[column]]).toEqual([place, cell]);
  }
}

function forgetAccepted(life: Life, review: Review, choose: (entry: ReviewEntry) => Decision | undefined): void {
  for (const entry of review.entries) {
    const decision = choose(entry) ?? entry.item.decision;
    if (decision === 'accept')
      for (const { column } of entry.item.changes) life.typed.delete(JSON.stringify([entry.item.key, column]));
  }
}

async function undone(life: Life): Promise<void> {
  const result = await undoLastPlan(life.ports);
  // Rows that the undoing took away or brought back hold no promise of what was typed in them.
  for (const place of [...life.typed.keys()]) {
    const [id = '', column = ''] = JSON.parse(place) as string[];
    const row = life.rowsIn(employeesTable).find(({ cells }) => displayed(cells['luccaId'] ?? blank) === id);
    const typed = life.typed.get(place) ?? blank;
    if (!row || !sameValue('text', row.cells[column] ?? blank, typed)) {
      expect(result.ok).toBe(true);
      life.typed.delete(place);
    }
  }
}

async function faulted(life: Life, { a, b, c }: Event): Promise<void> {
  life.account.asOf = life.clock.now();
  const review = await life.review();
  life.book.linesBeforeFault = a % 40;
  const written = await applyPlan(life.ports, life.chosen(review, drawn(b)));
  life.book.linesBeforeFault = Number.POSITIVE_INFINITY;
  if (!written.ok && !written.error.open) return;
  const isAbandoned = !written.ok && c % 2 === 0;
  if (!written.ok) sound(await (isAbandoned ? abandonPlan(life.ports) : resumePlan(life.ports)));
  if (!isAbandoned) forgetAccepted(life, review, drawn(b));
}
