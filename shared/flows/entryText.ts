/** What an entry of a review says in words, for whoever shows it: the pane, the command line. */
import { readsAsNir } from '../domain/people/checks/nir.ts';
import type { Sensitivity } from '../domain/people/employeeFields.ts';
import { canonical, displayed, type Cell } from '../domain/review/cell.ts';
import type { ItemChange, ReviewItem } from '../domain/review/review.ts';
import * as text from '../messages/fr/review.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { column } from '../tables/declaration.ts';
import { tableNamed } from '../tables/tables.ts';
import type { ReviewEntry } from './prepareReview.ts';

/** What names a bank, and where the letters of its country stand in it. */
const countryAt: Readonly<Record<string, number>> = { iban: 0, bic: 4 };

const levels: readonly Sensitivity[] = ['open', 'personal', 'secret'];

/** Some payrolls number people by their NIR: a matricule that reads as one is as secret. */
export function shownNumber(employeeNumber: string, upTo: Sensitivity): string {
  return upTo !== 'secret' && readsAsNir(employeeNumber) ? text.masked : employeeNumber;
}

/** A value as it may be shown to somebody who sees values up to `upTo`: the others are masked, an empty cell is named. */
export function shownValue(table: string, key: string, cell: Cell, upTo: Sensitivity): string {
  const value = displayed(cell);
  if (value === '') return text.emptyValue;
  const { sensitivity } = column(tableNamed(table), key);
  return levels.indexOf(sensitivity) > levels.indexOf(upTo) ? text.masked : shownNumber(value, upTo);
}

/** The heading, what the workbook holds, what Lucca holds. */
export function changeText(table: string, { column: key, before, after }: ItemChange, upTo: Sensitivity): string {
  const { heading } = column(tableNamed(table), key);
  return text.valueChange(heading, shownValue(table, key, before, upTo), shownValue(table, key, after, upTo));
}

/** Columns that the question is about; none for a row that comes or goes. */
export function headingsOf({ table, kind, changes }: ReviewItem): string[] {
  const isCells = kind === 'changed' || kind === 'conflict';
  return isCells ? changes.map((change) => column(tableNamed(table), change.column).heading) : [];
}

function absenceText({ about }: ReviewEntry): string {
  const of = (key: string) => displayed(about[key] ?? { blank: true });
  return text.absenceSpan(of('account'), of('from'), of('fromHalf'), of('to'), of('toHalf'));
}

/** One line that says what an entry is about. */
export function entryText(entry: ReviewEntry, upTo: Sensitivity): string {
  const { item, about } = entry;
  const isAbsence = item.table === absencesTable.name;
  if (item.kind === 'added' || item.kind === 'removed' || item.kind === 'deletedHere') {
    if (isAbsence) return absenceText(entry);
    const of = (key: string) => displayed(about[key] ?? { blank: true });
    const bank = item.gated ? item.changes.filter(({ column: key }) => key in countryAt) : [];
    const parts = [
      text.arrival(of('establishment'), of('contractStart')),
      ...bank.map((each) => changeText(item.table, each, upTo)),
    ];
    return parts.join(', ');
  }
  if (item.kind === 'gone') return text.goneHint;
  const changes = item.changes.map((change) => changeText(item.table, change, upTo)).join(', ');
  return isAbsence ? `${absenceText(entry)}. ${changes}` : changes;
}

/** Country of the old and of the new bank, as their IBAN says it, their BIC when it alone changes. `FR`, `DE`; empty when unknown. */
export function bankCountries({ changes }: ReviewItem): readonly [before: string, after: string] | undefined {
  const change = bankChange(changes);
  const at = change && countryAt[change.column];
  if (!change || at === undefined) return undefined;
  const country = (cell: Cell) => canonical('identifier', cell).slice(at, at + 2);
  return [country(change.before), country(change.after)];
}

/** What names the bank account among changes: the IBAN, else the BIC. */
export function bankChange(changes: readonly ItemChange[]): ItemChange | undefined {
  const of = (key: string) => changes.find((change) => change.column === key);
  return of('iban') ?? of('bic');
}
