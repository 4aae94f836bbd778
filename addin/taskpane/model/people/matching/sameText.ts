import { normalText } from '../../../../../shared/domain/people/checks/formats.ts';
import { stableNir } from '../../../../../shared/domain/people/checks/nir.ts';
import { employeeField } from '../../../../../shared/domain/people/employeeFields.ts';
import { canonical, displayed, isBlank } from '../../../../../shared/domain/review/cell.ts';
import type { RowCells } from '../../../../../shared/domain/review/plan.ts';

/** True when both sides say the same of a field, however it is spelled: +33… and 06…, with or without the key of a NIR. */
export function sameText(key: string, lucca: RowCells, payroll: RowCells): boolean {
  const { kind, format } = employeeField(key);
  const folded = (cells: RowCells) => {
    const cell = cells[key] ?? { blank: true };
    if (isBlank(cell)) return '';
    const text = displayed(cell);
    const normal = format === 'nir' ? stableNir(text) : format && normalText(format, text);
    return normal ?? canonical(kind, cell);
  };
  const mine = folded(lucca);
  return mine !== '' && mine === folded(payroll);
}
