/** `control`: a month beside the one before, written in « Contrôle ». */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { isNothing, type ControlLine } from '../../shared/domain/people/month/control.ts';
import { computeControl, writeControl, type MonthControl } from '../../shared/flows/people/month/computeControl.ts';
import * as say from '../../shared/messages/fr/employees/monthCli.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { cellText, listed, lookOutcome, pulledForMonth, whoIn } from './monthLook.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

/** Hundredths where something is counted; nobody's bank account, before or after. */
function factOf(line: ControlLine) {
  const { kind, employeeId, place, item } = line;
  const topic = 'topic' in line ? line.topic : null;
  const sides = 'gap' in line ? { before: line.before, after: line.after, gap: line.gap } : {};
  return { kind, employeeId, establishment: place, topic, item, ...sides };
}

function told({ month, control, rows, findings }: MonthControl): Outcome {
  const shown = inOrder(findings);
  const toLook = rows.filter((_, at) => control.lines[at]?.kind !== 'total');
  const lines = toLook.map((cells) =>
    say.rowLine(
      whoIn(cells),
      `${cellText(cells, 'topic')} ${cellText(cells, 'item')}`.trim() + `, ${cellText(cells, 'sentence')}`,
    ),
  );
  const none = isNothing(control) ? say.nothingCompared : say.noGap;
  const body = toLook.length === 0 ? [none] : [say.gapCount(toLook.length), ...listed(lines)];
  const isWell = toLook.length === 0 && shown.every(({ severity }) => severity === 'info');
  return outcome(isWell ? 'done' : 'attention', [say.controlTitle(month), ...body, ...findingLines(shown)], {
    code: 'computed',
    month,
    compared: control.compared,
    under: control.under,
    lines: control.lines.map(factOf),
    findings: shown.map(reportedFinding),
  });
}

async function computed(work: Work, connection: Connection): Promise<Outcome> {
  const fresh = await pulledForMonth(work, connection);
  const options = writeOptions(work.terminal);
  const control = await computeControl(portsOf(work), { connection: fresh, month: work.month }, options);
  if (!control.ok) return lookOutcome(control.error);
  const written = await writeControl(portsOf(work), control.value, options);
  if (!written.ok) return applyOutcome(written.error);
  work.reports.push(written.value);
  return saved(work, told(control.value));
}

export function control(terminal: Terminal, values: Values): Promise<Outcome> {
  return onAccount(terminal, values, monthOf(values), computed);
}
