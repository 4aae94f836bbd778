import { textCell, type Cell } from '../../shared/domain/review/cell.ts';
import type { AddLine, DeleteLine, PlanLine, RowCells, SetLine } from '../../shared/domain/review/plan.ts';
import type { BookSnapshot, FoundTable, TableChange } from '../../shared/flows/book.ts';
import type { ChartedTable, ColumnDeclaration, TableDeclaration } from '../../shared/tables/declaration.ts';
import { hiddenColumn } from '../../shared/tables/declaration.ts';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';

function column(key: string, heading: string, kind: ColumnDeclaration['kind'], more: Partial<ColumnDeclaration> = {}) {
  return { key, heading, kind, note: '', required: false, sensitivity: 'open' as const, width: 14, ...more };
}

/** A visible table with a column of every kind. */
export const trial: TableDeclaration = {
  name: 'Passerelle_Essai',
  title: 'Essai',
  description: 'Table des essais.',
  visibility: 'visible',
  key: 'id',
  columns: [
    column('id', 'Identifiant', 'identifier', { required: true, note: 'Ne pas modifier.' }),
    column('name', 'Nom', 'text', { required: true }),
    column('born', 'Né le', 'date'),
    column('amount', 'Montant', 'decimal'),
    column('children', 'Enfants', 'integer'),
    column('code', 'Code', 'identifier'),
    column('state', 'État', 'choice', { choices: ['ouvert', 'fermé'] }),
    column('comment', 'Commentaire', 'text'),
  ],
};

/** The same with a chart of two series. */
export const charted: ChartedTable = {
  ...trial,
  columns: trial.columns.map((each) => ({ ...each, required: true })),
  chart: { name: 'Passerelle_Essai_Graphique', title: 'Les essais', category: 'name', series: ['amount', 'children'] },
};

/** A table nobody sees. */
export const memory: TableDeclaration = {
  name: 'Passerelle_Essai_Memoire',
  title: '_essai',
  description: 'Mémoire des essais.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), hiddenColumn('value')],
};

export const text = textCell;
export const date = (iso: string): Cell => ({ date: plainDate(iso) });

export function add(key: string, after: RowCells, more: Partial<AddLine> = {}): AddLine {
  return { operation: 'add', table: trial.name, key, reason: 'arrival', after: { id: text(key), ...after }, ...more };
}

export function set(key: string, columnKey: string, before: Cell, after: Cell): SetLine {
  return { operation: 'set', table: trial.name, key, column: columnKey, reason: 'change', before, after };
}

export function remove(key: string, before: RowCells, more: Partial<DeleteLine> = {}): DeleteLine {
  const cells = { id: text(key), ...before };
  return { operation: 'delete', table: trial.name, key, reason: 'cancelled', before: cells, ...more };
}

export function change(...lines: PlanLine[]): TableChange {
  return { table: trial, lines };
}

/** Three people, as first written by most cases. */
export const three = [
  add('1', { name: text('Alice'), amount: { number: 10 } }),
  add('2', { name: text('Bruno'), amount: { number: 20 } }),
  add('3', { name: text('Chloé'), amount: { number: 30 } }),
];

/** The table found under its declaration, or a failure of the test that names what was found instead. */
export function found(snapshot: BookSnapshot, table: TableDeclaration = trial): FoundTable {
  const state = snapshot[table.name];
  if (state?.state !== 'found') throw new Error(`${table.name}: ${state?.state ?? 'not read'}`);
  return state;
}
