/** The text of a cell on the screen, and in the formula bar. */
import { Model } from '@ironcalc/wasm';
import { displayText } from '../../host/model/display.ts';
import type { CellValue } from '../../host/index.ts';
import { frenchError } from './french.ts';
import { readTyped } from './typedFrench.ts';

const GENERAL_DIGITS = 11;
const KNOWN_FORMAT = /^(#,##)?0(\.0+)?%?$|^(?!.*(ddd|mmm))[dmy/\-. ]+$/i;
const DATE_FORMAT = /^[^#0]*[dy][^#0]*$/i;
const MOST_KEPT = 50_000;

/** Draws values. Formats the store does not know are drawn by IronCalc, once for each value. */
export class CellTexts {
  readonly #engine = new Model('nombres', 'fr', 'Europe/Paris', 'fr');
  readonly #drawn = new Map<string, string>();

  constructor() {
    this.#engine.pauseEvaluation();
  }

  shown(value: CellValue, numberFormat: string): string {
    if (typeof value === 'string') return frenchError(value);
    if (typeof value !== 'number') return displayText(value, numberFormat);
    if (/^(general|@)?$/i.test(numberFormat)) return general(value);
    return KNOWN_FORMAT.test(numberFormat) ? displayText(value, numberFormat) : this.#byEngine(value, numberFormat);
  }

  #byEngine(value: number, numberFormat: string): string {
    const key = `${numberFormat}\u0000${value}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    if (this.#drawn.size > MOST_KEPT) this.#drawn.clear();
    this.#engine.setUserInput(0, 1, 1, String(value).replace('.', ','));
    this.#engine.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, 'num_fmt', numberFormat);
    const text = this.#engine.getFormattedCellValue(0, 1, 1);
    this.#engine.rangeClearAll(0, 1, 1, 1, 1);
    // A format the engine cannot read shows as if there were none, as the store does.
    const drawn = text.startsWith('#') ? general(value) : text;
    this.#drawn.set(key, drawn);
    return drawn;
  }
}

function general(value: number): string {
  return String(Number(value.toPrecision(GENERAL_DIGITS)))
    .replace('.', ',')
    .replace('e', 'E');
}

/** What is edited when the cell is: the value in full, written so that typing it again gives the same cell. */
export function editedText(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') {
    return numberFormat === '@' || (readTyped(value, 2000).value === value && !/^[=+\-@]/.test(value))
      ? value
      : `'${value}`;
  }
  if (DATE_FORMAT.test(numberFormat) && Number.isInteger(value)) return displayText(value, 'dd/mm/yyyy');
  if (numberFormat.endsWith('%')) return `${String(Number((value * 100).toPrecision(15))).replace('.', ',')}%`;
  return String(value).replace('.', ',');
}
