/** A month of working time in a few lines for a person: accounts, weeks that wait, limits that were passed, what is to be seen. */
import type { WorktimeReport } from '../../shared/contracts/worktimeReport.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { findingLines, namesOf } from './findings.ts';

function totalLines({ totals }: WorktimeReport): string[] {
  if (totals.length === 0) return [say.nothingCounted];
  return totals.map(({ code, name, people, before, balance, hundredths }) =>
    say.accountLine(say.accountName(code, name), people, balance - before, balance, hundredths),
  );
}

/** Weeks that wait, in order, with the people they wait for. */
function waitingLines({ people }: WorktimeReport): string[] {
  const all = people.flatMap(({ waiting }) => waiting);
  const weeks = new Map(all.map((week) => [week.from, week]));
  const lines = [...weeks.values()]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to }) => {
      const own = all.filter((week) => week.from === from);
      const minutes = own.reduce((sum, week) => sum + week.minutes, 0);
      return say.waitingWeek(from, to, own.length, minutes);
    });
  return lines.length === 0 ? [] : [say.weeksWait(lines.length), ...lines];
}

function controlLines({ people }: WorktimeReport): string[] {
  const all = people.flatMap(({ controls }) => controls);
  const count = (severity: Finding['severity']) => all.filter((each) => each.severity === severity).length;
  return all.length === 0 ? [] : [say.controlCounts(count('error'), count('warning'), count('info'))];
}

export function worktimeLines(
  { month, book }: WorktimeComputation,
  report: WorktimeReport,
  findings: readonly Finding[],
): string[] {
  return [
    say.monthTitle(month),
    ...totalLines(report),
    ...waitingLines(report),
    ...controlLines(report),
    ...findingLines(findings, namesOf(book.people)),
  ];
}
