/** A formula as files write it: without its `=`, « this row » in full, and the functions of recent Excels marked. */
import { intersect } from '../../host/model/area.ts';
import { rewriteFormula } from '../../host/model/formulaText.ts';
import type { Sheet, Table } from '../../host/index.ts';

const RECENT = [
  'CONCAT',
  'IFS',
  'LET',
  'MAXIFS',
  'MINIFS',
  'SEQUENCE',
  'SWITCH',
  'TEXTJOIN',
  'UNIQUE',
  'XLOOKUP',
  'XMATCH',
];
const RECENT_CALL = new RegExp(`"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.])(?:${RECENT.join('|')})(?=\\()`, 'giu');
const RECENT_IN_SHEETS = /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])(?:FILTER|SORTBY|SORT)(?=\()/giu;
const THIS_ROW = '[#This Row]';

const marked = (pattern: RegExp, mark: string) => (formula: string) =>
  formula.replace(pattern, (found) => (found.startsWith('"') ? found : mark + found));
const markRecent = marked(RECENT_CALL, '_xlfn.');
const markSheets = marked(RECENT_IN_SHEETS, '_xlfn._xlws.');

export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly tables: readonly Table[];
}

export function toFile(formula: string, place: FormulaPlace): string {
  const around = tableAround(place)?.name ?? '';
  const inFull = rewriteFormula(formula.slice(1), {
    structured: (table, specifier, text) => {
      if (!specifier.startsWith('@')) return table === '' ? around + text : text;
      const rest = specifier.slice(1);
      const columns = rest === '' || rest.startsWith('[') ? rest : `[${rest}]`;
      return `${table || around}[${THIS_ROW}${columns === '' ? '' : `,${columns}`}]`;
    },
  });
  return markSheets(markRecent(inFull));
}

export function fromFile(written: string, place: FormulaPlace): string {
  const around = tableAround(place)?.name.toLowerCase();
  const plain = written.replace(/_xlfn\.(?:_xlws\.)?|_xlws\./gi, '');
  return `=${rewriteFormula(plain, {
    structured: (table, specifier, text) => {
      const own = table.toLowerCase() === around ? '' : table;
      if (!specifier.startsWith(THIS_ROW)) return text;
      const columns = specifier.slice(THIS_ROW.length).replace(/^,/, '');
      const single = /^\[((?:[^[\]'\s]|'.)*)\]$/.exec(columns)?.[1];
      return `${own}[@${single ?? columns}]`;
    },
  })}`;
}

function tableAround({ sheet, row, column, tables }: FormulaPlace): Table | undefined {
  const cell = { top: row, left: column, height: 1, width: 1 };
  return tables.find((table) => table.sheet === sheet && intersect(table.area, cell));
}
