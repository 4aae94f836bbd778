/** Numbers of the rows of « Liste de la paie »: one that was given is never given again, for what was answered is remembered under it. */
import { blank, displayed, isBlank, textCell } from '../../domain/review/cell.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { stateTable } from '../../tables/memoryTables.ts';
import { listFields, payrollListTable as table } from '../../tables/people/payrollListTable.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';

const LINE_DIGITS = 4;
/** What `_etat` remembers: the highest number given. */
const REMEMBERED = 'listLine';

function highest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => Number(/^P(\d+)$/.exec(text)?.[1] ?? 0)));
}

/** Gives numbers, and says what the workbook has to remember of them. `next()` → `P0004`. */
export class ListNumbers {
  private readonly remembered: BookRow | undefined;
  private last: number;
  private isGiven = false;

  constructor(snapshot: BookSnapshot) {
    this.remembered = rowsOf(snapshot, stateTable.name).find(({ key }) => key === REMEMBERED.toUpperCase());
    const keys = rowsOf(snapshot, table.name).map(({ key }) => key);
    this.last = highest([...keys, displayed(this.remembered?.cells['value'] ?? blank)]);
  }

  next(): string {
    this.last += 1;
    this.isGiven = true;
    return this.text();
  }

  private text(): string {
    return `P${String(this.last).padStart(LINE_DIGITS, '0')}`;
  }

  memory(): PlanLine[] {
    if (!this.isGiven) return [];
    const same = { table: stateTable.name, key: REMEMBERED.toUpperCase(), reason: 'memory' as const };
    const value = textCell(this.text());
    const before = this.remembered?.cells['value'];
    return before === undefined
      ? [{ ...same, operation: 'add', after: { key: textCell(REMEMBERED), value } }]
      : [{ ...same, operation: 'set', column: 'value', before, after: value }];
  }
}

/** The rows, those that were pasted without a number under the one that they are given, and the lines that write it. */
export function numberedRows(rows: readonly BookRow[], numbers: ListNumbers) {
  const lines: PlanLine[] = [];
  const numbered = rows.map((row): BookRow => {
    const isSomebody = listFields.some((key) => !isBlank(row.cells[key] ?? blank));
    if (row.key !== '' || !isSomebody) return row;
    const line = numbers.next();
    const before = row.cells['line'] ?? blank;
    const said = { column: 'line', before, after: textCell(line), at: row.index } as const;
    lines.push({ table: table.name, key: line, reason: 'change', operation: 'set', ...said });
    return { ...row, key: line };
  });
  return { rows: numbered, lines };
}
