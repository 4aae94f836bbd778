import type { CellValue } from '../../host/index.ts';

const LOOKS_TYPED = /^[^\p{L}]|^(true|false)$/iu;
const IS_ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/;

/** What to type in an en-US engine so that the cell holds exactly this value. */
export function engineInput(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  return LOOKS_TYPED.test(value) && !IS_ERROR.test(value) ? `'${value}` : value;
}
