/** A table that is not in the workbook yet: its sheet, headings, table, and how they look. */
import {
  captionLook,
  holdsCaption,
  layoutOf,
  promptOf,
  stateRules,
  tableStyleOf,
  titleLook,
  type Look,
  type StateRule,
} from '../../shared/tables/appearance.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { positionsIn } from '../../shared/tables/findTable.ts';
import { letters } from '../../shared/tables/letters.ts';
import { freeName, isTaken } from '../../shared/tables/sheetName.ts';
import type { Block } from './blocks.ts';
import type { Conversation } from './conversation.ts';
import { GENERAL_FORMAT, safeCell } from './safeCell.ts';
import type { LiveTable } from './survey.ts';

const LAST_ROW = 1_048_576;
/** Points of a column one character wide, near enough: Excel's usual column is 48 points for 8.43 characters. */
const POINTS_PER_CHARACTER = 5.7;

/** The table as it will stand once created, with one blank body row; known to Excel by its name. */
export function tableToCome(declaration: TableDeclaration): LiveTable {
  const { headerRow } = layoutOf(declaration);
  const headings = declaration.columns.map(({ heading }) => heading);
  const width = headings.length;
  return {
    declaration,
    id: declaration.name,
    name: declaration.name,
    renamed: false,
    sheet: declaration.title,
    headings,
    places: positionsIn(declaration, headings),
    address: `A${headerRow}:${letters(width)}${headerRow + 1}`,
    top: headerRow - 1,
    left: 0,
    width,
    height: 1,
    hasTotals: false,
    isFiltered: false,
  };
}

/**
 * The block that creates the table with one blank row, on a sheet of its own. A sheet of that name that holds something is the person's:
 * « Salariés (2) » is taken instead, unless what it holds is the heading of a creation cut short. The table comes last: until then nothing
 * looks finished that is not.
 */
export function createBlock(
  { context }: Conversation,
  declaration: TableDeclaration,
  caption: string | undefined,
): Block {
  const { worksheets } = context.workbook;
  let names: readonly string[] = [];
  let isFree = false;
  return {
    where: { table: declaration.name, sheet: declaration.title },
    lines: [],
    look: () => {
      const seen = lookAt(worksheets, declaration);
      return () => {
        names = worksheets.items.map(({ name }) => name);
        isFree = holdsNothingElse(declaration, seen);
        return true;
      };
    },
    act: () => {
      const isMine = isFree && isTaken(names, declaration.title);
      const sheet = isMine ? worksheets.getItem(declaration.title) : worksheets.add(freeName(names, declaration.title));
      lay(sheet, declaration, caption);
    },
  };
}

interface Namesake {
  readonly used: Excel.Range;
  readonly top: Excel.Range;
}

/** Queues what there is to know of a sheet that bears the name already. */
function lookAt(worksheets: Excel.WorksheetCollection, declaration: TableDeclaration): Namesake {
  const { headerRow } = layoutOf(declaration);
  worksheets.load('items/name');
  const namesake = worksheets.getItemOrNullObject(declaration.title);
  return {
    used: namesake.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    top: namesake.getRangeByIndexes(0, 0, headerRow, declaration.columns.length).load('values'),
  };
}

/** True when nothing stands on that sheet but what {@link lay} writes above the body. */
function holdsNothingElse(declaration: TableDeclaration, { used, top }: Namesake): boolean {
  if (used.isNullObject) return true;
  return used.rowIndex + used.rowCount <= layoutOf(declaration).headerRow && holdsHeading(declaration, top.values);
}

function lay(sheet: Excel.Worksheet, declaration: TableDeclaration, caption: string | undefined): void {
  const { titleRow, captionRow, headerRow } = layoutOf(declaration);
  if (titleRow !== undefined) writeLine(sheet, titleRow, declaration.title, titleLook);
  if (captionRow !== undefined) writeLine(sheet, captionRow, caption ?? '', captionLook);
  const header = sheet.getRangeByIndexes(headerRow - 1, 0, 1, declaration.columns.length);
  header.values = [declaration.columns.map(({ heading }) => safeCell(heading, GENERAL_FORMAT).input)];
  if (declaration.visibility === 'visible') dress(sheet, declaration);
  else sheet.visibility = 'VeryHidden';
  const table = sheet.tables.add(header.getAbsoluteResizedRange(2, declaration.columns.length), true);
  table.name = declaration.name;
  table.style = tableStyleOf(declaration);
}

/** True when nothing stands in the first rows but what {@link lay} writes there. */
function holdsHeading(declaration: TableDeclaration, values: readonly (readonly unknown[])[]): boolean {
  const { titleRow, captionRow, headerRow } = layoutOf(declaration);
  return values.every((line, index) =>
    line.every((value, position) => {
      const [row, text] = [index + 1, String(value)];
      if (row === headerRow) return text === '' || text === declaration.columns[position]?.heading;
      if (row === captionRow && position === 0) return holdsCaption(text);
      return text === '' || (row === titleRow && position === 0 && text === declaration.title);
    }),
  );
}

function writeLine(sheet: Excel.Worksheet, row: number, text: string, look: Look): void {
  const cell = sheet.getRangeByIndexes(row - 1, 0, 1, 1);
  cell.values = [[safeCell(text, GENERAL_FORMAT).input]];
  paint(cell, look);
}

function paint({ format: { font } }: Excel.Range, look: Look): void {
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.size !== undefined) font.size = look.size;
  if (look.font !== undefined) font.color = `#${look.font}`;
}

function dress(sheet: Excel.Worksheet, declaration: TableDeclaration): void {
  const { headerRow } = layoutOf(declaration);
  sheet.freezePanes.freezeRows(headerRow);
  sheet.getRange().conditionalFormats.clearAll();
  declaration.columns.forEach((column, position) => {
    const heading = sheet.getRangeByIndexes(headerRow - 1, position, 1, 1);
    heading.format.columnWidth = Math.round(column.width * POINTS_PER_CHARACTER);
    const prompt = promptOf(column);
    if (prompt) heading.dataValidation.prompt = { ...prompt, showPrompt: true };
  });
  stateRules(declaration).forEach((rule) => colour(sheet, declaration, rule));
}

/**
 * The rule is laid down to the bottom of the sheet, once: Excel does not promise to extend it when the table grows. It asks for a key on
 * the row, so that what a person writes under the table keeps its own look.
 */
function colour(sheet: Excel.Worksheet, declaration: TableDeclaration, { column, when, look }: StateRule): void {
  const first = layoutOf(declaration).headerRow + 1;
  const positionOf = (key: string): number => declaration.columns.findIndex((each) => each.key === key);
  const [cell, key] = [column, declaration.key].map((each) => `$${letters(positionOf(each) + 1)}${first}`);
  const test = when === 'filled' ? `LEN(${cell})>0` : `${cell}="${when.equals.replaceAll('"', '""')}"`;
  const range = sheet.getRangeByIndexes(first - 1, positionOf(column), LAST_ROW - first + 1, 1);
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = `=AND(LEN(${key})>0,${test})`;
  if (look.fill !== undefined) custom.format.fill.color = `#${look.fill}`;
  if (look.font !== undefined) custom.format.font.color = `#${look.font}`;
}
