/** « Absences et temps ». */
import type { AbsenceTreatment } from '../../domain/worktime/ruleSet.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { absenceTreatmentsTable } from './absenceTreatmentsTable.ts';
import { assimilationLabels } from './timeRulesTable.ts';

/** An account of absence that Lucca has. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
}

const folded = (text: string) => canonical('text', textCell(text));

/** The account of a row, by its number or its name; told when there is none, or several. */
function accountOf(row: TypedRow, known: readonly KnownAccount[]): string | undefined {
  const [id, name] = [row.text('id'), row.text('name')];
  if (id === '' && name === '') return undefined;
  const found = known.filter((each) => (id === '' ? folded(each.name) === folded(name) : each.id === id));
  if (found.length === 0) row.say(id === '' ? 'name' : 'id', 'timeAbsenceUnknown', {}, 'warning');
  if (found.length > 1) row.say('name', 'timeAbsenceAmbiguous');
  return found.length === 1 ? found[0]?.id : undefined;
}

/** How each account counts, by its number. What no row says counts as an absence, and as no work. */
export function readAbsenceTreatments(
  state: TableState | undefined,
  known: readonly KnownAccount[],
): Reading<ReadonlyMap<string, AbsenceTreatment>> {
  const { rows, findings } = typedRows(absenceTreatmentsTable, state);
  const treatments = new Map<string, AbsenceTreatment>();
  const dated = rows
    .filter((row) => !row.isUnreadable('from'))
    .sort((a, b) => ((a.date('from') ?? '') < (b.date('from') ?? '') ? -1 : 1));
  for (const row of dated) {
    const id = accountOf(row, known);
    if (id === undefined) continue;
    const before = treatments.get(id);
    const from = row.date('from');
    const value = row.choice('assimilation', assimilationLabels) ?? 'none';
    if (before?.assimilation.some((each) => each.from === from)) row.say('from', 'timeTreatmentTwice');
    const isAbsence = row.value('counts') !== false;
    if (before && before.isAbsence !== isAbsence) row.say('counts', 'timeAbsenceChanged');
    treatments.set(id, { assimilation: [...(before?.assimilation ?? []), { from, value }], isAbsence });
  }
  return { value: treatments, findings };
}
