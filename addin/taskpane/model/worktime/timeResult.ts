/** A computation summed up: totals by account, what waits, people and controls as lists show them. */
import { blank, displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import type { RowCells } from '../../../../shared/domain/review/plan.ts';
import type { DateSpan } from '../../../../shared/domain/worktime/person.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import { handedOver } from '../../../../shared/flows/worktime/accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import { controlRows } from '../../../../shared/flows/worktime/resultRows.ts';
import { luccaIdOf } from '../../../../shared/flows/worktime/worktimeBook.ts';
import { severalTimes } from '../../../../shared/messages/fr/worktime/controls.ts';
import { rowKey } from '../../../../shared/tables/declaration.ts';
import { controlSeverities, controlsTable } from '../../../../shared/tables/worktime/controlsTable.ts';
import { holdsWords } from '../search.ts';

const french = new Intl.Collator('fr');

/** Minutes of one account for everybody. `hundredths`: what the month hands over; null where the account hands nothing over. */
export interface AccountTotal {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly posted: number;
  readonly balance: number;
  readonly hundredths: number | null;
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((sum, each) => sum + of(each), 0);

/** The accounts on which somebody has something, in the order of the sheet. */
export function accountTotals({ people, book }: Pick<WorktimeComputation, 'people' | 'book'>): AccountTotal[] {
  const lines = people.flatMap(({ accounts }) => accounts);
  return book.accounts.flatMap(({ account }): AccountTotal[] => {
    const own = lines.filter((line) => line.account.account.code === account.code);
    if (own.length === 0) return [];
    const { code, name } = account;
    const handed = own.flatMap((line) => handedOver(line) ?? []);
    const hundredths = handed.length === 0 ? null : sumOf(handed, (each) => each);
    return [
      {
        code,
        name,
        hundredths,
        people: own.length,
        posted: sumOf(own, ({ posted }) => posted),
        balance: sumOf(own, ({ balance }) => balance),
      },
    ];
  });
}

export interface TimePersonLine {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  readonly person: PersonWorktime;
  /** Those that show, and what they hold. */
  readonly accounts: readonly { readonly code: string; readonly minutes: number }[];
}

function personLine(person: PersonWorktime): TimePersonLine {
  const { held, outcome, accounts } = person;
  const shown = accounts.filter(({ account }) => account.isVisible);
  return {
    employeeId: outcome.employeeId,
    name: [textOf(held.row, 'lastName'), textOf(held.row, 'firstName')].join(' ').trim(),
    employeeNumber: textOf(held.row, 'employeeNumber'),
    establishment: textOf(held.row, 'establishment'),
    person,
    accounts: shown.map(({ account, balance }) => ({ code: account.account.code, minutes: balance })),
  };
}

/** Everybody, by name. */
export function timePersonLines({ people }: Pick<WorktimeComputation, 'people'>): TimePersonLine[] {
  const lines = people.map(personLine);
  return lines.sort((a, b) => french.compare(a.name, b.name) || french.compare(a.employeeId, b.employeeId));
}

/** Whom somebody should look at: incomplete or not computed, or past a limit. */
export function needsLook({ person: { outcome, controls } }: TimePersonLine): boolean {
  return outcome.state !== 'computed' || controls.length > 0;
}

export function foundPeople(lines: readonly TimePersonLine[], search: string, onlyLook: boolean): TimePersonLine[] {
  return lines.filter(
    (line) => (!onlyLook || needsLook(line)) && holdsWords(`${line.name} ${line.employeeNumber}`, search),
  );
}

/** Days of one control that its line names. */
const NAMED = 4;

/** Rows of « Contrôles » that say one thing of one person. `key`: of the first one. */
export interface ControlLine {
  readonly key: string;
  readonly severity: Finding['severity'];
  readonly name: string;
  readonly sentence: string;
  readonly article: string;
}

const severities = Object.keys(controlSeverities) as Finding['severity'][];

/** The rows of one control of one person, in the order of the sheet. */
function controlLine([cells = {}, ...others]: readonly RowCells[]): ControlLine {
  const said = (key: string) => displayed(cells[key] ?? textCell(''));
  const label = said('severity');
  return {
    key: rowKey(controlsTable, cells),
    severity: severities.find((each) => controlSeverities[each] === label) ?? 'info',
    name: `${said('lastName')} ${said('firstName')}`.trim(),
    sentence:
      others.length === 0
        ? said('sentence')
        : severalTimes([cells, ...others].flatMap(spanOf), said('sentence'), NAMED),
    article: said('article'),
  };
}

function spanOf({ from, to }: RowCells): DateSpan[] {
  return from && 'date' in from && to && 'date' in to ? [{ from: from.date, to: to.date }] : [];
}

/** What « Contrôles » says, once by person and control, the gravest first, then by name. */
export function controlLines(computation: WorktimeComputation): ControlLine[] {
  const rank = ({ severity }: ControlLine) => ['error', 'warning', 'info'].indexOf(severity);
  const groups = new Map<string, RowCells[]>();
  for (const row of controlRows(computation, luccaIdOf)) {
    const key = ['luccaId', 'control', 'severity'].map((each) => displayed(row[each] ?? blank)).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(controlLine).sort((a, b) => rank(a) - rank(b) || french.compare(a.name, b.name));
}

/** What « Contrôles » does not hold: findings of the sheets, and of nobody in particular. */
export function otherFindings({ findings, book }: WorktimeComputation): Finding[] {
  const people = new Set(book.people.map(luccaIdOf));
  return findings.filter(({ subject, place }) => place !== undefined || subject === undefined || !people.has(subject));
}
