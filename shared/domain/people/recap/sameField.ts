/** Two spellings of one value of a person are no change. */
import { canonical, displayed, type Cell } from '../../review/cell.ts';
import { normalText } from '../checks/formats.ts';
import { employeeField } from '../employeeFields.ts';

function normal(key: string, cell: Cell): string {
  const { kind, format } = employeeField(key);
  const text = canonical(kind, cell);
  return (format && text !== '' ? normalText(format, displayed(cell)) : undefined) ?? text;
}

/** True when both cells hold the same value of the field: spaces, capitals, formats make no difference. An empty cell is a value. */
export function sameField(key: string, a: Cell, b: Cell): boolean {
  return canonical('text', a) === canonical('text', b) || normal(key, a) === normal(key, b);
}
