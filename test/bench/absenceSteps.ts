/** What payroll holds of a month beside what Lucca says: the difference by half-day, code and value, beside three plainer ones. */
import daff, { type Table } from 'daff';
import microdiff from 'microdiff';
import { addDays, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { reconciled } from '../../shared/domain/absences/reconcile.ts';
import {
  transferKey,
  type TransferEntry,
  type TransferredHalfDay,
} from '../../shared/domain/absences/transferRegister.ts';
import type { Recorder } from './recorder.ts';

const FIRST = plainDate('2026-09-01');
const MONTH = plainMonth('2026-09');
/** Half-days of one person in the month. */
const EACH = 4;
/** One half-day in so many changes after the import. */
const CHANGED = 50;

function halfDayOf(person: number, index: number): TransferredHalfDay {
  const [code, accountId] = (person + index) % 3 === 0 ? ['RTT', '28'] : ['CP', '1226'];
  const date = addDays(FIRST, (person * 7 + (index >> 1)) % 28);
  const half = index % 2 === 0 ? 'am' : 'pm';
  return { employeeId: String(person), date, half, code, accountId, minutes: null };
}

/** What a register holds, and what Lucca says afterwards: one half-day in fifty under another code, as many gone, as many new. */
function month(people: number): {
  readonly held: TransferEntry[];
  readonly wanted: TransferredHalfDay[];
  readonly changes: number;
} {
  const held: TransferEntry[] = [];
  const wanted: TransferredHalfDay[] = [];
  let changes = 0;
  for (let person = 0; person < people; person += 1)
    for (let index = 0; index < EACH; index += 1) {
      const own = halfDayOf(person, index);
      held.push({ ...own, sign: 1, run: 'A1', month: MONTH });
      const turn = (person * EACH + index) % CHANGED;
      if (turn === 0) wanted.push({ ...own, code: 'CSS', accountId: '30' });
      else if (turn !== 1) wanted.push(own);
      changes += turn === 0 ? 2 : turn === 1 ? 1 : 0;
    }
  return { held, wanted, changes };
}

function counts(items: readonly TransferredHalfDay[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(transferKey(item), (found.get(transferKey(item)) ?? 0) + 1);
  return found;
}

/** How many half-days differ, and nothing of where they come from. */
function keyedDiff(held: readonly TransferredHalfDay[], wanted: readonly TransferredHalfDay[]): number {
  const [before, after] = [counts(held), counts(wanted)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  let changes = 0;
  for (const key of keys) changes += Math.abs((before.get(key) ?? 0) - (after.get(key) ?? 0));
  return changes;
}

const asRecord = (items: readonly TransferredHalfDay[]) => Object.fromEntries(counts(items));

const HEADINGS = ['employee', 'date', 'half', 'code', 'value'];

function asTable(items: readonly TransferredHalfDay[]): Table {
  const rows = items.map(({ employeeId, date, half, code, minutes }) => [employeeId, date, half, code, minutes ?? 0.5]);
  return new daff.TableView([HEADINGS, ...rows]);
}

function tableDiff(held: readonly TransferredHalfDay[], wanted: readonly TransferredHalfDay[]): number {
  const [before, after] = [asTable(held), asTable(wanted)];
  const shown: unknown[][] = [];
  const alignment = daff.compareTables(before, after).align();
  new daff.TableDiff(alignment, new daff.CompareFlags()).hilite(new daff.TableView(shown));
  return shown.length;
}

/** Throws when the difference is not the one that was made: a fast wrong answer is no measure. */
export async function absenceSteps({ step, plain }: Recorder, people: number): Promise<void> {
  const { held, wanted, changes } = month(people);
  const run = async (name: string) => {
    const { added, deleted } = await step(name, () => reconciled(wanted, held));
    if (added.length + deleted.length !== changes) throw new Error('the difference of absences is wrong');
  };
  await run('absences of one month reconciled');
  const found = await plain('a keyed diff', () => keyedDiff(held, wanted));
  if (found !== changes) throw new Error('the keyed diff does not find the same');
  await run('reconciled, beside an object diff');
  await plain('microdiff on records', () => microdiff(asRecord(held), asRecord(wanted)).length);
  await run('reconciled, beside a table diff');
  await plain('daff on tables', () => tableDiff(held, wanted));
}
