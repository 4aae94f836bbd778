/** Months of which Lucca shows no absence of anybody: a right of the key may be missing, and payroll is not emptied on a silence. */
import { monthOf, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { silentMonths } from '../../../domain/review/silentMonths.ts';
import { silenceFindings } from '../../luccaFindings.ts';
import { isReadIn, type OpenedTransfer } from './readTransfer.ts';

/** People whose absences of a month do not all go at once by chance. Fewer are believed: they may be the only ones who were away. */
const SEVERAL = 3;

export interface Heard {
  /** Whether Lucca answers for the absences of a date: those it does not show then are gone. */
  readonly isRead: (date: PlainDate) => boolean;
  readonly findings: readonly Finding[];
}

/** Three people in payroll in October, and Lucca shows nobody away though twelve work there → October is not answered for, and is told. */
export function heardFrom({ facts, register }: Pick<OpenedTransfer, 'facts' | 'register'>): Heard {
  const silent = silentMonths(facts, facts.months);
  const doubtful = silent.filter(({ month }) => {
    const held = register.held.filter(({ date }) => monthOf(date) === month);
    return new Set(held.map(({ employeeId }) => employeeId)).size >= SEVERAL;
  });
  const unheard = new Set(doubtful.map(({ month }) => month));
  const findings = silenceFindings(silent).map((each) => ({ ...each, code: 'transferNoAbsence' }));
  return { isRead: isReadIn({ months: facts.months.filter((month) => !unheard.has(month)) }), findings };
}
