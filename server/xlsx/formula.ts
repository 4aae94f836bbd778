/** References inside formulas: followed when rows move, renamed with their table, shared ones written out. */
import { letters } from '../../shared/tables/letters.ts';
import { columnOf, type Area } from './a1.ts';
import { movedArea, type RowMove } from './rowMove.ts';

const TOKEN =
  /"(?:[^"]|"")*"|((?:\[\d+\])?(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(!])|'(?:[^']|'')*'!|\[(?:[^[\]]|\[[^[\]]*\])*\]|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/gu;

interface Corner {
  readonly column: number;
  readonly row: number;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

function corner(text: string): Corner {
  const match = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text);
  return {
    fixedColumn: match?.[1] === '$',
    column: columnOf(match?.[2] ?? 'A'),
    fixedRow: match?.[3] === '$',
    row: Number(match?.[4] ?? 1),
  };
}

function cornerText({ column, row, fixedColumn, fixedRow }: Corner): string {
  return `${fixedColumn ? '$' : ''}${letters(column)}${fixedRow ? '$' : ''}${row}`;
}

const LOST = '#REF!';

function mapReferences(formula: string, change: (reference: string, sheet: string | undefined) => string): string {
  return formula.replace(TOKEN, (token: string, prefix: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const sheet = prefix?.slice(0, -1).replace(/^'(.*)'$/s, (_, quoted: string) => quoted.replaceAll("''", "'"));
    return `${prefix ?? ''}${change(reference, sheet)}`;
  });
}

function movedReference(move: RowMove, reference: string): string {
  const [start = '', end] = reference.split(':');
  const [first, last] = [corner(start), corner(end ?? start)];
  const area: Area = {
    top: Math.min(first.row, last.row),
    bottom: Math.max(first.row, last.row),
    left: Math.min(first.column, last.column),
    right: Math.max(first.column, last.column),
  };
  const moved = movedArea(move, area, false);
  if (!moved) return LOST;
  const [top, bottom] = first.row <= last.row ? [moved.top, moved.bottom] : [moved.bottom, moved.top];
  const text = cornerText({ ...first, row: top });
  return end === undefined ? text : `${text}:${cornerText({ ...last, row: bottom })}`;
}

/** The formula, standing on `own`, after the rows of `sheet` moved. References to other sheets stay. */
export function movedFormula(formula: string, own: string, sheet: string, move: RowMove): string {
  return mapReferences(formula, (reference, named) =>
    (named ?? own).toLowerCase() === sheet.toLowerCase() ? movedReference(move, reference) : reference,
  );
}

/** The formula of one cell as it reads so many rows and columns further: what filling a formula down does. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const corners = reference.split(':').map((text) => {
      const at = corner(text);
      return {
        ...at,
        row: at.fixedRow ? at.row : at.row + rows,
        column: at.fixedColumn ? at.column : at.column + columns,
      };
    });
    return corners.some(({ row, column }) => row < 1 || column < 1) ? LOST : corners.map(cornerText).join(':');
  });
}

/**
 * The formula of a format or of a list, written for the first cell of its area, after the rows moved: what is fixed is followed,
 * what is relative keeps its distance to that cell.
 */
export function movedRule(formula: string, own: string, sheet: string, move: RowMove, shift: number): string {
  return mapReferences(formula, (reference, named) => {
    if ((named ?? own).toLowerCase() !== sheet.toLowerCase()) return reference;
    if (reference.split(':').every((text) => corner(text).fixedRow)) return movedReference(move, reference);
    return named === undefined ? shiftedFormula(reference, shift, 0) : reference;
  });
}

/** The formula after a table took another name. */
export function withTableRenamed(formula: string, from: string, to: string): string {
  if (!formula.toLowerCase().includes(`${from.toLowerCase()}[`)) return formula;
  return formula.replace(TOKEN, (token: string, _prefix, _reference, at: number) =>
    token.toLowerCase() === from.toLowerCase() && formula[at + token.length] === '[' ? to : token,
  );
}
