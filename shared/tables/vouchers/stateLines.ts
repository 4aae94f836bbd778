import { isExactly, textCell, type Cell } from '../../domain/review/cell.ts';
import type { Finding } from '../../domain/finding.ts';
import type { SetLine } from '../../domain/review/plan.ts';
import type { FoundTable } from '../../flows/book.ts';
import { placeRow, rowNumber } from '../cellPlace.ts';
import type { TypedRegulation } from './readRegulations.ts';
import type { RegulationState } from './regulationState.ts';
import { regulationsTable, stateLabels } from './regulationsTable.ts';

function rowIn({ place }: Finding): number | undefined {
  return place?.table === regulationsTable.name ? placeRow(place) : undefined;
}

/**
 * The lines that write « État » and « À corriger »: the state on every row of the regulation, each error on its own row, those of other
 * sheets on the last one. Cells that already say it are left.
 */
export function stateLines(
  table: FoundTable,
  regulations: readonly TypedRegulation[],
  states: readonly RegulationState[],
  sentence: (finding: Finding) => string,
): SetLine[] {
  return table.rows.flatMap((row): SetLine[] => {
    const sheetRow = rowNumber(table, row);
    const regulation = regulations.find(({ sheetRows }) => sheetRows.includes(sheetRow));
    const state = states.find(({ name }) => name === regulation?.name);
    if (!regulation || !state || row.key === '') return [];
    const isLast = sheetRow === Math.max(...regulation.sheetRows);
    const own = state.findings.filter((finding) => {
      const at = rowIn(finding);
      return finding.severity === 'error' && (at === undefined ? isLast : at === sheetRow);
    });
    const cells: Record<string, Cell> = {
      state: textCell(stateLabels[state.state]),
      toFix: textCell(own.map(sentence).join(' ')),
    };
    return Object.entries(cells).flatMap(([column, after]): SetLine[] => {
      const before = row.cells[column];
      if (before === undefined || isExactly(before, after)) return [];
      return [{ operation: 'set', table: regulationsTable.name, key: row.key, column, reason: 'echo', before, after }];
    });
  });
}
