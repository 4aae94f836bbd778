/** What Passerelle writes beside what accountants type: the state of each regulation, and each rule as a sentence. */
import { isExactly, textCell, type Cell } from '../../domain/review/cell.ts';
import type { Finding } from '../../domain/finding.ts';
import type { SetLine } from '../../domain/review/plan.ts';
import { findingText } from '../../messages/fr/findings.ts';
import { ruleText } from '../../messages/fr/worktime/rules.ts';
import type { TypedRow } from '../../tables/typedRow.ts';
import { timeRegulationsTable } from '../../tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../tables/worktime/timeRulesTable.ts';
import type { BookSnapshot } from '../book.ts';
import type { WorktimeBook } from './worktimeBook.ts';

const stateLabels = { valid: 'valide', invalid: 'non valide' } as const;

/** The cells of the row of a table that stands in `sheetRow`, as lines; cells that already say it are left. */
function setCells(
  snapshot: BookSnapshot,
  table: string,
  at: TypedRow,
  cells: Readonly<Record<string, Cell>>,
): SetLine[] {
  const state = snapshot[table];
  if (state?.state !== 'found') return [];
  const row = state.rows.find(({ index }) => state.firstRow + index === at.sheetRow);
  if (!row || row.key === '') return [];
  return Object.entries(cells).flatMap(([column, after]): SetLine[] => {
    const before = row.cells[column];
    if (before === undefined || isExactly(before, after)) return [];
    return [{ operation: 'set', table, key: row.key, column, reason: 'echo', before, after }];
  });
}

function isAt(finding: Finding, row: TypedRow, table: string): boolean {
  const { place, severity } = finding;
  return (
    severity === 'error' && place?.table === table && Number(/\d+$/.exec(place.address ?? '')?.[0]) === row.sheetRow
  );
}

/** One row of « Réglementaires de temps » as it was read. `findings`: what is to be put right on it. */
export interface TimeRegulationState {
  readonly row: TypedRow;
  readonly isValid: boolean;
  readonly findings: readonly Finding[];
}

/** Every regulation of the sheet, those that can hold for nobody last. */
export function regulationStates({
  regulations,
  left,
  sets,
  findings,
}: Pick<WorktimeBook, 'regulations' | 'left' | 'sets' | 'findings'>): TimeRegulationState[] {
  const rows = [
    ...regulations.map(({ regulation, row }) => [row, sets.get(regulation) !== null] as const),
    ...left.map((row) => [row, false] as const),
  ];
  return rows.map(([row, isSound]) => {
    const own = findings.filter((each) => isAt(each, row, timeRegulationsTable.name));
    return { row, isValid: isSound && own.length === 0, findings: own };
  });
}

/** « État » and « À corriger » of every regulation, « Lecture » of every rule. */
export function stateLines(snapshot: BookSnapshot, book: WorktimeBook): SetLine[] {
  const ofRegulations = regulationStates(book).flatMap(({ row, isValid, findings }) =>
    setCells(snapshot, timeRegulationsTable.name, row, {
      state: textCell(stateLabels[isValid ? 'valid' : 'invalid']),
      toFix: textCell(findings.map(findingText).join(' ')),
    }),
  );
  const ofRules = book.rules.rules.flatMap(({ rule, row }) =>
    setCells(snapshot, timeRulesTable.name, row, { reads: textCell(ruleText(rule)) }),
  );
  return [...ofRegulations, ...ofRules];
}
