import type { Meal } from '../../domain/vouchers/facts.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TableState } from '../../flows/book.ts';
import { KnownPeople, type KnownPerson } from '../knownPeople.ts';
import { mealsTable, momentLabels, stageLabels } from './mealsTable.ts';
import type { Known } from './readImpacts.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';

function natureOf(row: TypedRow, natures: readonly Known[]): string | undefined {
  const typed = row.text('nature');
  const wanted = canonical('text', textCell(typed));
  const found = natures.find(({ id, name }) => id === typed || canonical('text', textCell(name)) === wanted);
  if (typed !== '' && !found) row.say('nature', 'voucherNatureUnknown');
  return found?.id;
}

/** A meal typed by hand without a state counts whatever the regulation waits for: nobody would move it on. */
function mealOf(row: TypedRow, natures: readonly Known[], person: KnownPerson): Meal | undefined {
  const date = row.date('date');
  if (date === null && !row.isUnreadable('date')) row.say('date', 'voucherMealWithoutDate');
  const moment = row.choice('moment', momentLabels) ?? 'nature';
  const nature = natureOf(row, natures);
  const isUndecided = nature === undefined && moment === 'nature';
  if (isUndecided && row.text('nature') === '') row.say('nature', 'voucherMealUndecided');
  if (date === null || isUndecided) return undefined;
  return {
    id: row.text('id') || [person.id, date, row.text('nature'), row.text('host')].join(' '),
    date,
    natureId: nature ?? row.text('nature'),
    stage: row.choice('stage', stageLabels) ?? 'exported',
    host: row.text('host') || null,
    moment: moment === 'nature' ? null : moment,
  };
}

/** « Frais de repas », by identifier of the person. `natures`: those of Lucca and of « Impacts frais TR ». */
export function readMeals(
  state: TableState | undefined,
  people: readonly KnownPerson[],
  natures: readonly Known[],
): Reading<ReadonlyMap<string, readonly Meal[]>> {
  const { rows, findings } = typedRows(mealsTable, state);
  const known = new KnownPeople(people);
  const value = new Map<string, Meal[]>();
  for (const row of rows) {
    const person = known.named(row);
    const meal = person && mealOf(row, natures, person);
    if (meal) value.set(person.id, [...(value.get(person.id) ?? []), meal]);
  }
  return { value, findings };
}
