/**
 * How a table looks in a sheet, whichever adapter draws it: `addin/workbook` in Excel, `server/xlsx` in a file.
 *
 * The rules both follow:
 * - a visible table: title in A1, caption (« Données Lucca du … ») in A2, headings in row 3, frozen down to the headings;
 *   a hidden table: headings in row 1, nothing else on its sheet;
 * - the format of a column applies to its body cells; a cell that exists keeps the format a person gave it;
 * - the note of a column is the input message of its heading cell; a column without a note has none;
 * - a list is offered on the body cells of a column with `choices`, and refuses what is not in it;
 * - states are conditional formats on the body of their column, never a fill written in the cells.
 */
import { situationLabels } from './employeesTable.ts';
import type { ColumnDeclaration, TableDeclaration } from './declaration.ts';
import { stoppageStates } from './absences/stoppagesTable.ts';
import { supportStates } from './absences/supportTable.ts';
import { movementStates } from './people/monthMovementsTable.ts';
import { checkStates } from './people/payrollCheckTables.ts';
import { periodStates } from './periodsTable.ts';
import { bankStates, recapKinds } from './recap/recapTables.ts';
import { orderStates } from './vouchers/ordersTable.ts';
import { stateLabels } from './vouchers/regulationsTable.ts';
import { resultStates } from './vouchers/resultTable.ts';

/** 1-based rows of a table newly created, from column A. */
export interface TableLayout {
  readonly titleRow?: number;
  readonly captionRow?: number;
  readonly headerRow: number;
}

/** Where the parts of a new table go on its sheet. */
export function layoutOf(table: TableDeclaration): TableLayout {
  return table.visibility === 'visible' ? { titleRow: 1, captionRow: 2, headerRow: 3 } : { headerRow: 1 };
}

const formats: Readonly<Record<ColumnDeclaration['kind'], string>> = {
  text: 'General',
  identifier: '@',
  date: 'dd/mm/yyyy',
  integer: '0',
  decimal: '0.00',
  boolean: 'General',
  choice: 'General',
};

/** Number format of the body cells of a column, in en-US codes. Everything is text in a hidden table. */
export function formatOf(table: TableDeclaration, column: ColumnDeclaration): string {
  return table.visibility === 'veryHidden' ? '@' : (column.format ?? formats[column.kind]);
}

/** Colours are `RRGGBB`. */
export interface Look {
  readonly fill?: string;
  readonly font?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
}

export const titleLook: Look = { bold: true, size: 14 };
export const captionLook: Look = { italic: true, font: '605E5C' };

/** Excel's name of the table style. */
export function tableStyleOf(table: TableDeclaration): string {
  return table.visibility === 'visible' ? 'TableStyleMedium2' : 'TableStyleLight1';
}

/** The look of a body cell that holds exactly `equals`, or anything at all (`filled`). */
export interface StateRule {
  readonly column: string;
  readonly when: { readonly equals: string } | 'filled';
  readonly look: Look;
}

/**
 * What a colour means, in every sheet: green, in order; yellow, to be filled in or decided; red, wrong or gone; blue, still to come; grey,
 * over. The word in the cell says it too.
 */
const good: Look = { fill: 'DFF6DD', font: '0B6A0B' };
const attention: Look = { fill: 'FFF4CE', font: '7A5C00' };
const wrong: Look = { fill: 'FDE7E9', font: 'A4262C' };
const coming: Look = { fill: 'DEECF9', font: '004578' };
const over: Look = { fill: 'EDEBE9', font: '605E5C' };

const stateLooks: Readonly<Record<string, Look>> = {
  [situationLabels.gone]: wrong,
  [situationLabels.future]: coming,
  [situationLabels.former]: over,
  [situationLabels.unknown]: attention,
  [stateLabels.valid]: good,
  [stateLabels.invalid]: wrong,
  [resultStates.incomplete]: attention,
  [resultStates.settlement]: over,
  [orderStates.validated]: coming,
  [orderStates.ordered]: good,
  [orderStates.cancelled]: over,
  [periodStates.prepared]: coming,
  [periodStates.closed]: good,
  [stoppageStates.toType]: attention,
  [stoppageStates.typed]: good,
  [stoppageStates.toCorrect]: wrong,
  [stoppageStates.toRemove]: wrong,
  [stoppageStates.support]: coming,
  [supportStates.waiting]: attention,
  [supportStates.sent]: good,
  [movementStates.stale]: over,
  [checkStates.equal]: good,
  [checkStates.different]: wrong,
  [checkStates.missingThere]: attention,
  [checkStates.missingHere]: attention,
  [recapKinds.arrival]: coming,
  [recapKinds.leaver]: over,
  [recapKinds.removed]: attention,
  [bankStates.waiting]: attention,
  [bankStates.ignored]: over,
  [bankStates.typed]: attention,
  [bankStates.accepted]: good,
  [bankStates.unknown]: attention,
};

function rulesOf(column: ColumnDeclaration): StateRule[] {
  if (column.key === 'missing' || column.key === 'toFix')
    return [{ column: column.key, when: 'filled', look: attention }];
  return (column.choices ?? []).flatMap((equals) => {
    const look = stateLooks[equals];
    return look ? [{ column: column.key, when: { equals }, look }] : [];
  });
}

/** The conditional formats of a table, in the order in which they are laid down. */
export function stateRules(table: TableDeclaration): readonly StateRule[] {
  return table.visibility === 'visible' ? table.columns.flatMap(rulesOf) : [];
}

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

const PROMPT_TITLE = 32;
const PROMPT_MESSAGE = 255;

/** Input message of the heading cell, cut to what Excel takes; undefined for a column without a note. */
export function promptOf(column: ColumnDeclaration): Prompt | undefined {
  if (column.note === '') return undefined;
  return { title: column.heading.slice(0, PROMPT_TITLE), message: column.note.slice(0, PROMPT_MESSAGE) };
}

const LONGEST_LIST = 255;

/** The choices of a column as Excel takes them; undefined without choices. A list Excel cannot hold is a fault of the declaration and throws. */
export function listOf({ key, choices }: ColumnDeclaration): string | undefined {
  if (!choices) return undefined;
  const list = choices.join(',');
  if (list.length > LONGEST_LIST || choices.some((choice) => choice.includes(',')))
    throw new RangeError(`${key}: not a list for a cell`);
  return list;
}

const captionStart = 'Données Lucca';

/**
 * True when a cell above a table may be overwritten by a new caption: it is empty or holds an older caption.
 * Captions stand in the cell just above the first heading, wherever a person moved the table.
 */
export function holdsCaption(text: string): boolean {
  return text.trim() === '' || text.startsWith(captionStart);
}
