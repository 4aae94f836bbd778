import type { AbsenceSpan } from '../domain/absences/spans.ts';
import type { PlainDate } from '../domain/calendar/plainDate.ts';
import type { Employee } from '../domain/people/employee.ts';
import { employeeField } from '../domain/people/employeeFields.ts';
import { blank, numberCell, textCell, type Cell } from '../domain/review/cell.ts';
import type { TheirsRow } from '../domain/review/review.ts';
import { halfLabels, absencesTable } from './absencesTable.ts';
import { canonicalKey } from './declaration.ts';
import { fittingText, valueCell } from './employeeRows.ts';

function dateCell(date: PlainDate | null): Cell {
  return date ? { date } : blank;
}

const identity = ['employeeNumber', 'lastName', 'firstName', 'establishment'] as const;

/**
 * The row of « Absences » of a span. `owner` is undefined for a person that the key may not see. What Lucca did not give of them is left
 * out: it wipes nothing.
 */
export function absenceRow(span: AbsenceSpan, owner: Employee | undefined): TheirsRow {
  const who = identity.flatMap((key): [string, Cell][] => {
    const value = owner?.values[key];
    return value === undefined ? [] : [[key, valueCell(employeeField(key), value)]];
  });
  const cells: Record<string, Cell> = {
    id: textCell(span.key),
    luccaId: textCell(span.employeeId),
    ...Object.fromEntries(who),
    account: fittingText(span.accountName),
    from: { date: span.from.date },
    fromHalf: textCell(halfLabels[span.from.half]),
    to: { date: span.to.date },
    toHalf: textCell(halfLabels[span.to.half]),
    days: span.minutes === null ? numberCell(span.halfDays / 2) : blank,
    hours: span.minutes === null ? blank : numberCell(Math.round((span.minutes * 100) / 60) / 100),
    requestedOn: dateCell(span.requestedOn),
    approvedOn: dateCell(span.approvedOn),
  };
  return { key: canonicalKey(absencesTable, span.key), cells };
}
