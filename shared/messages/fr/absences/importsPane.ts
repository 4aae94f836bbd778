/** « Imports d'absences » in the task pane: each import that the workbook remembers, and what became of its lines. */
import type { ImportState } from '../../../tables/absences/importsTable.ts';
import { counted } from '../words.ts';
import { deletions, imports } from './transferPane.ts';

export const journalTitle = 'Imports d’absences';
export const noImports = 'Aucun import n’a encore été préparé dans ce classeur.';
/** What became of the lines of an import. */
export interface ImportCounts {
  readonly state: ImportState;
  readonly deletionsTodo: number;
  readonly deletionsDone: number;
  readonly importsTodo: number;
  readonly importsDone: number;
  readonly refused: number;
}

/** Of what is not deleted: brought, to be brought, or not. */
function handedCounts({ state, deletionsTodo, importsTodo, importsDone }: ImportCounts): string[] {
  const some = (count: number, one: string, several: string) => (count === 0 ? [] : [counted(count, one, several)]);
  const brought = importsTodo + importsDone;
  if (state === 'prepared')
    return [...(deletionsTodo === 0 ? [] : [deletions(deletionsTodo)]), ...(brought === 0 ? [] : [imports(brought)])];
  if (state === 'confirmed') return some(brought, 'absence importée', 'absences importées');
  if (state === 'cancelled') return some(brought, 'absence annulée', 'absences annulées');
  return some(deletionsTodo + brought, 'absence non transmise', 'absences non transmises');
}

/** `3 absences supprimées, 2 absences importées, 1 refusée`; the refused are not among the imported. */
export function journalCounts(counts: ImportCounts): string {
  const { deletionsDone, refused } = counts;
  return [
    ...(deletionsDone === 0 ? [] : [counted(deletionsDone, 'absence supprimée', 'absences supprimées')]),
    ...handedCounts(counts),
    ...(refused === 0 ? [] : [counted(refused, 'absence refusée', 'absences refusées')]),
  ].join(', ');
}
export const openName = (number: string) => `Ouvrir ${number}`;
export const openShort = 'Ouvrir';
