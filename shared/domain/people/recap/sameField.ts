/** Two spellings of one value of a person are no change. */
import { canonical, type Cell } from '../../review/cell.ts';
import { normalText } from '../checks/formats.ts';
import { employeeField } from '../employeeFields.ts';

/** True when two canonical texts of a field are one value: « 06 12 34 56 78 » and « +33612345678 » are one phone. */
export function sameTexts(key: string, a: string, b: string): boolean {
  if (a === b) return true;
  const { format } = employeeField(key);
  if (!format || a === '' || b === '') return false;
  return (normalText(format, a) ?? a) === (normalText(format, b) ?? b);
}

/** True when both cells hold the same value of the field: spaces, capitals, formats make no difference. An empty cell is a value. */
export function sameField(key: string, a: Cell, b: Cell): boolean {
  const { kind } = employeeField(key);
  return sameTexts(key, canonical(kind, a), canonical(kind, b));
}
