/** What `movements`, `control` and `check-payroll` share: Lucca read for two months, failures as the end of a command. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { addMonths } from '../../shared/domain/calendar/plainDate.ts';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { RowCells } from '../../shared/domain/review/plan.ts';
import type { MonthError } from '../../shared/flows/people/month/monthReading.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { pulled } from './account.ts';
import { monthOutcome } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import type { Work } from './work.ts';

const SHOWN = 20;

/** The month and the one before, with the schedules that a change is seen in. */
export function pulledForMonth({ terminal, service, month }: Work, connection: Connection): Promise<Connection> {
  return pulled(terminal, service, connection, [addMonths(month, -1), month], ['planning']);
}

export function lookOutcome(error: MonthError): Outcome {
  if (error.code !== 'notRead') return monthOutcome(error);
  return outcome('service', [words.readNow(0)], { code: error.code, months: error.months });
}

/** A cell as a French reader sees it. */
export function cellText(cells: RowCells, key: string): string {
  return displayed(cells[key] ?? textCell(''));
}

/** `MARTIN Léa 00012`. */
export function whoIn(cells: RowCells): string {
  return ['lastName', 'firstName', 'employeeNumber']
    .map((key) => cellText(cells, key))
    .filter((each) => each !== '')
    .join(' ');
}

/** The first lines of a list, and how many others there are. */
export function listed(lines: readonly string[]): string[] {
  const more = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(more > 0 ? [words.andMore(more)] : [])];
}
