/** Rows of cells as text with separators (CSV), and back. RFC 4180 but for the separator and the line end, which are settings. */

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];
export const lineEnds = { crlf: '\r\n', lf: '\n' } as const;
export type LineEnd = keyof typeof lineEnds;

/** A cell of a file. Only a text can be taken for a formula: a number keeps its sign. */
export type FileCell = { readonly text: string } | { readonly figures: string };

/** Signs by which spreadsheets know a formula; the wide ones are those of Japanese keyboards. */
const FORMULA_SIGN = /^[=+\-@\t\r\n＝＋－＠]/u;

/** True when a spreadsheet may compute `text` instead of showing it. */
export function isFormulaLike(text: string): boolean {
  return FORMULA_SIGN.test(text);
}

/** What is written of a cell: a text that looks like a formula is held back by an apostrophe. */
export function cellText(cell: FileCell): string {
  if ('figures' in cell) return cell.figures;
  return isFormulaLike(cell.text) ? `'${cell.text}` : cell.text;
}

function quoted(text: string, separator: Separator): string {
  const mustQuote = text.includes(separator) || /["\r\n]/.test(text);
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Each row ends with the line end, the last one too. */
export function delimitedText(rows: readonly (readonly string[])[], separator: Separator, lineEnd: LineEnd): string {
  return rows.map((row) => row.map((each) => quoted(each, separator)).join(separator) + lineEnds[lineEnd]).join('');
}

/** The first row of a text, quotes opened: line ends inside them belong to the cell. */
export function firstRow(text: string, separator: Separator): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const isDoubled = isQuoted && character === '"' && text.charAt(index + 1) === '"';
    if (isDoubled) index += 1;
    if (character === '"' && !isDoubled && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && /[\r\n]/.test(character)) break;
    else if (!isQuoted && character === separator) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
