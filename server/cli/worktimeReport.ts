/** A month of working time as `--json` answers it. */
import type { WorktimeReport } from '../../shared/contracts/worktimeReport.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { mondayOf } from '../../shared/domain/worktime/weeks.ts';
import { handedOver, lateMinutes, type AccountLine } from '../../shared/flows/worktime/accountLines.ts';
import type { PersonWorktime, WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import { findingSpan, movementLines, weekCounters } from '../../shared/flows/worktime/resultRows.ts';
import { textOf } from '../../shared/flows/vouchers/regulationReadings.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { reportedFinding } from './findings.ts';

type ReportedPerson = WorktimeReport['people'][number];
type ReportedAccount = ReportedPerson['accounts'][number];
type Total = WorktimeReport['totals'][number];

function regulationsOf({ book, people }: WorktimeComputation): WorktimeReport['regulations'] {
  return book.regulations.map(({ regulation }) => ({
    name: regulation.name,
    set: regulation.ruleSet,
    isValid: book.sets.get(regulation) !== null,
    people: people.filter(({ regulations }) => regulations.includes(regulation.name)).length,
  }));
}

function accountOf(line: AccountLine): ReportedAccount {
  const { before, posted, corrected, balance } = line;
  const { code } = line.account.account;
  return { code, before, posted, corrected, late: lateMinutes(line), balance, hundredths: handedOver(line) };
}

/** What everybody holds on each account, in the order of the sheet. */
function totalsOf({ book, people }: WorktimeComputation): Total[] {
  const lines = people.flatMap(({ accounts }) => accounts.map(accountOf));
  return book.accounts.flatMap(({ account: { code, name } }): Total[] => {
    const own = lines.filter((each) => each.code === code);
    if (own.length === 0) return [];
    const sum = (of: (line: ReportedAccount) => number) => own.reduce((total, line) => total + of(line), 0);
    return [
      {
        code,
        name,
        people: own.length,
        before: sum(({ before }) => before),
        posted: sum(({ posted }) => posted),
        corrected: sum(({ corrected }) => corrected),
        late: sum(({ late }) => late),
        balance: sum(({ balance }) => balance),
        hundredths: own.some(({ hundredths }) => hundredths !== null) ? sum((line) => line.hundredths ?? 0) : null,
      },
    ];
  });
}

function controlOf(finding: Finding, computation: WorktimeComputation): ReportedPerson['controls'][number] {
  const { code, severity, source } = finding;
  const span = findingSpan(finding, computation.month);
  return { code, severity, ...span, sentence: findingText(finding), article: source?.title ?? '' };
}

function personOf(person: PersonWorktime, computation: WorktimeComputation): ReportedPerson {
  const { held, outcome, regulations, accounts, controls } = person;
  return {
    employeeId: outcome.employeeId,
    employeeNumber: textOf(held.row, 'employeeNumber'),
    regulations: [...regulations],
    state: outcome.state,
    weeks: weekCounters(person).map(({ week, counters, state }) => ({
      monday: mondayOf(week.from),
      state,
      ...counters,
    })),
    accounts: accounts.map(accountOf),
    movements: movementLines(person, computation).map(({ date, account, minutes, rule, cause }) => {
      return { date, account, minutes, rule, cause };
    }),
    waiting: outcome.waiting.map(({ period: { from, to }, minutes }) => ({ from, to, minutes })),
    controls: controls.map((each) => controlOf(each, computation)),
  };
}

/** `findings`: all that is to be said beside the controls, of the sheets and of people. */
export function worktimeReportOf(computation: WorktimeComputation, findings: readonly Finding[]): WorktimeReport {
  return {
    version: 1,
    month: computation.month,
    regulations: regulationsOf(computation),
    totals: totalsOf(computation),
    people: computation.people.map((person) => personOf(person, computation)),
    findings: findings.map(reportedFinding),
  };
}
