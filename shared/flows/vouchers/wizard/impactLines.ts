/** The decisions of the wizard about leave accounts and natures, as lines of the two tables of impacts. */
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import { blank, canonical, isBlank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { deductsOn } from '../../../domain/vouchers/regulation.ts';
import { rowKey, type TableDeclaration } from '../../../tables/declaration.ts';
import { impactLabels } from '../../../tables/vouchers/impactsTables.ts';
import { impactsFor, type ImpactRow, type Known } from '../../../tables/vouchers/readImpacts.ts';
import { yearlyGroup } from '../../../tables/vouchers/yearlyGroup.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import type { ImpactAnswers } from './answers.ts';

/** One of the two tables, as it stands before the answers. */
export interface ImpactSheet {
  readonly table: TableDeclaration;
  readonly rows: readonly ImpactRow[];
  readonly known: readonly Known[];
}

/** For whom the answers are given. `isAlone`: no other regulation reads what is decided for all. */
export interface ImpactsOf {
  readonly name: string;
  readonly from: PlainDate;
  readonly isAlone: boolean;
}

function idOf(row: BookRow): string {
  return canonical('identifier', row.cells['id'] ?? blank);
}

function labelCell(deducts: boolean) {
  return textCell(deducts ? impactLabels.deducts : impactLabels.spares);
}

/** A row for this regulation alone, or for all when nothing is decided about the account and nobody else reads it. */
function addedLine({ table }: ImpactSheet, account: Known, deducts: boolean, own: readonly BookRow[], of: ImpactsOf) {
  const isForAll = of.isAlone && own.length === 0;
  const group = own.find((row) => !isBlank(row.cells['group'] ?? blank))?.cells['group'];
  const after: RowCells = {
    name: textCell(account.name),
    impact: labelCell(deducts),
    regulation: textCell(isForAll ? '' : of.name),
    group: group ?? textCell(yearlyGroup(account.name)),
    id: textCell(account.id),
  };
  return { operation: 'add', table: table.name, key: rowKey(table, after), after, reason: 'decision' } as const;
}

/** The row to be set: its own, which an older regulation of that name may have left; else the one « pour tous » that nobody else reads. */
function heldRow(
  { table }: ImpactSheet,
  id: Cell,
  own: readonly BookRow[],
  { name, isAlone }: ImpactsOf,
): BookRow | undefined {
  const keyed = (cells: RowCells) => own.filter(({ key }) => key === rowKey(table, { id, ...cells }));
  const [mine] = keyed({ regulation: textCell(name) });
  return mine ?? (isAlone && own.length === 1 ? keyed({})[0] : undefined);
}

/**
 * The lines that make `answers` hold for a regulation. What is decided already in the same sense is left. The row « pour tous » of the only
 * regulation is set; beside others, a row of its own is added, so that nothing changes for them.
 */
export function impactLines(
  snapshot: BookSnapshot,
  sheet: ImpactSheet,
  answers: ImpactAnswers,
  of: ImpactsOf,
): PlanLine[] {
  const { table, rows, known } = sheet;
  const decided = impactsFor(of.name, rows, known);
  const sheetRows = rowsOf(snapshot, table.name);
  return known.flatMap((account): PlanLine[] => {
    const answer = answers.get(account.id);
    if (!answer || deductsOn(decided, account.id, of.from) === answer.deducts) return [];
    const id = textCell(account.id);
    const own = sheetRows.filter((row) => idOf(row) === canonical('identifier', id));
    const row = heldRow(sheet, id, own, of);
    if (!row) return [addedLine(sheet, account, answer.deducts, own, of)];
    const place = { table: table.name, key: row.key, column: 'impact', reason: 'decision' } as const;
    return [{ ...place, operation: 'set', before: row.cells['impact'] ?? blank, after: labelCell(answer.deducts) }];
  });
}
