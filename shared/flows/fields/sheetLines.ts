/** What « Correspondance champs » shows of each field, and the lines that write it. What a person chose is never changed. */
import type { FieldsView } from '../../contracts/fieldSchemas.ts';
import { isExactly, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { readFromText } from '../../domain/people/mapping/fieldMapping.ts';
import { foundAs, otherProposal } from '../../messages/fr/employees/fieldRemarks.ts';
import { sourceNames, stateNames } from '../../messages/fr/employees/fieldWords.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { rowKey } from '../../tables/declaration.ts';
import { fieldMappingTable } from '../../tables/fieldMappingTable.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { writable } from '../vouchers/preparation.ts';
import type { FieldLine } from './fieldLines.ts';

/** Columns that follow the others: a person writes none of them. */
const followers = ['name', 'samples', 'state', 'remark'];

/** How it was found, while nobody accepted it; or that something else would be proposed. */
function hint({ from, code, state, proposed }: FieldLine): string[] {
  if (!proposed || proposed.from === null || state === 'accepted') return [];
  const isProposed =
    from !== null && readFromText({ from, code }) === readFromText({ from: proposed.from, code: proposed.code });
  if (!isProposed) return [otherProposal(sourceNames[proposed.from], proposed.code)];
  return proposed.by === 'name' || proposed.by === 'code' ? [foundAs(proposed.by)] : [];
}

function remarkOf(line: FieldLine): string {
  return [...line.findings.map(findingText), ...hint(line)].join(' ');
}

function cellsOf(line: FieldLine): RowCells {
  return {
    field: textCell(line.heading),
    from: textCell(line.from === null ? '' : sourceNames[line.from]),
    code: textCell(line.code),
    name: textCell(line.name),
    samples: textCell(line.samples.join(' · ')),
    state: textCell(stateNames[line.state]),
    remark: textCell(remarkOf(line)),
  };
}

/** Follows what stands beside it; and fills what is blank. */
function changes(row: BookRow, wanted: RowCells, isBlank: boolean): PlanLine[] {
  const columns = isBlank ? ['from', 'code', ...followers] : followers;
  return columns.flatMap((column): PlanLine[] => {
    const [before, after]: [Cell | undefined, Cell] = [row.cells[column], wanted[column] ?? textCell('')];
    if (before === undefined || isExactly(before, after)) return [];
    const { name: table } = fieldMappingTable;
    return [{ operation: 'set', table, key: row.key, column, before, after, reason: 'result' }];
  });
}

/** The lines that show `lines` in the sheet: rows that are missing are added, those of a person stay as they typed them. */
export function sheetLines(snapshot: BookSnapshot, lines: readonly FieldLine[]): PlanLine[] {
  const rows = new Map(rowsOf(snapshot, fieldMappingTable.name).map((row) => [row.key, row]));
  const written = lines.flatMap((line): PlanLine[] => {
    const after = cellsOf(line);
    const key = rowKey(fieldMappingTable, after);
    const row = rows.get(key);
    if (!row) return [{ operation: 'add', table: fieldMappingTable.name, key, after, reason: 'result' }];
    const isBlank = [row.cells['from'], row.cells['code']].every((cell) => !cell || isExactly(cell, textCell('')));
    return changes(row, after, isBlank);
  });
  return writable(snapshot, written);
}

/** The view once `accepted` holds. */
export function withAccepted(view: FieldsView, accepted: FieldsView['accepted']): FieldsView {
  return { ...view, accepted };
}
