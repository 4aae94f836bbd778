/** The rows of « Totaux TR »: those of « Titres-restaurant » added up, so that both always agree. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { cents } from '../../domain/money/money.ts';
import { displayed, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { barLabel } from '../../messages/fr/vouchers/totals.ts';
import { rowKey } from '../../tables/declaration.ts';
import { eurosCell } from '../../tables/vouchers/resultRow.ts';
import { totalsTable } from '../../tables/vouchers/totalsTable.ts';

const CENTS = 100;
const amounts = ['totalFace', 'totalEmployer', 'totalEmployee'];

function textIn(row: RowCells, key: string): string {
  return displayed(row[key] ?? textCell(''));
}

/** Nought for a cell that holds no number. */
function numberIn(row: RowCells, key: string): number {
  const cell = row[key];
  return cell && 'number' in cell ? cell.number : 0;
}

/** Added in cents: a hundred amounts in euros do not add up exactly. */
function eurosOf(rows: readonly RowCells[], key: string): Cell {
  return eurosCell(cents(rows.reduce((sum, row) => sum + Math.round(numberIn(row, key) * CENTS), 0)));
}

function grouped(rows: readonly RowCells[]): RowCells[][] {
  const groups = new Map<string, RowCells[]>();
  for (const row of rows) {
    const key = rowKey(totalsTable, row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** `rows`: every row of « Titres-restaurant » for `month`. One total for each regulation and establishment, in the order of the rows. */
export function totalRows(month: PlainMonth, rows: readonly RowCells[]): RowCells[] {
  const groups = grouped(rows);
  const places = groups.map(([first = {}]) => textIn(first, 'establishment'));
  return groups.map((group, index) => {
    const [first = {}] = group;
    const [place = '', regulation] = [places[index], textIn(first, 'regulation')];
    const isAlone = places.filter((each) => each === place).length === 1;
    return {
      month: textCell(month),
      regulation: textCell(regulation),
      establishment: textCell(place),
      label: textCell(isAlone ? barLabel(place) : barLabel(place, regulation)),
      people: numberCell(group.filter((row) => numberIn(row, 'ordered') > 0).length),
      ordered: numberCell(group.reduce((sum, row) => sum + numberIn(row, 'ordered'), 0)),
      ...Object.fromEntries(amounts.map((key) => [key, eurosOf(group, key)])),
    };
  });
}
