/** `movements`: who comes, who goes and what changes in a month, written in « Mouvements du mois ». */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { isLate, movementKinds, sectionOf } from '../../shared/domain/people/month/movement.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { RowCells } from '../../shared/domain/review/plan.ts';
import {
  computeMovements,
  writeMovements,
  type MonthMovements,
} from '../../shared/flows/people/month/computeMovements.ts';
import * as say from '../../shared/messages/fr/employees/monthCli.ts';
import { movementLabels, movementStates, sectionLabels } from '../../shared/tables/people/monthMovementsTable.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { cellText, listed, lookOutcome, pulledForMonth, whoIn } from './monthLook.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

const isDone = (cells: RowCells) => cellText(cells, 'done') === 'oui';

const isStale = (cells: RowCells) => cellText(cells, 'state') === movementStates.stale;
/** What was done and holds no more is left to be undone. */
const isLeft = (cells: RowCells) => isStale(cells) === isDone(cells);

function countsOf(rows: readonly RowCells[]): say.MovementCounts {
  const current = rows.filter((cells) => !isStale(cells));
  const count = (label: string) => current.filter((cells) => cellText(cells, 'section') === label).length;
  const future = current.filter((cells) => cellText(cells, 'kind') === movementLabels.futureExit).length;
  const { entry, exit, change } = sectionLabels;
  return {
    entries: count(entry),
    exits: count(exit) - future,
    future,
    changes: count(change),
    stale: rows.length - current.length,
  };
}

function kindOf(cells: RowCells) {
  return movementKinds.find((each) => movementLabels[each] === cellText(cells, 'kind'));
}

/** Of an earlier month, and told in this one. */
function isToldLate(cells: RowCells, month: PlainMonth): boolean {
  const [kind, date] = [kindOf(cells), cells['date']];
  return kind !== undefined && date !== undefined && 'date' in date && isLate({ kind, date: date.date }, month);
}

function lineOf(cells: RowCells, month: PlainMonth): string {
  const sides = [cellText(cells, 'before'), cellText(cells, 'after')].filter((each) => each !== '').join(' → ');
  const words = say.movementWords(cellText(cells, 'kind'), cellText(cells, 'date'), sides);
  const state = isStale(cells) ? cellText(cells, 'state') : isToldLate(cells, month) ? say.toldLate : undefined;
  return say.rowLine(whoIn(cells), state === undefined ? words : say.withState(words, state));
}

function factOf(cells: RowCells) {
  const kind = kindOf(cells);
  const date = cells['date'];
  return {
    employeeId: cellText(cells, 'luccaId'),
    employeeNumber: cellText(cells, 'employeeNumber'),
    section: kind ? sectionOf(kind) : null,
    kind: kind ?? null,
    date: date && 'date' in date ? date.date : null,
    before: cellText(cells, 'before'),
    after: cellText(cells, 'after'),
    inBook: cellText(cells, 'inBook') === 'oui',
    current: !isStale(cells),
    done: isDone(cells),
  };
}

function told({ month, rows, findings }: MonthMovements): Outcome {
  const shown = inOrder(findings);
  const left = rows.filter(isLeft).length;
  const body =
    rows.length === 0
      ? [say.noMovement]
      : [say.movementCounts(countsOf(rows)), ...listed(rows.map((cells) => lineOf(cells, month))), say.leftToDo(left)];
  const isWell = left === 0 && shown.every(({ severity }) => severity === 'info');
  return outcome(isWell ? 'done' : 'attention', [say.movementsTitle(month), ...body, ...findingLines(shown)], {
    code: 'computed',
    month,
    left,
    movements: rows.map(factOf),
    findings: shown.map(reportedFinding),
  });
}

async function computed(work: Work, connection: Connection): Promise<Outcome> {
  const fresh = await pulledForMonth(work, connection);
  const options = writeOptions(work.terminal);
  const movements = await computeMovements(portsOf(work), { connection: fresh, month: work.month }, options);
  if (!movements.ok) return lookOutcome(movements.error);
  const written = await writeMovements(portsOf(work), movements.value, options);
  if (!written.ok) return applyOutcome(written.error);
  work.reports.push(written.value);
  return saved(work, told(movements.value));
}

export function movements(terminal: Terminal, values: Values): Promise<Outcome> {
  return onAccount(terminal, values, monthOf(values), computed);
}
