import type { PlainDate } from '../domain/calendar/plainDate.ts';
import { parsePlainDate } from '../domain/calendar/plainDate.ts';
import { employeeField, employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { missingFields } from '../domain/people/missingFields.ts';
import { situationOf, type Employee, type EmployeeValue } from '../domain/people/employee.ts';
import { blank, canonical, LONGEST_TEXT, numberCell, textCell, type Cell } from '../domain/review/cell.ts';
import type { TheirsRow } from '../domain/review/review.ts';
import { situationLabels } from './employeesTable.ts';

/** A text as a cell can hold it. Nothing payroll needs is that long: the rest stays in Lucca. */
export function fittingText(text: string): Cell {
  if (text.length <= LONGEST_TEXT) return textCell(text);
  const last = text.charCodeAt(LONGEST_TEXT - 1);
  const isCut = last >= 0xd800 && last <= 0xdbff;
  return textCell(text.slice(0, isCut ? LONGEST_TEXT - 1 : LONGEST_TEXT));
}

/** A value of Lucca as a cell: « oui » and « non » for a boolean, a date when it is one, text kept as text otherwise. */
export function valueCell(field: Pick<EmployeeField, 'kind'>, value: EmployeeValue): Cell {
  if (value === null) return blank;
  if (typeof value === 'boolean') return textCell(value ? 'oui' : 'non');
  if (typeof value === 'number') return field.kind === 'identifier' ? textCell(String(value)) : numberCell(value);
  const date = field.kind === 'date' ? parsePlainDate(value) : undefined;
  return date ? { date } : fittingText(value);
}

/**
 * The row of « Salariés » that Lucca would have for a person, on `on` for the situation. Fields not given are left out, and the situation
 * with the dates of the contract that it comes from.
 */
export function employeeRow(employee: Employee, on: PlainDate): TheirsRow {
  const cells: Record<string, Cell> = {};
  for (const field of employeeFields) {
    const value = employee.values[field.key];
    if (value !== undefined) cells[field.key] = valueCell(field, value);
  }
  cells['luccaId'] = textCell(employee.id);
  const { contractStart, contractEnd } = employee.values;
  const isKnown = contractStart !== undefined && contractEnd !== undefined;
  if (isKnown) cells['situation'] = textCell(situationLabels[situationOf(employee, on)]);
  const missing = missingFields(employee, on).map((key) => employeeField(key).heading);
  cells['missing'] = textCell(missing.join(', '));
  return { key: canonical('identifier', textCell(employee.id)), cells };
}
