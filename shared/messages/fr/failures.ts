/** How a task ended when it did not end well, and what it left: one sentence for the pane and the command line. */
import type { PlanLine } from '../../domain/review/plan.ts';
import type { ApplyError } from '../../flows/apply.ts';
import { tableNamed } from '../../tables/tables.ts';
import { bookErrorText } from './book.ts';
import { findingText } from './findings.ts';
import * as text from './pane.ts';

/** Why a plan was not written, or not to its end. */
export function applyErrorText({ code, error }: ApplyError): string {
  if (error) return bookErrorText(error);
  switch (code) {
    case 'otherAccount':
      return text.otherAccountMeanwhile;
    case 'damaged':
      return findingText({ code: 'planDamaged', severity: 'error', facts: {} });
    case 'pending':
      return text.pendingTitle;
    default:
      return text.nothingToUndo;
  }
}

const SHOWN = 20;

function linePlaceText(line: PlanLine): string {
  const table = tableNamed(line.table);
  const heading = line.operation === 'set' ? table.columns.find(({ key }) => key === line.column)?.heading : undefined;
  return text.linePlace(table.title, line.key, heading);
}

/** Where the lines that were left alone stand, the first ones only. */
export function leftPlaces(refused: readonly PlanLine[]): string[] {
  return refused.slice(0, SHOWN).map(linePlaceText);
}
