/** What models of order may take of « Salariés »: the columns that people added, and ours that may be shown to anybody. */
import { canonical, displayed, isBlank, type Cell } from '../../domain/review/cell.ts';
import { isSecretHeading } from '../../domain/vouchers/files/headings.ts';
import { columnKey, type ColumnValue, type OrderLine } from '../../domain/vouchers/files/orderInput.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import type { BookRow } from '../book.ts';

const open = employeesTable.columns.filter(({ sensitivity }) => sensitivity === 'open');

function cellsOf({ cells, others }: BookRow): readonly (readonly [heading: string, cell: Cell])[] {
  const ours = open.flatMap(({ key, heading }) => (cells[key] ? [[heading, cells[key]] as const] : []));
  const theirs = others.filter(({ heading }) => !isSecretHeading(heading));
  return [...ours, ...theirs.map(({ heading, cell }) => [heading, cell] as const)];
}

/** Their headings, each once. A column that is blank from top to bottom is not known. */
export function columnsIn(people: readonly BookRow[]): readonly string[] {
  return [...new Set(people.flatMap((row) => cellsOf(row).map(([heading]) => heading)))];
}

function valueOf(cell: Cell): ColumnValue {
  if ('date' in cell) return cell;
  return { text: 'number' in cell ? String(cell.number).replace('.', ',') : displayed(cell) };
}

/** What they say of a person, blanks left out. Nobody there says nothing. */
export function columnsOf(row: BookRow | undefined): OrderLine['columns'] {
  const filled = (row ? cellsOf(row) : []).filter(([, cell]) => !isBlank(cell));
  return new Map(filled.map(([heading, cell]) => [columnKey(heading), valueOf(cell)]));
}

/** A column of « Salariés » of this heading says who works on Sundays and holidays: « oui » or anything else. */
const DAYS_OFF = 'Travaille les jours chômés';

/** Null where no such column says anything of the person. */
export function worksOnDaysOff(columns: OrderLine['columns']): boolean | null {
  const value = columns.get(columnKey(DAYS_OFF));
  return value === undefined ? null : 'text' in value && canonical('boolean', { text: value.text }) === 'OUI';
}
